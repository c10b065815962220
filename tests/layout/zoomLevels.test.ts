import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ZOOM_LEVELS, zoomLevel, type ZoomLevelName } from "../../src/layout/zoomLevels.js";
import { DAY_MS } from "../../src/lib/units.js";
import { RUNS } from "../support/careers.js";

const YEAR_MS = 365.2425 * DAY_MS;
const levelAt = (pxPerYear: number, before: ZoomLevelName | null = null): ZoomLevelName => zoomLevel({ from: 0, to: YEAR_MS }, pxPerYear, before).name;

describe("ZOOM_LEVELS", () => {
  it("go from coarse to fine, and say no less the closer they are", () => {
    for (const [i, level] of ZOOM_LEVELS.entries()) {
      const before = ZOOM_LEVELS[i - 1];
      if (!before) continue;
      expect(level.from).toBeGreaterThan(before.from);
      expect(before.labels === "all" && level.labels === "featured").toBe(false);
      expect(before.windows === "all" && level.windows === "selected").toBe(false);
      expect(before.dates && !level.dates).toBe(false);
      // Each says something that the one before does not.
      expect({ ...level, name: before.name, from: before.from }).not.toEqual(before);
    }
  });
});

describe("zoomLevel", () => {
  it("follows from the room that a year has", () => {
    expect([1, 27.9, 28.1, 259, 261, 899, 901, 1e6].map((px) => levelAt(px))).toEqual(["decade", "decade", "year", "year", "quarter", "quarter", "month", "month"]);
  });

  it("holds on to the level of before until a tenth beyond its edge", () => {
    expect(levelAt(280, "year")).toBe("year");
    expect(levelAt(295, "year")).toBe("quarter");
    expect(levelAt(240, "quarter")).toBe("quarter");
    expect(levelAt(230, "quarter")).toBe("year");
  });

  it("goes straight to where a jump leads", () => {
    expect(levelAt(5000, "decade")).toBe("month");
    expect(levelAt(5, "month")).toBe("decade");
  });

  it("does not flicker: a tremble of a twentieth changes the level at most once", () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 5000, noNaN: true }), fc.array(fc.double({ min: 0.975, max: 1.025, noNaN: true }), { minLength: 2, maxLength: 30 }), (px, trembles) => {
      let before: ZoomLevelName | null = null;
      let changes = -1;
      for (const tremble of trembles) {
        const level: ZoomLevelName = levelAt(px * tremble, before);
        if (level !== before) changes++;
        before = level;
      }
      expect(changes).toBeLessThanOrEqual(1);
    }), { numRuns: RUNS });
  });
});
