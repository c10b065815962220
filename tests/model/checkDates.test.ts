import { describe, expect, it } from "vitest";
import type { CareerDocument, When } from "../../src/model/document.js";
import { checkDocument } from "../../src/model/parseCareer.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { briefly, expectFindings, findIssue } from "../support/issues.js";

const W = "roles[0].achievements[0].when";

describe("roles", () => {
  it.each([
    ["2020-01", "2019-12", false], ["2020-01", "2020-01", true], ["2020-03", "2020", true], ["2020", "2020-01", true], ["2020-03-02", "2020-03-01", false], ["2020-03-02", "2020-03", true], ["2021", "2020-12-31", false],
  ])("from %s to %s: %s", (start, end, fine) => {
    expectFindings(makeDocument({ roles: [makeRole({ start, end })] }), ...(fine ? [] : ["error end-before-start roles[0].end"]));
  });
});

describe("when", () => {
  // The role is 2020-01 to 2021-12.
  const CASES: readonly (readonly [When, ...string[]])[] = [
    [{ from: "2020-01", to: "2021-12" }], [{ from: "2020" }], [{ to: "2021-12-31" }], [{ from: "2020-06", to: "2020-06" }], [{ from: "2020", to: "2020-01", of: "start" }], [{ from: "2020-06", to: "2020" }],
    [{}, `error when-empty ${W}`], [{ of: "end", quote: "Go" }, `error when-empty ${W}`],
    [{ from: "2020-06", to: "2020-05" }, `error when-reversed ${W}.to`], [{ from: "2021", to: "2020" }, `error when-reversed ${W}.to`],
    [{ from: "2019-12" }, `warning when-outside-role ${W}.from`], [{ to: "2022-01" }, `warning when-outside-role ${W}.to`], [{ from: "2019", to: "2022" }, `warning when-outside-role ${W}.from`, `warning when-outside-role ${W}.to`],
  ];
  for (const [when, ...findings] of CASES) {
    it(JSON.stringify(when), () => expectFindings(makeDocument({ roles: [makeRole({ achievements: [makeAchievement({ when })] })] }), ...findings));
  }
  it.each([null, "2020", 7, [], {}, { from: 1 }])("is the owner's own key where there is no role: %j on a claim", (when) => {
    const claim = { id: "c", text: "9 years", metrics: [], when };
    expectFindings({ ...makeDocument(), person: { headline: "x", claims: [claim] } });
  });
  it("has no end to be after in an ongoing role", () => {
    expectFindings(makeDocument({ roles: [makeRole({ end: null, achievements: [makeAchievement({ when: { from: "2090" } })] })] }));
  });
  it("may name a month that the role shares a part of", () => {
    expectFindings(makeDocument({ roles: [makeRole({ start: "2020-03-15", end: "2021-10-02", achievements: [makeAchievement({ when: { from: "2020-03", to: "2021-10" } })] })] }));
  });
  it("is not held against a role whose dates are at fault", () => {
    expectFindings(makeDocument({ roles: [makeRole({ start: "soon", achievements: [makeAchievement({ when: { from: "1999" } })] })] }), "error date roles[0].start");
  });
  it("says on which side it is outside", () => {
    const at = (from: string): string => findIssue(makeDocument({ roles: [makeRole({ achievements: [makeAchievement({ when: { from } })] })] }), "when-outside-role").message;
    expect(at("2019")).toContain("before the role starts (2020-01)");
    expect(at("2022")).toContain("after the role ends (2021-12)");
  });
});

describe("the future", () => {
  const AS_OF = Date.UTC(2026, 10, 22);
  const findings = (document: CareerDocument, asOf: number | undefined = AS_OF): string[] => briefly(checkDocument(document, asOf === undefined ? {} : { asOf }).issues);
  const role = (start: string, end: string | null, rest: object = {}): CareerDocument => makeDocument({ roles: [makeRole({ start, end, ...rest })] });
  const work = (when: When, rest: object = {}): CareerDocument => makeDocument({ roles: [makeRole({ start: "2020", end: null, achievements: [makeAchievement({ when, ...rest })] })] });

  it.each([
    ["2026-11-23", "2027", "warning start-in-future roles[0].start"],
    ["2026-12", "2026-12", "warning start-in-future roles[0].start"],
    ["2020", "2026-12", "warning end-in-future roles[0].end"],
    ["2020", "2027", "warning end-in-future roles[0].end"],
    ["2026-11-23", null, "error ongoing-in-future roles[0].start"],
    ["2027", null, "error ongoing-in-future roles[0].start"],
    ["2027-02", "2027-01", "error end-before-start roles[0].end"],
  ])("from %s to %s: %s", (start, end, finding) => expect(findings(role(start, end))).toEqual([finding]));

  it.each([["2026-11-22", null], ["2026-11", null], ["2026", "2026"], ["2020", "2026-11"], ["2020", "2026-11-22"]])("from %s to %s may be now", (start, end) => expect(findings(role(start, end))).toEqual([]));

  it.each<readonly [When, string]>([
    [{ from: "2026-12" }, "from"], [{ to: "2027" }, "to"], [{ from: "2026-01", to: "2026-12" }, "to"], [{ from: "2027", to: "2028" }, "from"],
  ])("work dated %j", (when, key) => expect(findings(work(when))).toEqual([`warning when-in-future roles[0].achievements[0].when.${key}`]));
  it("is not in a month or year that has begun", () => expect(findings(work({ from: "2026", to: "2026-11" }))).toEqual([]));

  it("is nobody's business where it is private", () => {
    expect(findings(role("2027", null, { visibility: "private" }))).toEqual([]);
    expect(findings(role("2027", "2028", { visibility: "private", achievements: [makeAchievement({ when: { from: "2027" } })] }))).toEqual([]);
    expect(findings(work({ from: "2027" }, { visibility: "private" }))).toEqual([]);
  });
  it("begins where it is told to, and without that nowhere", () => {
    expect(checkDocument(role("2090", null)).issues).toEqual([]);
    expect(findings(role("2020", "2022"), Date.UTC(2021, 0))).toEqual(["warning end-in-future roles[0].end"]);
  });
});
