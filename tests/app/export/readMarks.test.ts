// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { outlineOf } from "../../../src/app/export/readMarks.js";

function rectangle(attributes: Readonly<Record<string, number>>): Element {
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries(attributes)) rect.setAttribute(name, String(value));
  return rect;
}

describe("the way round a rectangle", () => {
  it("goes straight from corner to corner", () => {
    expect(outlineOf(rectangle({ x: 2, y: 3, width: 30, height: 20 }))).toBe("M2,3h30v20h-30Z");
  });

  it("goes round its corners where they are round, and ends where it began", () => {
    expect(outlineOf(rectangle({ x: -15, y: -10, width: 30, height: 20, rx: 10 }))).toBe("M-5,-10h10a10,10 0 0 1 10,10v0a10,10 0 0 1 -10,10h-10a10,10 0 0 1 -10,-10v0a10,10 0 0 1 10,-10Z");
  });
});
