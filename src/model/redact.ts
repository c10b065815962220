import type { AchievementDocument, CareerDocument, ClaimDocument, RoleDocument, ViewDocument, Visibility } from "./document.js";
import { createOrganizations, organizationKey } from "./organizations.js";

type Entry = AchievementDocument | ClaimDocument;

const isPublic = (part: { readonly visibility?: Visibility }): boolean => part.visibility !== "private";

/**
 * The document as strangers may see it: private roles, achievements, claims and metrics are gone, with nothing in
 * their place, so that neither a count nor a gap tells that something was there. Everything that leaves the owner's
 * hands (page, embed, export of a view) is made from this.
 * What repeats a private entry (`sameAs`) states the same fact and goes with it; `sameAs` would name it, too.
 * A domain or a skill that only private parts name goes with them, and so does a view of one, or of an organization that
 * only private roles name; what nobody names stays, it tells nothing.
 * Private activity goes as well, whole or by the series; a series names its skill and its domain as an achievement does.
 * A public metric whose quote would repeat a private part is the owner's to mind: texts are not rewritten.
 */
export function redactDocument(document: CareerDocument): CareerDocument {
  const hidden = hiddenIds(document);
  const shownOf = <T extends Entry>(entries: readonly T[]): T[] => entries.filter(({ id }) => !hidden.has(id)).map(withPublicMetrics);
  const roles = document.roles.filter(isPublic).map((role) => (role.achievements ? { ...role, achievements: shownOf(role.achievements) } : role));
  const { claims } = document.person;
  const person = claims ? { ...document.person, claims: shownOf(claims) } : document.person;
  const { activity, ...rest } = document;
  const shown = { ...rest, person, roles, ...(activity && isPublic(activity) ? { activity: { ...activity, series: activity.series.filter(isPublic) } } : {}) };
  return { ...shown, ...shownTerms(document, shown) };
}

type Terms = Pick<CareerDocument, "domains" | "skills" | "views">;

/** What of domains, skills and views only the private parts had use for is left out; keys that are not there stay so. */
function shownTerms(document: CareerDocument, shown: CareerDocument): Terms {
  const domains = privateOnly(document, shown, "domains");
  const skills = privateOnly(document, shown, "skills");
  const organizations = hiddenOrganizations(document.roles, shown.roles);
  const isShown = ({ filter }: ViewDocument): boolean =>
    !filter.domains?.some((id) => domains.has(id)) && !filter.skills?.some((id) => skills.has(id)) && !filter.organizations?.some((id) => organizations.has(id));
  return {
    ...(document.domains ? { domains: document.domains.filter(({ id }) => !domains.has(id)) } : {}),
    ...(document.skills ? { skills: document.skills.filter(({ id }) => !skills.has(id)) } : {}),
    ...(document.views ? { views: document.views.filter(isShown) } : {}),
  };
}

/** Ids that a part of the whole document names and none of those shown does. */
function privateOnly(document: CareerDocument, shown: CareerDocument, facet: "domains" | "skills"): ReadonlySet<string> {
  const used = new Set(namedBy(shown, facet));
  return new Set(namedBy(document, facet).filter((id) => !used.has(id)));
}

function namedBy(document: CareerDocument, facet: "domains" | "skills"): readonly string[] {
  const counted = document.activity?.series.map((series) => series[facet === "skills" ? "skill" : "domain"] ?? []) ?? [];
  return [...entriesOf(document).map((entry) => entry[facet] ?? []), ...counted].flat();
}

function hiddenOrganizations(roles: readonly RoleDocument[], shown: readonly RoleDocument[]): ReadonlySet<string> {
  const keys = new Set(shown.map(organizationKey));
  return new Set([...createOrganizations(roles)].flatMap(([key, { id }]) => (keys.has(key) ? [] : [id])));
}

const entriesOf = ({ roles, person }: CareerDocument): readonly Entry[] => [...(person.claims ?? []), ...roles.flatMap((role) => role.achievements ?? [])];

function withPublicMetrics<T extends Entry>(part: T): T {
  return part.metrics ? { ...part, metrics: part.metrics.filter(isPublic) } : part;
}

/** Ids of the private entries and of all that repeat them, directly or in a chain. O(entries). */
function hiddenIds(document: CareerDocument): ReadonlySet<string> {
  const { roles } = document;
  const entries = entriesOf(document);
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
