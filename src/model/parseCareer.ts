import { findTooDeep, placeOf, walkJson } from "../lib/jsonText.js";
import { err, ok, type Issue, type Result } from "../lib/result.js";
import { showValue } from "../lib/show.js";
import type { EpochMs } from "../lib/units.js";
import { checkActivity } from "./checkActivity.js";
import { checkDates } from "./checkDates.js";
import { checkIds } from "./checkIds.js";
import { checkLists } from "./checkLists.js";
import { checkMetrics } from "./checkMetrics.js";
import { collectPieces } from "./checkPieces.js";
import { checkQuotes } from "./checkQuotes.js";
import { createReport, MOST_LISTED } from "./checkReport.js";
import { checkStructure } from "./checkStructure.js";
import { checkTexts } from "./checkTexts.js";
import type { CareerDocument } from "./document.js";
import { migrate, MIGRATIONS, type DocumentTree, type Migration } from "./migrate.js";
import { isObject } from "./schemaWalk.js";

/** UTF-8. A long career has 200 kB. */
export const MAX_TEXT_BYTES = 5_000_000;

/** Lists and objects within each other. The format itself needs 8; the rest is room for the owner's own keys. */
export const DEEPEST_NESTING = 64;

export interface CheckOptions {
  /** The day that the career is drawn for: later dates are then in the future. Without it, no date is. */
  readonly asOf?: EpochMs;
  /** For tests of the way from old versions. */
  readonly migrations?: readonly Migration[];
}

/**
 * Reads the text of a `career.json`. Never throws, whatever it is given; answers in time linear in its length.
 * @returns the document exactly as it was written (all keys, in their order), with warnings; or every fault there is
 */
export function parseDocument(text: string, options: CheckOptions = {}): Result<CareerDocument> {
  const tree = parseJsonTree(text);
  if (!tree.ok) return tree;
  const checked = checkTree(tree.value, options);
  return { ...checked, issues: [...checked.issues, ...tree.issues] };
}

/**
 * Reads the text of any file that is JSON, within the limits of size and depth. Never throws; linear in the length.
 * @returns the tree, with warnings about keys that stand twice; or the one fault that keeps it from being read, with its place
 */
export function parseJsonTree(text: string): Result<unknown> {
  const bytes = countBytes(text);
  if (bytes > MAX_TEXT_BYTES) return err([tooLarge(bytes)]);
  const json = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (json.trim() === "") return err([fault("empty-document", "the text is empty", 'a career begins as { "version": 1, "person": { "headline": "…" }, "roles": [] }')]);
  if (json.includes("\u0000") || json.startsWith("\ufffd")) return err([notUtf8()]);

  const deep = findTooDeep(json, DEEPEST_NESTING);
  if (deep !== null) {
    const [issue, place] = [tooDeep(), placeOf(json, deep)];
    return err([{ ...issue, message: `line ${place.line}, column ${place.column}: ${issue.message}`, ...place }]);
  }

  const parsed = parseJson(json);
  const { fault: syntax, duplicates } = walkJson(json);
  if (!parsed.ok) {
    const place = placeOf(json, syntax?.offset ?? 0);
    const message = `line ${place.line}, column ${place.column}: ${syntax?.message ?? "the text is not JSON"}`;
    return err([{ ...fault("syntax", message, syntax?.hint ?? "check the text with an editor that knows JSON"), ...place }]);
  }

  const doubled = duplicates.slice(0, MOST_LISTED).map(({ path, offset }): Issue => ({
    severity: "warning", code: "duplicate-key", path, message: `the key ${path} stands twice; the last one counts`, hint: "remove one of them", ...placeOf(json, offset),
  }));
  return ok(parsed.value, doubled);
}

/**
 * Checks a document that is JSON already: structure, ids, dates, metrics, quotes, links. Never throws, and says all
 * there is to say at once.
 * @returns the very object it was given, or, from an older version, its migrated copy
 */
export function checkDocument(value: unknown, options: CheckOptions = {}): Result<CareerDocument> {
  return isObject(value) && isTooDeep(value, DEEPEST_NESTING) ? err([tooDeep()]) : checkTree(value, options);
}

function checkTree(value: unknown, { asOf, migrations = MIGRATIONS }: CheckOptions): Result<CareerDocument> {
  if (!isObject(value)) return err([fault("not-an-object", `a career is an object { … }, found ${showValue(value)}`, Array.isArray(value) ? 'put the list under "roles"' : 'begin with { "version": 1, … }')]);
  if (isJsonResume(value)) {
    return err([fault("json-resume", 'this is a JSON Resume file ("basics", "work"), no career document', "import it: its work becomes roles, its highlights become achievements")]);
  }
  const migrated = migrate(value, migrations);
  if (!migrated.ok) return migrated;

  const tree = migrated.value;
  const report = createReport();
  const faults = checkStructure(tree, report);
  if (faults === null) return err(report.issues());
  const pieces = collectPieces(tree, faults);
  checkIds(pieces, report);
  checkDates(pieces, report, asOf ?? null);
  checkActivity(pieces, report, asOf ?? null);
  checkMetrics(pieces, report);
  checkTexts(pieces, report);
  checkLists(pieces, report);
  checkQuotes(pieces, report);
  if (report.hasErrors()) return err(report.issues());
  // Safe: the schema found no fault, and a test holds its type against CareerDocument.
  return ok(tree as unknown as CareerDocument, report.issues());
}

/** The one error for text that will not be looked at. @param bytes null where reading was given up before the end */
export function tooLarge(bytes: number | null): Issue {
  const mega = (n: number): string => `${(n / 1e6).toFixed(1).replace(/\.0$/, "")} MB`;
  const found = bytes === null ? `more than ${mega(MAX_TEXT_BYTES)}` : mega(bytes);
  return fault("too-large", `the text has ${found}; at most ${mega(MAX_TEXT_BYTES)} are read`, "leave out what no career needs; pictures belong in files of their own");
}

/** The one error for bytes that are no text, as `decodeText` finds them. */
export function notUtf8(): Issue {
  return fault("encoding", "the text is not UTF-8", "save the file with the encoding UTF-8");
}

/** In UTF-8; a text that has more code units than are allowed bytes is not counted on. */
function countBytes(text: string): number {
  if (text.length > MAX_TEXT_BYTES) return text.length;
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    // Each half of a surrogate pair stands for two of the four bytes.
    if (c > 0x7f) bytes += c > 0x7ff && (c < 0xd800 || c > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

function tooDeep(): Issue {
  return fault("too-deep", `lists and objects are nested deeper than ${DEEPEST_NESTING} levels`, "the format itself needs no more than 8");
}

function fault(code: string, message: string, hint: string): Issue {
  return { severity: "error", code, path: "", message, hint };
}

function parseJson(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}

function isJsonResume(tree: DocumentTree): boolean {
  return Object.hasOwn(tree, "basics") && Object.hasOwn(tree, "work") && !Object.hasOwn(tree, "roles");
}

/** For values that never were text: without recursion, and each object once per depth, so that circles and shared parts end. */
function isTooDeep(root: object, limit: number): boolean {
  const seen = new Map<object, number>();
  const stack: { readonly value: object; readonly depth: number }[] = [{ value: root, depth: 1 }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.depth > limit) return true;
    if ((seen.get(top.value) ?? 0) >= top.depth) continue;
    seen.set(top.value, top.depth);
    for (const child of Object.values(top.value) as unknown[]) {
      if (typeof child === "object" && child !== null) stack.push({ value: child, depth: top.depth + 1 });
    }
  }
  return false;
}
