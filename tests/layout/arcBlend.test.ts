import { describe, expect, it } from "vitest";
import { blendArc, canBlend } from "../../src/layout/arcBlend.js";
import { arcForm } from "../../src/layout/arcFrame.js";
import { placeCareerArc, type CareerArcPlacement } from "../../src/layout/careerArc.js";
import type { Career } from "../../src/model/career.js";
import { firstCareer, oneRole, sampleCareer, someAchievements } from "../support/careers.js";

function placed(career: Career, { width = 1280, matches = null, selected = null }: { readonly width?: number; readonly matches?: ReadonlySet<string> | null; readonly selected?: string | null } = {}): CareerArcPlacement {
  const placement = placeCareerArc(career, { width, height: 600, form: arcForm(width), emphasis: { matches, selected }, title: { width: 300, height: 60 } });
  if (!placement) throw new Error("nothing to place");
  return placement;
}

const plain = placed(firstCareer);
const filtered = placed(firstCareer, { matches: new Set(["live-event"]) });
const narrower = placed(firstCareer, { width: 900 });

describe("canBlend", () => {
  it("is for two shapes of one career", () => expect(canBlend(plain, narrower)).toBe(true));
  it("is not for a filter: strips that drain would show quantities that nobody has", () => expect(canBlend(plain, filtered)).toBe(false));
  it("is not for the same shape: nothing would move", () => expect([canBlend(plain, plain), canBlend(plain, placed(firstCareer, { selected: null }))]).toEqual([false, false]));
  it("is not for two careers", () => {
    expect(canBlend(plain, placed(sampleCareer("nurse")))).toBe(false);
    expect(canBlend(placed(oneRole(someAchievements(2))), placed(oneRole(someAchievements(3))))).toBe(false);
    const two = placed(oneRole(someAchievements(2)));
    expect(canBlend(two, placed(oneRole(someAchievements(2)), { width: 900 }))).toBe(true);
    expect(canBlend(two, placed(oneRole(someAchievements(2, {}, "other")), { width: 900 }))).toBe(false);
    expect(canBlend(two, placed(oneRole(someAchievements(2, { domains: [] })), { width: 900 }))).toBe(false);
  });
});

const shapeOf = ({ xs, top, bands, nodes }: CareerArcPlacement): unknown => ({
  xs, top, bands: bands.map(({ y0, yMatched, y1 }) => ({ y0, yMatched, y1 })), nodes: nodes.map(({ id, x, y }) => ({ id, x, y })),
});

