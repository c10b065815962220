import { sameFilters } from "../../model/select.js";
import { formatQuery, parseQuery } from "../../state/urlCodec.js";
import type { TimelineStore } from "../../state/store.js";
import { viewOf, type Theme } from "../../state/viewState.js";
import { queryToMirror } from "../hostLinks.js";
import { readHostEvent, toMessage, type GuestEvent } from "./protocol.js";

/** The page around a frame, as far as it can be reached from within: it may be anybody's. */
export interface Host {
  readonly post: (message: unknown) => void;
  /** Only what the page around the frame itself says. */
  readonly listen: (receive: (data: unknown) => void) => () => void;
}

export interface HostOptions {
  /** Given by WordPress, and told back to it. */
  readonly secret: string | null;
  readonly amp: boolean;
  /** The page has a script that speaks with us. */
  readonly onHosted: () => void;
  readonly onTheme: (theme: Theme) => void;
}

export interface Connection {
  /** Whole px. */
  readonly tellHeight: (height: number) => void;
  readonly stop: () => void;
}

/** A search is told when it rests: some browsers allow an address a hundred changes in half a minute. */
const FILTER_AFTER_MS = 150;

/**
 * Speaks with the page around a frame: tells it what is selected, filtered and how tall that is, and does what it asks.
 * It can ask for a view, a theme and a repetition, no more; whatever else it says is not heard.
 */
export function connectHost(store: TimelineStore, host: Host, { secret, amp, onHosted, onTheme }: HostOptions): Connection {
  const own = viewOf(store.getState());
  let height = 0;
  let later: ReturnType<typeof setTimeout> | undefined;

  const query = (): string => queryToMirror(formatQuery(viewOf(store.getState())), formatQuery(own));
  const tell = (event: GuestEvent): void => host.post(toMessage(event));

  function tellHeight(next: number): void {
    height = next;
    if (height === 0) return;
    tell({ event: "height", height });
    // WordPress keeps it between 200 and 1000 itself, unless its owner has allowed more.
    if (secret !== null) host.post({ message: "height", value: height, secret });
    if (amp) host.post({ sentinel: "amp", type: "embed-size", height });
  }

  const stopListening = host.listen((data) => {
    if (secret !== null && isWordPressReady(data, secret)) tellHeight(height);
    const said = readHostEvent(data);
    if (said?.event === "hello") {
      onHosted();
      tell({ event: "ready" });
      tellHeight(height);
    } else if (said?.event === "theme") {
      onHosted();
      onTheme(said.theme);
    } else if (said?.event === "view") {
      onHosted();
      const view = said.query === "" ? own : parseQuery(said.query, store.getState().career).view;
      store.actions.replaceView({ ...view, theme: own.theme });
    }
  });

  const unsubscribe = store.subscribe((state, before) => {
    if (!sameFilters(state.filters, before.filters)) {
      clearTimeout(later);
      later = setTimeout(() => tell({ event: "filter", query: query() }), FILTER_AFTER_MS);
    }
    if (state.at !== before.at) tell({ event: "select", id: state.at, query: query() });
  });

  tell({ event: "ready" });
  return {
    tellHeight,
    stop: () => {
      clearTimeout(later);
      unsubscribe();
      stopListening();
    },
  };
}

/** WordPress asks so once its own script has started, which may be after ours. */
function isWordPressReady(data: unknown, secret: string): boolean {
  if (typeof data !== "object" || data === null) return false;
  const { message, secret: given } = data as Readonly<Record<string, unknown>>;
  return message === "ready" && given === secret;
}
