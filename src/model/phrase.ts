import { capitalize, formatCount, formatList, formatNumber, NBSP } from "../lib/format.js";
import type { Achievement, Career, Organization, Role } from "./career.js";
import { periodInterval } from "./period.js";
import { findView, isActive, isFiltered, FACETS, type Facet, type Filters, type Relaxation } from "./select.js";
import { periodWords } from "./timeWords.js";

/*
 * What matches, in English sentences. Every word is from the document or fixed here; counts are digits. No sentence speaks
 * of pace: a steep stretch of the arc may only mean that more was written down.
 */

/** More options than this are counted, not named: a title is read at a glance. */
const MOST_NAMED = 3;
/** Longer searches are cut in a title; the search field shows them whole. */
const LONGEST_QUOTE = 40;

/** What a facet is called in a sentence, "the skill filter". */
const FACET_WORDS: Readonly<Record<Facet, string>> = {
  domains: "field filter", skills: "skill filter", organizations: "organization filter",
  period: "period filter", text: "text", hasNumber: "number filter", hasLink: "link filter",
};

/**
 * "9 achievements, adding up"; "1 in payments with Temporal"; "3 since 2020 matching “redis”"; "Nothing matches". A named
 * view has its owner's sentence for a title, as long as it shows something.
 */
export function matchTitle(career: Career, filters: Filters, matches: ReadonlySet<string>): string {
  if (!isFiltered(filters)) {
    if (matches.size === 0) return "No achievements yet";
    return formatCount(matches.size, "achievement") + (matches.size === 1 ? "" : ", adding up");
  }
  // No line ends inside of a date.
  const said = periodWords(filters.period).replace(/(?<=\d|\p{Lu}\p{Ll}+) (?=(\p{Lu}\p{Ll}+ )?\d{4})/gu, NBSP);
  // What is dated to a longer stretch may lie in the period, and may not.
  const when = countDoubtful(career, filters, matches) > 0 ? `possibly ${said}` : said;
  if (matches.size === 0) return ["Nothing", when, "matches", isActive(filters, "text") ? quote(filters.text) : ""].filter(Boolean).join(" ");
  const view = findView(career, filters);
  if (view) return view.title;
  const parts = [
    named("in", filters.domains, (id) => lowerInitial(career, labelOf(career.domains, id)), "fields"),
    withWords(filters, filters.skills.map((id) => labelOf(career.skills, id))),
    named("at", filters.organizations, (id) => organizationName(career, career.organizations.find((organization) => organization.id === id), id), "organizations"),
    when,
    isActive(filters, "text") ? `matching ${quote(filters.text)}` : "",
  ];
  return [formatNumber(matches.size), ...parts.filter(Boolean)].join(" ");
}

/** "with Temporal", "with Go or Redis, and a number", "with a number and a link". */
function withWords(filters: Filters, skills: readonly string[]): string {
  const has = [...(filters.hasNumber ? ["a number"] : []), ...(filters.hasLink ? ["a link"] : [])];
  if (skills.length < 2) return has.length + skills.length === 0 ? "" : `with ${formatList([...skills, ...has])}`;
  const skillWords = skills.length > MOST_NAMED ? `any of ${formatNumber(skills.length)} skills` : formatList(skills, "or");
  return `with ${skillWords}${has.length === 0 ? "" : `, and ${formatList(has)}`}`;
}

function named(preposition: string, ids: readonly string[], nameOf: (id: string) => string, many: string): string {
  if (ids.length === 0) return "";
  return `${preposition} ${ids.length > MOST_NAMED ? `any of ${formatNumber(ids.length)} ${many}` : formatList(ids.map(nameOf), "or")}`;
}

/**
 * The line under the title. Unfiltered it says how the picture is read and which field leads by the size of its band;
 * filtered, where the matches were done: "1 at 17Live, 2 at Carousell. The rest stays in place, dimmed." In a period it says how
 * many of them are not dated closely enough to be known to lie in it.
 */
export function matchSubtitle(career: Career, filters: Filters, matches: ReadonlySet<string>): string {
  if (!isFiltered(filters)) return readingWords(career);
  if (career.achievements.length === 0) return "";
  if (matches.size === 0) return "Everything stays in place, dimmed.";
  const rest = matches.size < career.achievements.length ? "The rest stays in place, dimmed." : "";
  // The title has already said how many and where, if the filter asks for one organization.
  const places = filters.organizations.length === 1 && !findView(career, filters) ? "" : `${placeWords(career, matches)}.`;
  return [places, doubtWords(career, filters, matches), rest].filter(Boolean).join(" ");
}

/** A window is a stretch in which something was done: one that reaches out of the period may have been done there. "" where none does. */
export function doubtWords(career: Career, filters: Filters, matches: ReadonlySet<string>): string {
  const doubtful = countDoubtful(career, filters, matches);
  return doubtful === 0 ? "" : `${formatNumber(doubtful)} may be from outside this period.`;
}

function countDoubtful(career: Career, { period: asked }: Filters, matches: ReadonlySet<string>): number {
  const period = periodInterval(asked);
  return period ? career.achievements.filter(({ id, window }) => matches.has(id) && (window.from < period.from || window.to > period.to)).length : 0;
}

/**
 * "Height: achievements so far. Colour: each one’s main field." Which field leads is said only where one does, and every achievement has one field
 * at the most: else a band, which counts main fields, and a chip, which counts all, would seem to contradict each other.
 */
