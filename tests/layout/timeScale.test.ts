import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTimeScale } from "../../src/layout/timeScale.js";
import { RUNS } from "../support/careers.js";

describe("createTimeScale", () => {
  const { toPx, toTime } = createTimeScale({ from: 1000, to: 2000 }, 120, 320);

  it("runs from edge to edge, and on at the same pace outside", () => expect([500, 1000, 1500, 2000, 3000].map(toPx)).toEqual([20, 120, 220, 320, 520]));
  it("has an inverse", () => expect([20, 120, 220].map(toTime)).toEqual([500, 1000, 1500]));

  it("rises, and comes back within a second over a century", () => {
    const domain = { from: Date.UTC(1926, 0), to: Date.UTC(2026, 0) };
    const scale = createTimeScale(domain, 4, 1500);
    fc.assert(
      fc.property(fc.integer({ min: domain.from, max: domain.to }), fc.integer({ min: 1, max: 1e9 }), (time, later) => {
        expect(scale.toPx(time + later)).toBeGreaterThan(scale.toPx(time));
        expect(Math.abs(scale.toTime(scale.toPx(time)) - time)).toBeLessThan(1000);
      }),
      { numRuns: RUNS },
    );
  });
});
