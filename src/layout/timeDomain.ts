import type { Interval } from "../lib/units.js";
import type { Career } from "../model/career.js";
import { chooseTickStep } from "./timeTicks.js";

/** Width that the domain is rounded for, so that it is the same at every width and all charts share one axis. */
const REFERENCE_WIDTH = 900;
/** Rounding to whole years may cost this much of the width, no more: a two-month career is not drawn in a year. */
const MOST_ROUNDING = 0.09;
const PADDING = 0.015;

/** From the first to the last known moment: roles and windows; null for a career without any. */
export function careerExtent(career: Career): Interval | null {
  const intervals = [...career.roles.map((role) => role.interval), ...career.achievements.map((achievement) => achievement.window)];
  if (intervals.length === 0) return null;
  return {
    from: intervals.reduce((least, { from }) => Math.min(least, from), Infinity),
    to: intervals.reduce((most, { to }) => Math.max(most, to), -Infinity),
  };
}

/** The extent rounded out to the axis's own steps where that is cheap, else with a little air at both ends. */
export function timeDomain(extent: Interval): Interval {
  const span = extent.to - extent.from;
  const step = chooseTickStep(extent, REFERENCE_WIDTH);
  const from = step.interval.floor(new Date(extent.from)).getTime();
  const to = step.interval.ceil(new Date(extent.to)).getTime();
  if (to - from <= span * (1 + MOST_ROUNDING)) return { from, to };
  return { from: extent.from - span * PADDING, to: extent.to + span * PADDING };
}
