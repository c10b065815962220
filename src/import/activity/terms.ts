import { nearest } from "../../lib/nearest.js";
import { showText } from "../../lib/show.js";
import type { CareerDocument } from "../../model/document.js";

export type Kind = "skill" | "domain";
export const KINDS: readonly Kind[] = ["skill", "domain"];

/** What counts are counted for: ids of the career, null where it names none. */
export interface Target {
  readonly skill: string | null;
  readonly domain: string | null;
}

export interface Terms {
  /** The id behind an id, a label or an alias, in upper or lower case; null where the career has none. */
  readonly find: (kind: Kind, name: string) => string | null;
  /** What to do about a name that was not found. */
  readonly hint: (kind: Kind, name: string) => string;
  /** Place in the document: of a domain, and of a skill behind all domains. For a lasting order. */
  readonly placeOf: (target: Target) => number;
}

export function createTerms({ skills = [], domains = [] }: CareerDocument): Terms {
  const byName = {
    skill: namesOf(skills.map(({ id, label, aliases = [] }) => [id, label, ...aliases])),
    domain: namesOf(domains.map(({ id, label }) => [id, label])),
  };
  const places = { skill: new Map(skills.map(({ id }, i) => [id, i])), domain: new Map(domains.map(({ id }, i) => [id, i])) };
  return {
    find: (kind, name) => byName[kind].get(name.trim().toLowerCase()) ?? null,
    hint: (kind, name) => {
      const near = nearest(name.trim().toLowerCase(), byName[kind].keys());
      return near === null ? `add ${showText(name)} to "${kind}s" of the career, or leave the line out` : `did you mean "${byName[kind].get(near) ?? ""}"?`;
    },
    placeOf: ({ skill, domain }) => {
      const [ofDomain, ofSkill] = [places.domain.get(domain ?? "") ?? domains.length, places.skill.get(skill ?? "") ?? -1];
      return ofDomain * (skills.length + 1) + ofSkill + 1;
    },
  };
}

/** Ids win over labels, and earlier ones over later ones. */
function namesOf(terms: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  const add = (name: string, id: string): void => {
    const folded = name.trim().toLowerCase();
    if (!byName.has(folded)) byName.set(folded, id);
  };
  for (const [id] of terms) if (id !== undefined) add(id, id);
  for (const [id, ...names] of terms) for (const name of names) if (id !== undefined) add(name, id);
  return byName;
}
