import * as v from "valibot";
import { nearest } from "../lib/nearest.js";
import { formatPath, showText, showValue, type PathSegment } from "../lib/show.js";
import { findKeys } from "./checkKeys.js";
import type { Finding, Report } from "./checkReport.js";
import { CareerSchema, METRIC_KINDS, MOST_METRICS } from "./schema.js";
import { LONGEST_LIST, MOST_FAULTS } from "./schemaParts.js";

/**
 * Checks the shape of a document: keys, types, choices, dates, limits. Every fault there is, in schema order.
 * @returns the places of the faults, for the checks that come after and read only what is sound; null where there were
 *   so many that not everything was looked at, and nothing may be taken for sound
 */
export function checkStructure(tree: unknown, report: Report): PathSegment[][] | null {
  const faults: PathSegment[][] = [];
  const { misspellings, privacyKeys } = findKeys(CareerSchema, tree);
  const missing = new Set<string>();
  const seen = new Set<string>();

  for (const issue of v.safeParse(CareerSchema, tree).issues ?? []) {
    const segments = (issue.path ?? []).map((step): PathSegment => (typeof step.key === "number" ? step.key : String(step.key)));
    faults.push(segments);
    const path = formatPath(segments);
    const parent = issue.path?.at(-1);
    const absent = parent !== undefined && typeof parent.input === "object" && parent.input !== null && !(String(parent.key) in parent.input);
    if (absent) missing.add(path);
    // A date fails both its pattern and the calendar.
    const key = `${path}\n${issue.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    report.error(() => (Array.isArray(parent?.input) && parent.key === "kind"
      ? { code: "type", path: formatPath(segments.slice(0, -1)), message: `expected an object { … }, found ${showValue(parent.input)}`, hint: typeHint("object", parent.input) }
      : absent
        ? describeAbsent(segments, misspellings.find((each) => each.meantPath === path)?.key)
        : describeFault(issue, path, valueAt(issue.path, tree))));
  }
  for (const { path, key, mayBePrivate } of privacyKeys) {
    report.error(() => ({
      code: "privacy-key", path, message: `the key ${showText(key)} keeps nothing private`,
      hint: mayBePrivate ? 'write "visibility": "private"' : 'only roles, achievements, claims and metrics, activity and its series take "visibility": "private"; remove the key here, and what strangers must not see with it',
    }));
  }
  for (const { path, key, meant, meantPath } of misspellings) {
    if (missing.has(meantPath)) continue;
    report.warning(() => ({ code: "misspelt-key", path, message: `the key ${showText(key)} is kept but never read`, hint: `did you mean "${meant}"?` }));
  }
  return faults.length < MOST_FAULTS ? faults : null;
}

function valueAt(path: v.BaseIssue<unknown>["path"], tree: unknown): unknown {
  return path === undefined ? tree : path.at(-1)?.value;
}

function describeAbsent(segments: readonly PathSegment[], misspelt: string | undefined): Finding {
  const key = String(segments.at(-1));
  const message = `there is no "${key}"`;
  const path = formatPath(segments);
  if (misspelt !== undefined) return { code: "missing", path, message, hint: `there is ${showText(misspelt)}: did you mean "${key}"?` };
  return { code: "missing", path, message, hint: MISSING_HINTS.get(key) ?? `add "${key}"` };
}

const MISSING_HINTS: ReadonlyMap<string, string> = new Map([
  ["end", 'add "end": "2025-10", or "end": null where it is ongoing'],
  ["start", 'add "start": "2022-03"'],
  ["kind", `one of ${METRIC_KINDS.join(", ")}`],
  ["quote", "add the exact piece of the text that states the number"],
]);

/** The sentence for one fault of valibot's, told apart by the code that `schema.ts` gave it, else by its type. */
function describeFault(issue: v.BaseIssue<unknown>, path: string, value: unknown): Finding {
  const found = showValue(value);
  const say = (code: string, message: string, hint?: string): Finding => ({ code, path, message, hint });
  switch (issue.message) {
    case "empty": return say("empty", "there are no words", "write some, or remove the key if it may be left out");
    case "too-long": return say("too-long", `the text has ${String(value).length} characters; at most ${showValue(issue.requirement)} are allowed here`, "shorten it");
    case "invisible-text": return say("invisible-text", `nothing can be seen of the text ${found}`, "write words, or remove the key if it may be left out");
    case "lone-surrogate": return say("lone-surrogate", `the text ${found} has half a character in it`, "type the character again; perhaps an emoji was cut in two");
    case "too-many": return say("too-many", `the list is too long: ${Array.isArray(value) ? value.length : "many"} entries; at most ${path.endsWith(".metrics") ? MOST_METRICS : LONGEST_LIST} are read`, "split it, or leave the least important out");
    case "id": return say("id", `${found} is not an id`, "use letters, digits, - and _ with a letter or digit first, as in payment-interface");
    case "date": return say("date", `cannot read ${found} as a date; use YYYY-MM`, dateHint(value));
    case "number": return say("number", "the number is too large to be one", "write digits, at most 1e308");
    case "currency": return say("currency", `${found} is not a currency`, "use the three letters of ISO 4217, as USD or EUR");
    case "lang": return say("lang", `${found} is not a language`, "use a BCP 47 tag, as en or zh-Hant-TW");
    case "out-of-range": return say("out-of-range", `${found} is out of range; expected ${rangeOf(issue)}`, rangeHint(path));
    case "organization": return say("type", `expected an organization, found ${found}`, 'write its name, or { "undisclosed": true, "label": "A bank" }');
    default: return describeType(issue, path, value);
  }
}

function describeType(issue: v.BaseIssue<unknown>, path: string, value: unknown): Finding {
  const found = showValue(value);
  const choices = choicesOf(issue);
  if (choices !== null) {
    const meant = typeof value !== "string" ? null : TYPED_SIGNS.get(value) ?? nearest(value, choices);
    const all = choices.map((choice) => `"${choice}"`).join(", ");
    return { code: "choice", path, message: `${found} is not one of ${all}`, hint: meant === null ? `use ${choices.length > 1 ? "one of them" : all}` : `did you mean "${meant}"?` };
  }
  return { code: "type", path, message: `expected ${TYPE_NAMES.get(issue.type) ?? issue.expected ?? "something else"}, found ${found}`, hint: typeHint(issue.type, value) };
}

/** What keyboards have for the signs of `approx`. */
const TYPED_SIGNS: ReadonlyMap<string, string> = new Map([[">=", "≥"], ["=>", "≥"], ["+", "≥"], ["<=", "≤"], ["=<", "≤"], ["≈", "~"], ["about", "~"], ["circa", "~"]]);

const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ["string", 'a text in double quotes'], ["number", "a number"], ["boolean", "true or false"], ["array", "a list [ … ]"], ["object", "an object { … }"], ["variant", "an object { … }"],
  ["strict_tuple", "a list of two numbers"],
]);

/** The texts a fault leaves to choose from; null where it is about something else. */
function choicesOf(issue: v.BaseIssue<unknown>): string[] | null {
  // A metric whose kind is none: valibot lists the kinds with their quotation marks.
  if (issue.type === "variant" && issue.path?.at(-1)?.key === "kind") return [...METRIC_KINDS];
  if (issue.type !== "picklist" || issue.expected === null) return null;
  return Array.from(issue.expected.matchAll(/"([^"]+)"/g), (match) => match[1] ?? "");
}

function typeHint(type: string, value: unknown): string {
  if (type === "number" && typeof value === "string") return "write the number without quotes, units or separators, as 3000000";
  if (type === "string" && typeof value === "number") return `put it in double quotes: "${value}"`;
  if (type === "boolean" && (value === "true" || value === "false")) return `write ${value} without quotes`;
  if (type === "array" && value !== undefined && value !== null) return "put it in square brackets, also when it is only one";
  if (type === "strict_tuple") return "write [4, 6]";
  return "write what is expected, or leave the key out where there is nothing to say";
}

function dateHint(value: unknown): string {
  if (typeof value !== "string") return "use YYYY, YYYY-MM or YYYY-MM-DD";
  if (/^[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?$/.test(value)) return "the calendar has no such day or month";
  const parts = /^([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?$/.exec(value.trim());
  const written = parts?.slice(1).filter((part) => part !== undefined).map((part) => part.padStart(2, "0")).join("-");
  if (written !== undefined && written !== value && Number(parts?.[2]) <= 12) return `did you mean "${written}"?`;
  if (/^(?:now|present|today|ongoing|current)$/i.test(value.trim())) return "for an ongoing role write null, without quotes";
  return "use YYYY, YYYY-MM or YYYY-MM-DD, as 2022-03";
}

function rangeOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === "integer") return "a whole number";
  if (issue.type === "max_value") return `at most ${showValue(issue.requirement)}`;
  return issue.type === "gt_value" ? `more than ${showValue(issue.requirement)}` : `${showValue(issue.requirement)} or more`;
}

function rangeHint(path: string): string {
  if (/\.(?:percent|factor|amount)$/.test(path)) return 'write the size here, and which way it went under "direction"';
  if (path.endsWith(".place")) return "1 is first";
  return "mend the number";
}
