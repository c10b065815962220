import type { Issue } from "../lib/result.js";
import { filtersOfSlug, NO_FILTERS, sameFilters } from "../model/select.js";
import type { TimelineStore } from "../state/store.js";
import { formatQuery, parseQuery } from "../state/urlCodec.js";
import { viewOf, type ViewState } from "../state/viewState.js";
import { createSitePaths, ROOT_PAGE, type SitePage } from "./sitePaths.js";

/** What urlSync needs of a window; a test gives its own. */
export interface UrlHost {
  readonly location: { readonly search: string; readonly pathname: string; readonly hash: string };
  readonly history: Pick<History, "pushState" | "replaceState">;
  addEventListener(type: "popstate", listener: () => void): void;
  removeEventListener(type: "popstate", listener: () => void): void;
}

type Running = "text" | "viewport";

/** A viewport rests when it has not moved for so long. */
const MOVED_AFTER_MS = 250;
/** What moves so soon after another change is a part of it, as where a range is left: Back leads to before both. */
const PART_OF_MS = 100;

/**
 * Keeps store and address in step; the only writer of history. What somebody types replaces the entry that the first
 * letter made, so that Back leaves the search and not its last letter; moving in time likewise, written once it rests.
 * Every other change is an entry of its own.
 *
 * The page of a named view shows that view where its link names no filters. Other filters are at home on the root page:
 * the address goes there with them, and comes back with the view's. So each address shows when loaded what it showed here.
 *
 * @param onIssues what the link asks for and the career does not have; empty where all was found
 * @param page where the page stands in its site; the address is still the one it was loaded from
 * @returns stops it
 */
export function syncUrl(store: TimelineStore, host: UrlHost, onIssues: (issues: readonly Issue[]) => void = () => undefined, page: SitePage = ROOT_PAGE): () => void {
  const pathOf = createSitePaths(host.location.pathname, page);
  // Not always the page's own: where the root page was loaded anew, Back leads to a view's page without loading it.
  const viewHere = (): string | null => store.getState().career.views.find(({ slug }) => pathOf(slug) === host.location.pathname)?.slug ?? null;
  let reading = false;
  /** What the last entry is of, where more of the same goes on in it. */
  let running: Running | null = null;
  let later: ReturnType<typeof setTimeout> | undefined;
  let part: ReturnType<typeof setTimeout> | undefined;
  const read = (): void => {
    const { career, selectors } = store.getState();
    const { view, issues } = parseQuery(host.location.search, career, filtersOfSlug(career, viewHere()) ?? NO_FILTERS);
    reading = true;
    try {
      store.actions.replaceView(view);
    } finally {
      reading = false;
    }
    const [asked, whole] = [view.viewport, selectors.bounds()?.whole];
    const outside = asked && whole && (asked.to <= whole.from || asked.from >= whole.to);
    onIssues(outside ? [...issues, { severity: "warning", code: "bad-value", path: "zoom", message: "the time it looks at is outside this career; all of it is shown" }] : issues);
  };
  read();

  let before = viewOf(store.getState());
  const write = (of: Running | null): void => {
    clearTimeout(later);
    const { career, ...state } = store.getState();
    const view = viewOf(state);
    const { search, pathname, hash } = host.location;
    const shows = (slug: string | null): boolean => {
      const own = filtersOfSlug(career, slug);
      return own !== null && sameFilters(own, view.filters);
    };
    const home = [viewHere(), page.view].find(shows) ?? null;
    const query = formatQuery(home === null ? view : { ...view, filters: NO_FILTERS }, { keep: search, career });
    const path = pathOf(home);
    if (query === search && path === pathname) return;
    const address = `${path}${query}${hash}`;
    const goesOn = of !== null && of === running && !(of === "text" && view.filters.text === "");
    try {
      if (goesOn) host.history.replaceState(null, "", address);
      else host.history.pushState(null, "", address);
    } catch {
      // Too many changes for this browser: the next one is written with all of them.
      return;
    }
    running = of === null ? "viewport" : of === "text" && view.filters.text === "" ? null : of;
    if (of === null) part = setTimeout(() => (running = null), PART_OF_MS);
  };
  const unsubscribe = store.subscribe((state) => {
    const view = viewOf(state);
    const of = onlyChange(before, view);
    before = view;
    if (reading) return;
    clearTimeout(later);
    clearTimeout(part);
    // Some browsers allow an address a hundred changes in half a minute.
    if (of === "viewport") later = setTimeout(() => write(of), MOVED_AFTER_MS);
    else write(of);
  });
  const goBack = (): void => {
    clearTimeout(later);
    clearTimeout(part);
    read();
    // A search that was come back to goes on in its own entry.
    running = before.filters.text === "" ? null : "text";
  };
  host.addEventListener("popstate", goBack);
  return () => {
    clearTimeout(later);
    clearTimeout(part);
    unsubscribe();
    host.removeEventListener("popstate", goBack);
  };
}

/** The one thing that changed, of those that change in many small steps. */
function onlyChange(before: ViewState, after: ViewState): Running | null {
  const text = before.filters.text !== after.filters.text;
  const viewport = before.viewport !== after.viewport;
  if (text === viewport) return null;
  const blank = (view: ViewState): string => formatQuery({ ...view, viewport: null, filters: { ...view.filters, text: "" } });
  return blank(before) !== blank(after) ? null : text ? "text" : "viewport";
}
