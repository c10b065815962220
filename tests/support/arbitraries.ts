import fc from "fast-check";
import type {
  AchievementDocument, Approx, CareerDocument, ClaimDocument, DateText, Direction, Metric, OrganizationDocument, RoleDocument, When,
} from "../../src/model/document.js";
import type { Period } from "../../src/model/period.js";

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1990, 0) / DAY;
const LAST_DAY = Date.UTC(2026, 0) / DAY;

/** Short, long, of other scripts, right to left, with no place to break. None reads as a number. */
const PHRASES = [
  "orders", "payment integration time", "requests", "users in the Nordic countries", "Rückzahlungsanforderungsbearbeitung",
  "発注フロー", "طلبات", "the reconciliation of settlements between marketplaces and their acquiring banks", "a", "e-invoices", "R&D 'quotes' \"inside\"",
] as const;
const arbPhrase = fc.constantFrom(...PHRASES);
const arbApprox: fc.Arbitrary<Approx> = fc.constantFrom("~", ">", "≥", "<", "≤");
const arbDirection: fc.Arbitrary<Direction> = fc.constantFrom("up", "down");
const arbTimeUnit = fc.constantFrom("minute", "hour", "day", "week", "month", "year");
/** Figures as résumés have them: small ones, round ones, one decimal. Never negative. */
const arbFigure = fc.oneof(
  fc.integer({ min: 0, max: 120 }),
  fc.integer({ min: 1, max: 99 }).map((n) => n * 1000),
  fc.integer({ min: 1, max: 999 }).map((n) => n / 10),
  fc.constant(3_000_000),
);
const arbPositive = arbFigure.filter((n) => n > 0);

/** Options that every metric may carry; absent ones are left out, not undefined. */
const arbOptions = fc.record(
  { note: arbPhrase, featured: fc.constant(true), visibility: fc.constantFrom("public" as const, "private" as const) },
  { requiredKeys: [] },
);
const arbHow = fc.record({ better: arbDirection, approx: arbApprox }, { requiredKeys: [] });
const arbApproxOnly = fc.record({ approx: arbApprox }, { requiredKeys: [] });
const arbBetterOnly = fc.record({ better: arbDirection }, { requiredKeys: [] });

