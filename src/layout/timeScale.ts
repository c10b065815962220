import { scaleLinear } from "d3-scale";
import type { EpochMs, Interval, Px } from "../lib/units.js";

export interface TimeScale {
  readonly toPx: (time: EpochMs) => Px;
  readonly toTime: (x: Px) => EpochMs;
}

/** Time runs evenly from left to right; outside the domain it goes on at the same pace. */
export function createTimeScale(domain: Interval, x0: Px, x1: Px): TimeScale {
  const scale = scaleLinear().domain([domain.from, domain.to]).range([x0, x1]);
  return { toPx: (time) => scale(time), toTime: (x) => scale.invert(x) };
}
