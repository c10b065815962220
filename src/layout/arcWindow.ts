import type { EpochMs, Interval, Px } from "../lib/units.js";
import type { Achievement, Career } from "../model/career.js";
import { parsePartialDate } from "../model/dates.js";
import type { ArcFrame } from "./arcFrame.js";
import type { PlacedNode } from "./arcNodes.js";
import { leadingDomain } from "./arcSeries.js";
import { emphasisOf, type EmphasisState } from "./emphasis.js";
import { slotOf } from "./fieldSlot.js";
import { shapeOfSlot, type NodeShape } from "./nodeShape.js";

/** A start or end that is known, as a bracket in the window lane. */
export interface PlacedKnownSide {
  readonly id: string;
  readonly slot: number;
  readonly shape: NodeShape;
  readonly x0: Px;
  readonly x1: Px;
  readonly y: Px;
  readonly dimmed: boolean;
  readonly selected: boolean;
}

/** The selected achievement's window. */
export interface PlacedWindow {
  readonly slot: number;
  readonly x0: Px;
  readonly x1: Px;
  /** Top of the arc at its two ends. */
  readonly top0: Px;
  readonly top1: Px;
  readonly node: { readonly x: Px; readonly y: Px; readonly r: Px };
  /** Where the dots run: from cap to cap, or past the bracket of a known side. */
  readonly dots: { readonly x0: Px; readonly x1: Px };
  /** Too short for caps and dots between them: one bar, from end to end. */
  readonly bar: { readonly x0: Px; readonly x1: Px } | null;
}

export interface PlacedFlag {
  readonly id: string;
  readonly slot: number;
  readonly x: Px;
  readonly dimmed: boolean;
  readonly selected: boolean;
}

/** Two caps, and between them two dots that are 4 px large and 8 px apart, with air. */
const SHORTEST_DOTTED: Px = 24;
/** A bar is a mark, be its window ever so short. */
const LEAST_BAR: Px = 4;

export function placeKnown(career: Career, toPx: (time: EpochMs) => Px, frame: ArcFrame, state: EmphasisState): PlacedKnownSide[] {
  return career.achievements.flatMap((achievement): PlacedKnownSide[] => {
    if (!achievement.known) return [];
    const slot = slotOf(career, leadingDomain(achievement));
    return [
      {
        id: achievement.id,
        slot,
        shape: shapeOfSlot(slot),
        x0: toPx(achievement.known.interval.from),
        x1: toPx(achievement.known.interval.to),
        y: (frame.windowLane.y0 + frame.windowLane.y1) / 2,
        dimmed: emphasisOf(achievement.id, state) === "dimmed",
        selected: achievement.id === state.selected,
      },
    ];
  });
}

/**
 * @param topAt y of the arc's upper edge at a time
 */
export function placeWindow(achievement: Achievement, node: PlacedNode, toPx: (time: EpochMs) => Px, topAt: (time: EpochMs) => Px): PlacedWindow {
  const { window, known } = achievement;
  const x0 = toPx(window.from);
  const x1 = toPx(window.to);
  const half = Math.max(LEAST_BAR, x1 - x0) / 2;
  const middle = (x0 + x1) / 2;
  return {
    slot: node.slot,
    x0,
    x1,
    top0: topAt(window.from),
    top1: topAt(window.to),
    node: { x: node.x, y: node.y, r: node.r },
    dots: {
      x0: known?.side === "start" ? toPx(known.interval.to) : x0,
      x1: known?.side === "end" ? toPx(known.interval.from) : x1,
    },
    bar: x1 - x0 < SHORTEST_DOTTED ? { x0: middle - half, x1: middle + half } : null,
  };
}

/** A deadline is a flag where its anchor is dated, in the middle of what that date may mean; none where that is off the axis. */
export function placeFlags(career: Career, domain: Interval, toPx: (time: EpochMs) => Px, state: EmphasisState): readonly PlacedFlag[] {
  return career.achievements.flatMap((achievement) =>
    achievement.metrics.flatMap((metric, index) => {
      const date = metric.kind === "deadline" && metric.anchorDate !== undefined ? parsePartialDate(metric.anchorDate) : null;
      if (!date) return [];
      const middle = (date.from + date.to) / 2;
      if (middle < domain.from || middle > domain.to) return [];
      return [{ id: `${achievement.id} ${index}`, slot: slotOf(career, leadingDomain(achievement)), x: toPx(middle), dimmed: emphasisOf(achievement.id, state) === "dimmed", selected: achievement.id === state.selected }];
    }),
  );
}
