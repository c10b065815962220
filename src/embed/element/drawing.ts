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
}

/** Until it knows its width the timeline shows stills, which no reader is to see change. A third of a second. */
const MOST_FRAMES = 20;
const STILL = ".still";

export function createDrawing({ stage, options, onError, onMounted, onShown }: DrawingOptions): Drawing {
  let mounted: Mounted | null = null;
  let frame = 0;

  function mount(career: Career): boolean {
    let broken = false;
    const onBroken = (error: Error): void => {
      broken = true;
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
        return true;
      } catch (error) {
        onError(error);
        return false;
      }
    },
    end: () => {
      cancelAnimationFrame(frame);
      mounted?.destroy();
      mounted = null;
    },
  };
}
