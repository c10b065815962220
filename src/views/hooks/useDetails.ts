import { useRef, type KeyboardEvent, type MouseEvent, type RefObject } from "react";
import type { Achievement } from "../../model/career.js";
import { atOnce } from "./atOnce.js";
import { usePageEscape } from "./usePageEscape.js";
import { useActions, useTimeline } from "./useTimeline.js";

export interface Details {
  /** What is selected, or null. */
  readonly achievement: Achievement | null;
  readonly close: () => void;
  /** For the widget's outermost element. */
  readonly rootProps: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onClickCapture: (event: MouseEvent) => void;
  };
}

/**
 * The way into the details and back: Escape closes them, and focus returns to what opened them; where that is gone (a
 * link, the Back button), to the achievement's own mark.
 *
 * @param root the widget's outermost element
 * @param pushed whether the page was pushed down by the details and has to come back to where it was read
 */
export function useDetails(root: RefObject<HTMLElement | null>, pushed: boolean): Details {
  const career = useTimeline((state) => state.career);
  const at = useTimeline((state) => state.at);
  const { select } = useActions();
  const opener = useRef<{ readonly element: Element | null; readonly scroll: number }>({ element: null, scroll: 0 });
  const achievement = career.achievements.find(({ id }) => id === at) ?? null;

  const close = (): void => {
    const { element, scroll } = opener.current;
    const mark = root.current?.querySelector<SVGElement>(`.arc [data-item="${CSS.escape(at ?? "")}"]`);
    atOnce(() => select(null));
    const back = element?.isConnected ? element : mark;
    if (back instanceof HTMLElement || back instanceof SVGElement) back.focus({ preventScroll: true });
    if (element && pushed) scrollTo({ top: scroll });
    else back?.scrollIntoView({ block: "nearest" });
  };

  usePageEscape(root, achievement === null ? null : close);

  return {
    achievement,
    close,
    rootProps: {
      onKeyDown: (event) => {
        if (event.key !== "Escape" || achievement === null || event.defaultPrevented) return;
        event.preventDefault();
        close();
      },
      onClickCapture: (event) => {
        const from = event.target instanceof Element ? event.target.closest("a,button") : null;
        if (from && !from.closest(".details")) opener.current = { element: from, scroll: scrollY };
      },
    },
  };
}
