import { bisectLeft, bisectRight } from "d3-array";
import type { EpochMs, Interval, Px } from "../lib/units.js";
import type { Achievement, Career } from "../model/career.js";
import type { ArcSeries } from "./arcSeries.js";
import { leadingDomain } from "./arcSeries.js";
import { careerExtent } from "./timeDomain.js";

/**
 * A career laid out for looking at any part of it, made once: what a viewport costs then follows from what is seen in it,
 * not from how much there is.
 */
export interface ArcIndex {
  /** By where their marks stand, then in résumé order. */
  readonly inTime: readonly Achievement[];
  /** Where each of `inTime` stands, ascending. */
  readonly centres: Float64Array;
  /** Every achievement's band, by place in `inTime`; index into `bands`. */
  readonly bandOf: Uint8Array | Uint16Array;
  /** Bottom to top: the largest field of the whole career first, so that the order never changes with the viewport. */
  readonly bands: readonly IndexedBand[];
  /** From the first to the last known moment: before and after it nothing is drawn. Null for a career without any. */
  readonly extent: Interval | null;
}

export interface IndexedBand {
  /** "" gathers the achievements that name none. */
  readonly domainId: string;
  readonly count: number;
  readonly all: Cumulative;
}

/** A sum that grows along straight lines: at `times[i]` it is `values[i]`, and from there on it grows by `slopes[i]` a millisecond. */
export interface Cumulative {
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly slopes: Float64Array;
  /** Where its members' windows begin and end, each ascending. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

const known = new WeakMap<Career, ArcIndex>();

/** The index of a career, made when it is first asked for. */
export function indexOf(career: Career): ArcIndex {
  const index = known.get(career) ?? createArcIndex(career);
  known.set(career, index);
  return index;
}

/** O(n log n). */
export function createArcIndex(career: Career): ArcIndex {
  const inTime = [...career.achievements].sort((a, b) => a.centre - b.centre || a.index - b.index);
  const byDomain = new Map<string, Achievement[]>(career.domains.map(({ id }) => [id, []]));
  for (const achievement of inTime) {
    const id = leadingDomain(achievement);
    const members = byDomain.get(id);
    if (members) members.push(achievement);
    else byDomain.set(id, [achievement]);
  }
  const bands = [...byDomain]
    .filter(([, members]) => members.length > 0)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([domainId, members]): IndexedBand => ({ domainId, count: members.length, all: cumulate(members) }));
  const place = new Map(bands.map(({ domainId }, i) => [domainId, i]));
  return {
    inTime,
    centres: Float64Array.from(inTime, ({ centre }) => centre),
    bandOf: (bands.length < 256 ? Uint8Array : Uint16Array).from(inTime.map((achievement) => place.get(leadingDomain(achievement)) ?? 0)),
    bands,
    extent: careerExtent(career),
  };
}

/** How many of the first `i` marks match, for every i from 0 on: what a stretch holds is then one subtraction. */
export type MatchCounts = Uint32Array;

export function countMatches({ inTime }: ArcIndex, matches: ReadonlySet<string>): MatchCounts {
  const counts = new Uint32Array(inTime.length + 1);
  inTime.forEach(({ id }, i) => (counts[i + 1] = (counts[i] ?? 0) + (matches.has(id) ? 1 : 0)));
  return counts;
}

/** The matching part of every band, in the order of the bands. */
export function cumulateMatches({ inTime, bandOf, bands }: ArcIndex, matches: ReadonlySet<string>): readonly Cumulative[] {
  const members = bands.map((): Achievement[] => []);
  inTime.forEach((achievement, i) => {
    if (matches.has(achievement.id)) members[bandOf[i] ?? 0]?.push(achievement);
  });
  return members.map(cumulate);
}

/** The marks whose places lie in the viewport, both of its ends included, as indices into `inTime`, or into any others that ascend: from ≤ i < to. */
export function marksIn({ centres }: { readonly centres: ArrayLike<EpochMs> }, { from, to }: Interval): { readonly from: number; readonly to: number } {
  return { from: bisectLeft(centres, from), to: bisectRight(centres, to) };
}

/** Value at any time: 0 before it begins, the number of its members once all are done. O(log n). */
export function valueOf({ times, values, slopes }: Cumulative, time: EpochMs): number {
  return valueAfter({ times, values, slopes }, countUpTo(times, time, 0), time);
}

/** @param passed how many of its breakpoints lie at or before `time` */
function valueAfter({ times, values, slopes }: Pick<Cumulative, "times" | "values" | "slopes">, passed: number, time: EpochMs): number {
  const i = passed - 1;
  const from = times[i];
  return from === undefined ? 0 : (values[i] ?? 0) + (slopes[i] ?? 0) * (time - from);
}

