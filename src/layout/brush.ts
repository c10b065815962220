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

/**
 * One end at an instant, as far as the career goes. It stays there, and the other end gives way where it is past it or
 * too near; only where the career leaves the other no room do both lie against its edge.
 */
export function moveEnd(end: "from" | "to", { from, to }: Interval, instant: EpochMs, bounds: ViewportBounds): Interval {
  const { whole, least } = bounds;
  const at = Math.min(whole.to, Math.max(whole.from, instant));
  return clampViewport(end === "from" ? { from: at, to: Math.max(to, at + least) } : { from: Math.min(from, at - least), to: at }, bounds);
}
