import type { Px } from "../../lib/units.js";
import { leadingDomain } from "../../layout/arcSeries.js";
import { noteOf } from "../../layout/arcEnds.js";
import { placeEndLabels } from "../../layout/endLabels.js";
import { shapeOfSlot, type NodeShape } from "../../layout/nodeShape.js";
import { slotOf } from "../../layout/fieldSlot.js";
import type { StackedBand } from "../../layout/stackBands.js";
import type { Career } from "../../model/career.js";
import { toLine, wholeLines, widthOf, type CardRun, type CardStyle } from "./cardText.js";

/** A field as it is named at the right end of its band. */
export interface CardField {
  readonly domainId: string;
  readonly slot: number;
  readonly shape: NodeShape;
  /** One or two lines. */
  readonly lines: readonly string[];
  readonly style: CardStyle;
  /** As on the page: "3", or "3 + 1 elsewhere" where a filter would find more; filtered: "1 of 3". */
  readonly note: string;
  /** The line that the note ends: a line of its own where there is no room beside the name. */
  readonly noteLine: number;
  readonly count: number;
  /** Glyph, name and note. */
  readonly width: Px;
  readonly matched: boolean;
}

export interface PlacedField {
  readonly field: CardField;
  readonly glyph: { readonly x: Px; readonly y: Px };
  readonly lines: readonly CardRun[];
  readonly note: CardRun;
  /** From the band's middle to the glyph, where the two are apart. */
  readonly join: { readonly x0: Px; readonly y0: Px; readonly x1: Px; readonly y1: Px } | null;
}

const NAME: CardStyle = { size: 24, weight: "strong" };
const LONG_NAME: CardStyle = { size: 23, weight: "strong" };
const NOTE: CardStyle = { size: 24, weight: "text" };
export const FIELD_LINE: Px = 29;
const NOTE_GAP: Px = 7;
/** From the arc's end to the glyph's centre, and from there to the name. */
const GLYPH_AT: Px = 28;
const NAME_AT: Px = 46;
const GAP: Px = 4;
/** Baseline under the middle of a line. */
const DROP: Px = 8.5;
const JOIN_FROM: Px = 6;

/** Names and counts of the fields that lead something, as wide as they must be. */
export function cardFields(career: Career, matches: ReadonlySet<string> | null, room: Px): readonly CardField[] {
  const counts = new Map<string, { all: number; matched: number }>();
  for (const achievement of career.achievements) {
    const id = leadingDomain(achievement);
    const count = counts.get(id) ?? { all: 0, matched: 0 };
    counts.set(id, { all: count.all + 1, matched: count.matched + (matches?.has(achievement.id) === false ? 0 : 1) });
  }
  // With no field at all there is nothing to tell apart.
  if (counts.size === 1 && counts.has("")) return [];
  // Of a view a card names what is in it; where nothing is, all that there is to dim.
  return [...counts].filter(([, { matched }]) => matches === null || matches.size === 0 || matched > 0).flatMap(([domainId, { all, matched }]): CardField[] => {
    const name = toLine(career.domains.find(({ id }) => id === domainId)?.label ?? "No field named");
    const place = room - NAME_AT;
    const note = noteOf(career, domainId, all, matches === null ? null : matched, (text) => widthOf(text, NOTE) <= place);
    const noteWidth = widthOf(note, NOTE);
    const oneLine = widthOf(name, NAME) + NOTE_GAP + noteWidth <= place;
    const style = oneLine ? NAME : LONG_NAME;
    const lines = oneLine ? [name] : wholeLines(name, style, place, 2);
    if (!lines || noteWidth > place) return [];
    const last = widthOf(lines[lines.length - 1] ?? "", style) + NOTE_GAP + noteWidth;
    const beside = last <= place;
    const slot = slotOf(career, domainId);
    const width = NAME_AT + Math.max(...lines.map((line) => widthOf(line, style)), beside ? last : noteWidth);
    return [{ domainId, slot, shape: shapeOfSlot(slot), lines, style, note, noteLine: beside ? lines.length - 1 : lines.length, count: all, width, matched: matches === null || matched > 0 }];
  });
}

/** Each beside its band's middle, or beside what matches of it; pushed apart where two would touch, the smallest left out where not all fit. */
export function placeFields(fields: readonly CardField[], bands: readonly StackedBand[], x: Px, range: { readonly y0: Px; readonly y1: Px }, filtered: boolean): readonly PlacedField[] {
  const bandOf = new Map(bands.map((band) => [band.domainId, band]));
  const { placed } = placeEndLabels(
    fields.flatMap((field) => {
      const band = bandOf.get(field.domainId);
      const rows = Math.max(field.lines.length, field.noteLine + 1);
      return band ? [{ id: field.domainId, y: middleOf(band, filtered && field.matched), weight: field.count, above: FIELD_LINE / 2, below: FIELD_LINE * (rows - 0.5) }] : [];
    }),
    { gap: GAP, ...range },
  );
  return placed.flatMap(({ id, y, anchorY }): PlacedField[] => {
    const field = fields.find(({ domainId }) => domainId === id);
    if (!field) return [];
    const line = (i: number): Px => y + DROP + i * FIELD_LINE;
    const lines = field.lines.map((text, i): CardRun => ({ ...field.style, text, x: x + NAME_AT, y: line(i) }));
    const noteX = field.noteLine < lines.length ? x + NAME_AT + widthOf(field.lines[field.noteLine] ?? "", field.style) + NOTE_GAP : x + NAME_AT;
    return [{
      field,
      glyph: { x: x + GLYPH_AT, y },
      lines,
      note: { ...NOTE, text: field.note, x: noteX, y: line(field.noteLine) },
      join: Math.abs(y - anchorY) > JOIN_FROM ? { x0: x + 3, y0: anchorY, x1: x + GLYPH_AT - 12, y1: y } : null,
    }];
  });
}

function middleOf({ y0, yMatched, y1 }: StackedBand, ofMatches: boolean): Px {
  const top = ofMatches ? yMatched : y1;
  return ((y0[y0.length - 1] ?? 0) + (top[top.length - 1] ?? 0)) / 2;
}
