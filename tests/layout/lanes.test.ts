import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packLanes } from "../../src/layout/lanes.js";
import type { Interval } from "../../src/lib/units.js";
import { RUNS } from "../support/careers.js";

const pack = (...spans: readonly (readonly [number, number])[]): readonly number[] => packLanes(spans.map(([from, to]) => ({ from, to })));

describe("packLanes", () => {
  it.each<[string, readonly (readonly [number, number])[], readonly number[]]>([
    ["none", [], []],
    ["one", [[0, 10]], [0]],
    ["what follows directly shares a lane", [[0, 10], [10, 20]], [0, 0]],
    ["what overlaps does not", [[0, 10], [9, 20]], [0, 1]],
    ["in any order", [[9, 20], [0, 10]], [1, 0]],
    ["of two that begin together the longer comes first", [[0, 5], [0, 10]], [1, 0]],
    ["equal ones keep their order", [[0, 5], [0, 5]], [0, 1]],
    ["a lane that has become free is used again", [[0, 10], [2, 4], [5, 8], [11, 12]], [0, 1, 1, 0]],
  ])("%s", (_, spans, lanes) => expect(pack(...spans)).toEqual(lanes));

  const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 25 })).map(([from, length]): Interval => ({ from, to: from + length })), { maxLength: 40 });

  it("lets no two in a lane overlap, and needs no more lanes than overlap at once", () => {
    fc.assert(
      fc.property(spans, (list) => {
        const lanes = packLanes(list);
        list.forEach((a, i) => list.slice(i + 1).forEach((b, k) => {
          if (lanes[i] === lanes[i + 1 + k]) expect(a.to <= b.from || b.to <= a.from).toBe(true);
        }));
        const most = Math.max(0, ...list.map(({ from }) => list.filter((other) => other.from <= from && from < other.to).length));
        expect(Math.max(0, ...lanes.map((lane) => lane + 1))).toBe(most);
        expect(lanes).toHaveLength(list.length);
      }),
      { numRuns: RUNS },
    );
  });
});
