import type { CareerArcPlacement } from "../layout/careerArc.js";

/*
 * In the place of `views/hooks/motion`, and of the hooks that do nothing without it, where a host loads us: nothing moves,
 * everything is simply where it belongs, and the library that moves things is not in the file.
 */

export const loadMotion = (): null => null;

export const reducedMotion = (): boolean => true;

export const useArcTween = (placement: CareerArcPlacement | null): { readonly placement: CareerArcPlacement | null; readonly moving: boolean } => ({ placement, moving: false });

export const useDetailsEntrance = (): void => undefined;
