import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Achievement, Career } from "../../src/model/career.js";
import { createCareer } from "../../src/model/createCareer.js";
import { normalizePeriod, periodInterval, type Period } from "../../src/model/period.js";
import { createSearch } from "../../src/model/search.js";
import {
  clearFilters, createMatcher, FACETS, filtersOfSlug, filtersOfView, findView, isActive, isFiltered, NO_FILTERS, normalizeFilters, sameFilters, selectMatches, toggleOption,
  type Facet, type Filters, type SetFacet,
} from "../../src/model/select.js";
import { arbDocument, arbPeriod } from "../support/arbitraries.js";
import { AS_OF, EXAMPLE, exampleCareer } from "./example.js";

const numRuns = Number(process.env["FC_RUNS"] ?? 300);
const SET_FACETS: readonly SetFacet[] = ["domains", "skills", "organizations"];

const arbCareer = arbDocument.map((document) => createCareer(document, AS_OF));

/** Filters that this career can have: its own ids, sorted, once each; texts that find something, and nothing. */
function arbFilters(career: Career): fc.Arbitrary<Filters> {
  const ids = (options: readonly { readonly id: string }[]): fc.Arbitrary<string[]> =>
    fc.subarray(options.map(({ id }) => id).sort(), { maxLength: Math.min(3, options.length) });
  return fc.record({
    domains: ids(career.domains), skills: ids(career.skills), organizations: ids(career.organizations),
    period: fc.option(arbPeriod.map(normalizePeriod), { freq: 1 }),
    text: fc.constantFrom("", "", " ", "orders", "acme", "payment time", "zzzzzz"),
    hasNumber: fc.nat({ max: 3 }).map((n) => n === 0), hasLink: fc.nat({ max: 3 }).map((n) => n === 0),
  });
}
const arbAsked = arbCareer.chain((career) => fc.record({ career: fc.constant(career), filters: arbFilters(career) }));

/** The definition, word for word: OR inside a facet, AND across. */
function passesFacet(career: Career, achievement: Achievement, filters: Filters, facet: Facet, found: ReadonlySet<string>): boolean {
  switch (facet) {
    case "domains":
    case "skills":
      return filters[facet].length === 0 || filters[facet].some((id) => achievement[facet].includes(id));
    case "organizations": {
      const organization = career.roles.find(({ id }) => id === achievement.roleId)?.organization;
      return filters.organizations.length === 0 || (!!organization && filters.organizations.includes(organization.id));
    }
    case "period": {
      const asked = periodInterval(filters.period);
      const { from, to } = achievement.window;
      // Some millisecond lies in both; both are half-open.
      return asked === null || Math.max(from, asked.from) <= Math.min(to, asked.to) - 1;
    }
    case "text":
      return filters.text.trim() === "" || found.has(achievement.id);
    case "hasNumber":
      return !filters.hasNumber || achievement.metrics.length > 0;
    case "hasLink":
      return !filters.hasLink || achievement.evidence.length > 0;
  }
}
function bruteMatches(career: Career, filters: Filters): string[] {
  const found = filters.text.trim() === "" ? new Set<string>() : createSearch(career)(filters.text);
  return career.achievements.filter((achievement) => FACETS.every((facet) => passesFacet(career, achievement, filters, facet, found))).map(({ id }) => id);
}
const optionsOf = (career: Career, facet: SetFacet): readonly string[] => career[facet].map(({ id }) => id);

