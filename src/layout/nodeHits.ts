import type { Px } from "../lib/units.js";

type Point = readonly [Px, Px];
type Place = { readonly x: Px; readonly y: Px };

/** Half of the smallest comfortable target for a finger. */
export const HIT_REACH: Px = 22;
/** Places are told apart on a grid this fine: no pointer can tell more. */
const GRID: Px = 0.05;
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
 * No two overlap, so which mark lies on top does not matter. Marks in one place of the grid share one area:
 * between places of a grid there is always a border, and it is never a sliver.
 *
 * @param marks x ascending, and places that are one next to each other
 * @returns corners about each mark's centre, same order as the input; right to a tenth of a pixel
 * O(n × k), k marks within twice the area's reach.
 */
export function placeHits(marks: readonly Place[]): readonly (readonly Point[])[] {
  const places = marks.map(({ x, y }): Place => ({ x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID }));
  let last: readonly Point[] = WHOLE;
  return places.map((place, at) => {
    const before = places[at - 1];
    if (!before || before.x !== place.x || before.y !== place.y) last = cellOf(place, at, places);
    return last;
  });
}

function cellOf(place: Place, at: number, places: readonly Place[]): readonly Point[] {
  let cell = WHOLE;
  // The nearest first on both sides: they leave little for those further off to take.
  for (const step of [-1, 1]) {
    for (let i = at + step; ; i += step) {
      const other = places[i];
      if (!other) break;
      const [dx, dy] = [other.x - place.x, other.y - place.y];
      const reach = cell.reduce((most, [x, y]) => Math.max(most, Math.hypot(x, y)), 0);
      if (Math.abs(dx) > 2 * reach) break;
      if (dx !== 0 || dy !== 0) cell = clip(cell, dx, dy);
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
