/** How bad a finding is: an error stops the file from being used, a warning does not. */
export type Severity = "error" | "warning";

/** One finding about somebody's input. Written for the person who has to mend the file. */
export interface Issue {
  readonly severity: Severity;
  /** Stable, kebab-case; for scripts and tests. */
  readonly code: string;
  /** Where, as the owner would point at it: `roles[1].achievements[0].metrics[2].quote`; "" is the whole file. */
  readonly path: string;
  /** One sentence: what was found and what was expected. */
  readonly message: string;
  /** What to do about it, where that is known. */
  readonly hint?: string;
  /** 1-based place in the text, where the text itself cannot be read. */
  readonly line?: number;
  readonly column?: number;
}

/** Input is data, not an exception: either a value with what is worth knowing, or the reasons why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export function ok<T>(value: T, issues: readonly Issue[] = []): Result<T> {
  return { ok: true, value, issues };
}

export function err(issues: readonly Issue[]): Result<never> {
  return { ok: false, issues };
}
