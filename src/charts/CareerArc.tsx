import { memo, type ReactNode } from "react";
import { NOW_ABOVE, type CareerArcPlacement } from "../layout/careerArc.js";
import type { PlacedPointed } from "../layout/pointed.js";
import { ArcBands } from "./ArcBands.js";
import { ArcEnds } from "./ArcEnds.js";
import { ArcLabels } from "./ArcLabels.js";
import { ArcNodes, RaisedNode, type ArcNodesProps } from "./ArcNodes.js";
import { ArcPointed } from "./ArcPointed.js";
import { linePath, px } from "./paths.js";
import { RoleBarsLayer } from "./RoleBarsLayer.js";
import { WindowLane } from "./WindowLane.js";

export interface CareerArcProps extends Omit<ArcNodesProps, "nodes" | "clusters"> {
  readonly placement: CareerArcPlacement;
  /** Makes ids unique where several arcs stand on one page. */
  readonly idPrefix: string;
  /** Names the drawing for those who do not see it. */
  readonly label: string;
  readonly filtered: boolean;
  /** What a role's bar says to those who do not see it; without it the bars say nothing, as where the page has the roles in words. */
  readonly roleLabel?: ((id: string) => string) | undefined;
  /** What is pointed at, drawn over the rest. */
  readonly pointed?: PlacedPointed | null;
  /** The node that shows the focus. */
  readonly focused?: string | null;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The career arc. Maps a placement to SVG; knows neither the store nor how anything was placed. Its layers are remembered:
 * pointing draws only what it changes.
 */
export function CareerArc({ placement, idPrefix, label, filtered, roleLabel, pointed = null, focused = null, ...nodeProps }: CareerArcProps): ReactNode {
  const { frame, window } = placement;
  return (
    <svg
      className={`arc${filtered ? " filtered" : ""}${window ? " picked" : ""}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="group"
      aria-label={label}
    >
      <ArcGrid placement={placement} />
      <ArcBands placement={placement} idPrefix={idPrefix} />
      <RoleBarsLayer placement={placement} idPrefix={idPrefix} label={roleLabel} />
      <WindowLane placement={placement} />
      <ArcLine placement={placement} />
      <ArcEnds ends={placement.ends} total={placement.total} />
      <ArcLabels labels={placement.labels} nodes={placement.nodes} covered={pointed?.covered ?? NONE} onSelect={nodeProps.onSelect} />
      <ArcNodes nodes={placement.nodes} clusters={placement.clusters} {...nodeProps} />
      {pointed ? <ArcPointed pointed={pointed} frame={frame} /> : null}
      {placement.nodes.map((node) => {
        const selected = node.emphasis === "selected";
        const inFocus = node.id === focused;
        const over = node.id === pointed?.node.id;
        // What matches is never hidden under what does not.
        const found = filtered && node.emphasis === "matched";
        if (!selected && !inFocus && !over && !found) return null;
        return <RaisedNode key={node.id} node={node} ring={selected || inFocus} heavy={selected && inFocus} over={over} />;
      })}
    </svg>
  );
}

const ArcGrid = memo(function ArcGrid({ placement: { frame, yTicks } }: { readonly placement: CareerArcPlacement }): ReactNode {
  const { plot } = frame;
  return yTicks.map(({ y, label }) => (
    <g key={label} aria-hidden="true">
      <path className="grid" d={`M${px(plot.x0)},${px(y)}H${px(plot.x1)}`} />
      {frame.form === "narrow" ? null : <text className="tick" x={px(plot.x0 - 8)} y={px(y + 4.5)} textAnchor="end">{label}</text>}
    </g>
  ));
});

/** The foot, the total's edge, and now. */
const ArcLine = memo(function ArcLine({ placement: { frame, top, nowX, bands } }: { readonly placement: CareerArcPlacement }): ReactNode {
  // Over roles alone a line would count nothing.
  if (bands.length === 0) return null;
  const { plot } = frame;
  const edge = linePath(top);
  return (
    <>
      <path className="foot" d={`M${px(plot.x0)},${px(plot.y1)}H${px(plot.x1)}`} />
      <path className="casing" d={edge} />
      <path className="edge" d={edge} />
      {nowX === null ? null : <path className="now" d={`M${px(nowX)},${px(plot.y0 - NOW_ABOVE)}V${px(frame.rolesTop)}`} aria-hidden="true" />}
    </>
  );
});
