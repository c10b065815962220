import type { Px, Ratio } from "../lib/units.js";
import { textWidth, wrapText } from "./textWidth.js";

/*
 * How large a page is set on paper, from what is printed: nothing measures on the way to a printer. Heights are worked out
 * for both common sheets, with the numbers of the print style sheet, and come out a little high rather than low.
 */

/** A4 and Letter less margins of 10 mm: where a page fits on both, nobody has to be asked for theirs. */
const A4 = { width: 718, height: 1047 };
const SHEETS: readonly (typeof A4)[] = [A4, { width: 740, height: 980 }];
/** Size of the running text in pt, the largest first, each with the scale that the style sheet gives it. The last is only for what else would not fit. */
const SIZES = [[9, 0.889], [8.5, 0.84], [8, 0.79], [7.5, 0.741], [7, 0.691], [6.75, 0.667]] as const;
/** What takes more than one sheet is set for reading, not for fitting. */
const ON_MORE_SHEETS = 8;
const LAST_RESORT = 6.75;
/** More entries than these fit no sheet, be they ever so short: nothing has to be worked out for them. */
export const MOST_ON_A_SHEET = 80;
/** Of the arc on paper. Below the good one it is worth more than larger text; the least is for what else would not fit. A still is scaled to whole steps. */
const ARC = { least: 164, lowest: 180, good: 240, highest: 400, step: 40, onMoreSheets: 280 } as const;
/** On paper: what stands over the timeline, and what may be missed. */
const TOP: Px = 14;
const MARGIN: Ratio = 0.015;

export interface SheetEntry {
  readonly title: string;
  /** Its figures with their words, one after another. */
  readonly figures: string;
  /** Its words, with when it was, its skills and its links spelled out. */
  readonly text: string;
}

/** What is printed, as words. */
export interface SheetContent {
  /** Of the ledes, which stand in one place, the higher takes the room. */
  readonly who: { readonly name: string; readonly headline: string; readonly ledes: readonly string[]; readonly links: string };
  readonly latest: readonly { readonly name: string; readonly title: string }[];
  readonly figures: readonly string[];
  /** One heading each, with the entries under it. */
  readonly groups: readonly { readonly heading: string; readonly dates: string; readonly entries: readonly SheetEntry[] }[];
  /** Under a heading of their own, last. */
  readonly claims: readonly string[];
  /** Height of what else stands under the arc, in px of the page. */
  readonly besides: Px;
}

export interface Sheet {
  /** Of the running text, in pt. */
  readonly size: number;
  /** CSS px on paper per px of the page. */
  readonly scale: Ratio;
  /** What the arc is drawn for, in px of the page. */
  readonly arc: { readonly width: Px; readonly height: Px };
  /** On paper: what the arc that was sent is scaled to where no script draws another. */
  readonly stillHeight: Px;
}

/**
 * The largest text with which everything fits one sheet, and the highest arc that then fits, too. Where the arc would be
 * too low, it is made as low as it can be read before the text is made smaller. What fits no sheet is set in the smallest as long
 * as it is few enough to belong on one, else for several.
 *
 * @param most entries up to which one sheet is promised
 */
export function placeSheet(content: SheetContent, most = 12): Sheet {
  const entries = content.groups.reduce((sum, group) => sum + group.entries.length, 0);
  const rooms = entries > MOST_ON_A_SHEET ? SIZES.map(([size, scale]) => ({ size, scale, room: 0 })) : SIZES.map(([size, scale]) => ({ size, scale, room: Math.min(...SHEETS.map(({ width, height }) => height - TOP - scale * contentHeight(content, width / scale) * (1 + MARGIN))) }));
  const fitting = rooms.find(({ size, room }) => size > LAST_RESORT && room >= ARC.good);
  const otherwise = rooms.find(({ size, room }) => (entries > most ? size === ON_MORE_SHEETS : room >= ARC.lowest)) ?? rooms[rooms.length - 1] ?? { size: 0, scale: 1, room: 0 };
  const { size, scale, room } = fitting ?? otherwise;
  const height = fitting ? Math.min(ARC.highest, room) : entries > most ? ARC.onMoreSheets : Math.max(ARC.least, room);
  return { size, scale, arc: { width: Math.round(A4.width / scale), height: Math.round(height / scale) }, stillHeight: Math.max(ARC.least, Math.floor(height / ARC.step) * ARC.step) };
}

/** A page that is printed on the first visit may have the visitor's own font instead of ours. */
const OTHER_FONT: Ratio = 1.03;

const lines = (text: string, size: Px, weight: number, room: Px): number => wrapText(text, size * OTHER_FONT, weight, room).length;

/** All but the arc itself, in px of the page. */
function contentHeight(content: SheetContent, width: Px): Px {
  return headHeight(content, width) + AROUND_ARC + content.besides + listHeight(content, (width - 32) / 2);
}

/** The sentences under the arc, on three lines at most, and the air over the list. */
const AROUND_ARC: Px = 2 + 3 * 19.6 + 4 + 12;

/** The column of dates in the header, and its gap. */
const DATES: Px = 170;

function headHeight({ who, latest, figures }: SheetContent, width: Px): Px {
  const [left, right] = [width * 0.56 - 32, width * 0.44];
  const whoHeight = (who.name === "" ? 0 : 26.1) + lines(who.headline, 40 * 0.97, 640, left) * 40 + Math.max(0, ...who.ledes.map((lede) => 6 + lines(lede, 16, 500, Math.min(left, 384)) * 22.4)) + (who.links === "" ? 0 : 8 + lines(who.links, 14.5, 420, left) * 28);
  const latestHeight = latest.reduce((sum, { name, title }) => sum + 13 + (lines(name, 16, 640, right - DATES) + lines(title, 15, 420, right - DATES)) * 23, 2);
  const column = (width - 72) / 4;
  const figuresHeight = figures.length === 0 ? 0 : Math.ceil(figures.length / 4) * (24 + 9 + 34 + 2 + 8) + Math.max(...figures.map((words) => lines(words, 15, 420, column))) * 21;
  return Math.max(whoHeight, latestHeight) + figuresHeight + 12;
}

/** Two columns, broken between entries only. */
function listHeight({ groups, claims }: SheetContent, column: Px): Px {
  const [line, text] = [1.3, column - 24];
  const heading = (words: string, dates: string): Px => 8 + 10 + lines(words, 15, 540, column - 16 - textWidth(dates, 15, 420)) * 15 * line;
  const blocks: Px[] = groups.flatMap((group): Px[] => {
    const above = heading(group.heading, group.dates);
    const entries = group.entries.map(({ title, figures, text: words }) => 10 + (lines(title, 14.5, 600, text) * 14.5 + (lines(figures, 13.5, 520, text) + lines(words, 13.5, 420, text)) * 13.5) * line);
    return entries.length === 0 ? [above] : entries.map((height, i) => (i === 0 ? above + height : height));
  });
  const [firstClaim, ...others] = claims.map((words) => 5 + lines(words, 13.5, 420, column - 24) * 13.5 * line);
  if (firstClaim !== undefined) blocks.push(heading("-", "") + firstClaim, ...others);
  return blocks.length === 0 ? 0 : Math.min(...blocks.map((_, i) => Math.max(sum(blocks.slice(0, i + 1)), sum(blocks.slice(i + 1)))));
}

const sum = (heights: readonly Px[]): Px => heights.reduce((total, height) => total + height, 0);
