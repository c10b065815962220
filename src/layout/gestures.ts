import type { EpochMs, Interval, Px, Ratio } from "../lib/units.js";
import { panBy, zoomAt, type ViewportBounds } from "./viewport.js";

/** Where time lies on the screen: the plot's two ends. */
export interface PlotSpan {
  readonly x0: Px;
  readonly x1: Px;
}

/** A wheel that is turned by a notch, in the units that browsers count in: px, lines, pages. */
export interface WheelTurn {
  readonly deltaY: number;
  readonly deltaMode: number;
}

/** Per px of a wheel's turn, as a power of two: a notch of 100 px comes closer by a quarter. */
const PER_PX = 0.00322;
const PX_PER_LINE = 16;
const PX_PER_PAGE = 400;
/** One event never does more than this: some wheels send a whole spin at once. */
const MOST: Ratio = 2;

/** How much closer a turn of the wheel leads; below 1 is further away. Turning it up leads closer. */
export function wheelFactor({ deltaY, deltaMode }: WheelTurn): Ratio {
  const px = deltaY * (deltaMode === 1 ? PX_PER_LINE : deltaMode === 2 ? PX_PER_PAGE : 1);
  return Math.min(MOST, Math.max(1 / MOST, 2 ** (-px * PER_PX)));
}

/** The instant at a place of the screen; beside the plot, that of its nearer end. */
export function instantAt(viewport: Interval, { x0, x1 }: PlotSpan, x: Px): EpochMs {
  return viewport.from + (Math.min(x1, Math.max(x0, x)) - x0) * msPerPx(viewport, { x0, x1 });
}

const msPerPx = ({ from, to }: Interval, { x0, x1 }: PlotSpan): number => (to - from) / Math.max(1, x1 - x0);

/** A pointer that has moved less is pressing, not dragging. */
const DRAG_FROM: Px = 5;

/** Whether a press has become a drag by the way from one place to another: sideways, since up and down are the page's. */
export const isDrag = (from: Px, to: Px): boolean => Math.abs(to - from) >= DRAG_FROM;

/** The viewport after a drag from one place to another: what was taken hold of stays under the pointer. */
export function dragTo(start: Interval, bounds: ViewportBounds, plot: PlotSpan, from: Px, to: Px): Interval {
  return panBy(start, (from - to) * msPerPx(start, plot), bounds);
}

/** Two fingers apart by less than this are one: their distance says nothing. */
const LEAST_APART: Px = 12;

/**
 * The viewport after two fingers have moved, wherever from: what was between them stays between them, and comes closer as
 * they part. At a limit it comes as close as it may.
 *
 * @param start the viewport when the second finger came down
 * @param from, to the two fingers' places then and now, in any order
 */
export function pinchTo(start: Interval, bounds: ViewportBounds, plot: PlotSpan, from: readonly [Px, Px], to: readonly [Px, Px]): Interval {
  const [apart, middle] = [Math.abs(from[0] - from[1]), (from[0] + from[1]) / 2];
  const [apartNow, middleNow] = [Math.abs(to[0] - to[1]), (to[0] + to[1]) / 2];
  const length = start.to - start.from;
  const { whole, least } = bounds;
  const asked = apart < LEAST_APART || apartNow < LEAST_APART ? 1 : apartNow / apart;
  const factor = Math.min(length / least, Math.max(length / (whole.to - whole.from), asked));
  const closer = zoomAt(start, factor, instantAt(start, plot, middle), bounds);
  return panBy(closer, (middle - middleNow) * msPerPx(closer, plot), bounds);
}
