import { describe, expect, it } from "vitest";
import { importJsonResume } from "../../../src/import/jsonResume/importJsonResume.js";
import type { CareerDocument } from "../../../src/model/document.js";
import { publishedDocument } from "../../../src/model/publish.js";
import { briefly } from "../../support/issues.js";

const asOf = Date.UTC(2026, 0);
type Change = Readonly<Record<string, unknown>>;
const resumeOf = (work: Change = {}, root: Change = {}): Change => ({ basics: { label: "Engineer" }, work: [{ name: "Acme", position: "Engineer", startDate: "2019", endDate: "2020", highlights: ["Wrote services in Go"], ...work }], ...root });
const issues = (resume: Change): string[] => briefly(importJsonResume(resume, asOf).issues);
function documentOf(resume: Change): CareerDocument {
  const result = importJsonResume(resume, asOf);
  return result.ok ? result.value : expect.fail(JSON.stringify(result.issues));
}

it("finds nothing to say about a plain résumé", () => {
  expect(issues(resumeOf({}, { skills: [{ name: "Go" }] }))).toEqual([]);
});

it("makes of a highlight an achievement, word for word, and nothing besides", () => {
  const text = "Cut the build from 40 to 4 minutes (−90%), with Go; 3M users were told.";
  expect(documentOf(resumeOf({ highlights: [text, text] }, { skills: [{ name: "Go" }, { name: "SQL" }] })).roles[0]?.achievements).toEqual([
    { id: "cut-the-build-from-40-to-4-minutes-90-with-go-3m-users-were", title: "Cut the build from 40 to 4 minutes (−90%), with Go; 3M users were told", text, skills: ["go"] },
    { id: "cut-the-build-from-40-to-4-minutes-90-with-go-3m-users-were-2", title: "Cut the build from 40 to 4 minutes (−90%), with Go; 3M users were told", text, skills: ["go"] },
  ]);
});

describe("findings", () => {
  it.each<readonly [string, Change, readonly string[]]>([
    ["of the model's own checks", resumeOf({ name: "<b>Acme</b>", endDate: "2031", highlights: ["ok", "a\u202eb"] }), ["warning end-in-future work[0].endDate", "warning html work[0].name", "warning bidi-control work[0].highlights[1]"]],
    ["in a legacy key", resumeOf({ name: undefined, company: "<b>Acme</b>" }), ["warning html work[0].company"]],
    ["after entries that became no role", { basics: { label: "x" }, work: ["?", { name: "A", startDate: "2031", endDate: "2032" }] }, ["warning type work[0]", "warning start-in-future work[1].startDate"]],
    ["of the person", resumeOf({}, { basics: { label: "<i>x</i>", url: "nowhere", profiles: [{ network: "<u>n</u>", url: "https://n.example" }] } }), ["warning link basics.url", "warning html basics.label", "warning html basics.profiles[0].url"]],
    ["of skills", resumeOf({}, { skills: [{ name: "Go", keywords: ["SQL", "R"] }, "Rust"] }), ["warning skills-not-named skills[0].keywords[0]"]],
    ["of dates", resumeOf({ startDate: "2019", endDate: "soon" }), ["warning date work[0].endDate"]],
    ["of a résumé without label", resumeOf({}, { basics: { name: "N" } }), ["warning headline-from-elsewhere basics.label"]],
    ["of a résumé with a name alone", { basics: { name: "N" } }, ["warning headline-from-elsewhere basics.label"]],
    ["of a résumé with nothing to head it", { basics: {}, work: [{ name: "A" }] }, ["error headline-missing basics.label", "warning start-missing work[0].startDate"]],
    ["of sections that are none", { basics: { label: "x" }, work: "none", education: { a: 1 }, skills: 5 }, ["warning type skills", "warning type work", "warning type education"]],
    ["of basics that are none", { basics: "me", work: [{ position: "x", startDate: "2019", endDate: "2020" }] }, ["warning type basics", "warning headline-from-elsewhere basics.label"]],
    ["of a career that is carried", { basics: { label: "x" }, meta: { careerTimeline: 5 } }, ["warning carried-not-used meta.careerTimeline"]],
  ])("%s point into the résumé", (_, resume, expected) => {
    // undefined is no JSON.
    expect(issues(JSON.parse(JSON.stringify(resume)) as Change)).toEqual(expected);
  });

  it("of what could be taken for more or less than is said are one of a kind", () => {
    const work = [
      { name: "A", startDate: "2010", summary: "s" }, { name: "B", startDate: "2015", endDate: "2016", description: "d", salary: 1 },
      { name: "C", startDate: "2018", highlights: ["In 2019", "MP4 and HTML5", "Led 5", "99.7% up", "In 2019, 3 more"] },
    ];
    const education = [{ institution: "School", startDate: "2001" }];
    const result = importJsonResume({ basics: { label: "x", email: "a@example.org", image: "" }, work, education, awards: [{ title: "t" }], interests: [], meta: { a: 1 } }, asOf);
    expect(result.issues.map(({ code, path, message }) => `${code} ${path}: ${message}`)).toEqual([
      'end-missing work[0].endDate: there is no "endDate", so it is taken to go on today',
      'end-missing education[0].endDate: there is no "endDate", so it is taken to go on today',
      "figures-not-read work[2].highlights[2]: 3 highlights state figures; they stand in the text, and none is drawn",
      "no-highlights work[0]: 2 entries have a summary and no highlights, so nothing is drawn in their time",
      "not-shown : kept in the file and not shown: basics.email, work[].summary, work[].description, work[].salary, awards",
    ]);
  });
});

describe("what is published of it", () => {
  it("has nothing of what is kept", () => {
    const resume = resumeOf({ salary: "secret", highlights: ["One", ""] }, { basics: { label: "x", phone: "secret", location: { address: "secret", city: "Berlin" } }, references: ["secret"], projects: [{ name: "secret" }], skills: [{ name: "Go", level: "secret" }] });
    const document = documentOf(resume);
    expect(JSON.stringify(document).match(/secret/g)).toHaveLength(6);
    expect(JSON.stringify(publishedDocument(document))).not.toMatch(/secret|jsonResume/);
  });
});
