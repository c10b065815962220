import type { CareerDocument } from "../../model/document.js";
import type { Fault } from "./faults.js";
import { findCareer } from "./source.js";
import { whenNear } from "./whenNear.js";

/** When the element's career is fetched and read. */
export interface Loading {
  /** Now, unless it has begun. */
  readonly start: () => void;
  /** Anew, if it has begun: the career comes from somewhere else. */
  readonly restart: () => void;
  /** An attribute that changes while a career is on its way: it may speak of that one. */
  readonly noteChange: (attribute: string) => void;
  readonly end: () => void;
}

export interface LoadingOptions {
  readonly element: HTMLElement;
  /** See `findCareer`. */
  readonly given: () => string | object | null;
  /** @param meanwhile attributes that have changed since it was asked for */
  readonly onCareer: (document: CareerDocument, meanwhile: readonly string[]) => void;
  readonly onFault: (fault: Fault) => void;
}

export const isEager = (element: HTMLElement): boolean => element.getAttribute("loading") === "eager";

/** Begins when the element comes near the window, or at once where it is eager. */
export function createLoading({ element, given, onCareer, onFault }: LoadingOptions): Loading {
  let started = false;
  let running: AbortController | null = null;
  let meanwhile: string[] = [];

  function load(): void {
    started = true;
    meanwhile = [];
    running?.abort();
    const run = new AbortController();
    running = run;
    void findCareer(element, given(), run.signal).then((loaded) => {
      if (run.signal.aborted) return;
      running = null;
      if (loaded.ok) onCareer(loaded.document, meanwhile);
      else onFault({ ...loaded, code: loaded.fault });
    });
  }
  function start(): void {
    stopWaiting();
    if (!started) load();
  }

  const stopWaiting = isEager(element) ? soon(start) : whenNear(element, start);
  return {
    start,
    restart: () => {
      if (started) load();
    },
    noteChange: (attribute) => {
      if (running) meanwhile.push(attribute);
    },
    end: () => {
      stopWaiting();
      running?.abort();
    },
  };
}

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
