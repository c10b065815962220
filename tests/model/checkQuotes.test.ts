import { describe, expect, it } from "vitest";
import type { AchievementDocument, CareerDocument, Metric } from "../../src/model/document.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { expectFindings, findIssue } from "../support/issues.js";

const A = "roles[0].achievements[0]";
const count = (quote: string, n = 5): Metric => ({ kind: "count", n, of: "engineers", quote });
const withText = (text: string, rest: Partial<AchievementDocument>): CareerDocument => makeDocument({ roles: [makeRole({ achievements: [makeAchievement({ text, ...rest })] })] });

describe("checkQuotes", () => {
  it("is content where the quote is in the text and the number in the quote", () => {
    expectFindings(withText("Led five engineers.", { metrics: [count("five engineers")], when: { from: "2020", quote: "Led" } }));
  });
  it("warns of a quote that the text does not have, of metrics and of when, also in claims", () => {
    expectFindings(withText("Led engineers.", { metrics: [count("5 engineers")] }), `warning quote-not-in-text ${A}.metrics[0].quote`);
    expectFindings(withText("Led engineers.", { when: { from: "2020", quote: "in 2020" } }), `warning quote-not-in-text ${A}.when.quote`);
    expectFindings(makeDocument({ person: { headline: "x", claims: [{ id: "c", text: "Led engineers", metrics: [count("5")] }] } }), "warning quote-not-in-text person.claims[0].metrics[0].quote");
  });
  it("warns of a number that the quote does not state", () => {
    expectFindings(withText("Led six engineers.", { metrics: [count("six engineers")] }), `warning number-not-in-quote ${A}.metrics[0].quote`);
    expect(findIssue(withText("Led six engineers.", { metrics: [count("six engineers")] }), "number-not-in-quote").message).toContain('cannot read 5 in the quote "six engineers"');
  });
  it("shows the text's own words where only case, dashes or quotation marks differ", () => {
    expect(findIssue(withText("Led Five – yes – engineers.", { metrics: [count("five - yes")] }), "quote-not-in-text").hint).toBe('the text has "Five – yes"');
  });
  it.each<[Metric, string]>([
    [{ kind: "percent_change", percent: 75, direction: "down", of: "x", quote: "x" }, "75%"],
    [{ kind: "share", part: 65, whole: 100, of: "x", quote: "x" }, "65%"],
    [{ kind: "factor_change", factor: 4, direction: "up", of: "x", quote: "x" }, "×4"],
    [{ kind: "rank", place: 1, of: "x", quote: "x" }, "place 1"],
    [{ kind: "money", amount: 4, currency: "EUR", quote: "x" }, "4 EUR"],
    [{ kind: "duration", amount: 6, unit: "week", quote: "x" }, "6 week"],
    [{ kind: "deadline", offset: { amount: 3, unit: "month" }, relation: "within", anchor: "y", quote: "x" }, "3 month"],
    [{ kind: "before_after", from: 3, to: 0.5, unit: "day", of: "x", quote: "x" }, "3 day and 0.5 day"],
    [{ kind: "level", value: 100, unit: "%", quote: "x" }, "100%"],
  ])("says what it looked for: %j → %s", (metric, words) => {
    expect(findIssue(withText("x", { metrics: [metric] }), "number-not-in-quote").message).toContain(`cannot read ${words} in the quote`);
  });
});
