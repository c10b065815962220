import type { Box, EpochMs, Interval, Px } from "../../lib/units.js";
import { packLanes } from "../../layout/lanes.js";
import { runsOf } from "../../layout/roleBars.js";
import { roleName } from "../../layout/roleWords.js";
import type { Career, Role } from "../../model/career.js";
import { yearSpan } from "../../model/timeWords.js";
import { toLine, wholeLines, widthOf, type CardRun, type CardStyle } from "./cardText.js";

/** Roles that follow each other at one organization: promotions, which a card shows as one stay there. */
export interface Stay {
  readonly interval: Interval;
  readonly lane: number;
  readonly name: string;
  /** "2018–22". */
  readonly years: string;
  /** What the role was, or the last of them; "" where the name says it already. */
  readonly title: string;
  readonly isBreak: boolean;
  readonly ongoing: boolean;
}

export interface CardBar {
  readonly box: Box;
  readonly isBreak: boolean;
  readonly ongoing: boolean;
  readonly name: readonly CardRun[];
  readonly notes: readonly CardRun[];
}

export interface RoleRows {
  /** From left to right: the plot. */
  readonly x0: Px;
  readonly x1: Px;
  /** What nothing leaves to the right. */
  readonly edge: Px;
  /** Upper edge of the first lane, lower edge of the last. */
  readonly y0: Px;
  readonly y1: Px;
  readonly lanes: number;
}

/** Past "now": the fading end of what goes on, and its chevron. */
export const OPEN_END: Px = 26;
const LANE_GAP: Px = 4;
const SEAM: Px = 3;
const THINNEST: Px = 3;
const PAD: Px = 20;
const TIGHT_PAD: Px = 8;
const GAP: Px = 14;
/** A lane this high is set as the design has it; one this high has its words near its upper end. */
const TALL: Px = 84;
const TALLEST: Px = 124;
/** Baseline to baseline in words of several lines, and what they leave free over and under them. */
const LEADING: Px = 26;
const ROW_AIR: Px = 8;
/** A lane this high stands alone, without an arc. */
const BARE: Px = 200;
const ROOMY_PAD: Px = 12;
/** Lower than this a lane has room for no words. */
const LOWEST: Px = 34;

const NAMES: readonly CardStyle[] = [30, 26, 23].map((size) => ({ size, weight: "strong", tracking: -0.01 }));
const SMALL_NAME: CardStyle = { size: 23, weight: "strong", tracking: -0.01 };
const NOTE: CardStyle = { size: 24, weight: "text" };
const SMALL_NOTE: CardStyle = { size: 23, weight: "text" };

export function staysOf(career: Career): readonly Stay[] {
  const runs = runsOf(career.roles).flatMap((run) => {
    const roles = run.flatMap((index): readonly Role[] => career.roles.slice(index, index + 1));
    const [first, last] = [roles[0], roles[roles.length - 1]];
    return first && last ? [{ first, last, interval: { from: first.interval.from, to: last.interval.to } }] : [];
  });
  const lanes = packLanes(runs.map(({ interval }) => interval));
  return runs.map(({ first, last, interval }, index): Stay => ({
    interval,
    lane: lanes[index] ?? 0,
    name: toLine(roleName(first)),
    years: yearSpan(first.start, last.end),
    title: first.organization ? toLine(last.title) : "",
    isBreak: first.kind === "break",
    ongoing: last.end === null,
  }));
}

/**
 * Bars and their words. What does not fit gives way whole: the title, the years, at last the name, which before that is
 * set smaller, on two lines, or beside its bar.
 */
export function placeStays(stays: readonly Stay[], rows: RoleRows, toPx: (time: EpochMs) => Px): readonly CardBar[] {
  const height = (rows.y1 - rows.y0 - (rows.lanes - 1) * LANE_GAP) / Math.max(1, rows.lanes);
  const boxes = stays.map(({ interval, lane }): Box => {
    const x0 = Math.min(toPx(interval.from), rows.x1 - THINNEST);
    const y0 = rows.y0 + lane * (height + LANE_GAP);
    // The last ends with the plot; between two bars there is a seam.
    const end = toPx(interval.to);
    return { x0, y0, x1: Math.max(x0 + THINNEST, end < rows.x1 - SEAM ? end - SEAM : rows.x1), y1: y0 + height };
  });
  const alike = height < BARE ? null : sizeForAll(stays, boxes);
  return stays.map((stay, index): CardBar => {
    const box = boxes[index] ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
    const bar = { box, isBreak: stay.isBreak, ongoing: stay.ongoing };
    if (height < LOWEST) return { ...bar, name: [], notes: [] };
    const next = stays.reduce((least, other, i) => {
      const x = boxes[i]?.x0 ?? least;
      return other.lane === stay.lane && (x > box.x0 || (x === box.x0 && i > index)) ? Math.min(least, x - GAP) : least;
    }, rows.edge);
    return { ...bar, ...((alike ? linesInTall(stay, box, alike) : wordsInside(stay, box)) ?? wordsBeside(stay, box, next) ?? { name: [], notes: [] }) };
  });
}

