import { describe, expect, it } from "vitest";
import { MANY_ACHIEVEMENTS } from "../../src/model/checkLists.js";
import type { AchievementDocument, CareerDocument } from "../../src/model/document.js";
import { someAchievements } from "../support/careers.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { expectFindings, findIssue } from "../support/issues.js";

const A = "roles[0].achievements[0]";
const withAchievement = (more: Partial<AchievementDocument>): CareerDocument => makeDocument({ roles: [makeRole({ achievements: [makeAchievement(more)] })] });
const withMany = (n: number, more: readonly AchievementDocument[] = []): CareerDocument => makeDocument({ roles: [makeRole({ achievements: [...someAchievements(n), ...more] })] });

describe("what is named twice", () => {
  const url = "https://example.org/a";
  it.each<readonly [string, CareerDocument, string]>([
    ["a skill", withAchievement({ skills: ["go", "go"] }), `${A}.skills[1]`],
    ["a domain", withAchievement({ domains: ["payments", "payments"] }), `${A}.domains[1]`],
    ["a link", withAchievement({ evidence: [{ url }, { url: "https://example.org/b" }, { url: ` ${url}`, title: "Again" }] }), `${A}.evidence[2].url`],
    ["a skill of a claim", makeDocument({ person: { headline: "x", claims: [{ id: "c", text: "x", skills: ["go", "go"] }] } }), "person.claims[0].skills[1]"],
    ["a link in the header", makeDocument({ person: { headline: "x", links: [{ label: "a", url }, { label: "b", url }] } }), "person.links[1].url"],
    ["a domain in a view", makeDocument({ views: [{ slug: "v", title: "V", filter: { domains: ["payments", "payments"] } }] }), "views[0].filter.domains[1]"],
  ])("%s is warned of", (_, document, path) => {
    expectFindings(document, `warning duplicate-reference ${path}`);
  });
  it("is named with its first place, and is nothing across two achievements", () => {
    expect(findIssue(withAchievement({ skills: ["go", "go"] }), "duplicate-reference").message).toBe(`"go" stands at ${A}.skills[0] already; it counts once`);
    expectFindings(makeDocument({ roles: [makeRole({ achievements: someAchievements(2, { evidence: [{ url }] }) })] }));
  });
});

describe("how many achievements there are", () => {
  it("is no matter up to a thousand, private ones aside", () => {
    expectFindings(withMany(MANY_ACHIEVEMENTS, [makeAchievement({ id: "hidden", visibility: "private" })]));
  });
  it("is said beyond", () => {
    expectFindings(withMany(MANY_ACHIEVEMENTS + 1), "warning many-achievements roles");
  });
});
