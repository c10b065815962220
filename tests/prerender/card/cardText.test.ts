import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitHeading, HEADING_TRACKING, toLine, wholeLines, widthOf, type CardStyle } from "../../../src/prerender/card/cardText.js";
import { RUNS } from "../../support/careers.js";
import { HOSTILE } from "../../support/hostile.js";

const ROOM = 1072;
const styleOf = (size: number): CardStyle => ({ size, weight: "strong", tracking: HEADING_TRACKING });
const solid = (text: string): string => text.replace(/\s/g, "");

describe("fitHeading", () => {
  it("sets a short heading at its full size", () => {
    expect(fitHeading("Lead Backend Engineer", ROOM)).toEqual({ lines: ["Lead Backend Engineer"], size: 68 });
  });
  it("sets a longer one smaller, on one line as long as it can", () => {
    const { lines, size } = fitHeading("Director of Water Networks (invented)", ROOM);
    expect(lines).toHaveLength(1);
    expect(size).toBeLessThan(68);
  });
  it("then sets it on two lines of about one length", () => {
    const { lines, size } = fitHeading("Interdisciplinary Programme Coordinator for Long Names (invented)", ROOM);
    expect(lines).toHaveLength(2);
    expect(size).toBeGreaterThanOrEqual(44);
    const [first = 0, second = 0] = lines.map((line) => widthOf(line, styleOf(size)));
    expect(Math.min(first, second) / Math.max(first, second)).toBeGreaterThan(0.6);
  });
  it("at last cuts it at a word, and says that it was cut", () => {
    const text = "Coordinator of all programmes for the preservation of audiovisual heritage in the municipalities of the northern and the southern coast";
    const { lines, size } = fitHeading(text, ROOM);
    expect(lines).toHaveLength(2);
    expect(size).toBe(44);
    const joined = lines.join(" ");
    expect(joined.endsWith("…")).toBe(true);
    expect(text.startsWith(joined.slice(0, -1))).toBe(true);
    expect(text[joined.length - 1]).toBe(" ");
  });
  it("breaks one endless word, and text without blanks, rather than overflow", () => {
    for (const text of ["W".repeat(300), "長".repeat(300), "👩‍👩‍👧‍👦".repeat(40)]) {
      const { lines, size } = fitHeading(text, ROOM);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(widthOf(line, styleOf(size))).toBeLessThanOrEqual(ROOM);
    }
  });
  it("has no line for no text", () => {
    expect(fitHeading("", ROOM).lines).toEqual([]);
  });
  it("never leaves its room, has two lines at the most, and loses nothing unless it is cut", () => {
    fc.assert(
      fc.property(fc.oneof(fc.lorem({ maxCount: 30 }), fc.string({ unit: "grapheme", maxLength: 200 }).map(toLine)), (text) => {
        const { lines, size } = fitHeading(text, ROOM);
        expect(lines.length).toBeLessThanOrEqual(2);
        expect(lines.length > 0).toBe(text !== "");
        for (const line of lines) expect(widthOf(line, styleOf(size))).toBeLessThanOrEqual(ROOM);
        const all = solid(lines.join(""));
        expect(all === solid(text) || all.endsWith("…")).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("toLine", () => {
  it("takes out what XML forbids and what turns the order, and keeps the rest", () => {
    expect(toLine("a\u0000b\ud800c\uffff\u202ed\r\n e\u2028f")).toBe("a bcd e f");
    expect(toLine("  3\u00a0days  ")).toBe("3\u00a0days");
    expect(toLine("👩‍👩‍👧 é 長")).toBe("👩‍👩‍👧 é 長");
    for (const text of HOSTILE) expect(toLine(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
  });
});

describe("wholeLines", () => {
  const style: CardStyle = { size: 23, weight: "text" };
  it("breaks between words, never within one", () => {
    expect(wholeLines("Multilingual publishing", style, 160, 2)).toEqual(["Multilingual", "publishing"]);
    expect(wholeLines("Rückzahlungsanforderungsbearbeitung", style, 160, 4)).toBeNull();
  });
  it("is null where it takes more lines than there may be", () => {
    expect(wholeLines("one two three four five six seven", style, 90, 2)).toBeNull();
  });
});
