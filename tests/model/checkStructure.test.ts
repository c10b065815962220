import { describe, expect, it } from "vitest";
import { checkDocument } from "../../src/model/parseCareer.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { briefly, expectFindings, expectSound, findIssue } from "../support/issues.js";

const withRole = (role: object): object => ({ ...makeDocument(), roles: [{ ...makeRole(), ...role }] });
const withAchievement = (achievement: object): object => withRole({ achievements: [{ ...makeAchievement(), ...achievement }] });
const withMetric = (metric: unknown): unknown => withAchievement({ text: "Built 5 services in Go", metrics: [metric] });
const A = "roles[0].achievements[0]";
const M = `${A}.metrics[0]`;
const count = { kind: "count", n: 5, of: "services", quote: "5" };

const LINES = ["person.headline", "person.name", "person.location", "person.links[0].label", "domains[0].label", "skills[0].label", "roles[0].title", "roles[0].organization", "roles[0].location", `${A}.title`, "views[0].title"];
function withLines(length: number): unknown {
  const line = "a".repeat(length);
  return {
    version: 1, person: { headline: line, name: line, location: line, links: [{ label: line, url: "https://example.org" }] },
    domains: [{ id: "payments", label: line }], skills: [{ id: "go", label: line }],
    roles: [makeRole({ title: line, organization: line, location: line, achievements: [makeAchievement({ title: line })] })], views: [{ slug: "v", title: line, filter: {} }],
  };
}
function withCaptions(length: number): unknown {
  const caption = "a".repeat(length);
  return withAchievement({
    short: caption, text: "5 days",
    metrics: [
      { ...count, of: caption, spec: caption, note: caption }, { kind: "level", value: 5, unit: caption, quote: "5" },
      { kind: "deadline", offset: { amount: 5, unit: "day" }, relation: "within", anchor: caption, quote: "5 days" },
    ],
  });
}

