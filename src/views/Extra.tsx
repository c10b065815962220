import { useState, type ReactNode } from "react";

/**
 * A long list that begins short. All of it is in the page; the style sheet hides what has the class `extra` until it is
 * asked for, and only where a script can ask.
 */
export function Extra({ total, limit, what, children }: { readonly total: number; readonly limit: number; readonly what: string; readonly children: ReactNode }): ReactNode {
  const [all, setAll] = useState(false);
  if (total <= limit) return children;
  return (
    <div className={all ? "short all" : "short"}>
      {children}
      <button type="button" className="text more" aria-expanded={all} onClick={() => setAll(!all)}>{all ? `Show the first ${limit}` : `Show all ${total} ${what}`}</button>
    </div>
  );
}
