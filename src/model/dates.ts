import type { EpochMs, Interval } from "../lib/units.js";

export type Precision = "year" | "month" | "day";

/** A date as precise as it was written. `from`…`to` is the half-open stretch it may mean. UTC. */
export interface PartialDate extends Interval {
  readonly text: string;
  readonly precision: Precision;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Reads YYYY, YYYY-MM or YYYY-MM-DD (EDTF level 0 without times).
 * @returns null for anything else, 30 February and month 13 included
 */
export function parsePartialDate(text: string): PartialDate | null {
  const parts = DATE.exec(text);
  if (!parts) return null;
  const year = Number(parts[1]);
  // Date.UTC reads years 0–99 as 1900–1999, and nobody's career starts there.
  if (year < 1000) return null;
  if (parts[2] === undefined) return { text, precision: "year", from: Date.UTC(year, 0), to: Date.UTC(year + 1, 0) };
  const month = Number(parts[2]) - 1;
  if (month < 0 || month > 11) return null;
  if (parts[3] === undefined) return { text, precision: "month", from: Date.UTC(year, month), to: Date.UTC(year, month + 1) };
  const day = Number(parts[3]);
  const from = Date.UTC(year, month, day);
  if (day < 1 || new Date(from).getUTCMonth() !== month) return null;
  return { text, precision: "day", from, to: Date.UTC(year, month, day + 1) };
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "March 2022", "3 March 2022", "2022": never more precise than it was written. `short` gives "Mar 2022". */
export function formatPartialDate(date: PartialDate, form: "long" | "short" = "long"): string {
  const at = new Date(date.from);
  const year = String(at.getUTCFullYear());
  if (date.precision === "year") return year;
  const name = MONTHS[at.getUTCMonth()] ?? "";
  const month = form === "short" ? name.slice(0, 3) : name;
  return date.precision === "month" ? `${month} ${year}` : `${at.getUTCDate()} ${month} ${year}`;
}

/** The year that an instant falls in, UTC. */
export function yearOf(at: EpochMs): number {
  return new Date(at).getUTCFullYear();
}

/** The last year that a half-open interval touches. */
export function lastYearOf(interval: Interval): number {
  return yearOf(interval.to - 1);
}
