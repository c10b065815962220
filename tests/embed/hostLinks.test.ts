import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LINK_NAME, mirrorQuery, queryToMirror, readMirrored } from "../../src/embed/hostLinks.js";
import { formatQuery, parseQuery } from "../../src/state/urlCodec.js";
import { HOSTILE } from "../support/hostile.js";
import { RUNS } from "../support/careers.js";

const NAMES = ["v", "domain", "skill", "org", "q", "has", "from", "to", "view", "zoom", "at", "as", "sort", "theme"] as const;

describe("mirrorQuery", () => {
  it.each([
    ["", "me", "?domain=payments&at=live-event", "?me.domain=payments&me.at=live-event"],
    ["?page=2", "me", "?at=a", "?page=2&me.at=a"],
    ["?a=1&me.at=old&b=2&me.q=x", "me", "?at=new&has=number", "?a=1&b=2&me.at=new&me.has=number"],
    ["?a=1&me.at=old&b=2", "me", "", "?a=1&b=2"],
    ["?me.at=old&a=1", "me", "", "?a=1"],
    ["?me.at=old", "me", "", ""],
    ["?me-2.at=x&me.at=y&meat=z", "me", "?at=n", "?me-2.at=x&meat=z&me.at=n"],
    ["?b=%zz&&a=+%20&=", "me", "?at=a", "?b=%zz&&a=+%20&=&me.at=a"],
    ["?next=/post?me.at=x", "me", "?at=a", "?next=/post?me.at=x&me.at=a"],
    ["?m.e.at=x&me-at=y", "m-e", "?at=a", "?m.e.at=x&me-at=y&m-e.at=a"],
  ])("%s, %s, %s → %s", (search, name, query, mirrored) => {
    expect(mirrorQuery(search, name, query)).toBe(mirrored);
  });

  it.each([
    "?at=a#top", "?at=a b", "?at=a&utm_source=x", "?chrome=full", "?at", "at=a", "?me.at=a", "?q=a=b", "?at=a&", "??at=a", "?AT=a", "?__proto__=a", "?domains=a", "?q=<script>", "?q='", '?q="', "?q=é", "?q=\n", "?at=a\n", "#", "&&", " ",
  ])("lets no %o into the host's address", (query) => {
    expect(mirrorQuery("?page=2&me.at=old", "me", query)).toBe("?page=2&me.at=old");
  });

  it("lets a framed stranger say nothing but our parameters, whatever it says", () => {
    const hostile = fc.oneof(
      fc.string(), fc.constantFrom(...HOSTILE),
      fc.array(fc.constantFrom("?", "&", "#", "=", " ", "at", "q", "me.", "utm", "%23", "%", "\n", ";", "/", "\\", ...NAMES), { maxLength: 12 }).map((parts) => parts.join("")),
    );
    let passed = 0;
    fc.assert(fc.property(hostile.map((text) => (text.startsWith("?") ? text : `?${text}`)), (query) => {
      const mirrored = mirrorQuery("?page=2", "me", query);
      if (mirrored !== "?page=2") passed++;
      const { searchParams, hash, pathname } = new URL(`https://host.example/post${mirrored}`);
      expect([hash, pathname, searchParams.get("page")]).toEqual(["", "/post", "2"]);
      for (const key of searchParams.keys()) expect(["page", ...NAMES.map((name) => `me.${name}`)]).toContain(key);
    }), { numRuns: Math.max(3000, RUNS), examples: [["?at=a"], ["?q=a+b&at=%23"]] });
    expect(passed).toBeGreaterThan(1);
  });

  it("knows every parameter of the codec, and no other", () => {
    for (const name of NAMES) {
      expect(parseQuery(`?${name}=a`).unknown, name).toBe("");
      expect(mirrorQuery("", "me", `?${name}=a`)).toBe(`?me.${name}=a`);
    }
    const view = parseQuery("?domain=a,b&skill=c&org=d&q=x&has=number,link&from=2020&to=2021-05&zoom=2020,2021&at=e&as=table&sort=-title&theme=dark").view;
    const written = new URLSearchParams(formatQuery(view));
    expect([...written.keys(), "v", "view"].toSorted()).toEqual([...NAMES].toSorted());
  });
});

