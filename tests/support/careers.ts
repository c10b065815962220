import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type fc from "fast-check";
import type { Career } from "../../src/model/career.js";
import { createCareer } from "../../src/model/createCareer.js";
import type { AchievementDocument, CareerDocument, RoleDocument } from "../../src/model/document.js";
import { parseDocument } from "../../src/model/parseCareer.js";
import { arbDocument } from "./arbitraries.js";
import { makeAchievement, makeDocument, makeRole } from "./document.js";

/** The instant that ongoing roles reach to. */
export const AS_OF = Date.UTC(2026, 10, 22);

/** Runs of a property. */
export const RUNS = Number(process.env["FC_RUNS"] ?? 300);
export const PATIENCE_MS = 20_000 + 40 * RUNS;

// Not new URL(…, import.meta.url): in tests with a DOM that is an address on a server.
const DATA = join(import.meta.dirname, "../../data");

function read(path: string): CareerDocument {
  const result = parseDocument(readFileSync(join(DATA, path), "utf8"));
  if (!result.ok) throw new Error(`${path}: ${JSON.stringify(result.issues)}`);
  return result.value;
}

export const firstDocument = read("career.json");
export const firstCareer: Career = createCareer(firstDocument, AS_OF);

/** The first career and every made-up one, by file name. */
export const sampleCareers: readonly (readonly [name: string, career: Career])[] = [
  ["career", firstCareer] as const,
  ...readdirSync(join(DATA, "samples")).filter((name) => name.endsWith(".json")).map((name) => [name.slice(0, -5), createCareer(read(`samples/${name}`), AS_OF)] as const),
];

export function sampleCareer(name: string): Career {
  const found = sampleCareers.find(([other]) => other === name);
  if (!found) throw new Error(`no such sample: ${name}`);
  return found[1];
}

/** Any career a checked document can make. */
export const arbCareer: fc.Arbitrary<Career> = arbDocument.map((document) => createCareer(document, AS_OF));

/** A career of these roles. */
export const careerOf = (roles: readonly RoleDocument[], more: Partial<CareerDocument> = {}, asOf = AS_OF): Career => createCareer(makeDocument({ roles, ...more }), asOf);

/** `n` achievements without a metric, all the same but for their id. */
export const someAchievements = (n: number, more: Partial<AchievementDocument> = {}, prefix = "work"): AchievementDocument[] =>
  Array.from({ length: n }, (_, i) => makeAchievement({ id: `${prefix}-${i}`, ...more }));

/** One role with these achievements. */
export const oneRole = (achievements: readonly AchievementDocument[], role: Partial<RoleDocument> = {}): Career => careerOf([makeRole({ achievements, ...role })]);

/** Very many, a day each, in five years. */
export const crowded = (count = 2000): CareerDocument => makeDocument({
  roles: [makeRole({ start: "2018", end: "2022", achievements: someAchievements(count).map((achievement, i) => {
    const day = new Date(Date.UTC(2018, 0, 1 + Math.floor((i * 1824) / count))).toISOString().slice(0, 10);
    return { ...achievement, when: { from: day, to: day } };
  }) })],
});
