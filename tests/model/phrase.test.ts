import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Career } from "../../src/model/career.js";
import { createCareer } from "../../src/model/createCareer.js";
import type { AchievementDocument, CareerDocument } from "../../src/model/document.js";
import { announce, emptyAdvice, matchSubtitle, matchTitle } from "../../src/model/phrase.js";
import { createMatcher, NO_FILTERS, type Filters } from "../../src/model/select.js";
import { arbPeriod } from "../support/arbitraries.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { AS_OF, EXAMPLE, exampleCareer } from "./example.js";

const numRuns = Number(process.env["FC_RUNS"] ?? 300);

type Phrase = (career: Career, filters: Filters, matches: ReadonlySet<string>) => string;
function say(phrase: Phrase, asked: Partial<Filters>, career: Career = exampleCareer): string {
  const filters = { ...NO_FILTERS, ...asked };
  return phrase(career, filters, createMatcher(career).matches(filters));
}
const careerOf = (rest: Partial<CareerDocument>): Career => createCareer(makeDocument(rest), AS_OF);
const careerWith = (achievements: readonly Partial<AchievementDocument>[], rest: Partial<CareerDocument> = {}): Career =>
  careerOf({ ...rest, roles: [makeRole({ achievements: achievements.map((achievement, n) => makeAchievement({ id: `n${n}`, ...achievement })) })] });
const five = ["a", "b", "c", "d", "e"];
const manyFields = careerWith(five.map((id) => ({ domains: [id] })), { domains: five.map((id) => ({ id, label: id.toUpperCase() })) });

