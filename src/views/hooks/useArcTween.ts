import { useRef, useState } from "react";
import type { CareerArcPlacement } from "../../layout/careerArc.js";
import { loadMotion, reducedMotion } from "./motion.js";
import { useBeforePaint } from "./useBeforePaint.js";

/** How long the arc takes to its new shape. */
const SHAPE_S = 0.32;
/** More marks than this cannot be drawn anew for every frame. */
const MOST_NODES = 300;

/**
 * Lets the arc move from the shape it has to the shape it is to have. Any new target takes over from wherever the arc
 * stands, so nothing ever waits for a movement to end. Without motion (asked not to, or not loaded yet) the target
 * is there at once.
 *
 * @param still no movement, neither to this target nor away from it: paper takes what is there
 */
export function useArcTween(target: CareerArcPlacement | null, still = false): { readonly placement: CareerArcPlacement | null; readonly moving: boolean } {
  const [frame, setFrame] = useState<{ readonly of: CareerArcPlacement; readonly placement: CareerArcPlacement } | null>(null);
  const drawn = useRef<CareerArcPlacement | null>(target);
  const blending = !still && frame !== null && frame.of === target;
  const placement = blending ? frame.placement : target;

  useBeforePaint(() => {
    const from = drawn.current;
    const kit = still || reducedMotion() || (target?.nodes.length ?? 0) > MOST_NODES ? null : loadMotion();
    if (!kit || !from || !target || from === target || from.frame.form !== target.frame.form || !sameTime(from, target) || !kit.canBlend(from, target)) {
      drawn.current = still ? null : target;
      setFrame(null);
      return;
    }
    const { animate, blendArc } = kit;
    setFrame({ of: target, placement: blendArc(from, target, 0) });
    const controls = animate(0, 1, {
      duration: SHAPE_S,
      ease: "easeOut",
      onUpdate: (share) => {
        drawn.current = blendArc(from, target, share);
        setFrame({ of: target, placement: drawn.current });
      },
      onComplete: () => {
        drawn.current = target;
        setFrame(null);
      },
    });
    return () => controls.stop();
  }, [target, still]);

  return { placement, moving: blending };
}

/** A viewport that moves is its own movement: every step of it is drawn as it is. */
const sameTime = (a: CareerArcPlacement, b: CareerArcPlacement): boolean => a.domain.from === b.domain.from && a.domain.to === b.domain.to;
