import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { isFiltered } from "../../model/select.js";
import type { TimelineActions, TimelineState, TimelineStore } from "../../state/store.js";

export interface TimelineContextValue {
  readonly store: TimelineStore;
  /** Starts every id of this mount, so that several can share a page. */
  readonly idPrefix: string;
}

export const TimelineContext = createContext<TimelineContextValue | null>(null);

export function useTimelineContext(): TimelineContextValue {
  const context = useContext(TimelineContext);
  if (!context) throw new Error("no timeline around this view");
  return context;
}

/** Reads the store. The selector gives back what is in the state or remembered there, never a fresh object. */
export function useTimeline<T>(select: (state: TimelineState) => T): T {
  return useStore(useTimelineContext().store, select);
}

export function useActions(): TimelineActions {
  return useTimelineContext().store.actions;
}

/** Ids that match, or null where no filter is on. */
export function useMatches(): ReadonlySet<string> | null {
  return useTimeline(selectActiveMatches);
}

const selectActiveMatches = (state: TimelineState): ReadonlySet<string> | null =>
  isFiltered(state.filters) ? state.selectors.matches(state.filters) : null;
