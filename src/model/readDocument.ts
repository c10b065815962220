import { formatNumber } from "../lib/format.js";
import { err, ok, type Issue, type Result } from "../lib/result.js";
import { showText, showValue } from "../lib/show.js";
import { createReport, type Report } from "./checkReport.js";
import { LONGEST_EMBEDDED_LINE, LONGEST_EMBEDDED_TEXT, MOST_EMBEDDED_ACHIEVEMENTS, MOST_EMBEDDED_ROLES } from "./embedLimits.js";
import { parsePartialDate } from "./dates.js";
import type { AchievementDocument, CareerDocument, ClaimDocument } from "./document.js";

/*
 * A light reading of `career.json` for hosts that have to be small: an embed draws what its owner has checked before, so
 * only what would keep it from being drawn is looked for. Whatever `checkDocument` takes is taken here, up to the size that
 * an embed draws; what is taken here can be drawn. Quotes, spelling and advice are the checker's. The numbers are those of
 * `parseCareer` and `schema`, and those of `embedLimits`.
 */

/** UTF-16 code units; at least as many bytes of UTF-8. */
export const LONGEST_DOCUMENT = 5_000_000;
const DEEPEST = 64;
const LONGEST_LIST = 10_000;
const MOST_METRICS = 100;
const VERSION = 1;

/** Code of the issues that speak of a career's size, which is nobody's mistake. */
export const TOO_MANY = "too-many";

/**
 * @param text JSON, a byte order mark in front or not
 * @returns the document as it was parsed, or what keeps it from being drawn. Never throws
 */
export function readDocumentText(text: string): Result<CareerDocument> {
  if (text.length > LONGEST_DOCUMENT) return refuse("too-large", `the text has more than ${LONGEST_DOCUMENT / 1e6} MB`);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return text.trim() === "" ? refuse("syntax", "the text is empty") : refuse("syntax", "the text is not JSON", "", { hint: "career-timeline check FILE says where" });
  }
  return readDocument(value);
}

/** @param value anything that JSON can say. Never throws */
export function readDocument(value: unknown): Result<CareerDocument> {
  if (!isRecord(value)) return refuse("not-an-object", `a career is an object { … }, found ${showValue(value)}`);
  if (isTooDeep(value)) return refuse("too-deep", `lists and objects are nested deeper than ${DEEPEST} levels`);
  const version = value["version"];
  if (version !== VERSION) return refuse("version", `expected "version": ${VERSION}, found ${showValue(version)}`, "version");
  const report = createReport();
  career(value, "", report);
  if (!report.hasErrors()) {
    // Safe: every key that is ever read has just been found to have its type.
    const document = value as unknown as CareerDocument;
    checkSize(document, report);
    if (report.hasErrors()) return err(report.issues());
    checkReferences(document, report);
    checkOrder(document, report);
    if (!report.hasErrors()) return ok(document);
  }
  return err(report.issues());
}

function refuse(code: string, message: string, path = "", more: Pick<Issue, "hint"> = {}): Result<never> {
  const issue: Issue = { severity: "error", code, path, message, ...more };
  return err([issue]);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Without recursion, and each object once per depth, so that shared parts end, too. */
function isTooDeep(root: object): boolean {
  const seen = new Map<object, number>();
  const stack: (readonly [value: object, depth: number])[] = [[root, 1]];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [value, depth] = top;
    if (depth > DEEPEST) return true;
    if ((seen.get(value) ?? 0) >= depth) continue;
    seen.set(value, depth);
    for (const child of Object.values(value) as unknown[]) if (typeof child === "object" && child !== null) stack.push([child, depth + 1]);
  }
  return false;
}

/** Says what is wrong with a value; nothing where it is right. */
type Shape = (value: unknown, path: string, report: Report) => void;
type Keys = Readonly<Record<string, Shape>>;

/** A value that has to pass a test; recursion goes as deep as these shapes, not as the document. */
const where = (code: string, expected: string, test: (value: unknown) => boolean): Shape => (value, path, report) => {
  if (!test(value)) report.error(() => ({ code, path, message: `expected ${expected}, found ${showValue(value)}` }));
};
const isText = (value: unknown): value is string => typeof value === "string";
const textUpTo = (longest: number, empty = false): Shape => (value, path, report) => {
  if (!isText(value) || (!empty && value.trim() === "")) report.error(() => ({ code: "type", path, message: `expected a text, found ${showValue(value)}` }));
  else if (value.length > longest) report.error(() => ({ code: "too-long", path, message: `expected at most ${formatNumber(longest)} characters, found ${formatNumber(value.length)}` }));
};
const line = textUpTo(LONGEST_EMBEDDED_LINE);
const text = textUpTo(LONGEST_EMBEDDED_TEXT);
const anyLine = textUpTo(LONGEST_EMBEDDED_LINE, true);
const anyText = textUpTo(LONGEST_EMBEDDED_TEXT, true);
const date = where("date", "a date YYYY, YYYY-MM or YYYY-MM-DD", (value) => isText(value) && parsePartialDate(value) !== null);
const flag = where("type", "true or false", (value) => typeof value === "boolean");
const number = (expected: string, test: (value: number) => boolean): Shape =>
  where("number", expected, (value) => typeof value === "number" && Number.isFinite(value) && test(value));
