import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS } from "../../src/lib/units.js";
import { parsePartialDate, type PartialDate } from "../../src/model/dates.js";
import { assignHandOvers } from "../../src/model/handOver.js";
import { arbCareer, AS_OF, PATIENCE_MS, RUNS } from "../support/careers.js";

function read(text: string): PartialDate {
  const date = parsePartialDate(text);
  if (!date) throw new Error(`not a date: ${text}`);
  return date;
}

/** Roles as "start/end", "" for ongoing; intervals as days. */
function drawn(roles: readonly string[], asOf = AS_OF): string[] {
  const stated = roles.map((role) => {
    const [start = "", end = ""] = role.split("/");
    return { start: read(start), end: end === "" ? null : read(end) };
  });
  return assignHandOvers(stated, asOf).map(({ from, to }) => `${new Date(from).toISOString().slice(0, 13)} ${new Date(to).toISOString().slice(0, 13)}`.replaceAll("T00", ""));
}

describe("assignHandOvers", () => {
  it.each([
    ["ends are inclusive", ["2018-03/2022-03"], ["2018-03-01 2022-04-01"]],
    ["a month shared by an end and a start is met in its middle", ["2018-03/2022-03", "2022-03/2025-10"], ["2018-03-01 2022-03-16T12", "2022-03-16T12 2025-11-01"]],
    ["in whatever order they are written", ["2022-03/2025-10", "2018-03/2022-03"], ["2022-03-16T12 2025-11-01", "2018-03-01 2022-03-16T12"]],
    ["also a short month", ["2021-01/2022-02", "2022-02/2022-12"], ["2021-01-01 2022-02-15", "2022-02-15 2023-01-01"]],
    ["a year likewise", ["2018/2022", "2022/2024"], ["2018-01-01 2022-07-02T12", "2022-07-02T12 2025-01-01"]],
    ["a day is met at its edge", ["2020-01-01/2020-06-15", "2020-06-15/2020-12-31"], ["2020-01-01 2020-06-16", "2020-06-15 2021-01-01"]],
    ["a year and a month in it do not meet", ["2018/2022", "2022-03/2024-01"], ["2018-01-01 2023-01-01", "2022-03-01 2024-02-01"]],
    ["neighbouring months need no hand-over", ["2018-03/2022-02", "2022-03/2025-10"], ["2018-03-01 2022-03-01", "2022-03-01 2025-11-01"]],
    ["a role of one month keeps all of it, and those about it still meet", ["2018-03/2022-03", "2022-03/2022-03", "2022-03/2025-10"], ["2018-03-01 2022-03-16T12", "2022-03-01 2022-04-01", "2022-03-16T12 2025-11-01"]],
    ["a role of one month makes no hand-over by itself", ["2018-03/2022-03", "2022-03/2022-03"], ["2018-03-01 2022-04-01", "2022-03-01 2022-04-01"]],
    ["a role within one year, stated as that year, keeps all of it", ["2020/2020", "2020/2022"], ["2020-01-01 2021-01-01", "2020-01-01 2023-01-01"]],
    ["three that meet in one month meet in one place", ["2018-03/2022-03", "2022-03/2025-10", "2022-03/2023-01"], ["2018-03-01 2022-03-16T12", "2022-03-16T12 2025-11-01", "2022-03-16T12 2023-02-01"]],
    ["a role may hand over at both ends", ["2018-01/2019-05", "2019-05/2020-05", "2020-05/2021-01"], ["2018-01-01 2019-05-16T12", "2019-05-16T12 2020-05-16T12", "2020-05-16T12 2021-02-01"]],
    ["two that start together only do not meet", ["2018-03/2020-01", "2018-03/2021-01"], ["2018-03-01 2020-02-01", "2018-03-01 2021-02-01"]],
    ["ongoing reaches to now", ["2022-03/"], ["2022-03-01 2026-11-22"]],
    ["ongoing after a hand-over", ["2018-03/2022-03", "2022-03/"], ["2018-03-01 2022-03-16T12", "2022-03-16T12 2026-11-22"]],
    ["an end that is still to come stays as stated", ["2022-03/2027-06"], ["2022-03-01 2027-07-01"]],
    ["a month of which only a part is over is met in the middle of that part", ["2018-03/2026-11", "2026-11/"], ["2018-03-01 2026-11-11T12", "2026-11-11T12 2026-11-22"]],
  ])("%s", (_, roles, intervals) => expect(drawn(roles)).toEqual(intervals));

  it("has no empty interval for a role that is to begin", () => {
    expect(assignHandOvers([{ start: read("2027-03"), end: null }], AS_OF)).toEqual([{ from: Date.UTC(2027, 2), to: Date.UTC(2027, 2) + 1 }]);
    expect(assignHandOvers([{ start: read("2026-11-22"), end: null }], AS_OF)).toEqual([{ from: AS_OF, to: AS_OF + 1 }]);
  });

  it("has no roles for none", () => expect(assignHandOvers([], AS_OF)).toEqual([]));

  it("leaves no interval empty, none beyond what is stated, and shortens by half a stated date at most", () => {
    fc.assert(
      fc.property(arbCareer, ({ roles, asOf }) => {
        for (const { start, end, interval } of roles) {
          expect(interval.from).toBeLessThan(interval.to);
          expect(interval.from).toBeGreaterThanOrEqual(start.from);
          expect(interval.from).toBeLessThanOrEqual((start.from + start.to) / 2);
          if (!end) expect(interval.to).toBe(Math.max(asOf, interval.from + 1));
          else {
            expect(interval.to).toBeLessThanOrEqual(end.to);
            expect(interval.to).toBeGreaterThanOrEqual((end.from + (asOf > end.from ? Math.min(end.to, asOf) : end.to)) / 2 - 1);
          }
        }
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);

  it("lets roles that follow each other month by month touch and never overlap", () => {
    const chain = fc.tuple(fc.integer({ min: 24_000, max: 24_200 }), fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }));
    const month = (n: number): string => `${String(Math.floor(n / 12))}-${String((n % 12) + 1).padStart(2, "0")}`;
    fc.assert(
      fc.property(chain, ([first, lengths]) => {
        let at = first;
        const roles = lengths.map((length) => {
          const start = read(month(at));
          at += length;
          return { start, end: read(month(at)) };
        });
        const intervals = assignHandOvers(roles, Date.UTC(2100, 0));
        intervals.slice(1).forEach(({ from }, i) => expect(intervals[i]?.to).toBe(from));
        expect(intervals.every(({ from, to }) => to - from >= 28 * DAY_MS)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});
