import type { Box, Px } from "../../lib/units.js";
import { fitHeading, HEADING_TRACKING, wholeLines, widthOf, type CardRun, type CardStyle } from "./cardText.js";
import type { CardWords } from "./cardWords.js";

export interface CardTitle {
  readonly heading: readonly CardRun[];
  /** Under the heading: whose it is, where that is another, and what is counted. */
  readonly subtitle: readonly CardRun[];
}

/** Of a font size: capitals over the baseline, all that is drawn over and under it. */
const CAPITALS = 0.72;
const ABOVE = 0.78;
const BELOW = 0.24;
const HEADING_LEADING = 1.06;
const SUBTITLE: CardStyle = { size: 30, weight: "text" };
const WHOSE: CardStyle = { size: 30, weight: "strong" };
const SUBTITLE_DROP: Px = 56;
const WHOSE_GAP: Px = 14;
const LINE: Px = 40;

export interface TitleRoom {
  /** Where its lines begin. */
  readonly left: Px;
  /** Upper edge of its capitals. */
  readonly top: Px;
  readonly width: Px;
  /** Whether there is room under it: then a long name goes on lines of its own instead of being left out. */
  readonly below: boolean;
}

export function placeTitle({ heading, whose, counted }: CardWords, { left, top, width: room, below }: TitleRoom): CardTitle {
  const { lines, size } = fitHeading(heading, room);
  const style: CardStyle = { size, weight: "strong", tracking: HEADING_TRACKING };
  const baseline = (i: number): Px => top + size * (CAPITALS + i * HEADING_LEADING);
  // Large letters have air of their own on their left: their stems, not their boxes, stand on the margin.
  const placed = lines.map((text, i): CardRun => ({ ...style, text, x: left - size * 0.03, y: baseline(i) }));
  let y = lines.length === 0 ? top + SUBTITLE.size : baseline(lines.length - 1) + SUBTITLE_DROP;
  const runs: CardRun[] = [];
  let x = left;
  if (whose !== null && widthOf(whose, WHOSE) + WHOSE_GAP + widthOf(counted, SUBTITLE) <= room) {
    runs.push({ ...WHOSE, text: whose, x, y });
    x += widthOf(whose, WHOSE) + WHOSE_GAP;
  } else if (whose !== null && below) {
    for (const text of wholeLines(whose, WHOSE, room, 2) ?? []) {
      runs.push({ ...WHOSE, text, x, y });
      y += LINE;
    }
  }
  const said = below ? (wholeLines(counted, SUBTITLE, room, 2) ?? [counted]) : [counted];
  said.forEach((text, i) => runs.push({ ...SUBTITLE, text, x: i === 0 ? x : left, y: y + i * LINE }));
  return { heading: placed, subtitle: runs };
}

export function lineBox(run: CardRun): Box {
  return { x0: run.x, y0: run.y - run.size * ABOVE, x1: run.x + widthOf(run.text, run), y1: run.y + run.size * BELOW };
}

/** Right of a line, down to its baseline only: the words of a label under that are on a line of their own. */
export function besideBox(run: CardRun, apart: Px): Box {
  const { y0, x1 } = lineBox(run);
  return { x0: x1, y0, x1: x1 + apart, y1: run.y };
}