const CASES: readonly (readonly [name: string, tree: unknown, ...findings: string[]])[] = [
  ["the smallest career", makeDocument()],
  ["no roles at all", { version: 1, person: { headline: "x" }, roles: [] }],
  ["keys of the owner's own", { ...makeDocument(), notes: 1, $comment: "x" }],

  ["no person", { version: 1, roles: [] }, "error missing person"],
  ["no roles key", { version: 1, person: { headline: "x" } }, "error missing roles"],
  ["roles as an object", { version: 1, person: { headline: "x" }, roles: {} }, "error type roles"],
  ["a role that is null", { version: 1, person: { headline: "x" }, roles: [null] }, "error type roles[0]"],
  ["a role that is a list", { version: 1, person: { headline: "x" }, roles: [[]] }, "error type roles[0]"],
  ["person as a list", { ...makeDocument(), person: [] }, "error type person"],
  ["a blank headline", { ...makeDocument(), person: { headline: " \n" } }, "error empty person.headline"],
  ["a number as title", withRole({ title: 3 }), "error type roles[0].title"],
  ["null as location", withRole({ location: null }), "error type roles[0].location"],
  ["texts longer than 20,000", { ...withAchievement({ text: "a".repeat(20_001) }), person: { headline: "x", summary: "a".repeat(20_001) } }, "error too-long person.summary", `error too-long ${A}.text`],
  ["texts of just 20,000", { ...withAchievement({ text: "a".repeat(20_000) }), person: { headline: "x", summary: "a".repeat(20_000) } }],
  ["lines longer than 300", withLines(301), ...LINES.map((path) => `error too-long ${path}`)],
  ["lines of just 300", withLines(300)],
  ["captions longer than 200", withCaptions(201), ...["short", "metrics[0].of", "metrics[0].spec", "metrics[0].note", "metrics[1].unit", "metrics[2].anchor"].map((key) => `error too-long ${A}.${key}`)],
  ["captions of just 200", withCaptions(200)],

  ["a text of which nothing can be seen", withRole({ title: "\u200b\u3164" }), "error invisible-text roles[0].title"],
  ["one with a letter in it", withRole({ title: "\u200ba\u3164" })],
  ["a blank is told once", withRole({ title: " \u00a0" }), "error empty roles[0].title"],
  ["a unit may be empty", withMetric({ kind: "level", value: 5, unit: "", quote: "5" })],
  ["half a character in a text", withAchievement({ text: "Built it \ud83d in Go" }), `error lone-surrogate ${A}.text`],
  ["half a character in a unit", withMetric({ kind: "level", value: 5, unit: "\udc00", quote: "5" }), `error lone-surrogate ${M}.unit`],
  ["half a character in an organization", withRole({ organization: "Acme \ud83d" }), "error lone-surrogate roles[0].organization"],
  ["half a character in what is not read", withRole({ notes: "\ud83d" })],
  ["a whole one", withRole({ title: "Engineer 👩" })],
  ["an id longer than 100", withRole({ id: "a".repeat(101) }), "error too-long roles[0].id"],
  ["an id with a blank", withRole({ id: "a b" }), "error id roles[0].id"],
  ["a list longer than 10,000", { ...makeDocument(), roles: [], domains: Array(10_001).fill(0), skills: [] }, "error too-many domains"],
  ["too long a list of broken roles", { ...makeDocument(), skills: [], roles: Array.from({ length: 10_001 }, () => ({ achievements: [{ metrics: [0], when: 0, evidence: [0] }] })) }, "error too-many roles"],
  ["more than 100 metrics", withAchievement({ text: "5", metrics: Array.from({ length: 101 }, () => count) }), `error too-many ${A}.metrics`],
  ["a language that is none", { ...makeDocument(), lang: "English please" }, "error lang lang"],
  ["a language tag that is not finished", { ...makeDocument(), lang: "en-a" }, "error lang lang"],
  ["a language with a script and a place", { ...makeDocument(), lang: "zh-Hant-TW" }],
  ["fictional as a text", { ...makeDocument(), fictional: "true" }, "error type fictional"],

  ["a date that is none", withRole({ start: "Sprng 2019" }), "error date roles[0].start"],
  ["30 February", withRole({ end: "2021-02-30" }), "error date roles[0].end"],
  ["month 13", withRole({ end: "2021-13" }), "error date roles[0].end"],
  ["a date as a number", withRole({ start: 2019 }), "error type roles[0].start"],
  ["no end", { ...makeDocument(), roles: [{ id: "a", title: "t", start: "2020", achievements: [makeAchievement()] }] }, "error missing roles[0].end"],
  ["an ongoing role", withRole({ end: null })],
  ["a kind of role that is none", withRole({ kind: "job" }), "error choice roles[0].kind"],
  ["an organization that is a number", withRole({ organization: 3 }), "error type roles[0].organization"],
  ["an undisclosed organization", withRole({ organization: { undisclosed: true, label: "A bank" } })],
  ["an undisclosed one without label", withRole({ organization: { undisclosed: true } }), "error type roles[0].organization"],
  ["an organization that is not undisclosed", withRole({ organization: { undisclosed: false, label: "A bank" } }), "error type roles[0].organization"],
  ["when as a list", withAchievement({ when: [] }), `error type ${A}.when`],
  ["when of something else", withAchievement({ when: { from: "2020", of: "middle" } }), `error choice ${A}.when.of`],
  ["a visibility that is none", withAchievement({ visibility: "secret" }), `error choice ${A}.visibility`],
  ["skills as a text", withAchievement({ skills: "go" }), `error type ${A}.skills`],
  ["sameAs null", withAchievement({ sameAs: null })],

  ["a metric without kind", withMetric({ quote: "5" }), `error missing ${M}.kind`],
  ["a metric of no known kind", withMetric({ ...count, kind: "percent_chang" }), `error choice ${M}.kind`],
  ["a metric whose kind is a number", withMetric({ ...count, kind: 3 }), `error choice ${M}.kind`],
  ["a metric that is a list", withMetric([]), `error type ${M}`],
  ["a metric that is a text", withMetric("5"), `error type ${M}`],
  ["no quote", withMetric({ kind: "count", n: 5, of: "services" }), `error missing ${M}.quote`],
  ["a number as a text", withMetric({ ...count, n: "5" }), `error type ${M}.n`],
  ["a number that is too large", withMetric({ ...count, n: Number.POSITIVE_INFINITY }), `error number ${M}.n`],
  ["a negative count", withMetric({ ...count, n: -5 }), `error out-of-range ${M}.n`],
  ["a range of three", withMetric({ kind: "count", range: [4, 5, 6], of: "x", quote: "5" }), `error type ${M}.range[2]`],
  ["a range of one", withMetric({ kind: "count", range: [4], of: "x", quote: "5" }), `error missing ${M}.range[1]`],
  ["a range of texts", withMetric({ kind: "count", range: ["4", 5], of: "x", quote: "5" }), `error type ${M}.range[0]`],
  ["0 percent", withMetric({ kind: "percent_change", percent: 0, direction: "up", of: "x", quote: "5" }), `error out-of-range ${M}.percent`],
  ["−75 percent", withMetric({ kind: "percent_change", percent: -75, direction: "down", of: "x", quote: "5" }), `error out-of-range ${M}.percent`],
  ["a direction that is none", withMetric({ kind: "percent_change", percent: 5, direction: "sideways", of: "x", quote: "5" }), `error choice ${M}.direction`],
  ["factor 1", withMetric({ kind: "factor_change", factor: 1, direction: "up", of: "x", quote: "5" }), `error out-of-range ${M}.factor`],
  ["a whole of 0", withMetric({ kind: "share", part: 0, whole: 0, of: "x", quote: "5" }), `error out-of-range ${M}.whole`],
  ["rank 0", withMetric({ kind: "rank", place: 0, of: "x", quote: "5" }), `error out-of-range ${M}.place`],
  ["rank 1.5", withMetric({ kind: "rank", place: 1.5, of: "x", quote: "5" }), `error out-of-range ${M}.place`],
  ["a currency that is none", withMetric({ kind: "money", amount: 5, currency: "$", quote: "5" }), `error currency ${M}.currency`],
  ["a deadline without unit", withMetric({ kind: "deadline", offset: { amount: 5 }, relation: "within", anchor: "x", quote: "5" }), `error missing ${M}.offset.unit`],
  ["an approx as keyboards have it", withMetric({ ...count, approx: ">=" }), `error choice ${M}.approx`],

  ["a misspelt key that is needed", { ...makeDocument(), roles: [{ id: "r", titel: "t", start: "2020", end: null, achievements: [makeAchievement()] }] }, "error missing roles[0].title"],
  ["a misspelt key that may be absent", withRole({ locaton: "Taipei" }), "warning misspelt-key roles[0].locaton"],
  ["a key in capitals", { ...makeDocument(), Skills: [] , skills: undefined }, "error type skills", `error unknown-skill ${A}.skills[0]`],
];

