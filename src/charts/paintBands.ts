import type { CareerArcPlacement } from "../layout/careerArc.js";
import { thinLine } from "../layout/thinLine.js";
import type { Px } from "../lib/units.js";
import { colour, stroke, type Brush } from "./brush.js";

/** Thinner than this a band is not there: see `paths.ts`. */
const THIN: Px = 0.05;
/** On the way a line may lie so far from where it is drawn when it rests. */
const ROUGHLY: Px = 0.5;
/** At rest it is 1.25; up to 1 a line is drawn without finding its outline first, in a third of the time. */
const EDGE: Px = 1;

/** The stack on its way. Each line is made once, be it the top of one band and the foot of the next. */
export function paintBands(brush: Brush, { xs, bands }: Pick<CareerArcPlacement, "xs" | "bands">): void {
  const { look } = brush;
  const lines = new Map<readonly Px[], readonly Px[]>();
  const lineOf = (ys: readonly Px[]): readonly Px[] => {
    const line = lines.get(ys) ?? thinLine(xs, ys, ROUGHLY);
    lines.set(ys, line);
    return line;
  };
  const paint = (fill: string, edge: string, foot: readonly Px[], top: readonly Px[]): void => {
    const start = riseOf(foot, top);
    if (start === null) return;
    const [x, y] = [xs[start] ?? 0, top[start] ?? 0];
    const [lower, upper] = [lineOf(foot), lineOf(top)];
    const { context } = brush;
    context.fillStyle = fill;
    context.beginPath();
    context.moveTo(x, y);
    follow(context, upper, x);
    for (let i = lower.length - 2; i >= 0 && (lower[i] ?? 0) > x; i -= 2) context.lineTo(lower[i] ?? 0, lower[i + 1] ?? 0);
    context.fill();
    stroke(brush, edge, EDGE, () => {
      context.moveTo(x, y);
      follow(context, upper, x);
    });
  };
  for (const { slot, y0, yMatched, y1 } of bands) {
    const [fill, edge] = [colour(look.f, slot), colour(look.c, slot)];
    if (yMatched === y1) paint(fill, edge, y0, y1);
    else {
      paint(look.dimFill, look.dimEdge, y0, y1);
      paint(fill, edge, y0, yMatched);
    }
  }
}

/** Where a band begins to rise: it never becomes thinner after that, as what is done stays done. null = nowhere */
function riseOf(foot: readonly Px[], top: readonly Px[]): number | null {
  for (let i = 0; i < top.length; i++) if (Math.abs((foot[i] ?? 0) - (top[i] ?? 0)) > THIN) return Math.max(0, i - 1);
  return null;
}

/** The total's edge on its way. */
export function followTop(path: Pick<Path2D, "lineTo">, top: CareerArcPlacement["top"]): void {
  follow(path, thinLine(top.map(([x]) => x), top.map(([, y]) => y), ROUGHLY), -Infinity);
}

/** @param after only what lies right of it */
function follow(path: Pick<Path2D, "lineTo">, line: readonly Px[], after: Px): void {
  for (let i = 0; i < line.length; i += 2) if ((line[i] ?? 0) > after) path.lineTo(line[i] ?? 0, line[i + 1] ?? 0);
}
