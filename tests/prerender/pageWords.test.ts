import { describe, expect, it } from "vitest";
import { cardWords, pageDescription, pageTitle, viewDescription, viewTitle } from "../../src/prerender/pageWords.js";
import { AS_OF, careerOf, firstCareer, firstDocument, oneRole, sampleCareers } from "../support/careers.js";
import { createCareer } from "../../src/model/createCareer.js";
import type { ViewDocument } from "../../src/model/document.js";
import { makeAchievement, makeRole } from "../support/document.js";
import { documentWithViews } from "../support/prerender.js";

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
      "3M users in one live event; 100% of self-billed e-invoices automated; 0 incidents after the Temporal launch; −75% payment integration time.");
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

describe("a view's words", () => {
  const career = createCareer(documentWithViews, AS_OF);
  const [payments, finding] = career.views as readonly [ViewDocument, ViewDocument];

  it("are its own sentence, in one line", () => {
    expect([payments, finding].map(viewTitle)).toEqual(["Payments at Acme", "Search & <finding>"]);
    expect(viewTitle({ ...payments, title: "a\u202eb\n c" })).toBe("ab c");
  });
  it("say how many and which achievements it is about", () => {
    expect(viewDescription(career, payments)).toBe("2 of 3 achievements: Billing service; A ledger.");
    expect(viewDescription(career, { ...payments, filter: { text: "nothing has these words" } })).toBe("0 of 3 achievements.");
    const first = firstCareer.views.map((view) => viewDescription(firstCareer, view));
    expect(first[0]).toMatch(/^3 of 9 achievements: Two critical payment flows on Temporal; /);
  });
  it("say what a card shows", () => {
    expect(cardWords(career, null)).toBe("Career arc: Backend engineer, 3 achievements, 2020–2021");
    expect(cardWords(career, finding)).toBe("Career arc: Search & <finding>, 1 of 3 achievements, 2020–2021");
  });
  it("have at most 300 characters", () => {
    const long = { ...payments, title: "word ".repeat(60).trim() };
    for (const words of [viewTitle(long), viewDescription(career, long), cardWords(career, long)]) expect(words.length).toBeLessThanOrEqual(300);
  });
});