describe("blendArc", () => {
  it("begins with the one shape and ends with the other, whole", () => {
    for (const [a, b] of [[plain, narrower], [narrower, plain]] as const) {
      expect(shapeOf(blendArc(a, b, 0))).toEqual(shapeOf(a));
      expect(blendArc(a, b, 1)).toBe(b);
      expect(blendArc(a, b, 1.2)).toBe(b);
    }
  });

  it("stands half-way at a half", () => {
    const half = blendArc(plain, narrower, 0.5);
    half.xs.forEach((x, i) => expect(x).toBeCloseTo(((plain.xs[i] ?? 0) + (narrower.xs[i] ?? 0)) / 2, 9));
    half.nodes.forEach(({ y }, i) => expect(y).toBeCloseTo(((plain.nodes[i]?.y ?? 0) + (narrower.nodes[i]?.y ?? 0)) / 2, 9));
    half.bands.forEach(({ yMatched }, k) => yMatched.forEach((y, i) => expect(y).toBeCloseTo(((plain.bands[k]?.yMatched[i] ?? 0) + (narrower.bands[k]?.yMatched[i] ?? 0)) / 2, 9)));
  });

  it("moves bars, ticks and brackets along with the arc", () => {
    const start = blendArc(plain, narrower, 0);
    start.roles.bars.forEach(({ box }, i) => expect(box.x0).toBeCloseTo(plain.roles.bars[i]?.box.x0 ?? 0, 6));
    start.known.forEach(({ x1 }, i) => expect(x1).toBeCloseTo(plain.known[i]?.x1 ?? 0, 6));
    for (const { x, label } of start.xTicks) if (label !== null) expect(x).toBeCloseTo(plain.xTicks.find((tick) => tick.label === label)?.x ?? 0, 6);
  });

  it("says no words on the way: those that slide cannot be read", () => {
    const half = blendArc(plain, placed(firstCareer, { width: 900, selected: "order-flow" }), 0.5);
    expect([half.labels, half.ends, half.total]).toEqual([[], [], null]);
  });

  it("carries the words of a bar along where they stay the same, and drops those that change", () => {
    const near = placed(firstCareer, { width: 1200 });
    const half = blendArc(plain, near, 0.5);
    const words = (placement: CareerArcPlacement, i: number): string[] => placement.roles.bars[i]?.texts.map(({ text, tone }) => `${tone} ${text}`) ?? [];
    half.roles.bars.forEach((_, i) => expect(words(half, i)).toEqual(words(near, i).filter((text) => words(plain, i).includes(text))));
    const kept = half.roles.bars.findIndex(({ texts }) => texts.length > 0);
    const x = ({ roles }: CareerArcPlacement): number => roles.bars[kept]?.texts[0]?.x ?? NaN;
    expect(x(half)).toBeCloseTo((x(plain) + x(near)) / 2, 6);
    const counts = (placement: CareerArcPlacement): string[] => placement.roles.bars.flatMap((_, i) => words(placement, i)).filter((text) => / \d+ of /.test(text));
    expect(counts(filtered).length).toBeGreaterThan(0);
    expect(counts(blendArc(plain, filtered, 0.5))).toEqual([]);
  });

  it("moves foot, lane, grid and window with the shape", () => {
    const selected = { selected: "order-flow" };
    const [a, b] = [placed(firstCareer, selected), placed(firstCareer, { ...selected, width: 900 })];
    const start = blendArc(a, b, 0);
    expect([start.frame.plot, start.frame.windowLane, start.frame.rolesTop]).toEqual([a.frame.plot, a.frame.windowLane, a.frame.rolesTop]);
    expect(start.window?.x0).toBeCloseTo(a.window?.x0 ?? NaN, 6);
    expect(start.window?.top1).toBeCloseTo(a.window?.top1 ?? NaN, 6);
    start.yTicks.forEach(({ y }, i) => expect(y).toBeCloseTo(a.yTicks[i]?.y ?? NaN, 6));
    expect(blendArc(a, b, 0.5).frame.plot.x1).toBeCloseTo((a.frame.plot.x1 + b.frame.plot.x1) / 2, 9);
  });

  it("can be left on the way: the next begins with what is on the screen", () => {
    const there = blendArc(plain, narrower, 0.4);
    const back = blendArc(there, plain, 0);
    expect(back.frame.plot).toEqual(there.frame.plot);
    back.roles.bars.forEach(({ box }, i) => expect(box).toEqual(there.roles.bars[i]?.box));
    back.known.forEach(({ x0 }, i) => expect(x0).toBeCloseTo(there.known[i]?.x0 ?? NaN, 6));
    for (const { x, label } of back.xTicks) {
      const before = there.xTicks.find((tick) => label !== null && tick.label === label);
      if (before) expect(x).toBeCloseTo(before.x, 6);
    }
    back.xs.forEach((x, i) => expect(x).toBeCloseTo(there.xs[i] ?? NaN, 9));
  });

  it("shows what matches as it is, whatever the shape is on its way to", () => {
    const half = blendArc(plain, placed(firstCareer, { width: 900, matches: new Set(["live-event"]) }), 0.5);
    expect(half.bands.length).toBe(filtered.bands.length);
    half.bands.forEach(({ y0, yMatched, y1 }, k) => y0.forEach((foot, i) => {
      const goal = filtered.bands[k];
      const [from = 0, to = 0, matched = 0] = [goal?.y0[i], goal?.y1[i], goal?.yMatched[i]];
      if (from !== to) expect((yMatched[i] ?? 0) - foot).toBeCloseTo(((matched - from) / (to - from)) * ((y1[i] ?? 0) - foot), 6);
    }));
  });

  it("takes the emphasis of where it goes at once", () => expect(blendArc(plain, filtered, 0.1).nodes.map(({ emphasis }) => emphasis)).toEqual(filtered.nodes.map(({ emphasis }) => emphasis)));
});
