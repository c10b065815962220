import { flushSync } from "react-dom";

/** Carries a change out before the next line: where focus, scrolling or the printer take the page as it then stands. */
export function atOnce(change: () => void): void {
  flushSync(change);
}
