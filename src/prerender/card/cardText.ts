import { LONE_SURROGATE, withoutBidiControls } from "../../lib/characters.js";
import { shorten } from "../../lib/shorten.js";
import type { Px } from "../../lib/units.js";
import { isTorn } from "../../layout/roleWords.js";
import { textWidth, wrapText } from "../../layout/textWidth.js";

/** Nothing on a card is set smaller: it is shown at a third of its size. */
export const LEAST_SIZE: Px = 23;

/** Two weights, since the renderer of the PNG knows no variable font. */
export type CardWeight = "text" | "strong";
export const WEIGHTS: Readonly<Record<CardWeight, number>> = { text: 440, strong: 650 };

export interface CardStyle {
  readonly size: Px;
  readonly weight: CardWeight;
  /** Letter-spacing in em. */
  readonly tracking?: number;
}

/** One line of text as it is drawn. */
export interface CardRun extends CardStyle {
  readonly text: string;
  /** Where the text begins, or ends. */
  readonly x: Px;
  /** Baseline. */
  readonly y: Px;
  readonly anchor?: "start" | "end";
}

export function widthOf(text: string, { size, weight, tracking }: CardStyle): Px {
  return textWidth(text, size, WEIGHTS[weight], tracking);
}

const LONE_SURROGATES = new RegExp(LONE_SURROGATE, "gu");

/** What XML cannot hold (controls, halves of characters, two non-characters) taken out, and what would turn the line's order. */
export function toLine(text: string): string {
  return withoutBidiControls(text)
    .replace(LONE_SURROGATES, "")
    .replace(/[\ufffe\uffff]/g, "")
    .replace(/[\p{Cc}\u2028\u2029 ]+/gu, " ")
    .trim();
}

/** Lines no wider than `room`; null where that takes more than `most`, or breaks a word. */
export function wholeLines(text: string, style: CardStyle, room: Px, most: number): readonly string[] | null {
  const lines = wrapText(text, style.size, WEIGHTS[style.weight], room);
  const whole = lines.length <= most && !isTorn(text, lines) && lines.every((line) => widthOf(line, style) <= room);
  return whole ? lines : null;
}

export interface FittedHeading {
  readonly lines: readonly string[];
  readonly size: Px;
}

export const HEADING_TRACKING = -0.03;
/** On one line down to the first floor, then on two down to the second. */
const ONE_LINE: readonly Px[] = [68, 64, 60, 56, 52];
const TWO_LINES: readonly Px[] = [60, 56, 52, 48, 44];
const LAST_SIZE: Px = 44;
/** UTF-16 code units: no more than these are ever looked at, and no card shows as many. */
const LONGEST = 300;

/**
 * A heading as large as it can be: smaller on one line, then on two of about one length, then cut at a word.
 * @returns no lines for a blank text; else one or two, none wider than `room`
 */
export function fitHeading(text: string, room: Px): FittedHeading {
  const style = (size: Px): CardStyle => ({ size, weight: "strong", tracking: HEADING_TRACKING });
  for (const size of ONE_LINE) if (widthOf(text, style(size)) <= room) return { lines: text === "" ? [] : [text], size };
  for (const size of TWO_LINES) {
    const lines = wholeLines(text, style(size), room, 2);
    if (lines) return { lines: balanced(text, style(size), room, lines), size };
  }
  return { lines: cutToTwo(text, style(LAST_SIZE), room), size: LAST_SIZE };
}

/** As much of the beginning as two lines hold, an ellipsis after it. The halving finds it to the character: more text never takes less room. */
function cutToTwo(text: string, style: CardStyle, room: Px): readonly string[] {
  let best: readonly string[] = [];
  let [fits, tooLong] = [1, Math.min(text.length, LONGEST) + 1];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    const lines = wrapText(shorten(text, middle), style.size, WEIGHTS[style.weight], room);
    if (lines.length <= 2 && lines.every((line) => widthOf(line, style) <= room)) [fits, best] = [middle, lines];
    else tooLong = middle;
  }
  return best;
}

const STEP: Px = 24;

/** The narrowest column that still takes no more lines. */
function balanced(text: string, style: CardStyle, room: Px, lines: readonly string[]): readonly string[] {
  let best = lines;
  for (let width = room - STEP; width > room / 2; width -= STEP) {
    const next = wholeLines(text, style, width, lines.length);
    if (!next) break;
    best = next;
  }
  return best;
}
