import { describe, expect, it } from "vitest";
import { MOST_AT_ONCE, MOST_COUNTS } from "../../src/model/activityLimits.js";
import type { ActivitySeriesDocument, CareerDocument } from "../../src/model/document.js";
import { checkDocument, parseDocument } from "../../src/model/parseCareer.js";
import { MOST_FAULTS } from "../../src/model/schemaParts.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { briefly, expectFindings, expectSound, findIssue } from "../support/issues.js";

const active = (series: readonly unknown[], more: object = {}): unknown => ({ ...makeDocument(), activity: { unit: "commits", series, ...more } });
const counting = (counts: unknown): unknown => active([{ skill: "go", counts }]);
/** That many days, from 1 January 1900 on. */
const days = (n: number, count = 1): Record<string, number> => Object.fromEntries(Array.from({ length: n }, (_, i) => [new Date(Date.UTC(1900, 0, 1 + i)).toISOString().slice(0, 10), count]));

describe("activity in a document", () => {
  it("is taken with dates of every precision, for a skill, a domain, or both, and kept as it is written", () => {
    const document = active([
      { skill: "go", counts: { "2020-01-02": 3, "2020-03": 40, "2021": 0 } }, { domain: "payments", counts: {}, comment: "mine" },
      { skill: "go", domain: "payments", counts: { "2020-01-02": MOST_AT_ONCE }, visibility: "private" },
    ], { source: "git log", comment: "mine" });
    expectFindings(document);
    const text = JSON.stringify(document);
    const result = parseDocument(text);
    expect(result.ok && JSON.stringify(result.value)).toBe(JSON.stringify(JSON.parse(text)));
  });
  it("counts as naming what it counts", () => {
    const unnamed = (activity: object): unknown => ({ ...makeDocument({ roles: [makeRole({ achievements: [makeAchievement({ skills: [], domains: [] })] })] }), ...activity });
    expectFindings(unnamed({}), "warning unused-domain domains[0].id", "warning unused-skill skills[0].id");
    expectFindings(unnamed({ activity: { unit: "commits", series: [{ skill: "go", counts: {} }, { domain: "payments", counts: {} }] } }));
  });

  it.each([
    ["a list", [], ["error type activity"]], ["a number", 3, ["error type activity"]], ["nothing in it", {}, ["error missing activity.unit", "error missing activity.series"]],
    ["no unit", { unit: " ", series: [] }, ["error empty activity.unit"]], ["no series", { unit: "x", series: {} }, ["error type activity.series"]],
    ["a series that is none", { unit: "x", series: [3] }, ["error type activity.series[0]"]], ["no counts", { unit: "x", series: [{ skill: "go" }] }, ["error missing activity.series[0].counts"]],
    ["a word for privacy that is none", { unit: "x", series: [], private: true }, ["error privacy-key activity.private"]],
    ["one in a series", { unit: "x", series: [{ skill: "go", counts: {}, visiblity: "private" }] }, ["error privacy-key activity.series[0].visiblity"]],
  ])("is refused with %s", (_, activity, findings) => {
    expectFindings({ ...makeDocument(), activity }, ...findings);
  });
  it.each([
    ["a list", [], "type activity.series[0].counts"], ["a text", "x", "type activity.series[0].counts"], ["null", null, "type activity.series[0].counts"],
    ["no such day", { "2021-02-29": 1 }, 'date activity.series[0].counts["2021-02-29"]'], ["a word", { soon: 1 }, "date activity.series[0].counts.soon"],
    ["a key of every object", { constructor: 1 }, "date activity.series[0].counts.constructor"], ["its prototype", JSON.parse('{"__proto__":1}'), "date activity.series[0].counts.__proto__"],
    ["a text for a number", { "2021": "3" }, 'type activity.series[0].counts["2021"]'], ["a part of one", { "2021": 1.5 }, 'out-of-range activity.series[0].counts["2021"]'],
    ["less than none", { "2021": -1 }, 'out-of-range activity.series[0].counts["2021"]'], ["too many at once", { "2021": MOST_AT_ONCE + 1 }, 'out-of-range activity.series[0].counts["2021"]'],
  ])("is refused with counts that are %s", (_, counts, finding) => {
    expectFindings(counting(counts), `error ${finding}`);
  });
  it("says what is wrong with a date and a count in words", () => {
    expect(findIssue(counting({ "2021/3": 1 }), "date")).toMatchObject({ message: 'cannot read "2021/3" as a date; use YYYY-MM', hint: 'did you mean "2021-03"?' });
    expect(findIssue(counting({ "2021": 2e9 }), "out-of-range").message).toContain("expected at most 1000000000");
  });
  it("names what is near to an id that nothing has", () => {
    expectFindings(active([{ skill: "goo", counts: {} }, { domain: "Payments", counts: {} }]), "error unknown-skill activity.series[0].skill", "error unknown-domain activity.series[1].domain");
    expect(findIssue(active([{ skill: "golang", counts: {} }]), "unknown-skill").hint).toBe('use its id "go"');
    expect(findIssue(active([{ domain: "paymints", counts: {} }]), "unknown-domain").hint).toBe('did you mean "payments"?');
  });
  it("has to count something", () => {
    expectFindings(active([{ counts: {} }]), "error count-of-nothing activity.series[0]");
  });
  it("is checked where another series is at fault", () => {
    expectFindings(active([{ skill: 3, counts: {} }, { skill: "rust", counts: {} }]), "error type activity.series[0].skill", "error unknown-skill activity.series[1].skill");
  });

  it("takes so many counts in all, and no more", () => {
    const both = (n: number): unknown => active([{ skill: "go", counts: days(MOST_COUNTS / 2) }, { domain: "payments", counts: days(n) }]);
    expectFindings(both(MOST_COUNTS / 2));
    expectFindings(both(MOST_COUNTS / 2 + 1), "error too-many-counts activity");
    expect(findIssue(both(MOST_COUNTS / 2 + 1), "too-many-counts").message).toBe("there are 100,001 dated counts; at most 100k are read");
  });
  it("gives up on a series of nonsense", () => {
    const result = checkDocument(counting(Object.fromEntries(Array.from({ length: 300_000 }, (_, i) => [`x${i}`, "x"]))));
    expectSound(result);
    expect(result.issues.length).toBeLessThan(MOST_FAULTS);
  });

  it("is warned of where it lies in the future, once for a series, and not where it is private", () => {
    const asOf = Date.UTC(2020, 5, 15);
    const found = (series: object, more: object = {}): string[] => briefly(checkDocument(active([{ skill: "go", ...series }], more), { asOf }).issues).filter((issue) => issue.includes("counts-in-future"));
    expect(found({ counts: { "2020": 1, "2020-06": 1, "2020-06-15": 1 } })).toEqual([]);
    expect(found({ counts: { "2021-02": 1, "2020-07": 1, "2020-06-16": 1 } })).toEqual(['warning counts-in-future activity.series[0].counts["2020-06-16"]']);
    expect(found({ counts: { "2021": 1 }, visibility: "private" })).toEqual([]);
    expect(found({ counts: { "2021": 1 } }, { visibility: "private" })).toEqual([]);
  });
  it("is warned of where it shows what only private parts name", () => {
    const secret = (series: Partial<ActivitySeriesDocument>, achievement: object = {}): CareerDocument => makeDocument({
      roles: [makeRole({ achievements: [makeAchievement({ visibility: "private", domains: ["payments"] }), makeAchievement({ id: "other", skills: [], domains: ["payments"], ...achievement })] })],
      activity: { unit: "commits", series: [{ skill: "go", domain: "payments", counts: {}, ...series }] },
    });
    expectFindings(secret({}), "warning activity-shows-private activity.series[0].skill");
    expectFindings(secret({ visibility: "private" }));
    expectFindings(secret({}, { skills: ["go"] }));
  });
  it("is read for markup in what is shown", () => {
    expectFindings(active([], { unit: "<b>commits</b>" }), "warning html activity.unit");
  });
});
