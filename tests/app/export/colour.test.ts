import fc from "fast-check";
import { expect, it } from "vitest";
import { toColour } from "../../../src/app/export/colour.js";

it.each([
  ["rgb(250, 247, 240)", "#faf7f0", 1],
  ["rgba(0, 0, 0, 0.5)", "#000000", 0.5],
  ["rgb(250 247 240 / 0.25)", "#faf7f0", 0.25],
  ["color(srgb 1 0.5 0)", "#ff8000", 1],
  ["color(srgb 1 0 -0.1 / 0)", "#ff0000", 0],
])("reads %s", (computed, colour, opacity) => {
  expect(toColour(computed)).toEqual({ colour, opacity });
});

it.each(["none", "", "currentcolor", "url(\"#x\")", "rgb(1, 2)", "color(display-p3 1 0 0)", "rgb(a, b, c)"])("takes %j for no colour", (computed) => {
  expect(toColour(computed)).toBeNull();
});

it("gives every colour back as it was", () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(fc.property(byte, byte, byte, (...parts) => {
    expect(toColour(`rgb(${parts.join(", ")})`)?.colour).toBe(`#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`);
  }));
});
