import type { Px } from "../lib/units.js";

type Point = readonly [Px, Px];

/** Half of the smallest comfortable target for a finger. */
export const HIT_REACH: Px = 22;
/** Two places nearer than this are one: no pointer can tell them apart. */
const SAME: Px = 0.05;
const SIDES = 12;

/** The twelve-sided shape around the disc of HIT_REACH, so that the whole disc is in it. */
const WHOLE: readonly Point[] = Array.from({ length: SIDES }, (_, i): Point => {
  const angle = ((i + 0.5) * 2 * Math.PI) / SIDES;
  const r = HIT_REACH / Math.cos(Math.PI / SIDES);
  return [r * Math.cos(angle), r * Math.sin(angle)];
});

/**
 * What each mark answers to: all that is within reach of it and nearer to it than to any other.
 *
 *    ( a   |b|   c    )     b is squeezed by its neighbours, whose outer sides stay whole
 *
 * No two overlap, so which mark lies on top does not matter. Marks in the very same place share one area.
 *
 * @param marks x ascending
 * @returns corners about each mark's centre, same order as the input
 * O(n × k), k marks within twice the area's reach.
 */
export function placeHits(marks: readonly { readonly x: Px; readonly y: Px }[]): readonly (readonly Point[])[] {
  let last: readonly Point[] = WHOLE;
  return marks.map((mark, at) => {
    const before = marks[at - 1];
    if (before && Math.hypot(mark.x - before.x, mark.y - before.y) < SAME) return last;
    last = cellOf(mark, at, marks);
    return last;
  });
}

function cellOf(mark: { readonly x: Px; readonly y: Px }, at: number, marks: readonly { readonly x: Px; readonly y: Px }[]): readonly Point[] {
  let cell = WHOLE;
  // The nearest first on both sides: they leave little for those further off to take.
  for (const step of [-1, 1]) {
    for (let i = at + step; ; i += step) {
      const other = marks[i];
      if (!other) break;
      const [dx, dy] = [other.x - mark.x, other.y - mark.y];
      const reach = cell.reduce((most, [x, y]) => Math.max(most, Math.hypot(x, y)), 0);
      if (Math.abs(dx) > 2 * reach) break;
      if (Math.hypot(dx, dy) >= SAME) cell = clip(cell, dx, dy);
    }
  }
  return cell;
}

/** The part of a convex shape that is nearer to (0, 0) than to (dx, dy). */
function clip(cell: readonly Point[], dx: Px, dy: Px): readonly Point[] {
  const half = (dx * dx + dy * dy) / 2;
  const over = ([x, y]: Point): number => x * dx + y * dy - half;
  if (cell.every((corner) => over(corner) <= 0)) return cell;
  return cell.flatMap((corner, i): readonly Point[] => {
    const next = cell[(i + 1) % cell.length] ?? corner;
    const [a, b] = [over(corner), over(next)];
    const kept: readonly Point[] = a <= 0 ? [corner] : [];
    if (a <= 0 === b <= 0) return kept;
    const share = a / (a - b);
    return [...kept, [corner[0] + (next[0] - corner[0]) * share, corner[1] + (next[1] - corner[1]) * share]];
  });
}
