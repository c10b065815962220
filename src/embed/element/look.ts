import type { TimelineStore } from "../../state/store.js";
import { readHostTheme, watchHostTheme } from "../hostTheme.js";

/** Theme and ground of a drawing, as the element and the page around it ask for. */
export interface Look {
  /** From now on; anew where the element stands in another place. */
  readonly follow: (store: TimelineStore) => void;
  /** Reads the attribute. */
  readonly setBackground: () => void;
  readonly end: () => void;
}

/** @param root has what the style sheet goes by */
export function createLook(element: HTMLElement, root: HTMLElement): Look {
  let stop = (): void => undefined;
  return {
    follow: (store) => {
      stop();
      const setTheme = (): void => {
        const theme = readHostTheme(element, store.getState().theme);
        if (root.dataset["theme"] !== theme) root.dataset["theme"] = theme;
      };
      const stopStore = store.subscribe((state, before) => {
        if (state.theme !== before.theme) setTheme();
      });
      const stopHost = watchHostTheme(element, setTheme);
      stop = () => {
        stopStore();
        stopHost();
      };
      setTheme();
    },
    setBackground: () => {
      root.dataset["background"] = element.getAttribute("background") === "transparent" ? "transparent" : "";
    },
    end: () => stop(),
  };
}
