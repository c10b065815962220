import { withoutBidiControls } from "./characters.js";

/** One line, in the order in which it is written: for whoever shows it and knows nothing of directions and breaks. What must not be broken stays so. */
export function toLine(words: string): string {
  return withoutBidiControls(words).replace(/(?:[^\S\u00a0]|\p{Cc})+/gu, " ").trim();
}
