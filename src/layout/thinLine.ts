import type { Px } from "../lib/units.js";

/**
 * A line through points without those that it runs through anyway, for what is drawn at every step: what a line costs goes
 * by its points.
 *
 *   o---.---.---o         each point left out lies within the tolerance
 *                \        of the line that is drawn in its place
 *                 o
 *
 * @param xs ascending; @param first, last indices of the ends, both kept
 * @returns x and y by turns; one point where there is only one, none where `last` is before `first`
 * All that were left out since the last point kept are held to the tolerance, not the last alone: else a line that bends
 * little by little would be cut short. O(n).
 */
export function thinLine(xs: readonly Px[], ys: readonly Px[], tolerance: Px, first = 0, last = xs.length - 1): readonly Px[] {
  const kept: Px[] = [];
  // One by one, here and below: a pair that is taken apart again takes longer than all else, many times at every step.
  let fromX = 0;
  let fromY = 0;
  // Slopes from the last point kept that pass within the tolerance of every point left out since.
  let low = -Infinity;
  let high = Infinity;
  for (let i = first; i <= last; i++) {
    const x = xs[i] ?? 0;
    const y = ys[i] ?? 0;
    if (i > first && i < last && x > fromX) {
      low = Math.max(low, (y - tolerance - fromY) / (x - fromX));
      high = Math.min(high, (y + tolerance - fromY) / (x - fromX));
      const slope = ((ys[i + 1] ?? 0) - fromY) / ((xs[i + 1] ?? 0) - fromX);
      if (slope >= low && slope <= high) continue;
    }
    kept.push(x, y);
    fromX = x;
    fromY = y;
    low = -Infinity;
    high = Infinity;
  }
  return kept;
}
