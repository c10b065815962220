import { memo, type ReactNode } from "react";
import type { CareerArcPlacement } from "../layout/careerArc.js";
import { shapePath } from "../layout/nodeShape.js";
import { slotClass } from "./FieldGlyph.js";
import { px } from "./paths.js";

/** Total and field names at the right end, each beside its band. */
export const ArcEnds = memo(function ArcEnds({ ends, total }: Pick<CareerArcPlacement, "ends" | "total">): ReactNode {
  return (
    <g aria-hidden="true">
      {total ? <text className="total" x={px(total.x)} y={px(total.y)}>{total.text}</text> : null}
      {ends.map((end) => (
        <g key={end.domainId} className={`end ${slotClass(end.slot)}${end.matched ? "" : " dimmed"}`}>
          {Math.abs(end.y - end.anchorY) > 2 ? <path className="join" d={`M${px(end.x - 10)},${px(end.anchorY)}L${px(end.x - 2)},${px(end.y)}`} /> : null}
          <path className="glyph" d={shapePath(end.shape, 5.2)} transform={`translate(${px(end.x + 5)},${px(end.y)})`} />
          <text x={px(end.x + 16)} y={px(end.y + 4.6)}>
            {end.lines.map((line, i) => (
              <tspan key={i} x={px(end.x + 16)} dy={i === 0 ? 0 : 15}>
                {line}
              </tspan>
            ))}
            {end.noteLine === end.lines.length
              ? <tspan className="note" x={px(end.x + 16)} dy="15">{end.note}</tspan>
              : <tspan className="note" dx="7">{end.note}</tspan>}
          </text>
        </g>
      ))}
    </g>
  );
});
