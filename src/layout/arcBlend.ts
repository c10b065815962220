import type { Box, Px, Ratio } from "../lib/units.js";
import type { ArcFrame } from "./arcFrame.js";
import { valueAt } from "./arcSeries.js";
import type { CareerArcPlacement } from "./careerArc.js";
import type { RoleBar, RoleText } from "./roleBars.js";
import type { StackedBand } from "./stackBands.js";
import { createTimeScale } from "./timeScale.js";

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

/** What a filter leaves of a band is no shape: strips that grow or drain would show quantities that nobody has. */
function sameShape(a: CareerArcPlacement, b: CareerArcPlacement): boolean {
  const same = (one: readonly Px[], other: readonly Px[]): boolean => one.every((value, i) => value === other[i]);
  return same(a.xs, b.xs) && a.bands.every((band, i) => same(band.y1, b.bands[i]?.y1 ?? []));
}

type Mix = (from: Px | undefined, to: Px) => Px;

/**
 * The picture between two: all that has a place stands at `share` of the way from `a` to `b`, all else is as in `b`. What
 * matches a filter is so from the start. The result is whole: another blend may begin from it, and nothing jumps.
 *
 * Words that stand on a role's bar in both move with it. Labels are left out: they come back when the shape has
 * settled, since words that slide along the arc cannot be read.
 */
export function blendArc(a: CareerArcPlacement, b: CareerArcPlacement, share: Ratio): CareerArcPlacement {
  if (share >= 1) return b;
  const mix: Mix = (from, to) => (from === undefined ? to : from + (to - from) * share);
  const along = (from: readonly Px[] | undefined, to: readonly Px[]): Px[] => to.map((value, i) => mix(from?.[i], value));
  const frame = mixFrame(a.frame, b.frame, mix);
  const scale = createTimeScale(b.domain, frame.plot.x0, frame.plot.x1);
  const moveX = (x: Px): Px => scale.toPx(b.scale.toTime(x));
  const moveY = (y: Px): Px => frame.plot.y1 - ((b.frame.plot.y1 - y) * (frame.plot.y1 - frame.plot.y0)) / (b.frame.plot.y1 - b.frame.plot.y0);
  const xs = along(a.xs, b.xs);
  const tops = b.top.map(([, y], i) => mix(a.top[i]?.[1], y));
  const topAt = (time: number): Px => valueAt(xs, tops, Math.max(scale.toPx(time), xs[0] ?? 0));
  const nodes = b.nodes.map((node, i) => ({ ...node, x: mix(a.nodes[i]?.x, node.x), y: mix(a.nodes[i]?.y, node.y) }));
  const known = new Map(a.known.map((side) => [side.id, side]));
  const bars = new Map(a.roles.bars.map((bar) => [bar.roleId, bar]));
  const { window } = b;
  const at = window ? b.nodes.findIndex(({ x, y }) => x === window.node.x && y === window.node.y) : -1;
  const node = nodes[at];
  return {
    ...b,
    frame,
    scale,
    xs,
    top: tops.map((y, i): readonly [Px, Px] => [xs[i] ?? 0, y]),
    topAt,
    bands: b.bands.map((band, i) => mixBand(a.bands[i], band, along)),
    nodes,
    roles: { ...b.roles, bars: b.roles.bars.map((bar) => mixBar(bars.get(bar.roleId), bar, mix)) },
    xTicks: b.xTicks.map(({ x, label }) => ({ x: moveX(x), label })),
    yTicks: b.yTicks.map(({ y, label }) => ({ y: moveY(y), label })),
    known: b.known.map((side) => {
      const from = known.get(side.id);
      return { ...side, x0: mix(from?.x0, side.x0), x1: mix(from?.x1, side.x1), y: mix(from?.y, side.y) };
    }),
    flags: b.flags.map((flag) => ({ ...flag, x: moveX(flag.x) })),
    nowX: b.nowX === null ? null : moveX(b.nowX),
    window: window && node
      ? {
          ...window,
          x0: moveX(window.x0),
          x1: moveX(window.x1),
          top0: topAt(b.scale.toTime(window.x0)),
          top1: topAt(b.scale.toTime(window.x1)),
          node: { ...window.node, x: node.x, y: node.y },
          dots: { x0: moveX(window.dots.x0), x1: moveX(window.dots.x1) },
          bar: window.bar && { x0: moveX(window.bar.x0), x1: moveX(window.bar.x1) },
        }
      : null,
    labels: [],
    ends: [],
    total: null,
  };
}

function mixBox(a: Box, b: Box, mix: Mix): Box {
  return { x0: mix(a.x0, b.x0), y0: mix(a.y0, b.y0), x1: mix(a.x1, b.x1), y1: mix(a.y1, b.y1) };
}

/** The drawing's own size is that of `b` at once: the page has already made that room. */
function mixFrame(a: ArcFrame, b: ArcFrame, mix: Mix): ArcFrame {
  return {
    ...b,
    plot: mixBox(a.plot, b.plot, mix),
    windowLane: mixBox(a.windowLane, b.windowLane, mix),
    rolesTop: mix(a.rolesTop, b.rolesTop),
    roleHeight: mix(a.roleHeight, b.roleHeight),
    axisBaseline: mix(a.axisBaseline, b.axisBaseline),
  };
}

/** The matching share of a band is that of `b` all the way. */
function mixBand(a: StackedBand | undefined, b: StackedBand, along: (from: readonly Px[] | undefined, to: readonly Px[]) => Px[]): StackedBand {
  const y0 = along(a?.y0, b.y0);
  const y1 = along(a?.y1, b.y1);
  const yMatched = y1.map((top, i) => {
    const foot = y0[i] ?? top;
    const [from = 0, to = 0, matched = 0] = [b.y0[i], b.y1[i], b.yMatched[i]];
    // Exactly so, since a band that matches as a whole must not look like a part.
    return matched === to ? top : foot + ((top - foot) * (matched - from)) / (to - from);
  });
  return { ...b, y0, yMatched, y1 };
}

function mixBar(a: RoleBar | undefined, b: RoleBar, mix: Mix): RoleBar {
  if (!a) return b;
  return {
    ...b,
    box: mixBox(a.box, b.box, mix),
    texts: b.texts.flatMap((text) => {
      const from = a.texts.find((other) => sameWords(text, other));
      return from ? [{ ...text, x: mix(from.x, text.x), y: mix(from.y, text.y) }] : [];
    }),
    tick: a.tick && b.tick ? { x: mix(a.tick.x, b.tick.x), y0: mix(a.tick.y0, b.tick.y0), y1: mix(a.tick.y1, b.tick.y1) } : null,
  };
}

function sameWords(one: RoleText, other: RoleText): boolean {
  return one.text === other.text && one.tone === other.tone && one.anchor === other.anchor;
}
