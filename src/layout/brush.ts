import type { EpochMs, Interval } from "../lib/units.js";
import { clampViewport, panBy, type ViewportBounds } from "./viewport.js";

/** What of a brush is held: its whole, one of its ends, or nothing yet, which draws a new one. */
export type BrushPart = "whole" | "from" | "to" | "new";

/**
 * The brush while it is dragged. An end that is drawn past the other one takes its place.
 *
 * @param start the brush when it was taken hold of
 * @param held the instant under the pointer then; @param now the one under it now
 */
export function dragBrush(part: BrushPart, start: Interval, held: EpochMs, now: EpochMs, bounds: ViewportBounds): Interval {
  if (part === "whole") return panBy(start, now - held, bounds);
  if (part === "new") return clampViewport({ from: held, to: now }, bounds);
  return clampViewport(part === "from" ? { from: start.from + now - held, to: start.to } : { from: start.from, to: start.to + now - held }, bounds);
}
