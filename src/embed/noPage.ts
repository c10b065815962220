import { PAPER, usePrinting } from "../views/hooks/usePrinting.js";
import type { ArcRoom } from "../views/hooks/useTimeline.js";

/*
 * In the place of `views/hooks/usePageEscape`, `comeAgain` and `useRoomOnPaper` in the one file of an embed: a guest leaves keys outside of it and the
 * way of the page to its host, and does not know what else is printed.
 */

export const usePageEscape = (): void => undefined;

export const useRoomOnPaper = (): ArcRoom | null => (usePrinting() ? PAPER : null);

export const comeAgain = (): undefined => undefined;