const arbMetricCore: fc.Arbitrary<Metric> = fc.oneof(
  fc.tuple(arbPositive, arbFigure, arbTimeUnit, arbPhrase, arbBetterOnly)
    .filter(([from, to]) => from !== to)
    .map(([from, to, unit, of, how]): Metric => ({ kind: "before_after", from, to, unit, of, quote: `from ${from} ${unit}s to ${to} ${unit}s`, ...how })),
  fc.tuple(fc.integer({ min: 1, max: 100 }), arbDirection, arbPhrase, arbHow)
    .map(([percent, direction, of, how]): Metric => ({ kind: "percent_change", percent, direction, of, quote: `${percent}%`, ...how })),
  fc.tuple(fc.integer({ min: 2, max: 40 }), arbDirection, arbPhrase, arbHow)
    .map(([factor, direction, of, how]): Metric => ({ kind: "factor_change", factor, direction, of, quote: `×${factor}`, ...how })),
  fc.tuple(arbPositive, arbDirection, arbHow)
    .map(([amount, direction, how]): Metric => ({ kind: "amount_change", amount, unit: "EUR", direction, per: "year", quote: `${amount} EUR a year`, ...how })),
  fc.tuple(fc.integer({ min: 0, max: 100 }), arbApproxOnly)
    .map(([value, how]): Metric => ({ kind: "level", value, unit: "%", quote: `${value} percent`, ...how })),
  fc.tuple(arbFigure, arbApproxOnly)
    .map(([value, how]): Metric => ({ kind: "level", value, unit: "incidents", quote: value === 0 ? "zero incidents" : `${value} incidents`, ...how })),
  fc.tuple(fc.integer({ min: 0, max: 100 }), arbPhrase, arbApproxOnly)
    .map(([part, of, how]): Metric => ({ kind: "share", part, whole: 100, of, quote: `${part}% of ${of}`, ...how })),
  fc.tuple(arbFigure, arbPhrase, arbApproxOnly)
    .map(([n, of, how]): Metric => ({ kind: "count", n, of, quote: `${n} ${of}`, ...how })),
  fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 50 }), arbPhrase)
    .map(([low, more, of]): Metric => ({ kind: "count", range: [low, low + more], of, spec: "4 vCPU, 2 GB", quote: `${low}–${low + more} ${of}` })),
  fc.tuple(arbPositive, arbApproxOnly)
    .map(([amount, how]): Metric => ({ kind: "money", amount, currency: "USD", quote: `$${amount}`, ...how })),
  fc.tuple(arbPositive, arbApproxOnly)
    .map(([amount, how]): Metric => ({ kind: "rate", amount, unit: "requests", per: "second", quote: `${amount} requests per second`, ...how })),
  fc.tuple(arbPositive, arbTimeUnit, arbApproxOnly)
    .map(([amount, unit, how]): Metric => ({ kind: "duration", amount, unit, quote: `${amount} ${unit}s`, ...how })),
  fc.tuple(arbPositive, arbTimeUnit, fc.constantFrom("ahead_of" as const, "within" as const, "after" as const), fc.option(fc.integer({ min: FIRST_DAY, max: LAST_DAY })))
    .map(([amount, unit, relation, day]): Metric => ({
      kind: "deadline", offset: { amount, unit }, relation, anchor: "the launch", quote: `${amount} ${unit}s`,
      ...(day === null ? {} : { anchorDate: toDateText(day, 10) }),
    })),
  fc.tuple(fc.integer({ min: 1, max: 20 }), arbPhrase)
    .map(([place, of]): Metric => ({ kind: "rank", place, of, quote: `No. ${place}` })),
);

/** Any metric of any of the twelve kinds; its numbers stand in its quote. */
export const arbMetric: fc.Arbitrary<Metric> = fc.tuple(arbMetricCore, arbOptions).map(([metric, options]): Metric => ({ ...metric, ...options }));

/** The day as a date of 4, 7 or 10 characters: year, month or day precision. */
function toDateText(day: number, length: number): DateText {
  return new Date(day * DAY).toISOString().slice(0, length);
}
const arbPrecision = fc.constantFrom(4, 7, 7, 7, 10);

const arbDateText: fc.Arbitrary<DateText> = fc.tuple(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), arbPrecision).map(([day, length]) => toDateText(day, length));
/** Readable dates, one or two, in any order; a few of them one inside the other. */
export const arbPeriod: fc.Arbitrary<Period> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ from: fc.option(arbDateText), to: fc.option(arbDateText) }).filter(({ from, to }) => from !== null || to !== null) },
  { weight: 1, arbitrary: fc.tuple(arbDateText, fc.constantFrom(4, 7, 10), fc.boolean()).map(([date, length, swapped]) => (swapped ? { from: date.slice(0, length), to: date } : { from: date, to: date.slice(0, length) })) },
);

/** Where in its role an achievement lies, as shares of it; turned into dates once the role is known. */
const arbWhenSeed = fc.option(
  fc.record({
    at: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    precision: fc.tuple(arbPrecision, arbPrecision),
    sides: fc.constantFrom("both", "both", "from", "to"),
    of: fc.constantFrom(undefined, "whole" as const, "start" as const, "end" as const),
    quoted: fc.boolean(),
  }),
  { freq: 2 },
);

const arbTags = fc.record({
  domains: fc.array(fc.nat({ max: 9 }), { maxLength: 3 }),
  skills: fc.array(fc.nat({ max: 11 }), { maxLength: 4 }),
  bare: fc.boolean(),
});

