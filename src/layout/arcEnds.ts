import { formatNumber } from "../lib/format.js";
import type { Px } from "../lib/units.js";
import type { Career } from "../model/career.js";
import type { ArcFrame } from "./arcFrame.js";
import { leadingDomain } from "./arcSeries.js";
import { placeEndLabels } from "./endLabels.js";
import { shapeOfSlot, type NodeShape } from "./nodeShape.js";
import { textWidth, wrapText } from "./textWidth.js";

export interface PlacedEndLabel {
  readonly domainId: string;
  readonly slot: number;
  readonly shape: NodeShape;
  readonly x: Px;
  /** Middle of the first line. */
  readonly y: Px;
  /** Where its band's middle is; a connector joins the two where they differ. */
  readonly anchorY: Px;
  readonly lines: readonly string[];
  /** Set after the last line: "3", or "3 lead, 1 more" where matches and band differ. */
  readonly note: string;
  readonly noteLine: Px;
  readonly matched: boolean;
}

/** What it takes of a band to name it: see `PlacedBand`. */
interface EndBand {
  readonly domainId: string;
  readonly slot: number;
  readonly y0: readonly Px[];
  readonly y1: readonly Px[];
}

/** From the arc's end to the names beside it. */
export const END_GAP: Px = 12;
const END_SIZE: Px = 13.5;
const LINE: Px = 15;

/** At the right end every field is named beside its band; where two would touch they are pushed apart. */
export function placeEnds(
  career: Career,
  bands: readonly EndBand[],
  lastX: Px,
  frame: ArcFrame,
  matches: ReadonlySet<string> | null,
): PlacedEndLabel[] {
  const x = lastX + END_GAP;
  const room = frame.width - x - 18;
  const items = bands.map((band) => {
    const name = career.domains.find((domain) => domain.id === band.domainId)?.label ?? "No field named";
    const count = career.achievements.filter((achievement) => leadingDomain(achievement) === band.domainId).length;
    const any = career.achievements.filter((achievement) => achievement.domains.includes(band.domainId)).length;
    const full = any > count ? `${formatNumber(count)} lead, ${formatNumber(any - count)} more` : formatNumber(count);
    // Even on a line of its own the long note may not fit: then the count alone.
    const note = textWidth(full, END_SIZE, 420) <= room ? full : formatNumber(count);
    const oneLine = textWidth(name, END_SIZE, 600) + 7 + textWidth(note, END_SIZE, 420) <= room;
    const lines = oneLine ? [name] : wrapText(name, END_SIZE, 600, room);
    const last = lines[lines.length - 1] ?? "";
    const noteBeside = textWidth(last, END_SIZE, 600) + 7 + textWidth(note, END_SIZE, 420) <= room;
    const fits = lines.every((line) => textWidth(line, END_SIZE, 600) <= room);
    return { band, lines, note, noteLine: noteBeside ? lines.length - 1 : lines.length, rows: lines.length + (noteBeside ? 0 : 1), fits, count };
  });
  const shown = items.filter((item) => item.fits);
  const tallest = Math.max(1, ...shown.map((item) => item.rows));
  const middleOf = ({ y0, y1 }: EndBand): Px => ((y0[y0.length - 1] ?? 0) + (y1[y1.length - 1] ?? 0)) / 2;
  const { placed } = placeEndLabels(
    shown.map((item) => ({ id: item.band.domainId, y: middleOf(item.band), weight: item.count })),
    { min: 4 + LINE * tallest, y0: frame.plot.y0 + 12, y1: frame.plot.y1 - LINE * (tallest - 1) },
  );
  return placed.flatMap(({ id, y }): PlacedEndLabel[] => {
    const item = shown.find(({ band }) => band.domainId === id);
    if (!item) return [];
    const { band, lines, note, noteLine } = item;
    const matched = matches === null || career.achievements.some((a) => matches.has(a.id) && leadingDomain(a) === id);
    return [{ domainId: id, slot: band.slot, shape: shapeOfSlot(band.slot), x, y, anchorY: middleOf(band), lines, note, noteLine, matched }];
  });
}
