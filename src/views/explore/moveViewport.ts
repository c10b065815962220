import type { Interval } from "../../lib/units.js";
import { isWhole, type ViewportBounds } from "../../layout/viewport.js";
import type { TimelineStore } from "../../state/store.js";
import { reducedMotion } from "../hooks/motion.js";

/** How long a press of a button or a key takes to lead there. */
const MOVE_MS = 240;

/** Moves what is looked at. Whatever comes next takes over from wherever it stands: no movement is waited for. */
export interface ViewportMover {
  /** Where it stands, or is on its way to: what the next step is a step from. */
  readonly goal: () => Interval;
  /** At once, as under a finger. */
  readonly jump: (to: Interval) => void;
  /** With a movement that shows where it leads; at once for those who asked for none. */
  readonly glide: (to: Interval) => void;
  readonly stop: () => void;
}

export interface MoverParts {
  readonly now?: () => number;
  readonly frame?: (step: () => void) => unknown;
  readonly still?: () => boolean;
  /** A glide has come to its end. */
  readonly ended?: () => void;
}

export function createViewportMover(store: TimelineStore, bounds: ViewportBounds, { now = () => performance.now(), frame = requestAnimationFrame, still = reducedMotion, ended = () => undefined }: MoverParts = {}): ViewportMover {
  let next = 0;
  let goal: Interval | null = null;
  const current = (): Interval => store.getState().viewport ?? bounds.whole;
  const show = (viewport: Interval): void => store.actions.setViewport(isWhole(viewport, bounds) ? null : viewport);
  const stop = (): void => {
    // Frames that are already asked for find that they are no longer wanted.
    next++;
    goal = null;
  };
  const jump = (to: Interval): void => {
    stop();
    show(to);
  };
  return {
    goal: () => goal ?? current(),
    stop,
    jump,
    glide: (to) => {
      if (still()) {
        jump(to);
        return ended();
      }
      stop();
      const own = next;
      const from = current();
      const began = now();
      // Whoever else moves it, by Back or by another career, has the last word.
      let last = store.getState().viewport;
      goal = to;
      const step = (): void => {
        if (own !== next) return;
        if (store.getState().viewport !== last) return stop();
        const share = Math.min(1, (now() - began) / MOVE_MS);
        if (share === 1) {
          jump(to);
          return ended();
        }
        const eased = 1 - (1 - share) ** 3;
        // Ends that move evenly keep the instant that a step was taken at where it is.
        show({ from: from.from + (to.from - from.from) * eased, to: from.to + (to.to - from.to) * eased });
        last = store.getState().viewport;
        frame(step);
      };
      frame(step);
    },
  };
}
