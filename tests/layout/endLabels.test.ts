import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeEndLabels, type EndLabelItem } from "../../src/layout/endLabels.js";

const RUNS = Number(process.env["FC_RUNS"] ?? 300);
const PATIENCE_MS = 10_000 + 20 * RUNS;
const ROOM = { gap: 4, y0: -7.5, y1: 407.5 };
const LINE = { above: 7.5, below: 7.5 };

const items = fc
  .array(fc.record({ y: fc.integer({ min: -500, max: 4500 }).map((tenths) => tenths / 10), weight: fc.nat({ max: 5 }), above: fc.integer({ min: 0, max: 12 }), below: fc.constantFrom(7.5, 22.5, 52.5) }), { maxLength: 30, size: "max" })
  .map((list) => list.map((item, i): EndLabelItem => ({ id: `f${i}`, ...item })));

const item = (id: string, y: number, weight = 1): EndLabelItem => ({ id, y, weight, ...LINE });
const ys = (list: readonly EndLabelItem[], room = ROOM): number[] => placeEndLabels(list, room).placed.map(({ y }) => y);

const size = (list: readonly EndLabelItem[], id: string): EndLabelItem => list.find((one) => one.id === id) ?? item(id, Number.NaN);
const apart = (list: readonly EndLabelItem[], upper: string, lower: string): number => size(list, upper).below + ROOM.gap + size(list, lower).above;

describe("placeEndLabels", () => {
  it("leaves labels alone that are far enough apart", () => {
    expect(placeEndLabels([item("a", 40), item("b", 59), item("c", 200)], ROOM)).toEqual({
      placed: [
        { id: "a", y: 40, anchorY: 40 },
        { id: "b", y: 59, anchorY: 59 },
        { id: "c", y: 200, anchorY: 200 },
      ],
      dropped: [],
    });
  });

  it("shares the push between two that are too near", () => {
    expect(ys([item("a", 100), item("b", 109)])).toEqual([95, 114]);
  });

  it("keeps each distance as long as the label above it is tall, and no longer", () => {
    const tall = { ...item("tall", 100), below: 52.5 };
    expect(ys([tall, item("b", 100), item("c", 100)])).toEqual([150 / 3 + 100 - 97.5, 150 / 3 + 100 - 97.5 + 64, 150 / 3 + 100 - 97.5 + 83].map((y) => y - 150 / 3 + 48.5));
  });

  it("drops what is too tall for the room that is left, and not what is small enough", () => {
    const tall = { ...item("tall", 10, 2), below: 100 };
    expect(placeEndLabels([item("a", 1, 3), tall, item("c", 9, 1)], { gap: 4, y0: 0, y1: 60 }).dropped).toEqual(["tall"]);
  });

  it("pushes a whole run up from the lower end", () => {
    expect(ys([item("a", 396), item("b", 398), item("c", 399)])).toEqual([362, 381, 400]);
  });

  it("has nothing to do for none", () => {
    expect(placeEndLabels([], ROOM)).toEqual({ placed: [], dropped: [] });
  });

  it("keeps the order of the input where anchors are equal", () => {
    expect(placeEndLabels([item("a", 50), item("b", 50)], ROOM).placed.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("drops the smallest bands where not all fit, the later of two equals", () => {
    const { placed, dropped } = placeEndLabels([item("a", 1, 3), item("b", 5, 1), item("c", 9, 2), item("d", 12, 1)], { gap: 4, y0: -7.5, y1: 45.5 });
    expect(placed.map(({ id, y }) => [id, y])).toEqual([["a", 0], ["b", 19], ["c", 38]]);
    expect(dropped).toEqual(["d"]);
  });

  it("fits exactly as many as there is room for", () => {
    // In binary, 50.7 + 6 × 19 − 50.7 is a little less than 6 × 19.
    const seven = Array.from({ length: 7 }, (_, i) => item(`f${i}`, 50));
    expect(placeEndLabels(seven, { gap: 4, y0: 50.7 - 7.5, y1: 50.7 + 6 * 19 + 7.5 }).dropped).toEqual([]);
    expect(placeEndLabels(seven, { gap: 4, y0: 50.7 - 7.5, y1: 50.6 + 6 * 19 + 7.5 }).dropped).toEqual(["f6"]);
  });

  it("drops what has no finite place, and all where there is no room at all", () => {
    expect(placeEndLabels([item("a", Number.NaN), item("b", 5)], ROOM).dropped).toEqual(["a"]);
    expect(placeEndLabels([item("a", 5)], { gap: 4, y0: 10, y1: 0 })).toEqual({ placed: [], dropped: ["a"] });
  });

  it("keeps order, distance and range, and accounts for every item", () => {
    fc.assert(
      fc.property(items, (list) => {
        const { placed, dropped } = placeEndLabels(list, ROOM);
        expect([...placed.map(({ id }) => id), ...dropped].sort()).toEqual(list.map(({ id }) => id).sort());
        for (const { id, y } of placed) {
          expect(y - size(list, id).above).toBeGreaterThanOrEqual(ROOM.y0 - 1e-9);
          expect(y + size(list, id).below).toBeLessThanOrEqual(ROOM.y1 + 1e-9);
        }
        placed.slice(1).forEach((label, i) => {
          const before = placed[i];
          if (before === undefined) return;
          expect(label.y - before.y).toBeGreaterThanOrEqual(apart(list, before.id, label.id) - 1e-9);
          expect(label.anchorY).toBeGreaterThanOrEqual(before.anchorY);
        });
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);

  it("moves labels as little as possible: no run of neighbours can shift a little, within what is allowed, for less squared movement", () => {
    fc.assert(
      fc.property(items, (list) => {
        const { placed } = placeEndLabels(list, ROOM);
        const at = placed.map(({ y }) => y);
        const allowed = (y: readonly number[]): boolean =>
          y.every((value, i) => {
            const [id, before] = [placed[i]?.id ?? "", placed[i - 1]?.id];
            const { above, below } = size(list, id);
            return value - above >= ROOM.y0 && value + below <= ROOM.y1 && (before === undefined || value - (y[i - 1] ?? 0) >= apart(list, before, id) - 1e-9);
          });
        const cost = (y: readonly number[]): number => placed.reduce((sum, { anchorY }, i) => sum + ((y[i] ?? 0) - anchorY) ** 2, 0);
        // The sum is convex and such shifts span all allowed directions: none downhill means there is no better place.
        for (let from = 0; from < at.length; from += 1)
          for (let to = from; to < at.length; to += 1)
            for (const step of [-0.01, 0.01]) {
              const shifted = at.map((y, i) => (i >= from && i <= to ? y + step : y));
              if (allowed(shifted)) expect(cost(shifted)).toBeGreaterThan(cost(at) - 1e-6);
            }
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);
});
