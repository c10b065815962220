import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth } from "../../src/layout/textWidth.js";
import { createTimeScale } from "../../src/layout/timeScale.js";
import { timeTicks, TICK_SIZE } from "../../src/layout/timeTicks.js";
import { DAY_MS, type Interval } from "../../src/lib/units.js";
import { RUNS } from "../support/careers.js";

const between = (from: string, to: string): Interval => ({ from: Date.parse(`${from}T00:00Z`), to: Date.parse(`${to}T00:00Z`) });
const labels = (from: string, to: string, width: number): (string | null)[] => timeTicks(between(from, to), width).map(({ label }) => label);

describe("timeTicks", () => {
  it.each<[string, string, string, number, string[]]>([
    ["years", "2018-01-01", "2026-01-01", 932, ["2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"]],
    ["every other year", "2018-01-01", "2026-01-01", 312, ["2018", "2020", "2022", "2024", "2026"]],
    ["decades", "1966-01-01", "2026-01-01", 312, ["1970", "1980", "1990", "2000", "2010", "2020"]],
    ["quarters, the year where it begins", "2020-02-10", "2021-05-01", 500, ["Apr 2020", "Jul", "Oct", "Jan 2021", "Apr"]],
    ["months", "2020-11-01", "2021-02-01", 400, ["Nov 2020", "Dec", "Jan 2021", "Feb"]],
    ["Mondays", "2026-03-02", "2026-03-30", 360, ["2 Mar 2026", "9 Mar", "16 Mar", "23 Mar", "30 Mar"]],
    ["days", "2026-02-27", "2026-03-02", 320, ["27 Feb 2026", "28 Feb", "1 Mar", "2 Mar"]],
    ["a day", "2026-02-28", "2026-03-01", 200, ["28 Feb 2026", "1 Mar"]],
    ["Mondays across a new year", "2024-12-16", "2025-01-13", 360, ["16 Dec 2024", "23 Dec", "30 Dec", "6 Jan 2025", "13 Jan"]],
    ["days across a new year", "2024-12-31", "2025-01-02", 320, ["31 Dec 2024", "1 Jan 2025", "2 Jan"]],
  ])("%s", (_, from, to, width, expected) => expect(labels(from, to, width)).toEqual(expected));

  it("stand at midnights of UTC", () => {
    for (const { time } of timeTicks(between("2018-03-10", "2025-11-01"), 900)) expect(new Date(time).toISOString()).toMatch(/-01-01T00:00:00.000Z$/);
  });

  it("give the year to the next label where the first would leave the drawing", () => {
    const ticks = timeTicks(between("2024-11-01", "2025-02-01"), 400, { left: 4, right: 60 });
    expect(ticks.map(({ label }) => label)).toEqual([null, "Dec 2024", "Jan 2025", "Feb"]);
    expect(timeTicks(between("2024-11-01", "2025-02-01"), 400, { left: 60, right: 4 }).at(-1)?.label).toBeNull();
  });

  /** Any day from 1900 on, a span from a day to a century, small ones as often as large. */
  const domains = fc.tuple(fc.integer({ min: Date.UTC(1900, 0) / DAY_MS, max: Date.UTC(2030, 0) / DAY_MS }), fc.double({ min: 0, max: Math.log(36_525), noNaN: true }))
    .map(([day, log]): Interval => ({ from: day * DAY_MS, to: Math.round((day + Math.exp(log)) * DAY_MS) }));
  const widths = fc.integer({ min: 200, max: 1500 });

  it("ascend inside the domain, their labels apart, each label told from the others", () => {
    fc.assert(
      fc.property(domains, widths, (domain, width) => {
        const { toPx } = createTimeScale(domain, 0, width);
        const ticks = timeTicks(domain, width);
        const said = ticks.map(({ label }) => label ?? "");
        for (const { time } of ticks) expect(time >= domain.from && time <= domain.to).toBe(true);
        ticks.slice(1).forEach(({ time, label }, i) => {
          const before = ticks[i];
          const room = (textWidth(label ?? "", TICK_SIZE, 400) + textWidth(before?.label ?? "", TICK_SIZE, 400)) / 2;
          expect(toPx(time) - toPx(before?.time ?? Infinity)).toBeGreaterThan(room + 4);
        });
        // A month without its year stands after one that has it and is never met twice before the next.
        let since = new Set<string>();
        for (const label of said) {
          if (/ ?\d{4}$/.test(label)) since = new Set();
          expect(since.has(label)).toBe(false);
          since.add(label);
        }
        if (said[0] !== undefined) expect(said[0]).toMatch(/\d{4}$/);
      }),
      { numRuns: RUNS * 3 },
    );
  });

  it("are never so few that the scale cannot be read: two at least from half a year and 300 px on", () => {
    fc.assert(
      fc.property(domains, widths, (domain, width) => {
        if (domain.to - domain.from >= 184 * DAY_MS && width >= 300) expect(timeTicks(domain, width).length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: RUNS * 3 },
    );
  });
});
