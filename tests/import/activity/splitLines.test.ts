import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLineSplitter, LONGEST_LINE } from "../../../src/import/activity/splitLines.js";
import { RUNS } from "../../support/careers.js";

function split(...chunks: readonly string[]): { readonly lines: readonly string[]; readonly count: number } {
  const lines: string[] = [];
  const splitter = createLineSplitter((line, number, isCut) => lines.push(`${number}${isCut ? "!" : ""} ${line}`));
  for (const chunk of chunks) splitter.push(chunk);
  return { count: splitter.finish(), lines };
}

describe("createLineSplitter", () => {
  it.each([
    ["nothing", "", []], ["a line without an end", "a", ["1 a"]], ["a line with one", "a\n", ["1 a"]], ["every end there is", "a\nb\r\nc\rd", ["1 a", "2 b", "3 c", "4 d"]],
    ["empty lines", "\n\r\n\r", ["1 ", "2 ", "3 "]], ["a mark in front", "\ufeffa\n\ufeffb", ["1 a", "2 \ufeffb"]],
  ])("reads %s", (_, text, lines) => {
    expect(split(text).lines).toEqual(lines);
    expect(split(text).count).toBe(lines.length);
  });
  it("keeps of a long line what is allowed, and says so", () => {
    expect(split("x".repeat(LONGEST_LINE), "\ny").lines).toEqual([`1 ${"x".repeat(LONGEST_LINE)}`, "2 y"]);
    expect(split("x".repeat(LONGEST_LINE), "xx", "\ny").lines).toEqual([`1! ${"x".repeat(LONGEST_LINE)}`, "2 y"]);
  });
  it("does not care where the pieces are cut", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom("a", "bc", "\n", "\r", "\r\n", "", "\ufeff")), (chunks) => {
      expect(split(...chunks)).toEqual(split(chunks.join("")));
    }), { numRuns: RUNS });
  });
});
