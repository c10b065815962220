import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { arcForm, arcHeight } from "../../src/layout/arcFrame.js";
import { placeCareerArc } from "../../src/layout/careerArc.js";
import { barShare, isBar, isChange, placeChange } from "../../src/layout/metricChart.js";
import { createCareer } from "../../src/model/createCareer.js";
import { metricText } from "../../src/model/metricText.js";
import { checkDocument, DEEPEST_NESTING, MAX_TEXT_BYTES } from "../../src/model/parseCareer.js";
import { LONGEST_DOCUMENT, readDocument, readDocumentText, TOO_MANY } from "../../src/model/readDocument.js";
import { LONGEST_EMBEDDED_LINE, LONGEST_EMBEDDED_TEXT, MOST_EMBEDDED_ACHIEVEMENTS, MOST_EMBEDDED_ROLES } from "../../src/model/embedLimits.js";
import { LONGEST_LINE, LONGEST_TEXT, MOST_METRICS } from "../../src/model/schema.js";
import { LONGEST_LIST } from "../../src/model/schemaParts.js";
import { arbDocument, arbMetric } from "../support/arbitraries.js";
import { AS_OF, firstDocument, PATIENCE_MS, RUNS } from "../support/careers.js";
import { makeAchievement, makeDocument, makeDocumentWithMetrics, makeRole } from "../support/document.js";
import { HOSTILE } from "../support/hostile.js";
import { briefly } from "../support/issues.js";

vi.setConfig({ testTimeout: PATIENCE_MS });

const codes = (value: unknown): readonly string[] => briefly(readDocument(value).issues);

describe("readDocumentText", () => {
  it.each([
    ["nothing", "", "error syntax"], ["blanks", " \n", "error syntax"], ["half an object", "{", "error syntax"], ["a page", "<!doctype html>", "error syntax"],
    ["null", "null", "error not-an-object"], ["a list", "[]", "error not-an-object"], ["a number", "3", "error not-an-object"],
    ["an empty object", "{}", "error version version"], ["another version", '{"version":2}', "error version version"],
    ["a million brackets", "[".repeat(1_000_000), "error syntax"], ["a deep tree", `${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`, "error too-deep"],
    ["too much", "x".repeat(LONGEST_DOCUMENT + 1), "error too-large"],
  ])("refuses %s", (_, text, issue) => {
    expect(briefly(readDocumentText(text).issues)).toEqual([issue]);
  });
  it("says of text that is no JSON what finds the place, and of none nothing", () => {
    expect(readDocumentText("{").issues).toEqual([{ severity: "error", code: "syntax", path: "", message: "the text is not JSON", hint: "career-timeline check FILE says where" }]);
    expect(readDocumentText(" ").issues).toEqual([{ severity: "error", code: "syntax", path: "", message: "the text is empty" }]);
  });
  it("reads what the owner has, byte order mark or not, and hands on every key", () => {
    const text = readFileSync(join(import.meta.dirname, "../../data/career.json"), "utf8");
    for (const each of [text, `\ufeff${text}`]) {
      const result = readDocumentText(each);
      expect(result.issues).toEqual([]);
      expect(result.ok && result.value).toEqual(firstDocument);
    }
  });
});

