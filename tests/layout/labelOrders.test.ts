import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBetter, MOST_LEADING, placeInBestOrder } from "../../src/layout/labelOrders.js";
import { placeLabels, type LabelRequest, type LabelSpace, type PlacedLabels } from "../../src/layout/labels.js";
import { faults, PATIENCE_MS, pictures, request, WITHIN } from "./labelPictures.js";

/** Each run places a picture up to 25 times. */
const RUNS = Math.ceil(Number(process.env["FC_RUNS"] ?? 800) / 4);

const idsOf = ({ placed }: PlacedLabels): readonly string[] => placed.map(({ id }) => id);
const countOf = (labels: PlacedLabels, ids: readonly string[]): number => idsOf(labels).filter((id) => ids.includes(id)).length;

/** Any picture, and the few of its labels that matter most, at the head of its order. */
const cases = fc.tuple(pictures, fc.integer({ min: 0, max: MOST_LEADING + 1 }), fc.boolean()).map(([{ requests, space }, count, firstStays]) => {
  const ids = [...requests].sort((a, b) => a.priority - b.priority).slice(0, count).map(({ id }) => id);
  return { requests, space, leading: { ids, firstStays } };
});

/** Three in a row: the first has only its place to the left, where its height keeps the second from its own, too. */
const CROWDED: LabelSpace = { bounds: { x0: 0, y0: 0, x1: 320, y1: 392 }, edge: [[4, 392], [318, 66]], obstacles: [], form: "two-line", widthFactor: 1 };
const WORDS: readonly (readonly [x: number, figure: string, caption: string])[] = [
  [30, "3M users", "in one live event"],
  [120, "100%", "of self-billed e-invoices automated"],
  [144, "0 incidents", "after the Temporal launch"],
  [168, "−75%", "payment integration time"],
];
const crowd: readonly LabelRequest[] = WORDS.map(([x, figure, caption], i) =>
  request(figure, x, 392 - ((x - 4) * 326) / 314, {
    priority: [3, 0, 1, 2][i] ?? 0,
    figure: { text: figure, size: 20, weight: 660 },
    caption: { text: caption, size: 13, weight: 440 },
  }));
const CROWD_IDS = ["100%", "0 incidents", "−75%", "3M users"];

describe("placeInBestOrder", () => {
  it("names by another order what the plain one has no place for", () => {
    expect(countOf(placeLabels(crowd, CROWDED), CROWD_IDS)).toBe(2);
    const best = placeInBestOrder(crowd, CROWDED, { ids: CROWD_IDS, firstStays: false });
    expect(idsOf(best)).toEqual(["0 incidents", "−75%", "3M users"]);
    expect(faults(crowd, CROWDED, best)).toEqual([]);
  });

  it("takes no place from the first where that one stays, whatever it costs the others", () => {
    expect(idsOf(placeInBestOrder(crowd, CROWDED, { ids: CROWD_IDS, firstStays: true }))).toContain("100%");
  });

  it("looks at no order where too many matter, or what matters is not asked for", () => {
    const many = [...CROWD_IDS, "a", "b"].map((id) => crowd.find((one) => one.id === id) ?? request(id, 100, 280, { caption: null }));
    const plain = placeLabels(many, CROWDED);
    expect(placeInBestOrder(many, CROWDED, { ids: many.map(({ id }) => id), firstStays: false })).toEqual(plain);
    expect(placeInBestOrder(many, CROWDED, { ids: ["absent"], firstStays: false })).toEqual(plain);
  });
});

describe("in any picture", () => {
  it("nothing overlaps or goes missing, and no fewer are named of those that matter than by the plain order", () => {
    fc.assert(
      fc.property(cases, ({ requests, space, leading }) => {
        const best = placeInBestOrder(requests, space, leading);
        const plain = placeLabels(requests, space);
        expect(faults(requests, space, best)).toEqual([]);
        expect(countOf(best, leading.ids)).toBeGreaterThanOrEqual(countOf(plain, leading.ids));
        expect(isBetter(plain, best, leading.ids)).toBe(false);
        if (countOf(best, leading.ids) === countOf(plain, leading.ids)) expect(best).toEqual(plain);
        const [first = ""] = leading.ids;
        if (leading.firstStays && idsOf(plain).includes(first)) expect(idsOf(best)).toContain(first);
      }),
      { ...WITHIN, numRuns: RUNS },
    );
  }, PATIENCE_MS);

  it("is the plain outcome where none of those that matter is missing", () => {
    fc.assert(
      fc.property(cases, ({ requests, space, leading }) => {
        const plain = placeLabels(requests, space);
        const ids = leading.ids.filter((id) => idsOf(plain).includes(id));
        expect(placeInBestOrder(requests, space, { ...leading, ids })).toEqual(plain);
      }),
      { ...WITHIN, numRuns: Math.ceil(RUNS / 3) },
    );
  }, PATIENCE_MS);

  it("comes out the same twice, in whatever order it is asked", () => {
    fc.assert(
      fc.property(cases, ({ requests, space, leading }) => {
        expect(placeInBestOrder([...requests].reverse(), space, leading)).toEqual(placeInBestOrder(requests, space, leading));
      }),
      { ...WITHIN, numRuns: Math.ceil(RUNS / 3) },
    );
  }, PATIENCE_MS);
});
