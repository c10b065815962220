import type { Issue } from "../../lib/result.js";

/** Reads one kind of file, line by line, into a tally. */
export interface LineReader {
  readonly line: (text: string, number: number, isCut: boolean) => void;
  /** What the end of the file completes. @returns what is to be said of the whole */
  readonly end: () => readonly Issue[];
}