describe("checkStructure", () => {
  for (const [name, tree, ...findings] of CASES) it(name, () => expectFindings(tree, ...findings));
});

describe("hints", () => {
  it.each([
    [withMetric({ ...count, kind: "percent_chang" }), "choice", 'did you mean "percent_change"?'],
    [withMetric({ ...count, approx: ">=" }), "choice", 'did you mean "≥"?'],
    [withMetric({ ...count, n: "5" }), "type", "without quotes"],
    [withRole({ start: "2019/3" }), "date", 'did you mean "2019-03"?'],
    [withRole({ end: "present" }), "date", "write null"],
    [withRole({ end: "2021-02-30" }), "date", "no such day"],
    [withRole({ locaton: "Taipei" }), "misspelt-key", 'did you mean "location"?'],
    [{ ...makeDocument(), roles: [{ id: "r", titel: "t", start: "2020", end: null }] }, "missing", 'there is "titel": did you mean "title"?'],
    [withRole({ kind: "freelancer" }), "choice", 'did you mean "freelance"?'],
  ])("%#: %s", (tree, code, hint) => {
    expect(findIssue(tree, code).hint).toContain(hint);
  });
  it("come with the sentence of the house", () => {
    expect(findIssue(withRole({ start: "Sprng 2019" }), "date").message).toBe('cannot read "Sprng 2019" as a date; use YYYY-MM');
  });
  it("say how long a text may be there", () => {
    expect(findIssue(withLines(301), "too-long").message).toBe("the text has 301 characters; at most 300 are allowed here");
    expect(findIssue(withCaptions(500), "too-long").message).toBe("the text has 500 characters; at most 200 are allowed here");
    expect(findIssue(withRole({ id: "a".repeat(101) }), "too-long").message).toContain("at most 100");
  });
  it("leave the place to the path, which is said beside them", () => {
    const wrong = [withRole({ start: 3 }), withRole({ end: "2019" }), withMetric({ ...count, n: -1 }), withMetric({ ...count, quote: "six" }), withRole({ kind: "x" }), withAchievement({ skills: ["x"], domains: ["payments", "payments"], when: {} }), { version: 1, roles: [{}] }];
    const issues = wrong.flatMap((tree) => checkDocument(tree).issues);
    expect(issues.length).toBeGreaterThan(10);
    for (const { path, message } of issues) if (path.includes(".")) expect(message).not.toContain(path);
  });
});

describe("what is quoted from a file", () => {
  it("is shortened, and cannot act on a terminal", () => {
    const { message } = findIssue(withRole({ start: `\u001b[2J\u202e${"x".repeat(500)}` }), "date");
    expect(message).toContain("\\u{1b}[2J\\u{202e}xxx");
    expect(message.length).toBeLessThan(200);
  });
  it("does not reach Object's prototype", () => {
    const result = checkDocument(JSON.parse('{"version": 1, "__proto__": {"person": {"headline": "x"}}, "constructor": 1, "roles": []}'));
    expect(briefly(result.issues)).toEqual(["error missing person"]);
    expectSound(result);
  });
});
