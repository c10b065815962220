import type { Issue, Severity } from "../lib/result.js";

/** Findings listed per severity. Whoever has more of them mends these first. */
export const MOST_LISTED = 200;

/** Code of the line that stands for the findings not listed. */
export const MORE_ISSUES = "more-issues";

export interface Finding {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

/**
 * Gathers findings up to a limit. The words are made by a function that is called only for what will be listed:
 * a hint may have to compare an id with ten thousand others.
 */
export interface Report {
  readonly error: (finding: () => Finding) => void;
  readonly warning: (finding: () => Finding) => void;
  /** Errors first, each severity in the order of finding, with a last line for those beyond the limit. */
  readonly issues: () => Issue[];
  readonly hasErrors: () => boolean;
}

export function createReport(most = MOST_LISTED): Report {
  const listed = { error: [] as Issue[], warning: [] as Issue[] };
  const found = { error: 0, warning: 0 };

  const add = (severity: Severity) => (finding: () => Finding): void => {
    found[severity] += 1;
    if (found[severity] > most) return;
    const { code, path, message, hint } = finding();
    listed[severity].push({ severity, code, path, message, ...(hint === undefined ? {} : { hint }) });
  };
  const more = (severity: Severity): Issue[] => {
    const rest = found[severity] - listed[severity].length;
    if (rest === 0) return [];
    return [{ severity, code: MORE_ISSUES, path: "", message: `and ${rest} more ${severity}${rest === 1 ? "" : "s"}`, hint: "mend these and check again" }];
  };
  return {
    error: add("error"),
    warning: add("warning"),
    issues: () => [...listed.error, ...more("error"), ...listed.warning, ...more("warning")],
    hasErrors: () => found.error > 0,
  };
}
