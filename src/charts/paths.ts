import type { Px } from "../lib/units.js";

/** One decimal: a tenth of a pixel is finer than any screen, and short paths keep the document small. */
const short = (value: number): number => Math.round(value * 10) / 10;

/** All our lines are straight between their points, so the path is written directly: no curve factories on the page. */
const join = (points: readonly string[]): string => (points.length === 0 ? "" : `M${points.join("L")}`);
const pair = (x: Px, y: Px): string => `${short(x)},${short(y)}`;

const hasThickness = (a: Px | undefined, b: Px | undefined): boolean => Math.abs((a ?? 0) - (b ?? 0)) > 0.05;

export interface Paths {
  /** Filled shape between two edges; "" where it has no thickness anywhere. */
  readonly area: (y0: readonly Px[], y1: readonly Px[]) => string;
  /** The upper edge of a band, drawn only where the band has thickness: a line on nothing would claim a field. */
  readonly edge: (y0: readonly Px[], y1: readonly Px[]) => string;
}

/** Shapes over the same xs. What one band has as its top and the next as its foot, the same array, is written once. */
export function createPaths(xs: readonly Px[]): Paths {
  const written = new Map<readonly Px[], readonly string[]>();
  const write = (ys: readonly Px[]): readonly string[] => {
    const points = written.get(ys) ?? xs.map((x, i) => pair(x, ys[i] ?? 0));
    written.set(ys, points);
    return points;
  };
  return {
    area: (y0, y1) => {
      const thick = xs.map((_, i) => hasThickness(y0[i], y1[i]));
      if (!thick.includes(true)) return "";
      // Without the flat ends, where an area would only repeat its foot.
      const [first, end] = [Math.max(0, thick.indexOf(true) - 1), thick.lastIndexOf(true) + 2];
      return `${join([...write(y1).slice(first, end), ...write(y0).slice(first, end).reverse()])}Z`;
    },
    edge: (y0, y1) => {
      const points = write(y1);
      const runs: string[] = [];
      let start = -1;
      xs.forEach((_, i) => {
        const here = hasThickness(y0[i], y1[i]);
        const next = i + 1 < xs.length && hasThickness(y0[i + 1], y1[i + 1]);
        // A run begins one point before its band rises and ends one point after it is gone.
        if (start < 0 && (here || next)) start = i;
        if (start < 0 || next || (here && i + 1 < xs.length)) return;
        if (i > start) runs.push(join(points.slice(start, i + 1)));
        start = -1;
      });
      return runs.join("");
    },
  };
}

export const areaPath = (xs: readonly Px[], y0: readonly Px[], y1: readonly Px[]): string => createPaths(xs).area(y0, y1);
export const edgePath = (xs: readonly Px[], y0: readonly Px[], y1: readonly Px[]): string => createPaths(xs).edge(y0, y1);

export function linePath(points: readonly (readonly [Px, Px])[]): string {
  return join(withoutMiddles(points).map(([x, y]) => pair(x, y)));
}

/** As far as a dropped point may lie off the line that is drawn in its place. */
const TOLERANCE: Px = 0.05;

/**
 * Drops points that the line runs through without them. All that were dropped since the last one kept are held to the
 * tolerance, not the last alone: else a line that bends little by little would be cut short. O(n).
 */
function withoutMiddles(points: readonly (readonly [Px, Px])[]): (readonly [Px, Px])[] {
  const kept: (readonly [Px, Px])[] = [];
  // Slopes from the last point kept that pass within the tolerance of every point dropped since.
  let [low, high] = [-Infinity, Infinity];
  points.forEach((point, i) => {
    const from = kept[kept.length - 1];
    const next = points[i + 1];
    if (from && next && point[0] > from[0]) {
      const [dx, dy] = [point[0] - from[0], point[1] - from[1]];
      low = Math.max(low, (dy - TOLERANCE) / dx);
      high = Math.min(high, (dy + TOLERANCE) / dx);
      const slope = (next[1] - from[1]) / (next[0] - from[0]);
      if (slope >= low && slope <= high) return;
    }
    kept.push(point);
    [low, high] = [-Infinity, Infinity];
  });
  return kept;
}

/** For attributes: 12.34 → 12.3. */
export { short as px };
