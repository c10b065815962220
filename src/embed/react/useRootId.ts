import { useId } from "react";

/**
 * Ids of React's as they may stand in selectors and in `url(#…)`: 18 writes ":r1:", 19.0 "«r1»". What no name may hold
 * becomes "_", so different ids stay different.
 */
export const toRootId = (reactId: string): string => `career-timeline${reactId.replace(/[^\w-]/g, "_")}`;

/** An id for one component on a page, the same on the server and in the browser. */
export function useRootId(): string {
  return toRootId(useId());
}
