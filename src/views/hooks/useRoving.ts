import { useCallback, useState, type FocusEvent, type KeyboardEvent } from "react";

export interface Roving {
  /** The one item in the tab order. */
  readonly stop: string | null;
  readonly groupProps: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
  };
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Items of a shortened list wait unseen and take no focus. */
const isShown = (item: Element): boolean => typeof item.checkVisibility !== "function" || item.checkVisibility();

/**
 * One tab stop for a group of controls; arrows, Home and End move inside it (ARIA toolbar pattern). The group's items
 * carry `data-item`, in the order they are moved through.
 *
 * @param ids the items' `data-item`; where the current one has gone, the first is the stop again
 */
export function useRoving(ids: readonly string[]): Roving {
  const [last, setLast] = useState<string | null>(null);
  const onKeyDown = useCallback((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const items = [...event.currentTarget.querySelectorAll<HTMLElement | SVGElement>("[data-item]")].filter(isShown);
    const at = items.findIndex((item) => event.target instanceof Node && item.contains(event.target));
    const step = STEPS[event.key];
    const next = event.key === "Home" ? 0 : event.key === "End" ? items.length - 1 : step === undefined ? -1 : Math.min(at + step, items.length - 1);
    const item = items[next];
    if (at < 0 || !item) return;
    event.preventDefault();
    item.focus();
    item.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  const onFocus = useCallback((event: FocusEvent) => {
    const id = event.target.closest("[data-item]")?.getAttribute("data-item");
    if (id) setLast(id);
  }, []);
  return { stop: last !== null && ids.includes(last) ? last : (ids[0] ?? null), groupProps: { onKeyDown, onFocus } };
}
