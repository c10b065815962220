import { describe, expect, it } from "vitest";
import type { ActivityBin } from "../../../src/layout/activityDensity.js";
import { createActivity, type Activity } from "../../../src/model/activity.js";
import { createCareer } from "../../../src/model/createCareer.js";
import type { ActivitySeriesDocument } from "../../../src/model/document.js";
import { NO_FILTERS, type Filters } from "../../../src/model/select.js";
import { activityWords, barWords, narrowsActivity, seriesName, stretchWords, type ActivityShown } from "../../../src/views/activity/activityWords.js";
import { AS_OF } from "../../support/careers.js";
import { makeDocument } from "../../support/document.js";

const at = (year: number, month = 1, day = 1): number => Date.UTC(year, month - 1, day);
const career = createCareer(makeDocument({ domains: [{ id: "payments", label: "Payments" }, { id: "apis", label: "APIs" }] }), AS_OF);

function activityOf(series: readonly ActivitySeriesDocument[], source?: string): Activity {
  const activity = createActivity(createCareer({ ...career.document, activity: { unit: "commits", series, ...(source === undefined ? {} : { source }) } }, AS_OF));
  if (activity === null) throw new Error("no activity");
  return activity;
}
const activity = activityOf([{ skill: "go", counts: { "2020": 1000 } }, { domain: "payments", counts: { "2021": 240 } }], "git log");
const month: ActivityBin = { unit: "month", every: 1 };
const certain = (count: number): ActivityShown["shown"] => ({ count, spread: null });
const shown: ActivityShown = { activity, career, filters: NO_FILTERS, bin: month, shown: certain(1240), asked: null, most: 40, spread: null };
const words = (more: Partial<ActivityShown>, filters: Partial<Filters> = {}): string => activityWords({ ...shown, ...more, filters: { ...NO_FILTERS, ...filters } });

describe("activityWords", () => {
  it("says what is counted, from where, in which bins, and how much there is", () => {
    expect(words({})).toBe("Commits per month, from git log: 1,240 shown, at most 40 in a bar (computed).");
    expect(words({ activity: activityOf([{ skill: "go", counts: { "2020": 1240 } }]), bin: { unit: "year", every: 5 } })).toBe("Commits per 5 years: 1,240 shown, at most 40 in a bar (computed).");
  });
  it("says how much of all is in view", () => {
    expect(words({ shown: certain(412) })).toContain(": 412 of 1,240 shown, ");
    expect(words({ shown: { count: 411.7, spread: "year" } })).toContain(": about 412 of 1,240 shown, ");
    expect(words({ shown: { count: 0, spread: null }, most: 0 })).toBe("Commits per month, from git log: 0 of 1,240 shown.");
    expect(words({ shown: { count: 0.2, spread: "year" }, most: 0.1 })).toContain(": less than one of 1,240 shown, at most one in a bar ");
  });
  it("says what part was asked for", () => {
    expect(words({ asked: certain(240) }, { domains: ["payments"] })).toContain(": 240 of 1,240 shown are of Payments, at most");
    expect(words({ asked: certain(3), shown: certain(412) }, { domains: ["payments", "apis"], skills: ["go"] })).toContain(": 3 of the 412 shown are of Payments or APIs, of Go, at most");
  });
  it.each([
    [{ from: "2020", to: "2021-06" }, "are from 2020 to June 2021,"], [{ from: "2020-03", to: null }, "are from March 2020 on,"],
    [{ from: null, to: "2021" }, "are up to 2021,"], [{ from: "2021", to: "2021" }, "are from 2021,"],
  ])("says the period %o", (period, expected) => {
    expect(words({ asked: certain(1) }, { period })).toContain(expected);
  });
  it("says what is spread", () => {
    expect(words({ spread: "month" })).toMatch(/ Counts of a whole month are spread evenly\.$/);
    expect(words({ spread: "year" })).toMatch(/ Counts of a whole month or year are spread evenly\.$/);
  });
  it("says where counts cannot answer", () => {
    const bySkill = activityOf([{ skill: "go", counts: { "2020": 1240 } }]);
    expect(words({ activity: bySkill, asked: certain(0) }, { domains: ["payments"] })).toMatch(/ None of them names a field\.$/);
    expect(words({ activity: bySkill, asked: certain(0) }, { skills: ["go"] })).not.toContain("None");
    expect(words({}, { text: "zzz" })).toMatch(/ Only field, skill and period narrow these counts\.$/);
    expect(words({}, { organizations: ["Acme"] })).toMatch(/ Only field/);
  });
});

describe("narrowsActivity", () => {
  it.each([[{}, false], [{ text: "go" }, false], [{ hasNumber: true }, false], [{ domains: ["payments"] }, true], [{ skills: ["go"] }, true], [{ period: { from: "2020", to: null } }, true]] as const)("%o: %s", (filters, expected) => {
    expect(narrowsActivity({ ...NO_FILTERS, ...filters })).toBe(expected);
  });
});

describe("barWords", () => {
  const stretch = { from: at(2022, 3, 1), to: at(2022, 4, 1) };
  it.each([
    [certain(14), null, "March 2022: 14 commits"], [certain(0), null, "March 2022: 0 commits"], [certain(1), null, "March 2022: 1"],
    [certain(14), certain(3), "March 2022: 3 of 14 commits"], [{ count: 6.2, spread: "year" as const }, null, "March 2022: about 6 commits, spread over the year"],
    [{ count: 0.3, spread: "month" as const }, null, "March 2022: less than one, spread over the month"],
  ])("reads %o, of which %o", (count, asked, expected) => {
    expect(barWords({ activity, bin: month }, stretch, count, asked)).toBe(expected);
  });
});

describe("stretchWords", () => {
  it.each([
    [{ unit: "day", every: 1 }, at(2022, 3, 12), at(2022, 3, 13), "12 March 2022"],
    [{ unit: "week", every: 1 }, at(2022, 3, 14), at(2022, 3, 21), "14 to 20 March 2022"],
    [{ unit: "week", every: 1 }, at(2022, 2, 28), at(2022, 3, 7), "28 February to 6 March 2022"],
    [{ unit: "week", every: 1 }, at(2021, 12, 27), at(2022, 1, 3), "27 December 2021 to 2 January 2022"],
    [{ unit: "month", every: 1 }, at(2022, 3), at(2022, 4), "March 2022"],
    [{ unit: "quarter", every: 1 }, at(2022), at(2022, 4), "January to March 2022"],
    [{ unit: "year", every: 1 }, at(2022), at(2023), "2022"],
    [{ unit: "year", every: 5 }, at(2020), at(2025), "2020 to 2024"],
  ] as const)("of %o", (bin, from, to, expected) => {
    expect(stretchWords(bin, { from, to })).toBe(expected);
  });
});

describe("seriesName", () => {
  it.each([["go", "payments", "Go in Payments"], ["go", null, "Go"], [null, "payments", "Payments"]])("of %s and %s is %s", (skill, domain, expected) => {
    expect(seriesName(career, { skill, domain, total: 1 })).toBe(expected);
  });
});
