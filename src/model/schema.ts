import * as v from "valibot";
import { LONE_SURROGATE, VISIBLE } from "../lib/characters.js";
import { MOST_AT_ONCE, MOST_COUNTS } from "./activityLimits.js";
import { dictionary, list, record } from "./schemaParts.js";
import { parsePartialDate } from "./dates.js";

/*
 * The shape of `career.json`, version 1: the one place that `data/schema.json` and the checks come from.
 * A message given to an action here is the code; `checkStructure` turns it into a sentence.
 * What needs two fields, or knowledge of the rest of the file, is checked in `check*.ts`.
 */

/** UTF-16 code units. A long summary has 2,000. */
export const LONGEST_TEXT = 20_000;
/** Titles, names and labels: three lines of a narrow page. */
export const LONGEST_LINE = 300;
/** What stands beside a figure. */
const LONGEST_CAPTION = 200;
const LONGEST_ID = 100;
/** Per achievement. Each quote is looked for in the text, so this bounds the work. */
export const MOST_METRICS = 100;

/** Letters and digits of any script, then also - and _: what stays readable in a link. */
export const ID = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u;
const DATE = /^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$/;
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;
const CURRENCY = /^[A-Z]{3}$/;

/** Whether `Intl` takes it: it throws for "en-a", which looks like a tag. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const isWhole = (value: string): boolean => !LONE_SURROGATE.test(value);
/** One finding is enough for what is blank. */
const isBlankOrSeen = (value: string): boolean => value.trim() === "" || VISIBLE.test(value);

const text = (description: string, longest = LONGEST_TEXT) => v.pipe(
  v.string(), v.regex(/\S/, "empty"), v.check(isBlankOrSeen, "invisible-text"), v.check(isWhole, "lone-surrogate"), v.maxLength(longest, "too-long"), v.description(description),
);
const line = (description: string) => text(description, LONGEST_LINE);
const caption = (description: string) => text(description, LONGEST_CAPTION);
/** May be empty, as the unit of a bare number. */
const anyText = (description: string, longest = LONGEST_TEXT) => v.pipe(v.string(), v.check(isWhole, "lone-surrogate"), v.maxLength(longest, "too-long"), v.description(description));
const id = (description: string) => v.pipe(v.string(), v.regex(ID, "id"), v.maxLength(LONGEST_ID, "too-long"), v.description(description));
const date = (description: string) => v.pipe(
  v.string(), v.regex(DATE, "date"), v.check((value) => parsePartialDate(value) !== null, "date"),
  v.description(`${description}: YYYY, YYYY-MM or YYYY-MM-DD`),
);
const number = (description: string) => v.pipe(v.number(), v.finite("number"), v.description(description));
const notNegative = (description: string) => v.pipe(v.number(), v.finite("number"), v.minValue(0, "out-of-range"), v.description(description));
const above = (limit: number, description: string) => v.pipe(v.number(), v.finite("number"), v.gtValue(limit, "out-of-range"), v.description(description));
const flag = (description: string) => v.pipe(v.boolean(), v.description(description));

const direction = v.pipe(v.picklist(["up", "down"]), v.description("Which way it went"));
const better = v.exactOptional(v.pipe(v.picklist(["up", "down"]), v.description("Which way is better; without it, neither is claimed")));
const approx = v.exactOptional(v.pipe(v.picklist(["~", ">", "≥", "<", "≤"]), v.description("How the number is to be read; always shown: ≥ as in 10+, < as in under 1 s")));
const visibility = v.exactOptional(v.pipe(v.picklist(["public", "private"]), v.description("private: kept in this file, never shown. Default public")));
const of = caption("What is measured or counted, in the words of a caption: payment integration time, users, orders");
const maybeOf = v.exactOptional(of);
const per = caption("One of what: second, month, request");
const unit = anyText('Singular for units of time (second, day, month), else as it should be read ("requests"); "%" for percentages', LONGEST_CAPTION);

const shared = {
  quote: text("An exact piece of the text the metric stands in; the number can be read out of it"),
  note: v.exactOptional(caption("The circumstances, two to five words: in one live event")),
  featured: v.exactOptional(flag("Stands in the header; four at the most")),
  visibility,
};

