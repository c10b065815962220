import { bisectRight } from "d3-array";
import { utcDay, utcMonday, utcMonth, utcYear, type TimeInterval } from "d3-time";
import type { EpochMs, Interval, Px } from "../lib/units.js";
import { DAY_MS } from "../lib/units.js";
import type { Activity, ActivitySeries } from "../model/activity.js";
import { createTimeScale } from "./timeScale.js";

type Precision = "day" | "month" | "year";

/** Dates of one precision: stretches that follow each other and never overlap. */
interface Track {
  readonly precision: Precision;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** What lies before each of them; one longer, the last is the sum of all. */
  readonly before: Float64Array;
}

/** Activity that is summed up already, so that a stretch of it costs two look-ups. */
export interface ActivityIndex {
  readonly tracks: readonly Track[];
  readonly total: number;
}

export interface ActivityBar {
  /** The bin, whole, also where the viewport cuts it. */
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** The part of it that is in the viewport. */
  readonly x0: Px;
  readonly x1: Px;
  /** Upper edge; the base is at the height that was given. */
  readonly y: Px;
  /** In that part. Whole where every date is a day or lies in it entirely. */
  readonly count: number;
  /** Of the whole bin, so that a bar at the edge keeps its height while it is moved. */
  readonly perDay: number;
}

/** How long the bins are; in years where `every` is more than 1. */
export interface ActivityBin {
  readonly unit: "day" | "week" | "month" | "quarter" | "year";
  readonly every: number;
}

/** What there is in a stretch of time. */
export interface ActivityCount {
  /** Whole where nothing is spread. */
  readonly count: number;
  /** The coarsest dates of which only a part lies in the stretch: of these it is not known how much does. */
  readonly spread: "month" | "year" | null;
}

export interface PlacedActivity {
  /** From left to right; bins without a count have none. */
  readonly bars: readonly ActivityBar[];
  readonly bin: ActivityBin;
  /** Of the bars, each over its whole bin; the height stands for it. 0 without bars. */
  readonly maxPerDay: number;
  /** In the viewport: the sum of the bars. */
  readonly total: number;
}

/** Narrower bins are no longer told apart. */
export const LEAST_BIN: Px = 3;
/** One beside a thousand is still to be seen. */
const LEAST_HEIGHT: Px = 1;

interface Bin {
  readonly interval: TimeInterval;
  /** Shortest length: no bin is narrower than LEAST_BIN, February included. */
  readonly ms: EpochMs;
  readonly bin: ActivityBin;
}

function everyNth(interval: { every(step: number): TimeInterval | null }, n: number): TimeInterval {
  const step = interval.every(n);
  if (!step) throw new Error(`no such step: ${n}`);
  return step;
}

/** Fine to coarse. */
const BINS: readonly Bin[] = [
  { interval: utcDay, ms: DAY_MS, bin: { unit: "day", every: 1 } },
  { interval: utcMonday, ms: 7 * DAY_MS, bin: { unit: "week", every: 1 } },
  { interval: utcMonth, ms: 28 * DAY_MS, bin: { unit: "month", every: 1 } },
  { interval: everyNth(utcMonth, 3), ms: 90 * DAY_MS, bin: { unit: "quarter", every: 1 } },
  { interval: utcYear, ms: 365 * DAY_MS, bin: { unit: "year", every: 1 } },
  // Two years may be without a leap day.
  ...[2, 5, 10, 20, 50, 100, 200, 500, 1000].map((n): Bin => ({ interval: everyNth(utcYear, n), ms: n * 365 * DAY_MS, bin: { unit: "year", every: n } })),
];

/**
 * Sums up once what is then asked for at every step. O(entries).
 * @param isShown which series count: those that a filter leaves
 */
export function toActivityIndex(activity: Activity, isShown: (series: ActivitySeries) => boolean = () => true): ActivityIndex {
  const shown = activity.series.map(isShown);
  const places = new Map<Precision, number[]>([["day", []], ["month", []], ["year", []]]);
  activity.from.forEach((from, i) => {
    if (shown[activity.seriesOf[i] ?? -1] !== true) return;
    const length = (activity.to[i] ?? from) - from;
    places.get(length <= DAY_MS ? "day" : length <= 31 * DAY_MS ? "month" : "year")?.push(i);
  });
  const tracks = [...places].filter(([, each]) => each.length > 0).map(([precision, each]) => toTrack(activity, precision, each));
  return { tracks, total: tracks.reduce((sum, { before }) => sum + (before.at(-1) ?? 0), 0) };
}

/** @param places of entries of one precision, in time order; those of one date become one */
function toTrack({ from, to, counts }: Activity, precision: Precision, places: readonly number[]): Track {
  const starts: number[] = [];
  const ends: number[] = [];
  const before: number[] = [0];
  for (const i of places) {
    const start = from[i] ?? 0;
    if (starts.at(-1) !== start) {
      starts.push(start);
      ends.push(to[i] ?? start);
      before.push(before.at(-1) ?? 0);
    }
    before[before.length - 1] = (before.at(-1) ?? 0) + (counts[i] ?? 0);
  }
  return { precision, from: Float64Array.from(starts), to: Float64Array.from(ends), before: Float64Array.from(before) };
}

