import { formatNumber } from "../lib/format.js";
import type { Px, Ratio } from "../lib/units.js";
import type { Career } from "../model/career.js";
import type { ArcFrame } from "./arcFrame.js";
import { leadingDomain } from "./arcSeries.js";
import { placeEndLabels } from "./endLabels.js";
import { shapeOfSlot, type NodeShape } from "./nodeShape.js";
import type { StackedBand } from "./stackBands.js";
import { textWidth, wrapText } from "./textWidth.js";

export interface PlacedEndLabel {
  readonly domainId: string;
  readonly slot: number;
  readonly shape: NodeShape;
  readonly x: Px;
  /** Middle of the first line. */
  readonly y: Px;
  /** Middle of its band, or of what matches in it; a connector joins the two where they differ. */
  readonly anchorY: Px;
  readonly lines: readonly string[];
  /** Set after the last line: "3", or "3 + 1 elsewhere", for short "3 + 1", where filter and band would count differently; filtered: "1 of 3". */
  readonly note: string;
  readonly noteLine: Px;
  readonly matched: boolean;
}

export interface PlacedEnds {
  readonly placed: readonly PlacedEndLabel[];
  /** Fields that found no room, by domain id. */
  readonly dropped: readonly string[];
}

/** From the arc's end to the names beside it. */
export const END_GAP: Px = 12;
const END_SIZE: Px = 13.5;
const LINE: Px = 15;
/** Between a name and its note. */
const NOTE_GAP: Px = 7;
/** Between two names. */
const NAME_GAP: Px = 4;
/** Under the total, which stands at the arc's upper end. */
const TOTAL_AIR: Px = 4.5;
/** Less than this of a band cannot be seen. */
const THIN: Px = 0.5;

/** From the gutter's left edge to a name, and from its end to the drawing's. */
const BESIDE_NAME: Px = END_GAP + 18;
/** A name longer than this share of the drawing goes on two lines; a single word may take more. */
const MOST_NAMES: Ratio = 0.26;

/**
 * Room to the right of the plot that names and notes ask for, so that short names leave it to the plot. The same with any
 * filter on: shapes do not move then. 0 where nothing is named.
 */
export function endsRoom(career: Career, width: Px, widthFactor: Ratio): Px {
  const sizeOf = endSize(widthFactor);
  const asked = leadingCounts(career).map(([domainId, count]) => {
    const name = nameOf(career, domainId);
    const note = sizeOf(noteOf(career, domainId, count, null, () => true), 420);
    // With a filter on, the note may go under the name.
    const filtered = sizeOf(noteOf(career, domainId, count, count, () => true), 420);
    return { line: sizeOf(name, 600) + NOTE_GAP + note, least: Math.max(filtered, ...name.split(/\s+/).map((word) => sizeOf(word, 600))) };
  });
  if (asked.length === 0) return 0;
  const most = Math.max(width * MOST_NAMES, ...asked.map(({ least }) => least));
  // Rounding must not break a line that was measured to fit.
  return BESIDE_NAME + Math.ceil(Math.min(most, Math.max(...asked.map(({ line }) => line)))) + 1;
}

const endSize = (widthFactor: Ratio) => (text: string, weight: number): Px => textWidth(text, END_SIZE, weight) * widthFactor;

/** Fields that lead something, and how much; none where no achievement has a field: there is nothing to tell apart. */
function leadingCounts(career: Career): readonly (readonly [domainId: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const achievement of career.achievements) counts.set(leadingDomain(achievement), (counts.get(leadingDomain(achievement)) ?? 0) + 1);
  return counts.size === 1 && counts.has("") ? [] : [...counts];
}

const nameOf = (career: Career, domainId: string): string => career.domains.find((domain) => domain.id === domainId)?.label ?? "No field named";

/**
 * At the right end every field is named beside its band, or beside what matches of it; where two would touch they are pushed
 * apart. Of a part of the career only bands that are there at its end are named. An embed says nothing where no achievement has a field; the page says that there.
 */
