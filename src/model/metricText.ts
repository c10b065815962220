import { formatNumber, formatOrdinal, MINUS, NBSP } from "../lib/format.js";
import type { Approx, BeforeAfter, Deadline, Direction, Metric } from "./document.js";

/** A metric in words. `figure` never stands alone on screen: `caption` or `words` say what it measures. */
export interface MetricText {
  /** "−75%", "3M users", "3 → ½ day", "under 1 s", "10+ workflows". */
  readonly figure: string;
  /** The same in two parts, where there is room to set the number large: "10+" and "workflows". `rest` may be "". */
  readonly number: string;
  readonly rest: string;
  /** Two to five words for a tight place: what it measures, else the circumstances. May be "". */
  readonly caption: string;
  /** All there is to say: what it measures, what each is, and the circumstances. May be "". */
  readonly words: string;
  /** What stands beside `number`: `rest` and `words`. May be "". */
  readonly beside: string;
}

interface TimeUnit {
  readonly one: string;
  readonly many: string;
}

/** Time units are written singular in the document; the short ones follow SI. */
const TIME_UNITS = new Map<string, TimeUnit>([
  ["millisecond", { one: "ms", many: "ms" }],
  ["second", { one: "s", many: "s" }],
  ["minute", { one: "min", many: "min" }],
  ["hour", { one: "hour", many: "hours" }],
  ["day", { one: "day", many: "days" }],
  ["week", { one: "week", many: "weeks" }],
  ["month", { one: "month", many: "months" }],
  ["year", { one: "year", many: "years" }],
]);

const CURRENCIES = new Map([["USD", "$"], ["EUR", "€"], ["GBP", "£"], ["JPY", "¥"], ["TWD", "NT$"], ["INR", "₹"]]);

const APPROX_WORDS: Readonly<Record<Exclude<Approx, "≥">, string>> = { "~": "~", ">": "over ", "<": "under ", "≤": "up to " };

/** In words rather than signs of mathematics; "≥" is written the way résumés do, "10+". */
function withApprox(number: string, approx: Approx | undefined): string {
  if (approx === undefined) return number;
  return approx === "≥" ? `${number}+` : `${APPROX_WORDS[approx]}${number}`;
}

/** "½ day", "3 days", "under 1 s", "40%", "12 stores". */
export function formatAmount(amount: number, unit: string, approx?: Approx): string {
  if (unit === "%") return withApprox(`${formatNumber(amount)}%`, approx);
  const time = TIME_UNITS.get(unit);
  const number = withApprox(formatNumber(amount, { fractions: time !== undefined }), approx);
  const name = time ? (Math.abs(amount) > 1 || amount === 0 ? time.many : time.one) : unit;
  return name === "" ? number : `${number}${NBSP}${name}`;
}

/** A change with its sign; where it is only approximate a sign would be misread, so words say which way. */
function formatChange(amount: number, unit: string, direction: Direction, approx: Approx | undefined, each = ""): string {
  const size = formatAmount(amount, unit, approx) + each;
  if (approx !== undefined) return `${size} ${direction === "down" ? "less" : "more"}`;
  return `${direction === "down" ? MINUS : "+"}${size}`;
}

/**
 * The change from `from` to `to` in percent: computed by us, so it is always shown with "computed" beside it. Whole percent,
 * and decimals only where a whole one would claim that nothing is left (−99.7) or that nothing changed (+0.3).
 * @returns null where there is no such percentage (from 0, or across zero)
 */
export function computePercent(metric: BeforeAfter): number | null {
  const { from, to } = metric;
  if (from === 0 || from * to < 0) return null;
  const exact = ((to - from) / Math.abs(from)) * 100;
  const whole = roundAway(exact);
  if ((whole === 0 && exact !== 0) || (whole === -100 && to !== 0)) return roundUnlike(exact, whole);
  return whole;
}

/** Halves go away from zero, so that a fall and a rise of one size read alike. The last bits are rounding noise. */
function roundAway(value: number): number {
  return Math.sign(value) * Math.round(Number(Math.abs(value).toPrecision(14))) || 0;
}

/** As few decimals as tell the value from a whole number; the value itself where twelve do not. */
function roundUnlike(value: number, whole: number): number {
  for (let digits = 1; digits <= 12; digits++) {
    const rounded = Number(value.toFixed(digits));
    if (rounded !== whole) return rounded;
  }
  return value;
}

/** "−83%", "+12%". */
export function formatPercentChange(percent: number): string {
  return `${percent < 0 ? MINUS : "+"}${formatNumber(Math.abs(percent))}%`;
}

