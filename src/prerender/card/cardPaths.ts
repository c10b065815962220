import type { Px } from "../../lib/units.js";

type Point = readonly [Px, Px];

/** As far as a dropped point may lie off the line drawn in its place: less than half of the thinnest line. */
const TOLERANCE: Px = 0.3;

/** In tenths, so that a sum of relative steps is off by nothing. */
const tenths = (value: Px): number => Math.round(value * 10);
const written = (value: number): string => String(value / 10).replace(/^(-?)0\./, "$1.");

/**
 * A line through the points as path commands, relative and without what a straight line runs through anyway: the image
 * of a README has a limit, and a career of sixty achievements has some hundred bends in each of its bands.
 */
export function lineCommands(points: readonly Point[]): string {
  const kept = withoutMiddles(points).map(([x, y]): Point => [tenths(x), tenths(y)]);
  const [first] = kept;
  if (!first) return "";
  let [px, py] = first;
  const steps = kept.slice(1).flatMap(([x, y]) => {
    const [dx, dy] = [x - px, y - py];
    [px, py] = [x, y];
    if (dx === 0 && dy === 0) return [];
    return [dy === 0 ? `h${written(dx)}` : dx === 0 ? `v${written(dy)}` : `l${written(dx)}${dy < 0 ? "" : ","}${written(dy)}`];
  });
  return `M${written(first[0])},${written(first[1])}${steps.join("")}`;
}

/** All that lies under a line, down to `foot`; it reaches `over` px past the line's last point. */
export function areaUnder(points: readonly Point[], foot: Px, over: Px): string {
  const last = points[points.length - 1];
  return last ? `${lineCommands(points)}h${written(tenths(over))}V${written(tenths(foot))}H${written(tenths(points[0]?.[0] ?? 0))}Z` : "";
}

/**
 * Drops points that the line runs through without them. All that were dropped since the last one kept are held to the
 * tolerance, not the last alone: else a line that bends little by little would be cut short. O(n).
 */
function withoutMiddles(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
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
