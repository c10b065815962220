import type { Interval } from "../../lib/units.js";
import type { TimelineStore } from "../../state/store.js";

/** The viewport as all that React draws knows it: while it moves somebody else may draw each step, until it rests. */
export interface RestingViewport {
  readonly get: () => Interval | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Is asked at each step whether it draws it; null = nobody does, so every step is a rest. */
  readonly hold: (draws: (() => boolean) | null) => void;
  /** What has been held back is told now. */
  readonly rest: () => void;
}

/** One for each store, as long as there is the store. */
const known = new WeakMap<TimelineStore, RestingViewport>();

export function restingOf(store: TimelineStore): RestingViewport {
  const resting = known.get(store) ?? createResting(store);
  known.set(store, resting);
  return resting;
}

function createResting({ getState, subscribe }: TimelineStore): RestingViewport {
  let seen = getState().viewport;
  let draws: (() => boolean) | null = null;
  let stop = (): void => undefined;
  const listeners = new Set<() => void>();
  const rest = (): void => {
    const { viewport } = getState();
    if (viewport === seen) return;
    seen = viewport;
    for (const listener of listeners) listener();
  };
  return {
    get: () => seen,
    subscribe: (listener) => {
      if (listeners.size === 0) {
        seen = getState().viewport;
        stop = subscribe(() => void (draws?.() || rest()));
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    hold: (next) => {
      draws = next;
    },
    rest,
  };
}
