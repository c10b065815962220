import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { findTooDeep, placeOf, walkJson } from "../../src/lib/jsonText.js";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 300) };
vi.setConfig({ testTimeout: 5000 + RUNS.numRuns * 30 });

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("findTooDeep", () => {
  it("counts what is open at once, not what was opened", () => {
    expect(findTooDeep("[[],[],{}]", 2)).toBeNull();
    expect(findTooDeep("[[],[[]]]", 2)).toBe(5);
  });
  it("leaves brackets inside texts alone, escaped quotation marks included", () => {
    expect(findTooDeep('["[[[[\\"[["]', 1)).toBeNull();
  });
  it("is not blinded by one unclosed quotation mark", () => {
    expect(findTooDeep(`"\n${"[".repeat(9)}`, 8)).toBe(10);
  });
  it("answers for a million levels", () => {
    expect(findTooDeep("[".repeat(1_000_000), 64)).toBe(64);
    expect(findTooDeep('{"a":'.repeat(1_000_000), 64)).toBe(64 * 5);
  });
});

describe("placeOf", () => {
  it("counts lines and columns from 1, with any line ending", () => {
    expect(placeOf("abc", 0)).toEqual({ line: 1, column: 1 });
    expect(placeOf("a\nbc", 3)).toEqual({ line: 2, column: 2 });
    expect(placeOf("a\r\nbc", 3)).toEqual({ line: 2, column: 1 });
    expect(placeOf("a\rbc", 2)).toEqual({ line: 2, column: 1 });
  });
});

describe("walkJson", () => {
  it.each([
    ["trailing comma in an object", '{"a": 1,}', "a comma stands before }", 7],
    ["trailing comma in a list", "[1, 2, ]", "a comma stands before ]", 5],
    ["missing comma", '{"a": 1 "b": 2}', "expected a comma or }", 8],
    ["missing colon", '{"a" 1}', "expected a colon", 5],
    ["single quotes", "{'a': 1}", "expected a key in double quotes", 1],
    ["bare key", "{roles: []}", 'found "roles"', 1],
    ["typographic quotes", '{"a": “b”}', "a text begins with", 6],
    ["comment", '{"a": 1, // one\n "b": 2}', "a comment stands here", 9],
    ["leading zero", "[01]", "is not a number", 1],
    ["number with a separator", "[1_000]", "is not a number", 1],
    ["number without digits after the point", "[1.]", "is not a number", 1],
    ["Python's None", "[None]", "expected a value", 1],
    ["undefined", "[undefined]", "expected a value", 1],
    ["NaN", "[NaN]", "expected a value", 1],
    ["line break in a text", '["a\nb"]', "not closed on its line", 1],
    ["unclosed text", '["a', "never closed", 1],
    ["tab in a text", '["\t"]', "a tab stands inside", 2],
    ["bad escape", '["\\x41"]', "\\x means nothing", 2],
    ["bad unicode escape", '["\\u12g4"]', "four hexadecimal", 2],
    ["wrong bracket", '{"a": [1}', "found } where ] was expected", 8],
    ["end too early", '{\n"a": [\n1', "before the [ of line 2 is closed", 10],
    ["more after the end", "{} {}", "after the end", 3],
    ["nothing", "  ", "no value", 2],
  ])("says where and what: %s", (_, text, message, offset) => {
    const { fault } = walkJson(text);
    expect(fault?.message).toContain(message);
    expect(fault?.offset).toBe(offset);
    expect(parses(text)).toBe(false);
  });

  it("finds every key that an object has twice, with its path", () => {
    const text = '{"a": 1, "b": [0, {"x": 1, "\\u0078": 2}], "a": {"a": 3}, "c d": {"e": 1, "e": 2}}';
    expect(walkJson(text)).toEqual({
      fault: null,
      duplicates: [
        { offset: text.indexOf('"\\u0078"'), path: "b[1].x" },
        { offset: text.lastIndexOf('"a": {'), path: "a" },
        { offset: text.lastIndexOf('"e"'), path: '["c d"].e' },
      ],
    });
  });
  it("takes keys from Object's prototype as keys", () => {
    expect(walkJson('{"__proto__": 1, "constructor": 2, "toString": 3}').duplicates).toEqual([]);
  });

  it("agrees with JSON.parse on every value", () => {
    fc.assert(fc.property(fc.json(), (text) => {
      expect(walkJson(text).fault).toBeNull();
    }), RUNS);
  });
  it("agrees with JSON.parse on broken text", () => {
    const arbBroken = fc.tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "]", "}", '"', "\\", "0", "-", "e", ".", "\n", "/", "null", "\u00a0", "x"), fc.nat({ max: 2 }))
      .map(([json, at, piece, cut]) => {
        const i = at % (json.length + 1);
        return json.slice(0, i) + piece + json.slice(i + cut);
      });
    fc.assert(fc.property(fc.oneof(arbBroken, fc.string()), (text) => {
      const { fault } = walkJson(text);
      expect(fault === null).toBe(parses(text));
      if (fault) expect(fault.offset).toBeLessThanOrEqual(text.length);
    }), { numRuns: RUNS.numRuns * 3 });
  });
});