const METRICS = [
  record({
    kind: v.literal("before_after"), from: number("Before"), to: number("After"), unit, of, better,
    percent: v.exactOptional(number("The change as you would state it, with its sign: checked against the ends, never drawn instead of them")), ...shared,
  }, "Before and after", "Both ends are stated; the percentage is computed and says so"),
  record({
    kind: v.literal("percent_change"), percent: above(0, "Size of the change; its sign is in direction"), direction, of, better,
    baseline: v.exactOptional(caption("What it is compared with, in words")), approx, ...shared,
  }, "Change in percent", "Only the change is stated, no ends"),
  record({ kind: v.literal("factor_change"), factor: above(1, "4 for four times as much (up) or a quarter (down)"), direction, of, better, approx, ...shared }, "Change by a factor", "×4"),
  record({ kind: v.literal("amount_change"), amount: notNegative("Size of the change; its sign is in direction"), unit, of: maybeOf, direction, per: v.exactOptional(per), better, approx, ...shared }, "Change by an amount", "−40 ms, +5,000 orders a month"),
  record({ kind: v.literal("level"), value: number("0 is a value"), unit, of: maybeOf, approx, ...shared }, "Level", "A state: 99.9 %, under 1 s, 0 incidents"),
  record({ kind: v.literal("share"), part: notNegative("65 for 65%"), whole: above(0, "100 for percentages"), of: caption('The denominator by name: "orders" in 65% of orders'), approx, ...shared }, "Share", "A part of a named whole"),
  record({
    kind: v.literal("count"), n: v.exactOptional(notNegative("How many")),
    range: v.exactOptional(v.pipe(v.strictTuple([notNegative("At least"), notNegative("At most")]), v.description("Instead of n: [4, 6] for 4–6"))),
    of, spec: v.exactOptional(caption("What each of them is: 4 vCPU, 2 GB")), approx, ...shared,
  }, "Count", "How many of what"),
  record({ kind: v.literal("money"), amount: number("3000000 for 3M"), currency: v.pipe(v.string(), v.regex(CURRENCY, "currency"), v.description("Three letters, ISO 4217: USD")), of: maybeOf, per: v.exactOptional(per), approx, ...shared }, "Money", "An amount of money"),
  record({ kind: v.literal("rate"), amount: number("How much"), unit, of: maybeOf, per, approx, ...shared }, "Rate", "5,000 requests per second"),
  record({ kind: v.literal("duration"), amount: notNegative("How long"), unit, of: maybeOf, approx, ...shared }, "Duration", "A length of time, without a place in time"),
  record({
    kind: v.literal("deadline"), offset: record({ amount: notNegative("How long"), unit }, "Offset", "The time between the work and the anchor"),
    relation: v.pipe(v.picklist(["ahead_of", "within", "after"]), v.description("How the work stands to the anchor")), of: maybeOf,
    anchor: caption("What the offset is counted from: the regulatory deadlines, joining"), anchorDate: v.exactOptional(date("When the anchor is, if that is known")), ...shared,
  }, "Deadline", "3 weeks ahead of the deadline, within 3 months of joining"),
  record({ kind: v.literal("rank"), place: v.pipe(v.number(), v.finite("number"), v.integer("out-of-range"), v.minValue(1, "out-of-range"), v.description("1 is first")), of: caption("Among whom: the company"), ...shared }, "Rank", "First in the company"),
] as const;

export const METRIC_KINDS: readonly string[] = METRICS.map((option) => option.entries.kind.literal);

const metrics = v.exactOptional(list(v.variant("kind", METRICS), "The numbers of the text, one entry each", MOST_METRICS));
const domains = v.exactOptional(list(id("An id from domains"), "Ids of domains; the first leads and decides the band"));
const skills = v.exactOptional(list(id("An id from skills"), "Ids of the skills that the text names"));
const sameAs = v.exactOptional(v.nullable(id("Id of the achievement that states the same fact; this one is then not counted again")));
const evidence = v.exactOptional(list(
  record({ kind: v.exactOptional(line("article, talk, code …")), url: text("https, http or mailto"), title: v.exactOptional(line("What the link leads to")) }, "Evidence", "A link that shows it"),
  "Links that show it",
));

const achievement = record({
  id: id("Short and lasting: it stands in links to this achievement"),
  title: line("A line"),
  short: v.exactOptional(caption("Two or three words for tight places")),
  text: text("One to three sentences; the metrics' quotes come from here"),
  when: v.exactOptional(record({
    from: v.exactOptional(date("Not before")),
    to: v.exactOptional(date("Not after; the end of a month or year is included")),
    of: v.exactOptional(v.pipe(v.picklist(["whole", "start", "end"]), v.description("What the stretch says about: all of the work (default), its start, or its end"))),
    quote: v.exactOptional(text("An exact piece of the text that says so")),
  }, "When", "When it was done, if that is known; else: some time in the role")),
  domains, skills, metrics, evidence, visibility, sameAs,
}, "Achievement", "One piece of work");

