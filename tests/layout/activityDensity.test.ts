import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { binAt, countIn, LEAST_BIN, placeActivity, spreadOver, toActivityIndex, type ActivityBin, type PlacedActivity } from "../../src/layout/activityDensity.js";
import { createActivity, type Activity } from "../../src/model/activity.js";
import { createCareer } from "../../src/model/createCareer.js";
import type { ActivitySeriesDocument } from "../../src/model/document.js";
import { arbActiveDocument } from "../support/activity.js";
import { AS_OF, PATIENCE_MS, RUNS } from "../support/careers.js";
import { makeDocument } from "../support/document.js";

vi.setConfig({ testTimeout: PATIENCE_MS });

const DAY = 86_400_000;
const at = (year: number, month = 1, day = 1): number => Date.UTC(year, month - 1, day);

function activityOf(...series: readonly ActivitySeriesDocument[]): Activity {
  const activity = createActivity(createCareer(makeDocument({ activity: { unit: "commits", series } }), AS_OF));
  if (activity === null) throw new Error("no activity");
  return activity;
}
const counting = (counts: Record<string, number>): Activity => activityOf({ skill: "go", counts });
const place = (activity: Activity, from: number, to: number, width = 600, height = 30): PlacedActivity => placeActivity(toActivityIndex(activity), { from, to }, 0, width, height);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

describe("placeActivity", () => {
  it("draws a bar a day where a day is wide enough, as high as the day is busy", () => {
    const placed = place(counting({ "2020-02-01": 4, "2020-02-03": 1 }), at(2020, 2, 1), at(2020, 2, 11), 100, 40);
    expect(placed).toEqual({
      bin: { unit: "day", every: 1 }, maxPerDay: 4, total: 5,
      bars: [
        { from: at(2020, 2, 1), to: at(2020, 2, 2), x0: 0, x1: 10, y: 0, count: 4, perDay: 4 },
        { from: at(2020, 2, 3), to: at(2020, 2, 4), x0: 20, x1: 30, y: 30, count: 1, perDay: 1 },
      ],
    });
  });
  it.each([
    [100, 300, "day", 1], [100, 299, "week", 1], [700, 300, "week", 1], [700, 299, "month", 1], [2800, 300, "month", 1],
    [2800, 299, "quarter", 1], [9000, 300, "quarter", 1], [9000, 299, "year", 1], [36_500, 300, "year", 1], [36_500, 299, "year", 2],
  ])("has the finest bins of three px: %d days on %d px", (days, width, unit, every) => {
    const from = at(1900);
    expect(place(counting({ "1950": 1 }), from, from + days * DAY, width).bin).toEqual({ unit, every });
  });
  it("begins weeks on Mondays, months, quarters and years on their first days", () => {
    const activity = counting({ "2020-05-20": 1 });
    const starts = (days: number, width: number): string => place(activity, at(2020, 5, 20) - days * DAY, at(2020, 5, 20) + days * DAY, width).bars.map(({ from, to }) => `${dayOf(from)} ${dayOf(to)}`).join();
    expect(starts(400, 400)).toBe("2020-05-18 2020-05-25");
    expect(starts(400, 100)).toBe("2020-05-01 2020-06-01");
    expect(starts(400, 30)).toBe("2020-04-01 2020-07-01");
    expect(starts(4000, 100)).toBe("2020-01-01 2021-01-01");
    expect(starts(27_000, 100)).toBe("2020-01-01 2025-01-01");
  });
  it("spreads a month over its days, and says how much of it is in view", () => {
    const placed = place(counting({ "2021-02": 56 }), at(2021, 2, 15), at(2021, 2, 25), 100);
    expect(placed).toMatchObject({ bin: { unit: "day" }, maxPerDay: 2, total: 20 });
    expect(placed.bars.map(({ count }) => count)).toEqual(Array.from({ length: 10 }, () => 2));
  });
  it("is no steeper for a short month than for a long one", () => {
    const { bars } = place(counting({ "2021-02": 28, "2021-03": 31 }), at(2021), at(2022), 50);
    expect(bars.map(({ perDay, y }) => [perDay, y])).toEqual([[1, 0], [1, 0]]);
  });
  it("cuts a bar at the edge, and leaves it as high as it is", () => {
    const activity = counting({ "2020-05-18": 7, "2020-05-26": 1 });
    // The week of the 18th, seen from Thursday on: nothing of its seven is in view.
    const placed = place(activity, at(2020, 5, 21), at(2020, 5, 21) + 100 * DAY, 100);
    expect(placed.total).toBe(1);
    expect(placed.bars).toMatchObject([{ from: at(2020, 5, 18), x0: 0, x1: 4, count: 0, perDay: 1, y: 0 }, { count: 1, perDay: 1 / 7 }]);
  });
  it("starts where it is told to", () => {
    const { bars } = placeActivity(toActivityIndex(counting({ "2020-02-01": 4 })), { from: at(2020, 2, 1), to: at(2020, 2, 11) }, 50, 150, 8);
    expect(bars).toMatchObject([{ x0: 50, x1: 60, y: 0 }]);
  });
  it("has only the series that are shown", () => {
    const activity = activityOf({ skill: "go", counts: { "2020-02-01": 4, "2020": 1 } }, { domain: "payments", counts: { "2020-02-01": 2 } });
    const index = (is: (skill: string | null) => boolean): number => toActivityIndex(activity, ({ skill }) => is(skill)).total;
    expect([index(() => true), index((skill) => skill === "go"), index((skill) => skill === null), index(() => false)]).toEqual([7, 5, 2, 0]);
    expect(placeActivity(toActivityIndex(activity, () => false), { from: at(2020), to: at(2021) }, 0, 100, 30)).toMatchObject({ bars: [], maxPerDay: 0, total: 0 });
  });
  it("draws nothing where there is no room and no time", () => {
    const activity = counting({ "2020": 4 });
    for (const [from, to, width] of [[at(2020), at(2020), 100], [at(2021), at(2020), 100], [Number.NaN, at(2020), 100], [-Infinity, Infinity, 100], [at(2020), at(2021), 0], [at(2020), at(2021), -5]] as const) {
      expect(place(activity, from, to, width)).toMatchObject({ bars: [], maxPerDay: 0, total: 0 });
    }
  });
  it("looks up as many times for 100,000 entries as for a hundred, but for the depth of the search", () => {
    const some = (n: number): Record<string, number> => Object.fromEntries(Array.from({ length: n }, (_, i) => [dayOf(at(1700) + i * DAY), 1]));
    const reads = (n: number): number => {
      const index = toActivityIndex(counting(some(n)));
      let count = 0;
      const watched = { ...index, tracks: index.tracks.map((track) => ({ ...track, from: new Proxy(track.from, { get: (target, key) => {
        if (typeof key === "string" && /^\d+$/.test(key)) count += 1;
        return Reflect.get(target, key, target) as unknown;
      } }) })) };
      expect(placeActivity(watched, { from: at(1700), to: at(1700) + 90 * DAY }, 0, 300, 30).total).toBe(90);
      return count;
    };
    // log2 of a hundred is 7, of 100,000 it is 17.
    expect(reads(100_000)).toBeLessThan(reads(100) * 3);
  });
});

