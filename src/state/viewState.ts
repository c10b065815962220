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
  readonly list: ListForm;
  readonly sort: Sort;
  readonly theme: Theme;
}

export const DEFAULT_VIEW_STATE: ViewState = Object.freeze({
  filters: NO_FILTERS,
  at: null,
  list: "list",
  sort: Object.freeze({ by: "when", direction: "descending" }),
  theme: "system",
});

/** Only what the career has: other ids go. Gives the same object back where nothing changes. */
export function normalizeView(view: ViewState, career: Career): ViewState {
  const at = career.achievements.some(({ id }) => id === view.at) ? view.at : null;
  return mergeView(view, { filters: normalizeFilters(view.filters, career), at });
}

/** The view with some of it replaced. What is equal keeps its identity, the whole view too, so equal means unchanged. */
export function mergeView(view: ViewState, patch: Partial<ViewState>): ViewState {
  const { filters = view.filters, at = view.at, list = view.list, sort = view.sort, theme = view.theme } = patch;
  const next: ViewState = {
    filters: sameFilters(filters, view.filters) ? view.filters : filters,
    at,
    list,
    sort: sort.by === view.sort.by && sort.direction === view.sort.direction ? view.sort : sort,
    theme,
  };
  const same = next.filters === view.filters && at === view.at && list === view.list && next.sort === view.sort && theme === view.theme;
  return same ? view : next;
}

/** The view alone, out of a state that holds more. */
export function viewOf({ filters, at, list, sort, theme }: ViewState): ViewState {
  return { filters, at, list, sort, theme };
}
