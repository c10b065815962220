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
  const steps = activitySteps(career);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Entries that are read in one step: a few ms on a slow telephone. */
const STEP = 1000;

/** The same, little by little, for a page that has to answer in between. */
export function* activitySteps(career: Career): Generator<undefined, Activity | null> {
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
      if (from.length % STEP === 0) yield;
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

/** What a visitor has asked for, as far as counts can tell. */
export interface AskedOfActivity {
  /** Ids; empty asks for all. */
  readonly domains: readonly string[];
  readonly skills: readonly string[];
}

/** Whether the series is among what was asked for. One that does not say whose it is cannot be. */
export function isAsked({ skill, domain }: ActivitySeries, { domains, skills }: AskedOfActivity): boolean {
  return (domains.length === 0 || (domain !== null && domains.includes(domain))) && (skills.length === 0 || (skill !== null && skills.includes(skill)));
}

/** A stretch of calendar years, and what each series has in it. */
export interface ActivityYears {
  readonly first: number;
  readonly last: number;
  readonly total: number;
  /** By the place in `series`. */
  readonly bySeries: ReadonlyMap<number, number>;
}

/** A table with more rows is not read. */
const MOST_ROWS = 60;

/** Years that have counts, in order; stretches of 10, 100 or 1,000 where single years would be too many. Exact: no date is longer than a year. */
export function activityByYear({ from, counts, seriesOf }: Activity): readonly ActivityYears[] {
  const years: { first: number; bySeries: Map<number, number>; total: number }[] = [];
  let end = -Infinity;
  from.forEach((start, i) => {
    if (start >= end) {
      const first = new Date(start).getUTCFullYear();
      years.push({ first, bySeries: new Map(), total: 0 });
      end = Date.UTC(first + 1, 0);
    }
    const year = years[years.length - 1];
    const [series, count] = [seriesOf[i] ?? 0, counts[i] ?? 0];
    if (!year) return;
    year.total += count;
    year.bySeries.set(series, (year.bySeries.get(series) ?? 0) + count);
  });
  const step = [1, 10, 100].find((each) => new Set(years.map(({ first }) => Math.floor(first / each))).size <= MOST_ROWS) ?? 1000;
  const rows: typeof years = [];
  for (const year of years) {
    const first = Math.floor(year.first / step) * step;
    const row = rows[rows.length - 1];
    if (row?.first !== first) {
      rows.push({ ...year, first });
      continue;
    }
    row.total += year.total;
    year.bySeries.forEach((count, series) => row.bySeries.set(series, (row.bySeries.get(series) ?? 0) + count));
  }
  return rows.map((row) => ({ ...row, last: row.first + step - 1 }));
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
