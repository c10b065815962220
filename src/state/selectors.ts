import { careerExtent, timeDomain } from "../layout/timeDomain.js";
import { viewportBounds, type ViewportBounds } from "../layout/viewport.js";
import type { Achievement, Career } from "../model/career.js";
import { newestFirst, sortAchievements, type Sort } from "../model/order.js";
import { createMatcher, type FacetCounts, type Filters, type Relaxation } from "../model/select.js";

/** Answers for one career, each remembered until it is asked about another filters object: same question, same object. */
export interface Selectors {
  /** Matching achievement ids. */
  readonly matches: (filters: Filters) => ReadonlySet<string>;
  readonly facetCounts: (filters: Filters) => FacetCounts;
  readonly relaxations: (filters: Filters) => readonly Relaxation[];
  /** Matching achievements, newest first by where their nodes stand, then in résumé order. */
  readonly ordered: (filters: Filters) => readonly Achievement[];
  /** Matching achievements as a list or table shows them. */
  readonly sorted: (filters: Filters, sort: Sort) => readonly Achievement[];
  /** All of time that a viewport may show, and how close it may come; null for a career without a single date. */
  readonly bounds: () => ViewportBounds | null;
  /** The matching achievements beside the selected one in time; see `Neighbours`. */
  readonly neighbours: (filters: Filters, at: string | null) => Neighbours;
}

/**
 * Ids of the matching nodes to the left and right of the selected one, which need not match itself; null at either end.
 * With nothing selected, `next` is the first of all and `previous` the last.
 */
export interface Neighbours {
  /** Earlier: left on the arc. */
  readonly previous: string | null;
  /** Later: right on the arc. */
  readonly next: string | null;
}

export function createSelectors(career: Career): Selectors {
  const matcher = createMatcher(career);
  const byId = new Map(career.achievements.map((achievement) => [achievement.id, achievement]));
  const newest = [...career.achievements].sort(newestFirst);

  const matches = rememberLast(matcher.matches);
  const ordered = rememberLast((filters: Filters): readonly Achievement[] => {
    const ids = matches(filters);
    return newest.filter(({ id }) => ids.has(id));
  });
  return {
    matches,
    bounds: rememberLast(() => boundsOf(career)),
    facetCounts: rememberLast(matcher.facetCounts),
    relaxations: rememberLast(matcher.relaxations),
    ordered,
    sorted: rememberLast((filters: Filters, sort: Sort) => sortAchievements(career, ordered(filters), sort)),
    neighbours: rememberLast((filters: Filters, at: string | null) => findNeighbours(ordered(filters), (at === null ? undefined : byId.get(at)) ?? null)),
  };
}

function boundsOf(career: Career): ViewportBounds | null {
  const extent = careerExtent(career);
  return extent && viewportBounds(timeDomain(extent));
}

function findNeighbours(newestToOldest: readonly Achievement[], selected: Achievement | null): Neighbours {
  if (!selected) return { previous: newestToOldest[0]?.id ?? null, next: newestToOldest.at(-1)?.id ?? null };
  return {
    previous: newestToOldest.find((achievement) => newestFirst(achievement, selected) > 0)?.id ?? null,
    next: newestToOldest.findLast((achievement) => newestFirst(achievement, selected) < 0)?.id ?? null,
  };
}

/** Remembers one answer, by identity of the arguments: a page asks about one state at a time. */
function rememberLast<Args extends readonly unknown[], Value>(compute: (...args: Args) => Value): (...args: Args) => Value {
  let last: { readonly args: Args; readonly value: Value } | null = null;
  return (...args) => {
    if (!last?.args.every((arg, index) => Object.is(arg, args[index]))) last = { args, value: compute(...args) };
    return last.value;
  };
}