const arbAchievementSeed = fc.record({
  title: arbPhrase,
  short: fc.option(arbPhrase),
  metrics: fc.array(arbMetric, { maxLength: 4 }),
  when: arbWhenSeed,
  tags: arbTags,
  linked: fc.boolean(),
  hidden: fc.nat({ max: 9 }).map((n) => n === 0),
  repeats: fc.nat({ max: 9 }).map((n) => n === 0),
});

const arbRoleSeed = fc.record({
  title: arbPhrase,
  organization: fc.constantFrom<OrganizationDocument | null>("Acme", "Acme", "Beta GmbH", "株式会社ガンマ", { undisclosed: true, label: "A bank" }, null),
  kind: fc.constantFrom(undefined, "role" as const, "break" as const, "service" as const, "freelance" as const, "founder" as const, "education" as const),
  start: fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
  days: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 4000 })),
  precision: fc.tuple(arbPrecision, arbPrecision),
  ongoing: fc.nat({ max: 4 }).map((n) => n === 0),
  /** Begins where the role before it ends, at the same organization: a promotion with a hand-over. */
  follows: fc.nat({ max: 2 }).map((n) => n === 0),
  hidden: fc.nat({ max: 19 }).map((n) => n === 0),
  share: fc.integer({ min: 0, max: 8 }),
});
type RoleSeed = typeof arbRoleSeed extends fc.Arbitrary<infer T> ? T : never;
type AchievementSeed = typeof arbAchievementSeed extends fc.Arbitrary<infer T> ? T : never;
interface Previous {
  readonly end: number;
  readonly organization: OrganizationDocument | null;
}
type WhenSeed = NonNullable<AchievementSeed["when"]>;

const WHEN_QUOTE = "within that time";