/** The largest in which every name is whole that is so in the smallest: bars that are all there is to see speak alike. */
function sizeForAll(stays: readonly Stay[], boxes: readonly Box[]): CardStyle {
  const isWhole = (stay: Stay, i: number, style: CardStyle): boolean => nameLines(stay, boxes[i] ?? { x0: 0, y0: 0, x1: 0, y1: 0 }, style) !== null;
  const able = stays.map((stay, i) => isWhole(stay, i, SMALL_NAME));
  return NAMES.find((style) => stays.every((stay, i) => !able[i] || isWhole(stay, i, style))) ?? SMALL_NAME;
}

const nameLines = ({ name }: Stay, { x0, x1 }: Box, style: CardStyle): readonly string[] | null => wholeLines(name, style, x1 - x0 - 2 * ROOMY_PAD, 3);

/** Name, years and title under each other, each wrapped between words. */
function linesInTall(stay: Stay, box: Box, style: CardStyle): Words | null {
  const lines = nameLines(stay, box, style);
  if (!lines) return null;
  const [x, room] = [box.x0 + ROOMY_PAD, box.x1 - box.x0 - 2 * ROOMY_PAD];
  const leading = style.size * 1.16;
  const under = box.y0 + 50 + (lines.length - 1) * leading + 33;
  const notes = [...(wholeLines(stay.years, SMALL_NOTE, room, 1) ?? []), ...(wholeLines(stay.title, SMALL_NOTE, room, 3) ?? [])];
  return {
    name: lines.map((text, i) => ({ ...style, text, x, y: box.y0 + 50 + i * leading })),
    notes: notes.map((text, i) => ({ ...SMALL_NOTE, text, x, y: under + i * 30 })),
  };
}

type Words = Pick<CardBar, "name" | "notes">;

/** Baseline of a single line. */
const baseline = ({ y0, y1 }: Box, size: Px): Px => (y1 - y0 >= TALL ? y0 + 50 : (y0 + y1) / 2 + size * 0.36);

function wordsInside(stay: Stay, box: Box): Words | null {
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
  for (const [pad, styles] of [[PAD, height >= TALL ? NAMES : NAMES.slice(1)], [TIGHT_PAD, [SMALL_NAME]]] as const) {
    const style = styles.find((each) => widthOf(stay.name, each) <= width - 2 * pad);
    if (!style) continue;
    const [x, y] = [box.x0 + pad, baseline(box, style.size)];
    return { name: [{ ...style, text: stay.name, x, y }], notes: notesInside(stay, height, { x, y, used: widthOf(stay.name, style), room: width - 2 * pad }) };
  }
  return linesInside(stay, box);
}

/** The name on two or three lines, and the years under it where there is a line left. */
function linesInside(stay: Stay, box: Box): Words | null {
  const [room, height] = [box.x1 - box.x0 - 2 * TIGHT_PAD, box.y1 - box.y0];
  const rows = Math.min(3, Math.floor((height - ROW_AIR) / LEADING));
  const lines = wholeLines(stay.name, SMALL_NAME, room, rows);
  if (!lines) return null;
  const dated = (lines.length < rows || (height >= TALLEST && 50 + lines.length * LEADING + ROW_AIR <= height)) && widthOf(stay.years, SMALL_NOTE) <= room;
  const used = lines.length + (dated ? 1 : 0);
  const first = height >= TALLEST ? box.y0 + 50 : (box.y0 + box.y1 - (used - 1) * LEADING) / 2 + ROW_AIR;
  const x = box.x0 + TIGHT_PAD;
  return {
    name: lines.map((text, i) => ({ ...SMALL_NAME, text, x, y: first + i * LEADING })),
    notes: dated ? [{ ...SMALL_NOTE, text: stay.years, x, y: first + lines.length * LEADING }] : [],
  };
}

interface NotePlace {
  readonly x: Px;
  readonly y: Px;
  /** Width of the name. */
  readonly used: Px;
  readonly room: Px;
}

function notesInside(stay: Stay, height: Px, { x, y, used, room }: NotePlace): readonly CardRun[] {
  const beside = [NOTE, SMALL_NOTE].find((style) => used + GAP + widthOf(stay.years, style) <= room);
  const under = !beside && height >= TALL && widthOf(stay.years, SMALL_NOTE) <= room;
  const years: readonly CardRun[] = beside ? [{ ...beside, text: stay.years, x: x + used + GAP, y }] : under ? [{ ...SMALL_NOTE, text: stay.years, x, y: y + 29 }] : [];
  // Only where the bar goes on under it: else it would stand on the card's very edge.
  const titled = height >= TALLEST && stay.title !== "" && widthOf(stay.title, SMALL_NOTE) <= room;
  return titled ? [...years, { ...SMALL_NOTE, text: stay.title, x, y: y + (under ? 29 : 0) + 33 }] : years;
}

/** To the right of a bar that is too short, up to what comes next in its lane. */
function wordsBeside(stay: Stay, box: Box, next: Px): Words | null {
  const x = box.x1 + (stay.ongoing ? OPEN_END : 0) + TIGHT_PAD;
  const used = widthOf(stay.name, SMALL_NAME);
  if (x + used > next) return null;
  const y = baseline(box, SMALL_NAME.size);
  const years: CardRun = { ...SMALL_NOTE, text: stay.years, x: x + used + GAP, y };
  return { name: [{ ...SMALL_NAME, text: stay.name, x, y }], notes: years.x + widthOf(stay.years, SMALL_NOTE) <= next ? [years] : [] };
}
