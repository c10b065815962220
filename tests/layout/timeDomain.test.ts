import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { careerExtent, timeDomain } from "../../src/layout/timeDomain.js";
import { DAY_MS } from "../../src/lib/units.js";
import { arbCareer, AS_OF, careerOf, firstCareer, oneRole, PATIENCE_MS, RUNS } from "../support/careers.js";
import { makeAchievement, makeRole } from "../support/document.js";

describe("careerExtent", () => {
  it("runs from the first role's start to the last one's end", () => {
    expect(careerExtent(firstCareer)).toEqual({ from: Date.UTC(2018, 2), to: Date.UTC(2025, 10) });
    expect(careerExtent(careerOf([makeRole({ end: null })]))?.to).toBe(AS_OF);
  });

  it("takes in work that was finished after its role", () => {
    expect(careerExtent(oneRole([makeAchievement({ when: { from: "2022-06", to: "2022-06" } })]))?.to).toBe(Date.UTC(2022, 6));
  });

  it("is none without roles, and claims do not stretch it", () => {
    expect(careerExtent(careerOf([]))).toBeNull();
    expect(careerExtent(careerOf([], { person: { headline: "x", claims: [{ id: "c", text: "9 years" }] } }))).toBeNull();
  });
});

describe("timeDomain", () => {
  const rounded = (from: string, to: string): string[] => {
    const domain = timeDomain({ from: Date.parse(from), to: Date.parse(to) });
    return [domain.from, domain.to].map((time) => new Date(time).toISOString().slice(0, 10));
  };
  it("is rounded out to whole years where that is cheap", () => expect(rounded("2018-03-01", "2025-11-01")).toEqual(["2018-01-01", "2026-01-01"]));
  it("is not where it would cost much of the width", () => expect(rounded("2020-06-20", "2021-03-10")).not.toEqual(["2020-01-01", "2022-01-01"]));

  it("holds the extent and is wider by a tenth at most", () => {
    fc.assert(
      fc.property(arbCareer, (career) => {
        const extent = careerExtent(career);
        if (!extent) return;
        const domain = timeDomain(extent);
        const span = extent.to - extent.from;
        expect(domain.from).toBeLessThanOrEqual(extent.from);
        expect(domain.to).toBeGreaterThanOrEqual(extent.to);
        expect(domain.to - domain.from).toBeLessThanOrEqual(span * 1.1);
        for (const { window } of career.achievements) expect(window.from >= extent.from && window.to <= extent.to).toBe(true);
        for (const { interval } of career.roles) expect(interval.from >= extent.from && interval.to <= extent.to).toBe(true);
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);

  it("is not empty for a day, nor for a moment", () => {
    for (const span of [DAY_MS, 1]) {
      const { from, to } = timeDomain({ from: AS_OF, to: AS_OF + span });
      expect(from).toBeLessThan(to);
    }
  });
});
