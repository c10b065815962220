import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interval } from "../../src/lib/units.js";
import { createTimeScale } from "../../src/layout/timeScale.js";
import { clampViewport, fitTo, isWhole, panBy, revealInstant, viewportBounds, zoomAt, ZOOM_STEP } from "../../src/layout/viewport.js";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 300) };
const WIDTH = 1200;
const whole: Interval = { from: Date.UTC(2018, 0), to: Date.UTC(2026, 0) };
const bounds = viewportBounds(whole);
const half: Interval = { from: Date.UTC(2020, 0), to: Date.UTC(2024, 0) };
const pxOf = (viewport: Interval, time: number): number => createTimeScale(viewport, 0, WIDTH).toPx(time);

/** From two months to sixty years, beginning anywhere in a century. */
const careers = fc.tuple(fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2020, 0) }), fc.integer({ min: 60, max: 22_000 })).map(([from, days]): Interval => ({ from, to: from + days * 864e5 }));
const shares = fc.double({ min: 0, max: 1, noNaN: true });
const steps = fc.array(fc.tuple(fc.constantFrom("in", "out", "pan"), fc.double({ min: -1, max: 1, noNaN: true })), { maxLength: 60 });

describe("zoomAt", () => {
  it("keeps the instant under the pointer where it is", () => {
    fc.assert(fc.property(careers, shares, shares, (career, first, at) => {
      const all = viewportBounds(career);
      const length = (career.to - career.from) / 4;
      const from = career.from + first * (career.to - career.from - length);
      const viewport = { from, to: from + length };
      const instant = from + at * length;
      const closer = zoomAt(viewport, ZOOM_STEP, instant, all);
      expect(closer).not.toBe(viewport);
      expect(Math.abs(pxOf(closer, instant) - pxOf(viewport, instant))).toBeLessThan(0.01);
    }), RUNS);
  });

  it("comes back within a hundredth of a pixel from twenty steps in and twenty out", () => {
    fc.assert(fc.property(careers, shares, (career, at) => {
      const all = viewportBounds(career);
      const instant = career.from + at * (career.to - career.from);
      let viewport = career;
      for (let i = 0; i < 20; i++) {
        const next = zoomAt(viewport, ZOOM_STEP, instant, all);
        expect(next).not.toBe(viewport);
        viewport = next;
      }
      for (let i = 0; i < 20; i++) viewport = zoomAt(viewport, 1 / ZOOM_STEP, instant, all);
      for (const end of [career.from, career.to]) expect(Math.abs(pxOf(viewport, end) - pxOf(career, end))).toBeLessThan(0.01);
    }), RUNS);
  });

  it("moves nothing at the limits", () => {
    expect(zoomAt(whole, 0.5, whole.from, bounds)).toBe(whole);
    const deepest = { from: half.from, to: half.from + bounds.least };
    expect(zoomAt(deepest, 2, half.from, bounds)).toBe(deepest);
    expect(zoomAt(half, 1, half.from, bounds)).toBe(half);
    for (const none of [0, -1, NaN, Infinity]) expect(zoomAt(half, none, half.from, bounds)).toBe(half);
  });

  it("goes all the way out rather than past it", () => {
    expect(zoomAt(half, 1 / 8, half.to, bounds)).toBe(whole);
  });

  it("gives way at an end of the whole, and shows as much as was asked for", () => {
    const early = { from: whole.from, to: half.from };
    const wider = zoomAt(early, 0.8, half.from, bounds);
    expect(wider.from).toBe(whole.from);
    expect(wider.to - wider.from).toBeCloseTo((early.to - early.from) / 0.8, -1);
  });
});

describe("any steps", () => {
  it("stay inside the whole, in order, and no shorter than the shortest", () => {
    fc.assert(fc.property(careers, steps, (career, taken) => {
      const all = viewportBounds(career);
      let viewport = career;
      for (const [kind, amount] of taken) {
        const length = viewport.to - viewport.from;
        if (kind === "pan") viewport = panBy(viewport, amount * length, all);
        else viewport = zoomAt(viewport, kind === "in" ? ZOOM_STEP : 1 / ZOOM_STEP, viewport.from + (amount + 1) / 2 * length, all);
        expect(viewport.from).toBeGreaterThanOrEqual(career.from - 1);
        expect(viewport.to).toBeLessThanOrEqual(career.to + 1);
        expect(viewport.to - viewport.from).toBeGreaterThanOrEqual(all.least * 0.999);
      }
    }), RUNS);
  });
});

describe("panBy", () => {
  it("moves both ends alike, as far as there is anything to see", () => {
    expect(panBy(half, 1000, bounds)).toEqual({ from: half.from + 1000, to: half.to + 1000 });
    expect(panBy(half, Infinity, bounds)).toEqual({ from: whole.to - (half.to - half.from), to: whole.to });
    expect(panBy(half, -Infinity, bounds)).toEqual({ from: whole.from, to: whole.from + (half.to - half.from) });
  });

  it("moves nothing at the end, nor by no amount", () => {
    const last = panBy(half, Infinity, bounds);
    expect(panBy(last, 1000, bounds)).toBe(last);
    expect(panBy(half, 0, bounds)).toBe(half);
    expect(panBy(half, NaN, bounds)).toBe(half);
    expect(panBy(whole, 1e12, bounds)).toBe(whole);
  });
});

describe("fitTo", () => {
  it("shows a stretch with air at both ends", () => {
    const fit = fitTo(half, bounds);
    expect(fit.from).toBeLessThan(half.from);
    expect(fit.to).toBeGreaterThan(half.to);
    expect((fit.to - fit.from) / (half.to - half.from)).toBeCloseTo(1.08, 5);
  });

  it("gives a moment the shortest viewport round it, and a stretch that is nearly all the whole", () => {
    const moment = fitTo({ from: half.from, to: half.from + 1 }, bounds);
    expect(moment.to - moment.from).toBeCloseTo(bounds.least, -1);
    expect(fitTo({ from: whole.from, to: whole.to - 1000 }, bounds)).toBe(whole);
  });
});

describe("revealInstant", () => {
  it("leaves a viewport that shows it, else moves no further than needed", () => {
    expect(revealInstant(half, Date.UTC(2021, 0), bounds)).toBe(half);
    const later = revealInstant(half, Date.UTC(2024, 6), bounds);
    expect(later.to).toBeGreaterThan(Date.UTC(2024, 6));
    expect(later.to - later.from).toBe(half.to - half.from);
    expect(revealInstant(half, whole.from, bounds).from).toBe(whole.from);
  });
});

describe("clampViewport", () => {
  it("takes a stretch as it is, and turns one round that is back to front", () => {
    expect(clampViewport(half, bounds)).toEqual(half);
    expect(clampViewport({ from: half.to, to: half.from }, bounds)).toEqual(half);
  });

  it("cuts at the ends of the whole, and opens to the shortest", () => {
    expect(clampViewport({ from: -Infinity, to: half.to }, bounds)).toEqual({ from: whole.from, to: half.to });
    const short = clampViewport({ from: half.from, to: half.from }, bounds);
    expect(short.to - short.from).toBeCloseTo(bounds.least, -1);
  });

  it("gives the whole for what is no stretch of it", () => {
    for (const none of [{ from: NaN, to: half.to }, { from: -Infinity, to: Infinity }, { from: Date.UTC(1990, 0), to: Date.UTC(1991, 0) }]) {
      expect(isWhole(clampViewport(none, bounds), bounds)).toBe(true);
    }
  });
});