export function placeEnds(
  career: Career,
  bands: readonly StackedBand[],
  lastX: Px,
  frame: ArcFrame,
  matches: ReadonlySet<string> | null,
  counts: EndCounts | null = null,
): PlacedEnds {
  const x = lastX + END_GAP;
  const room = frame.width - x - 18;
  const sizeOf = endSize(frame.widthFactor);
  const named = frame.form === "embed" ? new Set(leadingCounts(career).map(([domainId]) => domainId)) : null;
  // In a part, one that ends before it or begins after it has no band there for its name to point at.
  const isThere = (band: StackedBand, top: readonly Px[]): boolean => counts?.said !== false || endOf(band.y0) - endOf(top) >= THIN;
  const items = bands.filter((band) => named?.has(band.domainId) !== false && isThere(band, band.y1)).map((band) => {
    const { domainId } = band;
    const name = nameOf(career, domainId);
    const counted = counts?.of(domainId) ?? countLeading(career, domainId, matches);
    const { count } = counted;
    const matched = isThere(band, band.yMatched) ? counted.matched : 0;
    const note = counts?.said === false ? "" : noteOf(counts ? null : career, domainId, count, matches === null ? null : matched, (text) => sizeOf(text, 420) <= room);
    const oneLine = sizeOf(name, 600) + NOTE_GAP + sizeOf(note, 420) <= room;
    const lines = oneLine ? [name] : wrapText(name, END_SIZE * frame.widthFactor, 600, room);
    const noteBeside = sizeOf(lines[lines.length - 1] ?? "", 600) + NOTE_GAP + sizeOf(note, 420) <= room;
    const fits = lines.every((line) => sizeOf(line, 600) <= room);
    return { band, lines, note, noteLine: noteBeside ? lines.length - 1 : lines.length, fits, count, matched };
  });
  const shown = items.filter((item) => item.fits);
  const { placed, dropped } = placeEndLabels(
    shown.map(({ band, count, matched, noteLine, lines }) => ({
      id: band.domainId,
      y: middleOf(band, matches !== null && matched > 0),
      weight: count,
      above: LINE / 2,
      below: LINE * Math.max(noteLine + 1, lines.length) - LINE / 2,
    })),
    { gap: NAME_GAP, y0: frame.plot.y0 + TOTAL_AIR, y1: frame.plot.y1 + LINE / 2 },
  );
  return {
    placed: placed.flatMap(({ id, y, anchorY }): PlacedEndLabel[] => {
      const item = shown.find(({ band }) => band.domainId === id);
      if (!item) return [];
      const { band: { slot }, lines, note, noteLine, matched } = item;
      return [{ domainId: id, slot, shape: shapeOfSlot(slot), x, y, anchorY, lines, note, noteLine, matched: matches === null || matched > 0 }];
    }),
    dropped: [...items.filter((item) => !item.fits).map(({ band }) => band.domainId), ...dropped],
  };
}

/** How many a field leads of what is drawn, and how many of these match. */
export type CountOf = (domainId: string) => { readonly count: number; readonly matched: number };

/** Where something else has counted. Of a part of the career nothing is said: its bands are an expectation, which nobody can count. */
export interface EndCounts {
  readonly of: CountOf;
  readonly said: boolean;
}

function countLeading(career: Career, domainId: string, matches: ReadonlySet<string> | null): ReturnType<CountOf> {
  const leading = career.achievements.filter((achievement) => leadingDomain(achievement) === domainId);
  return { count: leading.length, matched: matches === null ? leading.length : leading.filter(({ id }) => matches.has(id)).length };
}

/**
 * @param career null where it is too large to ask what else names the field: then the count alone
 * @param matched how many of those that the field leads match; null = no filter
 */
export function noteOf(career: Career | null, domainId: string, count: number, matched: number | null, fits: (text: string) => boolean): string {
  if (matched !== null) return `${formatNumber(matched)} of ${formatNumber(count)}`;
  if (!career) return formatNumber(count);
  const any = career.achievements.filter((achievement) => achievement.domains.includes(domainId)).length;
  if (any <= count) return formatNumber(count);
  const both = `${formatNumber(count)} + ${formatNumber(any - count)}`;
  // Even on a line of its own the long note may not fit. Both counts stay: together they are the chip's.
  return fits(`${both} elsewhere`) ? `${both} elsewhere` : both;
}

function middleOf({ y0, yMatched, y1 }: StackedBand, ofMatches: boolean): Px {
  return (endOf(y0) + endOf(ofMatches ? yMatched : y1)) / 2;
}

const endOf = (ys: readonly Px[]): Px => ys[ys.length - 1] ?? 0;
