import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { CareerDocument } from "../../src/model/document.js";
import { checkDocument, DEEPEST_NESTING, MAX_TEXT_BYTES, parseDocument } from "../../src/model/parseCareer.js";
import { arbDocument } from "../support/arbitraries.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { HOSTILE } from "../support/hostile.js";
import { briefly, expectSound } from "../support/issues.js";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 300) };
vi.setConfig({ testTimeout: 5000 + RUNS.numRuns * 30 });

describe("parseDocument: texts that are no career", () => {
  it.each([
    ["", "empty-document"], ["\ufeff \n", "empty-document"], ["null", "not-an-object"], ["[]", "not-an-object"], ["3", "not-an-object"], ['"a"', "not-an-object"], ["true", "not-an-object"],
    ["{", "syntax"], ["{'version': 1}", "syntax"], ["hello", "syntax"], ["\ufffd\ufffd{", "encoding"], ["{\u0000}", "encoding"],
    ['{"basics": {}, "work": []}', "json-resume"], ["{}", "version-missing"], ['{"version": 2}', "version-newer"],
    ["[".repeat(1_000_000), "too-deep"], ['{"a":'.repeat(500_000), "too-deep"], ["x".repeat(MAX_TEXT_BYTES + 1), "too-large"], ["é".repeat(MAX_TEXT_BYTES / 2 + 1), "too-large"],
  ])("%.30j is refused: %s", (text, code) => {
    const result = parseDocument(text);
    expect(result.issues.map((issue) => issue.code)).toEqual([code]);
    expectSound(result);
  });

  it("says line and column of what is no JSON, in the file's own lines", () => {
    const { issues } = parseDocument('\ufeff{\n  "version": 1,\n  "roles": [],\n}');
    expect(issues[0]).toMatchObject({ line: 3, column: 14, message: "line 3, column 14: a comma stands before }", hint: "remove the comma" });
  });
  it("says where nesting goes too deep, and lets what is just not too deep pass", () => {
    const nest = (levels: number): string => JSON.stringify({ ...makeDocument(), mine: JSON.parse("[".repeat(levels - 1) + "]".repeat(levels - 1)) });
    expect(parseDocument(nest(DEEPEST_NESTING)).ok).toBe(true);
    expect(briefly(parseDocument(nest(DEEPEST_NESTING + 1)).issues)).toEqual(["error too-deep"]);
  });
  it("warns of keys that stand twice, with path and line", () => {
    const text = JSON.stringify(makeDocument(), null, 1).replace('"headline"', '"headline": "gone",\n"headline"');
    const result = parseDocument(text);
    expect(result.ok && result.value.person.headline).toBe("Backend engineer");
    expect(result.issues).toMatchObject([{ severity: "warning", code: "duplicate-key", path: "person.headline", line: 5, column: 1 }]);
  });
});

