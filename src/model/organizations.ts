import { slugOf } from "../lib/slug.js";
import type { Organization } from "./career.js";
import type { RoleDocument } from "./document.js";

/** What tells organizations apart: a name, or the words for one that is not disclosed. null where a role has none. */
export function organizationKey(role: RoleDocument): string | null {
  if (role.organization === undefined) return null;
  return typeof role.organization === "string" ? `named ${role.organization}` : `undisclosed ${role.organization.label}`;
}

/**
 * Organizations by key, in order of first appearance. Same words, same organization: that is how promotions are
 * written. Two undisclosed employers need two labels.
 *
 * Ids are slugs, and where two names come to one slug the later one has a number. Those that only private roles name
 * are numbered last, so that no id is another for their being there.
 */
export function createOrganizations(roles: readonly RoleDocument[]): ReadonlyMap<string, Organization> {
  const isPrivate = (role: RoleDocument): boolean => role.visibility === "private";
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  // The next number to try, by slug: from 2 each time, thousands of names with one slug would take minutes.
  const next = new Map<string, number>();
  for (const role of [...roles.filter((each) => !isPrivate(each)), ...roles.filter(isPrivate)]) {
    const key = organizationKey(role);
    if (key === null || ids.has(key)) continue;
    const base = slugOf(labelOf(role)) || "organization";
    let id = base;
    let n = next.get(base) ?? 2;
    for (; taken.has(id); n++) id = `${base}-${n}`;
    next.set(base, n);
    taken.add(id);
    ids.set(key, id);
  }
  return new Map(
    roles.flatMap((role): [string, Organization][] => {
      const key = organizationKey(role);
      const id = key === null ? undefined : ids.get(key);
      return key === null || id === undefined ? [] : [[key, { id, label: labelOf(role), undisclosed: typeof role.organization !== "string" }]];
    }),
  );
}

const labelOf = ({ organization }: RoleDocument): string => (typeof organization === "object" ? organization.label : (organization ?? ""));
