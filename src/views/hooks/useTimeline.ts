import { createContext, useCallback, useContext, type ComponentType, type ReactNode, type RefObject } from "react";
import { useStore } from "zustand";
import { encode } from "../../lib/encode.js";
import type { CareerArcPlacement } from "../../layout/careerArc.js";
import type { ArcPartRequest } from "../../layout/placeArcPart.js";
import type { Interval } from "../../lib/units.js";
import type { Career } from "../../model/career.js";
import { isFiltered } from "../../model/select.js";
import type { TimelineActions, TimelineState, TimelineStore } from "../../state/store.js";
import type { RestingViewport } from "../explore/restingViewport.js";
import { withQuery } from "../pageLink.js";
import type { Late } from "./late.js";

export interface TimelineContextValue {
  readonly store: TimelineStore;
  /** Starts every id of this mount, so that several can share a page. */
  readonly idPrefix: string;
  /** In a stranger's page: the address of the whole one, null where there is none. Not there on the whole page itself. */
  readonly pageHref?: string | null;
  /** Where any stretch of time can be looked at. */
  readonly exploring?: Exploring | undefined;
}

/** Width of the page column, and of the arc in it: narrower where details stand beside it. */
export interface ArcRoom {
  readonly page: number;
  readonly arc: number;
  /** Where the room's height is set, as on paper. */
  readonly height?: number;
}

/** How a part of the career is looked at; not in a stranger's page, where it would cost more than it tells. */
export interface Exploring {
  readonly Tools: ComponentType<ExploreProps>;
  readonly instrument: Late<Instrument>;
  readonly restingOf: (store: TimelineStore) => RestingViewport;
}

export interface Instrument {
  readonly Explore: ComponentType<ExploreProps>;
  readonly createPlacer: (career: Career, matches: ReadonlySet<string> | null) => (request: ArcPartRequest) => CareerArcPlacement | null;
  /** What the numbers of clusters are. */
  readonly clusterWords: ReactNode;
}

/** The arc as it is drawn, and how it would be drawn at another time, without words beside its marks. */
export interface DrawnArc {
  readonly placement: CareerArcPlacement;
  readonly at: (viewport: Interval) => CareerArcPlacement | null;
}

/** What moves the viewport, and what it moves. */
export interface ExploreProps {
  /** The section that holds the arc and the tools. */
  readonly arcbox: RefObject<HTMLElement | null>;
  readonly drawn: RefObject<DrawnArc | null>;
}

export const TimelineContext = createContext<TimelineContextValue | null>(null);

export function useTimelineContext(): TimelineContextValue {
  const context = useContext(TimelineContext);
  if (!context) throw new Error("no timeline around this view");
  return context;
}

/** Whether this is a guest in somebody else's page, which keeps its focus and stays where it is scrolled to. */
export function useEmbedded(): boolean {
  return useTimelineContext().pageHref !== undefined;
}

/** Reads the store. The selector gives back what is in the state or remembered there, never a fresh object. */
export function useTimeline<T>(select: (state: TimelineState) => T): T {
  return useStore(useTimelineContext().store, select);
}

export function useActions(): TimelineActions {
  return useTimelineContext().store.actions;
}

/**
 * Where an achievement is to be found for those who open it in a window of its own, or run no script: its words on this
 * page, or on the whole one that an embed belongs to.
 */
export function useItemHref(): (id: string) => string {
  const { idPrefix, pageHref } = useTimelineContext();
  return useCallback((id) => (pageHref === undefined || pageHref === null ? `#${idPrefix}a-${id}` : withQuery(pageHref, `at=${encode(id)}`)), [idPrefix, pageHref]);
}

/** Ids that match, or null where no filter is on. */
export function useMatches(): ReadonlySet<string> | null {
  return useTimeline(selectActiveMatches);
}

const selectActiveMatches = (state: TimelineState): ReadonlySet<string> | null =>
  isFiltered(state.filters) ? state.selectors.matches(state.filters) : null;