describe("matchTitle", () => {
  it.each<[string, Partial<Filters>]>([
    ["9 achievements, adding up", {}],
    ["9 achievements, adding up", { text: "  " }],
    ["4 in payments", { domains: ["payments"] }],
    ["6 in payments or scaling", { domains: ["payments", "scaling"] }],
    ["2 in APIs", { domains: ["apis"] }],
    ["8 in APIs, payments or scaling", { domains: ["apis", "payments", "scaling"] }],
    ["2 with Temporal", { skills: ["temporal"] }],
    ["5 with Go or Temporal", { skills: ["go", "temporal"] }],
    ["5 at Carousell", { organizations: ["carousell"] }],
    ["2 in payments with Temporal", { domains: ["payments"], skills: ["temporal"] }],
    ["1 in payments with Temporal and a number at Carousell", { domains: ["payments"], skills: ["temporal"], organizations: ["carousell"], hasNumber: true }],
    ["2 with a link", { hasLink: true }],
    ["1 with a number and a link", { hasNumber: true, hasLink: true }],
    ["2 with Redis or Temporal, and a number", { skills: ["redis", "temporal"], hasNumber: true }],
    ["2 matching “redis”", { text: " redis " }],
    ["1 in scaling matching “live event”", { domains: ["scaling"], text: "live \n event" }],
    ["8 possibly since 2022", { period: { from: "2022", to: null } }],
    ["4 at 17Live possibly until 2021", { period: { from: null, to: "2021" }, organizations: ["17live"] }],
    ["1 in payments possibly between 2017 and Jun\u00a02021", { domains: ["payments"], period: { from: "2017", to: "2021-06" } }],
    ["2 in payments with Temporal at Carousell possibly in 2024", { domains: ["payments"], skills: ["temporal"], organizations: ["carousell"], period: { from: "2024", to: "2024" } }],
    ["4 possibly until 1\u00a0Dec\u00a02020", { period: { from: null, to: "2020-12-01" } }],
    ["2 possibly since Jun\u00a02020 matching “redis”", { period: { from: "2020-06", to: null }, text: "redis" }],
    ["Nothing matches", { domains: ["apis"], skills: ["temporal"] }],
    ["Nothing matches “zzzz”", { text: "zzzz" }],
    ["Nothing until 2017 matches", { period: { from: null, to: "2017" }, domains: ["apis"] }],
    ["Nothing between 2020 and Jun\u00a02021 matches “zzzz”", { period: { from: "2020", to: "2021-06" }, text: "zzzz" }],
  ])("%s", (expected, asked) => {
    expect(say(matchTitle, asked)).toBe(expected);
  });

  it("is the owner's own sentence where the filters are a named view, while it shows something", () => {
    const views = [{ slug: "money", title: "How payments became calm", filter: { domains: ["payments"] } }, { slug: "none", title: "Nothing at all", filter: { text: "zzzz" } }, { slug: "all", title: "All", filter: {} }];
    const career = createCareer({ ...EXAMPLE, views }, AS_OF);
    expect(say(matchTitle, { domains: ["payments"] }, career)).toBe("How payments became calm");
    expect(say(matchTitle, { domains: ["payments"], period: { from: "2022", to: null } }, career)).toBe("4 in payments possibly since 2022");
    expect(say(matchTitle, { text: "zzzz" }, career)).toBe("Nothing matches “zzzz”");
    expect(say(matchTitle, {}, career)).toBe("9 achievements, adding up");
  });

  it("counts options that are too many to name", () => {
    expect(say(matchTitle, { domains: five.slice(0, 4) }, manyFields)).toBe("4 in any of 4 fields");
    expect(matchTitle(exampleCareer, { ...NO_FILTERS, skills: five, hasLink: true }, new Set(["billing"]))).toBe("1 with any of 5 skills, and a link");
    expect(matchTitle(exampleCareer, { ...NO_FILTERS, organizations: five }, new Set(["billing"]))).toBe("1 at any of 5 organizations");
  });

  it("says one and none of a whole career", () => {
    expect(say(matchTitle, {}, careerWith([{}]))).toBe("1 achievement");
    expect(say(matchTitle, {}, careerWith([]))).toBe("No achievements yet");
  });

  it("leaves labels alone that are not plain English words", () => {
    const label = (text: string, lang?: string): string =>
      say(matchTitle, { domains: ["d"] }, careerWith([{ domains: ["d"] }], { domains: [{ id: "d", label: text }], ...(lang === undefined ? {} : { lang }) }));
    expect(label("Live streaming")).toBe("1 in live streaming");
    expect(label("Machine Learning")).toBe("1 in Machine Learning");
    expect(label("iOS")).toBe("1 in iOS");
    expect(label("R")).toBe("1 in R");
    expect(label("決済")).toBe("1 in 決済");
    expect(label("Zahlungen", "de")).toBe("1 in Zahlungen");
    expect(label("Payments", "en-GB")).toBe("1 in payments");
  });

  it("describes an employer that is not named", () => {
    const career = careerOf({ roles: [makeRole({ organization: { undisclosed: true, label: "A bank" } })] });
    expect(say(matchTitle, { organizations: ["a-bank"] }, career)).toBe("1 at a bank");
  });

  it("cuts a long search between letters", () => {
    expect(matchTitle(exampleCareer, { ...NO_FILTERS, text: "👩‍🚀".repeat(30) }, new Set(["billing"]))).not.toMatch(/\p{Surrogate}/u);
    expect(matchTitle(exampleCareer, { ...NO_FILTERS, text: "x".repeat(100) }, new Set(["billing"]))).toBe(`1 matching “${"x".repeat(40)}…”`);
  });
});

