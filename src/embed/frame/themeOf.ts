import type { Theme } from "../../state/viewState.js";
import { themeAmong } from "../themeSigns.js";

/**
 * The theme that a frame should have in its page, see `themeAmong`: its own word stands in its address. Its own scheme does not
 * count, since that is where the answer is written. "system" where nobody says anything: the frame then follows the visitor's.
 *
 * @param frame stands in a document, so it has a parent
 * @param changes is set to watch whatever was asked
 */
export const themeOf = (frame: HTMLIFrameElement, changes: MutationObserver): Theme => {
  const around: HTMLElement[] = [];
  for (let at: HTMLElement | null = frame; (at = at.parentElement); around.push(at)) changes.observe(at, { attributes: true });
  return themeAmong(/[?&]theme=([\w-]+)/.exec(frame.src)?.[1], around);
};
