import type { Issue } from "../lib/result.js";
import { showPlain } from "../lib/show.js";
import type { Outcome } from "./command.js";

/** What goes where. */
export function printOutcome(outcome: Outcome): { readonly stdout: string; readonly stderr: string } {
  return { stdout: printData(outcome.data), stderr: outcome.messages.map(printLine).join("") };
}

/** For stderr. It cannot move the cursor: whatever a file says, it is written out. */
export const printLine = (line: string): string => `${showPlain(line)}\n`;

function printData(data: unknown): string {
  if (data === undefined) return "";
  const text = typeof data === "string" ? data : JSON.stringify(data, null, 2);
  return text.endsWith("\n") ? text : `${text}\n`;
}

/** A line for the finding, and an indented one for what to do about it. */
export function formatIssue(issue: Issue): string[] {
  const place = issue.path === "" ? "" : ` ${issue.path}`;
  const head = `${issue.severity}${place}: ${issue.message}`;
  return issue.hint === undefined ? [head] : [head, `  ${issue.hint}`];
}

/** "1 error, 2 warnings" */
export function formatCounts(errors: number, warnings: number): string {
  const count = (n: number, what: string): string => `${n === 0 ? "no" : n} ${what}${n === 1 ? "" : "s"}`;
  return `${count(errors, "error")}, ${count(warnings, "warning")}`;
}
