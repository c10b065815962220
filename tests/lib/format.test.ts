import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCount, formatList, formatNumber, formatOrdinal, MINUS } from "../../src/lib/format.js";

const RUNS = Number(process.env["FC_RUNS"] ?? 300);

/** Reads a formatted number back. */
function readNumber(text: string): number {
  const factor = { k: 1e3, M: 1e6, B: 1e9 }[/[kMB]$/.exec(text)?.[0] ?? ""] ?? 1;
  return Number((Number(text.replace(MINUS, "-").replace(/[kMB]$/, "").replaceAll(",", "")) * factor).toPrecision(15));
}

describe("formatNumber", () => {
  it.each([
    [0, "0"],
    [-0, "0"],
    [4, "4"],
    [-4, "−4"],
    [0.5, "0.5"],
    [99.95, "99.95"],
    [0.1 + 0.2, "0.3"],
    [12_500, "12,500"],
    [99_999, "99,999"],
    [100_000, "100k"],
    [250_000, "250k"],
    [-250_000, "−250k"],
    [123_450, "123.45k"],
    [123_456, "123,456"],
    [3_000_000, "3M"],
    [2_100_000, "2.1M"],
    [1_234_560, "1,234,560"],
    [1_234_500, "1,234,500"],
    [3_000_001, "3,000,001"],
    [1_500_000_000, "1.5B"],
    [1_500_250_000, "1,500,250,000"],
    [0.000_000_000_01, "0.00000000001"],
    [1e308, "1\u00a0×\u00a010³⁰⁸"],
    [-1.5e18, "−1.5\u00a0×\u00a010¹⁸"],
    [5e-13, "5\u00a0×\u00a010⁻¹³"],
  ])("%d reads %s", (value, text) => expect(formatNumber(value)).toBe(text));

  it.each([[0.25, "¼"], [0.5, "½"], [0.75, "¾"], [1.5, "1½"], [-2.25, "−2¼"], [9.75, "9¾"], [10.5, "10.5"], [0.3, "0.3"], [3, "3"], [0, "0"]])(
    "with fractions %d reads %s", (value, text) => expect(formatNumber(value, { fractions: true })).toBe(text));

  it("loses nothing: what is read back is what was given", () => {
    const numbers = fc.oneof(
      fc.integer({ min: -5_000_000_000, max: 5_000_000_000 }),
      fc.integer({ min: 1, max: 999_999 }).map((n) => n * 1000),
      fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 100),
      fc.integer({ min: 1, max: 9999 }).map((n) => n / 1e9),
    );
    fc.assert(fc.property(numbers, (n) => {
      expect(readNumber(formatNumber(n))).toBe(n + 0);
    }), { numRuns: RUNS });
  });
});

describe("formatOrdinal", () => {
  it.each([[1, "1st"], [2, "2nd"], [3, "3rd"], [4, "4th"], [10, "10th"], [11, "11th"], [12, "12th"], [13, "13th"], [21, "21st"], [22, "22nd"], [101, "101st"], [111, "111th"], [1002, "1,002nd"], [100_000, "100,000th"]])(
    "%d reads %s", (place, text) => expect(formatOrdinal(place)).toBe(text));
});

describe("formatList", () => {
  it.each([[[], ""], [["a"], "a"], [["a", "b"], "a and b"], [["a", "b", "c"], "a, b and c"]])("%j reads %s", (items, text) => expect(formatList(items)).toBe(text));
  it("may say or", () => expect(formatList(["a", "b", "c"], "or")).toBe("a, b or c"));
});

describe("formatCount", () => {
  it("is singular for one only", () => {
    expect([0, 1, 2, 1500].map((n) => formatCount(n, "achievement"))).toEqual(["0 achievements", "1 achievement", "2 achievements", "1,500 achievements"]);
    expect(formatCount(2, "child", "children")).toBe("2 children");
  });
});
