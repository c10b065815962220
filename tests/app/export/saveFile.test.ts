import { expect, it } from "vitest";
import { fileName } from "../../../src/app/export/saveFile.js";
import { careerOf } from "../../support/careers.js";

const nameFor = (person: { headline: string; name?: string }): string => fileName(careerOf([], { person }), "@2x.png");

it.each([
  [{ headline: "Backend engineer", name: "Ada Lindqvist" }, "ada-lindqvist-career@2x.png"],
  [{ headline: "Backend engineer" }, "backend-engineer-career@2x.png"],
  [{ headline: "../../etc/passwd" }, "etc-passwd-career@2x.png"],
  [{ headline: "💾" }, "career@2x.png"],
  [{ headline: "田中" }, "田中-career@2x.png"],
])("a file of %j is called %s", (person, name) => {
  expect(nameFor(person)).toBe(name);
});

it("is no longer than a folder takes", () => {
  expect(new TextEncoder().encode(nameFor({ headline: "あ".repeat(500) })).length).toBeLessThan(255);
});
