import type { CareerDocument, Metric, Visibility } from "./document.js";

const isPublic = (part: { readonly visibility?: Visibility }): boolean => part.visibility !== "private";

/**
 * The document as strangers may see it: private roles, achievements, claims and metrics are gone, with nothing in
 * their place, so that neither a count nor a gap tells that something was there. Everything that leaves the owner's
 * hands (page, embed, export of a view) is made from this.
 * A public metric whose quote would repeat a private part is the owner's to mind: texts are not rewritten.
 */
export function redactDocument(document: CareerDocument): CareerDocument {
  const withPublicMetrics = <T extends { readonly metrics?: readonly Metric[] }>(part: T): T =>
    part.metrics ? { ...part, metrics: part.metrics.filter(isPublic) } : part;
  const roles = document.roles.filter(isPublic).map((role) =>
    role.achievements ? { ...role, achievements: role.achievements.filter(isPublic).map(withPublicMetrics) } : role,
  );
  const { claims } = document.person;
  const person = claims ? { ...document.person, claims: claims.filter(isPublic).map(withPublicMetrics) } : document.person;
  return { ...document, person, roles };
}
