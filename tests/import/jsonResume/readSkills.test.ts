import { expect, it } from "vitest";
import { SILENT, type Note } from "../../../src/import/jsonResume/note.js";
import { readSkills } from "../../../src/import/jsonResume/readSkills.js";

const labels = (value: unknown): string[] => readSkills(value, SILENT).map(({ skill }) => skill.label);

it("takes names and keywords, each once, whatever their case", () => {
  expect(labels([{ name: "Web", level: "Master", keywords: ["HTML", "CSS"] }, { name: "html" }, "Go", { keywords: ["Go", "SQL"] }])).toEqual(["Web", "HTML", "CSS", "Go", "SQL"]);
});

it("gives ids that tell C, C++ and C# apart", () => {
  expect(readSkills([{ name: "C" }, { name: "C++" }, { name: "C#" }, { name: "!" }], SILENT).map(({ skill }) => skill.id)).toEqual(["c", "cpp", "c-sharp", "skill"]);
});

it.each([
  ["Amazon Web Services (AWS)", ["Amazon Web Services", "AWS"]], ["AWS (Amazon Web Services)", ["AWS", "Amazon Web Services"]], ["Python (advanced)", undefined], ["AWS (EC2, S3)", undefined], ["Go (Golang)", undefined], ["Go", undefined], ["(a)", undefined],
])("%s has the other names %j", (label, aliases) => {
  expect(readSkills([{ name: label }], SILENT)[0]?.skill.aliases).toEqual(aliases);
});

it("says where something else stands than what belongs there", () => {
  const places: string[] = [];
  const note: Note = (code, place) => void places.push(`${code} ${place}`);
  readSkills([5, { name: 5, keywords: "a" }, { keywords: [null, 5] }], note);
  readSkills("Go", note);
  expect(places).toEqual(["type skills[0]", "type skills[1].name", "type skills[1].keywords", "type skills[2].keywords[1]", "type skills"]);
});
