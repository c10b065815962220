import type { ReactNode } from "react";
import type { CareerArcPlacement } from "../layout/careerArc.js";
import { shapePath } from "../layout/nodeShape.js";
import { slotClass } from "./FieldGlyph.js";
import { px } from "./paths.js";

/** Between the arc and the roles: known starts and ends as brackets, and the window of what is selected as dots. */
export function WindowLane({ placement }: { readonly placement: CareerArcPlacement }): ReactNode {
  const { known, window, frame } = placement;
  const y = (frame.windowLane.y0 + frame.windowLane.y1) / 2;
  const cap = (x: number): string => `M${px(x)},${px(y - 6)}V${px(y + 6)}`;
  return (
    <g className="lane" aria-hidden="true">
      {window ? (
        <g className={slotClass(window.slot)}>
          <path className="stem" d={`M${px(window.node.x)},${px(window.node.y + window.node.r + 7)}V${px(y)}`} />
          <path className="cap" d={cap(window.x0) + cap(window.x1)} />
          <path className="dots" d={`M${px(window.dots.x0 + 6)},${px(y)}H${px(window.dots.x1 - 4)}`} />
        </g>
      ) : null}
      {known.filter((side) => !window || side.selected).map((side) => (
        <g key={side.id} className={`known ${slotClass(side.slot)}${side.dimmed ? " dimmed" : ""}`}>
          <path className="cap" d={`M${px(side.x0)},${px(y - 4.5)}V${px(y + 4.5)}M${px(side.x0)},${px(y)}H${px(side.x1)}M${px(side.x1)},${px(y - 4.5)}V${px(y + 4.5)}`} />
          {window || frame.form === "narrow" ? null : <path className="sign" d={shapePath(side.shape, 4)} transform={`translate(${px(side.x1 + 12)},${px(y)})`} />}
        </g>
      ))}
      {placement.flags.map((flag) => (
        <g key={flag.id} className={`flag ${slotClass(flag.slot)}`}>
          <path d={`M${px(flag.x)},${px(frame.windowLane.y1)}v-13h9l-3,3.5l3,3.5h-9`} />
        </g>
      ))}
    </g>
  );
}
