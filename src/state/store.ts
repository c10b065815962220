import { createStore, type StoreApi } from "zustand/vanilla";
import type { Interval } from "../lib/units.js";
import type { Career } from "../model/career.js";
import type { Sort } from "../model/order.js";
import { clearFilters, toggleOption, type Facet, type Filters, type SetFacet } from "../model/select.js";
import { createSelectors, type Selectors } from "./selectors.js";
import { DEFAULT_VIEW_STATE, mergeView, normalizeView, viewOf, type ListForm, type Theme, type ViewState } from "./viewState.js";

export interface TimelineState extends ViewState {
  readonly career: Career;
  /** Belong to the career and change with it: `state.selectors.matches(state.filters)`. */
  readonly selectors: Selectors;
}

/** What an event may do. None of them tells the listeners where nothing changes. */
export interface TimelineActions {
  readonly toggle: (facet: SetFacet, id: string) => void;
  readonly setText: (text: string) => void;
  readonly setHasNumber: (on: boolean) => void;
  readonly setHasLink: (on: boolean) => void;
  /** One facet, or all of them. */
  readonly clear: (facet?: Facet) => void;
  /** Replaces all filters, as the owner's named views do. */
  readonly setFilters: (filters: Filters) => void;
  /** An id that the career does not have is ignored. */
  readonly select: (id: string | null) => void;
  /** The next matching achievement in time; stays at the last. */
  readonly selectNext: () => void;
  readonly selectPrevious: () => void;
  /** What is looked at; null = all of it. Kept inside the career. */
  readonly setViewport: (viewport: Interval | null) => void;
  readonly setList: (list: ListForm) => void;
  readonly setSort: (sort: Sort) => void;
  readonly setTheme: (theme: Theme) => void;
  /** The whole view, as a link gives it. */
  readonly replaceView: (view: ViewState) => void;
  /** Another career in the same view, as far as its ids reach. */
  readonly replaceCareer: (career: Career) => void;
}

/** Read and subscribe as with any zustand store; write through the actions only. */
export type TimelineStore = Readonly<Pick<StoreApi<TimelineState>, "getState" | "getInitialState" | "subscribe">> & {
  readonly actions: TimelineActions;
};

/**
 * The state of one page or one embed: a store each, nothing is shared. The server renders the initial state, so the view
 * of a link has to be given here, not set afterwards.
 */
export function createTimelineStore(career: Career, initial: Partial<ViewState> = {}): TimelineStore {
  const { getState, getInitialState, subscribe, setState } = createStore<TimelineState>(() => stateOf({ ...DEFAULT_VIEW_STATE, ...initial }, career));

  const change = (step: (state: TimelineState) => TimelineState): void => setState(step, true);
  const patch = (toPatch: (state: TimelineState) => Partial<ViewState>): void => change((state) => withView(state, toPatch(state)));
  const filter = (step: (filters: Filters) => Filters): void => patch(({ filters }) => ({ filters: step(filters) }));

  const actions: TimelineActions = {
    toggle: (facet, id) => filter((filters) => toggleOption(filters, facet, id)),
    setText: (text) => filter((filters) => ({ ...filters, text })),
    setHasNumber: (hasNumber) => filter((filters) => ({ ...filters, hasNumber })),
    setHasLink: (hasLink) => filter((filters) => ({ ...filters, hasLink })),
    clear: (facet) => filter((filters) => clearFilters(filters, facet)),
    setFilters: (filters) => filter(() => filters),
    select: (id) => patch((state) => ({ at: id === null || hasAchievement(state, id) ? id : state.at })),
    selectNext: () => patch(({ selectors, filters, at }) => ({ at: selectors.neighbours(filters, at).next ?? at })),
    selectPrevious: () => patch(({ selectors, filters, at }) => ({ at: selectors.neighbours(filters, at).previous ?? at })),
    setViewport: (viewport) => patch(() => ({ viewport })),
    setList: (list) => patch(() => ({ list })),
    setSort: (sort) => patch(() => ({ sort })),
    setTheme: (theme) => patch(() => ({ theme })),
    replaceView: (view) => patch(() => view),
    replaceCareer: (next) => change((state) => withCareer(state, next)),
  };
  return { getState, getInitialState, subscribe, actions };
}

/** Gives the same state back where the view does not change, which is how zustand knows to stay silent. */
function withView(state: TimelineState, patch: Partial<ViewState>): TimelineState {
  const before = viewOf(state);
  const after = normalizeView(mergeView(before, patch), state.career, state.selectors.bounds);
  const view = mergeView(before, after);
  return view === before ? state : { ...state, ...view };
}

function withCareer(state: TimelineState, career: Career): TimelineState {
  return career === state.career ? state : stateOf(viewOf(state), career);
}

function stateOf(view: ViewState, career: Career): TimelineState {
  const selectors = createSelectors(career);
  return { ...normalizeView(view, career, selectors.bounds), career, selectors };
}

const hasAchievement = ({ career }: TimelineState, id: string): boolean => career.achievements.some((achievement) => achievement.id === id);
