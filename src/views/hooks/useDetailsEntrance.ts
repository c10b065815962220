import { useLayoutEffect, useEffect, type RefObject } from "react";
import { loadMotion, reducedMotion } from "./motion.js";

const ENTRANCE_S = 0.24;
const useBeforePaint = typeof window === "undefined" ? useEffect : useLayoutEffect;

/**
 * The panel grows out of the node that it tells about: the eye follows from the mark to its words. Only the panel's
 * transform and opacity move, so nothing else is laid out again. Paging from one to the next changes words in place.
 *
 * @param id the achievement that the panel opens with
 */
export function useDetailsEntrance(panel: RefObject<HTMLElement | null>, id: string): void {
  useBeforePaint(() => {
    const element = panel.current;
    const animate = loadMotion()?.animate;
    if (!element || !animate || reducedMotion()) return;
    const node = element.getRootNode();
    const mark = node instanceof Document || node instanceof ShadowRoot ? node.querySelector(`[data-item="${CSS.escape(id)}"] .mark`) : null;
    if (!mark) return;
    const from = mark.getBoundingClientRect();
    const to = element.getBoundingClientRect();
    const x = from.x + from.width / 2 - to.x;
    const y = from.y + from.height / 2 - to.y;
    element.style.transformOrigin = "0 0";
    const controls = animate(element, { x: [x, 0], y: [y, 0], scale: [0.06, 1], opacity: [0, 1] }, { duration: ENTRANCE_S, ease: "easeOut" });
    return () => {
      controls.stop();
      element.removeAttribute("style");
    };
    // Only the opening is shown: the id of a later page must not start it again.
  }, [panel]);
}