describe("createMatcher", () => {
  it.each<[string, Partial<Filters>, string[]]>([
    ["one field, its second place too", { domains: ["payments"] }, ["billing", "invoices", "workflows", "payment-interface"]],
    ["either of two fields", { domains: ["apis", "scaling"] }, ["live-event", "template", "user-cache", "workflows", "guidelines"]],
    ["field and skill", { domains: ["payments"], skills: ["temporal"] }, ["invoices", "workflows"]],
    ["organization, by way of the role", { organizations: ["17live"], skills: ["go"] }, ["template", "user-cache"]],
    ["a number", { hasNumber: true }, ["live-event", "invoices", "payment-interface"]],
    ["a link and a field", { hasLink: true, domains: ["payments"] }, ["billing", "payment-interface"]],
    ["text over several fields of one achievement", { text: "temporal carousell" }, ["invoices", "workflows"]],
    ["blanks are no text", { text: "  " }, exampleCareer.achievements.map(({ id }) => id)],
    ["a month", { period: { from: "2024-02", to: "2024-02" } }, ["order-flow", "invoices", "workflows", "payment-interface", "guidelines"]],
    ["what ends in the last month before, not", { period: { from: "2024-04", to: "2024-04" } }, ["order-flow", "invoices", "workflows", "guidelines"]],
    ["the last day of a window", { period: { from: "2024-03-31", to: "2024-03-31" }, hasNumber: true }, ["invoices", "payment-interface"]],
    ["the first day of a window", { period: { from: null, to: "2020-06-01" }, hasNumber: true }, ["live-event"]],
    ["the day before it", { period: { from: null, to: "2020-05-31" }, hasNumber: true }, []],
    ["since a year", { period: { from: "2025", to: null }, domains: ["payments"] }, ["invoices", "workflows"]],
    ["up to a year, it with all its days", { period: { from: null, to: "2020" } }, ["live-event", "template", "user-cache", "billing"]],
    ["a time before all", { period: { from: null, to: "2017" } }, []],
    ["ends that are back to front", { period: { from: "2024-02", to: "2020-06" }, hasNumber: true }, ["live-event", "invoices", "payment-interface"]],
    ["a period that cannot be read", { period: { from: "x", to: null } }, exampleCareer.achievements.map(({ id }) => id)],
    ["nothing", { domains: ["apis"], skills: ["temporal"] }, []],
    ["an id that nothing has", { domains: ["gardening"] }, []],
  ])("matches %s", (_, asked, expected) => {
    expect([...createMatcher(exampleCareer).matches({ ...NO_FILTERS, ...asked })]).toEqual(expected);
    expect([...selectMatches(exampleCareer, { ...NO_FILTERS, ...asked })]).toEqual(expected);
  });

  it("never matches a claim", () => {
    expect(createMatcher(exampleCareer).matches(NO_FILTERS).has("experience")).toBe(false);
  });

  it("counts each option by the other facets", () => {
    const counts = createMatcher(exampleCareer).facetCounts({ ...NO_FILTERS, domains: ["payments"], organizations: ["carousell"] });
    expect([...counts.domains]).toEqual([["payments", 3], ["scaling", 1], ["apis", 1]]);
    expect([...counts.skills]).toEqual([["go", 1], ["temporal", 2], ["redis", 0]]);
    expect([...counts.organizations]).toEqual([["17live", 1], ["carousell", 3]]);
    expect([counts.hasNumber, counts.hasLink]).toEqual([2, 1]);
    const late = createMatcher(exampleCareer).facetCounts({ ...NO_FILTERS, domains: ["payments"], period: { from: "2022-04", to: null } });
    expect([...late.domains]).toEqual([["payments", 3], ["scaling", 1], ["apis", 1]]);
    expect([...late.organizations]).toEqual([["17live", 0], ["carousell", 3]]);
    expect([late.hasNumber, late.hasLink]).toEqual([2, 1]);
  });

  it("says which facet to relax, largest first", () => {
    const matcher = createMatcher(exampleCareer);
    expect(matcher.relaxations({ ...NO_FILTERS, domains: ["apis"], skills: ["temporal"] })).toEqual([
      { facet: "domains", count: 2 }, { facet: "skills", count: 2 },
    ]);
    expect(matcher.relaxations({ ...NO_FILTERS, domains: ["payments"], skills: ["temporal"], organizations: ["17live"] })).toEqual([
      { facet: "organizations", count: 2 }, { facet: "skills", count: 1 },
    ]);
    expect(matcher.relaxations({ ...NO_FILTERS, organizations: ["17live"], period: { from: "2023", to: null } })).toEqual([
      { facet: "organizations", count: 5 }, { facet: "period", count: 4 },
    ]);
    expect(matcher.relaxations({ ...NO_FILTERS, domains: ["payments"] })).toEqual([]);
    expect(matcher.relaxations({ ...NO_FILTERS, domains: ["apis"], skills: ["temporal"], hasLink: true })).toEqual([]);
  });

  it("searches a text once, and only when one is asked for", () => {
    const searched: string[] = [];
    const matcher = createMatcher(exampleCareer, () => (text) => {
      searched.push(text);
      return new Set(["billing"]);
    });
    matcher.matches(NO_FILTERS);
    expect(searched).toEqual([]);
    matcher.matches({ ...NO_FILTERS, text: "bill" });
    matcher.facetCounts({ ...NO_FILTERS, text: "bill", domains: ["payments"] });
    expect(searched).toEqual(["bill"]);
    expect([...matcher.matches({ ...NO_FILTERS, text: "billing" })]).toEqual(["billing"]);
    expect(searched).toEqual(["bill", "billing"]);
  });

  it("agrees with the definition", () => {
    fc.assert(fc.property(arbAsked, ({ career, filters }) => {
      const matcher = createMatcher(career);
      expect([...matcher.matches(filters)]).toEqual(bruteMatches(career, filters));
    }), { numRuns });
  });

  it("counts what each option would leave", () => {
    fc.assert(fc.property(arbAsked, ({ career, filters }) => {
      const counts = createMatcher(career).facetCounts(filters);
      for (const facet of SET_FACETS) {
        expect([...counts[facet]]).toEqual(optionsOf(career, facet).map((id) => [id, bruteMatches(career, { ...filters, [facet]: [id] }).length]));
      }
      expect(counts.hasNumber).toBe(bruteMatches(career, { ...filters, hasNumber: true }).length);
      expect(counts.hasLink).toBe(bruteMatches(career, { ...filters, hasLink: true }).length);
    }), { numRuns: Math.ceil(numRuns / 3) });
  });

  it("promises by a relaxation what dropping the facet gives", () => {
    fc.assert(fc.property(arbAsked, ({ career, filters }) => {
      const matcher = createMatcher(career);
      const relaxations = matcher.relaxations(filters);
      if (matcher.matches(filters).size > 0) {
        expect(relaxations).toEqual([]);
        return;
      }
      const gains = FACETS.map((facet) => ({ facet, count: matcher.matches(clearFilters(filters, facet)).size })).filter(({ count }) => count > 0);
      expect(new Set(relaxations)).toEqual(new Set(gains));
      expect(relaxations.map(({ count }) => count)).toEqual(gains.map(({ count }) => count).sort((a, b) => b - a));
    }), { numRuns });
  });

  it("is monotone: the first option of a facet never adds a match, a further one never takes one away", () => {
    const arb = arbAsked.chain((asked) => fc.record({ asked: fc.constant(asked), facet: fc.constantFrom(...SET_FACETS), place: fc.nat() }));
    fc.assert(fc.property(arb, ({ asked: { career, filters }, facet, place }) => {
      const others = optionsOf(career, facet).filter((id) => !filters[facet].includes(id));
      const id = others[place % Math.max(1, others.length)];
      if (id === undefined) return;
      const matcher = createMatcher(career);
      const before = matcher.matches(filters);
      const after = matcher.matches(toggleOption(filters, facet, id));
      const [small, large] = filters[facet].length === 0 ? [after, before] : [before, after];
      expect([...small].filter((match) => !large.has(match))).toEqual([]);
    }), { numRuns });
  });

  it("is monotone in time: a longer period takes no match away, a later start and an earlier end add none", () => {
    const arb = arbAsked.chain((asked) => fc.record({ asked: fc.constant(asked), a: arbPeriod, b: arbPeriod }));
    fc.assert(fc.property(arb, ({ asked: { career, filters }, a, b }) => {
      const [inner, outer] = [periodInterval(a), periodInterval(b)];
      if (!inner || !outer) throw new Error("an unreadable period");
      const matcher = createMatcher(career);
      const idsIn = (period: Period | null): readonly string[] => [...matcher.matches({ ...filters, period })];
      const any = new Set(idsIn(null));
      expect(idsIn(a).filter((id) => !any.has(id))).toEqual([]);
      if (inner.from < outer.from || inner.to > outer.to) return;
      const wide = new Set(idsIn(b));
      expect(idsIn(a).filter((id) => !wide.has(id))).toEqual([]);
    }), { numRuns });
  });

  it("shows everything once all is cleared", () => {
    fc.assert(fc.property(arbAsked, ({ career, filters }) => {
      expect(createMatcher(career).matches(clearFilters(filters)).size).toBe(career.achievements.length);
      expect(FACETS.reduce<Filters>((left, facet) => clearFilters(left, facet), filters)).toEqual(NO_FILTERS);
    }), { numRuns });
  });
});