describe("matchSubtitle", () => {
  it.each<[string, Partial<Filters>]>([
    ["Height: achievements so far. Colour: each one’s main field.", {}],
    ["1 at 17Live, 3 at Carousell. The rest stays in place, dimmed.", { domains: ["payments"] }],
    ["2 at Carousell. The rest stays in place, dimmed.", { skills: ["temporal"] }],
    ["The rest stays in place, dimmed.", { organizations: ["carousell"] }],
    ["4 at 17Live, 5 at Carousell.", { organizations: ["17live", "carousell"] }],
    ["Everything stays in place, dimmed.", { text: "zzzz" }],
    ["Everything stays in place, dimmed.", { period: { from: "2030", to: null } }],
    ["1 at 17Live. The rest stays in place, dimmed.", { skills: ["redis"], hasNumber: true, period: { from: "2020", to: "2020" } }],
    ["2 at Carousell. 1 may be from outside this period. The rest stays in place, dimmed.", { domains: ["payments"], hasNumber: true, period: { from: "2024", to: "2024" } }],
    ["3 may be from outside this period. The rest stays in place, dimmed.", { organizations: ["17live"], period: { from: "2021", to: null } }],
    ["4 at 17Live, 5 at Carousell. 4 may be from outside this period.", { period: { from: "2018", to: "2025-09" } }],
    ["4 at 17Live, 5 at Carousell.", { period: { from: "2018-03", to: "2025-10" } }],
  ])("%s", (expected, asked) => {
    expect(say(matchSubtitle, asked)).toBe(expected);
  });

  it("says how many and where under a title that is the owner's", () => {
    const views = [{ slug: "live", title: "Live", filter: { organizations: ["17live"] } }];
    expect(say(matchSubtitle, { organizations: ["17live"] }, createCareer({ ...EXAMPLE, views }, AS_OF))).toBe("4 at 17Live. The rest stays in place, dimmed.");
  });

  it("names no field that leads where a chip would count another number than its band", () => {
    const two = careerWith([{ domains: ["a", "b"] }, { domains: ["b"] }], { domains: five.map((id) => ({ id, label: id })) });
    expect(say(matchSubtitle, {}, two)).toBe("Height: achievements so far. Colour: each one’s main field.");
  });

  it("names the field that leads by its band, where there is one to name", () => {
    const reading = "Height: achievements so far. Colour: field.";
    const fields = (...first: readonly string[]): string =>
      say(matchSubtitle, {}, careerWith(first.map((id) => ({ domains: id === "" ? [] : [id] })), { domains: five.map((id) => ({ id, label: id.toUpperCase() })) }));
    expect(fields("a", "b", "b", "")).toBe(`${reading} Most in B:\u00a02.`);
    expect(fields("a", "b", "c", "d")).toBe(reading);
    expect(fields("a", "b")).toBe(reading);
    expect(fields("a", "b", "c", "a", "b", "c", "d")).toBe(`${reading} Most in A, B and C:\u00a02 each.`);
    expect(fields("a", "a")).toBe("Height: achievements so far.");
    expect(fields("", "")).toBe("Height: achievements so far.");
    expect(fields()).toBe("");
  });

  it("names places without an organization, and the fullest of many", () => {
    const roles = ["A", "B", "C", "D", "E"].map((organization, n) =>
      makeRole({ id: organization, organization, start: `${2020 - n}-01`, end: `${2020 - n}-06`, achievements: Array.from({ length: n + 1 }, (_, k) => makeAchievement({ id: `${organization}${k}` })) }));
    expect(say(matchSubtitle, { text: "billing" }, careerOf({ roles }))).toBe("5 at E, 4 at D, 3 at C, 3 elsewhere.");
    const { organization: _, ...own } = makeRole();
    const unnamed = careerOf({
      roles: [
        { ...own, id: "a", title: "Photographer", kind: "freelance", achievements: [makeAchievement({ id: "a1" })] },
        { ...own, id: "b", title: "Parental leave", kind: "break", start: "2022-01", end: "2022-03", achievements: [makeAchievement({ id: "b1" })] },
      ],
    });
    expect(say(matchSubtitle, { text: "billing" }, unnamed)).toBe("1 as Photographer, 1 during Parental leave.");
  });
});

describe("announce", () => {
  it.each<[string, Partial<Filters>]>([
    ["9 achievements, no filter.", {}],
    ["4 of 9 achievements match. Payments.", { domains: ["payments"] }],
    ["1 of 9 achievements matches. Payments or Scaling, Temporal, “invoices”, with a number.", { domains: ["payments", "scaling"], skills: ["temporal"], text: "invoices", hasNumber: true }],
    ["0 of 9 achievements match. APIs, Temporal.", { domains: ["apis"], skills: ["temporal"] }],
    ["1 of 9 achievements matches. With a number and a link.", { hasNumber: true, hasLink: true }],
    ["5 of 9 achievements match. Carousell.", { organizations: ["carousell"] }],
    ["8 of 9 achievements match. Since 2022.", { period: { from: "2022", to: null } }],
    ["1 of 9 achievements matches. In Jun 2020, with a number.", { period: { from: "2020-06", to: "2020-06" }, hasNumber: true }],
    ["1 of 9 achievements matches. Payments, between 2017 and Jun 2021.", { domains: ["payments"], period: { from: "2017", to: "2021-06" } }],
    ["0 of 9 achievements match. Until 2017, “redis”, with a link.", { text: "redis", period: { from: null, to: "2017" }, hasLink: true }],
  ])("%s", (expected, asked) => {
    expect(say(announce, asked)).toBe(expected);
  });
  it("leaves a label as it is written, first or not", () => {
    const career = careerWith([{ domains: ["d"], skills: ["s"] }], { domains: [{ id: "d", label: "iOS" }], skills: [{ id: "s", label: "with a twist" }] });
    expect(say(announce, { domains: ["d"], skills: ["s"] }, career)).toBe("1 of 1 achievement matches. iOS, with a twist.");
    expect(say(announce, { skills: ["s"], period: { from: "2000", to: null } }, career)).toBe("1 of 1 achievement matches. with a twist, since 2000.");
  });
  it("keeps one singular", () => {
    expect(say(announce, {}, careerWith([{}]))).toBe("1 achievement, no filter.");
    expect(say(announce, { text: "billing" }, careerWith([{}]))).toBe("1 of 1 achievement matches. “billing”.");
  });
});

