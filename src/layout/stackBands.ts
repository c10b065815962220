import type { Px } from "../lib/units.js";
import type { Career } from "../model/career.js";
import type { ArcSeries } from "./arcSeries.js";
import { slotOf } from "./fieldSlot.js";

export interface StackedBand {
  readonly domainId: string;
  readonly slot: number;
  /** y along the series' times: foot of the band, top of its matching part, top of the whole band. */
  readonly y0: readonly Px[];
  readonly yMatched: readonly Px[];
  readonly y1: readonly Px[];
}

/** Each band stands on the one below it, whose top is its foot, the same array; the top of the last is the series' total. */
export function stackBands(career: Career, series: ArcSeries, toY: (value: number) => Px): StackedBand[] {
  const foot = series.times.map(() => 0);
  let y0: readonly Px[] = foot.map(toY);
  return series.bands.map((band) => {
    const under = y0;
    const matched = band.matched === band.all ? null : foot.map((base, i) => toY(base + (band.matched[i] ?? 0)));
    band.all.forEach((value, i) => (foot[i] = (foot[i] ?? 0) + value));
    const y1 = foot.map(toY);
    y0 = y1;
    return { domainId: band.domainId, slot: slotOf(career, band.domainId), y0: under, yMatched: matched ?? y1, y1 };
  });
}
