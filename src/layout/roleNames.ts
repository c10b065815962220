import type { Box, Px } from "../lib/units.js";
import type { ArcFrame } from "./arcFrame.js";
import { roleTextWidth, type RoleText } from "./roleWords.js";

/** From a bar to its name under it. */
export interface NameTick {
  readonly x: Px;
  readonly y0: Px;
  readonly y1: Px;
}

export interface OutsideName {
  readonly text: RoleText;
  readonly box: Box;
  /** null where the name stands beside its bar. */
  readonly tick: NameTick | null;
}

/** What stands in the rows of the roles already. */
export interface RoleRows {
  readonly frame: ArcFrame;
  /** As drawn, open ends included. */
  readonly bars: readonly Box[];
  /** Names outside their bars, and their ticks. */
  readonly names: readonly Box[];
}

const UNDER_HEIGHT: Px = 20;
const UNDER_GAP: Px = 2;
/** Kept free under the last row: the labels of the time axis. */
const AXIS: Px = 22;
/** Nearer to each other, two names would be read as one bar's. */
const NAMES_APART: Px = 12;
/** A bar wider than this with a name all along it would be read as the one that is named. */
const OWN_BAR: Px = 24;

/**
 * A name beside its bar, else under it; null where it would cover something or be read as another bar's.
 *
 *   | bar | name        |==========|           what stands under a bar is its own: no bar of another role in a lower
 *                          name                lane shares its stretch, none in its own lies
 *                                              all along it, and the tick leads from the bar into the name
 *
 * @param bar as drawn, open end included
 */
export function nameOutside(name: string, bar: Box, box: Box, rows: RoleRows): OutsideName | null {
  const { frame, bars } = rows;
  const width = roleTextWidth(name, "note", frame);
  const beside: Box = { x0: bar.x1 + 2, y0: box.y0, x1: bar.x1 + 10 + width, y1: box.y1 };
  if (isFree(beside, rows)) {
    return { box: beside, tick: null, text: { text: name, tone: "note", x: bar.x1 + 6, y: (box.y0 + box.y1) / 2 + 5, anchor: "start" } };
  }
  const middle = (box.x0 + box.x1) / 2;
  const lower = bars.filter((other) => other.y0 > box.y0);
  const above = bars.filter((other) => other.y0 === box.y0 && other.x0 !== box.x0 && other.x1 - other.x0 > OWN_BAR);
  // Directly under the bar, else in the last row, which is directly under the last lane; as near to its middle as may be.
  for (const top of new Set([box.y1 + UNDER_GAP, frame.height - AXIS - UNDER_HEIGHT - UNDER_GAP])) {
    for (const shift of [0, 0.25, -0.25, 0.5, -0.5]) {
      const centre = middle + shift * (width - 8);
      const under: Box = { x0: centre - width / 2 - 2, y0: top, x1: centre + width / 2 + 2, y1: top + UNDER_HEIGHT };
      if (!isFree(under, rows) || lower.some((other) => under.x0 < other.x1 && other.x0 < under.x1)) continue;
      if (above.some((other) => under.x0 <= other.x0 && other.x1 <= under.x1)) continue;
      const tick: NameTick = { x: middle, y0: box.y1, y1: top + 4 };
      // A name that hangs over the way is another's, too.
      if (rows.names.some((other) => overlap({ x0: middle - 1, y0: box.y1 + 0.5, x1: middle + 1, y1: top }, other))) continue;
      return { box: under, tick, text: { text: name, tone: "note", x: centre, y: top + 17, anchor: "middle" } };
    }
  }
  return null;
}

const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

function isFree(box: Box, { frame, bars, names }: RoleRows): boolean {
  if (box.x0 < 0 || box.x1 > frame.width || box.y1 > frame.height - AXIS) return false;
  const around = { ...box, x0: box.x0 - NAMES_APART, x1: box.x1 + NAMES_APART };
  return !bars.some((other) => overlap(box, other)) && !names.some((other) => overlap(around, other));
}
