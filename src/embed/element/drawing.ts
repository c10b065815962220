import type { Career } from "../../model/career.js";
import { mountTimeline, type Mounted, type MountOptions } from "../mount.js";
import type { Stage } from "./stage.js";

/** The timeline on its stage. */
export interface Drawing {
  /** null before the first career. */
  readonly mounted: () => Mounted | null;
  /** Draws a career, in the view that there is already. @returns false where that failed: what the author wrote inside stays */
  readonly draw: (career: Career) => boolean;
  readonly end: () => void;
}

export interface DrawingOptions {
  readonly stage: Stage;
  /** How a first career is to be shown. */
  readonly options: (career: Career) => Omit<MountOptions, "career" | "onError">;
  /** A fault of ours. */
  readonly onError: (error: unknown) => void;
  readonly onMounted: (mounted: Mounted) => void;
  /** It is to be seen. */
  readonly onShown: () => void;
  /** It was there, and a fault of ours has ended it. */
  readonly onEnded: () => void;
}

/** Until it knows its width the timeline shows stills, which no reader is to see change. A third of a second. */
const MOST_FRAMES = 20;
const STILL = ".still";

export function createDrawing({ stage, options, onError, onMounted, onShown, onEnded }: DrawingOptions): Drawing {
  let mounted: Mounted | null = null;
  let frame = 0;
  let broken = false;

  function mount(career: Career): boolean {
    broken = false;
    const onBroken = (error: Error): void => {
      broken = true;
      // Past the first drawing: not from within the drawing that fails.
      if (mounted) queueMicrotask(fall);
      onError(error);
    };
    const drawn = mountTimeline(stage.root, { ...options(career), career, onError: onBroken });
    // What the author wrote inside says more than our sentence: it stays.
    if (broken) {
      drawn.destroy();
      return false;
    }
    mounted = drawn;
    onMounted(drawn);
    reveal(0);
    return true;
  }

  /** What the author wrote inside says more than a picture that hears nothing. */
  function fall(): void {
    if (!mounted) return;
    end();
    stage.conceal();
    onEnded();
  }

  function end(): void {
    cancelAnimationFrame(frame);
    mounted?.destroy();
    mounted = null;
  }

  /** Shows the drawing once it has the width that there is. No frames pass in a hidden tab: there it waits. */
  function reveal(frames: number): void {
    frame = requestAnimationFrame(() => {
      if (frames < MOST_FRAMES && stage.root.querySelector(STILL)) return reveal(frames + 1);
      stage.reveal();
      onShown();
    });
  }

  return {
    mounted: () => mounted,
    draw: (career) => {
      try {
        if (!mounted) return mount(career);
        mounted.update({ career });
        return !broken;
      } catch (error) {
        onError(error);
        return false;
      }
    },
    end,
  };
}
