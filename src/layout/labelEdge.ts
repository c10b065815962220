import type { Px } from "../lib/units.js";

/**
 * Reads the arc's top edge. It only rises, so the highest point over any stretch is the one at its right end.
 *
 *        ______/   y(x) at a step is its upper end: what stands there must clear it
 *    ___|
 *
 * @param edge x ascending, y never increasing (y grows downwards); points with a number missing are left out
 * @returns y of the edge at x: level before the first point and after the last, +Infinity where there is no edge at all
 */
export function topEdgeReader(edge: readonly (readonly [Px, Px])[]): (x: Px) => Px {
  const xs: Px[] = [];
  const ys: Px[] = [];
  for (const [x, y] of edge) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    // Rounding may let an edge sink or step back by a hair: taken as level, which errs on the safe side.
    xs.push(Math.max(x, xs.at(-1) ?? x));
    ys.push(Math.min(y, ys.at(-1) ?? y));
  }
  return (x) => {
    let low = 0;
    let high = xs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((xs[middle] ?? 0) <= x) low = middle + 1;
      else high = middle;
    }
    const y0 = ys[low - 1];
    const y1 = ys[low];
    if (y0 === undefined) return y1 ?? Number.POSITIVE_INFINITY;
    if (y1 === undefined) return y0;
    const x0 = xs[low - 1] ?? x;
    const x1 = xs[low] ?? x;
    return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
  };
}
