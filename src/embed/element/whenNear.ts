import { ownProperty } from "../ownProperty.js";

/** How far outside of the window, and of whatever scrolls in it, the element is taken for near. */
const NEAR = "400px";

/**
 * Calls back once, when the element comes near the window of a page that is being looked at. Not in a hidden tab, not
 * while it or what it is in is not displayed or skipped: all these give no intersection.
 * @returns stops waiting
 */
export function whenNear(element: Element, go: () => void): () => void {
  let near = false;
  const check = (): void => {
    if (!near || ownProperty(document, "hidden")) return;
    stop();
    go();
  };
  const observer = new IntersectionObserver((entries) => {
    near = entries.at(-1)?.isIntersecting === true;
    check();
  }, { rootMargin: NEAR, scrollMargin: NEAR });
  const stop = (): void => {
    observer.disconnect();
    removeEventListener("visibilitychange", check);
  };
  // It bubbles up to the window, which no name of the page's can hide.
  addEventListener("visibilitychange", check);
  observer.observe(element);
  return stop;
}
