import type { Issue } from "../lib/result.js";
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
 * Keeps store and address in step; the only writer of history. What somebody types replaces the entry that the first
 * letter made, so that Back leaves the search and not its last letter; every other change is an entry of its own.
 *
 * @param onIssues what the link asks for and the career does not have; empty where all was found
 * @returns stops it
 */
export function syncUrl(store: TimelineStore, host: UrlHost, onIssues: (issues: readonly Issue[]) => void = () => undefined): () => void {
  let reading = false;
  let typing = false;
  const read = (): void => {
    const { view, issues } = parseQuery(host.location.search, store.getState().career);
    reading = true;
    try {
      store.actions.replaceView(view);
    } finally {
      reading = false;
    }
    onIssues(issues);
  };
  read();

  let before = viewOf(store.getState());
  const unsubscribe = store.subscribe((state) => {
    const view = viewOf(state);
    const query = formatQuery(view, { keep: host.location.search });
    const onlyText = changesOnlyText(before, view);
    before = view;
    if (reading || query === host.location.search) return;
    const address = `${host.location.pathname}${query}${host.location.hash}`;
    if (onlyText && typing && view.filters.text !== "") host.history.replaceState(null, "", address);
    else host.history.pushState(null, "", address);
    typing = onlyText && view.filters.text !== "";
  });
  const goBack = (): void => {
    read();
    // A search that was come back to goes on in its own entry.
    typing = before.filters.text !== "";
  };
  host.addEventListener("popstate", goBack);
  return () => {
    unsubscribe();
    host.removeEventListener("popstate", goBack);
  };
}

function changesOnlyText(before: ViewState, after: ViewState): boolean {
  if (before.filters.text === after.filters.text) return false;
  const blank = (view: ViewState): string => formatQuery({ ...view, filters: { ...view.filters, text: "" } });
  return blank(before) === blank(after);
}
