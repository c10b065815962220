import type { ActivityBin, ActivityCount } from "../../layout/activityDensity.js";
import { capitalize, formatList, formatNumber } from "../../lib/format.js";
import type { Interval } from "../../lib/units.js";
import type { Activity, ActivitySeries } from "../../model/activity.js";
import type { Career } from "../../model/career.js";
import { formatPartialDate, parsePartialDate, yearOf } from "../../model/dates.js";
import { readPeriod } from "../../model/period.js";
import { FACETS, NO_FILTERS, type Facet, type Filters } from "../../model/select.js";

export interface ActivityShown {
  readonly activity: Activity;
  readonly career: Career;
  readonly filters: Filters;
  readonly bin: ActivityBin;
  /** In view. */
  readonly shown: ActivityCount;
  /** Of that, what was asked for; null where counts are not narrowed. */
  readonly asked: ActivityCount | null;
  /** In the fullest bin in view. */
  readonly most: number;
  /** See `spreadOver`. */
  readonly spread: ActivityCount["spread"];
}

const NARROWING: readonly Facet[] = ["domains", "skills", "period"];

/** Whether a visitor asks for something that counts can tell. */
export const narrowsActivity = ({ domains, skills, period }: Filters): boolean => domains.length + skills.length > 0 || period !== null;

/** What the density is: what is counted, by whom, in which bins, and how much of it there is to be seen. */
export function activityWords({ activity, career, filters, bin, shown, asked, most, spread }: ActivityShown): string {
  const all = formatNumber(activity.total);
  const seen = shown.spread === null && shown.count === activity.total ? all : `${countWords(shown)} of ${all}`;
  const part = asked === null ? `${seen} shown` : `${countWords(asked)} of ${shown.count === activity.total ? all : `the ${countWords(shown)}`} shown are ${askedWords(career, filters)}`;
  const highest = most === 0 ? "" : `, at most ${most < 1 ? "one" : formatNumber(Math.round(most))} in a bar (computed)`;
  const words = [`${capitalize(activity.unit)} per ${binWords(bin)}${activity.source === null ? "" : `, from ${activity.source}`}: ${part}${highest}.`];
  if (spread !== null) words.push(`Counts of a whole ${spread === "year" ? "month or year" : "month"} are spread evenly.`);
  for (const [facet, key, name] of [["domains", "domain", "field"], ["skills", "skill", "skill"]] as const) {
    if (filters[facet].length > 0 && activity.series.every((series) => series[key] === null)) words.push(`None of them names a ${name}.`);
  }
  if (FACETS.some((facet) => !NARROWING.includes(facet) && !sameAsNone(filters, facet))) words.push("Only field, skill and period narrow these counts.");
  return words.join(" ");
}

const sameAsNone = (filters: Filters, facet: Facet): boolean => {
  const value = filters[facet];
  return Array.isArray(value) ? value.length === 0 : value === NO_FILTERS[facet];
};

/** What was asked for: "of Payments or APIs, of Go, from 2020 on". */
function askedWords(career: Career, filters: Filters): string {
  const labels = (all: readonly { readonly id: string; readonly label: string }[], ids: readonly string[]): readonly string[] => all.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
  const dates = readPeriod(filters.period);
  const [from, to] = [dates?.from && formatPartialDate(dates.from), dates?.to && formatPartialDate(dates.to)];
  return [
    ...[labels(career.domains, filters.domains), labels(career.skills, filters.skills)].filter((names) => names.length > 0).map((names) => `of ${formatList(names, "or")}`),
    ...(from && to ? [from === to ? `from ${from}` : `from ${from} to ${to}`] : from ? [`from ${from} on`] : to ? [`up to ${to}`] : []),
  ].join(", ");
}

/** "12 to 18 March 2022: 14 commits"; of those, what was asked for. One and less is said without the word, which is known in the plural. */
export function barWords({ activity, bin }: Pick<ActivityShown, "activity" | "bin">, stretch: Interval, count: ActivityCount, asked: ActivityCount | null): string {
  const unit = count.count > 0 && count.count < 1.5 ? "" : ` ${activity.unit}`;
  const part = asked === null ? "" : `${countWords(asked)} of `;
  return `${stretchWords(bin, stretch)}: ${part}${countWords(count)}${unit}${count.spread === null ? "" : `, spread over the ${count.spread}`}`;
}

/** "412"; "about 412" where part of it was counted for a longer date. */
function countWords({ count, spread }: ActivityCount): string {
  return spread === null ? formatNumber(Math.round(count)) : count > 0 && count < 0.5 ? "less than one" : `about ${formatNumber(Math.round(count))}`;
}

const binWords = ({ unit, every }: ActivityBin): string => (every === 1 ? unit : `${every} ${unit}s`);

/** A whole bin as it is said: "March 2022", "12 to 18 March 2022", "January to March 2022", "2020 to 2024". */
export function stretchWords({ unit, every }: ActivityBin, { from, to }: Interval): string {
  const last = to - 1;
  if (unit === "year") return every === 1 ? String(yearOf(from)) : `${yearOf(from)} to ${yearOf(last)}`;
  const length = unit === "day" || unit === "week" ? 10 : 7;
  const [first, end] = [dateWords(from, length), dateWords(last, length)];
  if (first === end) return end;
  const words = first.split(" ");
  const ends = end.split(" ");
  // What both share is said once.
  while (words.length > 1 && words[words.length - 1] === ends[ends.length - 1]) {
    words.pop();
    ends.pop();
  }
  return `${words.join(" ")} to ${end}`;
}

function dateWords(at: number, length: number): string {
  const text = new Date(at).toISOString().slice(0, length);
  const date = parsePartialDate(text);
  return date ? formatPartialDate(date) : text;
}

/** "Go in Payments". */
export function seriesName(career: Career, { skill, domain }: ActivitySeries): string {
  const label = (all: readonly { readonly id: string; readonly label: string }[], wanted: string | null): readonly string[] => all.filter(({ id }) => id === wanted).map((each) => each.label);
  return [...label(career.skills, skill), ...label(career.domains, domain)].join(" in ");
}
