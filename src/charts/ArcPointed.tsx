import type { ReactNode } from "react";
import type { CareerArcPlacement } from "../layout/careerArc.js";
import type { PlacedPointed } from "../layout/pointed.js";
import { slotClass } from "./FieldGlyph.js";
import { ArcLabel } from "./ArcLabels.js";
import { px } from "./paths.js";

/** What pointing at a node shows, over everything and deaf to the pointer. */
export function ArcPointed({ pointed: { window, label, node }, frame }: { readonly pointed: PlacedPointed; readonly frame: CareerArcPlacement["frame"] }): ReactNode {
  const y = (frame.windowLane.y0 + frame.windowLane.y1) / 2;
  return (
    <g className={`pointed ${slotClass(node.slot)}`} aria-hidden="true">
      <path className="cap" d={`M${px(window.x0)},${px(y - 6)}v12M${px(window.x1)},${px(y - 6)}v12`} />
      <path className="dots" d={`M${px(window.dots.x0 + 6)},${px(y)}H${px(window.dots.x1 - 4)}`} />
      {label ? (
        <>
          <rect className="plate" x={px(label.box.x0 - 6)} y={px(label.box.y0 - 3)} width={px(label.box.x1 - label.box.x0 + 12)} height={px(label.box.y1 - label.box.y0 + 6)} rx="4" />
          <ArcLabel label={label} slot={node.slot} emphasis="plain" />
        </>
      ) : null}
    </g>
  );
}
