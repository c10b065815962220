import fc from "fast-check";
import { expect, it } from "vitest";
import { createIds } from "../../../src/import/jsonResume/createIds.js";
import { ID } from "../../../src/model/schema.js";
import { HOSTILE } from "../../support/hostile.js";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 300) };

it("gives words, and numbers where the words are taken", () => {
  const idOf = createIds("role");
  expect(["Acme Engineer", "acme, engineer!", "Acme Engineer 2", "Acme Engineer", "???", "…"].map(idOf)).toEqual(["acme-engineer", "acme-engineer-2", "acme-engineer-2-2", "acme-engineer-3", "role", "role-2"]);
  expect(idOf("word ".repeat(40))).toBe("word-word-word-word-word-word-word-word-word-word-word-word");
});

it("gives ids that a career may have, each once", () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 300 })), { maxLength: 6 }), (labels) => {
    const ids = labels.map(createIds("role"));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(id).toMatch(ID);
      expect(id.length).toBeLessThanOrEqual(100);
    }
  }), RUNS);
});

it("takes as long for thousands of equal labels as for others", () => {
  const idOf = createIds("role");
  const ids = Array.from({ length: 20_000 }, () => idOf("same"));
  expect(ids.at(-1)).toBe("same-20000");
});