describe("readDocument", () => {
  it("has the limits of the full check", () => {
    expect(LONGEST_DOCUMENT).toBe(MAX_TEXT_BYTES);
    const nest = (levels: number): unknown => ({ ...makeDocument(), mine: JSON.parse("[".repeat(levels - 1) + "]".repeat(levels - 1)) as unknown });
    expect(codes(nest(DEEPEST_NESTING))).toEqual([]);
    expect(codes(nest(DEEPEST_NESTING + 1))).toEqual(["error too-deep"]);
    const skills = (n: number): unknown => makeDocument({ skills: Array.from({ length: n }, (_, i) => ({ id: i === 0 ? "go" : `s${i}`, label: "S" })) });
    expect(codes(skills(LONGEST_LIST))).toEqual([]);
    expect(codes(skills(LONGEST_LIST + 1))).toEqual(["error type skills"]);
    const metrics = (n: number): unknown => makeDocumentWithMetrics(Array.from({ length: n }, () => ({ kind: "count", n: 3, of: "orders", quote: "3 orders" })));
    expect(codes(metrics(MOST_METRICS))).toEqual([]);
    expect(codes(metrics(MOST_METRICS + 1))).toEqual(["error type roles[0].achievements[0].metrics"]);
  });

  it("takes what an embed draws, and says how much more there is", () => {
    const roles = (count: number, each: number): unknown => makeDocument({
      roles: Array.from({ length: count }, (_, r) => makeRole({ id: `r${r}`, achievements: Array.from({ length: each }, (_unused, i) => makeAchievement({ id: `a${r}-${i}` })) })),
    });
    expect(codes(roles(2, MOST_EMBEDDED_ACHIEVEMENTS / 2))).toEqual([]);
    expect(readDocument(roles(3, MOST_EMBEDDED_ACHIEVEMENTS)).issues).toEqual([{ severity: "error", code: TOO_MANY, path: "roles", message: "expected at most 2,000 achievements, found 6,000" }]);
    expect(codes(roles(MOST_EMBEDDED_ROLES, 0))).toEqual([]);
    expect(readDocument(roles(MOST_EMBEDDED_ROLES + 1, 0)).issues).toMatchObject([{ code: TOO_MANY, message: "expected at most 500 roles, found 501" }]);
  });

  it("takes words that can be measured at once, and says where there are more", () => {
    expect(LONGEST_EMBEDDED_LINE).toBeGreaterThanOrEqual(LONGEST_LINE);
    expect(LONGEST_EMBEDDED_TEXT).toBeGreaterThanOrEqual(LONGEST_TEXT);
    const line = "x".repeat(LONGEST_EMBEDDED_LINE);
    const long = "x".repeat(LONGEST_EMBEDDED_TEXT);
    const career = (words: string, more: string): unknown => ({
      ...makeDocument({ person: { headline: words, summary: more }, domains: [{ id: "payments", label: words }] }),
      roles: [{ ...makeRole(), title: words, organization: words, achievements: [{ ...makeAchievement(), title: words, short: words, text: more }] }],
    });
    expect(codes(career(line, long))).toEqual([]);
    const { issues } = readDocument(career("y".repeat(1_000_001), long));
    expect(issues.map(({ path }) => path).sort()).toEqual(["domains[0].label", "person.headline", "roles[0].achievements[0].short", "roles[0].achievements[0].title", "roles[0].organization", "roles[0].title"]);
    for (const { code, message } of issues) expect([code, message]).toEqual(["too-long", "expected at most 2,000 characters, found 1,000,001"]);
    expect(codes(career(line, `${long}x`))).toEqual(["error too-long person.summary", "error too-long roles[0].achievements[0].text"]);
  });

  it("reads every career there is", () => {
    const folder = join(import.meta.dirname, "../../data/samples");
    const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(readDocumentText(readFileSync(join(folder, name), "utf8")), name).toMatchObject({ ok: true });
  });

  const role = (overrides: object): unknown => ({ ...makeDocument(), roles: [{ ...makeRole(), ...overrides }] });
  const work = (overrides: object): unknown => role({ achievements: [{ ...makeAchievement(), ...overrides }] });
  const AT = "roles[0].achievements[0]";
  it.each<readonly [string, unknown, readonly string[]]>([
    ["no person", { version: 1, roles: [] }, ["error missing person"]],
    ["a person without a headline", { version: 1, person: {}, roles: [] }, ["error missing person.headline"]],
    ["a blank headline", { version: 1, person: { headline: " " }, roles: [] }, ["error type person.headline"]],
    ["roles that are no list", { version: 1, person: { headline: "A" }, roles: {} }, ["error type roles"]],
    ["a role that is a list", { version: 1, person: { headline: "A" }, roles: [[]] }, ["error type roles[0]"]],
    ["a role without an end", role({ end: undefined }), ["error date roles[0].end"]],
    ["a date that is none", role({ start: "Spring 2019" }), ["error date roles[0].start"]],
    ["a day that is none", role({ start: "2019-02-30" }), ["error date roles[0].start"]],
    ["a year as a number", role({ start: 2019 }), ["error date roles[0].start"]],
    ["an end before its start", role({ start: "2021-01", end: "2019" }), ["error end-before-start roles[0].end"]],
    ["an organization that is a number", role({ organization: 3 }), ["error type roles[0].organization"]],
    ["an unnamed organization that is named", role({ organization: { undisclosed: false, label: "A" } }), ["error choice roles[0].organization.undisclosed"]],
    ["an unnamed organization without words", role({ organization: { undisclosed: true } }), ["error missing roles[0].organization.label"]],
    ["a kind of role that is none", role({ kind: "job" }), ["error choice roles[0].kind"]],
    ["an unknown domain", work({ domains: ["payment"] }), [`error unknown-domain ${AT}.domains[0]`]],
    ["an unknown skill", work({ skills: ["go", "Go"] }), [`error unknown-skill ${AT}.skills[1]`]],
    ["an unknown twin", work({ sameAs: "gone" }), [`error unknown-same-as ${AT}.sameAs`]],
    ["a window that runs backwards", work({ when: { from: "2021-05", to: "2021-01" } }), [`error end-before-start ${AT}.when.to`]],
    ["a window that is a text", work({ when: "2021" }), [`error type ${AT}.when`]],
    ["a metric of no kind", work({ metrics: [{ quote: "3" }] }), [`error missing ${AT}.metrics[0].kind`]],
    ["a metric of an unknown kind", work({ metrics: [{ kind: "constructor", quote: "3" }] }), [`error choice ${AT}.metrics[0].kind`]],
    ["a metric without its number", work({ metrics: [{ kind: "rank", of: "all", quote: "3" }] }), [`error missing ${AT}.metrics[0].place`]],
    ["a number as text", work({ metrics: [{ kind: "rank", of: "all", place: "1", quote: "3" }] }), [`error number ${AT}.metrics[0].place`]],
    ["a number too large", work({ metrics: [{ kind: "level", value: Infinity, unit: "", quote: "3" }] }), [`error number ${AT}.metrics[0].value`]],
    ["an amount too large", work({ metrics: [{ kind: "duration", amount: Infinity, unit: "day", quote: "3" }] }), [`error number ${AT}.metrics[0].amount`]],
    ["a range without an end", work({ metrics: [{ kind: "count", range: [3, Infinity], of: "all", quote: "3" }] }), [`error type ${AT}.metrics[0].range`]],
    ["a count of nothing", work({ metrics: [{ kind: "count", of: "all", quote: "3" }] }), [`error missing ${AT}.metrics[0]`]],
    ["a link that is no text", work({ evidence: [{ url: null }] }), [`error type ${AT}.evidence[0].url`]],
    ["two achievements of one id", role({ achievements: [makeAchievement(), makeAchievement()] }), ["error duplicate-id roles[0].achievements[1].id"]],
    ["a view of an unknown domain", makeDocument({ views: [{ slug: "a", title: "A", filter: { domains: ["x"] } }] }), ["error unknown-domain views[0].filter.domains[0]"]],
  ])("finds %s", (_, document, expected) => {
    const issues = codes(JSON.parse(JSON.stringify(document, (_key, value: unknown) => (value === Infinity ? "1e999" : value)).replaceAll('"1e999"', "1e999")));
    // JSON has no undefined: what was that is missing.
    expect(issues).toEqual(expected.map((issue) => (issue === "error date roles[0].end" ? "error missing roles[0].end" : issue)));
  });

  it("lists no more than a reader wants, and ends with shared and circular parts", () => {
    expect(readDocument({ version: 1, person: { headline: "A" }, roles: Array.from({ length: 9000 }, () => 1) }).issues).toHaveLength(201);
    const circle: Record<string, unknown> = { version: 1 };
    circle["roles"] = circle;
    expect(codes(circle)).toEqual(["error too-deep"]);
    let shared: unknown = {};
    for (let i = 0; i < 100; i += 1) shared = [shared, shared, shared];
    expect(codes({ version: 1, mine: shared })).toEqual(["error too-deep"]);
  });
});

