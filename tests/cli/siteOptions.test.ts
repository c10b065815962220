import { describe, expect, it } from "vitest";
import { readAsOf } from "../../src/cli/siteOptions.js";
import { DAY_MS } from "../../src/lib/units.js";

const TODAY = Date.UTC(2026, 10, 22);

describe("readAsOf", () => {
  it("is today where nothing is typed, at its first moment in UTC", () => {
    expect(readAsOf(undefined, TODAY)).toEqual({ asOf: TODAY, messages: [] });
    const now = readAsOf(undefined);
    expect(typeof now === "object" && now.asOf % DAY_MS).toBe(0);
    expect(typeof now === "object" && Math.abs(now.asOf - Date.now())).toBeLessThan(2 * DAY_MS);
  });
  it.each([["2026-01-31", Date.UTC(2026, 0, 31)], ["2026-03", Date.UTC(2026, 2)], ["2025-11-22", Date.UTC(2025, 10, 22)], ["2027-11-22", Date.UTC(2027, 10, 22)]])("reads %s without a word", (text, asOf) => {
    expect(readAsOf(text, TODAY)).toEqual({ asOf, messages: [] });
  });
  it.each(["2025-11-20", "2027-11-24", "1926-11-22", "2206-11-22"])("warns of %s, more than a year away", (text) => {
    expect(readAsOf(text, TODAY)).toMatchObject({ messages: [`warning --as-of: ${text} is more than a year from today; ongoing roles reach to that day`] });
  });
  it.each(["", "soon", "2026-02-30", "22.11.2026"])("says that %j is no date", (text) => {
    expect(readAsOf(text, TODAY)).toBe(`cannot read "${text}" as a date at --as-of; use YYYY-MM-DD`);
  });
});
