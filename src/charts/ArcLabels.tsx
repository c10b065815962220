import { memo, type ReactNode } from "react";
import type { CareerArcPlacement } from "../layout/careerArc.js";
import type { PlacedLabel, PlacedRun } from "../layout/labels.js";
import { slotClass } from "./FieldGlyph.js";
import { px } from "./paths.js";

/** Direct labels. Their words are the nodes' names, so screen readers pass over them here. */
export function ArcLabels({ placement: { labels, nodes } }: { readonly placement: CareerArcPlacement }): ReactNode {
  const slots = new Map(nodes.map((node) => [node.id, node]));
  return (
    <g className="labels" aria-hidden="true">
      {labels.map((label) => {
        const node = slots.get(label.id);
        // The place is part of the key: a label that moves is a new one, which fades in instead of sliding.
        return <ArcLabel key={`${label.id} ${px(label.box.x0)} ${px(label.box.y0)}`} label={label} slot={node?.slot ?? -1} emphasis={node?.emphasis ?? "plain"} />;
      })}
    </g>
  );
}

export const ArcLabel = memo(function ArcLabel({ label, slot, emphasis }: { readonly label: PlacedLabel; readonly slot: number; readonly emphasis: string }): ReactNode {
  const { figure, caption, leader } = label;
  return (
    <g className={`label ${slotClass(slot)} ${emphasis}`}>
      {leader ? <path className="leader" d={`M${px(leader.x)},${px(leader.y0)}V${px(leader.y1)}`} /> : null}
      {caption ? <Run className="caption" run={caption} /> : null}
      {figure ? <Run className="figure" run={figure} /> : null}
    </g>
  );
});

function Run({ run, className }: { readonly run: PlacedRun; readonly className: string }): ReactNode {
  return (
    <text className={className} x={px(run.x)} y={px(run.y)} fontSize={run.size} textAnchor={run.anchor === "end" ? "end" : undefined}>
      {run.text}
    </text>
  );
}
