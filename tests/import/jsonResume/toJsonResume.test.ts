import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importCareer } from "../../../src/import/importCareer.js";
import { toJsonResume } from "../../../src/import/jsonResume/toJsonResume.js";
import type { CareerDocument } from "../../../src/model/document.js";
import { parseDocument } from "../../../src/model/parseCareer.js";
import { publishedDocument } from "../../../src/model/publish.js";
import { firstDocument } from "../../support/careers.js";
import { arbDocument } from "../../support/arbitraries.js";
import { makeAchievement, makeDocument, makeRole } from "../../support/document.js";
import { arbResume, type Resume } from "./resumes.js";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 300) };
/** For whole careers, which take their time. */
const FEWER = { numRuns: Math.ceil(RUNS.numRuns / 3) };

const asOf = Date.UTC(2026, 0);
const imported = (source: unknown): CareerDocument | null => {
  const result = importCareer(JSON.stringify(source), { asOf });
  return result.ok ? result.value.document : null;
};
/** As it would be saved. */
const saved = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("a résumé that became a career", () => {
  it("comes back as it was, every key and value", () => {
    let [tried, opened] = [0, 0];
    fc.assert(fc.property(arbResume, (resume) => {
      const document = imported({ basics: { label: "x" }, ...resume });
      tried += 1;
      if (document === null) return;
      opened += 1;
      expect(saved(toJsonResume(document))).toEqual({ basics: { label: "x" }, ...resume });
    }), RUNS);
    expect(opened).toBeGreaterThan(tried / 2);
  });

  it("comes back from the file that it was saved in", () => {
    fc.assert(fc.property(arbResume, (resume) => {
      const document = imported({ basics: { label: "x" }, ...resume });
      if (document === null) return;
      const read = parseDocument(JSON.stringify(document), { asOf });
      expect(read.ok && saved(toJsonResume(read.value))).toEqual({ basics: { label: "x" }, ...resume });
    }), RUNS);
  });

  it("becomes the same career again", () => {
    fc.assert(fc.property(arbResume, (resume) => {
      const document = imported({ basics: { label: "x" }, ...resume });
      if (document !== null) expect(imported(toJsonResume(document))).toEqual(document);
    }), RUNS);
  });

  it("gives way where its owner has changed the career, and only there", () => {
    const resume = { basics: { label: "Gardener", email: "a@example.org" }, work: [{ name: "Acme", position: "Digger", startDate: "May 2019", endDate: "Present", url: "https://acme.example", highlights: ["One", ""] }], skills: [{ name: "Go", level: "Master" }], meta: { version: "v1.0.0" } };
    const document = imported(resume);
    if (document === null) throw new Error("not read");
    const edit = (change: Partial<CareerDocument["roles"][number]>): Resume => {
      const [role] = document.roles;
      return (toJsonResume({ ...document, roles: role === undefined ? [] : [{ ...role, ...change }] })["work"] as Resume[])[0] ?? {};
    };
    expect(edit({})).toEqual(resume.work[0]);
    expect(edit({ end: "2024-05" })).toEqual({ ...resume.work[0], endDate: "2024-05" });
    expect(edit({ start: "2019-06" })).toEqual({ ...resume.work[0], startDate: "2019-06" });
    expect(edit({ title: "Head digger", organization: "Acme Ltd" })).toEqual({ ...resume.work[0], position: "Head digger", name: "Acme Ltd" });
    expect(edit({ achievements: [makeAchievement({ text: "Two", domains: [], skills: [] })] })).toEqual({ ...resume.work[0], highlights: ["Two"] });
    expect(toJsonResume({ ...document, skills: [{ id: "c", label: "C" }] })["skills"]).toEqual([{ name: "C" }]);
    expect(toJsonResume({ ...document, person: { ...document.person, headline: "Head gardener" } })["basics"]).toEqual({ label: "Head gardener", email: "a@example.org" });
    expect(toJsonResume({ ...document, fictional: true })["meta"]).toMatchObject({ version: "v1.0.0", fictional: true });
  });

  it("survives what owners write under the key of what is kept", () => {
    for (const odd of [5, null, [], "x", { also: 5, asides: {}, section: "nowhere" }, { asides: [null, { section: 1 }, { section: "work", at: "x" }, { section: "work", at: 1e9, entry: 1 }, { section: "work", at: -5, entry: 2 }] }]) {
      const document = { ...makeDocument(), jsonResume: odd, person: { headline: "x", jsonResume: odd }, roles: [{ ...makeRole(), jsonResume: odd }] };
      expect(imported(toJsonResume(document))).toEqual(document);
    }
  });
});

