import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mirrorQuery, queryToMirror, readMirrored } from "../../src/embed/hostLinks.js";
import { formatQuery, parseQuery } from "../../src/state/urlCodec.js";
import { HOSTILE } from "../support/hostile.js";
import { RUNS } from "../support/careers.js";

describe("mirrorQuery", () => {
  it.each([
    ["", "me", "?domain=payments&at=live-event", "?me.domain=payments&me.at=live-event"],
    ["?page=2", "me", "?at=a", "?page=2&me.at=a"],
    ["?a=1&me.at=old&b=2&me.q=x", "me", "?at=new&has=number", "?a=1&me.at=new&me.has=number&b=2"],
    ["?a=1&me.at=old&b=2", "me", "", "?a=1&b=2"],
    ["?me.at=old", "me", "", ""],
    ["?me-2.at=x&me.at=y&meat=z", "me", "?at=n", "?me-2.at=x&me.at=n&meat=z"],
    ["?b=%zz&&a=+%20&=", "me", "?at=a", "?b=%zz&&a=+%20&=&me.at=a"],
    ["?", "me", "?", ""],
  ])("%s, %s, %s → %s", (search, name, query, mirrored) => {
    expect(mirrorQuery(search, name, query)).toBe(mirrored);
  });

  it.each(["", "Me", "a.b", "a b", "é", "a&b", "a=b", "__proto__"])("takes no %o for a name", (name) => {
    expect(mirrorQuery("?a=1&a.b.at=2", name, "?at=x")).toBe("?a=1&a.b.at=2");
    expect(readMirrored("?a=1&a.b.at=2&.at=3", name)).toBe("");
  });
});

const arbName = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const piece = fc.oneof(
  fc.tuple(fc.string(), fc.string()).map(([key, value]) => `${encodeURIComponent(toWellFormed(key))}=${encodeURIComponent(toWellFormed(value))}`),
  fc.stringMatching(/^[a-z.=%+#?;-]{1,12}$/),
  fc.tuple(fc.constantFrom("me", "you", "me-2", "v", "at"), fc.constantFrom(".", "", "="), fc.constantFrom("at=a", "domain=x,y", "")).map((parts) => parts.join("")),
).map((text) => text.replace(/[&]/g, ""));
/** As an address has it: pieces that are not empty, "?" before them. */
const arbQuery = fc.array(piece.filter((text) => text !== ""), { maxLength: 6 }).map((pieces) => (pieces.length > 0 ? `?${pieces.join("&")}` : ""));
const toWellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

describe("a mirrored query", () => {
  it("comes back as it was, whatever else is in the address", () => {
    fc.assert(fc.property(arbQuery, arbName, arbQuery, (search, name, query) => {
      expect(readMirrored(mirrorQuery(search, name, query), name)).toBe(query);
    }), { numRuns: RUNS });
  });

  it("leaves others' parameters as they were, in their order", () => {
    fc.assert(fc.property(arbQuery, arbName, arbQuery, (search, name, query) => {
      const others = (text: string): string[] => text.replace(/^\?/, "").split("&").filter((each) => each !== "" && !each.startsWith(`${name}.`));
      expect(others(mirrorQuery(search, name, query))).toEqual(others(search));
    }), { numRuns: RUNS });
  });

  it("is written once, however often", () => {
    fc.assert(fc.property(arbQuery, arbName, arbQuery, arbQuery, (search, name, first, second) => {
      const once = mirrorQuery(search, name, second);
      expect(mirrorQuery(once, name, second)).toBe(once);
      expect(readMirrored(mirrorQuery(mirrorQuery(search, name, first), name, second), name)).toBe(readMirrored(once, name));
    }), { numRuns: RUNS });
  });

  it("does not see another embed's, and is not seen by it", () => {
    fc.assert(fc.property(arbQuery, arbName, arbName, arbQuery, arbQuery, (search, one, other, first, second) => {
      fc.pre(one !== other);
      const both = mirrorQuery(mirrorQuery(search, one, first), other, second);
      expect(readMirrored(both, one)).toBe(readMirrored(mirrorQuery(search, one, first), one));
      expect(readMirrored(mirrorQuery(both, other, ""), one)).toBe(readMirrored(both, one));
    }), { numRuns: RUNS });
  });

  it("carries every view that a link can", () => {
    for (const text of HOSTILE) {
      const query = formatQuery(parseQuery(`?q=${encodeURIComponent(toWellFormed(text))}&at=a`).view);
      expect(readMirrored(mirrorQuery("?x=1", "me", query), "me")).toBe(query);
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
