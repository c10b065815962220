import { describe, expect, it } from "vitest";
import { createArcFrame } from "../../src/layout/arcFrame.js";
import type { EmphasisState } from "../../src/layout/emphasis.js";
import { placeFlags, placeKnown, placeWindow } from "../../src/layout/arcWindow.js";
import type { PlacedNode } from "../../src/layout/arcNodes.js";
import type { Achievement } from "../../src/model/career.js";
import type { When } from "../../src/model/document.js";
import { oneRole } from "../support/careers.js";
import { makeAchievement } from "../support/document.js";

const FRAME = createArcFrame({ width: 1280, height: 600, form: "wide" }, { lanes: 1, dense: false, below: false });
const at = (text: string): number => Date.parse(`${text}T00:00Z`);
/** Days since 2020. */
const toPx = (time: number): number => (time - at("2020-01-01")) / 86_400_000;
const ROLE = { start: "2020", end: "2020" };
const NODE: PlacedNode = { id: "billing-service", domainId: "payments", slot: 0, shape: "circle", x: 5, y: 6, r: 7, stroke: 2, filled: false, emphasis: "selected", hit: "" };

function achievement(when: When): Achievement {
  const [one] = oneRole([makeAchievement({ when })], ROLE).achievements;
  if (!one) throw new Error("none");
  return one;
}

describe("placeKnown", () => {
  const known = (when: When, state = { matches: null as ReadonlySet<string> | null, selected: null as string | null }): unknown[] =>
    placeKnown(oneRole([makeAchievement({ when })], ROLE), toPx, FRAME, state).map(({ id: _, slot: __, shape: ___, y: ____, ...rest }) => rest);
  it("is a bracket over what is known, in the middle of the window lane", () => {
    expect(known({ from: "2020-02", of: "start" })).toEqual([{ x0: 31, x1: 60, dimmed: false, selected: false }]);
    expect(placeKnown(oneRole([makeAchievement({ when: { from: "2020-02", of: "end" } })], ROLE), toPx, FRAME, { matches: null, selected: null })[0]?.y).toBe((FRAME.windowLane.y0 + FRAME.windowLane.y1) / 2);
  });
  it("is none for what is dated as a whole, or not at all", () => expect([known({ from: "2020-02", to: "2020-03" }), known({ from: "2020-02" })]).toEqual([[], []]));
  it("is dimmed by a filter, and says when it is the selected one", () => {
    expect(known({ from: "2020-02", of: "start" }, { matches: new Set(), selected: null })).toMatchObject([{ dimmed: true, selected: false }]);
    expect(known({ from: "2020-02", of: "start" }, { matches: new Set(), selected: "billing-service" })).toMatchObject([{ dimmed: false, selected: true }]);
  });
});

describe("placeWindow", () => {
  const placed = (when: When): ReturnType<typeof placeWindow> => placeWindow(achievement(when), NODE, toPx, (time) => 1000 - toPx(time));
  it("runs from cap to cap, with the arc's height at both", () => {
    expect(placed({ from: "2020-02", to: "2020-02" })).toEqual({ slot: 0, x0: 31, x1: 60, top0: 969, top1: 940, node: { x: 5, y: 6, r: 7 }, dots: { x0: 31, x1: 60 }, bar: null });
  });
  it("is a bar where it is too short for caps and dots, and never thinner than a mark", () => {
    expect(placed({ from: "2020-02-01", to: "2020-02-20" }).bar).toEqual({ x0: 31, x1: 51 });
    expect(placed({ from: "2020-02-01", to: "2020-02-01" }).bar).toEqual({ x0: 29.5, x1: 33.5 });
  });
  it("has its dots past the bracket of a known start, and up to that of a known end", () => {
    expect(placed({ from: "2020-02", of: "start" })).toMatchObject({ x0: 31, x1: 366, dots: { x0: 60, x1: 366 } });
    expect(placed({ from: "2020-02", of: "end" })).toMatchObject({ x0: 0, x1: 60, dots: { x0: 0, x1: 31 } });
  });
});

describe("placeFlags", () => {
  const placed = (anchorDate?: string, state: EmphasisState = { matches: null, selected: null }): ReturnType<typeof placeFlags> => {
    const deadline = { kind: "deadline", offset: { amount: 3, unit: "week" }, relation: "ahead_of", anchor: "x", quote: "3 weeks", ...(anchorDate === undefined ? {} : { anchorDate }) } as const;
    const career = oneRole([makeAchievement({ metrics: [{ kind: "rank", place: 1, of: "x", quote: "1" }, deadline] })], ROLE);
    return placeFlags(career, { from: at("2020-01-01"), to: at("2021-01-01") }, toPx, state);
  };
  const flags = (anchorDate?: string): number[] => placed(anchorDate).map(({ x }) => x);
  it("is dimmed by a filter, and says when it is the selected one's", () => {
    expect(placed("2020-02-01", { matches: new Set(), selected: null })).toMatchObject([{ dimmed: true, selected: false }]);
    expect(placed("2020-02-01", { matches: new Set(), selected: "billing-service" })).toMatchObject([{ dimmed: false, selected: true }]);
  });
  it("stands in the middle of what the anchor's date may mean", () => expect([flags("2020-02-01"), flags("2020-02"), flags("2020")]).toEqual([[31.5], [45.5], [183]]));
  it("is none without a date, or with one that is not on the axis", () => expect([flags(), flags("2019"), flags("2021-01-02")]).toEqual([[], [], []]));
});
