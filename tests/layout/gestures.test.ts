import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dragTo, instantAt, isDrag, pinchTo, wheelFactor } from "../../src/layout/gestures.js";
import { createTimeScale } from "../../src/layout/timeScale.js";
import { viewportBounds } from "../../src/layout/viewport.js";
import type { Interval } from "../../src/lib/units.js";
import { RUNS } from "../support/careers.js";

const whole: Interval = { from: Date.UTC(2010, 0), to: Date.UTC(2026, 0) };
const bounds = viewportBounds(whole);
const half: Interval = { from: Date.UTC(2016, 0), to: Date.UTC(2020, 0) };
const plot = { x0: 120, x1: 1052 };
const xOf = (viewport: Interval, time: number): number => createTimeScale(viewport, plot.x0, plot.x1).toPx(time);

describe("wheelFactor", () => {
  it("comes closer by a quarter for a notch, and goes back by as much", () => {
    expect(wheelFactor({ deltaY: -100, deltaMode: 0 })).toBeCloseTo(1.25, 2);
    expect(wheelFactor({ deltaY: 100, deltaMode: 0 }) * wheelFactor({ deltaY: -100, deltaMode: 0 })).toBeCloseTo(1, 12);
  });

  it("knows lines and pages, and never spins away", () => {
    expect(wheelFactor({ deltaY: -3, deltaMode: 1 })).toBeCloseTo(wheelFactor({ deltaY: -48, deltaMode: 0 }), 12);
    expect(wheelFactor({ deltaY: -1, deltaMode: 2 })).toBe(2);
    expect(wheelFactor({ deltaY: 1e9, deltaMode: 0 })).toBe(0.5);
    expect(wheelFactor({ deltaY: 0, deltaMode: 0 })).toBe(1);
  });
});

describe("isDrag", () => {
  it("asks for a way that no press has, in either direction and from anywhere", () => {
    const place = fc.integer({ min: -4000, max: 4000 });
    fc.assert(fc.property(place, fc.integer({ min: 0, max: 4 }), (x, by) => !isDrag(x, x + by) && !isDrag(x, x - by)), { numRuns: RUNS });
    fc.assert(fc.property(place, fc.integer({ min: 5, max: 4000 }), (x, by) => isDrag(x, x + by) && isDrag(x, x - by)), { numRuns: RUNS });
  });
});

describe("dragTo", () => {
  it("keeps what was taken hold of under the pointer", () => {
    const held = instantAt(half, plot, 500);
    expect(xOf(dragTo(half, bounds, plot, 500, 430), held)).toBeCloseTo(430, 3);
  });

  it("stops at the ends of the career", () => {
    expect(dragTo(half, bounds, plot, 0, 1e6).from).toBe(whole.from);
    expect(dragTo(whole, bounds, plot, 0, 500)).toBe(whole);
  });
});

describe("instantAt", () => {
  it("takes a place beside the plot for its end", () => {
    expect(instantAt(half, plot, 0)).toBe(half.from);
    expect(instantAt(half, plot, 5000)).toBe(half.to);
  });
});

describe("pinchTo", () => {
  const fingers = fc.tuple(fc.double({ min: 120, max: 1052, noNaN: true }), fc.double({ min: 120, max: 1052, noNaN: true }));

  it("keeps what was between the fingers between them, away from the limits", () => {
    const now = pinchTo(half, bounds, plot, [400, 600], [350, 700]);
    expect(xOf(now, instantAt(half, plot, 500))).toBeCloseTo(525, 3);
    expect((now.to - now.from) / (half.to - half.from)).toBeCloseTo(200 / 350, 9);
  });

  it("moves alike when both fingers do, and does nothing while they rest", () => {
    expect(pinchTo(half, bounds, plot, [400, 600], [450, 650])).toEqual(dragTo(half, bounds, plot, 500, 550));
    expect(pinchTo(half, bounds, plot, [400, 600], [600, 400])).toBe(half);
  });

  it("comes as close as it may, and as far as there is", () => {
    expect(pinchTo(half, bounds, plot, [500, 515], [130, 1050]).to - pinchTo(half, bounds, plot, [500, 515], [130, 1050]).from).toBeGreaterThanOrEqual(bounds.least * 0.999);
    expect(pinchTo(half, bounds, plot, [130, 1050], [500, 515])).toEqual(whole);
  });

  it("never leaves the career, whatever the fingers do", () => {
    fc.assert(fc.property(fingers, fingers, (from, to) => {
      const now = pinchTo(half, bounds, plot, from, to);
      expect(now.from).toBeGreaterThanOrEqual(whole.from);
      expect(now.to).toBeLessThanOrEqual(whole.to);
      expect(now.to - now.from).toBeGreaterThanOrEqual(bounds.least * 0.999);
    }), { numRuns: RUNS });
  });
});
