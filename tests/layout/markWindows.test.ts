import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createArcFrame } from "../../src/layout/arcFrame.js";
import { placeMarkWindows, type PlacedMarkWindow } from "../../src/layout/markWindows.js";
import { createTimeScale } from "../../src/layout/timeScale.js";
import type { Interval } from "../../src/lib/units.js";
import type { Career } from "../../src/model/career.js";
import { arbCareer, careerOf, oneRole, RUNS, someAchievements } from "../support/careers.js";
import { makeAchievement, makeRole } from "../support/document.js";

const FRAME = createArcFrame({ width: 1280, height: 600, form: "wide" }, { lanes: 1, dense: false, below: false });
const at = (text: string): number => Date.parse(`${text}T00:00Z`);
const YEAR: Interval = { from: at("2020-01-01"), to: at("2021-01-01") };
const { windowLane: LANE, plot: PLOT } = FRAME;
const MIDDLE = (LANE.y0 + LANE.y1) / 2;

const place = (career: Career, viewport = YEAR, matches: ReadonlySet<string> | null = null): readonly PlacedMarkWindow[] =>
  placeMarkWindows(career, career.achievements, viewport, createTimeScale(viewport, PLOT.x0, PLOT.x1).toPx, FRAME, { matches, selected: null });
const dated = (id: string, from: string, to: string, domains: readonly string[] = []): ReturnType<typeof makeAchievement> => makeAchievement({ id, when: { from, to }, domains: [...domains] });
const FIELDS = { domains: [{ id: "payments", label: "Payments" }, { id: "platform", label: "Platform" }] };
const inFields = (first: string, second: string): Career => careerOf([makeRole({ start: "2020", end: "2020", achievements: [first, second].map((id, i) => makeAchievement({ id: `a${i}`, domains: [id] })) })], FIELDS);
const role = { start: "2020", end: "2020" };

describe("placeMarkWindows", () => {
  it("says a window that several marks share once, in no field's colour unless they are of one", () => {
    expect(place(inFields("payments", "payments")).map(({ slot }) => slot)).toEqual([0]);
    expect(place(inFields("platform", "platform")).map(({ slot }) => slot)).toEqual([1]);
    expect(place(inFields("payments", "platform")).map(({ slot }) => slot)).toEqual([-1]);
    expect(place(oneRole([makeAchievement({ id: "a" })], role))[0]).toMatchObject({ x0: PLOT.x0, x1: PLOT.x1, y: MIDDLE, cap0: true, cap1: true, bar: false });
  });

  it("goes on without an end where it reaches out of what is drawn", () => {
    const career = oneRole([makeAchievement({ id: "a" })], role);
    const [one] = place(career, { from: at("2020-03-01"), to: at("2020-05-01") });
    expect(one).toMatchObject({ x0: PLOT.x0, x1: PLOT.x1, cap0: false, cap1: false });
    expect(place(career, { from: at("2020-03-01"), to: at("2021-01-01") })[0]).toMatchObject({ cap0: false, cap1: true });
    expect(place(oneRole([dated("a", "2020-01", "2020-02")], role), { from: at("2020-06-01"), to: at("2020-07-01") })).toEqual([]);
  });

  it("puts windows that overlap into rows, and one of a single day is still seen", () => {
    const found = place(oneRole([makeAchievement({ id: "a" }), dated("b", "2020-02", "2020-04"), dated("c", "2020-03-05", "2020-03-05"), dated("d", "2020-06", "2020-07"), dated("e", "2020-03", "2020-08")], role));
    expect(new Map(found.map(({ id, y }) => [id, y - MIDDLE]))).toEqual(new Map([["a", 0], ["b", -4], ["e", 4], ["c", 4], ["d", -4]]));
    const day = found.find(({ id }) => id === "c");
    expect(day).toMatchObject({ bar: true });
    expect((day?.x1 ?? 0) - (day?.x0 ?? 0)).toBeCloseTo(4, 9);
  });

  it("begins a window where the bracket of its known start ends, in the bracket's row", () => {
    const [one, other] = place(oneRole([makeAchievement({ id: "a", when: { from: "2020-02", to: "2020-03", of: "start" } }), makeAchievement({ id: "b" })], role));
    expect(one).toMatchObject({ id: "a", y: MIDDLE, cap0: false, cap1: true });
    expect(other).toMatchObject({ id: "b", y: MIDDLE - 4 });
    expect(one?.x0).toBeCloseTo(createTimeScale(YEAR, PLOT.x0, PLOT.x1).toPx(at("2020-04-01")), 6);
  });

  it("is dim where nothing of it matches, and has the field of what does", () => {
    const career = inFields("payments", "platform");
    expect(place(career, YEAR, new Set(["a1"]))).toMatchObject([{ slot: 1, dimmed: false }]);
    expect(place(career, YEAR, new Set())).toMatchObject([{ slot: -1, dimmed: true }]);
  });

  it("says nothing of more than a hundred", () => {
    expect(place(oneRole(someAchievements(100), role))).toHaveLength(1);
    expect(place(oneRole(someAchievements(101), role))).toEqual([]);
  });

  it("stays in the lane and in the plot, and in a row only the last ones may meet", () => {
    fc.assert(fc.property(arbCareer, fc.double({ min: 0, max: 0.9, noNaN: true }), (career, share) => {
      const first = career.achievements[0];
      if (!first) return;
      const { from, to } = first.window;
      const viewport = { from: from + share * (to - from), to: to + 200 * 86_400_000 };
      const found = place(career, viewport);
      expect(found.length).toBeLessThanOrEqual(100);
      for (const { x0, x1, y } of found) {
        expect([x0, x1, y].every(Number.isFinite)).toBe(true);
        expect(x1 - x0).toBeGreaterThan(3.99);
        expect(x0).toBeGreaterThan(PLOT.x0 - 2.01);
        expect(x1).toBeLessThan(PLOT.x1 + 2.01);
        expect(y).toBeGreaterThan(LANE.y0);
        expect(y).toBeLessThan(LANE.y1);
      }
      const upper = found.filter(({ y }) => y < MIDDLE);
      for (const one of upper) for (const other of upper) expect(one === other || one.x1 <= other.x0 || other.x1 <= one.x0).toBe(true);
    }), { numRuns: Math.min(RUNS, 2000) });
  });
});