/** A step into a tree: which of its places, and what to do there. */
interface Change {
  readonly at: number;
  readonly to: { readonly value: unknown } | "gone" | { readonly key: string; readonly value: unknown };
}
/** Names that the format knows: on the wrong object they are the owner's own. */
const KEYS = ["when", "kind", "of", "better", "approx", "per", "baseline", "spec", "n", "range", "from", "to", "unit", "id", "sameAs", "visibility", "label", "aliases", "domains", "text", "short", "organizations", "__proto__", "constructor"];
const arbValue = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(null, 0, -1, 1e308, "", "x", "2020", "2020-13", "work-0", true, [], {}, [null], { from: "2020", to: "2019" }) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);
const arbChange: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  to: fc.oneof(fc.record({ value: arbValue }), fc.constant("gone" as const), fc.record({ key: fc.constantFrom(...KEYS), value: arbValue })),
});

/** A career that somebody's hands have been in. */
const arbTouched: fc.Arbitrary<unknown> = fc.tuple(arbDocument, fc.array(arbChange, { maxLength: 3 })).map(([document, changes]) => {
  const tree: unknown = JSON.parse(JSON.stringify(document));
  for (const { at, to } of changes) {
    const places: (readonly [holder: Record<string, unknown>, key: string])[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      for (const key of Object.keys(value)) {
        const holder = value as Record<string, unknown>;
        places.push([holder, key]);
        visit(holder[key]);
      }
    };
    visit(tree);
    const [holder, key] = places[at % places.length] ?? [{}, ""];
    // Values are shared between runs, and a later change may reach into one: each place has its own.
    if (to === "gone") delete holder[key];
    else Object.defineProperty(holder, "key" in to ? to.key : key, { value: structuredClone(to.value), enumerable: true, configurable: true, writable: true });
  }
  // A list that has lost an entry has a hole, which JSON writes as null.
  return JSON.parse(JSON.stringify(tree)) as unknown;
});

