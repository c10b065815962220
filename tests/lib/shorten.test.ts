import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shorten } from "../../src/lib/shorten.js";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 300) };

describe("shorten", () => {
  it.each([
    ["one two three", 13, "one two three"],
    ["one two three", 12, "one two…"],
    ["one two three", 8, "one two…"],
    ["one two three", 6, "one…"],
    ["one two three", 7, "one tw…"],
    ["abcdefghij", 5, "abcd…"],
    ["a bcdefghij", 6, "a bcd…"],
    ["👩👩👩", 4, "👩…"],
    ["👩👩👩", 5, "👩👩…"],
    ["", 1, ""],
  ])("%j in %i: %j", (text, longest, short) => expect(shorten(text, longest)).toBe(short));

  it("never gives more than asked for, half a character, or anything but the beginning", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.array(fc.constantFrom("ab", " ", "👩", "田")).map((parts) => parts.join(""))), fc.integer({ min: 1, max: 20 }), (text, longest) => {
        const short = shorten(text, longest);
        expect(short.length).toBeLessThanOrEqual(longest);
        if (short !== text) {
          expect(text.startsWith(short.slice(0, -1))).toBe(true);
          if (!/\p{Surrogate}/u.test(text)) expect(short).not.toMatch(/\p{Surrogate}/u);
        }
      }),
      RUNS,
    );
  });
});
