import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectFormat, importCareer } from "../../src/import/importCareer.js";
import { createCareer } from "../../src/model/createCareer.js";
import { MAX_TEXT_BYTES, parseDocument } from "../../src/model/parseCareer.js";
import { arbDocument } from "../support/arbitraries.js";
import { makeDocument, makeRole } from "../support/document.js";
import { HOSTILE } from "../support/hostile.js";
import { briefly, expectSound } from "../support/issues.js";
import { arbResume } from "./jsonResume/resumes.js";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 300) };
/** For whole careers, which take their time. */
const FEWER = { numRuns: Math.ceil(RUNS.numRuns / 3) };

const asOf = Date.UTC(2026, 0);

it.each(["date,count,skill\n2020-01-01,3,go\n", '\ufeff"Date";"count"\n', "commit 0123abc 2020-01-01\nsrc/a.ts\n"])("says of dated counts what they are and where they belong: %.20j", (text) => {
  const read = importCareer(text);
  expect(read.issues.map(({ code, hint }) => [code, hint])).toEqual([["activity", expect.stringContaining("activity FILE --career")]]);
  expect(read.ok).toBe(false);
});

describe("detectFormat", () => {
  it.each([
    [makeDocument(), "career"], [{ version: 1 }, "career"], [{ roles: [] }, "career"], [{ person: {}, basics: {}, work: [] }, "career"],
    [{ basics: {}, work: [] }, "json-resume"], [{ basics: null }, "json-resume"], [{ work: [] }, "json-resume"], [{ education: [] }, "json-resume"], [{ version: 1, basics: {} }, "json-resume"],
    [{ $schema: "https://jsonresume.org/schema.json" }, "json-resume"], [{ $schema: "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json", skills: [] }, "json-resume"],
    [{}, null], [{ skills: [] }, null], [[], null], ["basics", null], [null, null], [{ $schema: { toString: 1 } }, null], [{ name: "career.json" }, null],
  ])("%j is %s", (content, format) => {
    expect(detectFormat(JSON.stringify(content))).toBe(format);
    expect(detectFormat(`\ufeff${JSON.stringify(content, null, 2)}`)).toBe(format);
  });

  it.each(["", "{", "Dear Sir", '{"basics":', "[".repeat(1_000_000), `{"basics":"${"x".repeat(MAX_TEXT_BYTES)}"}`])("%.20j is no format", (text) => {
    expect(detectFormat(text)).toBeNull();
  });
});

describe("a career.json", () => {
  it("is read as the model reads it: same document, same findings", () => {
    fc.assert(fc.property(arbDocument, (document) => {
      const text = JSON.stringify(document);
      const [imported, parsed] = [importCareer(text, { asOf }), parseDocument(text, { asOf })];
      expect(imported.issues).toEqual(parsed.issues);
      expect(imported.ok && imported.value).toEqual(parsed.ok && { document: parsed.value, format: "career" });
    }), FEWER);
  });

  it("keeps the findings of its text: keys that stand twice, places of faults, the day", () => {
    for (const text of ['{"version":1,"version":1,"person":{"headline":"x"},"roles":[]}', "{\n 'a': 1 }", "", "[1]", "{}", JSON.stringify(makeDocument({ roles: [makeRole({ end: "2030" })] }))]) {
      expect(importCareer(text, { asOf }).issues).toEqual(parseDocument(text, { asOf }).issues);
      expect(importCareer(text).issues).toEqual(parseDocument(text).issues);
    }
  });
});

/** A résumé that is too much of something. */
const GIANTS: readonly (readonly [string, string, string])[] = [
  ["depth 1,000,000", `{"work":${"[".repeat(1_000_000)}`, "too-deep"],
  ["depth 1,000,000, closed", `{"basics":{"label":"x","deep":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}}`, "too-deep"],
  ["nesting that its career has no room for", `{"basics":{"label":"x","deep":${"[".repeat(62)}${"]".repeat(62)}}}`, "too-deep"],
  ["50 MB", `{"basics":{"label":"${"x".repeat(50_000_000)}"}}`, "too-large"],
  ["more entries than a career can hold", `{"basics":{"label":"x"},"work":[${"null,".repeat(300_000)}null]}`, "too-large"],
];

