import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CHARACTERS } from "../../../src/layout/fontMetrics.js";
import { textWidth } from "../../../src/layout/textWidth.js";
import { charactersNotInFont, drawnTexts } from "../../../src/prerender/card/glyphs.js";
import { WEIGHTS } from "../../../src/prerender/card/cardText.js";

interface Font {
  readonly weight: number;
  /** In em, by character. */
  readonly advances: ReadonlyMap<string, number>;
}

/** The few tables of a TrueType file that say what it can draw and how wide (OpenType 1.9: cmap format 4, hmtx, head, OS/2). */
function readFont(name: string): Font {
  const bytes = readFileSync(new URL(`../../../src/prerender/card/fonts/${name}.ttf`, import.meta.url));
  const tables = new Map(Array.from({ length: bytes.readUInt16BE(4) }, (_, i): [string, number] => [bytes.toString("latin1", 12 + i * 16, 16 + i * 16), bytes.readUInt32BE(20 + i * 16)]));
  const table = (tag: string): number => {
    const at = tables.get(tag);
    if (at === undefined) throw new Error(`no table ${tag}`);
    return at;
  };
  const unitsPerEm = bytes.readUInt16BE(table("head") + 18);
  const longMetrics = bytes.readUInt16BE(table("hhea") + 34);
  const cmap = table("cmap");
  const subtables = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, i) => cmap + bytes.readUInt32BE(cmap + 8 + i * 8));
  const at = subtables.find((offset) => bytes.readUInt16BE(offset) === 4);
  if (at === undefined) throw new Error("no cmap of format 4");
  const segments = bytes.readUInt16BE(at + 6) / 2;
  const advances = new Map<string, number>();
  for (let i = 0; i < segments; i++) {
    const [ends, starts, deltas, ranges] = [0, 1, 2, 3].map((n) => at + 14 + n * segments * 2 + (n > 0 ? 2 : 0) + i * 2) as [number, number, number, number];
    const range = bytes.readUInt16BE(ranges);
    for (let code = bytes.readUInt16BE(starts); code <= bytes.readUInt16BE(ends) && code < 0xffff; code++) {
      const direct = (code + bytes.readUInt16BE(deltas)) & 0xffff;
      const glyph = range === 0 ? direct : bytes.readUInt16BE(ranges + range + (code - bytes.readUInt16BE(starts)) * 2);
      if (glyph > 0) advances.set(String.fromCodePoint(code), bytes.readUInt16BE(table("hmtx") + Math.min(glyph, longMetrics - 1) * 4) / unitsPerEm);
    }
  }
  return { weight: bytes.readUInt16BE(table("OS/2") + 4), advances };
}

describe.each([["instrument-sans-card-regular", WEIGHTS.text, 400], ["instrument-sans-card-bold", WEIGHTS.strong, 700]] as const)("%s", (name, drawn, named) => {
  const font = readFont(name);
  it("goes by the weight that the renderer asks for", () => {
    expect(font.weight).toBe(named);
  });
  it("has every character that the layout has measured, as wide as it measured it", () => {
    const measured = [...CHARACTERS];
    expect(measured.length).toBeGreaterThan(200);
    const wrong = measured.filter((char) => Math.abs((font.advances.get(char) ?? 99) - textWidth(char, 1, drawn)) > 0.0015);
    expect(wrong).toEqual([]);
  });
  it("has exactly the characters that are not reported as missing", () => {
    const missing = (char: string): boolean => charactersNotInFont([char]).length > 0;
    expect([...font.advances.keys()].filter(missing)).toEqual([]);
    const some = Array.from({ length: 0x2300 - 0xa0 }, (_, i) => String.fromCodePoint(0xa0 + i)).filter((char) => !/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(char));
    expect(some.filter((char) => !missing(char) && !font.advances.has(char))).toEqual([]);
  });
});

describe("charactersNotInFont", () => {
  it("names each once, in order", () => {
    expect(charactersNotInFont(["½ ≤ ≥ → ↗ − é", "Łódź 長", "長 👩"])).toEqual(["Ł", "ź", "長", "👩"]);
  });
  it("passes over what leaves no mark", () => {
    expect(charactersNotInFont(["a\u200db\ufe0f\u00ad"])).toEqual([]);
  });
});

describe("drawnTexts", () => {
  it("reads what is drawn, not what is only said", () => {
    expect(drawnTexts("<svg><title>長</title><text x=\"1\">R&amp;D &lt;b&gt;</text><text>2</text></svg>")).toEqual(["R&D <b>", "2"]);
  });
});
