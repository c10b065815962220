import { describe, expect, it } from "vitest";
import { placeSheet, type SheetContent } from "../../src/layout/sheet.js";

const WORDS = "Moved the whole of it to another place in six weeks, and nobody had to stop for that. ";

/** A career of `n` entries, each with a text of `lines` sentences, in roles of at most six. */
function content(n: number, lines = 3, more: Partial<SheetContent> = {}): SheetContent {
  const entries = Array.from({ length: n }, (_, i) => ({ title: `What was done, ${i}`, figures: "3 days of waiting, 10+ teams", text: WORDS.repeat(lines) }));
  const groups = Array.from({ length: Math.ceil(n / 6) }, (_, i) => ({ heading: "A company, Engineer", dates: "Mar 2018 – Mar 2022", entries: entries.slice(6 * i, 6 * i + 6) }));
  return { who: { name: "", headline: "Engineer", ledes: ["What keeps going."], links: "" }, latest: [{ name: "A company", title: "Engineer" }], figures: ["of waiting"], groups, claims: [], besides: 0, ...more };
}

describe("placeSheet", () => {
  it("sets little in large text with a high arc, much in small text, but never under 6.75 pt", () => {
    const sizes = [0, 3, 6, 9, 12].map((n) => placeSheet(content(n)));
    expect(sizes.map(({ size }) => size)).toEqual(sizes.map(({ size }) => size).sort((a, b) => b - a));
    expect(sizes[0]).toMatchObject({ size: 9, stillHeight: 400 });
    expect(sizes.at(-1)?.size).toBeLessThan(9);
    expect(placeSheet(content(12, 30)).size).toBe(6.75);
  });

  it("counts how long the texts are, not only how many", () => {
    expect(placeSheet(content(8, 5)).size).toBeLessThan(placeSheet(content(8, 1)).size);
  });

  it("gives the arc what is left, and no less than can be read", () => {
    const [few, more] = [placeSheet(content(6, 2)), placeSheet(content(6, 3))];
    expect(few.size).toBe(more.size);
    expect(more.arc.height).toBeLessThan(few.arc.height);
    expect(placeSheet(content(12, 30)).stillHeight).toBe(164);
  });

  it("draws the arc as wide as the sheet, whatever the scale", () => {
    for (const n of [0, 4, 8, 12]) {
      const { arc, scale } = placeSheet(content(n));
      expect(Math.abs(arc.width * scale - 718)).toBeLessThan(1);
    }
  });

  it("sets a long career for reading: it takes more sheets anyway", () => {
    expect(placeSheet(content(60))).toMatchObject({ size: 8, stillHeight: 280 });
  });

  it("keeps room for what else stands under the arc", () => {
    expect(placeSheet(content(6, 2, { besides: 110 })).arc.height).toBeLessThan(placeSheet(content(6, 2)).arc.height);
  });
});
