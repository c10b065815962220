import { useRef, useState, type ReactNode } from "react";
import { formatNumber } from "../../lib/format.js";
import { atOnce } from "./atOnce.js";
import { useHeavy } from "./useHeavy.js";
import { usePrinting } from "./usePrinting.js";

/** So many come with each press. */
const STEP = 100;

export interface More<T> {
  /** What is to be in the page. */
  readonly shown: readonly T[];
  /** For `Extra`: nothing of what is in the page is hidden where the rest is not in it. */
  readonly limit: number;
  /** Brings the next of them. */
  readonly button: ReactNode;
}

/**
 * Of a career that is too large for all of it to be in the page, the first of a list, and the next with each press. Of
 * any other, on paper, and wherever no script runs, all: `Extra` then hides what is not asked for.
 */
export function useMore<T>(items: readonly T[], limit: number, what: string): More<T> {
  const heavy = useHeavy();
  const [count, setCount] = useState(limit);
  const button = useRef<HTMLButtonElement>(null);
  const printing = usePrinting();
  if (printing) return { shown: items, limit: Infinity, button: null };
  if (!heavy) return { shown: items, limit, button: null };
  const left = items.length - count;
  const more = (): void => {
    const list = button.current?.previousElementSibling;
    const found = (): readonly HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>("li, tr") ?? [])];
    const before = new Set(found());
    atOnce(() => setCount(count + STEP));
    // On with the first of what is new: this button may have gone.
    const first = found().find((item) => !before.has(item));
    if (first) focusWithin(first);
  };
  return {
    shown: items.slice(0, count),
    limit: Infinity,
    button: left > 0 ? <button ref={button} type="button" className="text more" onClick={more}>Show {Math.min(STEP, left)} more of {formatNumber(left)} further {what}</button> : null,
  };
}

/** What leads on from it, else itself for as long as it has the focus. */
function focusWithin(item: HTMLElement): void {
  const link = item.querySelector<HTMLElement>("a, button");
  if (!link) {
    item.tabIndex = -1;
    item.addEventListener("blur", () => item.removeAttribute("tabindex"), { once: true });
  }
  (link ?? item).focus();
}
