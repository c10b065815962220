import type { Issue } from "../../lib/result.js";
import { showText } from "../../lib/show.js";
import { MORE_ISSUES, MOST_LISTED } from "../../model/checkReport.js";
import { SILENCE_MS, type LoadFault } from "../loadCareer.js";
import type { CareerErrorDetail } from "./publicTypes.js";

export interface Fault {
  /** "drawing" is a fault of ours; "style" is a browser's or a page's that lets no style sheet be made. "link" concerns the host's address only, and the timeline is there. */
  readonly code: LoadFault | "drawing" | "style" | "link";
  readonly issues?: readonly Issue[];
  /** Of the answer. */
  readonly status?: number;
}

/** The sentence that a reader gets, with the same in parts for scripts. @param src the address as its author wrote it */
export function describeFault({ code, issues = [], status }: Fault, src: string | null): CareerErrorDetail {
  const file = src === null ? "the career" : showText(src.replace(/[?#].*$/s, "").split("/").findLast(Boolean) ?? src, 60);
  const message = ((): string => {
    switch (code) {
      case "no-source": return "There is no timeline here yet: no career was given.";
      case "address": return `The timeline was not loaded: ${showText(src ?? "", 60)} is no http or https address.`;
      case "network": return `The timeline was not loaded: ${file} cannot be reached from this page.`;
      case "not-found": return `The timeline was not loaded: there is no ${file}.`;
      case "http": return `The timeline was not loaded: the server answered ${status ?? "with an error"} for ${file}.`;
      case "timeout": return `The timeline was not loaded: nothing of ${file} came for ${SILENCE_MS / 1000} seconds.`;
      case "too-large": return `The timeline was not loaded: ${file} is too large to be a career.`;
      case "encoding": return `The timeline was not loaded: ${file} is no text in UTF-8.`;
      case "html": return `The timeline was not loaded: a web page came instead of ${file}.`;
      case "type": return `The timeline was not loaded: ${file} is not sent as JSON.`;
      case "career": return `The timeline cannot be drawn: ${file} ${describeIssues(issues)}.`;
      case "too-many": return `The timeline cannot be drawn: ${file} is more than an embed draws (${issues[0]?.message ?? "too many achievements"}).`;
      case "style": return "The timeline cannot be drawn: its styles cannot be used in this page.";
      case "drawing": return "The timeline could not be drawn.";
      case "link": return "This embed's state is not in the address: its link name is taken, or is not made of a–z, 0–9 and hyphens.";
    }
  })();
  return { code, message, issues };
}

function describeIssues(issues: readonly Issue[]): string {
  const [first] = issues;
  if (!first) return "is no career";
  const place = first.path === "" ? "" : ` at ${first.path}`;
  const capped = issues.some(({ code }) => code === MORE_ISSUES);
  const count = issues.length === 1 ? "has a fault" : `has ${capped ? `more than ${MOST_LISTED}` : issues.length} faults, the first`;
  return `${count}${place} (${first.message})`;
}
