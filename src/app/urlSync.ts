import type { TimelineStore } from "../state/store.js";
import { formatQuery, parseQuery } from "../state/urlCodec.js";
import { viewOf, type ViewState } from "../state/viewState.js";

/** What urlSync needs of a window; a test gives its own. */
export interface UrlHost {
  readonly location: { readonly search: string; readonly pathname: string; readonly hash: string };
  readonly history: Pick<History, "pushState" | "replaceState">;
  addEventListener(type: "popstate", listener: () => void): void;
  removeEventListener(type: "popstate", listener: () => void): void;
}

/**
 * Keeps store and address in step; the only writer of history. What somebody types replaces the entry it began, so that
 * Back leaves the search and not its last letter; every other change is an entry of its own.
 * @returns stops it
 */
export function syncUrl(store: TimelineStore, host: UrlHost): () => void {
  const read = (): void => store.actions.replaceView(parseQuery(host.location.search, store.getState().career).view);
  let reading = false;
  const apply = (): void => {
    reading = true;
    read();
    reading = false;
  };
  apply();

  let before = viewOf(store.getState());
  const unsubscribe = store.subscribe((state) => {
    const view = viewOf(state);
    const query = formatQuery(view, { keep: host.location.search });
    const typing = isTyping(before, view);
    before = view;
    if (reading || query === host.location.search) return;
    const address = `${host.location.pathname}${query}${host.location.hash}`;
    if (typing) host.history.replaceState(null, "", address);
    else host.history.pushState(null, "", address);
  });
  host.addEventListener("popstate", apply);
  return () => {
    unsubscribe();
    host.removeEventListener("popstate", apply);
  };
}

/** A further letter of a search that has an entry already. */
function isTyping(before: ViewState, after: ViewState): boolean {
  if (before.filters.text === "" || after.filters.text === "" || before.filters.text === after.filters.text) return false;
  return formatQuery({ ...before, filters: { ...before.filters, text: "" } }) === formatQuery({ ...after, filters: { ...after.filters, text: "" } });
}
