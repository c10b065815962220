import { memo, type MouseEvent, type ReactNode, type SyntheticEvent } from "react";
import { UNCASED, type PlacedNode } from "../layout/arcNodes.js";
import { shapePath } from "../layout/nodeShape.js";
import type { PlacedCluster } from "../layout/clusters.js";
import { ArcCluster } from "./ArcCluster.js";
import { classNames } from "./classNames.js";
import { slotClass } from "./FieldGlyph.js";
import { px } from "./paths.js";

export interface ArcNodesProps {
  readonly nodes: readonly PlacedNode[];
  readonly clusters: readonly PlacedCluster[];
  /** What a cluster says to those who do not see it, and where it leads without a script. */
  readonly clusterLabel?: ((cluster: PlacedCluster) => string) | undefined;
  readonly clusterHref?: ((cluster: PlacedCluster) => string) | undefined;
  /** What a node says to those who do not see it. */
  readonly nodeLabel: (id: string) => string;
  /** Where a node leads without a script. */
  readonly nodeHref: (id: string) => string;
  /** The one node in the tab order. */
  readonly tabStop: string | null;
  readonly onSelect?: ((id: string) => void) | undefined;
  /** The mouse is over a node, or over none. */
  readonly onPoint?: ((id: string | null) => void) | undefined;
}

/** Stations on the line, in the order of time, which is the order of keys. One set of handlers for all of them. */
export const ArcNodes = memo(function ArcNodes({ nodes, clusters, clusterLabel, clusterHref, nodeLabel, nodeHref, tabStop, onSelect, onPoint }: ArcNodesProps): ReactNode {
  const press = (event: MouseEvent): void => {
    const id = idOf(event);
    // A new tab or window is the visitor's own wish.
    if (id === null || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onSelect?.(id);
  };
  return (
    <g
      className="nodes"
      onClick={onSelect ? press : undefined}
      onPointerOver={onPoint ? (event) => event.pointerType === "mouse" && onPoint(idOf(event)) : undefined}
      onPointerOut={onPoint ? () => onPoint(null) : undefined}
    >
      {inOrder(nodes, clusters).map((mark) =>
        "count" in mark ? (
          <ArcCluster key={mark.key} cluster={mark} name={clusterLabel?.(mark) ?? mark.text} href={clusterHref?.(mark) ?? ""} inTabOrder={`cluster ${mark.key}` === tabStop} scripted={onSelect !== undefined} />
        ) : (
          <ArcNode key={mark.id} {...mark} name={nodeLabel(mark.id)} href={nodeHref(mark.id)} inTabOrder={mark.id === tabStop} scripted={onSelect !== undefined} />
        ))}
    </g>
  );
});

/** From left to right, which is the order of keys. */
export function inOrder(nodes: readonly PlacedNode[], clusters: readonly PlacedCluster[]): readonly (PlacedNode | PlacedCluster)[] {
  return clusters.length === 0 ? nodes : [...nodes, ...clusters].sort((a, b) => a.x - b.x);
}

const idOf = ({ target }: SyntheticEvent): string | null => (target instanceof Element ? (target.closest("[data-item]")?.getAttribute("data-item") ?? null) : null);

interface ArcNodeProps extends PlacedNode {
  readonly name: string;
  readonly href: string;
  readonly inTabOrder: boolean;
  /** Whether the ring of the focus is drawn over all nodes; else each has its own. */
  readonly scripted: boolean;
}

/** A link, so that it leads to its words without a script, too. Flat props: it is drawn again only where one of them has changed. */
const ArcNode = memo(function ArcNode({ id, x, y, r, slot, shape, stroke, filled, emphasis, hit, name, href, inTabOrder, scripted }: ArcNodeProps): ReactNode {
  return (
    <g transform={`translate(${px(x)},${px(y)})`}>
      <a
        className={classNames("node", slotClass(slot), emphasis, filled && "dated")}
        href={href}
        aria-label={name}
        aria-current={emphasis === "selected" ? "true" : undefined}
        // Without a script no key moves between the nodes, so each is a stop of its own.
        {...(scripted ? { tabIndex: inTabOrder ? 0 : -1, "data-item": id } : {})}
      >
        <path className="hit" d={hit} />
        {scripted ? null : <circle className="ring" r={px(r + RING_GAP)} />}
        <path className="halo" d={shapePath(shape, r)} strokeWidth={px(stroke > UNCASED ? stroke + CASING : 0)} />
        <path className="mark" d={shapePath(shape, r)} strokeWidth={px(stroke)} />
      </a>
    </g>
  );
});

const RING_GAP = 5.5;
const CASING = 4.8;

export interface RaisedNodeProps {
  readonly node: PlacedNode;
  readonly ring: boolean;
  /** Both selected and in focus: a heavier ring. */
  readonly heavy: boolean;
  /** Under the mouse. */
  readonly over: boolean;
}

/** A node once more, over all others: what is selected, pointed at or in focus is never hidden under its neighbours. */
export const RaisedNode = memo(function RaisedNode({ node, ring, heavy, over }: RaisedNodeProps): ReactNode {
  const { x, y, r, slot, shape, stroke, filled, emphasis } = node;
  return (
    <g className={classNames("raised", slotClass(slot), emphasis, filled && "dated", over && "over")} transform={`translate(${px(x)},${px(y)})`} aria-hidden="true">
      {ring ? <circle className={heavy ? "ring on heavy" : "ring on"} r={px(r + RING_GAP)} /> : null}
      <path className="halo" d={shapePath(shape, r)} strokeWidth={px(stroke > UNCASED ? stroke + CASING : 0)} />
      <path className="mark" d={shapePath(shape, r)} strokeWidth={px(stroke)} />
    </g>
  );
});
