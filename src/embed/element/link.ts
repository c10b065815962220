import type { TimelineStore } from "../../state/store.js";
import { readAddress, syncAddress, takeName } from "./hostAddress.js";

/** The element's state in the host's address, under the name that its attribute `link` asks for. */
export interface Link {
  /** Takes the name that is asked for now, where it can be had. */
  readonly claim: () => void;
  /** What the address says; "" for nothing, and without a name. */
  readonly query: () => string;
  /** Keeps both in step. @returns false where a name is asked for that cannot be had */
  readonly follow: (store: TimelineStore) => boolean;
  /** The name stays, and the address as it is. */
  readonly rest: () => void;
  readonly end: () => void;
}

/** @param own the query of the state that the element was set up in */
export function createLink(element: HTMLElement, own: () => string): Link {
  let stop = nothing;
  let giveBack = nothing;
  /** Where there is one and it is this element's. */
  let name: string | null = null;
  return {
    claim: () => {
      giveBack();
      const wanted = element.getAttribute("link");
      const taken = wanted ? takeName(wanted) : null;
      name = taken ? wanted : null;
      giveBack = taken ?? nothing;
    },
    query: () => (name === null ? "" : readAddress(name)),
    follow: (store) => {
      stop();
      stop = name === null ? nothing : syncAddress(store, name, own);
      return name !== null || !element.getAttribute("link");
    },
    rest: () => stop(),
    end: () => {
      stop();
      giveBack();
    },
  };
}

const nothing = (): void => undefined;
