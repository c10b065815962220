import { memo, useState, type ReactNode } from "react";
import type { CareerArcPlacement } from "../layout/careerArc.js";
import { slotClass } from "./FieldGlyph.js";
import { createPaths, px } from "./paths.js";

/** The fields, stacked. With a selection, what lies outside its window fades. */
export const ArcBands = memo(function ArcBands({ placement, idPrefix }: { readonly placement: CareerArcPlacement; readonly idPrefix: string }): ReactNode {
  const { bands, xs, frame, top, xTicks, window } = placement;
  const { plot } = frame;
  const { area, edge } = createPaths(xs);
  const under = `M${px(xs[0] ?? 0)},${px(plot.y1)}L${top.map(([x, y]) => `${px(x)},${px(y)}`).join("L")}L${px(xs[xs.length - 1] ?? 0)},${px(plot.y1)}Z`;
  const clip = `${idPrefix}under`;
  return (
    <g className="bands" aria-hidden="true">
      <clipPath id={clip}><path d={under} /></clipPath>
      {bands.map(({ domainId, slot, y0, yMatched, y1 }) => {
        const whole = area(y0, y1);
        const all = yMatched === y1;
        return (
          <Band
            key={domainId}
            slot={slot}
            whole={whole}
            rim={edge(y0, y1)}
            matched={all ? whole : area(y0, yMatched)}
            line={all ? "" : edge(y0, yMatched)}
          />
        );
      })}
      <path className="hair" clipPath={`url(#${clip})`} d={xTicks.map(({ x }) => `M${px(x)},${px(plot.y0 - 20)}V${px(plot.y1)}`).join("")} />
      {window ? (
        <g className={`outside ${slotClass(window.slot)}`} clipPath={`url(#${clip})`}>
          <path className="fade" d={`M0,0H${px(window.x0)}V${px(plot.y1)}H0ZM${px(window.x1)},0H${px(frame.width)}V${px(plot.y1)}H${px(window.x1)}Z`} />
          <path className="bound" d={`M${px(window.x0)},${px(window.top0)}V${px(plot.y1)}M${px(window.x1)},${px(window.top1)}V${px(plot.y1)}`} />
        </g>
      ) : null}
    </g>
  );
});

interface BandProps {
  readonly slot: number;
  /** Paths: the whole band and its upper edge, the part that matches and its upper edge. */
  readonly whole: string;
  readonly rim: string;
  readonly matched: string;
  readonly line: string;
}

/**
 * One field. The whole band takes the dim colour where a filter leaves something of it out, and what matches lies on it
 * in full colour. Shapes never change with a filter, only colours do: so the part that matched before stays in the
 * drawing, for the style sheet to fade out; without motion it is not shown.
 */
const Band = memo(function Band({ slot, whole, rim, matched, line }: BandProps): ReactNode {
  const [drawn, setDrawn] = useState({ whole, matched, before: "" });
  // A band that has moved or grown leaves nothing behind: its old part would lie in the wrong place.
  if (drawn.whole !== whole || drawn.matched !== matched) setDrawn({ whole, matched, before: drawn.whole === whole ? drawn.matched : "" });
  const { before } = drawn;
  const part = matched !== whole;
  const wasPart = before !== "" && before !== whole;
  return (
    <g className={`band ${slotClass(slot)}${part ? " part" : ""}`}>
      <path className="whole" d={whole} />
      <path className="rim" d={rim} />
      {wasPart ? <path key={`before ${before}`} className={part ? "fill before" : "fill before held"} d={before} /> : null}
      {part && matched !== "" ? (
        <g key={matched} className={wasPart ? "fresh" : undefined}>
          <path className="fill" d={matched} />
          <path className="line" d={line} />
        </g>
      ) : null}
    </g>
  );
});
