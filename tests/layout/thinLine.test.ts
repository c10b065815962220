import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valueAt } from "../../src/layout/arcSeries.js";
import { thinLine } from "../../src/layout/thinLine.js";

const RUNS = Number(process.env["FC_RUNS"] ?? 300);

describe("thinLine", () => {
  it("keeps corners and drops what lies between them", () => {
    expect(thinLine([0, 5, 10, 20, 30], [0, 0, 0, 10, 20], 0.1)).toEqual([0, 0, 10, 0, 30, 20]);
    expect(thinLine([0, 10, 20], [0, 1, 0], 1.1)).toEqual([0, 0, 20, 0]);
    expect(thinLine([0, 10, 20], [0, 1, 0], 0.9)).toEqual([0, 0, 10, 1, 20, 0]);
  });
  it("takes a stretch, and has nothing of nothing", () => {
    expect(thinLine([0, 10, 20, 30], [0, 5, 0, 9], 0.1, 1, 2)).toEqual([10, 5, 20, 0]);
    expect(thinLine([0, 10], [3, 4], 0.1, 1, 1)).toEqual([10, 4]);
    expect(thinLine([], [], 0.1)).toEqual([]);
  });
  it("keeps a step upright", () => expect(thinLine([0, 5, 5, 9], [10, 10, 2, 2], 0.1)).toEqual([0, 10, 5, 10, 5, 2, 9, 2]));

  it("passes every point within the tolerance, a slow bend's, too, and begins and ends with the first and the last", () => {
    const moves = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.double({ min: -9, max: 9, noNaN: true })), { minLength: 2, maxLength: 80, size: "max" });
    fc.assert(fc.property(moves, fc.constantFrom(0.05, 0.5, 3), (steps, tolerance) => {
      let [x, y] = [0, 0];
      const points = steps.map(([right, up]) => [(x += right), (y += up)] as const);
      const [xs, ys] = [points.map(([px]) => px), points.map(([, py]) => py)];
      const line = thinLine(xs, ys, tolerance);
      const [keptX, keptY] = [line.filter((_, i) => i % 2 === 0), line.filter((_, i) => i % 2 === 1)];
      expect([keptX[0], keptX[keptX.length - 1]]).toEqual([xs[0], xs[xs.length - 1]]);
      xs.forEach((at, i) => expect(Math.abs(valueAt(keptX, keptY, at) - (ys[i] ?? 0))).toBeLessThan(tolerance + 1e-6));
    }), { numRuns: RUNS });
    const bend = Array.from({ length: 200 }, (_, i) => (i * 4) ** 2 / 2000);
    const xs = bend.map((_, i) => i * 4);
    const line = thinLine(xs, bend, 0.5);
    expect(line.length).toBeLessThan(100);
    xs.forEach((at, i) => expect(Math.abs(valueAt(line.filter((_, j) => j % 2 === 0), line.filter((_, j) => j % 2 === 1), at) - (bend[i] ?? 0))).toBeLessThan(0.5 + 1e-6));
  });
});
