import { withoutBidiControls } from "./characters.js";

/** One line, in the order in which it is written: for whoever shows it and knows nothing of directions and breaks. */
export function toLine(words: string): string {
  return withoutBidiControls(words).replace(/[\s\p{Cc}]+/gu, " ").trim();
}
