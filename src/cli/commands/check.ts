import type { Issue, Result } from "../../lib/result.js";
import { MORE_ISSUES } from "../../model/checkReport.js";
import { fail, type Command, type Outcome } from "../command.js";
import { formatCounts, formatIssue } from "../print.js";
import { readCareer } from "../readCareer.js";
import { readAsOf } from "../siteOptions.js";

/** What `--json` prints. */
interface CheckData {
  readonly ok: boolean;
  /** Listed ones; a last issue `more-issues` says how many are not. */
  readonly errors: number;
  readonly warnings: number;
  readonly issues: readonly Issue[];
}

/** The page and this program read it; an element that is given the address of the file does not. */
const UTF16: Issue = { severity: "warning", code: "utf-16", path: "", message: "the file is UTF-16, which an embed does not read", hint: "save it with the encoding UTF-8" };

export const checkCommand: Command = {
  name: "check",
  usage: "FILE [--json] [--as-of YYYY-MM-DD]",
  summary: "Check a career.json: errors, warnings, and what to do about them; - reads from stdin",
  options: { json: { type: "boolean" }, "as-of": { type: "string" } },
  run: async ({ positionals, values }) => {
    const [file] = positionals;
    if (file === undefined) return fail("check needs a file: check career.json");
    if (positionals.length > 1) return fail(`check takes one file, got ${positionals.length}`);
    const day = readAsOf(typeof values["as-of"] === "string" ? values["as-of"] : undefined);
    if (typeof day === "string") return fail(day);
    const career = await readCareer(file, day.asOf);
    if (!career.read) return fail(career.message);
    const result = career.utf16 ? { ...career.result, issues: [UTF16, ...career.result.issues] } : career.result;
    const outcome = values["json"] === true ? toJson(result) : toText(file, result);
    return { ...outcome, messages: [...day.messages, ...outcome.messages] };
  },
};

function summarize(result: Result<unknown>): CheckData {
  const count = (severity: Issue["severity"]): number => result.issues.filter((issue) => issue.severity === severity && issue.code !== MORE_ISSUES).length;
  return { ok: result.ok, errors: count("error"), warnings: count("warning"), issues: result.issues };
}

function toJson(result: Result<unknown>): Outcome {
  return { exitCode: result.ok ? 0 : 2, data: summarize(result), messages: [] };
}

function toText(file: string, result: Result<unknown>): Outcome {
  const { ok, errors, warnings, issues } = summarize(result);
  const more = issues.some((issue) => issue.code === MORE_ISSUES) ? ", and more" : "";
  return {
    exitCode: ok ? 0 : 2,
    messages: [...issues.flatMap(formatIssue), `${file === "-" ? "stdin" : file}: ${formatCounts(errors, warnings)}${more}`],
  };
}
