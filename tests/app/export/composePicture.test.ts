import { describe, expect, it } from "vitest";
import { composePicture, MARGIN, type Note, type PictureParts, type WordLook } from "../../../src/app/export/composePicture.js";
import type { Mark, TextMark } from "../../../src/app/export/picture.js";
import { textWidth } from "../../../src/layout/textWidth.js";
import { INK, makePath, makeText } from "./makePicture.js";

const LOOK: WordLook = { size: 14, weight: 420, tracking: 0, fill: INK };
const note = (text: string, more: Partial<Note> = {}): Note => ({ text, look: LOOK, marks: [], width: 0, height: 0, ...more });
const compose = (more: Partial<PictureParts> = {}): ReturnType<typeof composePicture> =>
  composePicture({ drawing: { width: 1136, height: 600, marks: [] }, headings: [], room: 410, notes: [], ground: "#ffffff", fontFamily: "sans-serif", title: "", description: "", ...more });
const texts = (marks: readonly Mark[]): readonly TextMark[] => marks.filter((mark) => mark.kind === "text");
const wordsOf = (mark: TextMark): string => mark.runs.map(({ text }) => text).join("");

describe("a picture put together", () => {
  it("has the whole drawing inside its margins, fades and all", () => {
    const { width, marks } = compose({ drawing: { width: 1136, height: 600, marks: [makePath({ x: 1, y: 2, fill: { fade: INK, x0: 10, x1: 30 } }), makeText("a")] } });
    expect(width).toBe(1136 + 2 * MARGIN);
    expect(marks).toMatchObject([{ x: 1 + MARGIN, y: 2 + MARGIN, fill: { x0: 10 + MARGIN, x1: 30 + MARGIN } }, { x: 10 + MARGIN, y: 20 + MARGIN }]);
  });

  it("breaks a title where its room ends, and leaves out one that says nothing", () => {
    const { marks } = compose({ headings: [{ text: "a title that is far too long for the room that the drawing leaves it", look: LOOK, leading: 1.2, gap: 0 }, { text: "", look: LOOK, leading: 1.4, gap: 6 }], room: 200 });
    const lines = texts(marks);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => textWidth(wordsOf(line), 14, 420) <= 200)).toBe(true);
    expect(lines.map(({ y }) => y)).toEqual(lines.map((_, i) => expect.closeTo((lines[0]?.y ?? 0) + i * 14 * 1.2)));
  });

  it("sets notes side by side as long as there is room, none over another and none past the edge", () => {
    const notes = Array.from({ length: 9 }, (_, i) => note(`A note of some length, the ${i}th of them.`, { marks: [makePath()], width: 14, height: 14 }));
    const { marks, width, height } = compose({ notes: [...notes, note("word ".repeat(80).trim())] });
    // Broken only where it is longer than a whole line.
    expect(notes.filter(({ text }) => !texts(marks).some((mark) => wordsOf(mark) === text))).toEqual([]);
    const boxes = texts(marks).map((mark) => ({ x0: mark.x, x1: mark.x + textWidth(wordsOf(mark), 14, 420), y0: mark.y - 14, y1: mark.y + 4 }));
    expect(boxes.length).toBeGreaterThan(10);
    for (const [i, a] of boxes.entries()) {
      expect(a.x1).toBeLessThanOrEqual(width - MARGIN + 1);
      expect(a.y1).toBeLessThan(height);
      for (const b of boxes.slice(i + 1)) expect(a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0).toBe(true);
    }
    expect(new Set(boxes.map(({ y0 }) => y0)).size).toBeLessThan(boxes.length);
  });
});
