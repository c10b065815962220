import { capitalize, formatCount } from "../lib/format.js";
import { DAY_MS, type EpochMs, type Interval } from "../lib/units.js";
import type { Achievement, KnownSide, Role, StatedDates } from "./career.js";
import { formatPartialDate, yearOf, type PartialDate } from "./dates.js";
import { readPeriod, type Period } from "./period.js";

/*
 * When things were, in English, and never closer than was stated. Ends are inclusive, as in a résumé: a role from
 * March to March of the next year took 13 months.
 */

/** "Mar 2022 – Oct 2025", "Mar – Jun 2022", "Mar 2022", "2022–25", "Sep 2021 – now". `to` null = ongoing. */
export function shortSpan(from: PartialDate, to: PartialDate | null): string {
  if (!to) return `${formatPartialDate(from, "short")} – now`;
  if (from.text === to.text) return formatPartialDate(from, "short");
  if (from.precision === "year" && to.precision === "year") return yearSpan(from, to);
  return joinDates(from, to, " – ");
}

/** Years alone, for tight places: "2022–25", "1998–2003", "2022", "2021–now". */
export function yearSpan(from: PartialDate, to: PartialDate | null): string {
  const first = String(yearOf(from.from));
  if (!to) return `${first}–now`;
  const last = String(yearOf(to.from));
  if (first === last) return first;
  return `${first}–${first.slice(0, 2) === last.slice(0, 2) ? last.slice(2) : last}`;
}

/** A year that both share is said once: "Mar and Jun 2022", "Mar – Jun 2022". */
function joinDates(from: PartialDate, to: PartialDate, joint: string): string {
  const [first, last] = [formatPartialDate(from, "short"), formatPartialDate(to, "short")];
  const shared = from.precision === "month" && to.precision === "month" && yearOf(from.from) === yearOf(to.from);
  return `${shared ? first.replace(/ \d+$/, "") : first}${joint}${last}`;
}

/**
 * How long a role took by its stated dates: "3 years and 8 months", "12 days". Where one of them is only a year, the
 * true length is not known and this is its bound: "up to 5 years". Ongoing ones reach to the career's `asOf`.
 */
export function durationWords({ start, end, interval }: Role): string {
  const last: Interval & { readonly precision: PartialDate["precision"] } = end ?? { from: interval.to - 1, to: interval.to, precision: "day" };
  if (start.precision === "day" && last.precision === "day") {
    const months = wholeMonths(start.from, last.to);
    return months > 0 ? monthWords(months) : formatCount(Math.max(1, Math.round((last.to - start.from) / DAY_MS)), "day");
  }
  const words = monthWords(Math.max(1, monthOf(last.to - 1) - monthOf(start.from) + 1));
  return start.precision === "year" || end?.precision === "year" ? `up to ${words}` : words;
}

/** Months since year 0. */
const monthOf = (at: EpochMs): number => yearOf(at) * 12 + new Date(at).getUTCMonth();

/** Months that are complete between two instants; rounds down, so that no length is overstated. */
function wholeMonths(from: EpochMs, to: EpochMs): number {
  const months = monthOf(to) - monthOf(from);
  return new Date(to).getUTCDate() < new Date(from).getUTCDate() ? months - 1 : months;
}

function monthWords(months: number): string {
  const years = Math.floor(months / 12);
  const parts = [...(years > 0 ? [formatCount(years, "year")] : []), ...(months % 12 > 0 ? [formatCount(months % 12, "month")] : [])];
  return parts.join(" and ");
}

/** When an achievement was done, as far as that is stated: one or two sentences for its details. */
export function windowWords({ window, known, stated }: Achievement, role: Role): string {
  if (known) return knownWords(known, role, window);
  if (!stated) return `${undatedWords(role)} No closer date is stated.`;
  return statedWords(stated, role);
}

function undatedWords(role: Role): string {
  const { start, end } = role;
  if (start.precision === "year" || end?.precision === "year") {
    if (!end) return `Some time since ${formatPartialDate(start)}.`;
    return start.text === end.text ? `Some time ${on(start)}.` : `Some time between ${formatPartialDate(start)} and ${formatPartialDate(end)}.`;
  }
  const length = durationWords(role);
  return length.startsWith("1 ") ? `Some time in this stretch of ${length}.` : `Some time in these ${length}.`;
}

/** Begun or ended at a known time, and the other side open. */
function knownWords({ side, from, to }: KnownSide, role: Role, window: Interval): string {
  const when = knownWhen(from, to);
  if (side === "start") {
    const last = window.to > role.interval.to ? formatPartialDate(to, "short") : role.end ? formatPartialDate(role.end, "short") : "now";
    return `Begun ${when}. The end is not dated, so it counts as done some time up to ${last}.`;
  }
  const first = window.from < role.interval.from ? from : role.start;
  return `Ended ${when}. The start is not dated, so it counts as done some time from ${formatPartialDate(first, "short")} on.`;
}

