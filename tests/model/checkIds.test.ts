import { describe, expect, it } from "vitest";
import type { AchievementDocument, CareerDocument } from "../../src/model/document.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { expectFindings, findIssue } from "../support/issues.js";

const withAchievements = (...achievements: AchievementDocument[]): CareerDocument => makeDocument({ roles: [makeRole({ achievements })] });
const withView = (filter: NonNullable<CareerDocument["views"]>[number]["filter"]): CareerDocument => makeDocument({ views: [{ slug: "v", title: "V", filter }] });
const work = (id: string, rest: Partial<AchievementDocument> = {}): AchievementDocument => makeAchievement({ id, ...rest });

const CASES: readonly (readonly [string, CareerDocument, ...string[]])[] = [
  ["two roles of one id", makeDocument({ roles: [makeRole(), makeRole({ achievements: [] })] }), "error duplicate-id roles[1].id"],
  ["two achievements of one id, in different roles", makeDocument({ roles: [makeRole(), makeRole({ id: "other" })] }), "error duplicate-id roles[1].achievements[0].id"],
  ["an achievement and a claim of one id", makeDocument({ person: { headline: "x", claims: [{ id: "billing-service", text: "x" }] } }), "error duplicate-id roles[0].achievements[0].id"],
  ["a role and an achievement of one id: two name spaces", makeDocument({ roles: [makeRole({ id: "billing-service" })] })],
  ["two domains", makeDocument({ domains: [{ id: "payments", label: "A" }, { id: "payments", label: "B" }] }), "error duplicate-id domains[1].id"],
  ["two skills", makeDocument({ skills: [{ id: "go", label: "A" }, { id: "go", label: "B" }] }), "error duplicate-id skills[1].id"],
  ["two views", makeDocument({ views: [{ slug: "v", title: "A", filter: {} }, { slug: "v", title: "B", filter: {} }] }), "error duplicate-id views[1].slug"],
  ["ids from Object's prototype", withAchievements(work("constructor"), work("toString"))],

  ["an undeclared domain", withAchievements(work("a", { domains: ["payments", "scaling"] })), "error unknown-domain roles[0].achievements[0].domains[1]"],
  ["an undeclared skill", withAchievements(work("a", { skills: ["go", "rust"] })), "error unknown-skill roles[0].achievements[0].skills[1]"],
  ["an undeclared skill in a claim", makeDocument({ person: { headline: "x", claims: [{ id: "c", text: "x", skills: ["rust"] }] } }), "error unknown-skill person.claims[0].skills[0]"],
  ["constructor as a skill", withAchievements(work("a", { skills: ["go", "constructor"] })), "error unknown-skill roles[0].achievements[0].skills[1]"],
  ["a domain and a skill nobody names", withAchievements(work("a", { domains: [], skills: [] })), "warning unused-domain domains[0].id", "warning unused-skill skills[0].id"],
  ["a skill named by a claim only", makeDocument({ person: { headline: "x", claims: [{ id: "c", text: "x", skills: ["go"] }] }, roles: [makeRole({ achievements: [work("a", { skills: [] })] })] })],

  ["a view of what there is", withView({ domains: ["payments"], skills: ["go"], organizations: ["acme"], text: "x" })],
  ["a view of the second of two names with one slug", makeDocument({ roles: [makeRole(), makeRole({ id: "r2", organization: "ACME", achievements: [] })], views: [{ slug: "v", title: "V", filter: { organizations: ["acme", "acme-2"] } }] })],
  ["a view of a second one where there is one only", withView({ organizations: ["acme-2"] }), "error unknown-organization views[0].filter.organizations[0]"],
  ["a view of a name that ends in a number", makeDocument({ roles: [makeRole({ organization: "Studio 54" })], views: [{ slug: "v", title: "V", filter: { organizations: ["studio-54"] } }] })],
  ["a view of what there is not", withView({ domains: ["scaling"], skills: ["rust"], organizations: ["Acme Inc"].map((name) => name.toLowerCase().replace(" ", "-")) }),
    "error unknown-domain views[0].filter.domains[0]", "error unknown-skill views[0].filter.skills[0]", "error unknown-organization views[0].filter.organizations[0]"],

  ["sameAs to nothing", withAchievements(work("a", { sameAs: "b" })), "error unknown-same-as roles[0].achievements[0].sameAs"],
  ["sameAs to itself", withAchievements(work("a", { sameAs: "a" })), "error same-as-circle roles[0].achievements[0].sameAs"],
  ["sameAs in a circle, and one that leads into it", withAchievements(work("a", { sameAs: "b" }), work("b", { sameAs: "a" }), work("c", { sameAs: "a" })),
    "error same-as-circle roles[0].achievements[0].sameAs", "error same-as-circle roles[0].achievements[1].sameAs", "error same-as-circle roles[0].achievements[2].sameAs"],
  ["sameAs in a chain", withAchievements(work("a"), work("b", { sameAs: "a" }), work("c", { sameAs: "b" })), "warning same-as-chain roles[0].achievements[2].sameAs"],
  ["sameAs to a private one", withAchievements(work("a", { visibility: "private" }), work("b", { sameAs: "a" })), "warning same-as-private roles[0].achievements[1].sameAs"],
  ["sameAs from a claim", makeDocument({ person: { headline: "x", claims: [{ id: "c", text: "x", sameAs: "billing-service" }] } })],
  ["sameAs to a claim", makeDocument({ person: { headline: "x", claims: [{ id: "c", text: "x" }] }, roles: [makeRole({ achievements: [work("a", { sameAs: "c" })] })] }), "error same-as-claim roles[0].achievements[0].sameAs"],
];

describe("checkIds", () => {
  for (const [name, document, ...findings] of CASES) it(name, () => expectFindings(document, ...findings));

  it.each([
    ["Golang", 'use its id "go"'], ["golang", 'use its id "go"'], ["Go", 'use its id "go"'], ["gO", 'use its id "go"'], ["golan", 'did you mean "go"?'], ["haskell", 'declare it under "skills"'],
  ])("for the skill %j: %s", (skill, hint) => {
    expect(findIssue(withAchievements(work("a", { skills: [skill] })), "unknown-skill").hint).toContain(hint);
  });
  it("names the nearest id", () => {
    expect(findIssue(withAchievements(work("a", { domains: ["paymnets"] })), "unknown-domain").hint).toBe('did you mean "payments"?');
    expect(findIssue(withAchievements(work("billing"), work("b", { sameAs: "biling" })), "unknown-same-as").hint).toBe('did you mean "billing"?');
    expect(findIssue(withView({ organizations: ["amce"] }), "unknown-organization").hint).toBe('did you mean "acme"?');
  });
  it("follows a chain of thousands", () => {
    const chain = Array.from({ length: 9999 }, (_, i) => ({ id: `a${i}`, title: "t", text: "t", ...(i < 9998 ? { sameAs: `a${i + 1}` } : {}) }));
    expectFindings({ version: 1, person: { headline: "x" }, roles: [makeRole({ achievements: chain })] }, ...Array.from({ length: 200 }, (_, i) => `warning same-as-chain roles[0].achievements[${i}].sameAs`), "warning more-issues");
  });
});
