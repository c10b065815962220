import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFindSkills } from "../../../src/import/jsonResume/findSkills.js";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 300) };
const find = (text: string, ...labels: readonly string[]): readonly string[] => createFindSkills(labels.map((label) => ({ id: label, label })))(text);

describe("a skill is named", () => {
  it.each([
    ["Kubernetes", "Moved it to kubernetes."], ["Kubernetes", "Kubernetes, at last"], ["Java", "in Java-based services"], ["C++", "Wrote C++."], ["C#", "in C#, mostly"], [".NET", "Services in .NET"],
    ["Node.js", "with Node.js and more"], ["CI/CD", "owned ci/cd"], ["Web Development", "taught web\n development"], ["Drip irrigation", "by drip-irrigation"], ["SQL", "SQL"], ["Soil", "healthy soil"],
    ["Go", "services in Go"], ["React", "pages in React and CSS"], ["Temporal", "moved to Temporal in 6 weeks"], ["サッカー", "サッカー を教えた"], ["Ruby on Rails", "Ruby on Rails"],
  ])("%s in %j", (label, text) => expect(find(text, label)).toEqual([label]));
});

describe("a skill is not named", () => {
  it.each([
    ["Java", "JavaScript"], ["C", "plan C"], ["R", "R&D"], ["C", "C++"], [".NET", "net income"], ["REST", "the rest of the team"], ["SAP", "the sap of birches"], ["IT", "it grew"], ["Node.js", "the node. JS came later"], ["Go", "go live"], ["Go", "Go live in March"], ["Go", "We chose a Go-to-market plan"],
    ["go", "to go on"], ["React", "react to incidents"], ["React", "React fast. React often."], ["Swift", "a swift answer"], ["Rust", "• Rust removed from 40 gates"], ["Web Development", "web and app development"], ["", "anything"], ["++", "C++"],
    ["one two three four five six seven eight nine", "one two three four five six seven eight nine"],
  ])("%s in %j", (label, text) => expect(find(text, label)).toEqual([]));
});

it("means the longer of two names that begin together, and both where both stand", () => {
  expect(find("Spring Boot in production", "Boot", "Spring Boot")).toEqual(["Spring Boot"]);
  expect(find("React Native, then React", "React", "React Native")).toEqual(["React Native", "React"]);
});

it("goes by other names too", () => {
  expect(createFindSkills([{ id: "aws", label: "Amazon Web Services (AWS)", aliases: ["Amazon Web Services", "AWS"] }])("Left AWS")).toEqual(["aws"]);
});

it("names nothing whose letters do not stand in the text", () => {
  const arbWords = fc.array(fc.constantFrom("Go", "go", "React", "sql", "SQL", "C++", ".", "-", ", ", "a", "to "), { maxLength: 8 });
  fc.assert(fc.property(arbWords, fc.array(arbWords, { maxLength: 5 }), (text, names) => {
    const written = text.join(" ");
    const plain = (each: string): string => each.toLowerCase().replace(/[\s-]+/g, " ");
    for (const label of find(written, ...names.map((words) => words.join(" ")))) expect(plain(written)).toContain(plain(label).replace(/^[\s.,]+|[\s.,]+$/g, ""));
  }), RUNS);
});
