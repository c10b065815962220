import { mirrorQuery, readMirrored } from "../hostLinks.js";
import { readGuestEvent, toMessage, TYPE, type HostEvent } from "./protocol.js";
import { themeOf } from "./themeOf.js";

/*
 * The script beside `<iframe data-career-timeline>`: gives each frame the height of its content, tells it the page's theme,
 * and, where `data-link` names it, keeps its state in the page's address. At most 2,048 bytes, and nothing global.
 */

type Frame = HTMLIFrameElement;

const frames = (): Frame[] => [...document.querySelectorAll<Frame>("iframe[data-career-timeline]")];
const nameOf = (frame: Frame): string => frame.dataset["link"] ?? "";
// A sandboxed frame has no origin that could be named.
const tell = (frame: Frame, event: HostEvent): void => frame.contentWindow?.postMessage(toMessage(event), "*");

/** Also to the frame's element: browsers put a canvas behind a frame of another scheme than that. */
const tellTheme = (frame: Frame): void => {
  const theme = themeOf(frame, changes);
  frame.style.colorScheme = theme === "system" ? "" : theme;
  tell(frame, { event: "theme", theme });
};
const tellThemes = (): void => frames().forEach(tellTheme);
const changes = new MutationObserver(tellThemes);

/** @param always also that there is nothing in the page's address: the frame goes back to its own */
const tellView = (frame: Frame, always?: boolean): void => {
  const query = readMirrored(location.search, nameOf(frame));
  if (query || (always && nameOf(frame))) tell(frame, { event: "view", query });
};

// Twice on a page it is one script: the mark is the document's own, and no name of the page's.
const marked = document as Document & { [mark: symbol]: boolean };
const mark = Symbol.for(TYPE);
if (!marked[mark]) {
  marked[mark] = true;
  addEventListener("message", ({ data, source }) => {
    const said = readGuestEvent(data);
    const frame = frames().find((each) => each.contentWindow === source);
    if (!said || !frame) return;
    if (said.event === "height") {
      const borders = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
      frame.style.setProperty("height", `${said.height + borders}px`, "important");
    } else if (said.event === "ready") {
      tellTheme(frame);
      tellView(frame);
    } else {
      const { search, pathname, hash } = location;
      const next = mirrorQuery(search, nameOf(frame), said.query);
      // Never a new entry; and the page's router keeps its own things in the state.
      if (next !== search) history.replaceState(history.state, "", pathname + next + hash);
    }
  });
  addEventListener("popstate", () => frames().forEach((frame) => tellView(frame, true)));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tellThemes);
  // Those that were ready before this script was.
  frames().forEach((frame) => tell(frame, { event: "hello" }));
}
