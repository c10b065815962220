import type { EpochMs, Interval } from "../../lib/units.js";
import { DAY_MS } from "../../lib/units.js";
import { formatPartialDate, parsePartialDate } from "../../model/dates.js";

/** A stretch shorter than this is said by its days, a longer one by its months. */
const BY_DAYS = 100 * DAY_MS;

/** The first and the last day that a stretch touches: "2022-03-01". */
export const daysOf = ({ from, to }: Interval): readonly [first: string, last: string] => [dayOf(from), dayOf(Math.max(from, to - 1))];

const dayOf = (time: EpochMs): string => new Date(time).toISOString().slice(0, 10);

/** "Mar 2022 to Oct 2023", "3 Mar 2022 to 20 Apr 2022", "2022" for a month of its own: as precise as it is long. No line breaks inside a date. */
export function rangeWords(range: Interval, form: "long" | "short" = "short"): string {
  const length = range.to - range.from > BY_DAYS ? 7 : 10;
  const [first, last] = daysOf(range).map((day) => {
    const date = parsePartialDate(day.slice(0, length));
    return date ? formatPartialDate(date, form).replaceAll(" ", "\u00a0") : day;
  });
  return first === last ? (first ?? "") : `${first} to ${last}`;
}
