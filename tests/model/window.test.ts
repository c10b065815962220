import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interval } from "../../src/lib/units.js";
import { readStated, readWindow } from "../../src/model/window.js";
import type { When } from "../../src/model/document.js";
import { arbCareer, PATIENCE_MS, RUNS } from "../support/careers.js";

const at = (text: string): number => Date.parse(`${text}T00:00Z`);
const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
const between = ({ from, to }: Interval): string => `${day(from)} ${day(to)}`;

/** March 2018 to February 2022, whole months. */
const ROLE: Interval = { from: at("2018-03-01"), to: at("2022-03-01") };

function read(when: When | undefined, role = ROLE): string[] {
  const { window, dating, known } = readWindow(when, role);
  return [between(window), dating, ...(known ? [`${known.side} ${between(known.interval)}`] : [])];
}

describe("readWindow", () => {
  it.each<[string, When | undefined, string[]]>([
    ["nothing stated: the role", undefined, ["2018-03-01 2022-03-01", "role"]],
    ["a quote alone dates nothing", { quote: "later" }, ["2018-03-01 2022-03-01", "role"]],
    ["both, by month", { from: "2020-01", to: "2020-03" }, ["2020-01-01 2020-04-01", "own"]],
    ["both, of whole", { from: "2020-01", to: "2020-03", of: "whole" }, ["2020-01-01 2020-04-01", "own"]],
    ["both, one month", { from: "2020-01", to: "2020-01" }, ["2020-01-01 2020-02-01", "own"]],
    ["both, one day", { from: "2020-01-05", to: "2020-01-05" }, ["2020-01-05 2020-01-06", "own"]],
    ["both, one year", { from: "2020", to: "2020" }, ["2020-01-01 2021-01-01", "own"]],
    ["both, of unlike precision", { from: "2020", to: "2020-06-15" }, ["2020-01-01 2020-06-16", "own"]],
    ["from alone", { from: "2020-01" }, ["2020-01-01 2022-03-01", "role"]],
    ["from alone, by day", { from: "2020-01-05" }, ["2020-01-05 2022-03-01", "role"]],
    ["from alone, by year", { from: "2020" }, ["2020-01-01 2022-03-01", "role"]],
    ["to alone", { to: "2020-03" }, ["2018-03-01 2020-04-01", "role"]],
    ["to alone, by day", { to: "2020-03-05" }, ["2018-03-01 2020-03-06", "role"]],
    ["to alone, by year", { to: "2020" }, ["2018-03-01 2021-01-01", "role"]],
    ["begun between", { from: "2020-01", to: "2020-03", of: "start" }, ["2020-01-01 2022-03-01", "role", "start 2020-01-01 2020-04-01"]],
    ["begun in one month", { from: "2020-01", of: "start" }, ["2020-01-01 2022-03-01", "role", "start 2020-01-01 2020-02-01"]],
    ["begun by", { to: "2020-01-05", of: "start" }, ["2020-01-05 2022-03-01", "role", "start 2020-01-05 2020-01-06"]],
    ["begun in a year the role began in", { from: "2018", of: "start" }, ["2018-03-01 2022-03-01", "role", "start 2018-03-01 2019-01-01"]],
    ["ended between", { from: "2020-01", to: "2020-03", of: "end" }, ["2018-03-01 2020-04-01", "role", "end 2020-01-01 2020-04-01"]],
    ["ended in one month", { to: "2020-01", of: "end" }, ["2018-03-01 2020-02-01", "role", "end 2020-01-01 2020-02-01"]],
    ["ended on a day", { from: "2020-01-05", of: "end" }, ["2018-03-01 2020-01-06", "role", "end 2020-01-05 2020-01-06"]],
    ["finished after the role", { from: "2022-05", to: "2022-06" }, ["2022-05-01 2022-07-01", "own"]],
    ["ended after the role", { to: "2022-06", of: "end" }, ["2018-03-01 2022-07-01", "role", "end 2022-06-01 2022-07-01"]],
    ["begun after the role", { from: "2022-06", of: "start" }, ["2022-06-01 2022-07-01", "role", "start 2022-06-01 2022-07-01"]],
    ["from alone, after the role: no closer than it was stated", { from: "2022-06" }, ["2022-06-01 2022-07-01", "role"]],
    ["from alone, in the year in which the role ends", { from: "2022" }, ["2022-01-01 2022-03-01", "role"]],
    ["both, the year in which the role begins", { from: "2018", to: "2018" }, ["2018-03-01 2019-01-01", "own"]],
    ["both, the year in which the role ends", { from: "2022", to: "2022" }, ["2022-01-01 2022-03-01", "own"]],
    ["both, from the role's first year to its last", { from: "2018", to: "2022" }, ["2018-03-01 2022-03-01", "own"]],
    ["both, across the role's edges, but as fine as they are", { from: "2018-01", to: "2022-05" }, ["2018-01-01 2022-06-01", "own"]],
    ["both, before the role in the year in which it begins", { from: "2018", to: "2018-02" }, ["2018-01-01 2018-03-01", "own"]],
    ["both, after the role in the year in which it ends", { from: "2022-04", to: "2022" }, ["2022-04-01 2023-01-01", "own"]],
    ["from alone, the year in which the role begins", { from: "2018" }, ["2018-03-01 2022-03-01", "role"]],
    ["to alone, the year in which the role ends", { to: "2022" }, ["2018-03-01 2022-03-01", "role"]],
    ["ended in the year in which the role began", { from: "2018", of: "end" }, ["2018-03-01 2019-01-01", "role", "end 2018-03-01 2019-01-01"]],
    ["ended in the year in which the role ended", { to: "2022", of: "end" }, ["2018-03-01 2022-03-01", "role", "end 2022-01-01 2022-03-01"]],
    ["begun in the year in which the role ended", { from: "2022", of: "start" }, ["2022-01-01 2022-03-01", "role", "start 2022-01-01 2022-03-01"]],
    ["to alone, before the role: where it was stated", { to: "2017-05" }, ["2017-05-01 2017-06-01", "role"]],
    ["begun before the role: where it was stated", { from: "2017-05", of: "start" }, ["2017-05-01 2022-03-01", "role", "start 2017-05-01 2017-06-01"]],
    ["ended before the role: where it was stated", { to: "2017-05", of: "end" }, ["2017-05-01 2017-06-01", "role", "end 2017-05-01 2017-06-01"]],
  ])("%s", (_, when, expected) => expect(read(when)).toEqual(expected));

  it("starts a known start with the role: the first half of a hand-over month was the role before's", () => {
    const role = { from: at("2022-03-16"), to: at("2025-11-01") };
    expect(read({ from: "2022-03", to: "2022-06", of: "start" }, role)).toEqual(["2022-03-16 2025-11-01", "role", "start 2022-03-16 2022-07-01"]);
    expect(read({ from: "2022-03", of: "start" }, role)).toEqual(["2022-03-16 2025-11-01", "role", "start 2022-03-16 2022-04-01"]);
  });

  it("cuts a hand-over month in its middle, on either side", () => {
    const role = { from: at("2022-03-16"), to: at("2025-10-16") };
    expect(read({ from: "2022-03", to: "2022-03" }, role)).toEqual(["2022-03-16 2022-04-01", "own"]);
    expect(read({ from: "2025-10", to: "2025-10" }, role)).toEqual(["2025-10-01 2025-10-16", "own"]);
    expect(read({ to: "2025-10", of: "end" }, role)).toEqual(["2022-03-16 2025-10-16", "role", "end 2025-10-01 2025-10-16"]);
  });

  it("hands a known side's quote on, and only where there is one", () => {
    expect(readWindow({ from: "2020", of: "start", quote: "in 2020" }, ROLE).known?.quote).toBe("in 2020");
    expect("quote" in (readWindow({ from: "2020", of: "start" }, ROLE).known ?? {})).toBe(false);
  });

  it("never is empty, holds what is known, and holds its node, in any career", () => {
    fc.assert(
      fc.property(arbCareer, ({ achievements, roles }) => {
        for (const { window, known, dating, stated, centre, roleId } of achievements) {
          expect(window.from).toBeLessThan(window.to);
          expect(centre).toBeGreaterThan(window.from);
          expect(centre).toBeLessThan(window.to);
          const role = roles.find(({ id }) => id === roleId)?.interval;
          if (dating === "own") {
            expect([stated?.from?.from, role?.from]).toContain(window.from);
            expect([stated?.to?.to, role?.to]).toContain(window.to);
            expect(known).toBeNull();
            expect(window.from >= (stated?.from?.from ?? Infinity) && window.to <= (stated?.to?.to ?? -Infinity)).toBe(true);
          }
          if (!stated) expect(window).toEqual(role);
          if (!known) continue;
          expect(known.interval.from).toBeLessThan(known.interval.to);
          expect(known.interval.from).toBeGreaterThanOrEqual(Math.max(window.from, known.from.from));
          expect(known.interval.to).toBeLessThanOrEqual(Math.min(window.to, known.to.to));
          expect(known.side === "start" ? known.interval.from === window.from : known.interval.to === window.to).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);

  it("is never narrower than what was stated of its side", () => {
    const month = fc.integer({ min: 2010 * 12, max: 2030 * 12 }).map((n) => `${String(Math.floor(n / 12))}-${String((n % 12) + 1).padStart(2, "0")}`);
    fc.assert(
      fc.property(month, fc.constantFrom("from", "to"), fc.constantFrom(undefined, "start" as const, "end" as const), (text, side, of) => {
        const { window } = readWindow({ [side]: text, ...(of === undefined ? {} : { of }) }, ROLE);
        expect(window.to - window.from).toBeGreaterThanOrEqual(28 * 86_400_000);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("readStated", () => {
  it("gives the dates as they were written", () => {
    expect(readStated({ from: "2020", to: "2020-06" })).toMatchObject({ from: { text: "2020", precision: "year" }, to: { text: "2020-06", precision: "month" } });
    expect(readStated({ to: "2020-06" })).toMatchObject({ from: null, to: { text: "2020-06" } });
    expect(readStated({ quote: "later" })).toBeNull();
    expect(readStated(undefined)).toBeNull();
  });

  it("keeps the words that say so", () => expect(readStated({ from: "2020", to: "2020", quote: "all of 2020" })?.quote).toBe("all of 2020"));
});
