import { memo, type ReactNode } from "react";
import type { CareerArcPlacement } from "../layout/careerArc.js";
import { RUN_GAP } from "../layout/labelCandidates.js";
import type { PlacedLabel, PlacedRun } from "../layout/labels.js";
import { classNames } from "./classNames.js";
import { slotClass } from "./FieldGlyph.js";
import { px } from "./paths.js";

export interface ArcLabelsProps {
  readonly labels: CareerArcPlacement["labels"];
  readonly nodes: CareerArcPlacement["nodes"];
  /** Ids of labels that make room for another while it is shown. */
  readonly covered: ReadonlySet<string>;
  /** A label is as good to press as its mark, which has the name and the keys. */
  readonly onSelect?: ((id: string) => void) | undefined;
}

/** Direct labels. Their words are the nodes' names, so screen readers pass over them here. */
export const ArcLabels = memo(function ArcLabels({ labels, nodes, covered, onSelect }: ArcLabelsProps): ReactNode {
  const slots = new Map(nodes.map((node) => [node.id, node]));
  return (
    <g className="labels" aria-hidden="true">
      {labels.map((label) => {
        const node = slots.get(label.id);
        // The place is part of the key: a label that moves is a new one, which fades in instead of sliding.
        return (
          <ArcLabel
            key={`${label.id} ${px(label.box.x0)} ${px(label.box.y0)} ${label.figure?.size ?? ""}`}
            label={label}
            slot={node?.slot ?? -1}
            emphasis={node?.emphasis ?? "plain"}
            covered={covered.has(label.id)}
            onSelect={onSelect}
          />
        );
      })}
    </g>
  );
});

interface ArcLabelProps {
  readonly label: PlacedLabel;
  readonly slot: number;
  readonly emphasis: string;
  readonly covered: boolean;
  readonly onSelect?: ((id: string) => void) | undefined;
}

export const ArcLabel = memo(function ArcLabel({ label, slot, emphasis, covered, onSelect }: ArcLabelProps): ReactNode {
  const { figure, caption, leader, box } = label;
  return (
    <g className={classNames("label", slotClass(slot), emphasis)} visibility={covered ? "hidden" : undefined} onClick={onSelect && (() => onSelect(label.id))}>
      {onSelect ? <rect className="hit" x={px(box.x0)} y={px(box.y0)} width={px(box.x1 - box.x0)} height={px(box.y1 - box.y0)} /> : null}
      {leader ? <path className="leader" d={`M${px(leader.x)},${px(leader.y0)}V${px(leader.y1)}`} /> : null}
      {caption && figure && caption.y === figure.y ? <Line figure={figure} caption={caption} /> : (
        <>
          {caption ? <Run className="caption" run={caption} /> : null}
          {figure ? <Run className="figure" run={figure} /> : null}
        </>
      )}
    </g>
  );
});

/** Both on one line, as one text: in whatever font, they stand side by side. */
function Line({ figure, caption }: { readonly figure: PlacedRun; readonly caption: PlacedRun }): ReactNode {
  const end = figure.anchor === "end";
  const [first, second] = end ? [caption, figure] : [figure, caption];
  const nameOf = (run: PlacedRun): string => (run === figure ? "figure" : "caption");
  return (
    <text x={px(figure.x)} y={px(figure.y)} textAnchor={end ? "end" : undefined}>
      <tspan className={nameOf(first)} fontSize={first.size}>{first.text}</tspan>
      <tspan className={nameOf(second)} fontSize={second.size} dx={RUN_GAP}>{second.text}</tspan>
    </text>
  );
}

function Run({ run, className }: { readonly run: PlacedRun; readonly className: string }): ReactNode {
  return (
    <text className={className} x={px(run.x)} y={px(run.y)} fontSize={run.size} textAnchor={run.anchor === "end" ? "end" : undefined}>
      {run.text}
    </text>
  );
}
