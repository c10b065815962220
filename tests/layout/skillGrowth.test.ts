import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeSkillGrowth, SKILL_ROW_HEIGHT, SKILL_X_RANGE, type SkillGrowthPlacement } from "../../src/layout/skillGrowth.js";
import type { Career } from "../../src/model/career.js";
import type { AchievementDocument } from "../../src/model/document.js";
import { arbCareer, careerOf, firstCareer, PATIENCE_MS, RUNS } from "../support/careers.js";
import { makeAchievement, makeRole } from "../support/document.js";

function placed(career: Career, matches: ReadonlySet<string> | null = null): SkillGrowthPlacement {
  const placement = placeSkillGrowth(career, matches);
  if (!placement) throw new Error("nothing to place");
  return placement;
}

const SKILLS = ["go", "redis", "rust", "unused"].map((id) => ({ id, label: id }));
const work = (id: string, year: string, ...skills: string[]): AchievementDocument => makeAchievement({ id, skills, when: { from: year, to: year } });
const career = careerOf(
  [makeRole({ start: "2016", end: "2025", achievements: [work("a", "2017", "redis", "go"), work("b", "2018", "redis"), work("c", "2020", "redis"), work("d", "2025", "rust")] })],
  { skills: SKILLS },
);

describe("in a stretch of time", () => {
  const viewport = { from: Date.UTC(2017, 6), to: Date.UTC(2019, 0) };
  const rows = placeSkillGrowth(career, null, viewport)?.rows ?? [];

  it("rows keep their order, and count what reaches into it", () => {
    expect(rows.map(({ skill, count }) => `${skill.id} ${count}`)).toEqual(["redis 2", "go 1", "rust 0"]);
  });

  it("rows say the years of what they count", () => {
    expect(rows.map(({ years }) => years)).toEqual([[2017, 2018], [2017, 2017], [2025, 2025]]);
    const redis = placeSkillGrowth(career, null, { from: Date.UTC(2018, 0), to: Date.UTC(2019, 0) })?.rows[0];
    expect([redis?.count, redis?.years]).toEqual([1, [2018, 2018]]);
  });

  it("rows begin at nothing at the left edge, and run to the right one, or to where the last achievement ends", () => {
    const end = (SKILL_X_RANGE * (Date.UTC(2018, 0) - viewport.from)) / (viewport.to - viewport.from);
    expect(rows.map(({ xs }) => [xs[0], Math.round(xs.at(-1) ?? 0)])).toEqual([[0, SKILL_X_RANGE], [0, Math.round(end)], [0, SKILL_X_RANGE]]);
    for (const { bands } of rows) for (const { y0, y1 } of bands) expect(y1[0]).toBe(y0[0]);
  });

  it("rows share a unit of their own: half of the first and all of the second fill the highest", () => {
    const heights = rows.map(({ bands }) => (SKILL_ROW_HEIGHT - (bands.at(-1)?.y1.at(-1) ?? 0)) / (SKILL_ROW_HEIGHT - 14));
    expect(heights[0]).toBeCloseTo(1, 9);
    expect(heights[1]).toBeCloseTo((184 / 365) / (184 / 365 + 1), 2);
    expect(heights[2]).toBe(0);
  });

  it("is level from where a skill is named no more", () => {
    const [redis, go, rust] = rows.map(({ level }) => level);
    expect(redis).toBeNull();
    expect(go?.x0).toBeCloseTo((SKILL_X_RANGE * (Date.UTC(2018, 0) - viewport.from)) / (viewport.to - viewport.from), 6);
    expect(rust).toBeNull();
  });

  it("keeps the order of edges for any career", () => {
    fc.assert(fc.property(arbCareer, fc.double({ min: 0, max: 0.9, noNaN: true }), (any, share) => {
      const whole = placeSkillGrowth(any, null);
      if (!whole) return;
      const from = whole.domain.from + share * (whole.domain.to - whole.domain.from);
      const part = placeSkillGrowth(any, null, { from, to: from + 0.1 * (whole.domain.to - whole.domain.from) });
      for (const { bands, xs } of part?.rows ?? []) {
        for (const { y0, y1 } of bands) xs.forEach((_, i) => expect(y1[i]).toBeLessThanOrEqual((y0[i] ?? 0) + 1e-6));
      }
    }), { numRuns: RUNS });
  }, PATIENCE_MS);
});

