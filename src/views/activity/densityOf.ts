import { countIn, spreadOver, toActivityIndex, type ActivityCount, type ActivityIndex } from "../../layout/activityDensity.js";
import { slotOf } from "../../layout/fieldSlot.js";
import { cut, type PlacedDensity } from "../../layout/placeDensity.js";
import type { Interval } from "../../lib/units.js";
import { isAsked, type Activity } from "../../model/activity.js";
import type { Career } from "../../model/career.js";
import { periodInterval } from "../../model/period.js";
import type { Filters } from "../../model/select.js";
import { activityWords, narrowsActivity } from "./activityWords.js";

/** Counts that were asked for. */
export interface AskedCounts {
  readonly index: ActivityIndex;
  readonly period: Interval | null;
}

/** @returns null where nothing was asked for that counts can tell */
export function askedCounts(activity: Activity, index: ActivityIndex, filters: Filters): AskedCounts | null {
  if (!narrowsActivity(filters)) return null;
  const { domains, skills, period } = filters;
  return { index: domains.length + skills.length === 0 ? index : toActivityIndex(activity, (series) => isAsked(series, filters)), period: periodInterval(period) };
}

export function countAsked(asked: AskedCounts | null, stretch: Interval): ActivityCount | null {
  const part = asked && cut(stretch, asked.period);
  return asked === null ? null : part ? countIn(asked.index, part) : { count: 0, spread: null };
}

/** The colour of what was asked for; null where it is of no one field. */
export const slotAsked = (career: Career, { domains: [chosen, second] }: Filters): number | null => (chosen !== undefined && second === undefined ? slotOf(career, chosen) : null);

/** What is drawn, in a sentence. */
export function densityWords({ bin, bars, viewport }: PlacedDensity, activity: Activity, index: ActivityIndex, asked: AskedCounts | null, career: Career, filters: Filters): string {
  return activityWords({
    activity, career, filters, bin, shown: countIn(index, viewport), asked: countAsked(asked, viewport), spread: spreadOver(index, bin, viewport),
    most: bars.reduce((most, { from, to }) => Math.max(most, countIn(index, { from, to }).count), 0),
  });
}