describe("emptyAdvice", () => {
  const advise = (asked: Partial<Filters>, career: Career = exampleCareer): string => {
    const filters = { ...NO_FILTERS, ...asked };
    return emptyAdvice(career, filters, createMatcher(career).relaxations(filters));
  };
  it.each<[string, Partial<Filters>]>([
    ["Nothing matches all of this. Without the organization filter 2 would.", { domains: ["payments"], skills: ["temporal"], organizations: ["17live"] }],
    ["Nothing matches all of this. Without the skill filter 4 would.", { skills: ["temporal"], organizations: ["17live"] }],
    ["Nothing matches all of this. Without the field filter 3 would.", { domains: ["apis"], hasNumber: true }],
    ["Nothing matches all of this. Without the number filter 4 would.", { skills: ["go"], hasNumber: true }],
    ["Nothing matches all of this. Without the link filter 4 would.", { skills: ["go"], hasLink: true }],
    ["Nothing matches this. Without the text all 9 would.", { text: "zzzz" }],
    ["Nothing matches all of this. Without the organization filter 5 would.", { organizations: ["17live"], period: { from: "2023", to: null } }],
    ["Nothing matches all of this. Without the period filter 2 would.", { domains: ["apis"], skills: ["go"], period: { from: null, to: "2017" } }],
    ["Nothing matches this. Without the period filter all 9 would.", { period: { from: "2030", to: null } }],
    ["Nothing matches all of this. Clear the filters to see all 9.", { domains: ["apis"], skills: ["temporal"], hasLink: true }],
  ])("%s", (expected, asked) => {
    const matches = createMatcher(exampleCareer).matches({ ...NO_FILTERS, ...asked });
    expect([matches.size, advise(asked)]).toEqual([0, expected]);
  });
  it("has words for a career of one and of none", () => {
    expect(advise({ text: "zzzz" }, careerWith([{}]))).toBe("Nothing matches this. Without the text 1 would.");
    expect(advise({ text: "zzzz", hasLink: true, hasNumber: true }, careerWith([{}]))).toBe("Nothing matches all of this. Clear the filters to see the 1 achievement.");
    expect(advise({ text: "zzzz" }, careerWith([]))).toBe("No achievements are written down yet.");
  });
});

describe("every sentence", () => {
  it("speaks of no pace and leaves no gap", () => {
    const ids = (options: readonly { readonly id: string }[] = []): fc.Arbitrary<string[]> => fc.subarray(options.map(({ id }) => id).sort());
    const arb = fc.record({ domains: ids(EXAMPLE.domains), skills: ids(EXAMPLE.skills), organizations: ids(exampleCareer.organizations), period: fc.option(arbPeriod), text: fc.constantFrom("", "go", "zzzz"), hasNumber: fc.boolean(), hasLink: fc.boolean() });
    fc.assert(fc.property(arb, (filters) => {
      const matcher = createMatcher(exampleCareer);
      const matches = matcher.matches(filters);
      const sentences = [matchTitle, matchSubtitle, announce].map((phrase) => phrase(exampleCareer, filters, matches));
      sentences.push(emptyAdvice(exampleCareer, filters, matcher.relaxations(filters)));
      for (const sentence of sentences) {
        expect(sentence).not.toMatch(/\b(pace|speed|faster|fast|rate|growth|accelerat\w*|slow\w*)\b/i);
        expect(sentence).not.toMatch(/undefined|null|NaN| {2}|^ | $| [.,;]|\b1 (achievements|skills|fields)\b/);
      }
    }), { numRuns });
  });
});
