import type { Theme } from "../../state/viewState.js";

/** Others' messages come the same way, so ours say whose they are. */
export const TYPE = "career-timeline";
/** No page is that tall; a height above it is a mistake or an attack. CSS px. */
const MAX_HEIGHT = 20_000;
/** Characters of a query or an id. Browsers and servers stop at about that much of an address. */
const MAX_TEXT = 8_000;

/** What a frame tells the page it stands in. A `query` is the whole state, as in a link; "" where it is what the frame's own address says. */
export type GuestEvent =
  /** It listens and has drawn. */
  | { readonly event: "ready" }
  /** Of its content: px, 1 to MAX_HEIGHT. */
  | { readonly event: "height"; readonly height: number }
  /** The selected achievement, or none. */
  | { readonly event: "select"; readonly id: string | null; readonly query: string }
  | { readonly event: "filter"; readonly query: string };

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

/** What a frame said, if it is a message of ours. Total over what can be posted, and never throws. */
export const readGuestEvent = (data: unknown): GuestEvent | null => {
  const { event, height, query, id } = ours(data);
  const reads =
    event === "ready" ||
    // NaN and Infinity fail one comparison or the other.
    (event === "height" && typeof height === "number" && height >= 1 && height <= MAX_HEIGHT) ||
    (event === "filter" && isText(query)) ||
    (event === "select" && isText(query) && (id === null || isText(id)));
  // Each part was looked at above, by its event.
  return reads ? (data as GuestEvent) : null;
};

/** What the page around a frame said; otherwise as above. */
export const readHostEvent = (data: unknown): HostEvent | null => {
  const { event, theme, query } = ours(data);
  const reads = event === "hello" || (event === "theme" && (theme === "light" || theme === "dark" || theme === "system")) || (event === "view" && isText(query));
  return reads ? (data as HostEvent) : null;
};

/** Whatever is missing is undefined. */
const ours = (data: unknown): Readonly<Record<string, unknown>> => {
  const parts = Object(data) as Readonly<Record<string, unknown>>;
  return parts["type"] === TYPE && parts["version"] === 1 ? parts : {};
};

const isText = (text: unknown): text is string => typeof text === "string" && text.length <= MAX_TEXT;
