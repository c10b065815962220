import type { EpochMs, Interval, Ratio } from "../lib/units.js";
import { DAY_MS } from "../lib/units.js";

/**
 * The stretch of time that is looked at, and how it may move. A viewport is an interval, never a transform: what it looks
 * like at a width follows from it. A step that would lead past a limit is not taken, and gives the same object back.
 */
export interface ViewportBounds {
  /** All there is to see. */
  readonly whole: Interval;
  /** Shortest viewport. */
  readonly least: EpochMs;
}

/** One press of a button, one notch of a wheel. */
export const ZOOM_STEP: Ratio = 1.25;
/** Share of the viewport that one press of an arrow moves it by. */
export const PAN_STEP: Ratio = 0.1;

const SHORTEST: EpochMs = 14 * DAY_MS;
/** A short career can be looked into as deeply as a long one: twenty steps and some. */
const DEEPEST: Ratio = 128;

export function viewportBounds(whole: Interval): ViewportBounds {
  return { whole, least: Math.min(SHORTEST, (whole.to - whole.from) / DEEPEST) };
}

const span = ({ from, to }: Interval): EpochMs => to - from;

/** Two milliseconds in a century: what arithmetic on ends this large loses. */
const SLACK: Ratio = 1e-9;

/**
 * Closer by a factor round an instant, which stays where it is on the screen. Below 1 is further away: then the ends of
 * the whole are never passed, and the instant gives way only as far as they ask for.
 *
 * @param instant in the viewport; one outside is taken for the nearer end
 * @returns the same object where nothing moves: at the shortest viewport, and at the whole
 */
export function zoomAt(viewport: Interval, factor: Ratio, instant: EpochMs, { whole, least }: ViewportBounds): Interval {
  if (!(factor > 0) || !Number.isFinite(factor) || factor === 1) return viewport;
  const before = span(viewport);
  const after = before / factor;
  if (after > before ? before >= span(whole) * (1 - SLACK) : after < least * (1 - SLACK)) return viewport;
  if (after >= span(whole)) return whole;
  const at = Math.min(viewport.to, Math.max(viewport.from, instant));
  const from = at - ((at - viewport.from) / before) * after;
  return slideInto({ from, to: from + after }, whole);
}

/** Later by so much, or earlier; as far as there is anything to see. @returns the same object at the end */
export function panBy(viewport: Interval, ms: EpochMs, { whole }: ViewportBounds): Interval {
  const least = whole.from - viewport.from;
  const most = whole.to - viewport.to;
  const by = Math.min(most, Math.max(least, ms));
  if (!(Math.abs(by) > span(whole) * SLACK)) return viewport;
  return { from: viewport.from + by, to: viewport.to + by };
}

/** The viewport that shows a stretch, with a little air at both ends, and no more of the rest than it must. */
export function fitTo(stretch: Interval, { whole, least }: ViewportBounds, air: Ratio = 0.04): Interval {
  const wanted = Math.max(least, span(stretch) * (1 + 2 * air));
  if (wanted >= span(whole)) return whole;
  const middle = (stretch.from + stretch.to) / 2;
  return slideInto({ from: middle - wanted / 2, to: middle + wanted / 2 }, whole);
}

/** Moved no further than needed to show an instant, and then with some air beside it. @returns the same object where it shows */
export function revealInstant(viewport: Interval, instant: EpochMs, bounds: ViewportBounds): Interval {
  const air = span(viewport) * PAN_STEP;
  if (instant < viewport.from) return panBy(viewport, instant - air - viewport.from, bounds);
  if (instant > viewport.to) return panBy(viewport, instant + air - viewport.to, bounds);
  return viewport;
}

/**
 * What a brush or two dates ask for, made into a viewport: in order, inside the whole, and no shorter than the shortest.
 * @returns the whole where nothing usable was asked for
 */
export function clampViewport({ from, to }: Interval, bounds: ViewportBounds): Interval {
  const { whole, least } = bounds;
  const [first, last] = [Math.max(whole.from, Math.min(from, to)), Math.min(whole.to, Math.max(from, to))];
  // Also where one of them is no number.
  if (!(last >= first)) return whole;
  if (last - first >= span(whole) * (1 - SLACK)) return whole;
  if (last - first >= least) return { from: first, to: last };
  const middle = (first + last) / 2;
  return slideInto({ from: middle - least / 2, to: middle + least / 2 }, whole);
}

/** Whether all there is to see is seen. */
export const isWhole = (viewport: Interval, { whole }: ViewportBounds): boolean => viewport.from <= whole.from && viewport.to >= whole.to;

/** No longer than the whole is: moved into it. */
function slideInto(viewport: Interval, whole: Interval): Interval {
  if (viewport.from < whole.from) return { from: whole.from, to: Math.min(whole.to, whole.from + span(viewport)) };
  if (viewport.to > whole.to) return { from: Math.max(whole.from, whole.to - span(viewport)), to: whole.to };
  return viewport;
}
