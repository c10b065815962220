import { toLine } from "../../lib/toLine.js";
import type { Career } from "../../model/career.js";
import { isFiltered, type Filters } from "../../model/select.js";
import { achievementName } from "../../views/achievementName.js";
import { embedTitle } from "../embed/nowShown.js";

/** Each of so many is told; a description is listened to, and a career of thousands is a table. */
const MOST_TOLD = 300;

const sentence = (words: string): string => (/[.!?…。！？]$/u.test(words) ? words : `${words}.`);

/**
 * All facts of a picture in sentences: what it says itself, then every achievement on it. Filtered, those that match come
 * first; of the rest, which is dimmed, the titles.
 *
 * @param said what stands on the picture, in its order
 * @param at id of the selected one
 */
export function describePicture(career: Career, said: readonly string[], filters: Filters, matches: ReadonlySet<string>, at: string | null): string {
  const filtered = isFiltered(filters);
  const inTime = [...career.achievements].sort((a, b) => a.centre - b.centre || a.index - b.index);
  const told = filtered ? inTime.filter(({ id }) => matches.has(id)) : inTime;
  const dimmed = filtered ? inTime.filter(({ id }) => !matches.has(id)) : [];
  const open = inTime.find(({ id }) => id === at);
  const words = [
    ...said,
    open === undefined ? "" : `Selected: ${open.title}`,
    ...told.slice(0, MOST_TOLD).map((achievement) => achievementName(career, achievement)),
    told.length > MOST_TOLD ? `And ${told.length - MOST_TOLD} more` : "",
    dimmed.length === 0 ? "" : `Dimmed: ${dimmed.slice(0, MOST_TOLD).map(({ title }) => title).join("; ")}${dimmed.length > MOST_TOLD ? `; and ${dimmed.length - MOST_TOLD} more` : ""}`,
  ];
  return words.map(toLine).filter(Boolean).map(sentence).join(" ");
}

/** What the picture is called: who and what, and where it shows a part, which. */
export function nameOfPicture(career: Career, title: string, filters: Filters): string {
  return isFiltered(filters) ? `${toLine(title)}. ${embedTitle(career)}` : embedTitle(career);
}
