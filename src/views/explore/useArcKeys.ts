import { useEffect, useRef, type RefObject } from "react";
import { indexOf } from "../../layout/arcIndex.js";
import { revealInstant, type ViewportBounds } from "../../layout/viewport.js";
import { useTimelineContext } from "../hooks/useTimeline.js";
import { focusMark } from "./focusMark.js";
import { commandOf, viewportAfter, type ExploreCommand } from "./keys.js";
import type { ViewportMover } from "./moveViewport.js";

export interface ArcKeys {
  readonly arcbox: RefObject<HTMLElement | null>;
  readonly bounds: ViewportBounds;
  readonly mover: ViewportMover;
  /** One step back out. @returns whether there was one */
  readonly back: () => boolean;
}

const MARK = ".live [data-item]";

/** Keys while the focus is on the arc's marks or in the tools beside it; fields and toolbars keep theirs. */
export function useArcKeys({ arcbox, bounds, mover, back }: ArcKeys): void {
  const { store } = useTimelineContext();
  const goBack = useRef(back);
  useEffect(() => void (goBack.current = back));
  useEffect(() => {
    const box = arcbox.current;
    if (!box) return;

    const focusOn = (id: string): boolean => focusMark(box, store.getState().career, id);

    /** The achievement after the one in focus, or after what a cluster in focus holds; matching ones only. */
    const neighbour = (direction: 1 | -1): { readonly id: string; readonly centre: number } | null => {
      const { career, selectors, filters, at } = store.getState();
      const { inTime } = indexOf(career);
      const matches = selectors.matches(filters);
      const focused = document.activeElement?.closest(MARK);
      const extent = focused?.getAttribute("data-extent")?.split(" ").map(Number);
      const id = focused?.getAttribute("data-item") ?? at;
      const here = extent ? inTime.findLastIndex(({ centre }) => centre <= (direction === 1 ? (extent[1] ?? 0) : (extent[0] ?? 0) - 1)) + (direction === 1 ? 0 : 1) : inTime.findIndex((each) => each.id === id);
      const from = here < 0 ? (direction === 1 ? 0 : inTime.length - 1) : here + direction;
      for (let i = from; i >= 0 && i < inTime.length; i += direction) {
        const next = inTime[i];
        if (next && matches.has(next.id)) return next;
      }
      return null;
    };

    const goTo = (direction: 1 | -1): void => {
      const next = neighbour(direction);
      if (!next) return;
      const goal = mover.goal();
      const shown = revealInstant(goal, next.centre, bounds);
      if (shown === goal) return void focusOn(next.id);
      mover.jump(shown);
      // Once it is drawn.
      requestAnimationFrame(() => focusOn(next.id));
    };

    const onKeyDown = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const command = commandOf(event);
      if (command === null || event.defaultPrevented || !target || target.closest("input, select, textarea, [role=dialog]")) return;
      if (run(command, target, event.shiftKey)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };

    const run = (command: ExploreCommand, target: Element, shift: boolean): boolean => {
      if (command === "next" || command === "previous") {
        goTo(command === "next" ? 1 : -1);
        return true;
      }
      if (command === "back") return goBack.current();
      const moves = command === "earlier" || command === "later" || command === "first" || command === "last";
      // It has keys of its own, for its ends, too.
      if (moves && target.closest("[role=slider]")) return false;
      // These move the focus between marks and between buttons; with Shift they move the viewport from there, too.
      if (moves && !shift && target.closest("[data-item]")) {
        const marks = [...box.querySelectorAll(MARK)];
        const at = marks.indexOf(target.closest(MARK) ?? target);
        const edge = at >= 0 && ((command === "later" && at === marks.length - 1) || (command === "earlier" && at === 0));
        if (edge && store.getState().viewport !== null) goTo(command === "later" ? 1 : -1);
        return edge && store.getState().viewport !== null;
      }
      const goal = mover.goal();
      const id = target.closest(MARK)?.getAttribute("data-item");
      // What has the focus stays where it is, so that it is still there to have it.
      const focused = id === undefined ? undefined : indexOf(store.getState().career).inTime.find((each) => each.id === id)?.centre;
      const next = viewportAfter(command, goal, focused ?? (goal.from + goal.to) / 2, bounds);
      if (next && next !== goal) mover.glide(next);
      return next !== null;
    };

    // Before the page's own keys: the arrows of the marks stop at the viewport's edge, where these go on.
    box.addEventListener("keydown", onKeyDown, true);
    return () => box.removeEventListener("keydown", onKeyDown, true);
  }, [arcbox, bounds, mover, store]);
}
