import { formatCount, formatNumber } from "../../lib/format.js";
import type { Issue } from "../../lib/result.js";
import { MOST_AT_ONCE, MOST_COUNTS } from "../../model/activityLimits.js";
import type { ActivitySeriesDocument, DateText } from "../../model/document.js";
import type { Target, Terms } from "./terms.js";

/** Lines that are told of one by one. */
export const MOST_FAULTS_LISTED = 100;

/** Sums up what a reader finds, in memory that is bounded by the limits and not by the file. */
export interface Tally {
  /** Counts what is good; beyond the limits it only says so. @param line 1-based, of the file */
  readonly add: (target: Target, date: DateText, count: number, line: number) => void;
  /** The words are made only for what will be listed. */
  readonly fault: (line: number, finding: () => Fault) => void;
  readonly series: () => readonly ActivitySeriesDocument[];
  /** Sum of all counts that are in it. */
  readonly counted: () => number;
  /** Warnings, in the order of the lines; then what was beyond a limit. */
  readonly issues: () => readonly Issue[];
}

export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

export function createTally(terms: Terms): Tally {
  const sums = new Map<string, { readonly target: Target; readonly counts: Map<DateText, number> }>();
  const listed: Issue[] = [];
  let faults = 0;
  let entries = 0;
  let counted = 0;
  const beyond = { lines: 0, counts: 0, first: 0 };

  const fault: Tally["fault"] = (line, finding) => {
    faults += 1;
    if (faults > MOST_FAULTS_LISTED) return;
    const { code, message, hint } = finding();
    listed.push({ severity: "warning", code, path: "", message: `line ${line}: ${message}`, hint, line });
  };
  const add: Tally["add"] = (target, date, count, line) => {
    if (count === 0) return;
    const key = JSON.stringify([target.domain, target.skill]);
    const sum = sums.get(key) ?? { target, counts: new Map<DateText, number>() };
    const before = sum.counts.get(date) ?? 0;
    if (before + count > MOST_AT_ONCE) {
      return fault(line, () => ({ code: "out-of-range", message: `${date} would have more than ${formatNumber(MOST_AT_ONCE)}`, hint: "mend the count" }));
    }
    if (before === 0 && entries >= MOST_COUNTS) {
      if (beyond.lines === 0) beyond.first = line;
      beyond.lines += 1;
      beyond.counts += count;
      return;
    }
    if (before === 0) entries += 1;
    counted += count;
    sum.counts.set(date, before + count);
    sums.set(key, sum);
  };
  return {
    add,
    fault,
    counted: () => counted,
    series: () => [...sums.values()].sort((a, b) => terms.placeOf(a.target) - terms.placeOf(b.target)).map(({ target: { domain, skill }, counts }) => ({
      ...(domain === null ? {} : { domain }), ...(skill === null ? {} : { skill }),
      // Dates of one precision are in order as texts, and a year stands before its months and days.
      counts: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    })),
    issues: () => [
      ...listed,
      ...(faults > listed.length ? [{ severity: "warning" as const, code: "more-issues", path: "", message: `and ${formatNumber(faults - listed.length)} more like these`, hint: "mend what is listed and read it again" }] : []),
      ...(beyond.lines === 0 ? [] : [{
        severity: "warning" as const, code: "too-many-counts", path: "", line: beyond.first,
        message: `there are more than ${formatNumber(MOST_COUNTS)} dated counts; from line ${beyond.first} on, ${formatCount(beyond.lines, "line")} with a sum of ${formatNumber(beyond.counts)} ${beyond.lines === 1 ? "is" : "are"} left out`,
        hint: "count by the month, or for fewer skills and domains",
      }]),
    ],
  };
}