describe("a name", () => {
  it.each(["me", "me-2", "7", "-"])("may be %o", (name) => expect(LINK_NAME.test(name)).toBe(true));
  it.each(["", "Me", "a.b", "a b", "é", "a&b", "a=b", "__proto__", 'a"]', "me\n"])("may not be %o", (name) => expect(LINK_NAME.test(name)).toBe(false));
});

const arbName = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const piece = fc.oneof(
  fc.tuple(fc.string(), fc.string()).map(([key, value]) => `${encodeURIComponent(toWellFormed(key))}=${encodeURIComponent(toWellFormed(value))}`),
  fc.stringMatching(/^[a-z.=%+#?;-]{1,12}$/),
  fc.tuple(fc.constantFrom("me", "you", "me-2", "v", "at"), fc.constantFrom(".", "", "="), fc.constantFrom("at=a", "domain=x,y", "")).map((parts) => parts.join("")),
).map((text) => text.replace(/[&]/g, ""));
const toQuery = (pieces: readonly string[]): string => (pieces.length > 0 ? `?${pieces.join("&")}` : "");
/** As a host's address has it: pieces that are not empty, "?" before them. */
const arbSearch = fc.array(piece.filter((text) => text !== ""), { maxLength: 6 }).map(toQuery);
/** As the codec writes it. */
const arbQuery = fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.oneof(fc.stringMatching(/^[\w.~%+,-]{0,9}$/), fc.constantFrom("me.at", "you.q"))).map((parts) => parts.join("=")), { maxLength: 6 }).map(toQuery);
const toWellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

describe("a mirrored query", () => {
  it("comes back as it was, whatever else is in the address", () => {
    fc.assert(fc.property(arbSearch, arbName, arbQuery, (search, name, query) => {
      expect(readMirrored(mirrorQuery(search, name, query), name)).toBe(query.slice(1));
    }), { numRuns: RUNS });
  });

  it("leaves others' parameters as they were, in their order", () => {
    fc.assert(fc.property(arbSearch, arbName, arbQuery, (search, name, query) => {
      const others = (text: string): string[] => text.replace(/^\?/, "").split("&").filter((each) => each !== "" && !each.startsWith(`${name}.`));
      expect(others(mirrorQuery(search, name, query))).toEqual(others(search));
    }), { numRuns: RUNS });
  });

  it("is written once, however often", () => {
    fc.assert(fc.property(arbSearch, arbName, arbQuery, arbQuery, (search, name, first, second) => {
      const once = mirrorQuery(search, name, second);
      expect(mirrorQuery(once, name, second)).toBe(once);
      expect(readMirrored(mirrorQuery(mirrorQuery(search, name, first), name, second), name)).toBe(readMirrored(once, name));
    }), { numRuns: RUNS });
  });

  it("does not see another embed's, and is not seen by it", () => {
    fc.assert(fc.property(arbSearch, arbName, arbName, arbQuery, arbQuery, (search, one, other, first, second) => {
      fc.pre(one !== other);
      const both = mirrorQuery(mirrorQuery(search, one, first), other, second);
      expect(readMirrored(both, one)).toBe(readMirrored(mirrorQuery(search, one, first), one));
      expect(readMirrored(mirrorQuery(both, other, ""), one)).toBe(readMirrored(both, one));
    }), { numRuns: RUNS });
  });

  it("carries every view that a link can", () => {
    for (const text of HOSTILE) {
      const query = formatQuery(parseQuery(`?q=${encodeURIComponent(toWellFormed(text))}&at=a`).view);
      expect(readMirrored(mirrorQuery("?x=1", "me", query), "me")).toBe(query.slice(1));
    }
  });
});

describe("queryToMirror", () => {
  it("is nothing while the embed is as its owner set it up, and says where it is back at the default", () => {
    expect(queryToMirror("?domain=payments", "?domain=payments")).toBe("");
    expect(queryToMirror("", "")).toBe("");
    expect(queryToMirror("?at=a", "")).toBe("?at=a");
    expect(queryToMirror("", "?domain=payments")).toBe("?v=1");
    expect(formatQuery(parseQuery("?v=1").view)).toBe("");
  });
});
