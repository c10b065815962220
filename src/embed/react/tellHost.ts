/**
 * Calls a function that a host has given us, if it is one. What it throws is the host's own: it is reported as any
 * uncaught error of the page is, and neither the drawing nor other listeners end with it.
 */
export function tellHost<Args extends readonly unknown[]>(tell: ((...args: Args) => void) | null | undefined, ...args: Args): void {
  if (typeof tell !== "function") return;
  try {
    tell(...args);
  } catch (error) {
    if (typeof reportError === "function") reportError(error);
    else console.error(error);
  }
}
