import { err, ok, type Issue, type Result } from "../../lib/result.js";
import type { EpochMs } from "../../lib/units.js";
import type { CareerDocument } from "../../model/document.js";
import { parseDocument } from "../../model/parseCareer.js";
import { readJsonResume } from "./carried.js";
import type { JsonObject } from "./json.js";

/**
 * A career from a JSON Resume, checked as every career is, with all findings at their places in the résumé.
 * @param asOf the day that the career is drawn for; null where that is not known
 */
export function importJsonResume(resume: JsonObject, asOf: EpochMs | null): Result<CareerDocument> {
  const { document, origins, issues } = readJsonResume(resume, asOf);
  if (document === null) return err(issues);
  // As it would be saved: what is kept beside what was made may be larger and deeper than the source was.
  const checked = parseDocument(JSON.stringify(document), asOf === null ? {} : { asOf });
  // What is left to refuse is its size, its depth, or nothing that this program should have made.
  if (!checked.ok) return err([...checked.issues.map((issue) => ({ ...inSource(issue, origins), message: `made into a career: ${issue.message.replace(/^line \d+, column \d+: /, "")}` })), ...issues]);
  return ok(document, [...issues, ...foldIssues(checked.issues, origins)]);
}

/** Findings about titles are those about their texts, and skills that no text names are one finding. */
function foldIssues(found: readonly Issue[], origins: ReadonlyMap<string, string>): Issue[] {
  const unnamed = found.filter(({ code }) => code === "unused-skill");
  const rest = new Map<string, Issue>();
  for (const issue of found) {
    if (issue.code === "unused-skill") continue;
    const there = inSource(issue, origins);
    const key = `${there.code}\n${there.path}`;
    if (!rest.has(key)) rest.set(key, there);
  }
  const [first] = unnamed;
  if (first === undefined) return [...rest.values()];
  const n = unnamed.length;
  return [...rest.values(), {
    severity: "warning", code: "skills-not-named", path: inSource(first, origins).path,
    message: `${n} ${n === 1 ? "skill is" : "skills are"} named in no highlight, so no growth is drawn for ${n === 1 ? "it" : "them"}`, hint: "name a skill where it was used",
  }];
}

/** `roles[0].achievements[1]` for `roles[0].achievements[1].text`; always shorter. */
function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("."), path.lastIndexOf("[")));
}

/** The finding with its place in the source: that of the nearest part that came from somewhere. Lines were not the source's. */
function inSource({ line: _line, column: _column, ...issue }: Issue, origins: ReadonlyMap<string, string>): Issue {
  for (let path = issue.path; path !== ""; path = parentOf(path)) {
    const origin = origins.get(path);
    if (origin !== undefined) return { ...issue, path: origin };
  }
  const root = origins.get("");
  return root === undefined ? issue : { ...issue, path: issue.path === "" ? root : `${root}.${issue.path}` };
}
