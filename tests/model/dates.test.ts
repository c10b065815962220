import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS } from "../../src/lib/units.js";
import { formatPartialDate, lastYearOf, parsePartialDate, yearOf, type PartialDate } from "../../src/model/dates.js";
import { RUNS } from "../support/careers.js";

const iso = (at: number): string => new Date(at).toISOString();

function read(text: string): PartialDate {
  const date = parsePartialDate(text);
  if (!date) throw new Error(`not a date: ${text}`);
  return date;
}

describe("parsePartialDate", () => {
  it.each([
    ["2022", "year", "2022-01-01", "2023-01-01"],
    ["2022-03", "month", "2022-03-01", "2022-04-01"],
    ["2022-12", "month", "2022-12-01", "2023-01-01"],
    ["2022-03-14", "day", "2022-03-14", "2022-03-15"],
    ["2024-02-29", "day", "2024-02-29", "2024-03-01"],
    ["2021-12-31", "day", "2021-12-31", "2022-01-01"],
    ["1000", "year", "1000-01-01", "1001-01-01"],
    ["9999-12-31", "day", "9999-12-31", "+010000-01-01"],
  ])("%s is a %s from %s to before %s", (text, precision, from, to) => {
    const date = read(text);
    expect([date.text, date.precision, iso(date.from), iso(date.to)]).toEqual([text, precision, `${from}T00:00:00.000Z`, `${to}T00:00:00.000Z`]);
  });

  it.each([
    "", "22", "02022", "0999", "2022-13", "2022-00", "2022-3", "2022-02-30", "2023-02-29", "2022-04-31", "2022-01-00", "2022-01-32", "2022-03-14T00:00",
    "2022/03", " 2022", "2022\n", "2022-03-", "2022-W10", "20 22", "٢٠٢٢", "now", "-2022", "+2022",
  ])("%j is none", (text) => expect(parsePartialDate(text)).toBeNull());

  it("reads every day between 1000 and 9999 as that day, its month and its year around it", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1000, 0) / DAY_MS, max: Date.UTC(9999, 11, 31) / DAY_MS }), (n) => {
        const text = iso(n * DAY_MS).slice(0, 10);
        const [day, month, year] = [read(text), read(text.slice(0, 7)), read(text.slice(0, 4))];
        expect([day.from, day.to]).toEqual([n * DAY_MS, (n + 1) * DAY_MS]);
        expect(month.from <= day.from && day.to <= month.to && year.from <= month.from && month.to <= year.to).toBe(true);
        expect([28, 29, 30, 31]).toContain((month.to - month.from) / DAY_MS);
        expect([365, 366]).toContain((year.to - year.from) / DAY_MS);
      }),
      { numRuns: RUNS },
    );
  });

  it("never throws, whatever it is given", () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9-]{0,12}$/)), (text) => {
      const date = parsePartialDate(text);
      if (date) expect(date.from).toBeLessThan(date.to);
    }), { numRuns: RUNS });
  });
});

describe("formatPartialDate", () => {
  it.each([
    ["2022", "2022", "2022"],
    ["2022-03", "March 2022", "Mar 2022"],
    ["2022-05", "May 2022", "May 2022"],
    ["2022-03-04", "4 March 2022", "4 Mar 2022"],
    // In a local zone west of Greenwich this would be 31 December.
    ["2022-01-01", "1 January 2022", "1 Jan 2022"],
  ])("%s reads %s, in short %s", (text, long, short) => {
    expect([formatPartialDate(read(text)), formatPartialDate(read(text), "short")]).toEqual([long, short]);
  });
});

describe("years", () => {
  it("are UTC, and an end on new year's midnight belongs to the year before", () => {
    expect([yearOf(Date.UTC(2022, 0)), yearOf(Date.UTC(2022, 0) - 1)]).toEqual([2022, 2021]);
    expect([lastYearOf(read("2021")), lastYearOf({ from: Date.UTC(2021, 5), to: Date.UTC(2022, 0) + 1 })]).toEqual([2021, 2022]);
  });
});
