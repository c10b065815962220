/** By then all that stands above has its height, and the browser has put back where the page was left. */
const SETTLED_MS = 600;
const READING = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

/**
 * Goes once more to where a link leads, when the page has come to rest; not for those who have begun to read.
 * @returns stops it
 */
export function comeAgain(come: () => void): () => void {
  const stop = (): void => {
    clearTimeout(timer);
    for (const kind of READING) removeEventListener(kind, stop);
  };
  const timer = setTimeout(() => {
    stop();
    come();
  }, SETTLED_MS);
  for (const kind of READING) addEventListener(kind, stop, { passive: true });
  return stop;
}
