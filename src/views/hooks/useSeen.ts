import { useDeferredValue } from "react";
import type { Interval } from "../../lib/units.js";
import { useTimeline } from "./useTimeline.js";

/**
 * What is looked at, or null for all of it, for all that is shown besides the arc: while the viewport moves the arc comes
 * first, and the rest follows when there is time.
 */
export function useSeen(): Interval | null {
  return useDeferredValue(useTimeline((state) => state.viewport));
}