describe("placeActivity, by the measure of another drawing", () => {
  const activity = activityOf({ skill: "go", counts: { "2020-02-03": 8, "2020-02-05": 1 } }, { domain: "payments", counts: { "2020-02-03": 2 } });
  const view = { from: at(2020, 2, 3), to: at(2020, 2, 13) };
  it("has its bins and its height", () => {
    const whole = placeActivity(toActivityIndex(activity), view, 0, 100, 40);
    const part = placeActivity(toActivityIndex(activity, ({ domain }) => domain !== null), view, 0, 100, 40, whole);
    expect([whole.maxPerDay, part.maxPerDay]).toEqual([10, 10]);
    expect(part.bars).toMatchObject([{ x0: 0, x1: 10, y: 32, count: 2 }]);
  });
  it("has bins that would not be its own, and then its own height", () => {
    const weeks = placeActivity(toActivityIndex(activity), view, 0, 100, 40, { bin: { unit: "week", every: 1 } });
    expect(weeks).toMatchObject({ bin: { unit: "week" }, bars: [{ count: 11, y: 0, x0: 0, x1: 70 }] });
  });
  it("does not know bins that nobody has", () => {
    expect(() => placeActivity(toActivityIndex(activity), view, 0, 100, 40, { bin: { unit: "week", every: 2 } })).toThrow("no such bin: 2 week");
  });
  it("leaves one of a thousand to be seen", () => {
    expect(place(counting({ "2020-02-01": 1000, "2020-02-03": 1 }), at(2020, 2, 1), at(2020, 2, 11), 100, 40).bars.map(({ y }) => y)).toEqual([0, 39]);
  });
});

describe("countIn", () => {
  const index = toActivityIndex(counting({ "2020": 366, "2021-02": 28, "2021-02-03": 5, "2021-02-04": 1 }));
  it.each([
    ["whole dates", at(2020), at(2022), 400, null],
    ["a day of a month", at(2021, 2, 3), at(2021, 2, 4), 6, "month"],
    ["a month of a year", at(2020, 3), at(2020, 4), 31, "year"],
    ["parts of a year and of a month", at(2020, 12), at(2021, 2, 2), 32, "year"],
    ["nothing", at(2022), at(2023), 0, null],
    ["the time before all", at(2000), at(2020), 0, null],
  ])("counts %s, and says what is known less closely", (_, from, to, count, spread) => {
    const found = countIn(index, { from, to });
    expect(found.spread).toBe(spread);
    expect(found.count).toBeCloseTo(count, 6);
  });
});

