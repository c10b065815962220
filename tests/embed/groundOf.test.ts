// @vitest-environment jsdom
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { groundOf, themeOfColour } from "../../src/embed/groundOf.js";
import { RUNS } from "../support/careers.js";

describe("themeOfColour", () => {
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

  it("goes by which of black and white can be read on it", () => {
    const channel = (value: number): number => (value <= 10.31 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    fc.assert(fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), ([r, g, b]) => {
      const light = 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
      const [onBlack, onWhite] = [(light + 0.05) / 0.05, 1.05 / (light + 0.05)];
      fc.pre(Math.abs(onBlack - onWhite) > 0.1);
      expect(themeOfColour(`rgb(${r}, ${g}, ${b})`)).toBe(onBlack > onWhite ? "light" : "dark");
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
    expect(groundOf(nest("background-color: #fff", "background-color: #111", "", "background-color: rgba(255, 255, 255, 0.1)"))).toBe("dark");
    expect(groundOf(nest("background-color: #111", "background-color: #fff"))).toBe("light");
    expect(groundOf(nest("", "color: white"))).toBeNull();
  });

  it("is not known over a picture, but for one that has a colour under it", () => {
    expect(groundOf(nest("background-color: #fff", "background-image: url(night.jpg)"))).toBeNull();
    expect(groundOf(nest("background-color: #fff", "background-image: url(night.jpg); background-color: #000"))).toBe("dark");
  });
});