const claim = record({
  id: id("Shares one name space with the achievements"), text: text("One sentence; the metrics' quotes come from here"), domains, skills, metrics, evidence, visibility, sameAs,
}, "Claim", "An achievement tied to no role: it is never on the arc");

const role = record({
  id: id("Short and lasting"),
  title: line("The job's title"),
  organization: v.exactOptional(v.union([
    line("Its name; the same name again is a promotion"),
    record({ undisclosed: v.literal(true), label: line("What may be said: A bank") }, "Undisclosed", "An employer that is not named"),
  ], "organization")),
  kind: v.exactOptional(v.pipe(v.picklist(["role", "break", "service", "freelance", "founder", "education"]), v.description("Default role"))),
  location: v.exactOptional(line("Place, country")),
  start: date("First month or day"),
  end: v.nullable(date("Last month or day, included; null = ongoing")),
  achievements: v.exactOptional(list(achievement, "In the order in which they should be read")),
  visibility,
}, "Role", "A stretch at an organization; a promotion is a role of its own");

const activity = record({
  unit: caption("What is counted, in the plural: commits, publications"),
  source: v.exactOptional(line("Where the counts come from: git log")),
  series: list(record({
    skill: v.exactOptional(id("An id from skills")),
    domain: v.exactOptional(id("An id from domains; with a skill, too, both are meant")),
    counts: dictionary(
      date("When"), v.pipe(v.number(), v.finite("number"), v.integer("out-of-range"), v.minValue(0, "out-of-range"), v.maxValue(MOST_AT_ONCE, "out-of-range"), v.description("How many then")),
      `How many on each day, or in a month or year: { "2022-03-01": 3, "2022-04": 40 }. At most ${MOST_COUNTS} in all series together`,
    ),
    visibility,
  }, "Series", "The counts of a skill, of a domain, or of a skill in a domain"), "One for each skill or domain"),
  visibility,
}, "Activity", "Dated counts that are no achievements: commits, publications");

export const CareerSchema = record({
  $schema: v.exactOptional(anyText("Where an editor finds this schema: ./schema.json")),
  version: v.pipe(v.literal(1), v.description("Version of the format")),
  lang: v.exactOptional(v.pipe(v.string(), v.regex(LANGUAGE, "lang"), v.maxLength(LONGEST_ID, "too-long"), v.check(isLanguage, "lang"), v.description("Language of the words, BCP 47: en, zh-Hant-TW. Default en"))),
  fictional: v.exactOptional(flag("Says on the page that the person is made up")),
  person: record({
    headline: line("Stands at the top of the page"),
    name: v.exactOptional(line("Full name")),
    summary: v.exactOptional(text("Two or three sentences")),
    location: v.exactOptional(line("Place, country")),
    links: v.exactOptional(list(record({ label: line("What the link leads to"), url: text("https, http or mailto") }, "Link", "A link in the header"), "Links in the header")),
    claims: v.exactOptional(list(claim, "What is true of the whole career: 9 years of experience")),
  }, "Person", "Whose career it is"),
  domains: v.exactOptional(list(record({ id: id("Used by achievements"), label: line("As shown") }, "Domain", "A field of work"), "Fields of work, in the order of the bands")),
  skills: v.exactOptional(list(
    record({ id: id("Used by achievements"), label: line("As shown"), aliases: v.exactOptional(list(line("Another name for it"), "Other names, for the search")) }, "Skill", "Something a text names; there is no rating"),
    "Skills that texts name",
  )),
  roles: list(role, "Jobs, breaks, studies; any order, overlaps are fine"),
  views: v.exactOptional(list(record({
    slug: id("Stands in the link to the view"),
    title: line("As shown"),
    filter: record({
      domains: v.exactOptional(list(id("An id from domains"), "Any of these")),
      skills: v.exactOptional(list(id("An id from skills"), "Any of these")),
      organizations: v.exactOptional(list(id("An organization's name in lower case, words joined by hyphens"), "Any of these")),
      text: v.exactOptional(anyText("Free text")),
    }, "Filter", "What the view shows: any within a list, all lists together"),
  }, "View", "A filter with a name and a link"), "Ready-made filters")),
  activity: v.exactOptional(activity),
}, "Career", "A career as its owner writes it. Other keys are kept, never read and never published.");
