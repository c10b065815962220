import { memo, type ReactNode } from "react";
import type { PlacedCluster } from "../layout/clusters.js";
import { classNames } from "./classNames.js";
import { px } from "./paths.js";

export interface ArcClusterProps {
  readonly cluster: PlacedCluster;
  /** What it says to those who do not see it. */
  readonly name: string;
  /** Where it leads without a script. */
  readonly href: string;
  readonly inTabOrder: boolean;
  /** Whether a script opens it and moves the focus; else it is a stop of its own. */
  readonly scripted: boolean;
}

/** Marks that would hide each other, as one with their number in it: not a shape, so it is taken for no field. */
export const ArcCluster = memo(function ArcCluster({ cluster, name, href, inTabOrder, scripted }: ArcClusterProps): ReactNode {
  const { key, x, y, width, height, text, dimmed, matched, extent } = cluster;
  return (
    <g transform={`translate(${px(x)},${px(y)})`}>
      <a
        className={classNames("cluster", dimmed && "dimmed", matched !== null && !dimmed && "matched")}
        href={href}
        aria-label={name}
        {...(scripted ? { tabIndex: inTabOrder ? 0 : -1, "data-item": `cluster ${key}`, "data-cluster": key, "data-extent": `${extent.from} ${extent.to}` } : {})}
      >
        <rect className="hit" x={px(-Math.max(width, TARGET) / 2)} y={px(-TARGET / 2)} width={px(Math.max(width, TARGET))} height={TARGET} />
        <rect className="ring" x={px(-width / 2 - RING_GAP)} y={px(-height / 2 - RING_GAP)} width={px(width + 2 * RING_GAP)} height={px(height + 2 * RING_GAP)} rx={px(height / 2 + RING_GAP)} />
        <rect className="pill" x={px(-width / 2)} y={px(-height / 2)} width={px(width)} height={px(height)} rx={px(height / 2)} />
        <text y="4.4">{text}</text>
      </a>
    </g>
  );
});

/** Least height and width that a finger hits. */
const TARGET = 24;
const RING_GAP = 3.5;
