import fc from "fast-check";
import { HOSTILE } from "../../support/hostile.js";

/** A résumé as it comes out of `JSON.parse`. */
export type Resume = Readonly<Record<string, unknown>>;

/** The long ones are tried where one of them is enough. */
const SHORT = HOSTILE.filter((text) => text.length < 1000);
const NAMES = ["Acme", "Beta GmbH", "株式会社ガンマ", "Acme", " Acme ", "Engineer", "Zürich", "a", "R&D \"quotes\""];
const arbName = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: fc.constantFrom(...SHORT) }, { weight: 1, arbitrary: fc.string({ unit: "grapheme" }) });
const arbText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("Cut build time by 75% with Go.", "• Moved 3 services to Kubernetes", "Won a prize", "Wrote it in C++ and Go; Go live in 2019", "Führte 5 Leute", "x".repeat(400)) },
  { weight: 1, arbitrary: fc.constantFrom(...SHORT) },
);
/** What stands where something else belongs. */
const arbOdd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>("", null, [], {}, 0, false));
const arbDate = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("2012", "2014-03", "2016-11-30", "2019-02-28", "2020-01", "2021-07-01") },
  { weight: 2, arbitrary: fc.constantFrom("Present", "", "2019-3", "March 2019", "2019-03-01T00:00:00Z", "03/2019", "2019-00-00", "2031-01") },
  { weight: 1, arbitrary: fc.constantFrom("Sprng 2019", "2019-13", "03/04/2019", "?", ...SHORT) },
);
const arbUrl = fc.constantFrom("https://example.org", "https://www.example.org/me?x#y", "mailto:me@example.org", "example.org", "javascript:alert(1)", "", " https://example.org ");
const maybeOdd = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<unknown> => fc.oneof({ weight: 14, arbitrary: arb }, { weight: 1, arbitrary: arbOdd });
/** Not near a key that is read, and none that an object has by nature unless JSON can hold it. */
const arbExtra = fc.dictionary(fc.oneof(fc.constantFrom("x-mine", "__proto__", "constructor", "toString", "jsonResume", "also", "visibility"), fc.string({ maxLength: 8 }).map((key) => `x ${key}`)), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 });

/** Some of these keys, and perhaps some that nobody knows. */
function record(entries: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Resume> {
  const known = fc.record(Object.fromEntries(Object.entries(entries).map(([key, arb]) => [key, maybeOdd(arb)])), { requiredKeys: [] });
  return fc.tuple(known, fc.option(arbExtra, { freq: 3 })).map(([own, extra]) => ({ ...extra, ...own }));
}
const list = (arb: fc.Arbitrary<unknown>, maxLength = 4): fc.Arbitrary<unknown[]> => fc.array(maybeOdd(arb), { maxLength });

const dates = { startDate: arbDate, endDate: arbDate };
const told = { summary: arbText, highlights: list(arbText), url: arbUrl, ...dates };
const arbWork = record({ name: arbName, company: arbName, position: arbName, location: arbName, description: arbText, ...told });
const arbVolunteer = record({ organization: arbName, position: arbName, ...told });
const arbEducation = record({ institution: arbName, area: arbName, studyType: arbName, score: arbName, courses: list(arbName), url: arbUrl, ...dates });
const arbProject = record({ name: arbName, entity: arbName, type: arbName, roles: list(arbName), keywords: list(arbName), description: arbText, ...told });
const arbProfile = record({ network: arbName, username: arbName, url: arbUrl });
const arbBasics = record({
  name: arbName, label: arbName, image: arbUrl, email: arbName, phone: arbName, url: arbUrl, website: arbUrl, summary: arbText, profiles: list(arbProfile),
  location: fc.oneof(record({ address: arbName, postalCode: arbName, city: arbName, countryCode: arbName, region: arbName }), arbName),
});
const arbSkill = fc.oneof(record({ name: fc.oneof(fc.constantFrom("Go", "C++", "C", "Kubernetes", "go"), arbName), level: arbName, keywords: list(arbName) }), arbName);

/** Any résumé of schema v1.0.0, with what real files and hostile ones have beside it. */
export const arbResume: fc.Arbitrary<Resume> = record({
  $schema: fc.constant("https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"),
  basics: arbBasics, work: list(arbWork), volunteer: list(arbVolunteer, 2), education: list(arbEducation, 2), projects: list(arbProject, 2), skills: list(arbSkill),
  awards: list(record({ title: arbName, date: arbDate, awarder: arbName, summary: arbText }), 2), certificates: list(record({ name: arbName, date: arbDate, issuer: arbName }), 2),
  publications: list(record({ name: arbName, releaseDate: arbDate, url: arbUrl }), 2), languages: list(record({ language: arbName, fluency: arbName }), 2),
  interests: list(record({ name: arbName }), 1), references: list(record({ name: arbName, reference: arbText }), 1),
  meta: record({ version: arbName, fictional: fc.boolean(), careerTimeline: arbOdd }),
}).map((resume) => JSON.parse(JSON.stringify(resume)) as Resume);
