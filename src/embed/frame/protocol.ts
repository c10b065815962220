import type { Theme } from "../../state/viewState.js";

/** Others' messages come the same way, so ours say whose they are. */
export const TYPE = "career-timeline";
/** Characters of a query that a frame takes. Browsers and servers stop at about that much of an address. */
const MAX_TEXT = 8_000;

/** What a frame tells the page it stands in. A `query` is the whole state, as in a link; "" where it is what the frame's own address says. */
export type GuestEvent =
  /** It listens and has drawn. */
  | { readonly event: "ready" }
  /** Of its content: px, 1 to 20,000. */
  | { readonly event: "height"; readonly height: number }
  /** The selected achievement, or none. */
  | { readonly event: "select"; readonly id: string | null; readonly query: string }
  | { readonly event: "filter"; readonly query: string };

/** As far as it was looked at: nothing of ours reads the id. */
export type HeardEvent = Exclude<GuestEvent, { readonly event: "select" }> | { readonly event: "select"; readonly query: string };

/** What a page tells a frame. */
export type HostEvent =
  /** Asks for `ready` and `height` again: the page began to listen after they were sent. */
  | { readonly event: "hello" }
  /** Counts where the frame's address names no theme. */
  | { readonly event: "theme"; readonly theme: Theme }
  /** To be shown; `query` as above. */
  | { readonly event: "view"; readonly query: string };

/** As it is posted. */
export type Message = { readonly type: typeof TYPE; readonly version: 1 } & (GuestEvent | HostEvent);

export const toMessage = (event: GuestEvent | HostEvent): Message => ({ type: TYPE, version: 1, ...event });

/**
 * What a frame said, if it is a message of ours. Total over what can be posted, and never throws. No page is taller than
 * 20,000 px, and a query of more than 2,000 characters has no place in a host's address: either is a mistake or an attack.
 */
export const readGuestEvent = (data: unknown): HeardEvent | null => {
  const { type, version, event, height, query } = (data ?? {}) as Readonly<Record<string, unknown>>;
  return type === TYPE && version === 1 && (
    event === "ready" ||
    // NaN and Infinity fail one comparison or the other.
    (event === "height" && typeof height === "number" && height >= 1 && height <= 20_000) ||
    ((event === "filter" || event === "select") && typeof query === "string" && query.length <= 2_000)
    // Each part was looked at above, by its event.
  ) ? (data as HeardEvent) : null;
};

/** What the page around a frame said; otherwise as above. */
export const readHostEvent = (data: unknown): HostEvent | null => {
  const { type, version, event, theme, query } = Object(data) as Readonly<Record<string, unknown>>;
  if (type !== TYPE || version !== 1) return null;
  const reads = event === "hello" || (event === "theme" && (theme === "light" || theme === "dark" || theme === "system")) || (event === "view" && typeof query === "string" && query.length <= MAX_TEXT);
  return reads ? (data as HostEvent) : null;
};
