import { useDeferredValue, useSyncExternalStore } from "react";
import type { Interval } from "../../lib/units.js";
import { useLate } from "./late.js";
import { useTimelineContext, type Instrument } from "./useTimeline.js";

/** What is looked at, or null for all of it; where it is moved, as it was when it rested. */
export function useResting(): Interval | null {
  const { store, exploring } = useTimelineContext();
  const { subscribe, get } = exploring?.restingOf(store) ?? { subscribe: store.subscribe, get: () => store.getState().viewport };
  return useSyncExternalStore(subscribe, get, () => store.getInitialState().viewport);
}

/** What draws a part of time; null where there is none, or until it has come. */
export function useInstrument(): Instrument | null {
  return useLate(useTimelineContext().exploring?.instrument ?? null, true)[0];
}

/** The same for all that is shown besides the arc: the arc comes first, and the rest follows when there is time. */
export function useSeen(): Interval | null {
  return useDeferredValue(useResting());
}