describe("parseDocument and checkDocument", () => {
  it("give back exactly what was written: every key, in its order", () => {
    fc.assert(fc.property(arbDocument, (document) => {
      const text = JSON.stringify(document);
      const result = parseDocument(text);
      expect(result.ok).toBe(true);
      expect(JSON.stringify(result.ok && result.value)).toBe(text);
    }), RUNS);
  });
  it("find nothing wrong with valid careers", () => {
    const harmless = new Set(["unused-domain", "unused-skill", "same-as-private"]);
    fc.assert(fc.property(arbDocument, (document) => {
      expect(checkDocument(document).issues.filter((issue) => !harmless.has(issue.code))).toEqual([]);
    }), RUNS);
  });
  it("hand on the very object, untouched, unknown keys at every level and all", () => {
    // Too long a beginning to be a known key misspelt: "x nAme" could be one.
    fc.assert(fc.property(arbDocument, fc.dictionary(fc.string().map((key) => `unread key ${key}`), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1, maxKeys: 3 }), (document, extra) => {
      const tree = addEverywhere(document, extra);
      const before = JSON.stringify(tree);
      const result = checkDocument(tree);
      expect(result.ok && result.value).toBe(tree);
      expect(JSON.stringify(tree)).toBe(before);
      expect(result.issues.filter((issue) => issue.code === "misspelt-key")).toEqual([]);
    }), RUNS);
  });
  it("keep a key named __proto__ as a key", () => {
    const text = JSON.stringify(makeDocument()).replace('"person":{', '"person":{"__proto__":{"polluted":true},');
    const result = parseDocument(text);
    expect(JSON.stringify(result.ok && result.value)).toBe(text);
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("the day that a document is checked for", () => {
  it("reaches the checks from the text and from the value", () => {
    const document = makeDocument({ roles: [makeRole({ end: "2030" })] });
    const options = { asOf: Date.UTC(2026, 0) };
    expect(briefly(parseDocument(JSON.stringify(document), options).issues)).toEqual(["warning end-in-future roles[0].end"]);
    expect(briefly(checkDocument(document, options).issues)).toEqual(["warning end-in-future roles[0].end"]);
    expect(parseDocument(JSON.stringify(document)).issues).toEqual([]);
  });
});

describe("never throw", () => {
  it("for any text", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.json()), (text) => expectSound(parseDocument(text))), RUNS);
  });
  it("for any value, circles and what JSON cannot hold included", () => {
    fc.assert(fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true, withNullPrototype: true }), (value) => expectSound(checkDocument(value))), RUNS);
    const circle: Record<string, unknown> = { ...makeDocument() };
    circle["self"] = [circle, circle];
    expect(briefly(checkDocument(circle).issues)).toEqual(["error too-deep"]);
    let shared: unknown = {};
    for (let i = 0; i < 50; i += 1) shared = [shared, shared];
    expect(checkDocument({ ...makeDocument(), shared }).ok).toBe(true);
  });
  it("for a valid career with any one value replaced", () => {
    const arbMutant = fc.tuple(arbDocument, fc.nat(), fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...HOSTILE))).map(([document, at, value]) => replaceOne(document, at, value));
    fc.assert(fc.property(arbMutant, (mutant) => expectSound(checkDocument(mutant))), RUNS);
  });
  it("for a valid career with a key or an entry taken away, or a text cut short", () => {
    fc.assert(fc.property(arbDocument, fc.nat(), (document, at) => {
      expectSound(checkDocument(replaceOne(document, at, undefined)));
      const text = JSON.stringify(document);
      expectSound(parseDocument(text.slice(0, at % text.length)));
    }), RUNS);
  });
  it("for hostile texts in every field at once", () => {
    const full = makeFullDocument();
    for (const text of HOSTILE) {
      expectSound(checkDocument(replaceTexts(full, text, () => true)));
      // Kinds and ids left as they are, so that the checks behind the structure are reached.
      expectSound(checkDocument(replaceTexts(full, text, (key) => !["kind", "id", "direction", "relation", "start", "end", "currency", "url"].includes(key))));
    }
  });
});

describe("all at once", () => {
  it("lists faults of every sort together, errors first", () => {
    const role = { ...makeRole({ end: "2019" }), achievements: [{ ...makeAchievement({ skills: ["Golang"] }), metrics: [{ kind: "cuont" }, { kind: "rank", place: 1, of: "x", quote: "fist" }] }] };
    const result = checkDocument({ ...makeDocument(), person: {}, roles: [role] });
    expect(briefly(result.issues)).toEqual([
      "error missing person.headline",
      "error choice roles[0].achievements[0].metrics[0].kind",
      "error unknown-skill roles[0].achievements[0].skills[0]",
      "error end-before-start roles[0].end",
      "warning quote-not-in-text roles[0].achievements[0].metrics[1].quote",
      "warning number-not-in-quote roles[0].achievements[0].metrics[1].quote",
    ]);
    expectSound(result);
  });
  it("stops at 200 errors and says how many more there are", () => {
    const result = checkDocument({ ...makeDocument(), domains: Array.from({ length: 250 }, () => 0) });
    expect(result.issues.filter((issue) => issue.code === "type")).toHaveLength(200);
    // 50 more here, and the one domain that the achievement names is gone.
    expect(result.issues.find((issue) => issue.code === "more-issues")?.message).toBe("and 51 more errors");
  });
  it("takes nothing for sound where there were too many faults to look at everything", () => {
    const zeros = Array.from({ length: 5000 }, () => 0);
    const result = checkDocument({ ...makeDocument(), roles: [{ ...makeRole(), achievements: zeros }, 0] });
    expect(result.ok).toBe(false);
    expectSound(result);
  });
});

