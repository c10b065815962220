import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_FILTERS, toIdSet } from "../../src/model/select.js";
import { formatQuery, parseQuery } from "../../src/state/urlCodec.js";
import { DEFAULT_VIEW_STATE, type ViewState } from "../../src/state/viewState.js";
import { exampleCareer } from "../model/example.js";

const numRuns = Number(process.env["FC_RUNS"] ?? 300);

type Asked = Partial<Omit<ViewState, "filters">> & { readonly filters?: Partial<ViewState["filters"]> };
const viewWith = ({ filters = {}, ...rest }: Asked): ViewState => ({ ...DEFAULT_VIEW_STATE, ...rest, filters: { ...NO_FILTERS, ...filters } });

/** Well-formed text with the signs that a query gives a meaning to. */
const arbText = fc.string({ unit: fc.oneof(fc.constantFrom(..."abc,+&=%#?/;: 20'()*!~"), fc.constantFrom("é", "支付", "דואר", "👩‍🚀", "\u0000", "\ufffd")), maxLength: 12 });
const arbId = arbText.filter((text) => text !== "");
const arbIds = fc.array(arbId, { maxLength: 4 }).map(toIdSet);
const arbView: fc.Arbitrary<ViewState> = fc.record({
  filters: fc.record({ domains: arbIds, skills: arbIds, organizations: arbIds, text: fc.oneof(arbText, fc.string({ unit: "grapheme" })), hasNumber: fc.boolean(), hasLink: fc.boolean() }),
  at: fc.option(arbId),
  list: fc.constantFrom("list" as const, "table" as const),
  sort: fc.record({ by: fc.constantFrom("when" as const, "title" as const, "organization" as const, "figure" as const), direction: fc.constantFrom("ascending" as const, "descending" as const) }),
  theme: fc.constantFrom("system" as const, "light" as const, "dark" as const),
});
/** Queries with our names in them, mistakes and all. */
const arbQuery = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.tuple(fc.constantFrom("v", "domain", "skill", "org", "q", "has", "at", "as", "sort", "theme", "d%6fmain", "utm_source", "", "%", "__proto__"), fc.constantFrom("=", ""),
    fc.oneof(arbText, fc.constantFrom("number,link", "table", "-title", "dark", "1", "2", "payments,scaling", "%E4%BD", "%ff", "a+b", "payments%2Cscaling")))
    .map((parts) => parts.join("")), { maxLength: 8 }).map((parts) => `?${parts.join("&")}`),
);

describe("formatQuery", () => {
  it.each<[string, Asked]>([
    ["", {}],
    ["?domain=payments,scaling", { filters: { domains: ["payments", "scaling"] } }],
    [
      "?domain=payments,scaling&skill=go&org=carousell&q=go+team&has=number,link&at=payment-interface&as=table&sort=-title&theme=dark",
      {
        filters: { domains: ["payments", "scaling"], skills: ["go"], organizations: ["carousell"], text: "go team", hasNumber: true, hasLink: true },
        at: "payment-interface", list: "table", sort: { by: "title", direction: "descending" }, theme: "dark",
      },
    ],
    ["?sort=when", { sort: { by: "when", direction: "ascending" } }],
    ["?sort=figure", { sort: { by: "figure", direction: "ascending" } }],
    ["?has=link", { filters: { hasLink: true } }],
    ["?q=C%2B%2B+%26+50%25", { filters: { text: "C++ & 50%" } }],
    ["?q=%28done%29", { filters: { text: "(done)" } }],
    ["?domain=a%2Cb,c", { filters: { domains: ["a,b", "c"] } }],
    ["?org=%E4%B8%80", { filters: { organizations: ["一"] } }],
  ])("%s", (expected, asked) => {
    expect(formatQuery(viewWith(asked))).toBe(expected);
    expect(parseQuery(expected)).toEqual({ view: viewWith(asked), unknown: "", issues: [] });
  });

  it("keeps others' parameters in place, as they were", () => {
    const view = viewWith({ at: "x", theme: "dark" });
    expect(formatQuery(view, { keep: "?utm_source=a%20b&page&x=1+2" })).toBe("?utm_source=a%20b&page&x=1+2&at=x&theme=dark");
    expect(formatQuery(view, { keep: "b=2&at=old&a=1&domain=old" })).toBe("?b=2&at=x&theme=dark&a=1");
    expect(formatQuery(view, { keep: "?theme=light&a=1#here" })).toBe("?at=x&theme=dark&a=1");
    expect(formatQuery(DEFAULT_VIEW_STATE, { keep: "?at=x&a=1&&a=2" })).toBe("?a=1&a=2");
    expect(formatQuery(DEFAULT_VIEW_STATE, { keep: "?at=x" })).toBe("");
  });

  it("does not stumble over half a sign", () => {
    expect(formatQuery(viewWith({ filters: { text: "a\ud800b" } }))).toBe("?q=a%EF%BF%BDb");
  });
});