describe("a career that was written as one", () => {
  it("becomes the same career again, whatever JSON Resume has no words for", () => {
    fc.assert(fc.property(arbDocument, (document) => {
      const result = importCareer(JSON.stringify(toJsonResume(document)));
      expect(result.ok && result.value.document).toEqual(document);
    }), FEWER);
  });

  it("says in the format's own words what the format has words for", () => {
    const resume = toJsonResume(makeDocument({
      person: { headline: "Engineer", name: "A. Person", location: "Taipei", links: [{ label: "example.org", url: "https://www.example.org/" }, { label: "Code", url: "https://code.example" }] },
      roles: [makeRole({ start: "2020-03", end: null }), makeRole({ id: "b", kind: "service", achievements: [] }), makeRole({ id: "c", kind: "education", title: "MSc", achievements: [] })],
    }));
    expect(resume["basics"]).toEqual({ name: "A. Person", url: "https://www.example.org/", profiles: [{ network: "Code", url: "https://code.example" }], location: { city: "Taipei" } });
    expect(resume["work"]).toEqual([{ name: "Acme", position: "Engineer", startDate: "2020-03", highlights: ["Built the billing service in Go."] }]);
    expect(resume["volunteer"]).toEqual([{ organization: "Acme", position: "Engineer", startDate: "2020-01", endDate: "2021-12" }]);
    expect(resume["education"]).toEqual([{ institution: "Acme", area: "MSc", startDate: "2020-01", endDate: "2021-12" }]);
    expect(resume["skills"]).toEqual([{ name: "Go" }]);
  });

  it("carries the career along only where the words are not enough", () => {
    const plain = makeDocument({ domains: [], skills: [], roles: [makeRole({ id: "acme-engineer", achievements: [] })] });
    const { domains: _domains, skills: _skills, ...bare } = plain;
    const { achievements: _achievements, ...role } = makeRole();
    expect(toJsonResume({ ...bare, roles: [role] })).not.toHaveProperty("meta");
    expect(toJsonResume(firstDocument)).toHaveProperty("meta.careerTimeline");
  });

  it("is read from its words where they were changed since, and the file says so", () => {
    const resume = saved(toJsonResume(firstDocument)) as Resume & { readonly basics: Resume };
    const result = importCareer(JSON.stringify({ ...resume, basics: { ...resume.basics, label: "Another" } }), { asOf });
    expect(result.ok && result.value.document.person.headline).toBe("Another");
    expect(result.issues.map(({ code, path }) => `${code} ${path}`)).toContain("carried-not-used meta.careerTimeline");
    // Nothing is lost: it is still in the file.
    expect(result.ok && saved(toJsonResume(result.value.document))).toHaveProperty("meta.careerTimeline.roles");
  });

  it("that is carried with errors is not used", () => {
    const result = importCareer(JSON.stringify({ basics: { label: "x" }, meta: { careerTimeline: { version: 1, person: { headline: "x" }, roles: [{ "a]b": 1 }] } } }));
    expect(result.ok && result.value.document.roles).toEqual([]);
    expect(result.issues.map(({ code }) => code)).toEqual(["carried-not-used"]);
  });

  it("tells strangers nothing private when it is made from what is published", () => {
    const secret = makeDocument({ roles: [makeRole(), makeRole({ id: "hidden", title: "Secret work", visibility: "private", achievements: [] })] });
    const document = { ...imported({ basics: { label: "x", email: "me@example.org" }, work: [{ name: "n", startDate: "2019", salary: "99" }] }), roles: secret.roles, domains: secret.domains, skills: secret.skills } as CareerDocument;
    expect(JSON.stringify(toJsonResume(document))).toMatch(/Secret work.*/);
    expect(JSON.stringify(toJsonResume(publishedDocument(document)))).not.toMatch(/Secret|me@example|99/);
  });
});
