import { memo, type ReactNode } from "react";
import type { CareerArcPlacement } from "../layout/careerArc.js";
import { shapePath } from "../layout/nodeShape.js";
import type { Px } from "../lib/units.js";
import { classNames } from "./classNames.js";
import { slotClass } from "./FieldGlyph.js";
import { px } from "./paths.js";
import { AFTER_LOW_CAP, BEFORE_CAP, WindowMarks } from "./WindowMarks.js";

/** A field's shape behind the bracket of what is known. */
export const SIGN_R: Px = 4;
export const SIGN_AFTER: Px = 12;
/** From a mark to the stem under it. */
export const STEM_UNDER: Px = 7;
/** From its foot. */
export const FLAG = "v-13h9l-3,3.5l3,3.5h-9";

/** Between the arc and the roles: known starts and ends as brackets, deadlines as flags, and the window of what is selected, or seen closely of every mark. */
export const WindowLane = memo(function WindowLane({ placement }: { readonly placement: CareerArcPlacement }): ReactNode {
  const { known, window, markWindows, frame, flags } = placement;
  const y = (frame.windowLane.y0 + frame.windowLane.y1) / 2;
  return (
    <g className="lane" aria-hidden="true">
      {window ? (
        <g className={slotClass(window.slot)}>
          <path className="stem" d={`M${px(window.node.x)},${px(window.node.y + window.node.r + STEM_UNDER)}V${px(y)}`} />
          <WindowMarks window={window} y={y} />
        </g>
      ) : null}
      {window ? null : markWindows?.map(({ id, slot, dimmed, x0, x1, y: at, bar, cap0, cap1 }) => (
        <g key={id} className={classNames("span", slotClass(slot), dimmed && "dimmed")}>
          <path className={bar ? "short" : "dots"} d={`M${px(bar ? x0 : x0 + AFTER_LOW_CAP)},${px(at)}H${px(bar ? x1 : x1 - BEFORE_CAP)}`} />
          {bar ? null : <path className="cap" d={`${cap0 ? `M${px(x0)},${px(at - 2)}v4` : ""}${cap1 ? `M${px(x1)},${px(at - 2)}v4` : ""}`} />}
        </g>
      ))}
      {known.filter((side) => !window || side.selected).map((side) => (
        <g key={side.id} className={classNames("known", slotClass(side.slot), side.dimmed && "dimmed")}>
          <path className="cap" d={`M${px(side.x0)},${px(y - 4.5)}V${px(y + 4.5)}M${px(side.x0)},${px(y)}H${px(side.x1)}M${px(side.x1)},${px(y - 4.5)}V${px(y + 4.5)}`} />
          {window || frame.form === "narrow" ? null : <path className="sign" d={shapePath(side.shape, SIGN_R)} transform={`translate(${px(side.x1 + SIGN_AFTER)},${px(y)})`} />}
        </g>
      ))}
      {flags.filter((flag) => !window || flag.selected).map((flag) => (
        <g key={flag.id} className={classNames("flag", slotClass(flag.slot), flag.dimmed && "dimmed")}>
          <path d={`M${px(flag.x)},${px(frame.windowLane.y1)}${FLAG}`} />
        </g>
      ))}
    </g>
  );
});
