import { DAY_MS, type EpochMs } from "../../lib/units.js";
import { createCareer } from "../../model/createCareer.js";
import { parsePartialDate } from "../../model/dates.js";
import type { CareerDocument } from "../../model/document.js";
import type { TimelineStore } from "../../state/store.js";
import { formatQuery, parseQuery } from "../../state/urlCodec.js";
import { viewOf, type ViewState } from "../../state/viewState.js";
import { parseChrome, type Chrome } from "../options.js";
import { pageAddress, queryOfAttributes, VIEW_ATTRIBUTES, withAttributes } from "./attributes.js";
import { createDrawing } from "./drawing.js";
import { createEmit, tellChanges } from "./events.js";
import { describeFault, type Fault } from "./faults.js";
import { createLink } from "./link.js";
import { createLoading, isEager } from "./loading.js";
import { createLook } from "./look.js";
import { createStage } from "./stage.js";

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

let lives = 0;

/** Ties the parts together: what is loaded is drawn, what is drawn has a look, a place in the address and events. */
export function startLife({ element, given, kept }: LifeOptions): Life {
  const idPrefix = `ct${++lives}-`;
  const stage = createStage(element);
  const emit = createEmit(element);
  const look = createLook(element, stage.root);
  const read = (name: string): string | null => element.getAttribute(name);
  const ownQuery = (): string => queryOfAttributes(read);
  const link = createLink(element, ownQuery);
  const chrome = (): Chrome => parseChrome(read("chrome"));
  const pageHref = (): string | null => pageAddress(read("page"), element.baseURI);

  let document: CareerDocument | null = null;
  let waiting: ((store: TimelineStore) => void)[] = [];

  function fail(fault: Fault): void {
    const detail = describeFault(fault, given() === null ? read("src") : null);
    if (fault.code !== "link") stage.say(detail.message);
    emit("career-error", detail);
  }
  function failToDraw(error: unknown): void {
    console.error(error);
    fail({ code: "drawing" });
  }

  const drawing = createDrawing({
    stage,
    options: (career) => ({ chrome: chrome(), pageHref: pageHref(), idPrefix, view: kept ?? parseQuery(link.query() || ownQuery(), career).view }),
    onError: failToDraw,
    onMounted: ({ store }) => {
      tellChanges(store, emit);
      waiting.splice(0).forEach((act) => act(store));
      look.follow(store);
      followAddress();
    },
    onShown: () => emit("career-ready", null),
    onEnded: () => {
      look.end();
      link.rest();
    },
  });

  function draw(of: CareerDocument): boolean {
    if (!stage.styled) {
      fail({ code: "style" });
      return false;
    }
    try {
      if (!drawing.draw(createCareer(of, readDay(read("as-of"))))) return false;
    } catch (error) {
      failToDraw(error);
      return false;
    }
    stage.say(null);
    return true;
  }

  function followAddress(): void {
    const store = drawing.mounted()?.store;
    if (store && !link.follow(store)) fail({ code: "link" });
  }

  function applyAttributes(names: readonly string[]): void {
    const store = drawing.mounted()?.store;
    if (!store || names.length === 0) return;
    const { getState, actions } = store;
    actions.replaceView(parseQuery(withAttributes(formatQuery(viewOf(getState())), names, read), getState().career).view);
  }

  // From the beginning, so that of two elements the first in the page has the name, not the first to be drawn.
  link.claim();
  const loading = createLoading({
    element,
    given,
    onCareer: (loaded, meanwhile) => {
      document = loaded;
      if (draw(loaded)) applyAttributes(meanwhile);
    },
    onFault: fail,
  });

  function changed(name: string): void {
    if (name === "src") loading.restart();
    else if (name === "loading" && isEager(element)) loading.start();
    else if (name === "chrome") drawing.mounted()?.update({ chrome: chrome() });
    else if (name === "page") drawing.mounted()?.update({ pageHref: pageHref() });
    else if (name === "as-of" && drawing.mounted() && document) draw(document);
    else if (name === "link") {
      link.claim();
      followAddress();
    }
    else if (name === "background") look.update();
    else if (VIEW_ATTRIBUTES.includes(name)) {
      loading.noteChange(name);
      applyAttributes([name]);
    }
  }

  return {
    store: () => drawing.mounted()?.store ?? null,
    whenReady: (act) => {
      const store = drawing.mounted()?.store;
      if (store) act(store);
      else waiting.push(act);
    },
    changed,
    sourceChanged: loading.restart,
    moved: () => {
      const store = drawing.mounted()?.store;
      if (store) look.follow(store);
    },
    end: () => {
      const store = drawing.mounted()?.store;
      const view = store ? viewOf(store.getState()) : kept;
      loading.end();
      look.end();
      link.end();
      drawing.end();
      waiting = [];
      stage.clear();
      return view;
    },
  };
}

/** The first moment of a date; without one, of today. UTC. */
function readDay(text: string | null): EpochMs {
  return parsePartialDate(text ?? "")?.from ?? Math.floor(Date.now() / DAY_MS) * DAY_MS;
}
