import { describe, expect, it } from "vitest";
import { pageDescription, pageTitle } from "../../src/prerender/pageWords.js";
import { careerOf, firstCareer, firstDocument, oneRole, sampleCareers } from "../support/careers.js";
import { makeAchievement, makeRole } from "../support/document.js";

describe("pageTitle", () => {
  it("is name, headline and years", () => {
    expect(pageTitle(firstCareer)).toBe("Lead Backend Engineer: career timeline, 2018–2025");
    expect(pageTitle(careerOf([makeRole()], { person: { name: "Jo Doe", headline: "Engineer" } }))).toBe("Jo Doe, Engineer: career timeline, 2020–2021");
  });

  it("has no invisible character that turns words around, and is one line", () => {
    expect(pageTitle(careerOf([], { person: { headline: "\u202eEngi\u2066neer\n of  things\u2069" } }))).toBe("Engineer of things: career timeline");
  });

  it("has at most 300 characters, cut between words; the years stay", () => {
    const title = pageTitle(careerOf([makeRole()], { person: { name: "Jo ".repeat(100).trim(), headline: "word ".repeat(60).trim() } }));
    expect(title.length).toBeLessThanOrEqual(300);
    expect(title.length).toBeGreaterThan(290);
    expect(title).toMatch(/ Jo, word( word)*…: career timeline, 2020–2021$|( Jo)+…: career timeline, 2020–2021$/);
  });

  it("says one year once, no year for none, and this year for an ongoing role", () => {
    expect(pageTitle(oneRole([], { start: "2020-01", end: "2020-12" }))).toBe("Backend engineer: career timeline, 2020");
    expect(pageTitle(careerOf([]))).toBe("Backend engineer: career timeline");
    expect(pageTitle(oneRole([], { start: "2020-01", end: null }))).toBe("Backend engineer: career timeline, 2020–2026");
  });
});

describe("pageDescription", () => {
  it("is the summary, the count, and the featured figures with their words", () => {
    expect(pageDescription(firstCareer)).toBe(
      `${firstDocument.person.summary} 9 achievements, 2018–2025. ` +
      "3M users in one live event; 100% of self-billed e-invoices automated; 0 incidents after the first Temporal launch; −75% payment integration time.");
  });

  it("is short where there is little to say", () => {
    expect(pageDescription(oneRole([makeAchievement()], { start: "2020", end: "2020" }))).toBe("1 achievement, 2020.");
    expect(pageDescription(careerOf([]))).toBe("0 achievements.");
  });

  it("has at most 300 characters, cut between words", () => {
    const description = pageDescription(careerOf([], { person: { headline: "x", summary: "Wrote many words. ".repeat(1000) } }));
    expect(description.length).toBeLessThanOrEqual(300);
    expect(description).toMatch(/^(Wrote many words\. )+(Wrote|Wrote many|Wrote many words\.)…$/);
  });

  it("has no invisible character that turns words around", () => {
    expect(pageDescription(careerOf([], { person: { headline: "x", summary: "a\u202eb\u2067c\nd" } }))).toBe("abc d 0 achievements.");
  });

  it("is one line of plain words, with no number that no metric has", () => {
    for (const [, career] of sampleCareers) expect(pageDescription(career)).not.toMatch(/[\n\u00a0]|undefined|NaN|\[object/);
  });
});
