import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leadingDomain, toArcSeries, valueAt, type ArcSeries } from "../../src/layout/arcSeries.js";
import { DAY_MS } from "../../src/lib/units.js";
import type { Career } from "../../src/model/career.js";
import type { AchievementDocument } from "../../src/model/document.js";
import { arbCareer, oneRole, PATIENCE_MS, RUNS, someAchievements } from "../support/careers.js";
import { makeAchievement } from "../support/document.js";

const seriesOf = ({ achievements, domains }: Career, matches: ReadonlySet<string> | null = null): ArcSeries => toArcSeries(achievements, domains, matches);
const YEAR_2021 = { start: "2021", end: "2021" };
const from = Date.UTC(2021, 0);
const to = Date.UTC(2022, 0);
const at = (share: number): number => from + share * (to - from);
const totalAt = (series: ArcSeries, time: number): number => valueAt(series.times, series.total, time);

describe("arc(t)", () => {
  it("is flat until the first window begins and after the last has ended", () => {
    const series = seriesOf(oneRole(someAchievements(3), YEAR_2021));
    expect([from - 1, from, to, to + 1].map((time) => totalAt(series, time))).toEqual([0, 0, 3, 3]);
  });

  it("rises evenly across a role", () => {
    const series = seriesOf(oneRole(someAchievements(4), YEAR_2021));
    expect([0.25, 0.5, 0.75].map((share) => totalAt(series, at(share)))).toEqual([1, 2, 3]);
  });

  it("is a step of one day for what is dated to the day", () => {
    const series = seriesOf(oneRole([makeAchievement({ when: { from: "2021-06-10", to: "2021-06-10" } })], YEAR_2021));
    const day = Date.UTC(2021, 5, 10);
    expect(series.times).toEqual([day, day + DAY_MS]);
    expect([day, day + DAY_MS / 2, day + DAY_MS].map((time) => totalAt(series, time))).toEqual([0, 0.5, 1]);
  });

  it("adds windows that overlap", () => {
    const series = seriesOf(oneRole([makeAchievement({ id: "a" }), makeAchievement({ id: "b", when: { from: "2021-07", to: "2021-12" } })], YEAR_2021));
    const half = Date.UTC(2021, 6);
    expect(totalAt(series, half)).toBeCloseTo(181 / 365, 12);
    expect(totalAt(series, (half + to) / 2)).toBeCloseTo((181 + 92) / 365 + 0.5, 12);
  });

  it("is nothing for nothing", () => expect(seriesOf(oneRole([]))).toEqual({ times: [], bands: [], total: [] }));
});

describe("bands", () => {
  const of = (...domains: string[]): AchievementDocument[] => domains.map((id, i) => makeAchievement({ id: `w${i}`, domains: id === "" ? [] : [id, "z"] }));
  const order = (...domains: string[]): string[] => {
    const { achievements } = oneRole(of(...domains));
    return toArcSeries(achievements, ["a", "b", "c", "z"].map((id, slot) => ({ id, label: id, slot })), null).bands.map(({ domainId, count }) => `${domainId}${count}`);
  };
  it("lie from the largest up, ties in the document's order, those without a field gathered", () => {
    expect(order("a", "b", "b", "c")).toEqual(["b2", "a1", "c1"]);
    expect(order("c", "b", "a")).toEqual(["a1", "b1", "c1"]);
    expect(order("", "", "c")).toEqual(["2", "c1"]);
  });

  it("count an achievement once, in its first field", () => {
    expect(leadingDomain({ ...oneRole(of("b")).achievements[0], domains: ["b", "a"] } as never)).toBe("b");
    expect(order("a", "a")).toEqual(["a2"]);
  });

  it("matched are those of the filter alone", () => {
    const career = oneRole(of("a", "a", "b"), YEAR_2021);
    const { bands } = seriesOf(career, new Set(["w1"]));
    expect(bands.map(({ all, matched }) => [all.at(-1), matched.at(-1)])).toEqual([[2, 1], [1, 0]]);
  });
});

describe("in any career", () => {
  /** A career and some of its ids. */
  const asked = fc.tuple(arbCareer, fc.integer({ min: 1, max: 7 })).map(([career, n]) => ({ career, matches: new Set(career.achievements.filter((_, i) => i % n === 0).map(({ id }) => id)) }));

  it("the line starts at 0, never sinks, ends at exactly the number of achievements, and is its bands' sum", () => {
    fc.assert(
      fc.property(asked, ({ career, matches }) => {
        const { times, total, bands } = seriesOf(career, matches);
        if (career.achievements.length === 0) return;
        expect([total[0], total.at(-1)]).toEqual([0, career.achievements.length]);
        times.slice(1).forEach((time, i) => expect(time).toBeGreaterThan(times[i] ?? Infinity));
        total.slice(1).forEach((value, i) => expect(value).toBeGreaterThanOrEqual((total[i] ?? Infinity) - 1e-9));
        total.forEach((value, i) => expect(bands.reduce((sum, { all }) => sum + (all[i] ?? 0), 0)).toBeCloseTo(value, 9));
        expect(bands.map(({ count }) => count)).toEqual(bands.map(({ all }) => all.at(-1)));
        for (const { all, matched, domainId } of bands) {
          matched.forEach((value, i) => {
            expect(value).toBeLessThanOrEqual((all[i] ?? -1) + 1e-9);
            expect(value).toBeGreaterThanOrEqual((matched[i - 1] ?? 0) - 1e-9);
          });
          expect(matched.at(-1)).toBe(career.achievements.filter((one) => leadingDomain(one) === domainId && matches.has(one.id)).length);
        }
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);

  it("without a filter all match", () => {
    fc.assert(
      fc.property(arbCareer, (career) => {
        const all = new Set(career.achievements.map(({ id }) => id));
        expect(seriesOf(career, null)).toEqual(seriesOf(career, all));
        for (const band of seriesOf(career).bands) expect(band.matched).toEqual(band.all);
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  }, PATIENCE_MS);

  it("it is the sum of what each window says, at any time: straight between breakpoints", () => {
    fc.assert(
      fc.property(arbCareer, fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true }), { minLength: 1, maxLength: 8 }), (career, shares) => {
        const series = seriesOf(career);
        const [first = 0, last = 0] = [series.times[0], series.times.at(-1)];
        for (const share of shares) {
          const time = first + share * (last - first);
          const expected = career.achievements.reduce((sum, { window }) => sum + Math.min(1, Math.max(0, (time - window.from) / (window.to - window.from))), 0);
          expect(totalAt(series, time)).toBeCloseTo(expected, 5);
        }
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);
});

it("counts once where nothing is filtered", () => {
  for (const { all, matched } of seriesOf(oneRole(someAchievements(3))).bands) expect(matched).toBe(all);
});

describe("valueAt", () => {
  const read = (time: number): number => valueAt([10, 20, 30], [0, 4, 5], time);
  it("is 0 before, straight between, the last after", () => expect([0, 9, 10, 15, 20, 25, 30, 99].map(read)).toEqual([0, 0, 0, 2, 4, 4.5, 5, 5]));
  it("is 0 where there is no series", () => expect(valueAt([], [], 5)).toBe(0));
});
