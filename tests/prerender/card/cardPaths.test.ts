import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnder, lineCommands } from "../../../src/prerender/card/cardPaths.js";
import { RUNS } from "../../support/careers.js";

type Point = readonly [number, number];

/** Reads the commands back, the relative ones too. */
function pointsOf(d: string): Point[] {
  let [x, y] = [0, 0];
  return [...d.matchAll(/([MlhvVH])([^MlhvVHZ]*)/g)].map(([, command = "", rest = ""]): Point => {
    const [a = 0, b = 0] = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    if (command === "M") [x, y] = [a, b];
    else if (command === "l") [x, y] = [x + a, y + b];
    else if (command === "h") x += a;
    else if (command === "v") y += a;
    else if (command === "H") x = a;
    else y = a;
    return [x, y];
  });
}

/** Distance of a point from a polyline. */
const offLine = ([x, y]: Point, line: readonly Point[]): number =>
  line.reduce((least, [x1, y1], i) => {
    const [x0, y0] = line[i - 1] ?? [x1, y1];
    const length = (x1 - x0) ** 2 + (y1 - y0) ** 2;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length));
    return Math.min(least, Math.hypot(x - x0 - t * (x1 - x0), y - y0 - t * (y1 - y0)));
  }, Infinity);

/** x ascending, y never rising in px: the edges of an arc, steps and flat stretches among them. */
const arbEdge = fc
  .array(fc.tuple(fc.double({ min: 0, max: 40, noNaN: true }), fc.oneof(fc.constant(0), fc.double({ min: 0, max: 20, noNaN: true }))), { minLength: 2, maxLength: 80 })
  .map((steps) => {
    let [x, y] = [64, 538];
    return steps.map(([dx, dy]): Point => [(x += dx), (y -= dy)]);
  });

describe("lineCommands", () => {
  it("is relative and short", () => {
    expect(lineCommands([[64, 538], [100, 538], [100, 500.04], [120.5, 480.5], [121, 480]])).toBe("M64,538h36v-38l21-20");
  });
  it("leaves no point of the line further off than can be seen, and keeps both ends", () => {
    fc.assert(
      fc.property(arbEdge, (edge) => {
        const drawn = pointsOf(lineCommands(edge));
        for (const point of edge) expect(offLine(point, drawn)).toBeLessThan(0.4);
        expect(offLine(edge[edge.length - 1] ?? [0, 0], drawn.slice(-1))).toBeLessThan(0.1);
      }),
      { numRuns: RUNS },
    );
  });
  it("follows a line that bends little by little, with fewer points", () => {
    const curve = Array.from({ length: 301 }, (_, i): Point => [64 + 3 * i, 538 - (388 * i * i) / 90_000]);
    const drawn = pointsOf(lineCommands(curve));
    expect(drawn.length).toBeLessThan(60);
    for (const point of curve) expect(offLine(point, drawn)).toBeLessThan(0.4);
  });
  it("writes nothing for no points", () => {
    expect(lineCommands([])).toBe("");
  });
});

describe("areaUnder", () => {
  it("goes past the line's end, down to the foot, and back under its beginning", () => {
    expect(areaUnder([[64, 538], [100, 500]], 540, 4)).toBe("M64,538l36-38h4V540H64Z");
  });
});
