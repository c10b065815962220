import { memo, type ReactNode } from "react";
import type { ActivityBar } from "../layout/activityDensity.js";
import type { PlacedDensity } from "../layout/placeDensity.js";
import type { Px } from "../lib/units.js";
import { slotClass } from "./FieldGlyph.js";
import { px } from "./paths.js";

/** As quiet as a mark may be: 3:1 on either ground. */
const TONE = 0.5;

export interface ActivityDensityProps {
  readonly placement: PlacedDensity;
  /** Of what was asked for; null where it is of no one field. */
  readonly slot: number | null;
}

/** Bars under the arc, however many in one path. Stretches with the page where nothing has measured it; what it shows is said beside it. */
export const ActivityDensity = memo(function ActivityDensity({ placement, slot }: ActivityDensityProps): ReactNode {
  const { width, height, x0, x1, bars, asked } = placement;
  const all = barsPath(bars, height);
  const part = asked && barsPath(asked, height);
  return (
    <svg width="100%" height={height} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {part === null ? null : (
        <g className="band">
          <path className="rest" d={all} />
          <path className="restline" d={all} fill="none" vectorEffect="non-scaling-stroke" />
        </g>
      )}
      {part === null || slot === null ? <path d={part ?? all} fill="currentColor" fillOpacity={TONE} /> : (
        <g className={`band ${slotClass(slot)}`}>
          <path className="fill" d={part} />
          <path className="line" d={part} fill="none" vectorEffect="non-scaling-stroke" />
        </g>
      )}
      <path d={`M${px(x0)},${height - 0.5}H${px(x1)}`} stroke="currentColor" strokeOpacity=".5" vectorEffect="non-scaling-stroke" />
    </svg>
  );
});

/** The outline of the bars: those that touch are one shape. */
function barsPath(bars: readonly ActivityBar[], base: Px): string {
  let end: number | null = null;
  let path = "";
  for (const { x0, x1, y } of bars) {
    // As they are written: neighbours meet in one number.
    const [left, right] = [px(x0), px(x1)];
    path += left === end ? `V${px(y)}H${right}` : `${end === null ? "" : `V${base}Z`}M${left},${base}V${px(y)}H${right}`;
    end = right;
  }
  return end === null ? "" : `${path}V${base}Z`;
}
