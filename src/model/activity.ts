import { DAY_MS } from "../lib/units.js";
import { MOST_AT_ONCE, MOST_COUNTS } from "./activityLimits.js";
import type { Career } from "./career.js";
import { parsePartialDate } from "./dates.js";
import { isObject } from "./schemaWalk.js";

/** Whose counts they are. At least one of the two is there; both: the skill within the domain. */
export interface ActivitySeries {
  readonly skill: string | null;
  readonly domain: string | null;
  readonly total: number;
}

/** Dated counts in columns, an entry in each at the same place; by start, then by length, then by series. */
export interface Activity {
  /** What is counted, in the plural. */
  readonly unit: string;
  readonly source: string | null;
  /** Document order. */
  readonly series: readonly ActivitySeries[];
  /** EpochMs. The half-open stretch that the date may mean; counts are spread evenly over it. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Whole numbers from 1. */
  readonly counts: Float64Array;
  /** Place in `series`. */
  readonly seriesOf: Uint16Array;
  readonly total: number;
}

/**
 * The career's activity as strangers may see it, apart from the career since only what draws it has use for it. Takes
 * 100,000 entries in one pass and one sort of numbers; what a host's document has wrong (`readDocument` does not look
 * into the counts) is passed over.
 * @returns null where there is none to be seen
 */
export function createActivity(career: Career): Activity | null {
  const found: unknown = career.document.activity;
  if (!isObject(found) || isPrivate(found) || !Array.isArray(found["series"])) return null;
  // What only private parts name is not among these.
  const known = { skill: new Set(career.skills.map(({ id }) => id)), domain: new Set(career.domains.map(({ id }) => id)) };
  const series: ActivitySeries[] = [];
  const [from, to, counts, seriesOf]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const each of found["series"] as readonly unknown[]) {
    if (!isObject(each) || isPrivate(each) || !isObject(each["counts"])) continue;
    const [skill, domain] = [textOf(each["skill"]), textOf(each["domain"])];
    if ((skill ?? domain) === null || (skill !== null && !known.skill.has(skill)) || (domain !== null && !known.domain.has(domain))) continue;
    let total = 0;
    for (const [text, count] of Object.entries(each["counts"])) {
      const date = isCount(count) && from.length < MOST_COUNTS ? parsePartialDate(text) : null;
      if (date === null || !isCount(count)) continue;
      total += count;
      from.push(date.from);
      to.push(date.to);
      counts.push(count);
      seriesOf.push(series.length);
    }
    series.push({ skill, domain, total });
  }
  if (from.length === 0) return null;
  const order = sortedPlaces(from, to);
  const { unit, source } = found;
  return {
    unit: textOf(unit) ?? "", source: textOf(source), series,
    from: order.map((i) => from[i] ?? 0), to: order.map((i) => to[i] ?? 0), counts: order.map((i) => counts[i] ?? 0),
    seriesOf: Uint16Array.from(order, (i) => seriesOf[i] ?? 0),
    total: series.reduce((sum, each) => sum + each.total, 0),
  };
}

const isPrivate = (part: Readonly<Record<string, unknown>>): boolean => part["visibility"] === "private";
const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
/** 0 counts nothing. */
const isCount = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value) && value > 0 && value <= MOST_AT_ONCE;

/** Longer than the longest year, in days. */
const LENGTHS = 512;
/** More than there are entries. */
const PLACES = 2 ** 17;

/**
 * The places in order. Start, length and place are one number each, since numbers are sorted without a function: the
 * largest day (year 9999) × 2^9 × 2^17 is below 2^48.
 */
function sortedPlaces(from: readonly number[], to: readonly number[]): Float64Array {
  const keys = Float64Array.from(from, (start, i) => {
    const [day, days] = [start / DAY_MS, ((to[i] ?? start) - start) / DAY_MS];
    return (day * LENGTHS + days) * PLACES + i;
  });
  // Days before 1970 are negative: the place is what is left above the next lower multiple.
  return keys.sort().map((key) => key - Math.floor(key / PLACES) * PLACES);
}
