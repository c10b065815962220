import { useEffect, useRef, type RefObject } from "react";
import { useTimelineContext } from "../hooks/useTimeline.js";
import { focusMark } from "./focusMark.js";

const MARK = ".live [data-item]";

/**
 * What has the focus may be gone with the next drawing: a cluster that was opened, a mark that is in one now, a step of the
 * trail. Then the focus goes to what is there instead, so that the next key finds its place: the cluster that holds
 * the mark now, the first mark of what a cluster held, else the strip that shows where one is.
 */
export function useKeptFocus(arcbox: RefObject<HTMLElement | null>): void {
  const { store } = useTimelineContext();
  const held = useRef<Element | null>(null);
  useEffect(() => {
    const box = arcbox.current;
    if (!box) return;
    const onFocusIn = ({ target }: FocusEvent): void => {
      held.current = target instanceof Element ? target : null;
    };
    // Whoever leaves it leaves it: only what is taken away is looked after.
    const onFocusOut = ({ target }: FocusEvent): void => {
      queueMicrotask(() => {
        if (held.current === target && held.current?.isConnected) held.current = null;
      });
    };
    box.addEventListener("focusin", onFocusIn);
    box.addEventListener("focusout", onFocusOut);
    return () => {
      box.removeEventListener("focusin", onFocusIn);
      box.removeEventListener("focusout", onFocusOut);
    };
  }, [arcbox]);

  // After every drawing, since each may be the one.
  useEffect(() => {
    const box = arcbox.current;
    const gone = held.current;
    if (!box || !gone || gone.isConnected || document.activeElement !== document.body) return;
    held.current = null;
    const wasMark = gone instanceof SVGElement;
    if (wasMark && focusMark(box, store.getState().career, gone.getAttribute("data-item") ?? "")) return;
    const next = (wasMark ? box.querySelector<SVGElement>(MARK) : null) ?? box.querySelector<HTMLElement>(".overview");
    next?.focus({ preventScroll: true });
  });
}