/** The same keys in every object of a document. */
function addEverywhere(value: unknown, extra: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => addEverywhere(entry, extra));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries([...Object.entries(value).map(([key, entry]) => [key, addEverywhere(entry, extra)]), ...Object.entries(extra)]);
}

function replaceTexts(value: unknown, text: string, chosen: (key: string) => boolean, key = ""): unknown {
  if (typeof value === "string") return chosen(key) ? text : value;
  if (Array.isArray(value)) return value.map((entry: unknown) => replaceTexts(entry, text, chosen, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, replaceTexts(entry, text, chosen, name)]));
}

/** A copy in which the nth value, counted through the whole document, is another; `undefined` takes it away. */
function replaceOne(document: CareerDocument, n: number, value: unknown): unknown {
  let count = 0;
  JSON.stringify(document, (_, each: unknown) => (count += 1, each));
  const at = 1 + (n % Math.max(1, count - 1));
  let i = 0;
  return JSON.parse(JSON.stringify(document, (_, each: unknown) => (i++ === at ? value : each)));
}

/** Every key that the format knows, and every kind of metric. */
function makeFullDocument(): CareerDocument {
  const base = { quote: "3", note: "n", visibility: "public" as const };
  return {
    $schema: "./schema.json", version: 1, lang: "en", fictional: true,
    person: {
      headline: "h", name: "n", summary: "s", location: "l", links: [{ label: "l", url: "https://example.org" }],
      claims: [{ id: "c", text: "3", domains: ["payments"], skills: ["go"], metrics: [{ kind: "count", n: 3, of: "x", spec: "s", ...base }], evidence: [{ url: "https://example.org" }], sameAs: "a" }],
    },
    domains: [{ id: "payments", label: "Payments" }], skills: [{ id: "go", label: "Go", aliases: ["Golang"] }],
    roles: [{
      id: "r", title: "t", organization: { undisclosed: true, label: "A bank" }, kind: "role", location: "l", start: "2020", end: "2021", visibility: "public",
      achievements: [{
        id: "a", title: "t", short: "s", text: "3", when: { from: "2020", to: "2020-12", of: "whole", quote: "3" }, domains: ["payments"], skills: ["go"],
        evidence: [{ kind: "k", url: "https://example.org", title: "t" }], visibility: "public", sameAs: null,
        metrics: [
          { kind: "before_after", from: 3, to: 2, unit: "day", of: "x", better: "down", percent: -33, ...base },
          { kind: "percent_change", percent: 3, direction: "up", of: "x", baseline: "b", approx: "~", ...base },
          { kind: "factor_change", factor: 3, direction: "up", of: "x", ...base },
          { kind: "amount_change", amount: 3, unit: "u", direction: "up", per: "p", ...base },
          { kind: "level", value: 3, unit: "u", ...base },
          { kind: "share", part: 3, whole: 100, of: "x", ...base },
          { kind: "count", range: [3, 3], of: "x", ...base },
          { kind: "money", amount: 3, currency: "USD", per: "p", ...base },
          { kind: "rate", amount: 3, unit: "u", per: "p", ...base },
          { kind: "duration", amount: 3, unit: "u", ...base },
          { kind: "deadline", offset: { amount: 3, unit: "u" }, relation: "within", anchor: "a", anchorDate: "2020", ...base },
          { kind: "rank", place: 3, of: "x", ...base },
        ],
      }],
    }],
    views: [{ slug: "v", title: "t", filter: { domains: ["payments"], skills: ["go"], organizations: ["a-bank"], text: "x" } }],
    activity: { unit: "commits", source: "git log", visibility: "public", series: [{ domain: "payments", skill: "go", visibility: "public", counts: { "2020": 3, "2020-02": 0, "2020-03-04": 1 } }] },
  };
}
