import fc from "fast-check";
import { expect, it } from "vitest";
import { encode } from "../../src/lib/encode.js";
import { RUNS } from "../support/careers.js";

it.each([["go team", "go+team"], ["a,b&c=d#e", "a%2Cb%26c%3Dd%23e"], ["it's (so)!*", "it%27s+%28so%29%21%2A"], ["1+1", "1%2B1"], ["\ud800x", "%EF%BF%BDx"], ["é", "%C3%A9"], ["", ""]])("%j: %s", (text, encoded) => {
  expect(encode(text)).toBe(encoded);
});

it("is read by every browser as the text, and needs no more than letters, digits, %, +, -, . , _ and ~", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    expect(encode(text)).toMatch(/^[\w.~%+-]*$/);
    expect(new URLSearchParams(`q=${encode(text)}`).get("q")).toBe(text.replace(/\p{Surrogate}/gu, "\ufffd"));
  }), { numRuns: RUNS });
});