/** All that is worked out before anything is drawn. */
function place(value: unknown): void {
  const result = readDocument(value);
  if (!result.ok) return;
  const career = createCareer(result.value, AS_OF);
  for (const width of [358, 1184]) {
    const placed = placeCareerArc(career, { width, height: arcHeight(width, 1, career.achievements.length), form: arcForm(width), emphasis: { matches: null, selected: null }, title: { width: 0, height: 0 } });
    for (const { x, y } of placed?.nodes ?? []) expect(Number.isFinite(x + y)).toBe(true);
  }
  for (const metric of [...career.achievements, ...career.claims].flatMap(({ metrics }) => metrics)) {
    // Unless the owner's own words say so.
    const own = JSON.stringify(metric);
    for (const word of ["undefined", "NaN", "[object"]) if (!own.includes(word)) expect(metricText(metric).figure).not.toContain(word);
    if (isChange(metric)) placeChange(metric);
    if (isBar(metric)) barShare(metric);
  }
}

describe("a key that the format knows elsewhere", () => {
  it("is the owner's own on a metric that does not have it", () => {
    const byKind = new Map(fc.sample(arbMetric, { numRuns: 400, seed: 1 }).map((metric) => [metric.kind, metric]));
    expect(byKind.size).toBe(12);
    let free = 0;
    for (const metric of byKind.values()) {
      for (const key of KEYS.filter((each) => each !== "__proto__")) {
        const document = makeDocumentWithMetrics([{ ...metric, [key]: { mine: 1 } }]);
        if (!checkDocument(document).ok) continue;
        free += 1;
        expect(codes(document), `${metric.kind} ${key}`).toEqual([]);
      }
    }
    expect(free).toBeGreaterThan(100);
  });
});

describe("for any career, touched or not", () => {
  it("what the full check takes is taken", () => {
    let [runs, taken] = [0, 0];
    fc.assert(fc.property(arbTouched, (value) => {
      runs += 1;
      if (!checkDocument(value).ok) return;
      taken += 1;
      expect(readDocument(value).issues).toEqual([]);
    }), { numRuns: RUNS });
    expect(taken).toBeGreaterThan(runs / 10);
  });
  it("what is taken can be placed, and nothing throws", () => {
    fc.assert(fc.property(arbTouched, place), { numRuns: RUNS });
  });
  it("any other JSON is refused without a throw, with places and words", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      for (const each of [value, { version: 1, ...(typeof value === "object" ? value : {}) }]) {
        const result = readDocument(each);
        expect(result.ok).toBe(false);
        for (const { message } of result.issues) expect(message.length).toBeGreaterThan(0);
      }
    }), { numRuns: RUNS });
  });
});
