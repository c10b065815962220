import { createRoot } from "react-dom/client";
import type { Career } from "../model/career.js";
import { createTimelineStore, type TimelineStore } from "../state/store.js";
import type { ViewState } from "../state/viewState.js";
import { Boundary } from "./Boundary.js";
import type { Chrome } from "./options.js";
import { Widget } from "./Widget.js";

export interface MountOptions {
  readonly career: Career;
  readonly chrome: Chrome;
  /** Address of the whole page: where "Open" and the marks' links lead; null where there is none. */
  readonly pageHref: string | null;
  /** Starts every id; unique on the page. */
  readonly idPrefix: string;
  readonly view?: Partial<ViewState>;
  /** A fault of ours while drawing; a sentence stands where the picture was. */
  readonly onError?: (error: Error) => void;
}

export interface Mounted {
  readonly store: TimelineStore;
  readonly update: (options: Partial<Pick<MountOptions, "career" | "chrome" | "pageHref">>) => void;
  /** Leaves the container empty and nothing behind. */
  readonly destroy: () => void;
}

/** Draws a career into a host's container. What was in it goes. */
export function mountTimeline(container: Element | DocumentFragment, { career, view = {}, onError, ...shown }: MountOptions): Mounted {
  const store = createTimelineStore(career, view);
  const root = createRoot(container);
  let props = shown;
  const draw = (): void => root.render(<Boundary onError={onError}><Widget store={store} {...props} /></Boundary>);
  draw();
  return {
    store,
    update: ({ career: next, ...patch }) => {
      if (next) store.actions.replaceCareer(next);
      props = { ...props, ...patch };
      draw();
    },
    destroy: () => root.unmount(),
  };
}