/**
 * How many of `times`, ascending, are at most `time`; the first `least` of them are known to be. Asked thousands of times
 * for each step of a viewport, and a comparator that takes anything costs several times as much.
 */
function countUpTo(times: Float64Array, time: EpochMs, least: number): number {
  let low = least;
  let high = least;
  // What is asked for next lies near: by steps that double, so that the way there counts and not the length of it all.
  for (let step = 1; high < times.length && (times[high] ?? Infinity) <= time; step *= 2) {
    low = high + 1;
    high += step;
  }
  high = Math.min(high, times.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of its members' windows reach into a stretch of time. O(log n). */
export const countIn = ({ starts, ends }: Cumulative, { from, to }: Interval): number => bisectLeft(starts, to) - bisectRight(ends, from);

/** Finer than this no break in a line can be seen. */
const COLUMN: Px = 2;

/**
 * The arc of a viewport, counted from its left edge: how many achievements are expected to be done since then. Exact at
 * its breakpoints; where there are more of them than columns of two pixels, exact at every column. It begins and ends with
 * the career: past "now" nobody knows anything, not even that nothing was done.
 *
 * @param matched as `cumulateMatches` gives it; null = no filter
 * @param width of the drawing
 * O(columns × bands × log n).
 */
export function seriesIn({ bands, extent }: ArcIndex, matched: readonly Cumulative[] | null, viewport: Interval, width: Px): ArcSeries {
  const drawn = within(viewport, extent ?? viewport);
  const times = timesIn(bands, drawn, Math.max(2, Math.ceil(width / COLUMN)));
  const along = (sum: Cumulative): number[] => {
    const base = valueOf(sum, viewport.from);
    let passed = 0;
    return times.map((time) => {
      passed = countUpTo(sum.times, time, passed);
      return valueAfter(sum, passed, time) - base;
    });
  };
  const total = times.map(() => 0);
  const rows = bands.map(({ domainId, count, all }, i) => {
    const whole = along(all);
    const part = matched?.[i];
    for (let at = 0; at < total.length; at++) total[at] = (total[at] ?? 0) + (whole[at] ?? 0);
    return { domainId, count, all: whole, matched: part ? along(part) : whole };
  });
  return { times, bands: rows, total };
}

/** The part of a viewport that lies in an extent; without length, at the viewport's nearer end, where none does. */
export const within = ({ from, to }: Interval, extent: Interval): Interval => {
  const clamp = (time: EpochMs): EpochMs => Math.max(from, Math.min(to, time));
  return { from: clamp(extent.from), to: clamp(extent.to) };
};

function timesIn(bands: readonly IndexedBand[], { from, to }: Interval, columns: number): EpochMs[] {
  const ranges = bands.map(({ all: { times } }) => ({ times, first: bisectRight(times, from), last: bisectLeft(times, to) }));
  if (ranges.reduce((sum, { first, last }) => sum + last - first, 0) > columns) {
    return Array.from({ length: columns + 1 }, (_, i) => (i === columns ? to : from + ((to - from) * i) / columns));
  }
  const inside = ranges.flatMap(({ times, first, last }) => [...times.subarray(first, last)]);
  return [from, ...new Set(inside.sort((a, b) => a - b)), to];
}

/**
 * Each member grows from 0 to 1 over its window. Between two breakpoints the sum is a straight line; where no window is
 * open it is the exact number of those that are done, so that no error is carried on.
 */
function cumulate(members: readonly Achievement[]): Cumulative {
  const starts = Float64Array.from(members, ({ window }) => window.from).sort();
  const byEnd = [...members].sort((a, b) => a.window.to - b.window.to);
  const byStart = [...members].sort((a, b) => a.window.from - b.window.from);
  const times = Float64Array.from(new Set([...starts, ...byEnd.map(({ window }) => window.to)])).sort();
  const values = new Float64Array(times.length);
  const slopes = new Float64Array(times.length);
  const slopeOf = ({ window }: Achievement): number => 1 / (window.to - window.from);
  let [begun, done, slope, value] = [0, 0, 0, 0];
  times.forEach((time, i) => {
    value += slope * (time - (times[i - 1] ?? time));
    for (let next = byEnd[done]; next && next.window.to <= time; next = byEnd[++done]) slope -= slopeOf(next);
    for (let next = byStart[begun]; next && next.window.from <= time; next = byStart[++begun]) slope += slopeOf(next);
    // A step of one millisecond is steeper than all else together: what is left of it once it is over is an error.
    if (begun === done) [slope, value] = [0, done];
    values[i] = value;
    slopes[i] = slope;
  });
  return { times, values, slopes, starts, ends: Float64Array.from(byEnd, ({ window }) => window.to) };
}
