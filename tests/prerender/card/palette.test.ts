import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FIELD_SLOTS } from "../../../src/layout/nodeShape.js";
import { fieldColours, PALETTES, type Palette } from "../../../src/prerender/card/palette.js";

const css = readFileSync(new URL("../../../src/charts/theme.css", import.meta.url), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

/** A token of the style sheet in one scheme, references followed. @throws where there is none */
function token(name: string, theme: "light" | "dark"): string {
  const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(css)?.[1]?.trim() ?? "";
  const reference = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (reference !== undefined) return token(reference, theme);
  const pair = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value);
  const colour = pair?.[theme === "light" ? 1 : 2];
  if (colour === undefined) throw new Error(`token ${name} is no pair of colours: ${value}`);
  return colour;
}

const NAMES = { bg: "bg", ground: "ground", ink: "ink", soft: "soft", mute: "mute", edge: "edge", dim: "dim", dimFill: "dim-fill", dimEdge: "dim-edge" } as const satisfies Partial<Record<keyof Palette, string>>;

describe.each(["light", "dark"] as const)("the palette of a %s card", (theme) => {
  const palette = PALETTES[theme];
  const slots = Array.from({ length: FIELD_SLOTS + 1 }, (_, slot) => slot);

  it("has the neutrals of the page's style sheet", () => {
    const own = Object.fromEntries(Object.keys(NAMES).map((key) => [key, palette[key as keyof typeof NAMES]]));
    expect(own).toEqual(Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, token(name, theme)])));
  });
  it("has its field colours and fills, and the neutral ones after them", () => {
    expect(palette.colours).toEqual(slots.map((slot) => token(`c${slot}`, theme)));
    expect(palette.fills).toEqual(slots.map((slot) => token(`f${slot}`, theme)));
  });
  it("holds nothing else", () => {
    expect(Object.keys(palette).sort()).toEqual([...Object.keys(NAMES), "colours", "fills"].sort());
  });
  it("gives a slot its colours, and those without or past the last the neutral ones", () => {
    expect(fieldColours(palette, 1)).toEqual({ colour: token("c1", theme), fill: token("f1", theme) });
    for (const slot of [-1, FIELD_SLOTS, 99]) expect(fieldColours(palette, slot)).toEqual({ colour: token("mute", theme), fill: token(`f${FIELD_SLOTS}`, theme) });
  });
});
