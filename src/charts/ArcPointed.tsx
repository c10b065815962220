import type { ReactNode } from "react";
import type { CareerArcPlacement } from "../layout/careerArc.js";
import type { PlacedPointed } from "../layout/pointed.js";
import { slotClass } from "./FieldGlyph.js";
import { ArcLabel } from "./ArcLabels.js";
import { px } from "./paths.js";
import { WindowMarks } from "./WindowMarks.js";

/** What pointing at a node shows, over everything and deaf to the pointer. */
export function ArcPointed({ pointed: { window, label, plate, node }, frame }: { readonly pointed: PlacedPointed; readonly frame: CareerArcPlacement["frame"] }): ReactNode {
  return (
    <g className={`pointed ${slotClass(node.slot)}`} aria-hidden="true">
      <WindowMarks window={window} y={(frame.windowLane.y0 + frame.windowLane.y1) / 2} />
      {plate ? <rect className="plate" x={px(plate.x0)} y={px(plate.y0)} width={px(plate.x1 - plate.x0)} height={px(plate.y1 - plate.y0)} rx="4" /> : null}
      {label ? <ArcLabel label={label} slot={node.slot} emphasis="plain" covered={false} /> : null}
    </g>
  );
}
