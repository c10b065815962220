import type { Interval, Px } from "../lib/units.js";
import { DAY_MS } from "../lib/units.js";

/** How closely time is looked at, by what can be told apart. */
export type ZoomLevelName = "decade" | "year" | "quarter" | "month";

/** What is said at a level. The axis (down to weeks and days), the clusters and the words in role bars follow from the room alone; this does not. */
export interface ZoomLevel {
  readonly name: ZoomLevelName;
  /** Room for a year from which on the level is entered. */
  readonly from: Px;
  /** Who gets words where some marks are drawn as one: those with a featured figure, or everybody for whom there is room. */
  readonly labels: "featured" | "all";
  /** Whose windows are drawn in their lane: that of what is selected, or, as long as nothing is, those of all marks. */
  readonly windows: "selected" | "all";
  /** Whether words end with when it was, as closely as that is stated. */
  readonly dates: boolean;
}

/** Coarse to fine. */
export const ZOOM_LEVELS: readonly [ZoomLevel, ...ZoomLevel[]] = [
  { name: "decade", from: 0, labels: "featured", windows: "selected", dates: false },
  { name: "year", from: 28, labels: "all", windows: "selected", dates: false },
  { name: "quarter", from: 260, labels: "all", windows: "all", dates: false },
  { name: "month", from: 900, labels: "all", windows: "all", dates: true },
];

/** A level is left only this far beyond the place where it was entered: a viewport that trembles there changes nothing. */
const HYSTERESIS = 0.12;
const YEAR_MS = 365.2425 * DAY_MS;

/**
 * The level for a viewport at a width.
 *
 * @param before the level of the picture before, while a viewport is being moved; null says the level by the table alone
 */
export function zoomLevel(viewport: Interval, width: Px, before: ZoomLevelName | null = null): ZoomLevel {
  const pxPerYear = (width / (viewport.to - viewport.from)) * YEAR_MS;
  const at = indexFor(pxPerYear);
  const was = ZOOM_LEVELS.findIndex(({ name }) => name === before);
  if (was < 0 || was === at) return ZOOM_LEVELS[at] ?? ZOOM_LEVELS[0];
  // Measured against the edge that lies beside the old level, seen from the new one.
  const held = indexFor(at > was ? pxPerYear / (1 + HYSTERESIS) : pxPerYear * (1 + HYSTERESIS));
  return ZOOM_LEVELS[held === was ? was : at] ?? ZOOM_LEVELS[0];
}

const indexFor = (pxPerYear: Px): number => Math.max(0, ZOOM_LEVELS.findLastIndex(({ from }) => pxPerYear >= from));