function readingWords(career: Career): string {
  if (career.achievements.length === 0) return "";
  const height = "Height: achievements so far";
  const bands = bandsOf(career);
  if (bands.length < 2) return `${height}.`;
  const shared = career.achievements.some(({ domains }) => domains.length > 1);
  const reading = `${height}. Colour: ${shared ? "each one’s main field" : "field"}.`;
  const most = Math.max(...bands.map(({ count }) => count));
  const leaders = bands.filter(({ count }) => count === most).map(({ label }) => label);
  if (shared || leaders.length > MOST_NAMED || leaders.length === bands.length) return reading;
  // A field's name may be singular or plural, so no verb follows it.
  return leaders.length === 1 ? `${reading} Most in ${formatList(leaders)}:\u00a0${formatNumber(most)}.` : `${reading} Most in ${formatList(leaders)}:\u00a0${formatNumber(most)} each.`;
}

/** How many achievements each field's band counts: an achievement stands in the band of its first field only. */
function bandsOf(career: Career): readonly { readonly label: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { domains: [first] } of career.achievements) if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
  return career.domains.map(({ id, label }) => ({ label: isolate(label), count: counts.get(id) ?? 0 })).filter(({ count }) => count > 0);
}

/** "1 at 17Live, 2 at Carousell": earliest first, as on the arc. Of many places the fullest are named. */
function placeWords(career: Career, matches: ReadonlySet<string>): string {
  const counts = new Map<string, number>();
  const roles = new Map(career.roles.map((role) => [role.id, role]));
  const byStart = (a: Achievement, b: Achievement): number => (roles.get(a.roleId)?.interval.from ?? 0) - (roles.get(b.roleId)?.interval.from ?? 0);
  for (const { roleId } of career.achievements.filter(({ id }) => matches.has(id)).sort(byStart)) {
    const place = placeOf(career, roles.get(roleId));
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const places = [...counts];
  if (places.length <= MOST_NAMED + 1) return places.map(([place, n]) => `${formatNumber(n)} ${place}`).join(", ");
  const fullest = new Set([...places].sort((a, b) => b[1] - a[1]).slice(0, MOST_NAMED));
  const elsewhere = places.reduce((sum, place) => sum + (fullest.has(place) ? 0 : place[1]), 0);
  return [...[...fullest].sort((a, b) => places.indexOf(a) - places.indexOf(b)).map(([place, n]) => `${formatNumber(n)} ${place}`), `${formatNumber(elsewhere)} elsewhere`].join(", ");
}

/** "at Carousell", "at a bank"; without an organization "as Photographer", "during Parental leave". */
function placeOf(career: Career, role: Role | undefined): string {
  if (!role) return "elsewhere";
  if (role.organization) return `at ${organizationName(career, role.organization, "")}`;
  return role.kind === "break" || role.kind === "education" ? `during ${role.title}` : `as ${role.title}`;
}

/** For a screen reader, after a filter has changed: "3 of 9 achievements match. Payments or Scaling, with a number." */
export function announce(career: Career, filters: Filters, matches: ReadonlySet<string>): string {
  const all = career.achievements.length;
  if (!isFiltered(filters)) return `${formatCount(all, "achievement")}, no filter.`;
  const labels = [
    formatList(filters.domains.map((id) => labelOf(career.domains, id)), "or"),
    formatList(filters.skills.map((id) => labelOf(career.skills, id)), "or"),
    formatList(filters.organizations.map((id) => labelOf(career.organizations, id)), "or"),
  ].filter(Boolean);
  const words = [periodWords(filters.period), isActive(filters, "text") ? quote(filters.text) : "", withWords(filters, [])].filter(Boolean).join(", ");
  // Labels are written as they are, whatever they begin with.
  const asked = [...labels, labels.length === 0 ? capitalize(words) : words].filter(Boolean).join(", ");
  return `${formatNumber(matches.size)} of ${formatCount(all, "achievement")} ${matches.size === 1 ? "matches" : "match"}. ${asked}.`;
}

/** What to do about an empty result: "Nothing matches all of this. Without the skill filter 2 would." */
export function emptyAdvice(career: Career, filters: Filters, relaxations: readonly Relaxation[]): string {
  const all = career.achievements.length;
  if (all === 0) return "No achievements are written down yet.";
  const asked = FACETS.filter((facet) => isActive(filters, facet)).length;
  const nothing = asked === 1 ? "Nothing matches this." : "Nothing matches all of this.";
  const [best] = relaxations;
  if (!best) return `${nothing} Clear the filters to see ${all === 1 ? "the 1 achievement" : `all ${formatNumber(all)}`}.`;
  return `${nothing} Without the ${FACET_WORDS[best.facet]} ${best.count === all && all > 1 ? "all " : ""}${formatNumber(best.count)} would.`;
}

const labelOf = (options: readonly { readonly id: string; readonly label: string }[], id: string): string => isolate(options.find((option) => option.id === id)?.label ?? id);

/** Hebrew, Arabic and their neighbours. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Words that run from right to left stand for themselves (U+2068 … U+2069), so that the sentence keeps its order. */
const isolate = (words: string): string => (RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words);

/** An employer that is not named has a description for a label: "at a bank". */
function organizationName(career: Career, organization: Organization | undefined, otherwise: string): string {
  if (!organization) return otherwise;
  return organization.undisclosed ? lowerInitial(career, organization.label) : organization.label;
}

/** A label inside an English sentence: "payments", but "API design", "Machine Learning" and German nouns as they are. */
function lowerInitial(career: Career, label: string): string {
  const lang = career.document.lang ?? "en";
  const [initial = "", ...rest] = label;
  const tail = rest.join("");
  if (!/^en\b/i.test(lang) || tail !== tail.toLowerCase() || rest.length === 0) return label;
  return initial.toLowerCase() + tail;
}

/** Curly quotes round what was typed, blanks run together, long ones cut between letters. */
function quote(text: string): string {
  const letters = [...text.trim().replace(/\s+/g, " ")];
  return `“${letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join("").trimEnd()}…` : letters.join("")}”`;
}
