import { parsePartialDate } from "../../model/dates.js";
import type { DateText } from "../../model/document.js";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAME = /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

/** What stands for an end that has not come, in the languages that résumés are mostly written in. */
const ONGOING: ReadonlySet<string> = new Set([
  "present", "current", "currently", "now", "today", "ongoing", "to date", "to present", "till date", "till now", "until now", "-", "–", "—", "…", "...",
  "heute", "jetzt", "aktuell", "laufend", "aujourd'hui", "aujourd’hui", "présent", "en cours", "actualidad", "presente", "actual", "atual", "oggi", "in corso", "heden", "nu", "nå", "idag",
  "至今", "现在", "現在", "今", "현재", "по настоящее время", "настоящее время",
]);

/** Longer texts are no dates. */
const LONGEST = 40;

export function isOngoing(text: string): boolean {
  return text.length <= LONGEST && ONGOING.has(text.trim().toLowerCase());
}

/**
 * Reads a date as JSON Resume has it (YYYY, YYYY-MM, YYYY-MM-DD), and the other ways of writing one that leave no
 * doubt: a time after the day, one-digit months, / or . between, month and year, English months by name.
 * Never more precise than what was written; "03/04/2019" is two days, so it is none.
 * @returns null for everything else
 */
export function readDate(written: string): DateText | null {
  const text = written.trim();
  if (text.length > LONGEST) return null;
  const date = isoOf(text) ?? namedOf(text.toLowerCase());
  return date !== null && parsePartialDate(date) !== null ? date : null;
}

function isoOf(text: string): string | null {
  if (parsePartialDate(text) !== null) return text;
  const timed = /^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}/.exec(text);
  if (timed) return timed[1] ?? null;
  const yearFirst = /^([0-9]{4})([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?$/.exec(text);
  // Some databases write 00 for a part that is not known.
  if (yearFirst) return join([yearFirst[1], ...takeUntilZero([yearFirst[3], yearFirst[4]])]);
  const monthFirst = /^([0-9]{1,2})[-/.]([0-9]{4})$/.exec(text);
  return monthFirst ? join([monthFirst[2], monthFirst[1]]) : null;
}

/** "march 2019", "mar. 2019", "2019 march", "3 march 2019", "march 3, 2019". */
function namedOf(text: string): string | null {
  const words = text.split(/[\s,.]+/).filter((word) => word !== "");
  const names = words.filter((word) => MONTH_NAME.test(word));
  const years = words.filter((word) => /^[0-9]{4}$/.test(word));
  const days = words.filter((word) => /^[0-9]{1,2}(?:st|nd|rd|th)?$/.test(word));
  const [name, year] = [names[0], years[0]];
  if (name === undefined || year === undefined || names.length > 1 || years.length > 1 || days.length > 1 || words.length > 2 + days.length) return null;
  const month = String(MONTHS.indexOf(name.slice(0, 3)) + 1);
  return join([year, month, ...days.map((day) => String(Number.parseInt(day, 10)))]);
}

function takeUntilZero(parts: readonly (string | undefined)[]): (string | undefined)[] {
  const end = parts.findIndex((part) => Number(part) === 0);
  return end < 0 ? [...parts] : parts.slice(0, end);
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).map((part) => part.padStart(2, "0")).join("-");
}
