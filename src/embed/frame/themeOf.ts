import type { Theme } from "../../state/viewState.js";

/**
 * The theme that a frame should have in its page: what its own address says, else what the nearest element around it says
 * (Bootstrap's, GitHub's and Docusaurus' attributes, Tailwind's classes), else the colour scheme that the page declares.
 * "system" where it declares none or both: the frame then follows the visitor's.
 *
 * @param changes is set to watch whatever was asked
 */
export const themeOf = (frame: HTMLIFrameElement, changes: MutationObserver): Theme => {
  const said = [/[?&]theme=([\w-]+)/.exec(frame.src)?.[1]];
  for (let at = frame.parentElement; at; at = at.parentElement) {
    changes.observe(at, { attributes: true });
    const { theme, bsTheme, colorMode } = at.dataset;
    said.push(theme, bsTheme, colorMode, ...at.classList);
  }
  // Not the frame's own scheme, which is where the answer is written. What is in a document has a parent.
  said.push(getComputedStyle(frame.parentElement as Element).colorScheme.replace(/ ?only ?/, ""));
  return said.find((word) => word === "light" || word === "dark") ?? "system";
};
