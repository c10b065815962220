import { memo, type ReactNode } from "react";
import type { CareerArcPlacement } from "../layout/careerArc.js";
import { shapePath } from "../layout/nodeShape.js";
import { classNames } from "./classNames.js";
import { slotClass } from "./FieldGlyph.js";
import { px } from "./paths.js";
import { WindowMarks } from "./WindowMarks.js";

/** Between the arc and the roles: known starts and ends as brackets, deadlines as flags, and the window of what is selected. */
export const WindowLane = memo(function WindowLane({ placement }: { readonly placement: CareerArcPlacement }): ReactNode {
  const { known, window, frame, flags } = placement;
  const y = (frame.windowLane.y0 + frame.windowLane.y1) / 2;
  return (
    <g className="lane" aria-hidden="true">
      {window ? (
        <g className={slotClass(window.slot)}>
          <path className="stem" d={`M${px(window.node.x)},${px(window.node.y + window.node.r + 7)}V${px(y)}`} />
          <WindowMarks window={window} y={y} />
        </g>
      ) : null}
      {known.filter((side) => !window || side.selected).map((side) => (
        <g key={side.id} className={classNames("known", slotClass(side.slot), side.dimmed && "dimmed")}>
          <path className="cap" d={`M${px(side.x0)},${px(y - 4.5)}V${px(y + 4.5)}M${px(side.x0)},${px(y)}H${px(side.x1)}M${px(side.x1)},${px(y - 4.5)}V${px(y + 4.5)}`} />
          {window || frame.form === "narrow" ? null : <path className="sign" d={shapePath(side.shape, 4)} transform={`translate(${px(side.x1 + 12)},${px(y)})`} />}
        </g>
      ))}
      {flags.filter((flag) => !window || flag.selected).map((flag) => (
        <g key={flag.id} className={classNames("flag", slotClass(flag.slot), flag.dimmed && "dimmed")}>
          <path d={`M${px(flag.x)},${px(frame.windowLane.y1)}v-13h9l-3,3.5l3,3.5h-9`} />
        </g>
      ))}
    </g>
  );
});
