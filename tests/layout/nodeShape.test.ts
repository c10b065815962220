import { describe, expect, it } from "vitest";
import { FIELD_SLOTS, shapeOfSlot, shapePath, shapeReach, type NodeShape } from "../../src/layout/nodeShape.js";

const SHAPES: readonly NodeShape[] = ["circle", "square", "triangle", "diamond", "hexagon", "star", "cross", "pentagon", "plus"];
const POLYGONS = SHAPES.filter((shape) => shape !== "circle");

/** Corners as they are written. */
function corners(shape: NodeShape, r: number): (readonly [number, number])[] {
  return [...shapePath(shape, r).matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
}

function area(points: readonly (readonly [number, number])[]): number {
  return Math.abs(points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0)) / 2;
}

describe("shapes", () => {
  it.each(POLYGONS)("%s has the area of the circle of its radius", (shape) => expect(area(corners(shape, 100)) / (Math.PI * 100 ** 2)).toBeCloseTo(1, 3));
  it.each(POLYGONS)("%s is closed and balanced about its middle", (shape) => {
    expect(shapePath(shape, 6)).toMatch(/^M[-\d.,L]+Z$/);
    for (const axis of [0, 1] as const) expect(corners(shape, 100).reduce((sum, corner) => sum + corner[axis], 0) / corners(shape, 100).length).toBeCloseTo(0, 1);
  });

  it("circle is one", () => expect(shapePath("circle", 6)).toBe("M-6,0a6,6 0 1 0 12,0a6,6 0 1 0 -12,0Z"));

  it.each(SHAPES)("%s reaches up as far as it says", (shape) => {
    const top = shape === "circle" ? 100 : Math.max(...corners(shape, 100).map(([, y]) => -y));
    expect(shapeReach(shape, 100)).toBeCloseTo(top, 1);
  });

  it("all differ", () => expect(new Set(SHAPES.map((shape) => shapePath(shape, 10))).size).toBe(SHAPES.length));
});

describe("shapeOfSlot", () => {
  it("gives each of eight fields its own, and one more to all others and to none", () => {
    expect(FIELD_SLOTS).toBe(8);
    expect(Array.from({ length: FIELD_SLOTS }, (_, slot) => shapeOfSlot(slot))).toEqual(SHAPES.slice(0, 8));
    expect([-1, 8, 100].map(shapeOfSlot)).toEqual(["plus", "plus", "plus"]);
  });
});
