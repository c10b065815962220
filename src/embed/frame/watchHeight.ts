/**
 * Tells how tall a frame's content is: at once, then whenever that changes, smaller too, and never else. It is the content
 * alone that is measured: a frame as tall as its window (100vh) would otherwise grow with every answer.
 *
 * @param root holds all that is seen; nothing in it takes its height from the window
 * @param tell whole px, rounded up, at least 1
 * @returns stops it
 */
export function watchHeight(root: HTMLElement, tell: (height: number) => void): () => void {
  let told = 0;
  let asked = 0;
  const measure = (): void => {
    // A frame that is not shown has no width, and what would be measured is a tower.
    if (innerWidth === 0) return;
    // An open menu reaches out of the box.
    const height = Math.ceil(Math.max(root.getBoundingClientRect().height, root.scrollHeight));
    if (height === told || height < 1) return;
    told = height;
    tell(height);
  };
  // Menus open without a change of the box. Once per frame, however much changes.
  const soon = (): void => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      measure();
    });
  };
  const sizes = new ResizeObserver(measure);
  const parts = new MutationObserver(soon);
  sizes.observe(root);
  parts.observe(root, { childList: true, subtree: true });
  // Hidden pages are not drawn, so nothing above is called there.
  document.addEventListener("visibilitychange", measure);
  // Frames out of sight are not drawn either; this asks for the layout itself.
  measure();
  return () => {
    sizes.disconnect();
    parts.disconnect();
    document.removeEventListener("visibilitychange", measure);
    cancelAnimationFrame(asked);
  };
}