describe("spreadOver", () => {
  const index = toActivityIndex(counting({ "2020": 12, "2022-02": 28, "2024-02-03": 5 }));
  it.each([
    ["day", 2020, "year"], ["quarter", 2020, "year"], ["year", 2020, null],
    ["day", 2022, "month"], ["week", 2022, "month"], ["month", 2022, null], ["day", 2024, null],
  ] as const)("says what %s bins have but a share of, in %d", (unit, year, spread) => {
    expect(spreadOver(index, { unit, every: 1 }, { from: at(year), to: at(year + 1) })).toBe(spread);
  });
});

describe("binAt", () => {
  it.each([
    [{ unit: "day", every: 1 }, at(2020, 2, 29) + DAY - 1, "2020-02-29 2020-03-01"],
    [{ unit: "week", every: 1 }, at(2020, 3, 1), "2020-02-24 2020-03-02"],
    [{ unit: "quarter", every: 1 }, at(2020, 12, 31), "2020-10-01 2021-01-01"],
    [{ unit: "year", every: 5 }, at(2024), "2020-01-01 2025-01-01"],
  ] as const)("is the calendar's own: %o", (bin: ActivityBin, time: number, stretch: string) => {
    const { from, to } = binAt(bin, time);
    expect(`${dayOf(from)} ${dayOf(to)}`).toBe(stretch);
  });
});

/** How much of every entry lies in a stretch, added up one by one. */
function sumIn(activity: Activity, from: number, to: number): number {
  return activity.from.reduce((sum, start, i) => {
    const end = activity.to[i] ?? start;
    return sum + ((activity.counts[i] ?? 0) * Math.max(0, Math.min(end, to) - Math.max(start, from))) / (end - start);
  }, 0);
}

describe("activity, wherever it is looked at", () => {
  const arbView = fc.record({ days: fc.integer({ min: 1, max: 20_000 }), from: fc.integer({ min: at(1985) / DAY, max: at(2030) / DAY }), shift: fc.integer({ min: 0, max: DAY }), width: fc.integer({ min: 20, max: 1600 }) });

  it("has bars that add up to what is in view, stand in a row, and are wide and high enough", () => {
    let [runs, seen] = [0, 0];
    fc.assert(fc.property(arbActiveDocument, arbView, (document, { days, from, shift, width }) => {
      runs += 1;
      const activity = createActivity(createCareer(document, AS_OF));
      if (activity === null) return;
      const viewport = { from: from * DAY + shift, to: (from + days) * DAY + shift };
      const { bars, total, maxPerDay } = placeActivity(toActivityIndex(activity), viewport, 10, 10 + width, 30);
      const slack = 1e-6 + activity.total * 1e-9;
      expect(Math.abs(total - sumIn(activity, viewport.from, viewport.to))).toBeLessThanOrEqual(slack);
      expect(Math.abs(bars.reduce((sum, { count }) => sum + count, 0) - total)).toBeLessThanOrEqual(slack);
      expect(bars.length).toBeLessThanOrEqual(width / LEAST_BIN + 2);
      if (bars.length > 0) expect(Math.min(...bars.map(({ y }) => y))).toBe(0);
      bars.forEach((bar, i) => {
        seen += 1;
        expect(bar.x0).toBeGreaterThanOrEqual((bars[i - 1]?.x1 ?? 10) - 1e-6);
        expect(bar.x1).toBeGreaterThan(bar.x0);
        expect(bar.x1).toBeLessThanOrEqual(10 + width + 1e-6);
        expect(bar.perDay).toBeLessThanOrEqual(maxPerDay);
        expect(Math.abs(bar.perDay * ((bar.to - bar.from) / DAY) - sumIn(activity, bar.from, bar.to))).toBeLessThanOrEqual(slack);
        const isCut = bar.from < viewport.from || bar.to > viewport.to;
        if (!isCut) expect(bar.x1 - bar.x0).toBeGreaterThanOrEqual(LEAST_BIN - 1e-6);
      });
    }), { numRuns: RUNS });
    expect(seen).toBeGreaterThan(runs / 10);
  });

  it("has no bin of two years too narrow where neither is a leap year", () => {
    const activity = counting({ "2006-01-01": 1 });
    const { bars } = placeActivity(toActivityIndex(activity), { from: at(1985), to: at(1985) + 16304 * DAY }, 10, 77, 30);
    expect(bars.map(({ x0, x1 }) => x1 - x0 >= LEAST_BIN)).toEqual([true]);
  });

  it("is whole numbers in whole days of dates to the day", () => {
    const counts = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [dayOf(at(2019) + i * 3 * DAY), 1 + (i % 4)]));
    const activity = counting(counts);
    fc.assert(fc.property(fc.integer({ min: 0, max: 1600 }), fc.integer({ min: 1, max: 1600 }), (first, days) => {
      const [from, to] = [at(2019) + first * DAY, at(2019) + (first + days) * DAY];
      const expected = Object.entries(counts).filter(([date]) => Date.parse(date) >= from && Date.parse(date) < to).reduce((sum, [, count]) => sum + count, 0);
      const { bars, total } = place(activity, from, to);
      expect(total).toBe(expected);
      expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(expected);
    }), { numRuns: RUNS });
  });
});
