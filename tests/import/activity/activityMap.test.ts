import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLanguageMap, readActivityMap, targetOf } from "../../../src/import/activity/activityMap.js";
import { createTerms } from "../../../src/import/activity/terms.js";
import { RUNS } from "../../support/careers.js";
import { briefly, expectSound } from "../../support/issues.js";
import { CAREER } from "./readActivity.js";

const terms = createTerms(CAREER);
const read = (map: unknown): ReturnType<typeof readActivityMap> => readActivityMap(JSON.stringify(map), terms);

describe("the owner's map", () => {
  it("names domains by path and skills by extension, unless it says otherwise", () => {
    const map = read({ paths: { a: "search", b: "skill:search", c: "ts", d: "" }, extensions: { ".x": "search", ".y": "domain:search", ".z": "Payments" } });
    expect(briefly(map.issues)).toEqual(["error unknown-term paths.d"]);
    const good = read({ paths: { a: "search", b: "skill:search", c: "ts" }, extensions: { ".x": "search", ".y": "domain:search", ".z": "Payments" } });
    const of = (file: string): unknown => good.ok && targetOf(good.value, file);
    expect(["a/f", "b/f", "c/f", "f.x", "f.y", "f.z"].map(of)).toEqual([
      { skill: null, domain: "search" }, { skill: "search", domain: null }, { skill: "ts", domain: null }, { skill: "search", domain: null }, { skill: null, domain: "search" }, { skill: null, domain: "payments" },
    ]);
  });
  it("adds to the languages, and may take one away", () => {
    const map = read({ extensions: { ".GO": null, Dockerfile: "go" } });
    expect(map.ok && ["a.go", "x/Dockerfile", "a.tsx"].map((file) => targetOf(map.value, file))).toEqual([null, { skill: "go", domain: null }, { skill: "ts", domain: null }]);
  });
  it.each([
    ["no object", [], ["error not-an-object"]], ["an unknown part", { path: {} }, ["warning unknown-key path"]], ["a part that is none", { paths: [] }, ["error type paths"]],
    ["ids that nothing has", { paths: { "src/": "pay" }, extensions: { ".rs": "rust", ".x": 3, ".y": "skill:payments" } }, ["error unknown-term paths[\"src/\"]", 'error unknown-term extensions[".rs"]', 'error unknown-term extensions[".x"]', 'error unknown-term extensions[".y"]']],
  ])("is told of %s", (_, map, issues) => {
    expect(briefly(read(map).issues)).toEqual(issues);
  });
  it("names what is near", () => {
    expect(read({ paths: { src: "paymints" } }).issues[0]?.hint).toBe('did you mean "payments"?');
    expect(read({ pathes: {} }).issues[0]?.hint).toBe('did you mean "paths"?');
  });
  it("never throws, whatever it is, and whatever the file is called", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), fc.string(), (text, file) => {
      const map = readActivityMap(text, terms);
      expectSound(map);
      if (map.ok) targetOf(map.value, file);
    }), { numRuns: RUNS });
  });
});

describe("languages", () => {
  it("are the skills that the career has, by any of their names", () => {
    const map = createLanguageMap(terms);
    expect(["a.go", "a.ts", "web/a.mts", "a.rs", "a", ".go", "go", "a.go.orig"].map((file) => targetOf(map, file)?.skill ?? null)).toEqual(["go", "ts", "ts", null, null, "go", null, null]);
  });
});
