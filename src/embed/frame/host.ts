import { askingFor, FRAMES, LINK_NAME, mirrorQuery, readMirrored } from "../hostLinks.js";
import { readGuestEvent, TYPE, type HostEvent, type Message } from "./protocol.js";
import { themeOf } from "./themeOf.js";

/*
 * The script beside `<iframe data-career-timeline>`: gives each frame the height of its content, tells it the page's theme,
 * and, where `data-link` names it, keeps its state in the page's address. At most 2,048 bytes, and nothing global.
 */

type Frame = HTMLIFrameElement;

// Not the document, whose methods a form's name can hide. Marked under a symbol, which no name of the page's can be.
const page = document.documentElement as HTMLElement & { [mark: symbol]: boolean };
const here = location;
const frames = (): NodeListOf<Frame> => page.querySelectorAll<Frame>(FRAMES);
// A sandboxed frame has no origin that could be named.
const tell = (frame: Frame, event: HostEvent): void => frame.contentWindow?.postMessage({ type: TYPE, version: 1, ...event } satisfies Message, "*");

/** The name of a frame in the page's address, or "": of all embeds that ask for one the first in the page has it. */
const nameOf = (frame: Frame): string => {
  // Where it has none the test is of "undefined", which then no embed asks for.
  const name = frame.dataset["link"] as string;
  return LINK_NAME.test(name) && page.querySelector(askingFor(name)) === frame ? name : "";
};

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
  const name = nameOf(frame);
  const query = name && readMirrored(here.search, name);
  if (query || (always && name)) tell(frame, { event: "view", query });
};

// Twice on a page it is one script.
const mark = Symbol.for(TYPE);
if (!page[mark]) {
  page[mark] = true;
  addEventListener("message", ({ data, source }) => {
    const said = readGuestEvent(data);
    for (const frame of frames()) if (said && frame.contentWindow === source) {
      const name = nameOf(frame);
      if (said.event === "height") {
        // "border-box" or "content-box".
        const borders = getComputedStyle(frame).boxSizing[0] === "b" ? frame.offsetHeight - frame.clientHeight : 0;
        frame.style.setProperty("height", `${said.height + borders}px`, "important");
      } else if (said.event === "ready") {
        tellTheme(frame);
        tellView(frame);
        if (frame.dataset["link"] && !name) console.error("no link", frame);
      } else if (name) {
        try {
          // Never a new entry, and none for what stands there; the page's router keeps its own things in the state.
          if (readMirrored(here.search, name) !== said.query.slice(1)) history.replaceState(history.state, "", here.pathname + mirrorQuery(here.search, name, said.query) + here.hash);
        } catch {
          // A page without an address of its own (`srcdoc`, sandboxed) has none to write, and browsers refuse too many changes at once.
        }
      }
    }
  });
  addEventListener("popstate", () => frames().forEach((frame) => tellView(frame, true)));
  // Nobody else has this list, and the longer way costs what the names need.
  // oxlint-disable-next-line unicorn/prefer-add-event-listener
  matchMedia("(prefers-color-scheme:dark)").onchange = tellThemes;
  // Those that were ready before this script was.
  frames().forEach((frame) => tell(frame, { event: "hello" }));
}
