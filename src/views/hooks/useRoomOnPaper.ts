import { useCallback, type RefObject } from "react";
import { PAPER, usePaper } from "./usePrinting.js";
import type { ArcRoom } from "./useTimeline.js";

/** What the arc is drawn for on paper; null while there is none. */
export function useRoomOnPaper(rootRef: RefObject<HTMLElement | null>): ArcRoom | null {
  return usePaper(useCallback(() => roomOnPaper(rootRef.current), [rootRef]));
}

/** As the document says it itself, also one whose later code has not come: `SheetSize` writes it. */
function roomOnPaper(root: HTMLElement | null): ArcRoom {
  const [arc = 0, height = 0] = (root?.querySelector<HTMLElement>("[data-room]")?.dataset["room"] ?? "").split(" ").map(Number);
  return arc > 0 && height > 0 ? { page: PAPER.page, arc, height } : PAPER;
}
