import { useEffect, useRef, type RefObject } from "react";
import { useEmbedded } from "./useTimeline.js";

/**
 * Escape pressed outside of the widget, on our own page: it does not matter there where the focus is, and what a link has opened
 * has no focus in it yet. A guest leaves keys outside of it to the page. What opens over the page has its own Escape.
 *
 * @param root the widget's outermost element
 * @param onEscape null = nothing is there to be left
 */
export function usePageEscape(root: RefObject<HTMLElement | null>, onEscape: (() => void) | null): void {
  const embedded = useEmbedded();
  const latest = useRef(onEscape);
  useEffect(() => void (latest.current = onEscape));
  const listens = onEscape !== null && !embedded;
  useEffect(() => {
    if (!listens) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      const outside = event.target instanceof Element && !root.current?.contains(event.target) && !event.target.closest("dialog,select");
      if (event.key === "Escape" && outside && !event.defaultPrevented) latest.current?.();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [listens, root]);
}
