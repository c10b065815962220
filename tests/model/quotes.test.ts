import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markQuotes, quotesOf } from "../../src/model/quotes.js";
import { oneRole, RUNS, sampleCareers } from "../support/careers.js";
import { makeAchievement } from "../support/document.js";

/** Quoted parts in brackets. */
const mark = (text: string, ...quotes: string[]): string => markQuotes(text, quotes).map((part) => (part.quoted ? `[${part.text}]` : part.text)).join("");

describe("markQuotes", () => {
  it.each([
    ["one", ["75%"], "cut by [75%] in all"],
    ["at the start", ["cut"], "[cut] by 75% in all"],
    ["at the end", ["all"], "cut by 75% in [all]"],
    ["all of it", ["cut by 75% in all"], "[cut by 75% in all]"],
    ["two, in any order", ["all", "cut"], "[cut] by 75% in [all]"],
    ["overlapping: one", ["by 75%", "75% in"], "cut [by 75% in] all"],
    ["touching: one", ["by ", "75%"], "cut [by 75%] in all"],
    ["one inside another", ["by 75% in", "75%"], "cut [by 75% in] all"],
    ["the same twice", ["75%", "75%"], "cut by [75%] in all"],
    ["one that is not there", ["76%"], "cut by 75% in all"],
    ["an empty one", [""], "cut by 75% in all"],
    ["none", [], "cut by 75% in all"],
  ])("%s", (_, quotes, marked) => expect(mark("cut by 75% in all", ...quotes)).toBe(marked));

  it("has no parts for an empty text", () => expect(markQuotes("", ["a"])).toEqual([]));

  it("takes quotes literally", () => expect(mark("a.c abc $& (x", ".c", "$&", "(x")).toBe("a[.c] abc [$&] [(x]"));

  it("loses nothing: the parts joined are the text, quoted and plain by turns, each quote inside one", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "é", "𝒳", " "), maxLength: 24 });
    fc.assert(
      fc.property(letters, fc.array(letters, { maxLength: 6 }), fc.array(fc.tuple(fc.nat(24), fc.nat(8)), { maxLength: 4 }), (text, strangers, slices) => {
        const own = slices.map(([from, length]) => text.slice(from, from + length)).filter((quote) => quote !== "");
        const parts = markQuotes(text, [...strangers, ...own]);
        expect(parts.map((part) => part.text).join("")).toBe(text);
        expect(parts.every(({ text: part }) => part !== "")).toBe(true);
        parts.slice(1).forEach((part, i) => expect(part.quoted).not.toBe(parts[i]?.quoted));
        for (const quote of own) expect(parts.some((part) => part.quoted && part.text.includes(quote))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("quotesOf", () => {
  it("are those of the figures and of the date, whatever it says", () => {
    const metrics = [{ kind: "count", n: 3, of: "orders", quote: "3 orders" }] as const;
    const quotes = (when: object): readonly string[] => oneRole([makeAchievement({ metrics, when })]).achievements.flatMap(quotesOf);
    expect(quotes({ from: "2020-02", of: "start", quote: "begun in February" })).toEqual(["3 orders", "begun in February"]);
    expect(quotes({ from: "2020-02", to: "2020-02", quote: "in February" })).toEqual(["3 orders", "in February"]);
    expect(quotes({ from: "2020-02", quote: "since February" })).toEqual(["3 orders", "since February"]);
    expect(quotes({ from: "2020-02" })).toEqual(["3 orders"]);
  });

  it("are all found in the text, in every career that is shipped", () => {
    for (const [, career] of sampleCareers) {
      for (const achievement of career.achievements) {
        const marked = markQuotes(achievement.text, quotesOf(achievement)).filter(({ quoted }) => quoted).map(({ text }) => text);
        for (const quote of quotesOf(achievement)) expect(marked.some((text) => text.includes(quote))).toBe(true);
      }
    }
  });
});
