import type { Interval } from "../lib/units.js";
import type { Achievement, Career } from "../model/career.js";

/** An achievement as far as it lies in a viewport: nothing of it is drawn beside the plot. */
export function cutToViewport(achievement: Achievement, viewport: Interval): Achievement {
  const { window, known } = achievement;
  const interval = known && cutInterval(known.interval, viewport);
  return { ...achievement, window: cutInterval(window, viewport) ?? window, known: known && interval && { ...known, interval } };
}

/** What of a career lies in a viewport: marks, and roles that reach into it. */
export function cutCareer(career: Career, viewport: Interval): Career {
  return {
    ...career,
    achievements: career.achievements.filter(({ centre }) => centre >= viewport.from && centre <= viewport.to).map((achievement) => cutToViewport(achievement, viewport)),
    roles: career.roles.filter(({ interval }) => cutInterval(interval, viewport)),
  };
}

/** @returns null where nothing is left */
export function cutInterval({ from, to }: Interval, viewport: Interval): Interval | null {
  const left = { from: Math.max(from, viewport.from), to: Math.min(to, viewport.to) };
  return left.from < left.to ? left : null;
}