/** How much there is before an instant; a date that it lies in counts for the part that has passed. O(log n). */
const countBefore = ({ tracks }: ActivityIndex, at: EpochMs): number => tracks.reduce((sum, track) => sum + sumBefore(track, at), 0);

function sumBefore({ from, to, before }: Track, at: EpochMs): number {
  const last = bisectRight(from, at) - 1;
  if (last < 0) return 0;
  const [start, end, done] = [from[last] ?? 0, to[last] ?? 0, before[last] ?? 0];
  return done + ((before[last + 1] ?? done) - done) * Math.min(1, (at - start) / (end - start));
}

/** How much there is in a stretch. O(log n). */
export function countIn(index: ActivityIndex, { from, to }: Interval): ActivityCount {
  const cut = index.tracks.filter((track) => isCut(track, from) || isCut(track, to)).map(({ precision }) => precision);
  return { count: countBefore(index, to) - countBefore(index, from), spread: cut.includes("year") ? "year" : cut.includes("month") ? "month" : null };
}

/** Whether a date with a count lies on both sides of an instant. */
function isCut({ from, to }: Track, at: EpochMs): boolean {
  const last = bisectRight(from, at) - 1;
  return last >= 0 && (from[last] ?? at) < at && (to[last] ?? at) > at;
}

/** The coarsest dates in a stretch that are coarser than the bins, so that a bin has but a share of them. */
export function spreadOver({ tracks }: ActivityIndex, { unit }: ActivityBin, { from, to }: Interval): ActivityCount["spread"] {
  const coarser: readonly ("month" | "year")[] = unit === "year" ? [] : unit === "month" || unit === "quarter" ? ["year"] : ["year", "month"];
  return coarser.find((precision) => tracks.some((track) => track.precision === precision && sumBefore(track, to) > sumBefore(track, from))) ?? null;
}

/** The bin that an instant lies in. */
export function binAt(bin: ActivityBin, at: EpochMs): Interval {
  const { interval } = binOf(bin);
  const from = interval.floor(new Date(at));
  return { from: from.getTime(), to: interval.offset(from, 1).getTime() };
}

/** Bins, and where it is given also the highest bar, of another drawing that this one is to be measured by. */
export interface ActivityScale {
  readonly bin: ActivityBin;
  readonly maxPerDay?: number;
}

/**
 * Counts per calendar bin as bars between two x, the finest bins that are at least LEAST_BIN wide. Costs bins × log n,
 * however many entries there are.
 * @param height of the highest bar
 * @param scale in place of its own
 */
export function placeActivity(index: ActivityIndex, viewport: Interval, x0: Px, x1: Px, height: Px, scale?: ActivityScale): PlacedActivity {
  const span = viewport.to - viewport.from;
  const { interval, bin } = scale ? binOf(scale.bin) : chooseBin(span, x1 - x0);
  if (!(span > 0) || !Number.isFinite(span) || !(x1 > x0)) return { bars: [], bin, maxPerDay: 0, total: 0 };
  const { toPx } = createTimeScale(viewport, x0, x1);
  const counted = interval.range(interval.floor(new Date(viewport.from)), new Date(viewport.to)).flatMap((date) => {
    const [from, to] = [date.getTime(), interval.offset(date, 1).getTime()];
    const [seenFrom, seenTo] = [Math.max(from, viewport.from), Math.min(to, viewport.to)];
    const whole = countBefore(index, to) - countBefore(index, from);
    if (!(whole > 0)) return [];
    const count = seenFrom === from && seenTo === to ? whole : countBefore(index, seenTo) - countBefore(index, seenFrom);
    return [{ from, to, x0: toPx(seenFrom), x1: toPx(seenTo), count, perDay: (whole * DAY_MS) / (to - from) }];
  });
  const maxPerDay = scale?.maxPerDay ?? counted.reduce((most, { perDay }) => Math.max(most, perDay), 0);
  return {
    bars: counted.map((bar) => ({ ...bar, y: Math.max(0, Math.min(height - LEAST_HEIGHT, height * (1 - bar.perDay / maxPerDay))) })),
    bin,
    maxPerDay,
    total: countBefore(index, viewport.to) - countBefore(index, viewport.from),
  };
}

function binOf({ unit, every }: ActivityBin): Bin {
  const found = BINS.find(({ bin }) => bin.unit === unit && bin.every === every);
  if (!found) throw new Error(`no such bin: ${every} ${unit}`);
  return found;
}

function chooseBin(span: EpochMs, width: Px): Bin {
  const coarsest = BINS[BINS.length - 1];
  if (!coarsest) throw new Error("no bins");
  return BINS.find(({ ms }) => (ms / span) * width >= LEAST_BIN) ?? coarsest;
}