describe("parseQuery", () => {
  it("adds up repeated parameters; of choices the last counts", () => {
    const { view, issues } = parseQuery("?domain=b&domain=a,b&q=go&q=team&has=number&has=link&at=x&at=y&as=table&as=list&theme=dark&theme=light&sort=title&sort=-figure");
    expect(view).toEqual(viewWith({ filters: { domains: ["a", "b"], text: "go team", hasNumber: true, hasLink: true }, at: "y", theme: "light", sort: { by: "figure", direction: "descending" } }));
    expect(issues).toEqual([]);
  });

  it.each([
    ["no question mark", "at=x", viewWith({ at: "x" })],
    ["empty values", "?domain=&q=&at=&as=&has=,&v=&skill=,,", DEFAULT_VIEW_STATE],
    ["a name in escapes", "?d%6Fmain=a", viewWith({ filters: { domains: ["a"] } })],
    ["a list with its commas escaped", "?has=number%2Clink", viewWith({ filters: { hasNumber: true, hasLink: true } })],
    ["blanks either way", "?q=a%20b+c", viewWith({ filters: { text: "a b c" } })],
    ["percent signs that are none", "?q=50%&at=%E4%BD&domain=%zz", viewWith({ filters: { text: "50%", domains: ["%zz"] }, at: "%E4%BD" })],
    ["good escapes beside bad ones", "?q=%41%20%ff%E6%94%AF%C0%80%E4%BD%", viewWith({ filters: { text: "A %ff支%C0%80%E4%BD%" } })],
    ["a fragment", "?at=x#at=y", viewWith({ at: "x" })],
    ["equals signs in a value", "?q=a=b=c", viewWith({ filters: { text: "a=b=c" } })],
  ])("reads %s", (_, query, expected) => {
    expect(parseQuery(query).view).toEqual(expected);
  });

  it("hands back what is not ours", () => {
    expect(parseQuery("?utm_source=a%20b&at=x&page&=&__proto__=1").unknown).toBe("utm_source=a%20b&page&=&__proto__=1");
  });

  it("names what it cannot read", () => {
    const { view, issues } = parseQuery("?as=grid&sort=size&theme=pink&has=number,photo&v=x");
    expect(view).toEqual(viewWith({ filters: { hasNumber: true } }));
    expect(issues.map(({ severity, code, path }) => [severity, code, path])).toEqual(["v", "has", "as", "sort", "theme"].map((path) => ["warning", "bad-value", path]));
    expect(issues.find(({ path }) => path === "as")?.message).toBe('cannot read "grid"; use list, table');
    expect(parseQuery(`?as=${"x".repeat(100_000)}`).issues[0]?.message.length).toBeLessThan(120);
  });

  it("leaves out ids that the career does not have, and names them", () => {
    const { view, issues } = parseQuery("?domain=payments,gardening&skill=go&org=acme&at=nothing", exampleCareer);
    expect(view).toEqual(viewWith({ filters: { domains: ["payments"], skills: ["go"] } }));
    expect(issues.map(({ code, path, message }) => `${code} ${path} ${message.split(" ")[0]}`)).toEqual(['unknown-id at "nothing"', 'unknown-id domain "gardening"', 'unknown-id org "acme"']);
    expect(parseQuery("?at=billing", exampleCareer)).toEqual({ view: viewWith({ at: "billing" }), unknown: "", issues: [] });
  });

  it("reads a list whose commas were escaped on the way, where the career tells", () => {
    expect(parseQuery("?domain=payments%2Cscaling", exampleCareer)).toEqual({ view: viewWith({ filters: { domains: ["payments", "scaling"] } }), unknown: "", issues: [] });
    const [payments] = exampleCareer.domains;
    if (!payments) throw new Error("the example has no field");
    const career = { ...exampleCareer, domains: [...exampleCareer.domains, { ...payments, id: "payments,scaling" }] };
    expect(parseQuery("?domain=payments%2Cscaling", career).view.filters.domains).toEqual(["payments,scaling"]);
  });

  it("bears 100 kB of anything", () => {
    for (const piece of ["&", "=", "%", ",", "domain=a&", "domain=a,", "%E4", "+", "#"]) {
      expect(() => parseQuery(`?domain=${piece.repeat(100_000 / piece.length)}`, exampleCareer)).not.toThrow();
    }
  });
});

describe("the codec", () => {
  it("gives back every view", () => {
    fc.assert(fc.property(arbView, (view) => {
      expect(parseQuery(formatQuery(view))).toEqual({ view, unknown: "", issues: [] });
    }), { numRuns });
  });

  it("writes nothing that has to be escaped again", () => {
    fc.assert(fc.property(arbView, (view) => {
      const query = formatQuery(view);
      expect(query).toMatch(/^(\?[\w\-.~%,+=&]+)?$/);
      expect(new URL(query, "https://example.org/").search).toBe(query);
    }), { numRuns });
  });

  it("never throws, and reads its own writing as it read the first", () => {
    fc.assert(fc.property(arbQuery, (query) => {
      const parsed = parseQuery(query);
      const written = formatQuery(parsed.view);
      expect(formatQuery(parseQuery(written).view)).toBe(written);
      const kept = formatQuery(parsed.view, { keep: query });
      expect(parseQuery(kept)).toEqual({ ...parseQuery(written), unknown: parsed.unknown });
      expect(formatQuery(parseQuery(kept).view, { keep: kept })).toBe(kept);
    }), { numRuns });
  });

  it("gives views that the career has", () => {
    fc.assert(fc.property(arbQuery, (query) => {
      const { view, issues } = parseQuery(query, exampleCareer);
      const known = new Set(exampleCareer.domains.map(({ id }) => id));
      expect(view.filters.domains.every((id) => known.has(id))).toBe(true);
      expect(view.at === null || exampleCareer.achievements.some(({ id }) => id === view.at)).toBe(true);
      expect(issues.every(({ severity }) => severity === "warning")).toBe(true);
    }), { numRuns });
  });
});