/** "in March 2022", "between Mar and Jun 2022": an instant somewhere in it, not a stretch. */
export function knownWhen(from: PartialDate, to: PartialDate): string {
  return from.text === to.text ? on(from) : `between ${joinDates(from, to, " and ")}`;
}

/** Its own dates; where only one side has one, the role gives the other. */
function statedWords({ from, to }: StatedDates, role: Role): string {
  if (from && to) {
    if (from.text === to.text) return `${on(from).replace(/^./, (letter) => letter.toUpperCase())}.`;
    return `Some time between ${formatPartialDate(from)} and ${formatPartialDate(to)}.`;
  }
  // A stretch outside its role is believed as it stands, and then the role says nothing about its other side.
  if (from) {
    if (!role.end || from.from >= role.end.to) return `Some time since ${formatPartialDate(from)}.`;
    return `Some time between ${formatPartialDate(from)} and ${formatPartialDate(role.end)}, when the role ended.`;
  }
  if (!to) return "";
  if (to.to <= role.start.from) return `Some time up to ${formatPartialDate(to)}.`;
  return `Some time between ${formatPartialDate(role.start)}, when the role began, and ${formatPartialDate(to)}.`;
}

/** "in March 2022", "on 3 March 2022". */
const on = (date: PartialDate, form: "long" | "short" = "long"): string => `${date.precision === "day" ? "on" : "in"} ${formatPartialDate(date, form)}`;

/** The same in a table's cell: "Mar – Jun 2022", "begun between Mar and Jun 2022, end not dated", "between Mar 2022 and Oct 2025", "some time since Sep 2021". */
export function shortWindow({ known, stated }: Achievement, role: Role): string {
  if (known) return known.side === "start" ? `begun ${knownWhen(known.from, known.to)}, end not dated` : `ended ${knownWhen(known.from, known.to)}, start not dated`;
  if (stated?.from && stated.to) return shortSpan(stated.from, stated.to);
  const from = stated?.from ?? role.start;
  const to = stated?.to ?? role.end;
  if (!to) return `some time since ${formatPartialDate(from, "short")}`;
  return from.text === to.text ? formatPartialDate(from, "short") : `between ${joinDates(from, to, " and ")}`;
}

/** After other words: "14 March 2024", "March 2024"; where it is no single date, as in a table's cell. */
export function statedDate(achievement: Achievement, role: Role): string {
  const { known, stated } = achievement;
  const single = !known && stated?.from && stated.from.text === stated.to?.text ? stated.from : null;
  return single ? formatPartialDate(single) : shortWindow(achievement, role);
}

/**
 * How much time the dated roles cover together, overlaps counted once, breaks and schooling left out: "7 years and 8 months".
 * @returns null where a date is only a year, or a role is ongoing: then it is not known to the month
 */
export function coveredWords(roles: readonly Role[]): string | null {
  const work = roles.filter(({ kind }) => kind !== "break" && kind !== "education");
  if (work.length === 0 || work.some(({ start, end }) => start.precision === "year" || !end || end.precision === "year")) return null;
  const months = new Set<number>();
  for (const { start, end } of work) for (let month = monthOf(start.from); month <= monthOf((end ?? start).to - 1); month++) months.add(month);
  return monthWords(months.size);
}

/** Inside a sentence: "between 2020 and Jun 2021", "in Mar 2022", "since 2020", "until 2021"; "" without a period. */
export function periodWords(period: Period | null): string {
  const { first, last } = periodEnds(period);
  if (first && last) return first === last ? on(first, "short") : `between ${joinDates(first, last, " and ")}`;
  if (first) return `since ${formatPartialDate(first, "short")}`;
  return last ? `until ${formatPartialDate(last, "short")}` : "";
}

/** Standing alone, as on a button: "2020 to Jun 2021", "Mar 2022", "Since 2020". */
export function periodLabel(period: Period | null): string {
  const { first, last } = periodEnds(period);
  if (first && last) return first === last ? formatPartialDate(first, "short") : joinDates(first, last, " to ");
  return capitalize(periodWords(period));
}

/**
 * The ends as they are said, the same one twice where they are one. Where one lies inside the other, the coarser is said
 * by its edge: "2020" to "2020-06" is "between January and June 2020".
 */
function periodEnds(period: Period | null): { readonly first: PartialDate | null; readonly last: PartialDate | null } {
  const { from, to } = readPeriod(period) ?? { from: null, to: null };
  if (!from || !to) return { first: from, last: to };
  const first = contains(from, to) ? { ...to, from: from.from } : from;
  const last = contains(to, from) ? { ...from, from: to.to - 1 } : to;
  return formatPartialDate(first) === formatPartialDate(last) ? { first, last: first } : { first, last };
}

const contains = (outer: Interval, inner: Interval): boolean => outer.from <= inner.from && inner.to <= outer.to;
