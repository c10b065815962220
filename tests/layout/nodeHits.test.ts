import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HIT_REACH, placeHits } from "../../src/layout/nodeHits.js";

const RUNS = Number(process.env["FC_RUNS"] ?? 300);

type Place = { readonly x: number; readonly y: number };

/** Whether a point lies in a convex area about a mark, or no further from it than `slack`. */
function answers(area: readonly (readonly [number, number])[], mark: Place, point: Place, slack = 1e-6): boolean {
  return area.every(([x0, y0], i) => {
    const [x1, y1] = area[(i + 1) % area.length] ?? [x0, y0];
    return (x1 - x0) * (point.y - mark.y - y0) - (y1 - y0) * (point.x - mark.x - x0) >= -slack * Math.max(1e-6, Math.hypot(x1 - x0, y1 - y0));
  });
}

const distance = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Along a rise, as the marks of an arc; many in one place, too. */
const arbMarks = fc.array(fc.tuple(fc.double({ min: 0, max: 30, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }), fc.boolean()), { minLength: 1, maxLength: 40 }).map((steps) => {
  let [x, y] = [0, 0];
  return steps.map(([right, up, same]): Place => (same ? { x, y } : { x: (x += right), y: (y -= up) }));
});

describe("placeHits", () => {
  it("is the whole disc and more for a mark alone", () => {
    const [area = []] = placeHits([{ x: 5, y: 5 }]);
    for (let angle = 0; angle < 6.3; angle += 0.1) {
      expect(answers(area, { x: 5, y: 5 }, { x: 5 + (HIT_REACH - 0.01) * Math.cos(angle), y: 5 + (HIT_REACH - 0.01) * Math.sin(angle) })).toBe(true);
    }
  });

  it("gives every point within reach to the nearest mark, and to no other", () => {
    fc.assert(
      fc.property(arbMarks, fc.nat(), fc.double({ min: 0, max: 6.3, noNaN: true }), fc.double({ min: 0, max: HIT_REACH - 0.1, noNaN: true }), (marks, n, angle, far) => {
        const areas = placeHits(marks);
        const from = marks[n % marks.length] ?? { x: 0, y: 0 };
        const point = { x: from.x + far * Math.cos(angle), y: from.y + far * Math.sin(angle) };
        const nearest = Math.min(...marks.map((mark) => distance(mark, point)));
        // A tenth of a pixel is nothing to any pointer: a border may be off by it.
        expect(marks.some((mark, i) => answers(areas[i] ?? [], mark, point, 0.1))).toBe(true);
        for (const mark of marks.filter((other, i) => answers(areas[i] ?? [], other, point))) expect(distance(mark, point)).toBeLessThan(nearest + 0.2);
      }),
      { numRuns: RUNS },
    );
  });

  it("tells apart what stands in a chain of places, each hardly apart from the last", () => {
    const marks = [0, 0.0075, 0.05, 0.05].map((x): Place => ({ x, y: 0 }));
    expect(placeHits(marks).map((area, i) => answers(area, marks[i] ?? { x: 0, y: 0 }, { x: 0.1, y: 0 }))).toEqual([false, false, true, true]);
  });

  it("leaves every mark its own centre", () => {
    fc.assert(fc.property(arbMarks, (marks) => placeHits(marks).every((area, i) => answers(area, marks[i] ?? { x: 0, y: 0 }, marks[i] ?? { x: 0, y: 0 }))), { numRuns: RUNS });
  });
});
