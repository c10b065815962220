import { describe, expect, it } from "vitest";
import { readEntry, type Entry } from "../../../src/import/jsonResume/readEntry.js";
import { SECTIONS, type Section } from "../../../src/import/jsonResume/sections.js";

const sectionOf = (key: Section["key"]): Section => SECTIONS.find((section) => section.key === key) ?? expect.fail(`no section ${key}`);

function read(entry: unknown, key: Section["key"] = "work", asOf: number | null = null): { readonly entry: Entry | null; readonly notes: readonly string[] } {
  const notes: string[] = [];
  return { entry: readEntry(entry, sectionOf(key), asOf, (code, place) => void notes.push(`${code} ${place}`.trim())), notes };
}
const dated = { name: "Acme", position: "Digger", startDate: "2019-03" };

describe("an entry of each section", () => {
  it.each<readonly [Section["key"], unknown, Partial<Entry>]>([
    ["work", { ...dated, location: "Berlin" }, { title: "Digger", organization: "Acme", kind: undefined, location: "Berlin", start: "2019-03", end: null }],
    ["work", { company: "Old Acme", position: "Digger", startDate: "2019" }, { organization: "Old Acme" }],
    ["volunteer", { organization: "Club", position: "Coach", startDate: "2019" }, { title: "Coach", organization: "Club", kind: "service" }],
    ["education", { institution: "School", studyType: "BSc", area: "Soil", startDate: "2019" }, { title: "BSc, Soil", organization: "School", kind: "education" }],
    ["education", { area: "Soil", startDate: "2019" }, { title: "Soil", organization: null }],
    ["projects", { name: "Map", entity: "Town", startDate: "2019" }, { title: "Map", organization: "Town", kind: undefined }],
    // Nothing else is known.
    ["work", { name: "Acme", startDate: "2019" }, { title: "Acme", organization: "Acme" }],
  ])("of %s: %j", (key, entry, expected) => {
    const result = read(entry, key);
    expect(result.entry).toMatchObject(expected);
    expect(result.notes).toEqual([]);
  });
});

describe("dates", () => {
  it.each([
    [{ endDate: "2020" }, "2020", []], [{ endDate: 2020 }, "2020", []], [{ endDate: "Present" }, null, []], [{ endDate: "" }, null, []], [{ endDate: null }, null, []], [{}, null, []], [{ endDate: "2019-03" }, "2019-03", []],
    // The start is all that is known of these.
    [{ endDate: "Sprng 2020" }, "2019-03", ["date endDate"]], [{ endDate: false }, "2019-03", ["date endDate"]], [{ endDate: "2019-02" }, "2019-03", ["end-before-start endDate"]], [{ endDate: "2018" }, "2019-03", ["end-before-start endDate"]],
  ])("%j ends %s", (change, end, notes) => {
    const result = read({ ...dated, ...change });
    expect(result.entry?.end).toBe(end);
    expect(result.notes).toEqual(notes);
  });

  it("are kept as precise as they were", () => {
    for (const startDate of ["2019", "2019-03", "2019-03-14"]) expect(read({ ...dated, startDate }).entry?.start).toBe(startDate);
    expect(read({ ...dated, startDate: 2019 }).entry?.start).toBe("2019");
  });

  it("in the future are planned, unless the role is said to go on", () => {
    const asOf = Date.UTC(2019, 0);
    expect(read(dated, "work", asOf)).toEqual({ entry: null, notes: ["ongoing-in-future startDate"] });
    expect(read({ ...dated, endDate: "2019-05" }, "work", asOf).entry).not.toBeNull();
    expect(read(dated, "work", Date.UTC(2019, 2)).entry).not.toBeNull();
  });
});

describe("what can be no role says why", () => {
  it.each([
    [null, "type"], ["Acme", "type"], [[], "type"], [{ name: "Acme" }, "start-missing startDate"], [{ name: "Acme", startDate: " " }, "start-missing startDate"], [{ name: "Acme", startDate: "Sprng 2019" }, "date startDate"],
    [{ name: "Acme", startDate: {} }, "date startDate"], [{ startDate: "2019" }, "title-missing"], [{ startDate: "2019", name: " ", position: "" }, "title-missing"],
  ])("%j", (entry, note) => expect(read(entry)).toEqual({ entry: null, notes: [note] }));
});

describe("highlights", () => {
  it("are taken word for word, blanks and all, with their places", () => {
    expect(read({ ...dated, highlights: [" One.\n", "", "Two"] }).entry?.highlights).toEqual([{ text: " One.\n", at: 0 }, { text: "Two", at: 2 }]);
  });

  it("that are no texts are told of", () => {
    expect(read({ ...dated, highlights: [5, { text: "x" }, null, "\u200b"] }).notes).toEqual(["type highlights[0]", "type highlights[1]", "invisible-text highlights[3]"]);
    expect(read({ ...dated, highlights: "One" }).notes).toEqual(["type highlights"]);
  });

  it("too long for a page are shortened, too many are left out", () => {
    const long = read({ ...dated, highlights: ["word ".repeat(5000)] });
    expect(long.notes).toEqual(["too-long highlights[0]"]);
    expect(long.entry?.highlights[0]?.text).toMatch(/^word .*…$/);
    const many = read({ ...dated, highlights: Array.from({ length: 10_001 }, () => "x") });
    expect(many.notes).toEqual(["too-many highlights"]);
    expect(many.entry?.highlights).toHaveLength(10_000);
  });
});
