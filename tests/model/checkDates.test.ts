import { describe, expect, it } from "vitest";
import type { When } from "../../src/model/document.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { expectFindings, findIssue } from "../support/issues.js";

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
