import { area, line } from "d3-shape";
import type { Px } from "../lib/units.js";

/** One decimal: a tenth of a pixel is finer than any screen, and short paths keep the document small. */
const short = (value: number): number => Math.round(value * 10) / 10;

interface Point {
  readonly x: Px;
  readonly y0: Px;
  readonly y1: Px;
}

const toArea = area<Point>().x((p) => p.x).y0((p) => p.y0).y1((p) => p.y1).digits(1);
const toLine = line<readonly [Px, Px]>().x((p) => p[0]).y((p) => p[1]).digits(1);

const hasThickness = (a: Px | undefined, b: Px | undefined): boolean => Math.abs((a ?? 0) - (b ?? 0)) > 0.05;

/** Filled shape between two edges; "" where it has no thickness anywhere. */
export function areaPath(xs: readonly Px[], y0: readonly Px[], y1: readonly Px[]): string {
  if (!xs.some((_, i) => hasThickness(y0[i], y1[i]))) return "";
  return toArea(trim(xs.map((x, i) => ({ x, y0: y0[i] ?? 0, y1: y1[i] ?? 0 })))) ?? "";
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
  return runs.filter((points) => points.length > 1).map((points) => toLine(points) ?? "").join("");
}

export function linePath(points: readonly (readonly [Px, Px])[]): string {
  return toLine(withoutMiddles(points)) ?? "";
}

/** Drops points that lie on the straight line between their neighbours. */
function withoutMiddles(points: readonly (readonly [Px, Px])[]): (readonly [Px, Px])[] {
  return points.filter((point, i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    if (!before || !after || after[0] === before[0]) return true;
    const onLine = before[1] + ((after[1] - before[1]) * (point[0] - before[0])) / (after[0] - before[0]);
    return Math.abs(onLine - point[1]) > 0.05;
  });
}

/** For attributes: 12.34 → 12.3. */
export { short as px };
