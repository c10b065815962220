import { useEffect, useRef, type RefObject } from "react";

/**
 * The Back button may take the details away while focus is in them. It then falls to the page's start; instead the mark
 * of what was read gets it, without moving the page.
 */
export function useFocusAfterBack(root: RefObject<HTMLElement | null>, at: string | null): void {
  const last = useRef<string | null>(at);
  useEffect(() => {
    const gone = last.current;
    last.current = at;
    const page = root.current?.ownerDocument;
    if (gone === null || at !== null || !page || page.activeElement !== page.body) return;
    root.current?.querySelector<SVGElement>(`.arc [data-item="${CSS.escape(gone)}"]`)?.focus({ preventScroll: true });
  }, [root, at]);
}
