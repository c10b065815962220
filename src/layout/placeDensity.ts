import type { Interval, Px } from "../lib/units.js";
import { placeActivity, type ActivityBar, type ActivityBin, type ActivityIndex, type ActivityScale } from "./activityDensity.js";
import { arcForm, createArcFrame, type ArcForm } from "./arcFrame.js";
import { createTimeScale, type TimeScale } from "./timeScale.js";

/** The density under the arc, on the arc's own time axis. */
export interface PlacedDensity {
  readonly width: Px;
  readonly height: Px;
  readonly form: ArcForm;
  readonly x0: Px;
  readonly x1: Px;
  readonly viewport: Interval;
  readonly scale: TimeScale;
  readonly bin: ActivityBin;
  readonly bars: readonly ActivityBar[];
  /** What was asked for, as part of the bars; null where nothing was. */
  readonly asked: readonly ActivityBar[] | null;
}

export interface DensityRequest {
  readonly index: ActivityIndex;
  /** Sums of what was asked for, and the period; null where nothing was asked for. */
  readonly asked: { readonly index: ActivityIndex; readonly period: Interval | null } | null;
  readonly viewport: Interval;
  readonly width: Px;
  /** Bins of another drawing. */
  readonly bin?: ActivityBin;
}

/** The axis's labels stay clear of the highest bar. */
const ABOVE: Px = 8;
const BARS: Px = 40;

/** Where the arc's plot begins and ends, at a width of the section that holds both. */
function plotOf(width: Px): { readonly form: ArcForm; readonly x0: Px; readonly x1: Px } {
  const form = arcForm(width);
  const { plot } = createArcFrame({ width, height: 400, form }, { lanes: 1, dense: false, below: false });
  return { form, x0: plot.x0, x1: plot.x1 };
}

export function placeDensity({ index, asked, viewport, width, bin }: DensityRequest): PlacedDensity {
  const { form, x0, x1 } = plotOf(width);
  const scale = createTimeScale(viewport, x0, x1);
  const lower = (bars: readonly ActivityBar[]): readonly ActivityBar[] => bars.map((bar) => ({ ...bar, y: bar.y + ABOVE }));
  const all = placeActivity(index, viewport, x0, x1, BARS, bin && { bin });
  return {
    width, height: ABOVE + BARS, form, x0, x1, viewport, scale, bin: all.bin, bars: lower(all.bars),
    asked: asked && lower(placePart(asked.index, asked.period, viewport, scale, all)),
  };
}

function placePart(index: ActivityIndex, period: Interval | null, viewport: Interval, { toPx }: TimeScale, like: ActivityScale): readonly ActivityBar[] {
  const seen = cut(viewport, period);
  return seen ? placeActivity(index, seen, toPx(seen.from), toPx(seen.to), BARS, like).bars : [];
}

/** What two stretches share; null for nothing. */
export function cut(stretch: Interval, by: Interval | null): Interval | null {
  const shared = by ? { from: Math.max(stretch.from, by.from), to: Math.min(stretch.to, by.to) } : stretch;
  return shared.to > shared.from ? shared : null;
}
