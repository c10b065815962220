/*
 * In the place of `views/hooks/motion` where a host loads us: nothing moves, everything is simply where it belongs, and
 * the library that moves things is not in the file.
 */

export const loadMotion = (): null => null;

export const reducedMotion = (): boolean => true;