const isAmount = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value) && value >= 0;
const anyNumber = number("a number", () => true);
const notNegative = where("number", "a number from 0", isAmount);
const positive = number("a number above 0", (value) => value > 0);
const oneOf = (...choices: readonly unknown[]): Shape => where("choice", choices.map(showValue).join(", "), (value) => choices.includes(value));
const orNull = (shape: Shape): Shape => (value, path, report) => {
  if (value !== null) shape(value, path, report);
};

const list = (item: Shape, longest = LONGEST_LIST): Shape => (value, path, report) => {
  if (!Array.isArray(value) || value.length > longest) {
    report.error(() => ({ code: "type", path, message: `expected a list of at most ${longest}, found ${showValue(value)}` }));
  } else value.forEach((entry: unknown, i) => item(entry, `${path}[${i}]`, report));
};

const record = (required: Keys, optional: Keys = {}): Shape => {
  const keys = Object.entries({ ...required, ...optional });
  return (value, path, report) => {
    if (!isRecord(value)) return report.error(() => ({ code: "type", path, message: `expected an object { … }, found ${showValue(value)}` }));
    for (const [key, shape] of keys) {
      const at = path === "" ? key : `${path}.${key}`;
      if (Object.hasOwn(value, key)) shape(value[key], at, report);
      else if (Object.hasOwn(required, key)) report.error(() => ({ code: "missing", path: at, message: `there is no "${key}"` }));
    }
  };
};

const way = oneOf("up", "down");
const approx = oneOf("~", ">", "≥", "<", "≤");
const visibility = oneOf("public", "private");
/** Keys that only some kinds have: on the others they are the owner's own and may hold anything. */
const of = { of: line };
const per = { per: line };
const how = { approx };
const change = { ...how, better: way };
const size = { amount: notNegative, unit: anyLine };

const METRICS: ReadonlyMap<unknown, Shape> = new Map(Object.entries({
  before_after: record({ from: anyNumber, to: anyNumber, unit: anyLine, ...of }, { percent: anyNumber, better: way }),
  percent_change: record({ percent: positive, direction: way, ...of }, { ...change, baseline: line }),
  factor_change: record({ factor: number("a number above 1", (value) => value > 1), direction: way, ...of }, change),
  amount_change: record({ ...size, direction: way }, { ...change, ...of, ...per }),
  level: record({ value: anyNumber, unit: anyLine }, { ...how, ...of }),
  share: record({ part: notNegative, whole: positive, ...of }, how),
  count: record(of, { ...how, n: notNegative, range: where("type", "two numbers [4, 6]", (value) => Array.isArray(value) && value.length === 2 && value.every(isAmount)), spec: line }),
  money: record({ amount: anyNumber, currency: line }, { ...how, ...of, ...per }),
  rate: record({ amount: anyNumber, unit: anyLine, ...per }, { ...how, ...of }),
  duration: record(size, { ...how, ...of }),
  deadline: record({ offset: record(size), relation: oneOf("ahead_of", "within", "after"), anchor: line }, { ...of, anchorDate: date }),
  rank: record({ place: number("a whole number from 1", (value) => Number.isInteger(value) && value >= 1), ...of }),
}));
const anyMetric = record({ kind: oneOf(...METRICS.keys()), quote: text }, { note: line, featured: flag, visibility });
const metric: Shape = (value, path, report) => {
  anyMetric(value, path, report);
  if (!isRecord(value)) return;
  METRICS.get(value["kind"])?.(value, path, report);
  if (value["kind"] === "count" && value["n"] === undefined && value["range"] === undefined) report.error(() => ({ code: "missing", path, message: 'the count has neither "n" nor "range"' }));
};

