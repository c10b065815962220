import type { motionKit } from "./motionKit.js";

export type MotionKit = typeof motionKit;

let loaded: MotionKit | null = null;
let loading: Promise<void> | null = null;

/**
 * Motion is fetched when the page has nothing better to do, never before the first picture.
 * @returns null until it is there: what would move is then simply where it belongs
 */
export function loadMotion(): MotionKit | null {
  loading ??= import("./motionKit.js").then(
    ({ motionKit }) => {
      loaded = motionKit;
    },
    // Offline, or an old page whose files are gone: the page works without motion.
    () => undefined,
  );
  return loaded;
}

/** True where the visitor has asked for no movement. */
export function reducedMotion(): boolean {
  return typeof matchMedia === "function" && matchMedia("(prefers-reduced-motion: reduce)").matches;
}
