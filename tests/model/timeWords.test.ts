import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { Career } from "../../src/model/career.js";
import { createCareer } from "../../src/model/createCareer.js";
import { parsePartialDate, type PartialDate } from "../../src/model/dates.js";
import type { When } from "../../src/model/document.js";
import { readPeriod, type Period } from "../../src/model/period.js";
import { durationWords, periodLabel, periodWords, shortSpan, windowWords, yearSpan } from "../../src/model/timeWords.js";
import { arbDocument, arbPeriod } from "../support/arbitraries.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";

const AS_OF = Date.UTC(2026, 10, 15);
const numRuns = Number(process.env["FC_RUNS"] ?? 300);

function dateOf(text: string): PartialDate {
  const date = parsePartialDate(text);
  if (!date) throw new Error(`not a date: ${text}`);
  return date;
}
function careerOf(start: string, end: string | null, when?: When): Career {
  const achievement = makeAchievement(when === undefined ? {} : { when });
  return createCareer(makeDocument({ roles: [makeRole({ start, end, achievements: [achievement] })] }), AS_OF);
}
function wordsOf(start: string, end: string | null, when?: When): string {
  const { achievements: [achievement], roles: [role] } = careerOf(start, end, when);
  if (!achievement || !role) throw new Error("no achievement");
  return windowWords(achievement, role);
}
function durationOf(start: string, end: string | null): string {
  const [role] = careerOf(start, end).roles;
  if (!role) throw new Error("no role");
  return durationWords(role);
}

describe("shortSpan", () => {
  it.each([
    ["2022-03", "2025-10", "Mar 2022 – Oct 2025"],
    ["2022-03", "2022-06", "Mar – Jun 2022"],
    ["2022-03", "2022-03", "Mar 2022"],
    ["2022", "2025", "2022–25"],
    ["1998", "2003", "1998–2003"],
    ["2022", "2022", "2022"],
    ["2018", "2022-03", "2018 – Mar 2022"],
    ["2022-03-03", "2022-03-09", "3 Mar 2022 – 9 Mar 2022"],
    ["2021-09", null, "Sep 2021 – now"],
    ["2021", null, "2021 – now"],
  ])("%s to %s", (from, to, expected) => {
    expect(shortSpan(dateOf(from), to === null ? null : dateOf(to))).toBe(expected);
  });
});

describe("yearSpan", () => {
  it.each([["2022-03", "2025-10", "2022–25"], ["2022-03", "2022-06", "2022"], ["1998", "2003", "1998–2003"], ["2021-09", null, "2021–now"]])("%s to %s", (from, to, expected) => {
    expect(yearSpan(dateOf(from), to === null ? null : dateOf(to))).toBe(expected);
  });
});

describe("durationWords", () => {
  it.each([
    ["2022-03", "2025-10", "3 years and 8 months"],
    ["2018-03", "2022-03", "4 years and 1 month"],
    ["2020-01", "2020-12", "1 year"],
    ["2020-01", "2021-12", "2 years"],
    ["2020-05", "2020-05", "1 month"],
    ["2020-05", "2020-06", "2 months"],
    ["2018", "2022", "up to 5 years"],
    ["2018", "2018", "up to 1 year"],
    ["2018", "2022-03", "up to 4 years and 3 months"],
    ["2020-01-15", "2020-03-14", "2 months"],
    ["2020-01-15", "2020-03-13", "1 month"],
    ["2020-01-15", "2020-01-26", "12 days"],
    ["2020-01-15", "2020-01-15", "1 day"],
    ["2020-01-31", "2020-03", "3 months"],
    ["2026-01", null, "11 months"],
    ["2024-11", null, "2 years and 1 month"],
    ["2024", null, "up to 2 years and 11 months"],
  ])("%s to %s", (start, end, expected) => {
    expect(durationOf(start, end)).toBe(expected);
  });

  it("goes by the stated dates, not by a hand-over", () => {
    const career = createCareer(makeDocument({
      roles: [
        makeRole({ id: "a", start: "2018-03", end: "2022-03", achievements: [] }),
        makeRole({ id: "b", start: "2022-03", end: "2025-10", achievements: [] }),
      ],
    }), AS_OF);
    expect(career.roles.map(durationWords)).toEqual(["4 years and 1 month", "3 years and 8 months"]);
  });
});

