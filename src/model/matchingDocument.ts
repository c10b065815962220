import type { AchievementDocument, CareerDocument } from "./document.js";
import { redactDocument } from "./redact.js";

/** Parts that name others by their ids: what they name may be gone, and then they would say something else. */
const NAMING: ReadonlySet<string> = new Set(["views", "activity"]);

/**
 * The part of a document that a filter shows, as a document of its own: the matching achievements in their roles, and the
 * domains and skills that they name. Nothing private is in it; keys that the format does not know stay where they are.
 * What is tied to no role, named views and activity belong to the whole, and so does an entry that repeats another.
 *
 * @param matches ids of achievements; null = no filter is on, and all of it is given back but what is private
 */
export function matchingDocument(document: CareerDocument, matches: ReadonlySet<string> | null): CareerDocument {
  const shown = redactDocument(document);
  if (matches === null) return shown;
  const isShown = ({ id, sameAs }: AchievementDocument): boolean => matches.has(id) && !sameAs;
  const roles = shown.roles.flatMap((role) => {
    const achievements = (role.achievements ?? []).filter(isShown);
    return achievements.length === 0 ? [] : [{ ...role, achievements }];
  });
  const entries = roles.flatMap(({ achievements }) => achievements);
  const used = (facet: "domains" | "skills"): ReadonlySet<string> => new Set(entries.flatMap((entry) => entry[facet] ?? []));
  const [domains, skills] = [used("domains"), used("skills")];
  const { claims: _, ...person } = shown.person;
  // Safe: only parts that a document may lack are left out.
  const rest = Object.fromEntries(Object.entries(shown).filter(([key]) => !NAMING.has(key))) as unknown as CareerDocument;
  return {
    ...rest,
    person,
    ...(shown.domains ? { domains: shown.domains.filter(({ id }) => domains.has(id)) } : {}),
    ...(shown.skills ? { skills: shown.skills.filter(({ id }) => skills.has(id)) } : {}),
    roles,
  };
}
