import { randomUUID } from "node:crypto";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { formatActivity, formatWithActivity } from "../../import/activity/formatActivity.js";
import { createActivityReader, type ActivityFormat, type ImportedActivity } from "../../import/activity/importActivity.js";
import { GIT_LOG } from "../../import/activity/readGitLog.js";
import { formatNumber } from "../../lib/format.js";
import type { Result } from "../../lib/result.js";
import type { CareerDocument } from "../../model/document.js";
import { MAX_TEXT_BYTES, parseDocument, tooLarge } from "../../model/parseCareer.js";
import { fail, type Command, type CommandInput, type Outcome } from "../command.js";
import { formatIssue } from "../print.js";
import { readCareer } from "../readCareer.js";
import { readText } from "../readText.js";
import { readAsOf } from "../siteOptions.js";
import { streamText } from "../streamText.js";

/** What `--json` prints. */
interface ActivityData {
  readonly ok: boolean;
  readonly format: ActivityFormat | null;
  /** Of the file that was read. */
  readonly lines: number;
  readonly counted: number;
  readonly activity: ImportedActivity["activity"] | null;
  readonly issues: Result<unknown>["issues"];
}

const USAGE = "activity takes one file and a career: activity log.txt --career career.json";

export const activityCommand: Command = {
  name: "activity",
  usage: "FILE --career FILE [--csv|--git] [--map FILE] [--unit TEXT] [-o FILE] [--force] [--json]",
  summary: `Make dated counts for a career, from CSV (date, count, skill or domain) or from: ${GIT_LOG}; - reads from stdin`,
  details: [
    "  --csv     a first row of names with date, count, and skill or domain; commas or semicolons",
    `  --git     the output of: ${GIT_LOG}`,
    '  --map     JSON: { "paths": { "src/payments/": "payments" }, "extensions": { ".go": "go", ".md": null } }',
    "  --unit    what is counted, in the plural: publications",
    "  -o        write a copy of the career with the activity in it, instead of printing the activity; --force over another file",
    "  --json    print activity, counts and issues for programs",
  ],
  options: {
    career: { type: "string" }, csv: { type: "boolean" }, git: { type: "boolean" }, map: { type: "string" }, unit: { type: "string" },
    out: { type: "string", short: "o" }, force: { type: "boolean" }, json: { type: "boolean" },
  },
  run: async ({ positionals, values }) => {
    const [file] = positionals;
    const { career: careerFile, map: mapFile, out } = values;
    if (file === undefined || positionals.length > 1 || typeof careerFile !== "string") return fail(USAGE);
    if (values["csv"] === true && values["git"] === true) return fail("activity reads --csv or --git, not both; without either, the first line says which it is");
    if ([file, careerFile, mapFile].filter((each) => each === "-").length > 1) return fail("only one of file, career and map can come from stdin");
    if (typeof values["unit"] === "string" && (values["unit"].trim() === "" || values["unit"].length > 200)) return fail("--unit takes the plural of what is counted, at most 200 characters: --unit publications");

    const day = readAsOf(undefined);
    if (typeof day === "string") return fail(day);
    const career = await readCareer(careerFile, day.asOf);
    if (!career.read) return fail(career.message);
    if (!career.result.ok) return { exitCode: 2, messages: [...career.result.issues.flatMap(formatIssue), `${careerFile} has errors, so its skills and domains are not known`] };
    const map = typeof mapFile === "string" ? await readMap(mapFile) : null;
    if (map !== null && "exitCode" in map) return map;

    if (typeof out === "string") {
      const refused = await refuseOut(out, { file, careerFile, mapFile: typeof mapFile === "string" ? mapFile : null, force: values["force"] === true });
      if (refused !== null) return fail(refused);
    }
    const read = await readActivity(file, career.result.value, map ?? {}, values);
    if (typeof read === "string") return fail(read);
    return report(read, career.result.value, typeof out === "string" ? out : null, values["json"] === true);
  },
};