describe("windowWords", () => {
  it.each<[string, string, string | null, When | undefined]>([
    ["Some time in these 3 years and 8 months. No closer date is stated.", "2022-03", "2025-10", undefined],
    ["Some time in this stretch of 1 year and 2 months. No closer date is stated.", "2022-03", "2023-04", undefined],
    ["Some time in this stretch of 1 month. No closer date is stated.", "2022-03", "2022-03", undefined],
    ["Some time in these 11 months. No closer date is stated.", "2026-01", null, undefined],
    ["Some time between 2018 and 2022. No closer date is stated.", "2018", "2022", undefined],
    ["Some time between 2018 and March 2022. No closer date is stated.", "2018", "2022-03", undefined],
    ["Some time in 2018. No closer date is stated.", "2018", "2018", undefined],
    ["Some time since 2018. No closer date is stated.", "2018", null, undefined],
    ["Some time between March 2022 and October 2022.", "2020-01", "2025-10", { from: "2022-03", to: "2022-10" }],
    ["Some time between 2022 and June 2023.", "2020-01", "2025-10", { from: "2022", to: "2023-06" }],
    ["Some time between January 2022 and December 2022.", "2020-01", "2025-10", { from: "2022-01", to: "2022-12" }],
    ["In March 2022.", "2020-01", "2025-10", { from: "2022-03", to: "2022-03" }],
    ["In 2022.", "2020-01", "2025-10", { from: "2022", to: "2022" }],
    ["On 3 March 2022.", "2020-01", "2025-10", { from: "2022-03-03", to: "2022-03-03" }],
    ["Some time between January 2024 and October 2025, when the role ended.", "2020-01", "2025-10", { from: "2024-01" }],
    ["Some time since January 2024.", "2020-01", null, { from: "2024-01" }],
    ["Some time since January 2026.", "2020-01", "2025-10", { from: "2026-01" }],
    ["Some time between January 2020, when the role began, and March 2022.", "2020-01", "2025-10", { to: "2022-03" }],
    ["Some time up to 2019.", "2020-01", "2025-10", { to: "2019" }],
    ["Begun between Mar and Jun 2022. The end is not dated, so it counts as done some time up to Oct 2025.", "2022-03", "2025-10", { from: "2022-03", to: "2022-06", of: "start" }],
    ["Begun between Nov 2022 and Feb 2023. The end is not dated, so it counts as done some time up to now.", "2022-03", null, { from: "2022-11", to: "2023-02", of: "start" }],
    ["Begun in March 2022. The end is not dated, so it counts as done some time up to Oct 2025.", "2022-03", "2025-10", { from: "2022-03", of: "start" }],
    ["Begun on 3 March 2022. The end is not dated, so it counts as done some time up to 2025.", "2022", "2025", { from: "2022-03-03", of: "start" }],
    ["Begun in 2026. The end is not dated, so it counts as done some time up to 2026.", "2022-03", "2025-10", { from: "2026", of: "start" }],
    ["Ended between Mar and Jun 2022. The start is not dated, so it counts as done some time from Mar 2018 on.", "2018-03", "2025-10", { from: "2022-03", to: "2022-06", of: "end" }],
    ["Ended in 2017. The start is not dated, so it counts as done some time from 2017 on.", "2018-03", "2025-10", { from: "2017", of: "end" }],
  ])("%s", (expected, start, end, when) => {
    expect(wordsOf(start, end, when)).toBe(expected);
  });

  it("says of any achievement something, and nothing of pace", () => {
    fc.assert(fc.property(arbDocument, (document) => {
      const career = createCareer(document, AS_OF);
      for (const achievement of career.achievements) {
        const role = career.roles.find(({ id }) => id === achievement.roleId);
        const words = role ? windowWords(achievement, role) : "";
        expect(words).toMatch(/^(Some time|In|On|Begun|Ended) .*\d.*\.$/);
        expect(words).not.toMatch(/\b(pace|speed|faster|rate|growth)\b|undefined|null|NaN| {2}/);
      }
    }), { numRuns });
  });
});

describe("periodWords and periodLabel", () => {
  it.each<[words: string, label: string, Period | null]>([
    ["between 2020 and Jun 2021", "2020 to Jun 2021", { from: "2020", to: "2021-06" }],
    ["between 2020 and 2022", "2020 to 2022", { from: "2020", to: "2022" }],
    ["between Mar and Jun 2022", "Mar to Jun 2022", { from: "2022-03", to: "2022-06" }],
    ["between Mar 2021 and Jun 2022", "Mar 2021 to Jun 2022", { from: "2021-03", to: "2022-06" }],
    ["between 3 Mar 2022 and Jun 2022", "3 Mar 2022 to Jun 2022", { from: "2022-03-03", to: "2022-06" }],
    ["in 2020", "2020", { from: "2020", to: "2020" }],
    ["in Mar 2022", "Mar 2022", { from: "2022-03", to: "2022-03" }],
    ["on 3 Mar 2022", "3 Mar 2022", { from: "2022-03-03", to: "2022-03-03" }],
    ["since 2020", "Since 2020", { from: "2020", to: null }],
    ["since 3 Mar 2022", "Since 3 Mar 2022", { from: "2022-03-03", to: null }],
    ["until Jun 2021", "Until Jun 2021", { from: null, to: "2021-06" }],
    // One date inside the other: the coarser is said by its edge.
    ["between Jan and Jun 2020", "Jan to Jun 2020", { from: "2020", to: "2020-06" }],
    ["between Jun and Dec 2020", "Jun to Dec 2020", { from: "2020-06", to: "2020" }],
    ["between 1 Mar 2020 and 9 Mar 2020", "1 Mar 2020 to 9 Mar 2020", { from: "2020-03", to: "2020-03-09" }],
    ["between 9 Feb 2020 and 29 Feb 2020", "9 Feb 2020 to 29 Feb 2020", { from: "2020-02-09", to: "2020-02" }],
    ["in Jan 2020", "Jan 2020", { from: "2020", to: "2020-01" }],
    ["on 31 Dec 2020", "31 Dec 2020", { from: "2020-12-31", to: "2020" }],
    ["between 2020 and 2022", "2020 to 2022", { from: "2022", to: "2020" }],
    ["", "", { from: "x", to: null }],
    ["", "", null],
  ])("%s / %s", (words, label, period) => {
    expect([periodWords(period), periodLabel(period)]).toEqual([words, label]);
  });

  it("say no end twice, and both years where they differ", () => {
    fc.assert(fc.property(arbPeriod, (period) => {
      const dates = readPeriod(period);
      const words = periodWords(period);
      expect(words).toMatch(/^(in|on|since|until|between .+ and) .*\d{4}$/);
      const [, first, last] = /^between (.+) and (.+)$/.exec(words) ?? [];
      if (first !== undefined) expect(first).not.toBe(last);
      for (const end of [dates?.from, dates?.to]) if (end) expect(words).toContain(end.text.slice(0, 4));
      expect(periodLabel(period)).toMatch(/^(?=[\dA-Z]).*\d{4}$/);
    }), { numRuns });
  });
});