describe("filters", () => {
  it("toggles an option in and out, sorted", () => {
    const one = toggleOption(NO_FILTERS, "domains", "scaling");
    const two = toggleOption(one, "domains", "payments");
    expect(two.domains).toEqual(["payments", "scaling"]);
    expect(toggleOption(two, "domains", "scaling").domains).toEqual(["payments"]);
    expect(NO_FILTERS.domains).toEqual([]);
  });

  it("is filtered by anything but blanks", () => {
    expect(isFiltered(NO_FILTERS)).toBe(false);
    expect(isFiltered({ ...NO_FILTERS, text: " \n" })).toBe(false);
    expect(isFiltered({ ...NO_FILTERS, period: { from: "x", to: null } })).toBe(false);
    for (const some of [{ text: "a" }, { period: { from: null, to: "2020" } }, { hasLink: true }, { hasNumber: true }, { skills: ["go"] }, { domains: ["x"] }, { organizations: ["x"] }]) {
      expect(isFiltered({ ...NO_FILTERS, ...some })).toBe(true);
    }
  });

  it("normalizes: sorted, once each, only what the career has", () => {
    const wild: Filters = { ...NO_FILTERS, domains: ["scaling", "payments", "scaling", "__proto__"], skills: ["x"], text: " as typed " };
    expect(normalizeFilters(wild, exampleCareer)).toEqual({ ...NO_FILTERS, domains: ["payments", "scaling"], text: " as typed " });
    const normal: Filters = { ...NO_FILTERS, domains: ["payments", "scaling"], period: { from: "2020", to: "2021-06" } };
    expect(normalizeFilters(normal, exampleCareer)).toBe(normal);
    expect(normalizeFilters({ ...NO_FILTERS, period: { from: "2022", to: "2020" } }, exampleCareer)).toEqual({ ...NO_FILTERS, period: { from: "2020", to: "2022" } });
    expect(normalizeFilters({ ...NO_FILTERS, period: { from: "x", to: null } }, exampleCareer)).toEqual(NO_FILTERS);
  });

  it("tells equal filters from different ones", () => {
    const base: Filters = { ...NO_FILTERS, domains: ["a", "b"], text: "t" };
    expect(sameFilters(base, { ...base, domains: ["a", "b"] })).toBe(true);
    const dated: Filters = { ...base, period: { from: "2020", to: null } };
    expect(sameFilters(dated, { ...dated, period: { from: "2020", to: null } })).toBe(true);
    expect(sameFilters(dated, { ...dated, period: { from: "2020-01", to: null } })).toBe(false);
    for (const other of [{ period: dated.period }, { domains: ["a"] }, { domains: ["a", "c"] }, { skills: ["a"] }, { organizations: ["a"] }, { text: "u" }, { hasNumber: true }, { hasLink: true }]) {
      expect(sameFilters(base, { ...base, ...other })).toBe(false);
    }
  });

  it("clears the period like any other facet", () => {
    const dated: Filters = { ...NO_FILTERS, text: "a", period: { from: "2020", to: null } };
    expect(isActive(dated, "period")).toBe(true);
    expect(clearFilters(dated, "period")).toEqual({ ...NO_FILTERS, text: "a" });
    expect(clearFilters(dated, "text").period).toEqual(dated.period);
  });

  it("reads a named view", () => {
    expect(filtersOfView({ slug: "s", title: "S", filter: { domains: ["b", "a", "b"], text: "x" } })).toEqual({ ...NO_FILTERS, domains: ["a", "b"], text: "x" });
    expect(filtersOfView({ slug: "s", title: "S", filter: {} })).toEqual(NO_FILTERS);
  });
});

