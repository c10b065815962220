import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Achievement, Career } from "../../src/model/career.js";
import { createCareer } from "../../src/model/createCareer.js";
import { createSearch } from "../../src/model/search.js";
import {
  clearFilters, createMatcher, FACETS, filtersOfView, isFiltered, NO_FILTERS, normalizeFilters, sameFilters, selectMatches, toggleOption,
  type Facet, type Filters, type SetFacet,
} from "../../src/model/select.js";
import { arbDocument } from "../support/arbitraries.js";
import { AS_OF, exampleCareer } from "./example.js";

const numRuns = Number(process.env["FC_RUNS"] ?? 300);
const SET_FACETS: readonly SetFacet[] = ["domains", "skills", "organizations"];

const arbCareer = arbDocument.map((document) => createCareer(document, AS_OF));

/** Filters that this career can have: its own ids, sorted, once each; texts that find something, and nothing. */
function arbFilters(career: Career): fc.Arbitrary<Filters> {
  const ids = (options: readonly { readonly id: string }[]): fc.Arbitrary<string[]> =>
    fc.subarray(options.map(({ id }) => id).sort(), { maxLength: Math.min(3, options.length) });
  return fc.record({
    domains: ids(career.domains), skills: ids(career.skills), organizations: ids(career.organizations),
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
  });

  it("says which facet to relax, largest first", () => {
    const matcher = createMatcher(exampleCareer);
    expect(matcher.relaxations({ ...NO_FILTERS, domains: ["apis"], skills: ["temporal"] })).toEqual([
      { facet: "domains", count: 2 }, { facet: "skills", count: 2 },
    ]);
    expect(matcher.relaxations({ ...NO_FILTERS, domains: ["payments"], skills: ["temporal"], organizations: ["17live"] })).toEqual([
      { facet: "organizations", count: 2 }, { facet: "skills", count: 1 },
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
    for (const some of [{ text: "a" }, { hasLink: true }, { hasNumber: true }, { skills: ["go"] }, { domains: ["x"] }, { organizations: ["x"] }]) {
      expect(isFiltered({ ...NO_FILTERS, ...some })).toBe(true);
    }
  });

  it("normalizes: sorted, once each, only what the career has", () => {
    const wild: Filters = { ...NO_FILTERS, domains: ["scaling", "payments", "scaling", "__proto__"], skills: ["x"], text: " as typed " };
    expect(normalizeFilters(wild, exampleCareer)).toEqual({ ...NO_FILTERS, domains: ["payments", "scaling"], text: " as typed " });
    const normal: Filters = { ...NO_FILTERS, domains: ["payments", "scaling"] };
    expect(normalizeFilters(normal, exampleCareer)).toBe(normal);
  });

  it("tells equal filters from different ones", () => {
    const base: Filters = { ...NO_FILTERS, domains: ["a", "b"], text: "t" };
    expect(sameFilters(base, { ...base, domains: ["a", "b"] })).toBe(true);
    for (const other of [{ domains: ["a"] }, { domains: ["a", "c"] }, { skills: ["a"] }, { organizations: ["a"] }, { text: "u" }, { hasNumber: true }, { hasLink: true }]) {
      expect(sameFilters(base, { ...base, ...other })).toBe(false);
    }
  });

  it("reads a named view", () => {
    expect(filtersOfView({ slug: "s", title: "S", filter: { domains: ["b", "a", "b"], text: "x" } })).toEqual({ ...NO_FILTERS, domains: ["a", "b"], text: "x" });
    expect(filtersOfView({ slug: "s", title: "S", filter: {} })).toEqual(NO_FILTERS);
  });
});
