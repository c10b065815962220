import { parsePartialDate } from "../model/dates.js";
import type { EpochMs } from "../lib/units.js";
import { DAY_MS } from "../lib/units.js";

/** The day that ongoing roles reach to. Without one, today: the only place where a clock is read. */
export function readAsOf(text: string | undefined): EpochMs | null {
  if (text === undefined) return Math.floor(Date.now() / DAY_MS) * DAY_MS;
  return parsePartialDate(text)?.from ?? null;
}
