import type { EpochMs } from "../../lib/units.js";
import { parsePartialDate } from "../../model/dates.js";
import type { CareerDocument } from "../../model/document.js";
import { readJsonResume, withCarried } from "./carried.js";
import { isSameJson, type JsonObject } from "./json.js";
import { asidesOf } from "./kept.js";
import { SILENT } from "./note.js";
import { readEntry } from "./readEntry.js";
import { SECTIONS } from "./sections.js";
import { writeJsonResume } from "./writeJsonResume.js";

/**
 * The career as a JSON Resume (schema v1.0.0). Lossless: `importCareer` makes the same document of it, and of a career
 * that came from a résumé it makes that résumé. What the format has no words for goes along in `meta.careerTimeline`.
 *
 * Private parts and the owner's own keys go along as well: what is for strangers is made from `publishedDocument(document)`.
 * @param document has passed `checkDocument`
 */
export function toJsonResume(document: CareerDocument): JsonObject {
  const resume = writeJsonResume(document);
  return isSameJson(readJsonResume(resume, readFor(document)).document, document) ? resume : withCarried(resume, document);
}

/**
 * A day that reads the asides as asides again: what goes on today and has yet to begin became none of the roles. Those
 * that did had begun by the day that they were read for, which was before all of these.
 */
function readFor(document: CareerDocument): EpochMs | null {
  let first: EpochMs | null = null;
  for (const { section: key, entry } of asidesOf(document)) {
    const section = SECTIONS.find((each) => each.key === key);
    const read = section === undefined ? null : readEntry(entry, section, null, SILENT);
    const from = read === null || read.end !== null ? null : (parsePartialDate(read.start)?.from ?? null);
    if (from !== null && (first === null || from < first)) first = from;
  }
  return first === null ? null : first - 1;
}
