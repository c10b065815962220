import type { Achievement, Career, Role } from "../../src/model/career.js";
import type { Metric } from "../../src/model/document.js";

/*
 * Every number on a page has to come from the document, or from the list of derivations here, each of which is worked
 * out again from the document. What the page itself computes is not asked.
 */

/** A piece of visible text with a place to tell it by. */
export interface Block {
  readonly text: string;
  readonly where: string;
}

/** What the page is asked for. */
export interface Asked {
  /** The field that is filtered by, if any. */
  readonly domain?: string;
}

/** Numbers, with what is written onto them: "3M+", "½", "65%", "1st", "17Live", "2.4M". */
const TOKEN = /[\p{L}\d]*(?:\d[\d,]*(?:\.\d+)?|[½¼¾])[\p{L}\d½¼¾%]*/gu;
const NUMBER = /^(\d[\d,]*(?:\.\d+)?)?([½¼¾])?(M|k|B|%|st|nd|rd|th)?$/;
const FRACTIONS: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };
const LETTERS: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, B: 1e9 };
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Above this, a number that the document has anywhere is hardly there by chance. */
const SMALL = 12;

/** @returns null for words with a digit in them */
function readToken(token: string): { readonly value: number; readonly percent: boolean } | null {
  const parts = NUMBER.exec(token);
  if (!parts) return null;
  const [, digits, fraction, suffix] = parts;
  const value = Number((digits ?? "0").replaceAll(",", "")) + (fraction === undefined ? 0 : (FRACTIONS[fraction] ?? 0));
  return { value: value * (LETTERS[suffix ?? ""] ?? 1), percent: suffix === "%" };
}

/** What a number is known by: "5 engineers", "75%", "17Live"; above 12 and with a fraction also alone, as "640". */
function keysOf(token: string, after: string): string[] {
  const read = readToken(token);
  if (read === null) return [token];
  if (read.percent) return [`${read.value}%`];
  const word = /^\+? ?(\p{L}+)/u.exec(after)?.[1] ?? "";
  return [`${read.value} ${word}`, ...(read.value > SMALL || !Number.isInteger(read.value) ? [`${read.value}`] : [])];
}

/** Every number of a text, with its keys. */
function numbersIn(text: string): { readonly token: string; readonly keys: readonly string[] }[] {
  return [...text.matchAll(TOKEN)].map((match) => {
    const token = match[0].replace(/,$/, "");
    return { token, keys: keysOf(token, text.slice(match.index + token.length)) };
  });
}

const keysIn = (text: string): string[] => numbersIn(text.replace(/\s+/gu, " ")).flatMap(({ keys }) => keys);

const UNITS: Readonly<Record<string, readonly string[]>> = { second: ["s"], millisecond: ["ms"], minute: ["min"] };

function amountKeys(amount: number, unit: string): string[] {
  if (unit === "%") return [`${amount}%`];
  const first = /\p{L}+/u.exec(unit)?.[0] ?? "";
  return [`${amount}`, ...[first, `${first}s`, ...(UNITS[unit] ?? [])].map((word) => `${amount} ${word}`)];
}

/** What a metric may show, as keys; pairs ("3 → ½", "4–6", "12 of 14", "×3") are derivations below. */
function metricKeys(metric: Metric): string[] {
  switch (metric.kind) {
    case "before_after":
      return [...amountKeys(metric.from, metric.unit), ...amountKeys(metric.to, metric.unit)].filter((key) => key.includes(" ") || key.includes("%"));
    case "percent_change":
      return [`${metric.percent}%`];
    case "factor_change":
      return [];
    case "level":
      return amountKeys(metric.value, metric.unit);
    case "share":
      return metric.whole === 100 ? [`${metric.part}%`] : [];
    case "count":
      return metric.n === undefined ? [] : amountKeys(metric.n, metric.of).slice(1);
    case "amount_change":
    case "rate":
    case "duration":
      return amountKeys(metric.amount, metric.unit);
    case "money":
      return [`${metric.amount}`, ...(metric.per === undefined ? [] : [`${metric.amount} ${metric.per}`])];
    case "deadline":
      return amountKeys(metric.offset.amount, metric.offset.unit).slice(1);
    case "rank":
      return [`${metric.place} ${/\p{L}+/u.exec(metric.of)?.[0] ?? ""}`, `${metric.place} `];
  }
}

