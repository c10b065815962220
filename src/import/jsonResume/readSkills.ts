import { showValue } from "../../lib/show.js";
import { LONGEST_LIST } from "../../model/schemaParts.js";
import { isObject } from "../../model/schemaWalk.js";
import type { SkillDocument } from "../../model/document.js";
import { createIds } from "./createIds.js";
import { valueOf } from "./json.js";
import type { Note } from "./note.js";
import { readLine } from "./readText.js";

export interface SourceSkill {
  readonly skill: SkillDocument;
  /** `skills[2].keywords[0]` */
  readonly path: string;
}

/**
 * Everything that the owner calls a skill, each once: names and keywords alike, since a résumé does not tell groups from
 * skills. Levels are never read: there is no rating.
 */
export function readSkills(value: unknown, note: Note): SourceSkill[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    note("type", "skills", `expected a list [ … ], found ${showValue(value)}`, "put it in square brackets, also when it is only one");
    return [];
  }
  const found = new Map<string, SourceSkill>();
  const idOf = createIds("skill");
  const add = (written: unknown, path: string): void => {
    const label = readLine(written, note, path);
    const key = label?.toLowerCase();
    if (label === null || key === undefined || found.has(key) || found.size === LONGEST_LIST) return;
    const aliases = aliasesOf(label);
    // C++ and C# have ids that tell them from C.
    const id = idOf(label.replaceAll("+", "p").replaceAll("#", " sharp"));
    found.set(key, { skill: { id, label, ...(aliases.length === 0 ? {} : { aliases }) }, path });
  };
  for (const [i, entry] of value.entries()) {
    const path = `skills[${i}]`;
    if (typeof entry === "string") add(entry, path);
    else if (!isObject(entry)) note("type", path, `expected an object { … }, found ${showValue(entry)}`, "it is kept in the file and not shown");
    else {
      add(valueOf(entry, "name"), `${path}.name`);
      const keywords = valueOf(entry, "keywords");
      if (Array.isArray(keywords)) for (const [k, keyword] of keywords.entries()) add(keyword, `${path}.keywords[${k}]`);
      else if (keywords !== undefined && keywords !== null) note("type", `${path}.keywords`, `expected a list [ … ], found ${showValue(keywords)}`, "put it in square brackets, also when it is only one");
    }
  }
  return [...found.values()];
}

/** Both halves of "Amazon Web Services (AWS)" or "AWS (Amazon Web Services)"; a bracket that is no abbreviation is no other name. */
function aliasesOf(label: string): string[] {
  const halves = /^([^()]+)\(([^()]+)\)$/.exec(label);
  const [one, other] = [halves?.[1]?.trim() ?? "", halves?.[2]?.trim() ?? ""];
  return isShortFor(one, other) || isShortFor(other, one) ? [one, other] : [];
}

function isShortFor(short: string, long: string): boolean {
  const words = long.split(/[\s-]+/);
  return words.length > 1 && words.map((word) => Array.from(word)[0] ?? "").join("").toLowerCase() === short.toLowerCase();
}
