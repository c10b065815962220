// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { groundOf, isClearOn, luminanceOf, themeOn } from "../../src/embed/groundOf.js";
import { RUNS } from "../support/careers.js";
import { luminance } from "../support/colour.js";

const themeOfColour = (colour: string): "light" | "dark" | null => {
  const light = luminanceOf(colour);
  return light === null ? null : themeOn(light);
};

describe("luminanceOf", () => {
  it.each<readonly [string, "light" | "dark" | null]>([
    ["rgb(255, 255, 255)", "light"], ["rgb(0, 0, 0)", "dark"], ["rgb(13, 17, 23)", "dark"], ["rgb(250, 247, 240)", "light"],
    // Black words are the easier ones on middle grey, white ones on a deep blue.
    ["rgb(128, 128, 128)", "light"], ["rgb(0, 0, 255)", "dark"], ["rgb(0, 255, 0)", "light"],
    ["rgba(0, 0, 0, 0)", null], ["rgba(0, 0, 0, 0.5)", null], ["rgba(0, 0, 0, 0.98)", "dark"], ["transparent", null], ["", null],
    ["oklch(0.21 0.034 264.665)", "dark"], ["oklch(0.985 0.002 247.839)", "light"], ["oklch(0.2 0.03 260 / 0.4)", null], ["oklab(0.3 0 0)", "dark"],
    ["lab(96 0 0)", "light"], ["lch(12 5 260)", "dark"], ["lab(none 0 0)", "dark"],
    ["color(srgb 0.05 0.05 0.05)", "dark"], ["color(display-p3 1 1 1)", "light"], ["color(srgb 1 1 1 / 0)", null], ["color(xyz 0.9 0.9 0.9)", null],
    ["rgb(", null], ["oklch(x y z)", null], ["white", null],
  ])("%s: %s", (colour, theme) => {
    expect(themeOfColour(colour)).toBe(theme);
  });

  it("leads to the theme whose ink can be read the more easily on it", () => {
    const [lightInk, darkInk] = ["#16191d", "#f2f0ea"].map(luminance) as [number, number];
    const channel = (value: number): number => (value <= 10.31 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    fc.assert(fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), ([r, g, b]) => {
      const light = 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
      const [asLight, asDark] = [(light + 0.05) / (lightInk + 0.05), (darkInk + 0.05) / (light + 0.05)];
      fc.pre(Math.abs(asLight - asDark) > 0.1);
      expect(themeOfColour(`rgb(${r}, ${g}, ${b})`)).toBe(asLight > asDark ? "light" : "dark");
    }), { numRuns: RUNS });
  });

  it("takes any text", () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect([null, "light", "dark"]).toContain(themeOfColour(text));
    }), { numRuns: RUNS });
  });
});

describe("groundOf", () => {
  afterEach(() => document.body.replaceChildren());
  const nest = (...styles: readonly string[]): Element[] => {
    const around: Element[] = [];
    let place: Element = document.body;
    for (const style of styles) {
      const child = document.createElement("div");
      child.setAttribute("style", style);
      place.append(child);
      place = child;
      around.unshift(child);
    }
    return around;
  };

  it("is what the nearest that paints has painted", () => {
    expect(groundOf(nest("background-color: #fff", "background-color: #111", "", "background-color: rgba(255, 255, 255, 0.1)"))).toBeLessThan(0.01);
    expect(groundOf(nest("background-color: #111", "background-color: #fff"))).toBeCloseTo(1, 5);
    expect(groundOf(nest("", "color: white"))).toBeNull();
  });

  it("is not known over a picture, but for one that has a colour under it", () => {
    expect(groundOf(nest("background-color: #fff", "background-image: url(night.jpg)"))).toBeNull();
    expect(groundOf(nest("background-color: #fff", "background-image: url(night.jpg); background-color: #000"))).toBe(0);
  });
});

describe("isClearOn", () => {
  const css = readFileSync("src/charts/theme.css", "utf8");
  const values = (name: string): readonly [light: string, dark: string] => {
    const [, light = "", dark = ""] = new RegExp(`--${name}: light-dark\\((#[\\da-f]{6}), (#[\\da-f]{6})\\)`).exec(css) ?? [];
    return [light, dark];
  };
  const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

  it("is where every word of the theme has its contrast: 4.5, and 4 for a field's bold figures", () => {
    let clear = 0;
    for (let step = 0; step <= 1000; step++) {
      const ground = step / 1000;
      for (const [i, theme] of (["light", "dark"] as const).entries()) {
        if (!isClearOn(ground, theme)) continue;
        clear++;
        for (const word of ["ink", "soft", "mute"]) expect(contrast(luminance(values(word)[i] ?? ""), ground), `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5);
        for (let field = 0; field < 8; field++) expect(contrast(luminance(values(`c${field}`)[i] ?? ""), ground), `c${field} on ${ground}`).toBeGreaterThanOrEqual(4);
      }
    }
    expect(clear).toBeGreaterThan(200);
  });

  it.each([["#ffffff", "light", true], ["#e5e7eb", "light", true], ["#111827", "dark", true], ["#282c34", "dark", true], ["#808080", "light", false], ["#55bb77", "light", false], ["#334455", "dark", false], ["#ffffff", "dark", false]] as const)(
    "%s under %s words: %s", (ground, theme, clear) => expect(isClearOn(luminance(ground), theme)).toBe(clear),
  );

  it("is not doubted where nobody knows the ground, or the theme", () => {
    expect(isClearOn(null, "dark")).toBe(true);
    expect(isClearOn(0.2, "system")).toBe(true);
  });
});
