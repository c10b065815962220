import type { TimelineStore } from "../../state/store.js";
import { isClearOn } from "../groundOf.js";
import { readHostPlace, watchHostPlace } from "../hostTheme.js";

/** Theme and ground of a drawing, as the element and the page around it ask for. */
export interface Look {
  /** From now on; anew where the element stands in another place. */
  readonly follow: (store: TimelineStore) => void;
  /** Reads the attribute, and the place again. */
  readonly update: () => void;
  readonly end: () => void;
}

/** @param root has what the style sheet goes by */
export function createLook(element: HTMLElement, root: HTMLElement): Look {
  let stop = (): void => undefined;
  let update = stop;
  return {
    follow: (store) => {
      stop();
      update = () => {
        const { theme, ground } = readHostPlace(element, store.getState().theme);
        root.dataset["theme"] = theme;
        // On a ground that its words cannot be read on it has its own.
        root.dataset["background"] = element.getAttribute("background") === "transparent" && isClearOn(ground, theme) ? "transparent" : "";
      };
      const stopStore = store.subscribe((state, before) => {
        if (state.theme !== before.theme) update();
      });
      const stopHost = watchHostPlace(element, update);
      stop = () => {
        stopStore();
        stopHost();
      };
      update();
    },
    update: () => update(),
    end: () => stop(),
  };
}
