import type { EpochMs, Interval } from "../lib/units.js";
import type { PartialDate } from "./dates.js";

interface Stated {
  readonly start: PartialDate;
  /** null = ongoing. */
  readonly end: PartialDate | null;
}

/**
 * The interval of each role as drawn: ends inclusive, ongoing ones reach to `asOf`, and where one role ends in the very
 * month (or year) that another begins in, both meet in its middle, since one is known to have followed the other.
 *
 *   stated   A |=========== Mar|      B |Mar ==========|
 *   drawn    A |=========== ▏         B   ▕============|      one lane, no overlap
 *
 * A role that begins and ends within that one month keeps all of it: half of nothing more is known about it.
 * Of a month that `asOf` lies in only the part that is over is halved: who changed this month has already changed.
 * A role that is to begin after `asOf` gets its first stated moment, so that no interval is ever empty.
 * @returns same order as the input; every interval has from < to. O(n)
 */
export function assignHandOvers(roles: readonly Stated[], asOf: EpochMs): readonly Interval[] {
  const begins = new Set(roles.filter(outlastsItsStart).map((role) => role.start.text));
  const ends = new Set(roles.filter(outlastsItsStart).flatMap((role) => (role.end ? [role.end.text] : [])));
  return roles.map((role) => {
    const from = outlastsItsStart(role) && meetsInside(role.start, ends) ? middle(role.start, asOf) : role.start.from;
    if (!role.end) return { from, to: Math.max(asOf, from + 1) };
    const to = outlastsItsStart(role) && meetsInside(role.end, begins) ? middle(role.end, asOf) : role.end.to;
    return { from, to };
  });
}

const outlastsItsStart = (role: Stated): boolean => role.end === null || role.end.from >= role.start.to;

/** A day is exact enough to be met at its own edge. */
const meetsInside = (date: PartialDate, others: ReadonlySet<string>): boolean =>
  date.precision !== "day" && others.has(date.text);

const middle = ({ from, to }: PartialDate, asOf: EpochMs): EpochMs => Math.floor((from + (asOf > from ? Math.min(to, asOf) : to)) / 2);
