import { useRef, type RefObject } from "react";
import { loadMotion, reducedMotion } from "./motion.js";
import { useBeforePaint } from "./useBeforePaint.js";

const ENTRANCE_S = 0.24;
const EXIT_S = 0.18;
/** What is left of the panel where it is its mark. */
const SMALLEST = 0.06;

/**
 * Mark and panel are one thing in two sizes: the panel grows out of the mark that it tells about, and shrinks back into it,
 * so that the eye never loses which it was. Only transform and opacity move, so nothing else is laid out again. Paging from
 * one to the next changes words in place.
 *
 * @param id the achievement that the panel shows
 */
export function useDetailsEntrance(panel: RefObject<HTMLElement | null>, id: string): void {
  const shown = useRef(id);
  useBeforePaint(() => void (shown.current = id));
  useBeforePaint(() => {
    const element = panel.current;
    if (!element) return;
    const stop = enter(element, shown.current);
    return () => {
      stop();
      leave(element, shown.current);
    };
    // Only the opening is shown: the id of a later page must not start it again.
  }, [panel]);
}

/** @returns ends it: the panel is where it belongs */
function enter(element: HTMLElement, id: string): () => void {
  const motion = reducedMotion() ? null : loadMotion();
  if (!motion || !markPlace(element, id)) return () => undefined;
  let stop = (): void => undefined;
  element.style.opacity = "0";
  // In the frame that is about to be painted: by then the page has gone to the panel, where that was out of sight.
  const frame = requestAnimationFrame(() => {
    const from = markPlace(element, id) ?? { x: 0, y: 0 };
    const to = element.getBoundingClientRect();
    // Of a mark that is out of the window by now the way begins at the edge nearest to it.
    const [x, y] = [Math.min(Math.max(from.x, 0), innerWidth), Math.min(Math.max(from.y, 0), innerHeight)];
    element.style.transformOrigin = "0 0";
    const controls = motion.animate(element, { x: [x - to.x, 0], y: [y - to.y, 0], scale: [SMALLEST, 1], opacity: [0, 1] }, { duration: ENTRANCE_S, ease: "easeOut" });
    stop = () => controls.stop();
  });
  return () => {
    cancelAnimationFrame(frame);
    stop();
    element.removeAttribute("style");
  };
}

/** The panel itself is gone at once, with its focus and its room; what shrinks is its picture, which nobody can press or hears. */
function leave(element: HTMLElement, id: string): void {
  const motion = reducedMotion() ? null : loadMotion();
  const to = motion && markPlace(element, id);
  const from = element.getBoundingClientRect();
  const copy = element.cloneNode(true);
  if (!motion || !to || !(copy instanceof HTMLElement) || from.bottom < 0 || from.top > innerHeight) return;
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  copy.inert = true;
  copy.setAttribute("aria-hidden", "true");
  copy.classList.add("leaving");
  Object.assign(copy.style, { left: `${from.x}px`, top: `${from.y}px`, width: `${from.width}px`, height: `${from.height}px` });
  element.parentElement?.append(copy);
  // Wherever it is counted from: a host's transform makes that another place than the window.
  const there = copy.getBoundingClientRect();
  Object.assign(copy.style, { left: `${2 * from.x - there.x}px`, top: `${2 * from.y - there.y}px` });
  motion.animate(copy, { x: to.x - from.x, y: to.y - from.y, scale: SMALLEST, opacity: 0 }, { duration: EXIT_S, ease: "easeIn", onComplete: () => copy.remove() });
}

/** The middle of an achievement's mark on the screen; null where it has none. */
function markPlace(element: HTMLElement, id: string): { readonly x: number; readonly y: number } | null {
  const root = element.getRootNode();
  const mark = root instanceof Document || root instanceof ShadowRoot ? root.querySelector(`[data-item="${CSS.escape(id)}"] .mark`) : null;
  if (!mark) return null;
  const { x, y, width, height } = mark.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}
