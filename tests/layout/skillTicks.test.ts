import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { skillTicks, type TickFrom } from "../../src/layout/skillTicks.js";
import { textWidth } from "../../src/layout/textWidth.js";
import { timeTicks, TICK_SIZE } from "../../src/layout/timeTicks.js";
import { DAY_MS, type Interval } from "../../src/lib/units.js";
import { RUNS } from "../support/careers.js";

const between = (from: string, to: string): Interval => ({ from: Date.parse(`${from}T00:00Z`), to: Date.parse(`${to}T00:00Z`) });
const shown = (domain: Interval, width: TickFrom): string[] => skillTicks(domain).filter(({ from }) => from <= width).map(({ label }) => label);
/** The page column and the narrowest plot it has. */
const COLUMNS: readonly (readonly [TickFrom, number])[] = [[0, 181], [520, 308], [780, 528], [1004, 752]];

describe("skillTicks", () => {
  it("are the arc's own at the wide form: every other year of thirty, not every fifth", () => {
    const domain = between("1994-01-01", "2026-01-01");
    expect(shown(domain, 1004)).toEqual(timeTicks(domain, 930).map(({ label }) => label));
    expect(shown(domain, 1004).slice(0, 3)).toEqual(["1994", "1996", "1998"]);
  });

  it("give way where there is less room, round years last", () => {
    const domain = between("2018-01-01", "2026-01-01");
    expect(COLUMNS.map(([column]) => shown(domain, column))).toEqual([
      ["2018", "2020", "2022", "2024"], ["2018", "2020", "2022", "2024"],
      ["2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"], ["2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"],
    ]);
  });

  it("stay at least three of every length of career, and two on a phone", () => {
    expect(shown(between("2011-07-01", "2026-11-01"), 0)).toEqual(["2012", "2016", "2020", "2024"]);
    const counts = Array.from({ length: 38 }, (_, i) => COLUMNS.map(([column]) => shown({ from: Date.UTC(2026 - i - 3, 4), to: Date.UTC(2026, 10) }, column).length));
    expect(Math.min(...counts.flatMap(([, ...wider]) => wider))).toBe(3);
    expect(Math.min(...counts.flat())).toBe(2);
    expect(counts.filter(([phone]) => phone === 2)).toHaveLength(3);
  });

  it("do not leave a narrow page, whose column the plot ends with", () => {
    expect(shown(between("2026-09-01", "2026-11-01"), 0).at(-1)).not.toMatch(/Nov/);
    expect(shown(between("2018-01-01", "2026-01-01"), 780).at(-1)).toBe("2026");
  });

  it("keep the labels that say the year", () => {
    expect(shown(between("2020-02-10", "2021-05-01"), 0)).toEqual(["Apr 2020", "Jan 2021"]);
  });

  it("stand apart in every column, are there in each, and never lose the year that a label leans on", () => {
    const domains = fc.tuple(fc.integer({ min: Date.UTC(1900, 0) / DAY_MS, max: Date.UTC(2030, 0) / DAY_MS }), fc.double({ min: 0, max: Math.log(36_525), noNaN: true }))
      .map(([day, log]): Interval => ({ from: day * DAY_MS, to: Math.round((day + Math.exp(log)) * DAY_MS) }));
    fc.assert(
      fc.property(domains, (domain) => {
        const all = skillTicks(domain);
        const years = timeTicks(domain, 930).map(({ time }) => new Date(time).getUTCFullYear());
        for (const [column, width] of COLUMNS) {
          const left = all.map((tick, i) => ({ ...tick, year: years[i] })).filter(({ from }) => from <= column);
          if (all.length > 0) expect(left.length).toBeGreaterThan(0);
          let said: number | undefined;
          left.forEach(({ x, label, year }, i) => {
            const before = left[i - 1];
            if (before) expect((x - before.x) * width).toBeGreaterThan((textWidth(label, TICK_SIZE, 400) + textWidth(before.label, TICK_SIZE, 400)) / 2 + 1.5);
            if (/\d{4}$/.test(label)) said = Number(label.slice(-4));
            expect(said).toBe(year);
          });
        }
      }),
      { numRuns: RUNS * 3 },
    );
  });
});
