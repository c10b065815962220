import { useEffect, useState } from "react";
import { atOnce } from "./atOnce.js";

/** True while the page is being put on paper: then the drawing is made for the sheet, not for the window. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The sheet is taken as soon as the event is over, so the change cannot wait for React's own time.
    const before = (): void => atOnce(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  return printing;
}
