import { formatCount, formatNumber } from "../lib/format.js";
import { showText } from "../lib/show.js";
import type { EpochMs } from "../lib/units.js";
import { MOST_COUNTS } from "./activityLimits.js";
import type { FactPiece, Piece, Pieces } from "./checkPieces.js";
import type { Report } from "./checkReport.js";
import { parsePartialDate } from "./dates.js";
import type { ActivitySeriesDocument } from "./document.js";

/**
 * Too many counts, counts of nothing, dates that lie in the future, and counts that tell strangers of what only private
 * parts name.
 * @param asOf the day that the career is drawn for; null where that is not known, and then nothing is in the future
 */
export function checkActivity({ activity, series, facts }: Pieces, report: Report, asOf: EpochMs | null): void {
  const entries = series.reduce((sum, { value }) => sum + Object.keys(value.counts).length, 0);
  if (entries > MOST_COUNTS) {
    report.error(() => ({ code: "too-many-counts", path: "activity", message: `there are ${formatNumber(entries)} dated counts; at most ${formatNumber(MOST_COUNTS)} are read`, hint: "count by the month where days are too many" }));
  }
  const isPrivate = activity?.value.visibility === "private";
  const hidden = { skill: hiddenTerms(facts, "skills"), domain: hiddenTerms(facts, "domains") };
  for (const { value, path } of series) {
    if (value.skill === undefined && value.domain === undefined) {
      report.error(() => ({ code: "count-of-nothing", path, message: "the series names neither a skill nor a domain", hint: 'add "skill" or "domain", with an id' }));
    }
    if (isPrivate || value.visibility === "private") continue;
    if (asOf !== null) checkIsPast({ value, path }, asOf, report);
    for (const key of ["skill", "domain"] as const) {
      const id = value[key];
      if (id === undefined || !hidden[key].has(id)) continue;
      report.warning(() => ({ code: "activity-shows-private", path: `${path}.${key}`, message: `only private achievements name the ${key} ${showText(id)}, and these counts show it`, hint: 'give the series "visibility": "private", unless strangers may see it' }));
    }
  }
}

/** One line for a series, however many of its dates are at fault. */
function checkIsPast({ value, path }: Piece<ActivitySeriesDocument>, asOf: EpochMs, report: Report): void {
  const late = Object.keys(value.counts).filter((text) => (parsePartialDate(text)?.from ?? asOf) > asOf).sort();
  const [first] = late;
  if (first === undefined) return;
  report.warning(() => ({ code: "counts-in-future", path: `${path}.counts[${showText(first)}]`, message: `${formatCount(late.length, "date lies", "dates lie")} in the future, the first is ${showText(first)}`, hint: "mend what is wrong; it is drawn as it stands" }));
}

/** Ids that achievements and claims name, and no public one does. */
function hiddenTerms(facts: readonly FactPiece[], facet: "skills" | "domains"): ReadonlySet<string> {
  const named = (isHidden: boolean): string[] => facts.filter(({ hidden }) => hidden === isHidden).flatMap((fact) => fact[facet].map(({ value }) => value));
  const shown = new Set(named(false));
  return new Set(named(true).filter((id) => !shown.has(id)));
}
