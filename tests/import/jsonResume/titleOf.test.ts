import fc from "fast-check";
import { expect, it } from "vitest";
import { titleOf } from "../../../src/import/jsonResume/titleOf.js";
import { VISIBLE } from "../../../src/lib/characters.js";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 300) };

it.each([
  ["Won a prize.", "Won a prize"], ["Won a prize", "Won a prize"], ["• Won a prize", "Won a prize"], ["- - Won", "- Won"], ["  Won\n\ta   prize ", "Won a prize"], ["Wait...", "Wait..."], [".", "."], ["•", "•"], ["-5 degrees", "-5 degrees"],
  ["Built the composting yard. It takes in 85% of the park's cuttings, and the neighbours' too.", "Built the composting yard. It takes in 85% of the park's cuttings, and the…"],
  ["\u200b\u200bSeen", "Seen"], ["x".repeat(200), `${"x".repeat(79)}…`], [`a${" ".repeat(5000)}b`, "a"],
])("%.60j is headed %j", (text, title) => expect(titleOf(text)).toBe(title));

it("is made of the text's own words, in their order, and can be seen", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 300 }).filter((text) => VISIBLE.test(text)), (text) => {
    const title = titleOf(text);
    expect(text.replace(/\s+/g, " ")).toContain(title.replace(/…$/, ""));
    expect(title.length).toBeLessThanOrEqual(80);
    expect(VISIBLE.test(title)).toBe(true);
  }), RUNS);
});