const NOT_SHOWN = new Set(["$schema", "comment", "id", "url", "kind", "visibility", "sameAs", "slug", "start", "end", "domains", "skills"]);

/** Every text of the document that may stand on the page. */
function stringsOf(value: unknown, key = ""): string[] {
  if (NOT_SHOWN.has(key) && typeof value === "string") return [];
  if (typeof value === "string") return /^\d{4}(-\d\d){0,2}$/.test(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((each) => stringsOf(each, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => stringsOf(each, name));
}

interface Facts {
  readonly keys: ReadonlySet<string>;
  readonly metrics: readonly Metric[];
  /** "Mar 2022", "2022", "3 Mar 2022", as stated. */
  readonly dates: ReadonlySet<string>;
  readonly years: ReadonlySet<number>;
  readonly first: number;
  readonly last: number;
  readonly lead: ReadonlyMap<string, number>;
  readonly named: ReadonlyMap<string, number>;
  readonly roleCounts: readonly number[];
  readonly lengths: ReadonlySet<string>;
  /** Months that some role of work covers, each once. */
  readonly covered: number;
}

const yearOf = (at: number): number => new Date(at).getUTCFullYear();

function count(into: Map<string, number>, label: string | undefined): void {
  if (label !== undefined) into.set(label, (into.get(label) ?? 0) + 1);
}

function factsOf(career: Career): Facts {
  const dates = new Set<string>();
  const years = new Set<number>([yearOf(career.asOf)]);
  const stated = career.document.roles.flatMap((role) => [role.start, role.end, ...(role.achievements ?? []).flatMap(({ when, metrics }) => [when?.from, when?.to, ...(metrics ?? []).map((metric) => (metric.kind === "deadline" ? metric.anchorDate : undefined))])]);
  for (const text of stated) {
    const [year, month, day] = (text ?? "").split("-");
    if (!year) continue;
    years.add(Number(year));
    const name = month === undefined ? "" : `${MONTHS[Number(month) - 1] ?? ""} `;
    dates.add(`${day === undefined ? "" : `${Number(day)} `}${name}${year}`);
  }
  const lead = new Map<string, number>();
  const named = new Map<string, number>();
  for (const { domains, skills } of career.achievements) {
    const label = (id: string | undefined): string | undefined => career.domains.find((domain) => domain.id === id)?.label;
    count(lead, label(domains[0]));
    for (const id of domains) count(named, label(id));
    for (const id of skills) count(named, career.skills.find((skill) => skill.id === id)?.label);
  }
  const metrics = [...career.achievements, ...career.claims].flatMap((each) => each.metrics);
  return {
    keys: new Set([...stringsOf({ ...career.document, version: 0 }).flatMap(keysIn), ...metrics.flatMap(metricKeys), ...metrics.flatMap((metric) => ("spec" in metric && metric.spec !== undefined ? keysIn(metric.spec) : []))]),
    metrics, dates, years, lead, named,
    first: Math.min(...career.roles.map(({ interval }) => yearOf(interval.from))),
    last: Math.max(...career.roles.map(({ interval }) => yearOf(interval.to))),
    roleCounts: career.roles.map(({ achievementIds }) => achievementIds.length),
    lengths: new Set(career.roles.flatMap(lengthsOf)),
    covered: new Set(career.roles.filter(({ kind }) => kind !== "break" && kind !== "education").flatMap(monthsOf)).size,
  };
}

const monthOf = (at: number): number => yearOf(at) * 12 + new Date(at).getUTCMonth();

/** Every month that a role touches, from its stated start to the end of its stated end. */
function monthsOf({ start, end, interval }: Pick<Role, "start" | "end" | "interval">): number[] {
  const first = monthOf(start.from);
  return Array.from({ length: monthOf((end?.to ?? interval.to) - 1) - first + 1 }, (_, i) => first + i);
}

/** "44 months", ends inclusive, and one less where days are known: the words say "3 years and 8 months". */
function lengthsOf({ start, end, interval }: Pick<Role, "start" | "end" | "interval">): string[] {
  const months = monthsOf({ start, end, interval }).length;
  const days = Math.round(((end?.to ?? interval.to) - start.from) / 86_400_000);
  return [`${months} months`, `${months - 1} months`, `${days} days`];
}

/** How a number comes about that the document does not state. `check` works it out again. */
interface Derivation {
  readonly name: string;
  readonly pattern: RegExp;
  /** Where on the page; everywhere if there is none. */
  readonly where?: RegExp;
  readonly check: (groups: readonly string[], facts: Facts, career: Career, matching: readonly Achievement[]) => boolean;
}

const N = "(\\d[\\d,]*(?:\\.\\d+)?[½¼¾]?[MkB]?|[½¼¾])";
const value = (text: string | undefined): number => readToken(text ?? "")?.value ?? Number.NaN;
const pattern = (source: string): RegExp => new RegExp(source, "gu");
const isTotal = (n: number, { roleCounts, named }: Facts, career: Career, matching: readonly Achievement[]): boolean =>
  n === career.achievements.length || n === matching.length || roleCounts.includes(n) || [...named.values()].includes(n);

const DERIVATIONS: readonly Derivation[] = [
  { name: "a stated change, from → to", pattern: pattern(`${N} → ${N}`), check: ([from, to], { metrics }) => metrics.some((metric) => metric.kind === "before_after" && metric.from === value(from) && metric.to === value(to)) },
  { name: "an inclusive range", pattern: pattern(`${N}–${N}(?= \\p{L})`), check: ([from, to], { metrics }) => metrics.some((metric) => metric.kind === "count" && metric.range?.[0] === value(from) && metric.range[1] === value(to)) },
  { name: "part and whole of a share", pattern: pattern(`${N}\\+? of ${N}`), check: ([part, whole], { metrics }) => metrics.some((metric) => metric.kind === "share" && metric.part === value(part) && metric.whole === value(whole)) },
  { name: "a factor", pattern: pattern(`[×÷]${N}`), check: ([factor], { metrics }) => metrics.some((metric) => metric.kind === "factor_change" && metric.factor === value(factor)) },
  {
    name: "the percent of a stated change, which says that it is computed",
    pattern: pattern(`[−+]${N}%,? \\(?computed`),
    check: ([percent], { metrics }) => metrics.some((metric) => metric.kind === "before_after" && Math.abs(Math.abs((metric.to / metric.from - 1) * 100) - value(percent)) <= 0.5),
  },
  { name: "a stated date, as precise as it was stated", pattern: /(\d{1,2} )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (\d{4})/gu, check: ([day, month, year], { dates }) => dates.has(`${day ?? ""}${month} ${year}`) },
  { name: "a stretch of months in one year", pattern: /(?:^|\s)(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?:–|and) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (\d{4})/gu, check: ([month, year], { dates }) => dates.has(`${month} ${year}`) },
  { name: "how many name a field or a skill", pattern: /^(.+?) ?,? (\d+)(?= (?:19|20)\d\d|$)/gu, check: ([label, n], { named }) => named.get(label ?? "") === Number(n) },
  {
    name: "years of roles, windows and skills",
    pattern: /(?<!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* )\b((?:19|20)\d\d)(?:\s?–\s?((?:19|20)?\d\d)|–now)?\b/gu,
    check: ([from, to], { years }) => years.has(Number(from)) && (to === undefined || years.has(to.length === 2 ? Number(`${from?.slice(0, 2)}${to}`) : Number(to))),
  },
  {
    name: "a year on a time axis, which ends with a tick where that costs no more than a tenth of it",
    pattern: /^((?:19|20)\d\d)$/gu,
    where: /tick|axis|strip/,
    check: ([year], { first, last }) => Number(year) >= first && Number(year) <= last + 1 + (last - first) / 10,
  },
  { name: "a number of achievements on the height axis", pattern: /^(\d+)$/gu, where: /tick|total/, check: ([n], _, career) => Number(n) <= career.achievements.length },
  { name: "a value on the axis of a change", pattern: pattern(`^${N}$`), where: /text\.value/, check: ([n], { metrics }) => value(n) === 0 || metrics.some((metric) => metric.kind === "before_after" && value(n) <= Math.max(metric.from, metric.to)) },
  { name: "how many of all match", pattern: /\b(\d+) of (\d+) achievements\b/gu, check: ([k, n], facts, career, matching) => Number(k) <= Number(n) && isTotal(Number(n), facts, career, matching) },
  { name: "how many achievements there are, or match", pattern: /(\d+) achievements?\b/gu, check: ([n], facts, career, matching) => isTotal(Number(n), facts, career, matching) },
  { name: "how many match, in the title", pattern: /^(\d+) (?=in |with |at |matching |match$)/gu, where: /h2|lede/, check: ([n], _f, _c, { length }) => Number(n) === length },
  { name: "how many of them match, and where among them one stands", pattern: /\b(\d+) of (\d+)\b/gu, check: ([k, n], facts, career, matching) => Number(k) <= Number(n) && isTotal(Number(n), facts, career, matching) },
  { name: "how many matches each employer has", pattern: /\b(\d+) (?=at |as |during |elsewhere)/gu, where: /sub/, check: ([n], _f, _c, { length }) => Number(n) <= length },
  { name: "the largest field", pattern: /(?:Most in .+?: |leads?, with )(\d+)/gu, where: /sub/, check: ([n], { lead }) => Number(n) === Math.max(...lead.values()) },
  { name: "how many lead in a field, and how many more name it", pattern: /^(.+?) (\d+) \+ (\d+) elsewhere$/gu, check: ([label, first, more], { lead, named }) => lead.get(label ?? "") === Number(first) && (named.get(label ?? "") ?? 0) - Number(first) === Number(more) },
  { name: "how many have a number", pattern: /^Has a number (\d+)$/gu, check: ([n], _f, _c, matching) => Number(n) === matching.filter(({ metrics }) => metrics.length > 0).length },
  { name: "how many have a link", pattern: /^Has a link (\d+)$/gu, check: ([n], _f, _c, matching) => Number(n) === matching.filter(({ evidence }) => evidence.length > 0).length },
  { name: "how many figures a filter leaves out", pattern: /^(?:All )?(\d+)(?: others?)? ?(?:is|are) outside this/gu, where: /sub/, check: ([n], { metrics }) => Number(n) <= metrics.length },
  { name: "how many there are behind a button", pattern: /^Show (?:all|the first) (\d+)/gu, where: /button/, check: ([n], { metrics }, career) => Number(n) <= metrics.length || Number(n) === career.achievements.length },
  {
    name: "how long the dated roles are together, which says that it is computed",
    pattern: /cover (?:(\d+) years?)?(?: and )?(?:(\d+) months?)? \(computed\)/gu,
    check: ([years, months], { covered }) => Number(years ?? 0) * 12 + Number(months ?? 0) === covered,
  },
  {
    name: "the length of a role, worked out from its stated dates",
    pattern: /(?:these|stretch of|up to) (?:up to )?(?:(\d+) years?)?(?: and )?(?:(\d+) months?)?(?:(\d+) days?)?/gu,
    check: ([years, months, days], { lengths }) => lengths.has(days === undefined ? `${Number(years ?? 0) * 12 + Number(months ?? 0)} months` : `${days} days`),
  },
];

/** Numbers of a page that neither the document nor a derivation accounts for, each with the words around it. */
export function unaccounted(blocks: readonly Block[], career: Career, { domain }: Asked = {}): string[] {
  const facts = factsOf(career);
  const matching = career.achievements.filter(({ domains }) => domain === undefined || domains.includes(domain));
  return blocks.flatMap(({ text, where }) => {
    if (!/[\d½¼¾]/.test(text)) return [];
    let rest = text.replace(/\s+/gu, " ");
    for (const { pattern: regex, where: place, check } of DERIVATIONS) {
      if (place && !place.test(where)) continue;
      // What is accounted for becomes a mark that no rule and no word takes for its own.
      rest = rest.replace(regex, (...match: unknown[]) => {
        const groups = match.slice(1, -2).filter((group) => typeof group !== "object") as string[];
        return check(groups, facts, career, matching) ? "•" : String(match[0]);
      });
    }
    return numbersIn(rest).filter(({ keys }) => !keys.some((key) => facts.keys.has(key))).map(({ token }) => `"${token}" in "${text}" (${where})`);
  });
}
