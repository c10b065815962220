import { useRef, type RefObject } from "react";
import type { Px, Ratio } from "../../lib/units.js";
import { loadMotion, reducedMotion, type MotionKit } from "./motion.js";
import { useBeforePaint } from "./useBeforePaint.js";

const ENTRANCE_S = 0.24;
const EXIT_S = 0.18;
/** What is left of the panel where it is its mark. */
const SMALLEST = 0.06;

/**
 * Mark and panel are one thing in two sizes: the panel grows out of the mark that it tells about, and shrinks back into it,
 * so that the eye never loses which it was. Only transform and opacity move, so nothing else is laid out again. Paging from
 * one to the next changes words in place. Who turns round on the way goes back from where the panel stands by then.
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
      const seen = lookAt(element);
      stop();
      leave(element, shown.current, seen);
    };
    // Only the opening is shown: the id of a later page must not start it again.
  }, [panel]);
}

/** A panel as it is seen in the midst of a movement. */
interface Seen {
  readonly box: DOMRect;
  readonly opacity: number;
}

const lookAt = (element: Element): Seen => ({ box: element.getBoundingClientRect(), opacity: Number(getComputedStyle(element).opacity) });

interface Stand {
  readonly x: Px;
  readonly y: Px;
  readonly scale: Ratio;
  readonly opacity: number;
}

const AT_REST: Stand = { x: 0, y: 0, scale: 1, opacity: 1 };

/** Where something is seen, counted from where it belongs. */
const standOf = ({ box, opacity }: Seen, home: DOMRect): Stand => ({ x: box.x - home.x, y: box.y - home.y, scale: box.width / home.width, opacity });

/** It stands at its beginning at once: the first step of a movement may come only after the next frame. */
function move({ animate }: MotionKit, element: HTMLElement, from: Stand, to: Stand, options: { readonly duration: number; readonly ease: "easeIn" | "easeOut"; readonly onComplete?: () => void }): () => void {
  Object.assign(element.style, { transformOrigin: "0 0", transform: `translate(${from.x}px, ${from.y}px) scale(${from.scale})`, opacity: String(from.opacity) });
  const controls = animate(element, { x: [from.x, to.x], y: [from.y, to.y], scale: [from.scale, to.scale], opacity: [from.opacity, to.opacity] }, options);
  return () => controls.stop();
}

/** @returns ends it: the panel is where it belongs */
function enter(element: HTMLElement, id: string): () => void {
  const motion = reducedMotion() ? null : loadMotion();
  if (!motion || !markPlace(element, id)) {
    takeLeaving(element, id);
    return () => undefined;
  }
  let stop = (): void => undefined;
  element.style.opacity = "0";
  // In the frame that is about to be painted: by then the page has gone to the panel, where that was out of sight.
  const frame = requestAnimationFrame(() => {
    const from = markPlace(element, id) ?? { x: 0, y: 0 };
    const home = element.getBoundingClientRect();
    const left = takeLeaving(element, id);
    // Of a mark that is out of the window by now the way begins at the edge nearest to it.
    const [x, y] = [Math.min(Math.max(from.x, 0), innerWidth), Math.min(Math.max(from.y, 0), innerHeight)];
    const begin = left ? standOf(left, home) : { x: x - home.x, y: y - home.y, scale: SMALLEST, opacity: 0 };
    stop = move(motion, element, begin, AT_REST, { duration: ENTRANCE_S, ease: "easeOut" });
  });
  return () => {
    cancelAnimationFrame(frame);
    stop();
    element.removeAttribute("style");
  };
}

/** No picture goes on shrinking beside a panel. @returns how the last one of this very achievement was seen */
function takeLeaving(element: HTMLElement, id: string): Seen | null {
  let seen: Seen | null = null;
  for (const copy of element.parentElement?.querySelectorAll<HTMLElement>(":scope > .leaving") ?? []) {
    if (copy.dataset["of"] === id) seen = lookAt(copy);
    copy.remove();
  }
  return seen;
}

/** The panel itself is gone at once, with its focus and its room; what shrinks is its picture, which nobody can press or hears. */
function leave(element: HTMLElement, id: string, seen: Seen): void {
  const motion = reducedMotion() ? null : loadMotion();
  const to = motion && markPlace(element, id);
  const home = element.getBoundingClientRect();
  const copy = element.cloneNode(true);
  if (!motion || !to || !(copy instanceof HTMLElement) || seen.opacity === 0 || seen.box.bottom < 0 || seen.box.top > innerHeight) return;
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  copy.inert = true;
  copy.setAttribute("aria-hidden", "true");
  copy.classList.add("leaving");
  copy.dataset["of"] = id;
  Object.assign(copy.style, { left: `${home.x}px`, top: `${home.y}px`, width: `${home.width}px`, height: `${home.height}px` });
  element.parentElement?.append(copy);
  // Wherever it is counted from: a host's transform makes that another place than the window.
  const there = copy.getBoundingClientRect();
  Object.assign(copy.style, { left: `${2 * home.x - there.x}px`, top: `${2 * home.y - there.y}px` });
  move(motion, copy, standOf(seen, home), { x: to.x - home.x, y: to.y - home.y, scale: SMALLEST, opacity: 0 }, { duration: EXIT_S, ease: "easeIn", onComplete: () => copy.remove() });
}

/** The middle of an achievement's mark on the screen; null where it has none. */
function markPlace(element: HTMLElement, id: string): { readonly x: number; readonly y: number } | null {
  const root = element.getRootNode();
  const mark = root instanceof Document || root instanceof ShadowRoot ? root.querySelector(`[data-item="${CSS.escape(id)}"] .mark`) : null;
  if (!mark) return null;
  const { x, y, width, height } = mark.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}