describe("named views", () => {
  const career = createCareer({
    ...EXAMPLE,
    views: [
      { slug: "all", title: "All of it", filter: {} },
      { slug: "money", title: "Work on payments", filter: { domains: ["payments", "payments"] } },
      { slug: "money-too", title: "The same", filter: { domains: ["payments"] } },
      { slug: "caches", title: "Caches", filter: { domains: ["scaling"], skills: ["redis"], text: "cache" } },
    ],
  }, AS_OF);
  const slugOf = (filters: Partial<Filters>): string | undefined => findView(career, { ...NO_FILTERS, ...filters })?.slug;

  it("are found by what they ask for, no more and no less; the first of equal ones", () => {
    expect(slugOf({ domains: ["payments"] })).toBe("money");
    expect(slugOf({ domains: ["scaling"], skills: ["redis"], text: "cache" })).toBe("caches");
    for (const other of [{ domains: ["payments", "scaling"] }, { domains: ["payments"], hasLink: true }, { domains: ["payments"], period: { from: "2020", to: null } }, { domains: ["scaling"] }, { domains: ["scaling"], skills: ["redis"], text: "caches" }]) {
      expect(slugOf(other)).toBeUndefined();
    }
  });

  it("are found by what the career has of what they ask for", () => {
    expect(findView({ ...career, skills: [] }, { ...NO_FILTERS, domains: ["scaling"], text: "cache" })?.slug).toBe("caches");
  });

  it("are not found where nothing is asked for, even if one shows all", () => {
    expect(slugOf({})).toBeUndefined();
    expect(slugOf({ text: " " })).toBeUndefined();
  });

  it("give their filters by slug", () => {
    expect(filtersOfSlug(career, "money")).toEqual({ ...NO_FILTERS, domains: ["payments"] });
    expect(filtersOfSlug(career, "all")).toEqual(NO_FILTERS);
    expect([filtersOfSlug(career, "gone"), filtersOfSlug(career, null), filtersOfSlug(career, "__proto__")]).toEqual([null, null, null]);
    const [money] = career.views.slice(1);
    const without = { ...career, domains: [], views: money ? [money] : [] };
    expect(filtersOfSlug(without, "money")).toEqual(NO_FILTERS);
  });
});
