import type { EpochMs, Interval, Px } from "../lib/units.js";

export interface TimeScale {
  readonly toPx: (time: EpochMs) => Px;
  readonly toTime: (x: Px) => EpochMs;
}

/**
 * Time runs evenly from left to right; outside the domain it goes on at the same pace.
 * Two lines of arithmetic: d3-scale would bring number formats and colour spaces into the first script for them.
 */
export function createTimeScale(domain: Interval, x0: Px, x1: Px): TimeScale {
  const pxPerMs = (x1 - x0) / (domain.to - domain.from);
  return {
    toPx: (time) => x0 + (time - domain.from) * pxPerMs,
    toTime: (x) => domain.from + (x - x0) / pxPerMs,
  };
}
