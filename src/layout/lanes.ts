import type { Interval } from "../lib/units.js";

/**
 * Packs spans into the fewest lanes so that no two in a lane overlap.
 *
 *   lane 0 | Acme ======|      |== Beta ==|
 *   lane 1 |    Freelance =======|
 *
 * @param spans half-open; any order; empty is fine
 * @returns lane index per span, same order as the input
 * First fit by start is optimal for interval graphs. O(n × lanes).
 */
export function packLanes(spans: readonly Interval[]): readonly number[] {
  const order = spans.map((_, index) => index).sort((a, b) => {
    const first = spans[a];
    const second = spans[b];
    return first && second ? first.from - second.from || second.to - first.to || a - b : 0;
  });
  const laneEnds: number[] = [];
  const lanes = spans.map(() => 0);
  for (const index of order) {
    const span = spans[index];
    if (!span) continue;
    const free = laneEnds.findIndex((end) => end <= span.from);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = span.to;
    lanes[index] = lane;
  }
  return lanes;
}
