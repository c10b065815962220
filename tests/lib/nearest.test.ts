import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { editDistance, nearest } from "../../src/lib/nearest.js";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 300) };
vi.setConfig({ testTimeout: 5000 + RUNS.numRuns * 30 });

describe("editDistance", () => {
  it.each([
    ["", "", 0], ["abc", "", 3], ["kitten", "sitting", 3], ["titel", "title", 1], ["roles", "role", 1], ["ca", "abc", 3],
  ])("%j to %j takes %i", (a, b, edits) => expect(editDistance(a, b)).toBe(edits));

  it("is symmetric, 0 only for equals, and at most the longer length", () => {
    fc.assert(fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      const d = editDistance(a, b);
      expect(d).toBe(editDistance(b, a));
      expect(d === 0).toBe(a === b);
      expect(d).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(editDistance(a, b, 3)).toBe(Math.min(d, 4));
    }), RUNS);
  });
});

describe("nearest", () => {
  const kinds = ["before_after", "percent_change", "count", "rate", "rank"];
  it.each([
    ["percent_chang", "percent_change"], ["percent-change", "percent_change"], ["Count", "count"], ["cuont", "count"], ["rant", "rank"],
    ["salary", null], ["", null], ["x".repeat(100), null],
  ])("%j means %j", (word, meant) => expect(nearest(word, kinds)).toBe(meant));

  it("takes the nearest, and the first of equals", () => {
    expect(nearest("cat", ["bat", "rat"])).toBe("bat");
    expect(nearest("title", ["titles", "title"])).toBe("title");
  });
});
