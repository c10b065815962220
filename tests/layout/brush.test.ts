import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dragBrush, moveEnd, type BrushPart } from "../../src/layout/brush.js";
import { viewportBounds } from "../../src/layout/viewport.js";
import type { Interval } from "../../src/lib/units.js";
import { RUNS } from "../support/careers.js";

const at = (year: number, month = 0): number => Date.UTC(year, month);
const whole: Interval = { from: at(2010), to: at(2026) };
const bounds = viewportBounds(whole);
const start: Interval = { from: at(2014), to: at(2018) };

describe("dragBrush", () => {
  it.each<[BrushPart, number, Interval]>([
    ["whole", at(2017), { from: at(2015), to: at(2019) }],
    ["to", at(2017), { from: at(2014), to: at(2019) }],
    ["from", at(2017), { from: at(2015), to: at(2018) }],
    ["new", at(2017), { from: at(2016), to: at(2017) }],
    ["new", at(2012), { from: at(2012), to: at(2016) }],
  ])("held by %s", (part, now, expected) => {
    const { from, to } = dragBrush(part, start, at(2016), now, bounds);
    const days = (time: number): number => Math.round(time / 864e5);
    for (const [got, wanted] of [[from, expected.from], [to, expected.to]] as const) expect(Math.abs(days(got) - days(wanted))).toBeLessThanOrEqual(1);
  });

  it("turns round where an end is drawn past the other", () => {
    expect(dragBrush("to", start, at(2018), at(2012), bounds)).toEqual({ from: at(2012), to: at(2014) });
    expect(dragBrush("from", start, at(2014), at(2020), bounds)).toEqual({ from: at(2018), to: at(2020) });
  });

  it("stays in the career and keeps a width, wherever the pointer goes", () => {
    const times = fc.double({ min: at(1990), max: at(2050), noNaN: true });
    fc.assert(fc.property(fc.constantFrom<BrushPart>("whole", "from", "to", "new"), fc.double({ min: whole.from, max: whole.to, noNaN: true }), times, (part, held, now) => {
      const { from, to } = dragBrush(part, start, held, now, bounds);
      expect(from).toBeGreaterThanOrEqual(whole.from);
      expect(to).toBeLessThanOrEqual(whole.to);
      expect(to - from).toBeGreaterThanOrEqual(bounds.least * 0.999);
      if (part === "whole") expect(Math.abs(to - from - (start.to - start.from))).toBeLessThan(1);
    }), { numRuns: RUNS });
  });
});

describe("moveEnd", () => {
  it("keeps the end that is moved, and lets the other give way past it", () => {
    expect(moveEnd("to", start, at(2016), bounds)).toEqual({ from: at(2014), to: at(2016) });
    expect(moveEnd("to", start, at(2012), bounds)).toEqual({ from: at(2012) - bounds.least, to: at(2012) });
    expect(moveEnd("from", start, at(2020), bounds)).toEqual({ from: at(2020), to: at(2020) + bounds.least });
  });

  it("goes no further than the career, and leaves the other end where it can, wherever it is moved to", () => {
    const times = fc.integer({ min: at(1990), max: at(2050) });
    fc.assert(fc.property(fc.constantFrom("from", "to"), times, (end, instant) => {
      const moved = moveEnd(end, start, instant, bounds);
      const other = end === "from" ? "to" : "from";
      const room = end === "from" ? whole.to - instant : instant - whole.from;
      if (room >= bounds.least) expect(moved[end]).toBe(Math.min(whole.to, Math.max(whole.from, instant)));
      if (Math.abs(start[other] - instant) >= bounds.least && start.from <= instant && instant <= start.to) expect(moved[other]).toBe(start[other]);
      expect(moved.from).toBeGreaterThanOrEqual(whole.from);
      expect(moved.to).toBeLessThanOrEqual(whole.to);
      expect(moved.to - moved.from).toBeGreaterThanOrEqual(bounds.least);
    }), { numRuns: RUNS });
  });
});
