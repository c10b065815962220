import { FONT_ASCENT, FONT_DESCENT } from "../../layout/fontMetrics.js";
import { textWidth, wrapText } from "../../layout/textWidth.js";
import type { Px } from "../../lib/units.js";
import type { Mark, Paint, Picture, TextMark } from "./picture.js";

/** How words are set on the page. */
export interface WordLook {
  readonly size: Px;
  readonly weight: number;
  readonly tracking: Px;
  readonly fill: Paint;
}

/** A line under the drawing, with the marks that it explains. */
export interface Note {
  readonly text: string;
  readonly look: WordLook;
  /** From their own upper left; `width` is 0 without any. */
  readonly marks: readonly Mark[];
  readonly width: Px;
  readonly height: Px;
}

export interface PictureParts extends Pick<Picture, "ground" | "fontFamily" | "title" | "description"> {
  readonly drawing: { readonly width: Px; readonly height: Px; readonly marks: readonly Mark[] };
  /** In the drawing's upper left, one under the other, each no wider than `room`. */
  readonly headings: readonly { readonly text: string; readonly look: WordLook; readonly leading: number; readonly gap: Px }[];
  readonly room: Px;
  readonly notes: readonly Note[];
}

/** Round the whole. */
export const MARGIN: Px = 32;
const NOTES_ABOVE: Px = 20;
const NOTE_LINE: Px = 22;
const NOTE_GAP: Px = 28;
const MARK_GAP: Px = 8;

/** Drawing, title and notes on one sheet. Numbers only. */
export function composePicture({ drawing, headings, room, notes, ground, fontFamily, title, description }: PictureParts): Picture {
  const words = placeHeadings(headings, room);
  const under = MARGIN + Math.max(drawing.height, words.height) + NOTES_ABOVE;
  const noted = placeNotes(notes, drawing.width);
  return {
    width: drawing.width + 2 * MARGIN,
    height: Math.ceil(under + noted.height + MARGIN - NOTES_ABOVE / 2),
    ground, fontFamily, title, description,
    marks: [...moved(drawing.marks, MARGIN, MARGIN), ...moved(words.marks, MARGIN, MARGIN), ...moved(noted.marks, MARGIN, under)],
  };
}

function moved(marks: readonly Mark[], x: Px, y: Px): readonly Mark[] {
  return marks.map((mark): Mark => {
    const place = { x: mark.x + x, y: mark.y + y };
    if (mark.kind === "text") return { ...mark, ...place };
    const fill = mark.fill && "fade" in mark.fill ? { ...mark.fill, x0: mark.fill.x0 + x, x1: mark.fill.x1 + x } : mark.fill;
    return { ...mark, ...place, fill };
  });
}

const lineOf = (text: string, { size, weight, tracking, fill }: WordLook, x: Px, y: Px): TextMark => ({ kind: "text", x, y, anchor: "start", runs: [{ text, gap: 0, size, weight, tracking, fill }], halo: null });

/** From the top of a line's box to its baseline. */
const baseline = (size: Px, box: Px): Px => (box - size * (FONT_ASCENT + FONT_DESCENT)) / 2 + size * FONT_ASCENT;

function placeHeadings(headings: PictureParts["headings"], room: Px): { readonly marks: readonly Mark[]; readonly height: Px } {
  let y = 0;
  const marks = headings.flatMap(({ text, look, leading, gap }) => {
    const box = look.size * leading;
    if (text === "") return [];
    y += gap;
    return wrapText(text, look.size, look.weight, room).map((line) => {
      const mark = lineOf(line, look, 0, y + baseline(look.size, box));
      y += box;
      return mark;
    });
  });
  return { marks, height: y };
}

/** One after the other, in as many lines as they need; one that is longer than a line is broken. */
function placeNotes(notes: readonly Note[], room: Px): { readonly marks: readonly Mark[]; readonly height: Px } {
  const marks: Mark[] = [];
  let [x, y] = [0, 0];
  for (const { text, look, marks: shown, width, height } of notes) {
    const indent = width === 0 ? 0 : width + MARK_GAP;
    const length = indent + textWidth(text, look.size, look.weight);
    if (x > 0 && x + length > room) {
      x = 0;
      y += NOTE_LINE;
    }
    marks.push(...moved(shown, x, y + (NOTE_LINE - height) / 2));
    const lines = wrapText(text, look.size, look.weight, room - x - indent);
    lines.forEach((line, i) => marks.push(lineOf(line, look, x + indent, y + i * NOTE_LINE + baseline(look.size, NOTE_LINE))));
    if (lines.length > 1) {
      x = 0;
      y += lines.length * NOTE_LINE;
    } else x += length + NOTE_GAP;
  }
  return { marks, height: x > 0 ? y + NOTE_LINE : y };
}