async function readMap(file: string): Promise<{ readonly map: string } | Outcome> {
  const read = await readText(file, MAX_TEXT_BYTES * 2);
  if (read.ok) return { map: read.text };
  return read.reason === "unreadable" ? fail(read.message) : { exitCode: 2, messages: [`${file} is ${read.reason === "too-large" ? "too large for a map" : "not UTF-8"}`] };
}

async function readActivity(file: string, career: CareerDocument, map: { readonly map?: string }, { csv, git, unit }: CommandInput["values"]): Promise<Result<ImportedActivity> | string> {
  const format = csv === true ? { format: "csv" as const } : git === true ? { format: "git" as const } : {};
  const reader = createActivityReader({ career, ...format, ...map, ...(typeof unit === "string" ? { unit } : {}) });
  if (!reader.ok) return { ok: false, issues: reader.issues.map((issue) => ({ ...issue, path: issue.path === "" ? "map" : `map.${issue.path}` })) };
  const failed = await streamText(file, reader.value.push);
  if (failed !== null) return failed;
  const read = reader.value.finish();
  return { ...read, issues: [...reader.issues, ...read.issues] };
}

async function report(read: Result<ImportedActivity>, career: CareerDocument, out: string | null, json: boolean): Promise<Outcome> {
  const data: ActivityData = read.ok
    ? { ok: true, ...read.value, issues: read.issues }
    : { ok: false, format: null, lines: 0, counted: 0, activity: null, issues: read.issues };
  const messages = read.issues.flatMap(formatIssue);
  if (!read.ok) return json ? { exitCode: 2, data, messages: [] } : { exitCode: 2, messages };
  const { activity, counted, lines } = read.value;
  const written = out === null ? null : await writeCareer(out, career, activity);
  if (written !== null && written.exitCode !== 0) return { ...written, messages: [...messages, ...written.messages] };
  if (json) return { exitCode: 0, data, messages: [] };
  const summary = `${formatNumber(counted)} ${activity.unit} from ${formatNumber(lines)} lines, in ${formatNumber(activity.series.length)} series`;
  return written === null
    ? { exitCode: 0, data: formatActivity(activity), messages: [...messages, summary] }
    : { exitCode: 0, messages: [...messages, ...written.messages, `${summary}; written to ${out}`] };
}

/** What would be lost by writing there. @returns a sentence, or null where nothing would */
async function refuseOut(out: string, { file, careerFile, mapFile, force }: { readonly file: string; readonly careerFile: string; readonly mapFile: string | null; readonly force: boolean }): Promise<string | null> {
  const found = await stat(out).catch(() => null);
  if (found === null) return null;
  if (found.isDirectory()) return `${out} is a folder, not a file`;
  const place = await placeOf(out);
  for (const source of [file, mapFile]) if (source !== null && source !== "-" && (await placeOf(source)) === place) return `${out} is a file to read from, and would be overwritten; choose another name`;
  // To renew the activity of a career in its own file is what is wanted most: everything else in it stays.
  if (force || (careerFile !== "-" && (await placeOf(careerFile)) === place)) return null;
  return `there is a file ${out}; choose another name or add --force`;
}

const placeOf = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));

/** Whole or not at all; and only what will be read again. */
async function writeCareer(out: string, career: CareerDocument, activity: ImportedActivity["activity"]): Promise<Outcome> {
  const text = `${formatWithActivity(career, activity)}\n`;
  const checked = Buffer.byteLength(text) > MAX_TEXT_BYTES ? { ok: false as const, issues: [tooLarge(Buffer.byteLength(text))] } : parseDocument(text);
  if (!checked.ok) return { exitCode: 2, messages: [...checked.issues.flatMap(formatIssue), "nothing was written"] };
  const replaced = career.activity === undefined ? [] : ["the activity that the career had is replaced"];
  const place = await placeOf(out);
  const draft = `${place}.${randomUUID()}`;
  try {
    await writeFile(draft, text, { flag: "wx" });
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    return fail(`cannot write ${out}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { exitCode: 0, messages: replaced };
}