const ids = list(line);
const facts = {
  domains: ids, skills: ids, metrics: list(metric, MOST_METRICS), visibility, sameAs: orNull(line),
  evidence: list(record({ url: text }, { kind: line, title: line })),
};
const achievement = record({ id: line, title: line, text }, { ...facts, short: line, when: record({}, { from: date, to: date, of: oneOf("whole", "start", "end"), quote: text }) });
const organization: Shape = (value, path, report) => (isText(value) ? line : record({ undisclosed: oneOf(true), label: line }))(value, path, report);
const role = record({ id: line, title: line, start: date, end: orNull(date) }, {
  organization, location: line, visibility, achievements: list(achievement),
  kind: oneOf("role", "break", "service", "freelance", "founder", "education"),
});
const term = { id: line, label: line };

const career = record({
  person: record({ headline: line }, {
    name: line, summary: text, location: line,
    links: list(record({ label: line, url: text })),
    claims: list(record({ id: line, text }, facts)),
  }),
  roles: list(role),
}, {
  lang: line, fictional: flag, domains: list(record(term)), skills: list(record(term, { aliases: ids })),
  views: list(record({ slug: line, title: line, filter: record({}, { domains: ids, skills: ids, organizations: ids, text: anyText }) })),
  // The counts are read by whoever draws them, and what is no count is passed over there.
  activity: record({ unit: line, series: list(record({}, { skill: line, domain: line, visibility })) }, { source: line, visibility }),
});

type Placed<T> = readonly [value: T, path: string];
const placed = <T>(entries: readonly T[] | undefined, path: string): readonly Placed<T>[] => (entries ?? []).map((entry, i) => [entry, `${path}[${i}]`]);
const achievementsOf = ({ roles }: CareerDocument): readonly Placed<AchievementDocument>[] => placed(roles, "roles").flatMap(([each, path]) => placed(each.achievements, `${path}.achievements`));

/** Drawing takes time that is the host's. */
function checkSize(document: CareerDocument, report: Report): void {
  const check = (found: number, most: number, what: string): void => {
    if (found > most) report.error(() => ({ code: TOO_MANY, path: "roles", message: `expected at most ${formatNumber(most)} ${what}, found ${formatNumber(found)}` }));
  };
  check(document.roles.length, MOST_EMBEDDED_ROLES, "roles");
  check(document.roles.reduce((sum, { achievements }) => sum + (achievements?.length ?? 0), 0), MOST_EMBEDDED_ACHIEVEMENTS, "achievements");
}

/** Ids that stand twice, and ids that nothing has. */
function checkReferences(document: CareerDocument, report: Report): void {
  const known = (entries: readonly Placed<{ readonly id: string }>[]): ReadonlySet<string> => {
    const seen = new Set<string>();
    for (const [{ id }, path] of entries) {
      if (seen.has(id)) report.error(() => ({ code: "duplicate-id", path: `${path}.id`, message: `the id ${showText(id)} stands twice` }));
      seen.add(id);
    }
    return seen;
  };
  const stated = [...placed<AchievementDocument | ClaimDocument>(document.person.claims, "person.claims"), ...achievementsOf(document)];
  const own = known(stated);
  known(placed(document.roles, "roles"));
  const checkUses = (facet: "domains" | "skills", what: string): void => {
    const terms = known(placed(document[facet], facet));
    const users = [...stated, ...placed(document.views, "views").map(([{ filter }, path]) => [filter, `${path}.filter`] as const)];
    for (const [id, path] of users.flatMap(([user, at]) => placed(user[facet], `${at}.${facet}`))) {
      if (!terms.has(id)) report.error(() => ({ code: `unknown-${what}`, path, message: `no ${what} has the id ${showText(id)}` }));
    }
  };
  checkUses("domains", "domain");
  checkUses("skills", "skill");
  for (const [{ sameAs }, path] of stated) {
    if (sameAs && !own.has(sameAs)) report.error(() => ({ code: "unknown-same-as", path: `${path}.sameAs`, message: `nothing has the id ${showText(sameAs)}` }));
  }
}

/** Ends before starts. */
function checkOrder(document: CareerDocument, report: Report): void {
  const check = (from: string | null | undefined, to: string | null | undefined, path: string): void => {
    const [start, end] = [parsePartialDate(from ?? ""), parsePartialDate(to ?? "")];
    if (start && end && end.to <= start.from) report.error(() => ({ code: "end-before-start", path, message: `${showText(end.text)} is before ${showText(start.text)}` }));
  };
  for (const [{ start, end }, path] of placed(document.roles, "roles")) check(start, end, `${path}.end`);
  for (const [{ when }, path] of achievementsOf(document)) check(when?.from, when?.to, `${path}.when.to`);
}
