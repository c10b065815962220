import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaPath, createPaths, edgePath, linePath, px } from "../../src/charts/paths.js";

const RUNS = Number(process.env["FC_RUNS"] ?? 300);

type Point = readonly [number, number];

/** The corners of a path, run by run. */
function runsOf(path: string): Point[][] {
  return path.split("M").filter(Boolean).map((run) => [...run.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const));
}

/** How far a point is above or below a polyline; at a step, from the nearer of its ends and what lies between. */
function distance(runs: readonly (readonly Point[])[], [x, y]: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (const run of runs) {
    for (const [i, [x1, y1]] of run.entries()) {
      const [x0, y0] = run[i - 1] ?? [x1, y1];
      if (x < x0 - 0.06 || x > x1 + 0.06) continue;
      const on = x1 - x0 < 0.12 ? Math.max(Math.min(y0, y1), Math.min(Math.max(y0, y1), y)) : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
      least = Math.min(least, Math.abs(on - y));
    }
  }
  return least;
}

it("px keeps a tenth", () => {
  expect([12.34, 12.35, -0.04, 7].map(px)).toEqual([12.3, 12.4, -0, 7]);
});

describe("linePath", () => {
  it("is a move and lines, to a tenth of a pixel", () => expect(linePath([[0, 0], [10.04, 5.26], [20, 0]])).toBe("M0,0L10,5.3L20,0"));
  it("drops what lies on the straight line between its neighbours, flats too", () => {
    expect(linePath([[0, 10], [5, 10], [9, 10], [20, 10]])).toBe("M0,10L20,10");
    expect(linePath([[0, 0], [10, 10], [20, 20], [30, 10]])).toBe("M0,0L20,20L30,10");
  });
  it("keeps a step upright", () => expect(linePath([[0, 10], [5, 10], [5, 2], [9, 2]])).toBe("M0,10L5,10L5,2L9,2"));
  it("is nothing for nothing, and keeps both ends", () => {
    expect(linePath([])).toBe("");
    expect(linePath([[1, 2], [3, 4]])).toBe("M1,2L3,4");
  });

  const steps = (dx: fc.Arbitrary<number>, dy: fc.Arbitrary<number>): fc.Arbitrary<Point[]> => fc.array(fc.tuple(dx, dy), { minLength: 2, maxLength: 60, size: "max" }).map((moves) => {
    let [x, y] = [0, 400];
    return moves.map(([right, up]): Point => [(x += right), (y -= up)]);
  });

  it("stays within a fifth of a pixel of every point: corners", () => {
    fc.assert(fc.property(steps(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 0, max: 30 })), (points) => {
      const runs = runsOf(linePath(points));
      for (const point of points) expect(distance(runs, point)).toBeLessThan(0.2);
    }), { numRuns: RUNS });
  });

  it("stays within a fifth of a pixel of every point: a slow bend", () => {
    const points = Array.from({ length: 200 }, (_, i): Point => [i * 4, 400 - (i * 4) ** 2 / 2000]);
    const runs = runsOf(linePath(points));
    for (const point of points) expect(distance(runs, point)).toBeLessThan(0.2);
  });
});

describe("areaPath", () => {
  it("runs along the upper edge and back along the foot", () => expect(areaPath([0, 10, 20], [50, 50, 50], [50, 40, 30])).toBe("M0,50L10,40L20,30L20,50L10,50L0,50Z"));
  it("is nothing where it has no thickness", () => {
    expect(areaPath([0, 10], [50, 50], [50, 50])).toBe("");
    expect(areaPath([0, 10], [50, 50], [50.01, 49.98])).toBe("");
    expect(areaPath([], [], [])).toBe("");
  });
  it("leaves flat ends out and keeps the point they rise from", () => {
    expect(areaPath([0, 10, 20, 30, 40, 50], [50, 50, 50, 50, 50, 50], [50, 50, 40, 50, 50, 50])).toBe("M10,50L20,40L30,50L30,50L20,50L10,50Z");
  });
});

describe("createPaths", () => {
  it("draws a stack as it draws each band alone", () => {
    const levels = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }), { minLength: 2, maxLength: 5 });
    fc.assert(fc.property(levels, (rows) => {
      const xs = [0, 3, 7, 12, 18, 25, 33.33, 42];
      const { area, edge } = createPaths(xs);
      rows.slice(1).forEach((top, i) => {
        const foot = rows[i] ?? [];
        expect(area(foot, top)).toBe(areaPath(xs, [...foot], [...top]));
        expect(edge(foot, top)).toBe(edgePath(xs, [...foot], [...top]));
      });
    }), { numRuns: RUNS });
  });
});

describe("edgePath", () => {
  const flat = [50, 50, 50, 50, 50];
  const xs = [0, 10, 20, 30, 40];
  it("follows the upper edge where there is a band", () => expect(edgePath(xs, flat, [50, 40, 30, 30, 30])).toBe("M0,50L10,40L20,30L30,30L40,30"));
  it("begins one point before the band rises and ends one after it is gone", () => expect(edgePath(xs, flat, [50, 50, 40, 50, 50])).toBe("M10,50L20,40L30,50"));
  it("is in pieces where the band is", () => expect(edgePath([0, 10, 20, 30, 40, 50, 60], [50, 50, 50, 50, 50, 50, 50], [40, 50, 50, 50, 40, 40, 50])).toBe("M0,40L10,50M30,50L40,40L50,40L60,50"));
  it("runs on through a single point without thickness", () => expect(edgePath([0, 10, 20], [50, 50, 50], [40, 50, 40])).toBe("M0,40L10,50L20,40"));
  it("is nothing where there is no band", () => expect([edgePath(xs, flat, flat), edgePath([], [], [])]).toEqual(["", ""]));

  it("never draws on nothing, and leaves out no point of a band", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(0, 0, 1, 8, 20), { minLength: 2, maxLength: 24 }), (thickness) => {
      const along = thickness.map((_, i) => i * 10);
      const foot = thickness.map(() => 100);
      const runs = runsOf(edgePath(along, foot, thickness.map((t) => 100 - t)));
      const drawn = new Set(runs.flat().map(([x]) => x / 10));
      thickness.forEach((t, i) => {
        if (t > 0) expect(drawn.has(i)).toBe(true);
        else if (drawn.has(i)) expect((thickness[i - 1] ?? 0) > 0 || (thickness[i + 1] ?? 0) > 0).toBe(true);
      });
      for (const run of runs) for (const [i, [x, y]] of run.entries()) {
        const before = run[i - 1];
        if (before) expect(before[0] === x - 10 && !(before[1] === 100 && y === 100)).toBe(true);
      }
    }), { numRuns: RUNS });
  });
});
