import { DAY_MS, type EpochMs } from "../../lib/units.js";
import type { Career } from "../../model/career.js";
import { createCareer } from "../../model/createCareer.js";
import { parsePartialDate } from "../../model/dates.js";
import type { CareerDocument } from "../../model/document.js";
import type { TimelineState, TimelineStore } from "../../state/store.js";
import { formatQuery, parseQuery } from "../../state/urlCodec.js";
import { viewOf, type ViewState } from "../../state/viewState.js";
import { readHostTheme, watchHostTheme } from "../hostTheme.js";
import { mountTimeline, type Mounted } from "../mount.js";
import { parseChrome } from "../options.js";
import { pageAddress, queryOfAttributes, VIEW_ATTRIBUTES, withAttributes } from "./attributes.js";
import { describeFault, type Fault } from "./faults.js";
import { readAddress, syncAddress, takeName } from "./hostAddress.js";
import type { CareerErrorDetail, CareerFilterDetail, CareerSelectDetail } from "./publicTypes.js";
import { findCareer } from "./source.js";
import { createStage } from "./stage.js";
import { whenNear } from "./whenNear.js";

/** What an element does between being put into a page and being taken out of it. */
export interface Life {
  /** null before there is a career. */
  readonly store: () => TimelineStore | null;
  /** Done at once, or as soon as there is a store. */
  readonly whenReady: (act: (store: TimelineStore) => void) => void;
  readonly changed: (attribute: string) => void;
  /** The career comes from somewhere else now. */
  readonly sourceChanged: () => void;
  /** The element stands in another place of the page. */
  readonly moved: () => void;
  /** Leaves nothing behind. @returns the view it ends in, to go on with if the element comes back */
  readonly end: () => ViewState | null;
}

export interface LifeOptions {
  readonly element: HTMLElement;
  /** What the property `career` holds now. */
  readonly given: () => string | object | null;
  /** Where an earlier life ended. */
  readonly kept: ViewState | null;
}

/** Until it knows its width the timeline shows stills, which no reader is to see change. A third of a second. */
const MOST_FRAMES = 20;
const STILL = ".still";

let lives = 0;