function makeWhen(seed: WhenSeed, start: number, days: number): When {
  const [low, high] = [Math.min(...seed.at), Math.max(...seed.at)];
  const from = toDateText(start + Math.floor(low * days), seed.precision[0]);
  const to = toDateText(start + Math.floor(high * days), seed.precision[1]);
  return {
    ...(seed.sides === "to" ? {} : { from }),
    ...(seed.sides === "from" ? {} : { to }),
    ...(seed.of === undefined ? {} : { of: seed.of }),
    ...(seed.quoted ? { quote: WHEN_QUOTE } : {}),
  };
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

function makeTags(seed: { domains: number[]; skills: number[]; bare: boolean }, domains: number, skills: number): Pick<AchievementDocument, "domains" | "skills"> {
  if (seed.bare) return {};
  return {
    domains: domains === 0 ? [] : unique(seed.domains.map((n) => `domain-${n % domains}`)),
    skills: skills === 0 ? [] : unique(seed.skills.map((n) => `skill-${n % skills}`)),
  };
}

function makeAchievementOf(seed: AchievementSeed, n: number, start: number, days: number, domains: number, skills: number): AchievementDocument {
  return {
    id: `work-${n}`,
    title: seed.title,
    ...(seed.short === null ? {} : { short: seed.short }),
    text: [seed.title, ...seed.metrics.map((metric) => metric.quote), WHEN_QUOTE].join(", "),
    ...(seed.when === null ? {} : { when: makeWhen(seed.when, start, days) }),
    ...makeTags(seed.tags, domains, skills),
    ...(seed.metrics.length === 0 ? {} : { metrics: seed.metrics }),
    ...(seed.linked ? { evidence: [{ kind: "article", url: `https://example.org/${n}`, title: "Article" }] } : {}),
    ...(seed.hidden ? { visibility: "private" as const } : {}),
    // Only backwards, and never to one that itself repeats another: work-0 does not.
    ...(seed.repeats && n > 0 ? { sameAs: "work-0" } : {}),
  };
}

function makeRoles(roleSeeds: readonly RoleSeed[], achievementSeeds: readonly AchievementSeed[], domains: number, skills: number): RoleDocument[] {
  const roles: RoleDocument[] = [];
  let used = 0;
  let previous = null as Previous | null;
  for (const [i, seed] of roleSeeds.entries()) {
    const promoted: Previous | null = seed.follows ? previous : null;
    const start = promoted === null ? seed.start : promoted.end;
    const organization: OrganizationDocument | null = promoted === null ? seed.organization : promoted.organization;
    const end = Math.min(start + seed.days, LAST_DAY + 4000);
    const last = i === roleSeeds.length - 1;
    const own = last ? achievementSeeds.slice(used) : achievementSeeds.slice(used, used + seed.share);
    roles.push({
      id: `role-${i}`,
      title: seed.title,
      ...(organization === null ? {} : { organization }),
      ...(seed.kind === undefined ? {} : { kind: seed.kind }),
      start: toDateText(start, seed.precision[0]),
      end: seed.ongoing ? null : toDateText(end, seed.precision[1]),
      achievements: own.map((a, k) => makeAchievementOf(a, used + k, start, end - start, domains, skills)),
      ...(seed.hidden ? { visibility: "private" as const } : {}),
    });
    used += own.length;
    previous = { end, organization };
  }
  return roles;
}

/** Leaves `featured` on the first four that have it. */
function keepFourFeatured(roles: readonly RoleDocument[]): RoleDocument[] {
  let left = 4;
  return roles.map((role) => ({
    ...role,
    achievements: (role.achievements ?? []).map((achievement) => achievement.metrics === undefined ? achievement : {
      ...achievement,
      metrics: achievement.metrics.map((metric) => {
        if (metric.featured !== true) return metric;
        left -= 1;
        if (left >= 0) return metric;
        const { featured: _, ...rest } = metric;
        return rest;
      }),
    }),
  }));
}

/**
 * Careers that pass `checkDocument`: 0–8 roles (1–8 where there is work) that overlap, follow each other, are promotions or
 * ongoing, dated to the year, month or day; 0–40 achievements dated in every way, inside their role; all twelve metric kinds,
 * each with its numbers in its quote and its quote in the text; some parts private, some repeating another.
 * The only warnings they may give are `unused-domain`, `unused-skill` and `same-as-private`.
 */
export const arbDocument: fc.Arbitrary<CareerDocument> = fc
  .record({
    headline: arbPhrase,
    name: fc.option(arbPhrase),
    claims: fc.array(arbMetric, { maxLength: 3 }),
    domains: fc.nat({ max: 6 }),
    skills: fc.nat({ max: 8 }),
    roles: fc.array(arbRoleSeed, { maxLength: 8 }),
    achievements: fc.array(arbAchievementSeed, { maxLength: 40, size: "max" }),
    viewed: fc.boolean(),
  })
  .map((seed): CareerDocument => ({
    version: 1,
    person: {
      headline: seed.headline,
      ...(seed.name === null ? {} : { name: seed.name }),
      links: [{ label: "Site", url: "https://example.org" }],
      claims: seed.claims.map((metric, n): ClaimDocument => {
        const { featured: _, ...plain } = metric;
        return { id: `claim-${n}`, text: `Says ${metric.quote}.`, metrics: [plain] };
      }),
    },
    domains: Array.from({ length: seed.domains }, (_, n) => ({ id: `domain-${n}`, label: `${PHRASES[n % PHRASES.length]} ${"ABCDEFGHIJ"[n]}` })),
    skills: Array.from({ length: seed.skills }, (_, n) => ({ id: `skill-${n}`, label: `Skill ${"ABCDEFGHIJKL"[n]}`, aliases: [`S${n}`] })),
    roles: keepFourFeatured(makeRoles(seed.roles, seed.achievements, seed.domains, seed.skills)),
    ...(seed.viewed && seed.domains > 0 ? {
      views: [
        { slug: "first", title: "First", filter: { domains: ["domain-0"] } },
        { slug: "発注_2", title: "Second", filter: { domains: ["domain-0"], text: "orders" } },
        { slug: "all", title: "All", filter: {} },
      ],
    } : {}),
  }));
