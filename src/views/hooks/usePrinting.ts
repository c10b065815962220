import { useEffect, useState } from "react";
import { atOnce } from "./atOnce.js";

/** What the arc is drawn for on paper, in px, where nobody says how much else is printed; the style sheet scales it to the sheet. */
export const PAPER = { page: 1120, arc: 1039, height: 347 } as const;

const yes = (): boolean => true;

/** True while the page is being put on paper: then the drawing is made for the sheet, not for the window. */
export const usePrinting = (): boolean => usePaper(yes) ?? false;

/** @param read what has to be known of the page before it is put on paper; always the same function @returns what it read, null while there is no paper */
export function usePaper<Value>(read: () => Value): Value | null {
  const [paper, setPaper] = useState<{ readonly value: Value } | null>(null);
  useEffect(() => {
    // The sheet is taken as soon as the event is over, so the change cannot wait for React's own time.
    const before = (): void => atOnce(() => setPaper({ value: read() }));
    const after = (): void => setPaper(null);
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, [read]);
  return paper && paper.value;
}