describe("whatever it is given", () => {
  it("answers with a career that its own check passes, or with located errors", () => {
    fc.assert(fc.property(arbResume, fc.constantFrom(undefined, asOf), (resume, day) => {
      const options = day === undefined ? {} : { asOf: day };
      const result = importCareer(JSON.stringify(resume), options);
      expectSound(result);
      if (!result.ok) return;
      const { document } = result.value;
      const checked = parseDocument(JSON.stringify(document), options);
      expect(checked.issues.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(() => createCareer(document, day ?? Date.UTC(2040, 0))).not.toThrow();
    }), RUNS);
  });

  it("never throws, for any text and for any JSON under a résumé's keys", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.json(), fc.dictionary(fc.constantFrom("basics", "work", "education", "projects", "skills", "meta", "__proto__"), fc.jsonValue({ maxDepth: 4 })).map((tree) => JSON.stringify(tree))), (text) => {
      expectSound(importCareer(text, { asOf }));
    }), RUNS);
  });

  it("takes every hostile text in every field at once", () => {
    for (const text of HOSTILE) {
      const told = { summary: text, description: text, url: text, location: text, highlights: [text, "Seen"], startDate: "2019" };
      const resume = {
        basics: { name: text, label: text, summary: text, url: text, email: text, location: { city: text, region: text }, profiles: [{ network: text, username: text, url: text }] },
        work: [{ name: text, position: text, ...told }, { name: text, startDate: text, endDate: text }, { ...told, name: "n", endDate: text }],
        volunteer: [{ organization: text, position: text, ...told }], education: [{ institution: text, studyType: text, area: text, ...told }], projects: [{ name: text, entity: text, ...told }],
        skills: [{ name: text, level: text, keywords: [text] }, text], languages: [{ language: text }], meta: { version: text }, [text]: text,
      };
      const result = importCareer(JSON.stringify(resume), { asOf });
      expectSound(result);
      expect(result.ok).toBe(true);
    }
  });

  it.each(GIANTS)("refuses %s, and says so once", (_, text, code) => {
    const result = importCareer(text, { asOf });
    expect(result.ok).toBe(false);
    expect(result.issues.filter(({ severity }) => severity === "error").map((issue) => issue.code)).toEqual([code]);
    expectSound(result);
  });

  it("opens a large résumé: 2,000 highlights, 500 skills, 100,000 keys of its owner's", () => {
    const resume = {
      basics: { label: "x" }, work: Array.from({ length: 20 }, (_, i) => ({ name: `n${i}`, startDate: String(1990 + i), endDate: String(1991 + i), highlights: Array.from({ length: 100 }, (_h, k) => `Used skill${k} in work ${i}`) })),
      skills: Array.from({ length: 500 }, (_, i) => ({ name: `skill${i}` })), mine: Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`key ${i}`, i])),
    };
    const result = importCareer(JSON.stringify(resume), { asOf });
    expect(result.ok && result.value.document.roles.flatMap((role) => role.achievements ?? [])).toHaveLength(2000);
    expect(briefly(result.issues).filter((issue) => issue.includes("more-issues"))).toHaveLength(1);
  });

  it("keeps prototype keys as keys, and changes no prototype", () => {
    const text = '{"__proto__":{"polluted":1},"basics":{"label":"x","__proto__":{"polluted":1}},"work":[{"__proto__":{"name":"inherited"},"constructor":1,"position":"p","startDate":"2019"}],"skills":[{"__proto__":{"name":"inherited"}}]}';
    const result = importCareer(text);
    expect({}).not.toHaveProperty("polluted");
    expect(result.ok && JSON.stringify(result.value.document.person)).toBe('{"headline":"x","jsonResume":{"also":{"__proto__":{"polluted":1}}}}');
    expect(result.ok && result.value.document.roles[0]).not.toHaveProperty("organization");
    expect(result.ok && result.value.document).not.toHaveProperty("skills.0");
  });

  it("warns of keys that stand twice, with path and line", () => {
    const result = importCareer('\ufeff{\n"basics": { "label": "gone",\n "label": "Nurse" } }');
    expect(result.ok && result.value.document.person.headline).toBe("Nurse");
    expect(result.issues).toMatchObject([{ code: "duplicate-key", path: "basics.label", line: 3, column: 2 }]);
  });

  it("says in the file's own lines where it is no JSON", () => {
    expect(importCareer('{\n"basics": {},\n"work": [ }').issues).toMatchObject([{ code: "syntax", line: 3, column: 11 }]);
  });
});

describe("one after the other", () => {
  it("leaves nothing of the one before in the next, and changes neither text nor result", () => {
    fc.assert(fc.property(arbResume, arbResume, (a, b) => {
      const [textA, textB] = [JSON.stringify(a), JSON.stringify(b)];
      const alone = JSON.stringify(importCareer(textB, { asOf }));
      const first = importCareer(textA, { asOf });
      const written = JSON.stringify(first);
      expect(JSON.stringify(importCareer(textB, { asOf }))).toBe(alone);
      expect(JSON.stringify(first)).toBe(written);
    }), FEWER);
  });
});

describe("the sample", () => {
  const text = readFileSync(new URL("../../data/samples/json-resume/gardener.json", import.meta.url), "utf8");

  it("says that it is made up, on the page as well", () => {
    const result = importCareer(text, { asOf });
    expect(text).toMatch(/does not exist, made up/);
    expect(result.ok && result.value.document.fictional).toBe(true);
    expect(result.ok && result.value.document.person.headline).toMatch(/made-up/);
    expect(result.ok && result.value.format).toBe("json-resume");
  });

  it("has one of everything: roles of four sections, an undated project, what is not shown", () => {
    const result = importCareer(text, { asOf });
    expect(result.ok && result.value.document.roles.map(({ kind, title, start, end }) => [kind ?? "role", title, start, end])).toEqual([
      ["role", "Head gardener", "2021-04", null], ["role", "Gardener", "2018-03-01", "2021-03-31"], ["role", "Nursery assistant", "2014", "2017"],
      ["service", "Teacher", "2016-05", "2019-10"], ["education", "Apprenticeship, Horticulture", "2011-09", "2014-06"], ["role", "Seed library", "2020-02", "2020-11"],
    ]);
    expect(briefly(result.issues)).toEqual(["warning start-missing projects[1].startDate", "warning figures-not-read work[0].highlights[0]", "warning not-shown", "warning skills-not-named skills[0].name"]);
  });
});