describe("skill rows", () => {
  it("are there for what a text names only, the most named first, ties as the owner listed them", () => {
    expect(placed(career).rows.map(({ skill, count }) => `${skill.id} ${count}`)).toEqual(["redis 3", "go 1", "rust 1"]);
  });

  it("span the years that name them", () => expect(placed(career).rows.map(({ years }) => years)).toEqual([[2017, 2020], [2017, 2017], [2025, 2025]]));

  it("go on level once nothing names them any more, and only then", () => {
    const levels = placed(career).rows.map(({ level }) => level);
    for (const level of levels.slice(0, 2)) expect(level?.x1).toBeCloseTo(SKILL_X_RANGE, 9);
    expect(levels[2]).toBeNull();
    expect(levels[0]?.x0).toBeCloseTo(placed(career).rows[0]?.xs.at(-1) ?? 0, 9);
    expect(levels[0]?.y).toBe(placed(career).rows[0]?.bands.at(-1)?.y1.at(-1));
  });

  it("of one achievement alone do not fill their height, which would look like much", () => {
    const [row] = placed(careerOf([makeRole({ achievements: [work("a", "2020", "go")] })], { skills: SKILLS })).rows;
    expect(row?.bands.at(-1)?.y1.at(-1)).toBe(SKILL_ROW_HEIGHT - 15);
  });

  it("count how many match", () => expect(placed(career, new Set(["a", "d"])).rows.map(({ matched, count }) => [matched, count])).toEqual([[1, 3], [1, 1], [1, 1]]));
  it("mark where roles begin, each place once", () => expect(placed(firstCareer).roleStarts).toHaveLength(2));
  it("do not fence off many roles", () => {
    const roles = (n: number): Career => careerOf(Array.from({ length: n }, (_, i) => makeRole({ id: `r${i}`, start: String(2010 + i), end: String(2010 + i), achievements: i === 0 ? [makeAchievement()] : [] })));
    expect([placed(roles(4)).roleStarts.length, placed(roles(5)).roleStarts.length]).toEqual([4, 0]);
  });
  it("are none without roles", () => expect(placeSkillGrowth(careerOf([], { skills: SKILLS }), null)).toBeNull());

  it("of the first career say what its texts name", () => {
    expect(placed(firstCareer).rows.map(({ skill, count }) => `${skill.id} ${count}`)).toEqual(["temporal 2", "redis 2", "microservices 2", "apis 2", "go 1", "load-testing 1"]);
  });

  it("in any career share one px per achievement, stay in their height and range, end at their count", () => {
    fc.assert(
      fc.property(arbCareer, fc.integer({ min: 1, max: 5 }), (any, n) => {
        const matches = new Set(any.achievements.filter((_, i) => i % n === 0).map(({ id }) => id));
        const placement = placeSkillGrowth(any, matches);
        if (!placement) return;
        expect(new Set(placement.rows.map(({ skill }) => skill.id))).toEqual(new Set(any.achievements.flatMap(({ skills }) => skills)));
        const units = placement.rows.map(({ bands, count }) => (SKILL_ROW_HEIGHT - (bands.at(-1)?.y1.at(-1) ?? Number.NaN)) / count);
        for (const unit of units) expect(unit).toBeCloseTo(units[0] ?? 0, 9);
        for (const { skill, count, matched, xs, bands, level } of placement.rows) {
          const named = any.achievements.filter(({ skills }) => skills.includes(skill.id));
          expect([count, matched]).toEqual([named.length, named.filter(({ id }) => matches.has(id)).length]);
          xs.forEach((x, i) => expect(x >= -1e-9 && x <= SKILL_X_RANGE + 1e-9 && x > (xs[i - 1] ?? -Infinity)).toBe(true));
          for (const { y0, yMatched, y1 } of bands) y1.forEach((y, i) => {
            expect(y).toBeGreaterThanOrEqual(0);
            expect((y0[i] ?? -1) + 1e-9).toBeGreaterThanOrEqual(yMatched[i] ?? Infinity);
            expect((yMatched[i] ?? -1) + 1e-9).toBeGreaterThanOrEqual(y);
          });
          if (level) expect(level.x0).toBeLessThan(level.x1);
        }
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);
});
