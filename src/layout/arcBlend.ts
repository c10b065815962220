import type { Px, Ratio } from "../lib/units.js";
import type { CareerArcPlacement } from "./careerArc.js";

/** Two pictures of the same career with the same breakpoints: only then can one become the other point by point. */
export function canBlend(a: CareerArcPlacement, b: CareerArcPlacement): boolean {
  return (
    a.xs.length === b.xs.length &&
    a.bands.length === b.bands.length &&
    a.bands.every((band, i) => band.domainId === b.bands[i]?.domainId) &&
    a.nodes.length === b.nodes.length &&
    a.nodes.every((node, i) => node.id === b.nodes[i]?.id) &&
    !sameShape(a, b)
  );
}

function sameShape(a: CareerArcPlacement, b: CareerArcPlacement): boolean {
  const same = (one: readonly Px[], other: readonly Px[]): boolean => one.every((value, i) => value === other[i]);
  return same(a.xs, b.xs) && a.bands.every((band, i) => {
    const other = b.bands[i];
    return other !== undefined && same(band.y1, other.y1) && same(band.yMatched, other.yMatched);
  });
}

/**
 * The picture between two: shape, marks and bars stand at `share` of the way from `a` to `b`, all else is as in `b`.
 * Words are left out: they come back when the shape has settled, since words that slide cannot be read.
 */
export function blendArc(a: CareerArcPlacement, b: CareerArcPlacement, share: Ratio): CareerArcPlacement {
  if (share >= 1) return b;
  const mix = (from: Px | undefined, to: Px): Px => (from === undefined ? to : from + (to - from) * share);
  const along = (from: readonly Px[] | undefined, to: readonly Px[]): Px[] => to.map((value, i) => mix(from?.[i], value));
  // What stands at a time in `b` comes from where the same time stands in `a`.
  const moveX = (x: Px): Px => mix(a.scale.toPx(b.scale.toTime(x)), x);
  return {
    ...b,
    xs: along(a.xs, b.xs),
    top: b.top.map(([x, y], i): readonly [Px, Px] => [mix(a.top[i]?.[0], x), mix(a.top[i]?.[1], y)]),
    bands: b.bands.map((band, i) => {
      const from = a.bands[i];
      return { ...band, y0: along(from?.y0, band.y0), yMatched: along(from?.yMatched, band.yMatched), y1: along(from?.y1, band.y1) };
    }),
    nodes: b.nodes.map((node, i) => ({ ...node, x: mix(a.nodes[i]?.x, node.x), y: mix(a.nodes[i]?.y, node.y) })),
    roles: { ...b.roles, bars: b.roles.bars.map((bar) => ({ ...bar, box: { ...bar.box, x0: moveX(bar.box.x0), x1: moveX(bar.box.x1) }, texts: [], tick: null })) },
    xTicks: b.xTicks.map(({ x, label }) => ({ x: moveX(x), label })),
    known: b.known.map((side) => ({ ...side, x0: moveX(side.x0), x1: moveX(side.x1) })),
    flags: b.flags.map((flag) => ({ ...flag, x: moveX(flag.x) })),
    nowX: b.nowX === null ? null : moveX(b.nowX),
    labels: [],
    ends: [],
    total: null,
    window: null,
  };
}
