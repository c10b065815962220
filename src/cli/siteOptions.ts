import { parsePartialDate } from "../model/dates.js";
import type { EpochMs } from "../lib/units.js";
import { DAY_MS } from "../lib/units.js";

/** A day that somebody means is hardly further away from today; a year mistyped is. */
const FAR_MS = 366 * DAY_MS;

/** The day that ongoing roles reach to, and what is to be said about it on stderr. */
export interface AsOf {
  readonly asOf: EpochMs;
  readonly messages: readonly string[];
}

/** @returns the day typed, today without one, or a sentence where it is none */
export function readAsOf(text: string | undefined, today = readToday()): AsOf | string {
  if (text === undefined) return { asOf: today, messages: [] };
  const asOf = parsePartialDate(text)?.from;
  if (asOf === undefined) return `cannot read "${text}" as a date at --as-of; use YYYY-MM-DD`;
  const messages = Math.abs(asOf - today) <= FAR_MS ? [] : [`warning --as-of: ${text} is more than a year from today; ongoing roles reach to that day`];
  return { asOf, messages };
}

/** The only place where a clock is read. UTC. */
function readToday(): EpochMs {
  return Math.floor(Date.now() / DAY_MS) * DAY_MS;
}
