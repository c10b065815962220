import { formatNumber } from "../lib/format.js";
import type { Px } from "../lib/units.js";
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
  /** Set after the last line: "3", or "3 lead, 1 more" where filter and band would count differently; filtered: "1 of 3". */
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

/** At the right end every field is named beside its band, or beside what matches of it; where two would touch they are pushed apart. */
export function placeEnds(
  career: Career,
  bands: readonly StackedBand[],
  lastX: Px,
  frame: ArcFrame,
  matches: ReadonlySet<string> | null,
): PlacedEnds {
  const x = lastX + END_GAP;
  const room = frame.width - x - 18;
  const sizeOf = (text: string, weight: number): Px => textWidth(text, END_SIZE, weight) * frame.widthFactor;
  const items = bands.map((band) => {
    const { domainId } = band;
    const name = career.domains.find((domain) => domain.id === domainId)?.label ?? "No field named";
    const leading = career.achievements.filter((achievement) => leadingDomain(achievement) === domainId);
    const matched = matches === null ? leading.length : leading.filter(({ id }) => matches.has(id)).length;
    const note = noteOf(career, domainId, leading.length, matches === null ? null : matched, (text) => sizeOf(text, 420) <= room);
    const oneLine = sizeOf(name, 600) + NOTE_GAP + sizeOf(note, 420) <= room;
    const lines = oneLine ? [name] : wrapText(name, END_SIZE * frame.widthFactor, 600, room);
    const noteBeside = sizeOf(lines[lines.length - 1] ?? "", 600) + NOTE_GAP + sizeOf(note, 420) <= room;
    const fits = lines.every((line) => sizeOf(line, 600) <= room);
    return { band, lines, note, noteLine: noteBeside ? lines.length - 1 : lines.length, fits, count: leading.length, matched };
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

/** @param matched how many of those that the field leads match; null = no filter */
function noteOf(career: Career, domainId: string, count: number, matched: number | null, fits: (text: string) => boolean): string {
  if (matched !== null) return `${formatNumber(matched)} of ${formatNumber(count)}`;
  const any = career.achievements.filter((achievement) => achievement.domains.includes(domainId)).length;
  const full = any > count ? `${formatNumber(count)} lead, ${formatNumber(any - count)} more` : formatNumber(count);
  // Even on a line of its own the long note may not fit: then the count alone.
  return fits(full) ? full : formatNumber(count);
}

function middleOf({ y0, yMatched, y1 }: StackedBand, ofMatches: boolean): Px {
  const top = ofMatches ? yMatched : y1;
  return ((y0[y0.length - 1] ?? 0) + (top[top.length - 1] ?? 0)) / 2;
}
