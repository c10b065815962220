import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePartialDate } from "../../src/model/dates.js";
import { normalizePeriod, periodInterval, readPeriod, samePeriod, type Period } from "../../src/model/period.js";
import { arbPeriod } from "../support/arbitraries.js";

const numRuns = Number(process.env["FC_RUNS"] ?? 300);
const period = (from: string | null, to: string | null): Period => ({ from, to });

describe("normalizePeriod", () => {
  it.each<[string, Period | null, Period | null]>([
    ["no period", null, null],
    ["open on both sides, which is none", period(null, null), null],
    ["an end that is no date: open there", period("2020", "soon"), period("2020", null)],
    ["a day that does not exist", period("2021-02-30", "2021"), period(null, "2021")],
    ["no date at all", period("x", ""), null],
    ["back to front: swapped", period("2022", "2020-06"), period("2020-06", "2022")],
  ])("%s", (_, given, normal) => {
    expect(normalizePeriod(given)).toEqual(normal);
  });

  it.each([period("2020", "2021-06"), period("2020", null), period(null, "2021"), period("2020", "2020"), period("2020", "2020-01"), period("2020-12-31", "2020")])("leaves %j as it is, the object too", (normal) => {
    expect(normalizePeriod(normal)).toBe(normal);
  });

  it("changes nothing the second time, and no meaning the first", () => {
    fc.assert(fc.property(arbPeriod, (given) => {
      const normal = normalizePeriod(given);
      expect(normalizePeriod(normal)).toBe(normal);
      expect(periodInterval(normal)).toEqual(periodInterval(given));
      expect(readPeriod(normal)).toEqual(readPeriod(given));
    }), { numRuns });
  });
});

describe("periodInterval", () => {
  it.each<[Period | null, [string, string] | null]>([
    [period("2020", "2021-06"), ["2020-01-01", "2021-07-01"]],
    [period("2020-02", "2020-02"), ["2020-02-01", "2020-03-01"]],
    [period("2020-02-29", "2020-02-29"), ["2020-02-29", "2020-03-01"]],
    [period("2022", "2020"), ["2020-01-01", "2023-01-01"]],
    [null, null],
    [period(null, null), null],
  ])("%j: ends are inclusive", (given, days) => {
    expect(periodInterval(given)).toEqual(days && { from: Date.parse(days[0]), to: Date.parse(days[1]) });
  });

  it("is open where one side is", () => {
    expect(periodInterval(period("2020", null))).toEqual({ from: Date.UTC(2020, 0), to: Infinity });
    expect(periodInterval(period(null, "2020"))).toEqual({ from: -Infinity, to: Date.UTC(2021, 0) });
  });

  it("is never empty, and holds all of both its dates unless one lies inside the other", () => {
    fc.assert(fc.property(arbPeriod, (given) => {
      const interval = periodInterval(given);
      if (!interval) throw new Error("a period of readable dates means something");
      expect(interval.from).toBeLessThan(interval.to);
      const [a, b] = [parsePartialDate(given.from ?? ""), parsePartialDate(given.to ?? "")];
      if (!a || !b) return;
      const nested = Math.max(a.from, b.from) < Math.min(a.to, b.to);
      if (nested) expect([interval.from, interval.to]).toEqual([a.from, b.to]);
      else expect([interval.from, interval.to]).toEqual([Math.min(a.from, b.from), Math.max(a.to, b.to)]);
    }), { numRuns });
  });
});

it("periods are the same by their words", () => {
  expect(samePeriod(period("2020", null), period("2020", null))).toBe(true);
  expect(samePeriod(null, null)).toBe(true);
  for (const other of [null, period("2020-01", null), period("2020", "2021"), period(null, "2020"), period(null, null)]) expect(samePeriod(period("2020", null), other)).toBe(false);
  expect(samePeriod(period(null, null), null)).toBe(false);
});
