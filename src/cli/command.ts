import type { ParseArgsConfig } from "node:util";

/** 0 fine (warnings allowed) · 1 wrong usage, or our own fault · 2 the input has errors */
export type ExitCode = 0 | 1 | 2;

/** What a command comes back with. Commands print nothing and end nothing: `print.ts` and `main.ts` do. */
export interface Outcome {
  readonly exitCode: ExitCode;
  /** For stdout: a text as it is, anything else as JSON. Left out = nothing. */
  readonly data?: unknown;
  /** For stderr, a line each. */
  readonly messages: readonly string[];
}

export interface CommandInput {
  readonly positionals: readonly string[];
  /** As `parseArgs` gives them; an option that was not typed is undefined. */
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  /** Takes a line about work that goes on. Left out where nobody watches. */
  readonly progress?: Progress;
}

export type Progress = (line: string) => void;

export interface Command {
  readonly name: string;
  /** After the name, in the help: "FILE [--json]". */
  readonly usage: string;
  /** One sentence for the help. */
  readonly summary: string;
  /** Further lines for `NAME --help`. */
  readonly details?: readonly string[];
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  readonly run: (input: CommandInput) => Outcome | Promise<Outcome>;
}

/** One sentence for what was typed wrongly, or for what we got wrong. */
export function fail(message: string): Outcome {
  return { exitCode: 1, messages: [message] };
}
