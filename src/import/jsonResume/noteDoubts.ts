import { formatPath } from "../../lib/show.js";
import type { Report } from "../../model/checkReport.js";
import { parsePartialDate } from "../../model/dates.js";
import { asObject, isEmpty, valueOf, type JsonObject } from "./json.js";
import { isAbsent, type Placed } from "./readEntry.js";
import { SECTIONS } from "./sections.js";

/** What a reader of the picture could take for more, or for less, than the résumé says. One finding per kind, not per place. */
export function noteDoubts(resume: JsonObject, placed: readonly Placed[], report: Report): void {
  noteOpenEnds(placed, report);
  noteFigures(placed, report);
  noteWithoutHighlights(placed, report);
  noteNotShown(resume, placed, report);
}

/**
 * No end means ongoing, by the format's own custom. Where something later follows in the same section, or for studies and
 * projects, it may as well have been forgotten.
 */
function noteOpenEnds(placed: readonly Placed[], report: Report): void {
  const latest = new Map<string, number>();
  const startOf = ({ role }: Placed): number => parsePartialDate(role.start)?.from ?? 0;
  for (const each of placed) latest.set(each.section.key, Math.max(startOf(each), latest.get(each.section.key) ?? Number.NEGATIVE_INFINITY));
  for (const each of placed) {
    const { section, at, source } = each;
    if (!isAbsent(valueOf(source, "endDate"))) continue;
    if (section.key !== "education" && section.key !== "projects" && startOf(each) === latest.get(section.key)) continue;
    report.warning(() => ({ code: "end-missing", path: `${section.key}[${at}].endDate`, message: 'there is no "endDate", so it is taken to go on today', hint: 'add one, or write "present"' }));
  }
}

/** Digits that stand on their own: not in a name (MP4), not a year. */
const FIGURE = /(?<![\p{L}\p{N}])(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]/u;

/** What a number measures, and which way is better, stands in no field: no metric is made, and the owner is told. */
function noteFigures(placed: readonly Placed[], report: Report): void {
  const places = placed.flatMap(({ section, at, highlights }) => highlights.filter(({ text }) => FIGURE.test(text)).map((highlight) => `${section.key}[${at}].highlights[${highlight.at}]`));
  const [first] = places;
  if (first === undefined) return;
  report.warning(() => ({
    code: "figures-not-read", path: first, message: `${countOf(places.length, "highlight states figures", "highlights state figures")}; they stand in the text, and none is drawn`,
    hint: 'what a number measures is for its owner to say: add "metrics" in a career.json',
  }));
}

function noteWithoutHighlights(placed: readonly Placed[], report: Report): void {
  const bare = placed.filter(({ highlights, source }) => highlights.length === 0 && ["summary", "description"].some((key) => !isAbsent(valueOf(source, key))));
  const [first] = bare;
  if (first === undefined) return;
  report.warning(() => ({
    code: "no-highlights", path: `${first.section.key}[${first.at}]`, message: `${countOf(bare.length, "entry has", "entries have")} a summary and no highlights, so nothing is drawn in ${bare.length === 1 ? "its" : "their"} time`,
    hint: 'write what was done under "highlights", one text each',
  }));
}

/** More names than fit a sentence are counted, unless somebody has made them up by the thousand. */
const MOST_NAMES = 12;
const MOST_COUNTED = 200;
/** Keys that are about the file, not about the person. */
const ABOUT_FILE: ReadonlySet<string> = new Set(["$schema", "meta"]);
const SHOWN_BASICS: ReadonlySet<string> = new Set(["name", "label", "url", "website", "profiles", "summary", "location"]);
const SHOWN_ENTRY: ReadonlySet<string> = new Set(["location", "startDate", "endDate", "highlights"]);

function noteNotShown(resume: JsonObject, placed: readonly Placed[], report: Report): void {
  const names = new Set<string>();
  const add = (source: JsonObject, base: string, isShown: (key: string) => boolean): void => {
    for (const key of Object.keys(source)) {
      if (names.size >= MOST_COUNTED) return;
      if (!isShown(key) && !isNothing(source[key])) names.add(base + formatPath([key]));
    }
  };
  add(asObject(valueOf(resume, "basics")), "basics.", (key) => SHOWN_BASICS.has(key));
  for (const { source, section } of placed) add(source, `${section.key}[].`, (key) => SHOWN_ENTRY.has(key) || section.title.includes(key) || section.organization.includes(key));
  add(resume, "", (key) => key === "basics" || key === "skills" || ABOUT_FILE.has(key) || SECTIONS.some((section) => section.key === key));
  if (names.size === 0) return;
  const named = [...names].slice(0, MOST_NAMES).join(", ");
  report.warning(() => ({
    code: "not-shown", path: "", message: `kept in the file and not shown: ${named}${names.size > MOST_NAMES ? ` and ${names.size - MOST_NAMES}${names.size === MOST_COUNTED ? "+" : ""} more` : ""}`,
    hint: "a career has no place for them; nothing of them is published",
  }));
}

const isNothing = (value: unknown): boolean => isAbsent(value) || (typeof value === "object" && value !== null && isEmpty(value));
const countOf = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
