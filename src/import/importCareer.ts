import { ok, type Issue, type Result } from "../lib/result.js";
import type { EpochMs } from "../lib/units.js";
import type { CareerDocument } from "../model/document.js";
import { checkDocument, parseJsonTree } from "../model/parseCareer.js";
import { isObject } from "../model/schemaWalk.js";
import { importJsonResume } from "./jsonResume/importJsonResume.js";

export type Format = "career" | "json-resume";

export interface ImportOptions {
  /** The day that the career is drawn for: later dates are then in the future. Without it, no date is. */
  readonly asOf?: EpochMs;
}

export interface Imported {
  readonly document: CareerDocument;
  readonly format: Format;
}

/**
 * Reads a file of any known format, told by what is in it. Never throws, whatever it is given; what the format has and a
 * career has not is kept in the document under a key of its own.
 * @returns a document that passes `parseDocument`; issues point into the file that was given, `work[2].startDate`.
 *   What is of no known format is checked as a `career.json`, which says what is missing
 */
export function importCareer(text: string, { asOf }: ImportOptions = {}): Result<Imported> {
  const tree = parseJsonTree(text);
  if (!tree.ok) return ACTIVITY.test(text.slice(0, 300)) ? { ok: false, issues: [NOT_A_CAREER] } : tree;
  const format = isObject(tree.value) ? formatOf(tree.value) : null;
  const read = format === "json-resume" && isObject(tree.value) ? importJsonResume(tree.value, asOf ?? null) : checkDocument(tree.value, asOf === undefined ? {} : { asOf });
  const issues = [...read.issues, ...tree.issues];
  return read.ok ? ok({ document: read.value, format: format ?? "career" }, issues) : { ok: false, issues };
}

/** How dated counts begin: the output of git log, or a row of names in CSV. */
const ACTIVITY = /^\ufeff?\s*(?:commit \S|"?date"?[,;])/i;
const NOT_A_CAREER: Issue = {
  severity: "error", code: "activity", path: "", message: "these are dated counts, not a career",
  hint: "add them to your career: career-timeline activity FILE --career career.json -o career.json",
};

/** The format of a text by its content; null where it is none that can be read. */
export function detectFormat(text: string): Format | null {
  const tree = parseJsonTree(text);
  return tree.ok && isObject(tree.value) ? formatOf(tree.value) : null;
}

/** Keys that only one of the formats has. `skills` is in both. */
const CAREER_KEYS = ["roles", "person", "domains", "views"];
const RESUME_KEYS = ["basics", "work", "volunteer", "education", "projects", "awards", "certificates", "publications", "languages", "interests", "references"];
const RESUME_SCHEMA = /jsonresume|resume-schema/i;

function formatOf(tree: Readonly<Record<string, unknown>>): Format | null {
  const has = (key: string): boolean => Object.hasOwn(tree, key);
  const schema = has("$schema") ? tree["$schema"] : undefined;
  if (CAREER_KEYS.some(has)) return "career";
  if (RESUME_KEYS.some(has) || (typeof schema === "string" && RESUME_SCHEMA.test(schema.slice(0, 300)))) return "json-resume";
  return has("version") ? "career" : null;
}
