import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCareer } from "../../src/model/createCareer.js";
import { normalizePeriod } from "../../src/model/period.js";
import { filtersOfView, NO_FILTERS, normalizeFilters, toIdSet } from "../../src/model/select.js";
import { formatQuery, parseQuery } from "../../src/state/urlCodec.js";
import { DEFAULT_VIEW_STATE, type ViewState } from "../../src/state/viewState.js";
import { AS_OF, EXAMPLE, exampleCareer } from "../model/example.js";
import { arbPeriod } from "../support/arbitraries.js";
import { arbCareer } from "../support/careers.js";

const numRuns = Number(process.env["FC_RUNS"] ?? 300);

type Asked = Partial<Omit<ViewState, "filters">> & { readonly filters?: Partial<ViewState["filters"]> };
const viewWith = ({ filters = {}, ...rest }: Asked): ViewState => ({ ...DEFAULT_VIEW_STATE, ...rest, filters: { ...NO_FILTERS, ...filters } });

/** Well-formed text with the signs that a query gives a meaning to. */
const arbText = fc.string({ unit: fc.oneof(fc.constantFrom(..."abc,+&=%#?/;: 20'()*!~"), fc.constantFrom("é", "支付", "דואר", "👩‍🚀", "\u0000", "\ufffd")), maxLength: 12 });
const arbId = arbText.filter((text) => text !== "");
const arbIds = fc.array(arbId, { maxLength: 4 }).map(toIdSet);
const arbView: fc.Arbitrary<ViewState> = fc.record({
  filters: fc.record({ domains: arbIds, skills: arbIds, organizations: arbIds, period: fc.option(arbPeriod.map(normalizePeriod)), text: fc.oneof(arbText, fc.string({ unit: "grapheme" })), hasNumber: fc.boolean(), hasLink: fc.boolean() }),
  at: fc.option(arbId),
  viewport: fc.option(fc.tuple(fc.integer({ min: -350_000, max: 2_900_000 }), fc.integer({ min: 1, max: 30_000 })).map(([day, days]) => ({ from: day * 864e5, to: (day + days) * 864e5 }))),
  list: fc.constantFrom("list" as const, "table" as const),
  sort: fc.record({ by: fc.constantFrom("when" as const, "title" as const, "organization" as const, "figure" as const), direction: fc.constantFrom("ascending" as const, "descending" as const) }),
  theme: fc.constantFrom("system" as const, "light" as const, "dark" as const),
});
/** The example with named views: one of a field, one of several facets, one that shows all. */
const viewed = createCareer({
  ...EXAMPLE,
  views: [
    { slug: "all", title: "All", filter: {} },
    { slug: "money", title: "Money", filter: { domains: ["payments"] } },
    { slug: "一_caches-2", title: "Caches", filter: { domains: ["scaling"], skills: ["redis"], text: "user cache" } },
  ],
}, AS_OF);
const caches = { domains: ["scaling"], skills: ["redis"], text: "user cache" };

/** Queries with our names in them, mistakes and all. */
const arbQuery = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.tuple(fc.constantFrom("v", "domain", "skill", "org", "q", "has", "from", "to", "view", "zoom", "at", "as", "sort", "theme", "d%6fmain", "utm_source", "", "%", "__proto__"), fc.constantFrom("=", ""),
    fc.oneof(arbText, fc.constantFrom("number,link", "table", "-title", "dark", "1", "2", "payments,scaling", "%E4%BD", "%ff", "a+b", "payments%2Cscaling", "2020", "2021-06", "2019-12-31", "2020-13", "money", "2020,2021-06", "2020-01-01%2C2020-01-31", "2021,2020", "2020,2021,2022")))
    .map((parts) => parts.join("")), { maxLength: 8 }).map((parts) => `?${parts.join("&")}`),
);

