import type { Interval } from "../lib/units.js";
import type { Achievement, Career } from "./career.js";
import type { ViewDocument } from "./document.js";
import { normalizePeriod, periodInterval, readPeriod, samePeriod, type Period } from "./period.js";
import { createSearch, type Search } from "./search.js";

/** What a visitor asks to see. OR inside a facet, AND across facets; every facet empty = everything. */
export interface Filters {
  /** Ids, sorted, without repeats; likewise below. */
  readonly domains: readonly string[];
  readonly skills: readonly string[];
  readonly organizations: readonly string[];
  /** Matches what may have been done in it: whose window shares some time with it. null = any time. */
  readonly period: Period | null;
  /** Free text, as typed; matching trims it. */
  readonly text: string;
  readonly hasNumber: boolean;
  readonly hasLink: boolean;
}

export type SetFacet = "domains" | "skills" | "organizations";
export type Facet = SetFacet | "period" | "text" | "hasNumber" | "hasLink";

export const NO_FILTERS: Filters = Object.freeze({
  domains: Object.freeze([]), skills: Object.freeze([]), organizations: Object.freeze([]),
  period: null, text: "", hasNumber: false, hasLink: false,
});

/** In the order in which a visitor meets them; also the tie-break of `relaxations`. */
export const FACETS: readonly Facet[] = Object.freeze(["domains", "skills", "organizations", "period", "text", "hasNumber", "hasLink"] as const);

/**
 * How many achievements each option would leave: the other facets as they are, in its own facet this option alone.
 * Period and text have no options to count.
 */
export interface FacetCounts {
  /** Every option of the career in its order, those that would leave 0 too; likewise below. */
  readonly domains: ReadonlyMap<string, number>;
  readonly skills: ReadonlyMap<string, number>;
  readonly organizations: ReadonlyMap<string, number>;
  readonly hasNumber: number;
  readonly hasLink: number;
}

/** One way out of an empty result: without this facet, `count` achievements would match. `count >= 1`. */
export interface Relaxation {
  readonly facet: Facet;
  readonly count: number;
}

export interface Matcher {
  /** Achievement ids in résumé order; claims stand on no arc and are never among them. */
  readonly matches: (filters: Filters) => ReadonlySet<string>;
  readonly facetCounts: (filters: Filters) => FacetCounts;
  /** Largest first. Empty where something matches, and where dropping a single facet does not help. */
  readonly relaxations: (filters: Filters) => readonly Relaxation[];
}

/** One bit per facet: the facets that keep an achievement out. 0 = it matches, a power of two = one facet decides. */
const BIT: Readonly<Record<Facet, number>> = { domains: 1, skills: 2, organizations: 4, period: 8, text: 16, hasNumber: 32, hasLink: 64 };

/** What matching reads of an achievement. */
interface Entry {
  readonly id: string;
  readonly domains: readonly string[];
  readonly skills: readonly string[];
  /** Empty where the role has no organization. */
  readonly organizations: readonly string[];
  readonly window: Interval;
  readonly hasNumber: boolean;
  readonly hasLink: boolean;
}

/**
 * Answers what matches, for one career. Each question is one pass over the achievements.
 *
 * An achievement counts for an option when nothing keeps it out but the option's own facet, and relaxing a facet lets
 * in those that it alone keeps out; so one bit mask per achievement answers all three questions.
 * O(achievements + options); the text index is built when a text is first asked for, and the last text is remembered.
 */
