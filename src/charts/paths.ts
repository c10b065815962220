import { pathRound } from "d3-path";
import type { Px } from "../lib/units.js";

/** One decimal: a tenth of a pixel is finer than any screen, and short paths keep the document small. */
const short = (value: number): number => Math.round(value * 10) / 10;

interface Point {
  readonly x: Px;
  readonly y0: Px;
  readonly y1: Px;
}

/** All our lines are straight between their points, so the path is written directly: no curve factories on the page. */
function toLine(points: readonly (readonly [Px, Px])[], close = false): string {
  const path = pathRound(1);
  points.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  if (close) path.closePath();
  return path.toString();
}

function toArea(points: readonly Point[]): string {
  const [upper, lower] = [points.map(({ x, y1 }) => [x, y1] as const), points.map(({ x, y0 }) => [x, y0] as const)];
  return toLine([...upper, ...lower.reverse()], true);
}

const hasThickness = (a: Px | undefined, b: Px | undefined): boolean => Math.abs((a ?? 0) - (b ?? 0)) > 0.05;

/** Filled shape between two edges; "" where it has no thickness anywhere. */
export function areaPath(xs: readonly Px[], y0: readonly Px[], y1: readonly Px[]): string {
  if (!xs.some((_, i) => hasThickness(y0[i], y1[i]))) return "";
  return toArea(trim(xs.map((x, i) => ({ x, y0: y0[i] ?? 0, y1: y1[i] ?? 0 }))));
}

/** Leaves out the flat ends, where an area would only repeat its foot. */
function trim(points: readonly Point[]): Point[] {
  const thick = points.map((p) => hasThickness(p.y0, p.y1));
  const first = Math.max(0, thick.indexOf(true) - 1);
  const last = Math.min(points.length - 1, thick.lastIndexOf(true) + 1);
  return points.slice(first, last + 1);
}

/** The upper edge of a band, drawn only where the band has thickness: a line on nothing would claim a field. */
export function edgePath(xs: readonly Px[], y0: readonly Px[], y1: readonly Px[]): string {
  const runs: (readonly [Px, Px])[][] = [];
  let run: (readonly [Px, Px])[] = [];
  xs.forEach((x, i) => {
    const here = hasThickness(y0[i], y1[i]);
    const next = i + 1 < xs.length && hasThickness(y0[i + 1], y1[i + 1]);
    const before = i > 0 && hasThickness(y0[i - 1], y1[i - 1]);
    if (here || next || before) run.push([x, y1[i] ?? 0]);
    // A run begins one point before its band rises and ends one point after it is gone.
    if (!here && !next && run.length > 0) {
      runs.push(run);
      run = [];
    }
  });
  if (run.length > 1) runs.push(run);
  return runs.filter((points) => points.length > 1).map((points) => toLine(points)).join("");
}

export function linePath(points: readonly (readonly [Px, Px])[]): string {
  return toLine(withoutMiddles(points));
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
