import { clampViewport, isWhole, type ViewportBounds } from "../layout/viewport.js";
import type { Interval } from "../lib/units.js";
import type { Career } from "../model/career.js";
import type { Sort } from "../model/order.js";
import { NO_FILTERS, normalizeFilters, sameFilters, type Filters } from "../model/select.js";

export type ListForm = "list" | "table";
export type Theme = "system" | "light" | "dark";

/** All that a visitor can set on a page, and all that its link carries. What is drawn follows from this and the career. */
export interface ViewState {
  readonly filters: Filters;
  /** The selected achievement's id. It stays selected while a filter dims it. */
  readonly at: string | null;
  /** The stretch of time that is looked at; null = all of it. What a link says of it is rounded out to whole days. */
  readonly viewport: Interval | null;
  readonly list: ListForm;
  readonly sort: Sort;
  readonly theme: Theme;
}

export const DEFAULT_VIEW_STATE: ViewState = Object.freeze({
  filters: NO_FILTERS,
  at: null,
  viewport: null,
  list: "list",
  sort: Object.freeze({ by: "when", direction: "descending" }),
  theme: "system",
});

/**
 * Only what the career has: other ids go, and a viewport ends where the career does. Gives the same object back where
 * nothing changes.
 * @param bounds gives the career's own; asked only where there is a viewport
 */
export function normalizeView(view: ViewState, career: Career, bounds: () => ViewportBounds | null): ViewState {
  const at = view.at !== null && career.achievements.some(({ id }) => id === view.at) ? view.at : null;
  return mergeView(view, { filters: normalizeFilters(view.filters, career), at, viewport: view.viewport && normalizeViewport(view.viewport, bounds()) });
}

function normalizeViewport(viewport: Interval, bounds: ViewportBounds | null): Interval | null {
  if (!bounds) return null;
  const inside = clampViewport(viewport, bounds);
  return isWhole(inside, bounds) ? null : inside;
}

/** The view with some of it replaced. What is equal keeps its identity, the whole view too, so equal means unchanged. */
export function mergeView(view: ViewState, patch: Partial<ViewState>): ViewState {
  const { filters = view.filters, at = view.at, viewport = view.viewport, list = view.list, sort = view.sort, theme = view.theme } = patch;
  const next: ViewState = {
    filters: sameFilters(filters, view.filters) ? view.filters : filters,
    at,
    viewport: viewport?.from === view.viewport?.from && viewport?.to === view.viewport?.to ? view.viewport : viewport,
    list,
    sort: sort.by === view.sort.by && sort.direction === view.sort.direction ? view.sort : sort,
    theme,
  };
  const same = next.filters === view.filters && at === view.at && next.viewport === view.viewport && list === view.list && next.sort === view.sort && theme === view.theme;
  return same ? view : next;
}

/** The view alone, out of a state that holds more. */
export function viewOf({ filters, at, viewport, list, sort, theme }: ViewState): ViewState {
  return { filters, at, viewport, list, sort, theme };
}
