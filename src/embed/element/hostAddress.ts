import type { TimelineStore } from "../../state/store.js";
import { formatQuery, parseQuery } from "../../state/urlCodec.js";
import { viewOf } from "../../state/viewState.js";
import { mirrorQuery, queryToMirror, readMirrored } from "../hostLinks.js";

/** Names in use on this page: one embed each. */
const taken = new Set<string>();

/** @returns gives the name back; null where it cannot be had: another embed has it, or it is no name. */
export function takeName(name: string): (() => void) | null {
  // A name that is none mirrors nothing.
  if (taken.has(name) || mirrorQuery("", name, "?v=1") === "") return null;
  taken.add(name);
  return () => void taken.delete(name);
}

/** What the host's address says of this embed; "" for nothing. */
export const readAddress = (name: string): string => readMirrored(location.search, name);

/**
 * Keeps the host's address in step with the embed, under the embed's name: in place, so that Back leaves the page as ever,
 * and with the host's own state of that entry. Where the host itself goes back, the embed follows.
 *
 * @param own the query of the state that the embed was set up in; an address without a word about it means that
 * @returns stops it
 */
export function syncAddress(store: TimelineStore, name: string, own: () => string): () => void {
  const write = (): void => {
    const state = store.getState();
    const { career } = state;
    const start = formatQuery(parseQuery(own(), career).view, { career });
    const search = mirrorQuery(location.search, name, queryToMirror(formatQuery(viewOf(state), { career }), start));
    if (search === location.search) return;
    try {
      history.replaceState(history.state, "", `${location.pathname}${search}${location.hash}`);
    } catch {
      // A sandboxed host has no address to write, and browsers refuse too many changes at once: the next one brings all.
    }
  };
  const read = (): void => store.actions.replaceView(parseQuery(readAddress(name) || own(), store.getState().career).view);
  const stop = store.subscribe(write);
  addEventListener("popstate", read);
  return () => {
    stop();
    removeEventListener("popstate", read);
  };
}
