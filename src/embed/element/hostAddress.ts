import type { TimelineStore } from "../../state/store.js";
import { formatQuery, parseQuery } from "../../state/urlCodec.js";
import { viewOf } from "../../state/viewState.js";
import { askingFor, LINK_NAME, mirrorQuery, queryToMirror, readMirrored } from "../hostLinks.js";

/** Names that elements of this page have: one each. Those in shadow roots, too, which no selector finds. */
const taken = new Set<string>();

/** Whether a frame has the name: it stands before every element that asks for it. Its host script looks the same way. From the prototype: a form may be called `querySelector`. */
const isFrames = (name: string): boolean => Document.prototype.querySelector.call(document, askingFor(name))?.localName === "iframe";

/** @returns gives the name back; null where it cannot be had: another embed, before this one, has it, or it is no name */
export function takeName(name: string): (() => void) | null {
  if (!LINK_NAME.test(name) || taken.has(name) || isFrames(name)) return null;
  taken.add(name);
  return () => void taken.delete(name);
}

/** What the host's address says of this embed, without "?"; "" for nothing. */
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
    // A frame may have been put before it meanwhile.
    if (isFrames(name)) return;
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
  const read = (): void => {
    if (!isFrames(name)) store.actions.replaceView(parseQuery(readAddress(name) || own(), store.getState().career).view);
  };
  const stop = store.subscribe(write);
  addEventListener("popstate", read);
  return () => {
    stop();
    removeEventListener("popstate", read);
  };
}