export function startLife({ element, given, kept }: LifeOptions): Life {
  const idPrefix = `ct${++lives}-`;
  const stage = createStage(element);
  const read = (name: string): string | null => element.getAttribute(name);
  const ownQuery = (): string => queryOfAttributes(read);
  const emit = (type: string, detail: CareerSelectDetail | CareerFilterDetail | CareerErrorDetail | null): void =>
    void element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));

  let started = false;
  let loading: AbortController | null = null;
  let document: CareerDocument | null = null;
  let mounted: Mounted | null = null;
  let waiting: ((store: TimelineStore) => void)[] = [];
  /** Attributes that changed while another career was on its way: they may speak of that one. */
  let late: string[] = [];
  let frame = 0;
  let stopWaiting = nothing;
  let stopTheme = nothing;
  let stopAddress = nothing;
  let giveNameBack = nothing;
  /** The name in the host's address, where there is one and it is this element's. */
  let linked: string | null = null;

  function fail(fault: Fault): void {
    const detail = describeFault(fault, given() === null ? read("src") : null);
    if (fault.code !== "link") stage.say(detail.message);
    emit("career-error", detail);
  }

  function start(): void {
    stopWaiting();
    if (!started) load();
  }

  function load(): void {
    started = true;
    late = [];
    loading?.abort();
    const run = new AbortController();
    loading = run;
    void findCareer(element, given(), run.signal).then((loaded) => {
      if (run.signal.aborted) return;
      loading = null;
      if (!loaded.ok) return fail({ ...loaded, code: loaded.fault });
      document = loaded.document;
      draw(document);
    });
  }

  function draw(of: CareerDocument): void {
    try {
      const career = createCareer(of, readDay(read("as-of")));
      if (mounted) mounted.update({ career });
      else if (!mount(career)) return;
    } catch (error) {
      console.error(error);
      return fail({ code: "drawing" });
    }
    stage.say(null);
    applyAttributes(late.splice(0));
  }

  /** @returns whether there is a drawing now */
  function mount(career: Career): boolean {
    const view = kept ?? parseQuery((linked === null ? "" : readAddress(linked)) || ownQuery(), career).view;
    let broken = false;
    const onError = (error: Error): void => {
      broken = true;
      console.error(error);
      fail({ code: "drawing" });
    };
    const drawn = mountTimeline(stage.root, { career, chrome: parseChrome(read("chrome")), pageHref: pageAddress(read("page"), element.baseURI), idPrefix, view, onError });
    // What the author wrote inside says more than our sentence: it stays.
    if (broken) {
      drawn.destroy();
      return false;
    }
    mounted = drawn;
    const { store } = mounted;
    store.subscribe(tell);
    waiting.splice(0).forEach((act) => act(store));
    followTheme();
    applyBackground();
    followAddress();
    reveal(0);
    return true;
  }

  /** The store goes with the drawing, and nobody else has it: this ends with it. */
  function tell(state: TimelineState, before: TimelineState): void {
    if (state.theme !== before.theme) applyTheme();
    if (state.at !== before.at) emit("career-select", { id: state.at, title: state.career.achievements.find(({ id }) => id === state.at)?.title ?? null });
    if (state.filters !== before.filters) emit("career-filter", { filters: state.filters, matches: state.selectors.matches(state.filters).size });
  }

  /** Shows the drawing once it has the width that there is. No frames pass in a hidden tab: there it waits. */
  function reveal(frames: number): void {
    frame = requestAnimationFrame(() => {
      if (frames < MOST_FRAMES && stage.root.querySelector(STILL)) return reveal(frames + 1);
      stage.reveal();
      emit("career-ready", null);
    });
  }

  function applyTheme(): void {
    stage.root.dataset["theme"] = readHostTheme(element, mounted?.store.getState().theme ?? null);
  }

  function applyBackground(): void {
    stage.root.dataset["background"] = read("background") === "transparent" ? "transparent" : "";
  }

  function followTheme(): void {
    stopTheme();
    stopTheme = watchHostTheme(element, applyTheme);
    applyTheme();
  }

  /** From the beginning, so that of two elements the first in the page has the name, not the first to be drawn. */
  function claimName(): void {
    giveNameBack();
    const name = read("link");
    const giveBack = name ? takeName(name) : null;
    linked = giveBack ? name : null;
    giveNameBack = giveBack ?? nothing;
  }

  function followAddress(): void {
    stopAddress();
    stopAddress = nothing;
    if (!mounted) return;
    if (linked !== null) stopAddress = syncAddress(mounted.store, linked, ownQuery);
    else if (read("link")) fail({ code: "link" });
  }

  function applyAttributes(names: readonly string[]): void {
    if (!mounted || names.length === 0) return;
    const { getState, actions } = mounted.store;
    actions.replaceView(parseQuery(withAttributes(formatQuery(viewOf(getState())), names, read), getState().career).view);
  }

  function changed(name: string): void {
    if (name === "src" && started) load();
    else if (name === "loading" && isEager()) start();
    else if (name === "chrome") mounted?.update({ chrome: parseChrome(read(name)) });
    else if (name === "page") mounted?.update({ pageHref: pageAddress(read(name), element.baseURI) });
    else if (name === "as-of" && mounted && document) draw(document);
    else if (name === "link") {
      claimName();
      followAddress();
    }
    else if (name === "background") applyBackground();
    else if (VIEW_ATTRIBUTES.includes(name)) {
      if (loading) late.push(name);
      applyAttributes([name]);
    }
  }

  claimName();
  const isEager = (): boolean => read("loading") === "eager";
  stopWaiting = isEager() ? soon(start) : whenNear(element, start);

  return {
    store: () => mounted?.store ?? null,
    whenReady: (act) => {
      if (mounted) act(mounted.store);
      else waiting.push(act);
    },
    changed,
    sourceChanged: () => {
      if (started) load();
    },
    moved: () => {
      if (mounted) followTheme();
    },
    end: () => {
      const view = mounted ? viewOf(mounted.store.getState()) : kept;
      loading?.abort();
      cancelAnimationFrame(frame);
      stopWaiting();
      stopTheme();
      stopAddress();
      giveNameBack();
      mounted?.destroy();
      mounted = null;
      waiting = [];
      stage.clear();
      return view;
    },
  };
}

const nothing = (): void => undefined;

/** After what is running now: what a script sets in one go counts as one. @returns calls it off */
function soon(act: () => void): () => void {
  let off = false;
  queueMicrotask(() => {
    if (!off) act();
  });
  return () => {
    off = true;
  };
}

/** The first moment of a date; without one, of today. UTC. */
function readDay(text: string | null): EpochMs {
  return parsePartialDate(text ?? "")?.from ?? Math.floor(Date.now() / DAY_MS) * DAY_MS;
}
