import "./frame.css";
import { createCareer } from "../../model/createCareer.js";
import type { CareerDocument } from "../../model/document.js";
import { MOST_EMBEDDED_ACHIEVEMENTS, MOST_EMBEDDED_ROLES } from "../../model/embedLimits.js";
import { parseQuery } from "../../state/urlCodec.js";
import type { Theme } from "../../state/viewState.js";
import { mountTimeline } from "../mount.js";
import { spellTabIndex } from "../preactAttributes.js";
import { drawInTasks } from "../preactTiming.js";
import { readFrameAddress } from "./address.js";
import { connectHost, type Host } from "./connectHost.js";
import { readHostEvent, toMessage } from "./protocol.js";
import { watchHeight } from "./watchHeight.js";

/** The page around the frame. Whose it is cannot be known, and what it is told it may know. */
const host: Host = {
  post: (message) => parent.postMessage(message, "*"),
  listen: (receive) => {
    const onMessage = ({ data, source }: MessageEvent<unknown>): void => {
      if (source === parent) receive(data);
    };
    addEventListener("message", onMessage);
    return () => removeEventListener("message", onMessage);
  },
};

/** Opened on its own it has nobody to speak with. */
const nobody: Host = { post: () => undefined, listen: () => () => undefined };

/** A frame is no place to read another page in, and few pages let themselves be framed. */
function openOutside(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!link || link.getAttribute("href")?.startsWith("#")) return;
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener");
}

function start(root: HTMLElement, data: string): void {
  const page = document.documentElement;
  const { chrome, theme, transparent, secret, amp } = readFrameAddress(location.search, location.hash);
  const setTheme = (next: Theme): void => {
    page.dataset["theme"] = next;
    root.dataset["theme"] = next;
  };
  setTheme(theme ?? "system");
  if (transparent) root.dataset["background"] = "transparent";

  // Written by the same build from a checked document.
  const career = createCareer(JSON.parse(data) as CareerDocument, Number(root.dataset["asOf"]));
  // The picture as it was sent takes no time of the page around.
  if (career.achievements.length > MOST_EMBEDDED_ACHIEVEMENTS || career.roles.length > MOST_EMBEDDED_ROLES) throw new Error(`more than ${MOST_EMBEDDED_ACHIEVEMENTS} achievements or ${MOST_EMBEDDED_ROLES} roles: the timeline stays a still picture`);
  const { view } = parseQuery(location.search, career);
  addEventListener("click", openOutside, true);
  drawInTasks();
  spellTabIndex();
  const { store } = mountTimeline(root, { career, chrome, pageHref: root.dataset["page"] ?? null, idPrefix: "", view: { ...view, theme: "system" }, onError: (error) => console.error(error) });
  page.dataset["live"] = "";

  const { tellHeight } = connectHost(store, parent === window ? nobody : host, {
    secret,
    amp,
    onHosted: () => void (page.dataset["hosted"] = ""),
    onTheme: (next) => setTheme(theme ?? next),
  });
  watchHeight(root, tellHeight);
}

const root = document.getElementById("root");
const data = document.getElementById("career");
try {
  if (!root || !data) throw new Error("no element #root or #career");
  start(root, data.textContent);
} catch (error) {
  // The picture stays as it was sent, to be read; what cannot be pressed goes.
  console.error(error);
  document.documentElement.dataset["failed"] = "";
  if (root && parent !== window) tellHeightOnly(root);
}

/** A page that the script of the host can still make room for. */
function tellHeightOnly(still: HTMLElement): void {
  let last = 0;
  const tell = (height: number): void => {
    last = height;
    host.post(toMessage({ event: "height", height }));
  };
  host.listen((said) => {
    if (readHostEvent(said)?.event === "hello" && last > 0) tell(last);
  });
  watchHeight(still, tell);
}