describe("zoom", () => {
  it("is rounded out to whole days", () => {
    const [from, to] = [Date.UTC(2022, 2, 5, 7, 30), Date.UTC(2022, 4, 9, 1)];
    expect(formatQuery(viewWith({ viewport: { from, to } }))).toBe("?zoom=2022-03-05,2022-05-09");
    expect(parseQuery("?zoom=2022-03-05,2022-05-09").view.viewport).toEqual({ from: Date.UTC(2022, 2, 5), to: Date.UTC(2022, 4, 10) });
  });

  it("may be typed by years and months, and with its comma escaped", () => {
    expect(parseQuery("?zoom=2020,2021-06").view.viewport).toEqual({ from: Date.UTC(2020, 0), to: Date.UTC(2021, 6) });
    expect(parseQuery("?zoom=2020%2C2020").view.viewport).toEqual({ from: Date.UTC(2020, 0), to: Date.UTC(2021, 0) });
  });

  it.each(["2020", "2021,2020", "2020,2021,2022", "a,b", ",", "2020-13,2021"])("says that %s cannot be read", (text) => {
    const { view, issues } = parseQuery(`?zoom=${text}`);
    expect(view).toEqual(DEFAULT_VIEW_STATE);
    expect(issues).toEqual([{ severity: "warning", code: "bad-value", path: "zoom", message: `cannot read "${text}" as two dates; use YYYY-MM-DD,YYYY-MM-DD` }]);
  });
});

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
    ["?from=2020&to=2021-06", { filters: { period: { from: "2020", to: "2021-06" } } }],
    ["?to=2021-06-30", { filters: { period: { from: null, to: "2021-06-30" } } }],
    ["?has=link&from=2020&at=x", { filters: { hasLink: true, period: { from: "2020", to: null } }, at: "x" }],
    ["?zoom=2022-03-01,2024-02-29&at=x", { viewport: { from: Date.UTC(2022, 2), to: Date.UTC(2024, 2) }, at: "x" }],
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

  it.each<[string, Asked]>([
    ["?view=money", { filters: { domains: ["payments"] } }],
    ["?view=money&at=billing&theme=dark", { filters: { domains: ["payments"] }, at: "billing", theme: "dark" }],
    ["?view=%E4%B8%80_caches-2", { filters: caches }],
    ["?domain=payments&has=link", { filters: { domains: ["payments"], hasLink: true } }],
    ["?domain=payments&from=2020", { filters: { domains: ["payments"], period: { from: "2020", to: null } } }],
    ["?domain=scaling&skill=redis", { filters: { domains: ["scaling"], skills: ["redis"] } }],
    ["", {}],
  ])("writes a named view by its name, for its career: %s", (expected, asked) => {
    expect(formatQuery(viewWith(asked), { career: viewed })).toBe(expected);
    expect(parseQuery(expected, viewed)).toEqual({ view: viewWith(asked), unknown: "", issues: [] });
  });

  it("knows no named views without their career", () => {
    expect(formatQuery(viewWith({ filters: { domains: ["payments"] } }))).toBe("?domain=payments");
    expect(formatQuery(viewWith({ filters: { domains: ["payments"] } }), { career: exampleCareer })).toBe("?domain=payments");
  });

  it("puts a named view where the filters stood", () => {
    expect(formatQuery(viewWith({ filters: { domains: ["payments"] } }), { career: viewed, keep: "?a=1&view=all&b=2" })).toBe("?a=1&view=money&b=2");
    expect(formatQuery(DEFAULT_VIEW_STATE, { career: viewed, keep: "?a=1&view=money&from=2020&b=2" })).toBe("?a=1&b=2");
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

  it.each<[what: string, query: string, filters: Partial<ViewState["filters"]>]>([
    ["a named view", "?view=money", { domains: ["payments"] }],
    ["the last of several", "?view=gone&view=money&view=", { domains: ["payments"] }],
    ["a name in escapes", "?view=%E4%B8%80%5Fcaches-2", caches],
    ["the view that shows all", "?view=all", {}],
    ["no filter beside it that says nothing", "?view=money&domain=&q=&has=,&org=,,", { domains: ["payments"] }],
    ["what is no filter beside it", "?at=billing&view=money&as=table", { domains: ["payments"] }],
    ["a field instead", "?view=money&domain=scaling", { domains: ["scaling"] }],
    ["a skill instead", "?skill=redis&view=money", { skills: ["redis"] }],
    ["an employer instead", "?org=17live&view=money", { organizations: ["17live"] }],
    ["a text instead", "?q=cache&view=money", { text: "cache" }],
    ["a number instead", "?has=number&view=money", { hasNumber: true }],
    ["a start instead", "?view=money&from=2020", { period: { from: "2020", to: null } }],
    ["an end instead", "?view=money&to=2020", { period: { from: null, to: "2020" } }],
  ])("finds %s: %s", (_, query, filters) => {
    const { view, issues } = parseQuery(query, viewed);
    expect(view.filters).toEqual({ ...NO_FILTERS, ...filters });
    expect(issues).toEqual([]);
  });

  it("brings no view up where a filter beside it fails", () => {
    for (const query of ["?view=money&domain=gardening", "?view=money&from=soon", "?view=money&has=photo"]) {
      const { view, issues } = parseQuery(query, viewed);
      expect(view.filters).toEqual(NO_FILTERS);
      expect(issues).toHaveLength(1);
    }
  });

  it("names a view that is not there", () => {
    const { view, issues } = parseQuery("?view=gone&at=billing", viewed);
    expect(view).toEqual(viewWith({ at: "billing" }));
    expect(issues).toEqual([{ severity: "warning", code: "unknown-id", path: "view", message: '"gone" is no view of this career; left out' }]);
    expect(parseQuery("?view=gone")).toEqual({ view: DEFAULT_VIEW_STATE, unknown: "", issues: [] });
  });

  it("shows the page's own filters where the link names none", () => {
    const own = { ...NO_FILTERS, ...caches };
    for (const query of ["", "?at=billing", "?domain=", "?view=gone", "?utm=1"]) expect(parseQuery(query, viewed, own).view.filters).toEqual(own);
    expect(parseQuery("?view=money", viewed, own).view.filters).toEqual({ ...NO_FILTERS, domains: ["payments"] });
    expect(parseQuery("?view=all", viewed, own).view.filters).toEqual(NO_FILTERS);
    expect(parseQuery("?to=2020", viewed, own).view.filters).toEqual({ ...NO_FILTERS, period: { from: null, to: "2020" } });
    expect(parseQuery("?domain=gardening", viewed, own).view.filters).toEqual(NO_FILTERS);
  });

  it("reads a period as it is meant", () => {
    expect(parseQuery("?from=2022&to=2020-06").view.filters.period).toEqual({ from: "2020-06", to: "2022" });
    expect(parseQuery("?from=2018&from=2020&to=2021%2D06").view.filters.period).toEqual({ from: "2020", to: "2021-06" });
    const { view, issues } = parseQuery("?from=2020-13&to=2021");
    expect(view.filters.period).toEqual({ from: null, to: "2021" });
    expect(issues).toEqual([{ severity: "warning", code: "bad-value", path: "from", message: 'cannot read "2020-13" as a date; use YYYY, YYYY-MM or YYYY-MM-DD' }]);
    expect(parseQuery("?to=tomorrow").view.filters.period).toBeNull();
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

  it("gives back every view of a career with named ones, which are written as such", () => {
    const arb = arbCareer.chain((career) => fc.record({
      career: fc.constant(career),
      view: arbView.map((view) => ({ ...view, at: career.achievements[0]?.id ?? null, filters: normalizeFilters({ ...view.filters, domains: career.domains.map(({ id }) => id) }, career) })),
      named: fc.nat(),
    }));
    fc.assert(fc.property(arb, ({ career, view, named }) => {
      const back = (asked: ViewState): ViewState => parseQuery(formatQuery(asked, { career }), career).view;
      expect(back(view)).toEqual(view);
      const owner = career.views[named % Math.max(1, career.views.length)];
      if (!owner) return;
      const asked = { ...view, filters: normalizeFilters(filtersOfView(owner), career) };
      expect(back(asked)).toEqual(asked);
      expect(new URLSearchParams(formatQuery(asked, { career })).get("view")).toBe(owner.slug === "all" ? null : owner.slug);
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
      const asRead = parseQuery(query, viewed).view;
      expect(parseQuery(formatQuery(asRead, { career: viewed, keep: query }), viewed).view).toEqual(asRead);
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
