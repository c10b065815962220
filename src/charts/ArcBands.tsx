import type { ReactNode } from "react";
import type { CareerArcPlacement } from "../layout/careerArc.js";
import { slotClass } from "./FieldGlyph.js";
import { areaPath, edgePath, px } from "./paths.js";

/**
 * The fields, stacked. A band's matching part keeps its colour; the rest of it is the same shape, dimmed. With a
 * selection, what lies outside the window fades.
 */
export function ArcBands({ placement, idPrefix }: { readonly placement: CareerArcPlacement; readonly idPrefix: string }): ReactNode {
  const { bands, xs, frame, top, xTicks, window } = placement;
  const { plot } = frame;
  const under = `M${px(xs[0] ?? 0)},${px(plot.y1)}L${top.map(([x, y]) => `${px(x)},${px(y)}`).join("L")}L${px(xs[xs.length - 1] ?? 0)},${px(plot.y1)}Z`;
  const clip = `${idPrefix}under`;
  return (
    <g className="bands" aria-hidden="true">
      <clipPath id={clip}><path d={under} /></clipPath>
      {bands.map((band) => (
        <g key={band.domainId} className={`band ${slotClass(band.slot)}`}>
          <path className="rest" d={areaPath(xs, band.yMatched, band.y1)} />
          <path className="restline" d={edgePath(xs, band.yMatched, band.y1)} />
          <path className="fill" d={areaPath(xs, band.y0, band.yMatched)} />
          <path className="line" d={edgePath(xs, band.y0, band.yMatched)} />
        </g>
      ))}
      <path className="hair" clipPath={`url(#${clip})`} d={xTicks.map(({ x }) => `M${px(x)},${px(plot.y0 - 20)}V${px(plot.y1)}`).join("")} />
      {window ? (
        <g className={slotClass(window.slot)} clipPath={`url(#${clip})`}>
          <path className="fade" d={`M0,0H${px(window.x0)}V${px(plot.y1)}H0ZM${px(window.x1)},0H${px(frame.width)}V${px(plot.y1)}H${px(window.x1)}Z`} />
          <path className="bound" d={`M${px(window.x0)},${px(window.top0)}V${px(plot.y1)}M${px(window.x1)},${px(window.top1)}V${px(plot.y1)}`} />
        </g>
      ) : null}
    </g>
  );
}
