import { useRef, useState, type ReactNode } from "react";
import { atOnce } from "./hooks/atOnce.js";

/**
 * A long list that begins short. All of it is in the page; the style sheet hides what has the class `extra` until it is
 * asked for, and only on a page whose script has started. Focus goes to the first of what is new, where that takes it.
 */
export function Extra({ total, limit, what, children }: { readonly total: number; readonly limit: number; readonly what: string; readonly children: ReactNode }): ReactNode {
  const [all, setAll] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  if (total <= limit) return children;
  const toggle = (): void => {
    atOnce(() => setAll(!all));
    if (!all) root.current?.querySelector<HTMLElement>(".extra a")?.focus();
  };
  return (
    <div ref={root} className={all ? "short all" : "short"}>
      {children}
      <button type="button" className="text more" aria-expanded={all} onClick={toggle}>{all ? `Show the first ${limit}` : `Show all ${total} ${what}`}</button>
    </div>
  );
}