function figureOf(metric: Metric): string {
  switch (metric.kind) {
    case "before_after": {
      const from = formatNumber(metric.from, { fractions: TIME_UNITS.has(metric.unit) });
      return `${from} → ${formatAmount(metric.to, metric.unit)}`;
    }
    case "percent_change":
      return formatChange(metric.percent, "%", metric.direction, metric.approx);
    case "factor_change":
      return `${metric.direction === "down" ? "÷" : "×"}${withApprox(formatNumber(metric.factor), metric.approx)}`;
    case "amount_change":
      return formatChange(metric.amount, metric.unit, metric.direction, metric.approx, per(metric.per));
    case "level":
      return formatAmount(metric.value, metric.unit, metric.approx);
    case "share": {
      const percent = metric.whole === 100;
      // Only the part is approximate: "13+ of 20".
      const part = withApprox(`${formatNumber(metric.part)}${percent ? "%" : ""}`, metric.approx);
      return percent ? `${part} of${NBSP}${metric.of}` : `${part} of ${formatNumber(metric.whole)}${NBSP}${metric.of}`;
    }
    case "count": {
      const number = metric.range ? `${formatNumber(metric.range[0])}–${formatNumber(metric.range[1])}` : formatNumber(metric.n ?? 0);
      return `${withApprox(number, metric.approx)}${NBSP}${metric.of}`;
    }
    case "money": {
      const symbol = CURRENCIES.get(metric.currency) ?? `${metric.currency}${NBSP}`;
      const sign = metric.amount < 0 ? MINUS : "";
      return withApprox(`${sign}${symbol}${formatNumber(Math.abs(metric.amount))}`, metric.approx) + per(metric.per);
    }
    case "rate":
      return formatAmount(metric.amount, metric.unit, metric.approx) + per(metric.per);
    case "duration":
      return formatAmount(metric.amount, metric.unit, metric.approx);
    case "deadline":
      return (metric.relation === "within" ? "within " : "") + formatAmount(metric.offset.amount, metric.offset.unit);
    case "rank":
      return formatOrdinal(metric.place);
  }
}

function per(unit: string | undefined): string {
  return unit === undefined ? "" : `/${TIME_UNITS.get(unit)?.one ?? unit}`;
}

const DEADLINE_WORDS: Record<Deadline["relation"], string> = { ahead_of: "ahead of", within: "of", after: "after" };

/** "3 weeks | ahead of the deadlines", "within 1 month | of launch: in use by five projects". */
function deadlineWords({ relation, anchor, of }: Deadline): string {
  const place = `${DEADLINE_WORDS[relation]} ${anchor}`;
  return of === undefined ? place : `${place}: ${of}`;
}

/** What the figure does not already say of its subject. */
function subjectOf(metric: Metric): string {
  switch (metric.kind) {
    case "deadline":
      return deadlineWords(metric);
    case "count":
      return metric.spec === undefined ? "" : `of ${metric.spec}`;
    case "share":
      return "";
    case "percent_change":
      return metric.baseline === undefined ? metric.of : `${metric.of}, against ${metric.baseline}`;
    default:
      return metric.of ?? "";
  }
}

/**
 * The words of a metric, all from the document or from the fixed phrases here. See `data/README.md` for the kinds.
 */
export function metricText(metric: Metric): MetricText {
  const subject = subjectOf(metric);
  const note = metric.note ?? "";
  // What is counted is already in a count's figure, so the circumstances say more than its spec.
  const caption = metric.kind === "count" ? note || subject : metric.kind === "percent_change" ? metric.of : subject || note;
  const figure = figureOf(metric);
  const rest = restOf(metric);
  const number = figure.slice(0, figure.length - rest.length).trimEnd();
  const words = [subject, note].filter(Boolean).join(", ");
  // "0 | incidents after launch" reads on; "+5 | weekends/year, on-call rota" names another thing.
  const beside = [rest.replaceAll(NBSP, " "), words].filter(Boolean).join(metric.kind === "rate" || metric.kind === "amount_change" ? ", " : " ");
  return { figure, number, rest: rest.replaceAll(NBSP, " "), caption, words, beside };
}

/** What a figure counts, as it ends the figure. Time units and % stay with their number. */
function restOf(metric: Metric): string {
  switch (metric.kind) {
    case "count":
      return metric.of;
    case "share":
      return metric.whole === 100 ? `of${NBSP}${metric.of}` : metric.of;
    case "level":
      return nameOf(metric.unit);
    case "amount_change":
    case "rate":
      // "5,000+ orders/month more" has its direction at its end.
      return nameOf(metric.unit) && (metric.kind === "rate" || metric.approx === undefined) ? metric.unit + per(metric.per) : "";
    default:
      return "";
  }
}

/** A unit that can stand apart from its number; "" for %, times and none. */
const nameOf = (unit: string): string => (unit === "%" || TIME_UNITS.has(unit) ? "" : unit);
