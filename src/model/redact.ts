import type { AchievementDocument, CareerDocument, ClaimDocument, Visibility } from "./document.js";

type Entry = AchievementDocument | ClaimDocument;

const isPublic = (part: { readonly visibility?: Visibility }): boolean => part.visibility !== "private";

/**
 * The document as strangers may see it: private roles, achievements, claims and metrics are gone, with nothing in
 * their place, so that neither a count nor a gap tells that something was there. Everything that leaves the owner's
 * hands (page, embed, export of a view) is made from this.
 * What repeats a private entry (`sameAs`) states the same fact and goes with it; `sameAs` would name it, too.
 * A public metric whose quote would repeat a private part is the owner's to mind: texts are not rewritten.
 */
export function redactDocument(document: CareerDocument): CareerDocument {
  const hidden = hiddenIds(document);
  const shownOf = <T extends Entry>(entries: readonly T[]): T[] => entries.filter(({ id }) => !hidden.has(id)).map(withPublicMetrics);
  const roles = document.roles.filter(isPublic).map((role) => (role.achievements ? { ...role, achievements: shownOf(role.achievements) } : role));
  const { claims } = document.person;
  const person = claims ? { ...document.person, claims: shownOf(claims) } : document.person;
  return { ...document, person, roles };
}

function withPublicMetrics<T extends Entry>(part: T): T {
  return part.metrics ? { ...part, metrics: part.metrics.filter(isPublic) } : part;
}

/** Ids of the private entries and of all that repeat them, directly or in a chain. O(entries). */
function hiddenIds({ roles, person }: CareerDocument): ReadonlySet<string> {
  const entries: readonly Entry[] = [...(person.claims ?? []), ...roles.flatMap((role) => role.achievements ?? [])];
  const repeating = new Map<string, string[]>();
  for (const { id, sameAs } of entries) {
    if (!sameAs) continue;
    const others = repeating.get(sameAs);
    if (others) others.push(id);
    else repeating.set(sameAs, [id]);
  }
  const inPrivateRoles = roles.filter((role) => !isPublic(role)).flatMap((role) => role.achievements ?? []);
  const hidden = new Set([...entries.filter((entry) => !isPublic(entry)), ...inPrivateRoles].map(({ id }) => id));
  // A set hands out what is added while it is walked.
  for (const id of hidden) for (const other of repeating.get(id) ?? []) hidden.add(other);
  return hidden;
}
