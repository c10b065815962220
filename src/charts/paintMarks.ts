import { UNCASED, type PlacedNode } from "../layout/arcNodes.js";
import type { PlacedCluster } from "../layout/clusters.js";
import type { Px } from "../lib/units.js";
import { colour, outlineOf, write, type Brush } from "./brush.js";

const CASING: Px = 4.8;
const RING_GAP: Px = 5.5;

/** @param ring how wide; 0 = none */
export function paintNode({ context, look }: Brush, { x, y, r, slot, shape, stroke: width, filled, emphasis }: PlacedNode, ring: Px = 0): void {
  const outline = outlineOf(shape, r);
  const style = emphasis === "dimmed" ? look.dim : colour(look.c, slot);
  context.translate(x, y);
  if (ring) {
    context.beginPath();
    context.arc(0, 0, r + RING_GAP, 0, 7);
    context.fillStyle = look.bg;
    context.fill();
    context.strokeStyle = look.ink;
    context.lineWidth = ring;
    context.stroke();
  }
  context.strokeStyle = look.bg;
  context.lineWidth = width + CASING;
  if (width > UNCASED) context.stroke(outline);
  context.fillStyle = filled ? style : look.bg;
  context.fill(outline);
  context.strokeStyle = style;
  context.lineWidth = width;
  context.stroke(outline);
  context.translate(-x, -y);
}

const CLUSTER_RING_GAP: Px = 3.5;

export function paintCluster(brush: Brush, { x, y, width, height, text, dimmed, matched }: PlacedCluster, ring: boolean): void {
  const { context, look } = brush;
  const on = matched !== null && !dimmed;
  const pill = (gap: Px): void => {
    context.beginPath();
    context.roundRect(x - width / 2 - gap, y - height / 2 - gap, width + 2 * gap, height + 2 * gap, height / 2 + gap);
    context.fill();
    context.stroke();
  };
  context.lineWidth = 2;
  context.fillStyle = look.bg;
  context.strokeStyle = look.ink;
  if (ring) pill(CLUSTER_RING_GAP);
  if (on) context.fillStyle = look.ink;
  if (dimmed) context.strokeStyle = look.dim;
  pill(0);
  write(brush, text, x, y + 4.4, on ? look.bg : dimmed ? look.mute : look.ink, 12.5, 640, "center");
}
