import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countIn, countMatches, createArcIndex, cumulateMatches, marksIn, seriesIn, valueOf } from "../../src/layout/arcIndex.js";
import { toArcSeries, valueAt } from "../../src/layout/arcSeries.js";
import { careerExtent } from "../../src/layout/timeDomain.js";
import { arbCareer, firstCareer, oneRole, RUNS, someAchievements } from "../support/careers.js";

const FAR = { from: -8e15, to: 8e15 };
const shares = [-0.1, 0, 0.13, 0.5, 0.77, 1, 1.1];

describe("createArcIndex", () => {
  it("knows the same arc as the series, at any time, and ends on whole numbers", () => {
    fc.assert(fc.property(arbCareer, (career) => {
      const series = toArcSeries(career.achievements, career.domains, null);
      const { bands } = createArcIndex(career);
      expect(bands.map(({ domainId, count }) => [domainId, count])).toEqual(series.bands.map(({ domainId, count }) => [domainId, count]));
      const { from, to } = careerExtent(career) ?? { from: 0, to: 1 };
      for (const [i, { all, count }] of bands.entries()) {
        for (const share of shares) {
          const time = from + share * (to - from);
          expect(valueOf(all, time)).toBeCloseTo(valueAt(series.times, series.bands[i]?.all ?? [], time), 3);
        }
        expect(valueOf(all, 8e15)).toBe(count);
        expect(valueOf(all, -8e15)).toBe(0);
      }
    }), { numRuns: RUNS });
  });

  it("has every achievement once, in time, with its band", () => {
    const { inTime, centres, bandOf, bands } = createArcIndex(firstCareer);
    expect(new Set(inTime.map(({ id }) => id)).size).toBe(firstCareer.achievements.length);
    expect([...centres]).toEqual([...centres].sort((a, b) => a - b));
    expect(inTime.map(({ domains }) => domains[0] ?? "")).toEqual([...bandOf].map((band) => bands[band]?.domainId));
  });

  it("is empty for a career without achievements", () => {
    const index = createArcIndex(oneRole([]));
    expect(index.bands).toEqual([]);
    expect(seriesIn(index, null, { from: 0, to: 1000 }, 300)).toEqual({ times: [1000, 1000], bands: [], total: [0, 0] });
  });
});

describe("marksIn", () => {
  it("counts both ends of the viewport in", () => {
    const index = createArcIndex(firstCareer);
    const [first, second, third] = index.centres;
    expect(marksIn(index, { from: first ?? 0, to: third ?? 0 })).toEqual({ from: 0, to: 3 });
    expect(marksIn(index, { from: (first ?? 0) + 1, to: (second ?? 0) })).toEqual({ from: 1, to: 2 });
    expect(marksIn(index, FAR)).toEqual({ from: 0, to: firstCareer.achievements.length });
  });
});

describe("countIn", () => {
  it("counts the windows that reach into a stretch, and none that only touches it", () => {
    fc.assert(fc.property(arbCareer, fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), (career, [a, b]) => {
      const { from, to } = careerExtent(career) ?? { from: 0, to: 1 };
      const stretch = { from: from + Math.min(a, b) * (to - from), to: from + Math.max(a, b) * (to - from) + 1 };
      const counted = createArcIndex(career).bands.reduce((sum, { all }) => sum + countIn(all, stretch), 0);
      expect(counted).toBe(career.achievements.filter(({ window }) => window.from < stretch.to && window.to > stretch.from).length);
    }), { numRuns: RUNS });
    const [{ all } = { all: null }] = createArcIndex(oneRole(someAchievements(3), { start: "2021", end: "2021" })).bands;
    const year = Date.UTC(2022, 0);
    expect(all && [countIn(all, { from: year, to: year + 1 }), countIn(all, { from: year - 1, to: year })]).toEqual([0, 3]);
  });
});

describe("seriesIn", () => {
  const career = oneRole(someAchievements(4), { start: "2021", end: "2021" });
  const year = { from: Date.UTC(2021, 0), to: Date.UTC(2022, 0) };

  it("begins at nothing and counts what is done since", () => {
    const half = { from: (year.from + year.to) / 2, to: year.to };
    const { times, total } = seriesIn(createArcIndex(career), null, half, 600);
    expect(times).toEqual([half.from, half.to]);
    expect(total[0]).toBe(0);
    expect(total[1]).toBeCloseTo(2, 9);
  });

  it("begins and ends with the career, whatever the viewport", () => {
    fc.assert(fc.property(arbCareer, fc.tuple(fc.double({ min: -1, max: 2, noNaN: true }), fc.double({ min: 0.001, max: 3, noNaN: true })), (any, [start, length]) => {
      const extent = careerExtent(any);
      if (!extent) return;
      const span = extent.to - extent.from;
      const viewport = { from: extent.from + start * span, to: extent.from + (start + length) * span };
      const { times, total } = seriesIn(createArcIndex(any), null, viewport, 400);
      expect(times.length).toBeGreaterThan(1);
      const seen = times.filter((time) => time < Math.max(viewport.from, extent.from) || time > Math.min(viewport.to, extent.to));
      // Beside the career there is a place and no stretch.
      if (viewport.from > extent.to || viewport.to < extent.from) expect(new Set(times).size).toBe(1);
      else expect(seen).toEqual([]);
      expect(total[0]).toBe(0);
    }), { numRuns: RUNS });
  });

  it("keeps what matches within what there is", () => {
    fc.assert(fc.property(arbCareer, fc.infiniteStream(fc.boolean()), (any, coin) => {
      const index = createArcIndex(any);
      const matches = new Set(any.achievements.filter(() => coin.next().value).map(({ id }) => id));
      const extent = careerExtent(any) ?? year;
      const { bands } = seriesIn(index, cumulateMatches(index, matches), extent, 800);
      for (const { all, matched } of bands) matched.forEach((value, i) => expect(value).toBeLessThanOrEqual((all[i] ?? 0) + 1e-6));
      const counts = countMatches(index, matches);
      expect(counts[any.achievements.length]).toBe(matches.size);
    }), { numRuns: RUNS });
  });

  it("takes columns for breakpoints where there are more of these, and is exact there", () => {
    const many = oneRole(someAchievements(300).map((achievement, i) => ({ ...achievement, when: { from: `2021-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`, to: "2021-12-31" } })), { start: "2021", end: "2021" });
    const index = createArcIndex(many);
    const { times, total } = seriesIn(index, null, year, 100);
    expect(times).toHaveLength(51);
    expect(times[50]).toBe(year.to);
    times.forEach((time, i) => expect(total[i]).toBeCloseTo(index.bands.reduce((sum, { all }) => sum + valueOf(all, time), 0), 9));
  });
});
