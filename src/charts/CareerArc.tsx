import { memo, type ReactNode, type SVGProps } from "react";
import type { PlacedNode } from "../layout/arcNodes.js";
import type { CareerArcPlacement } from "../layout/careerArc.js";
import { ArcBands } from "./ArcBands.js";
import { ArcLabels } from "./ArcLabels.js";
import { slotClass } from "./FieldGlyph.js";
import { linePath, px } from "./paths.js";
import { RoleBarsLayer } from "./RoleBarsLayer.js";
import { shapePath } from "../layout/nodeShape.js";
import { WindowLane } from "./WindowLane.js";

export interface CareerArcProps {
  readonly placement: CareerArcPlacement;
  /** Makes ids unique where several arcs stand on one page. */
  readonly idPrefix: string;
  /** Names the drawing for those who do not see it. */
  readonly label: string;
  /** What a node says to those who do not see it. */
  readonly nodeLabel: (id: string) => string;
  /** Where a node leads without a script. */
  readonly nodeHref: (id: string) => string;
  /** The one node in the tab order. */
  readonly tabStop: string | null;
  readonly filtered: boolean;
  readonly onSelect?: (id: string) => void;
  /** Keys that move between the nodes. */
  readonly groupProps?: Pick<SVGProps<SVGSVGElement>, "onKeyDown" | "onFocus">;
  readonly onPoint?: (id: string | null) => void;
  /** Drawn over the rest. */
  readonly children?: ReactNode;
}

/** The career arc. Maps a placement to SVG; knows neither the store nor how anything was placed. */
export function CareerArc(props: CareerArcProps): ReactNode {
  const { placement, filtered, label, idPrefix } = props;
  const { frame, window } = placement;
  const { plot } = frame;
  return (
    <svg
      className={`arc${filtered ? " filtered" : ""}${window ? " picked" : ""}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="group"
      aria-label={label}
      {...props.groupProps}
    >
      {placement.yTicks.map(({ y, label: text }) => (
        <g key={text} aria-hidden="true">
          <path className="grid" d={`M${px(plot.x0)},${px(y)}H${px(plot.x1)}`} />
          {frame.form === "narrow" ? null : (
            <text className="tick" x={px(plot.x0 - 8)} y={px(y + 4.5)} textAnchor="end">{text}</text>
          )}
        </g>
      ))}
      <ArcBands placement={placement} idPrefix={idPrefix} />
      <RoleBarsLayer placement={placement} idPrefix={idPrefix} />
      <WindowLane placement={placement} />
      <path className="foot" d={`M${px(plot.x0)},${px(plot.y1)}H${px(plot.x1)}`} />
      <path className="casing" d={linePath(placement.top)} />
      <path className="edge" d={linePath(placement.top)} />
      {placement.nowX === null ? null : <path className="now" d={`M${px(placement.nowX)},${px(plot.y0 - 16)}V${px(frame.rolesTop)}`} aria-hidden="true" />}
      <ArcEnds placement={placement} />
      <ArcLabels placement={placement} />
      {placement.nodes.map((node) => (
        <ArcNode
          key={node.id}
          node={node}
          name={props.nodeLabel(node.id)}
          href={props.nodeHref(node.id)}
          inTabOrder={node.id === props.tabStop}
          onSelect={props.onSelect}
          onPoint={props.onPoint}
        />
      ))}
      {props.children}
    </svg>
  );
}

interface ArcNodeProps {
  readonly node: PlacedNode;
  readonly name: string;
  readonly href: string;
  readonly inTabOrder: boolean;
  readonly onSelect: CareerArcProps["onSelect"] | undefined;
  readonly onPoint: CareerArcProps["onPoint"] | undefined;
}

/** A station on the line. A link, so that it leads to its words without a script, too. */
const ArcNode = memo(function ArcNode({ node, name, href, inTabOrder, onSelect, onPoint }: ArcNodeProps): ReactNode {
  const { id, x, y, r, emphasis } = node;
  const selected = emphasis === "selected";
  return (
    <g transform={`translate(${px(x)},${px(y)})`}>
      <a
        className={`node ${slotClass(node.slot)} ${emphasis}${node.filled ? " dated" : ""}`}
        href={href}
        aria-label={name}
        aria-current={selected ? "true" : undefined}
        tabIndex={inTabOrder ? 0 : -1}
        data-item={id}
        onClick={onSelect ? (event) => {
          // A new tab or window is the visitor's own wish.
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onSelect(id);
        } : undefined}
        onPointerEnter={onPoint ? (event) => event.pointerType === "mouse" && onPoint(id) : undefined}
        onPointerLeave={onPoint ? () => onPoint(null) : undefined}
        onFocus={onPoint ? () => onPoint(id) : undefined}
        onBlur={onPoint ? () => onPoint(null) : undefined}
      >
        <circle className="hit" r="22" />
        <circle className="ring" r={px(r + 5.5)} />
        <path className="halo" d={shapePath(node.shape, r)} strokeWidth={px(node.stroke + 4.8)} />
        <path className="mark" d={shapePath(node.shape, r)} strokeWidth={px(node.stroke)} />
      </a>
    </g>
  );
});

/** Total and field names at the right end, each beside its band. */
function ArcEnds({ placement: { ends, total } }: { readonly placement: CareerArcPlacement }): ReactNode {
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
}
