import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { formatPath, showPlain, showText, showValue } from "../../src/lib/show.js";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 300) };
vi.setConfig({ testTimeout: 5000 + RUNS.numRuns * 30 });

describe("showValue", () => {
  it.each([
    ["Sprng 2019", '"Sprng 2019"'], [null, "null"], [3.5, "3.5"], [true, "true"], [undefined, "nothing"], [[], "an empty list"], [[1, 2, 3], "a list of 3"],
    [{ a: 1 }, "an object"], ['say "hi"\\', '"say \\"hi\\"\\\\"'],
  ])("%j → %s", (value, shown) => expect(showValue(value)).toBe(shown));

  it("names what JSON cannot hold", () => {
    expect(showValue(1n)).toBe("a bigint");
    expect(showValue(Symbol("x"))).toBe("a symbol");
  });
  it("never throws and stays short and on one line, whatever it is given", () => {
    fc.assert(fc.property(fc.anything(), (value) => {
      const shown = showValue(value);
      expect(shown.length).toBeLessThan(420);
      expect(shown).not.toMatch(/[\n\r\u001b]/);
    }), RUNS);
  });
});

describe("showText", () => {
  it("shortens without cutting a pair in two", () => {
    expect(showText("a".repeat(50))).toBe(`"${"a".repeat(39)}…"`);
    expect(showText("😀".repeat(30))).toMatch(/^"(😀)+…"$/u);
  });
});

describe("showPlain", () => {
  it("writes out what a terminal would obey or what turns text around", () => {
    expect(showPlain("\u001b[31mred\u202e\u0007\ud800")).toBe("\\u{1b}[31mred\\u{202e}\\u{7}\\u{d800}");
    expect(showPlain("Zoë 株式会社 طلبات 👩")).toBe("Zoë 株式会社 طلبات 👩");
  });
});

describe("formatPath", () => {
  it("reads as its owner would point", () => {
    expect(formatPath(["roles", 1, "achievements", 0, "title"])).toBe("roles[1].achievements[0].title");
    expect(formatPath(["a b", 'x"y'])).toBe('["a b"]["x\\"y"]');
    expect(formatPath([])).toBe("");
  });
});
