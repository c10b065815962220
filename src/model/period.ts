import type { Interval } from "../lib/units.js";
import { parsePartialDate, type PartialDate } from "./dates.js";
import type { DateText } from "./document.js";

/**
 * A stretch of time to look at, as a link says it. Both ends are inclusive and keep their precision: "2020" to "2021-06"
 * is all of 2020 up to the end of June 2021. null = open on that side.
 */
export interface Period {
  readonly from: DateText | null;
  readonly to: DateText | null;
}

/** Its readable ends; at least one is there, and `to` never lies wholly before `from`. */
export interface PeriodDates {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}

/**
 * What a period means. An end that is no date is open. Ends that are back to front ("2022" to "2020") are swapped: both
 * dates were meant, and there is only one stretch between them.
 * @returns null where neither end can be read
 */
export function readPeriod(period: Period | null): PeriodDates | null {
  const from = parsePartialDate(period?.from ?? "");
  const to = parsePartialDate(period?.to ?? "");
  if (!from && !to) return null;
  return from && to && to.to <= from.from ? { from: to, to: from } : { from, to };
}

/** The period as `readPeriod` understands it. Gives the same object back where nothing changes. */
export function normalizePeriod(period: Period | null): Period | null {
  const dates = readPeriod(period);
  const normal = dates && { from: dates.from?.text ?? null, to: dates.to?.text ?? null };
  return samePeriod(normal, period) ? period : normal;
}

/** Half-open, from the start of the first date to the end of the last; an open side is infinite. null = no period. */
export function periodInterval(period: Period | null): Interval | null {
  const dates = readPeriod(period);
  return dates && { from: dates.from?.from ?? -Infinity, to: dates.to?.to ?? Infinity };
}

/** By their words: "2020" and "2020-01" are different starts, though they begin together. */
export const samePeriod = (a: Period | null, b: Period | null): boolean => a?.from === b?.from && a?.to === b?.to;
