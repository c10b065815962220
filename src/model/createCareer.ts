import type { EpochMs } from "../lib/units.js";
import type { Achievement, Career, Claim, Organization, Role } from "./career.js";
import { parsePartialDate, type PartialDate } from "./dates.js";
import type { AchievementDocument, CareerDocument, ClaimDocument, RoleDocument } from "./document.js";
import { assignHandOvers } from "./handOver.js";
import { toSafeUrl } from "./links.js";
import { createOrganizations, organizationKey } from "./organizations.js";
import { redactDocument } from "./redact.js";
import { readStated, readWindow } from "./window.js";

/**
 * Resolves a checked document into the career that everything else reads: ids looked up, dates read, windows and
 * node places worked out. Private parts are dropped here, so no picture can show them.
 *
 * @param document has passed `checkDocument`; anything else is our own fault and may throw
 * @param asOf the instant that "ongoing" reaches to
 */
export function createCareer(document: CareerDocument, asOf: EpochMs): Career {
  const shown = redactDocument(document);
  const organizations = createOrganizations(shown.roles);
  const roles = createRoles(shown.roles, organizations, asOf);
  const achievements = createAchievements(shown.roles, roles);
  const { headline, name, summary, location } = shown.person;
  return {
    document,
    asOf,
    person: {
      headline,
      ...(name === undefined ? {} : { name }),
      ...(summary === undefined ? {} : { summary }),
      ...(location === undefined ? {} : { location }),
      links: withSafeUrl(shown.person.links),
    },
    domains: (shown.domains ?? []).map(({ id, label }, slot) => ({ id, label, slot })),
    skills: (shown.skills ?? []).map(({ id, label, aliases }) => ({ id, label, aliases: aliases ?? [] })),
    organizations: [...organizations.values()],
    roles,
    achievements,
    claims: createClaims(shown.person.claims ?? [], achievements),
    views: shown.views ?? [],
  };
}

function createRoles(documents: readonly RoleDocument[], organizations: ReadonlyMap<string, Organization>, asOf: EpochMs): Role[] {
  const dated = documents.map((role) => ({
    start: readDate(role.start),
    end: role.end === null ? null : readDate(role.end),
  }));
  const intervals = assignHandOvers(dated, asOf);
  return documents.map((role, index) => {
    const dates = dated[index];
    const interval = intervals[index];
    if (!dates || !interval) throw new Error(`no dates for role ${index}`);
    const key = organizationKey(role);
    return {
      id: role.id,
      title: role.title,
      organization: (key === null ? undefined : organizations.get(key)) ?? null,
      kind: role.kind ?? "role",
      ...(role.location === undefined ? {} : { location: role.location }),
      ...dates,
      interval,
      achievementIds: (role.achievements ?? []).filter(isOwnFact).map((achievement) => achievement.id),
    };
  });
}

/** An achievement that repeats another is counted where the other stands. */
const isOwnFact = (achievement: AchievementDocument): boolean => !achievement.sameAs;

function createAchievements(documents: readonly RoleDocument[], roles: readonly Role[]): Achievement[] {
  // Those of the very same window would stand on one spot: they share it, whatever roles they are of.
  const sharing = new Map<string, { n: number; k: number }>();
  const read = documents.flatMap((document, i) => {
    const role = roles[i];
    return role ? (document.achievements ?? []).filter(isOwnFact).map((achievement) => {
      const { window, dating, known } = readWindow(achievement.when, role.interval);
      const key = `${window.from} ${window.to}`;
      const share = sharing.get(key) ?? { n: 0, k: 0 };
      sharing.set(key, share);
      share.n++;
      return { achievement, role, window, dating, known, share };
    }) : [];
  });
  return read.map(({ achievement, role, window, dating, known, share }, index) => {
    return {
      id: achievement.id,
      title: achievement.title,
      short: achievement.short ?? achievement.title,
      text: achievement.text,
      roleId: role.id,
      index,
      domains: once(achievement.domains),
      skills: once(achievement.skills),
      metrics: achievement.metrics ?? [],
      evidence: withSafeUrl(achievement.evidence),
      window,
      dating,
      stated: readStated(achievement.when),
      known,
      centre: window.from + ((++share.k - 0.5) / share.n) * (window.to - window.from),
    };
  });
}

function createClaims(documents: readonly ClaimDocument[], achievements: readonly Achievement[]): Claim[] {
  const known = new Set(achievements.map((achievement) => achievement.id));
  return documents.map((claim) => ({
    id: claim.id,
    text: claim.text,
    domains: once(claim.domains),
    skills: once(claim.skills),
    metrics: claim.metrics ?? [],
    evidence: withSafeUrl(claim.evidence),
    sameAs: claim.sameAs && known.has(claim.sameAs) ? claim.sameAs : null,
  }));
}

/** Without repetitions, in the order of first naming. */
function once(ids: readonly string[] | undefined): readonly string[] {
  return [...new Set(ids)];
}

/** Only what can be opened, each address once, as `toSafeUrl` gives it. */
function withSafeUrl<T extends { readonly url: string }>(items: readonly T[] | undefined): readonly T[] {
  const byUrl = new Map<string, T>();
  for (const item of items ?? []) {
    const url = toSafeUrl(item.url);
    if (url !== null && !byUrl.has(url)) byUrl.set(url, { ...item, url });
  }
  return [...byUrl.values()];
}

function readDate(text: string): PartialDate {
  const date = parsePartialDate(text);
  if (!date) throw new Error(`unreadable date in a checked document: ${text}`);
  return date;
}