export function createMatcher(career: Career, createTextSearch: (career: Career) => Search = createSearch): Matcher {
  const entries = createEntries(career);
  let search: Search | null = null;
  let last: { readonly text: string; readonly ids: ReadonlySet<string> } | null = null;

  function textMatches(text: string): ReadonlySet<string> | null {
    if (text.trim() === "") return null;
    if (last?.text !== text) {
      search ??= createTextSearch(career);
      last = { text, ids: search(text) };
    }
    return last.ids;
  }

  /** Calls back once per achievement with the facets that keep it out. */
  function forEach(filters: Filters, visit: (entry: Entry, failed: number) => void): void {
    const found = textMatches(filters.text);
    const domains = new Set(filters.domains);
    const skills = new Set(filters.skills);
    const organizations = new Set(filters.organizations);
    const period = periodInterval(filters.period);
    for (const entry of entries) {
      let failed = 0;
      if (!passes(domains, entry.domains)) failed |= BIT.domains;
      if (!passes(skills, entry.skills)) failed |= BIT.skills;
      if (!passes(organizations, entry.organizations)) failed |= BIT.organizations;
      if (period !== null && !overlap(period, entry.window)) failed |= BIT.period;
      if (found !== null && !found.has(entry.id)) failed |= BIT.text;
      if (filters.hasNumber && !entry.hasNumber) failed |= BIT.hasNumber;
      if (filters.hasLink && !entry.hasLink) failed |= BIT.hasLink;
      visit(entry, failed);
    }
  }

  return {
    matches(filters) {
      const ids = new Set<string>();
      forEach(filters, (entry, failed) => {
        if (failed === 0) ids.add(entry.id);
      });
      return ids;
    },

    facetCounts(filters) {
      const domains = new Map(career.domains.map(({ id }) => [id, 0]));
      const skills = new Map(career.skills.map(({ id }) => [id, 0]));
      const organizations = new Map(career.organizations.map(({ id }) => [id, 0]));
      let hasNumber = 0;
      let hasLink = 0;
      forEach(filters, (entry, failed) => {
        if ((failed & ~BIT.domains) === 0) countIn(domains, entry.domains);
        if ((failed & ~BIT.skills) === 0) countIn(skills, entry.skills);
        if ((failed & ~BIT.organizations) === 0) countIn(organizations, entry.organizations);
        if (entry.hasNumber && (failed & ~BIT.hasNumber) === 0) hasNumber++;
        if (entry.hasLink && (failed & ~BIT.hasLink) === 0) hasLink++;
      });
      return { domains, skills, organizations, hasNumber, hasLink };
    },

    relaxations(filters) {
      const counts = new Map<number, number>();
      forEach(filters, (_, failed) => counts.set(failed, (counts.get(failed) ?? 0) + 1));
      if (counts.has(0)) return [];
      return FACETS.map((facet) => ({ facet, count: counts.get(BIT[facet]) ?? 0 }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count);
    },
  };
}

function createEntries(career: Career): readonly Entry[] {
  const organizationOf = new Map(career.roles.map((role) => [role.id, role.organization?.id]));
  return career.achievements.map((achievement) => {
    const organization = organizationOf.get(achievement.roleId);
    return {
      id: achievement.id,
      domains: unique(achievement.domains),
      skills: unique(achievement.skills),
      organizations: organization === undefined ? [] : [organization],
      window: achievement.window,
      hasNumber: hasNumber(achievement),
      hasLink: hasLink(achievement),
    };
  });
}

/** "Has a number": at least one metric, so a figure that can be traced to its quote. */
export const hasNumber = (achievement: Achievement): boolean => achievement.metrics.length > 0;

/** "Has a link": at least one piece of evidence that can be opened. */
export const hasLink = (achievement: Achievement): boolean => achievement.evidence.length > 0;

const passes = (wanted: ReadonlySet<string>, ids: readonly string[]): boolean => wanted.size === 0 || ids.some((id) => wanted.has(id));

/** Both half-open: that one ends where the other begins is no time together. */
const overlap = (a: Interval, b: Interval): boolean => a.from < b.to && b.from < a.to;

function countIn(counts: Map<string, number>, ids: readonly string[]): void {
  for (const id of ids) {
    const n = counts.get(id);
    if (n !== undefined) counts.set(id, n + 1);
  }
}

/** One question, asked once. Whoever asks again keeps a matcher. */
export const selectMatches = (career: Career, filters: Filters): ReadonlySet<string> => createMatcher(career).matches(filters);

/** True where the filters can keep something out; a text of blanks cannot. */
export function isFiltered(filters: Filters): boolean {
  return FACETS.some((facet) => isActive(filters, facet));
}

export function isActive(filters: Filters, facet: Facet): boolean {
  switch (facet) {
    case "period":
      return readPeriod(filters.period) !== null;
    case "text":
      return filters.text.trim() !== "";
    case "hasNumber":
    case "hasLink":
      return filters[facet];
    default:
      return filters[facet].length > 0;
  }
}

/** Adds the option, or takes it out. */
export function toggleOption(filters: Filters, facet: SetFacet, id: string): Filters {
  const ids = filters[facet];
  return { ...filters, [facet]: ids.includes(id) ? ids.filter((other) => other !== id) : toIdSet([...ids, id]) };
}

/** Without one facet, or without any. */
export function clearFilters(filters: Filters, facet?: Facet): Filters {
  return facet === undefined ? NO_FILTERS : { ...filters, [facet]: NO_FILTERS[facet] };
}

/** Ids sorted, once each, and only those the career has; the period as it is understood. Gives the same object back where nothing changes. */
export function normalizeFilters(filters: Filters, career: Career): Filters {
  const normal: Filters = {
    ...filters,
    domains: knownOf(filters.domains, career.domains),
    skills: knownOf(filters.skills, career.skills),
    organizations: knownOf(filters.organizations, career.organizations),
    period: normalizePeriod(filters.period),
  };
  return sameFilters(normal, filters) ? filters : normal;
}

function knownOf(ids: readonly string[], options: readonly { readonly id: string }[]): readonly string[] {
  if (ids.length === 0) return ids;
  const known = new Set(options.map(({ id }) => id));
  return toIdSet(ids.filter((id) => known.has(id)));
}

/** By code unit, so that the order is the same on every machine. */
export const toIdSet = (ids: readonly string[]): readonly string[] => unique(ids).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

export function sameFilters(a: Filters, b: Filters): boolean {
  return a === b || (
    a.text === b.text && a.hasNumber === b.hasNumber && a.hasLink === b.hasLink &&
    sameIds(a.domains, b.domains) && sameIds(a.skills, b.skills) && sameIds(a.organizations, b.organizations) && samePeriod(a.period, b.period)
  );
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, index) => id === b[index]);

/** The filters of one of the owner's named views. */
export function filtersOfView({ filter }: ViewDocument): Filters {
  return {
    ...NO_FILTERS,
    domains: toIdSet(filter.domains ?? []),
    skills: toIdSet(filter.skills ?? []),
    organizations: toIdSet(filter.organizations ?? []),
    text: filter.text ?? "",
  };
}

/** The filters of the named view of that slug, as far as the career has what they ask for; null where there is no such view. */
export function filtersOfSlug(career: Career, slug: string | null): Filters | null {
  const view = career.views.find((other) => other.slug === slug);
  return view ? normalizeFilters(filtersOfView(view), career) : null;
}

/** The first of the owner's named views that asks for exactly this; null where none does, and where nothing is asked for. */
export function findView(career: Career, filters: Filters): ViewDocument | null {
  if (!isFiltered(filters)) return null;
  return career.views.find((view) => sameFilters(normalizeFilters(filtersOfView(view), career), filters)) ?? null;
}
