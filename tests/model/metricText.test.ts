import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MINUS } from "../../src/lib/format.js";
import type { Metric } from "../../src/model/document.js";
import { computePercent, formatAmount, formatPercentChange, metricText } from "../../src/model/metricText.js";
import { METRIC_KINDS } from "../../src/model/schema.js";
import { arbMetric } from "../support/arbitraries.js";
import { RUNS } from "../support/careers.js";

/** Metrics without the quote, which no text shows. */
type Bare = Metric extends infer M ? (M extends Metric ? Omit<M, "quote"> : never) : never;
const metric = (bare: Bare): Metric => ({ ...bare, quote: "as stated" });

/** Figure, caption, words; spaces for no-break spaces. */
function say(bare: Bare): string[] {
  const { figure, caption, words } = metricText(metric(bare));
  return [figure, caption, words].map((text) => text.replaceAll("\u00a0", " "));
}

const TABLE: readonly (readonly [bare: Bare, figure: string, caption: string, words?: string])[] = [
  [{ kind: "before_after", from: 3, to: 0.5, unit: "day", of: "review time" }, "3 → ½ day", "review time"],
  [{ kind: "before_after", from: 0.5, to: 3, unit: "day", of: "review time" }, "½ → 3 days", "review time"],
  [{ kind: "before_after", from: 4, to: 1, unit: "week", of: "delay" }, "4 → 1 week", "delay"],
  [{ kind: "before_after", from: 2, to: 0, unit: "hour", of: "downtime" }, "2 → 0 hours", "downtime"],
  [{ kind: "before_after", from: 0, to: 12, unit: "stores", of: "reach", note: "in two years" }, "0 → 12 stores", "reach", "reach, in two years"],
  [{ kind: "before_after", from: 40, to: 62.5, unit: "%", of: "coverage" }, "40 → 62.5%", "coverage"],
  [{ kind: "before_after", from: -4, to: 2, unit: "°C", of: "store temperature" }, "−4 → 2 °C", "store temperature"],
  [{ kind: "before_after", from: 2, to: -4, unit: "", of: "balance" }, "2 → −4", "balance"],
  [{ kind: "before_after", from: 250_000, to: 3_000_000, unit: "users", of: "reach" }, "250k → 3M users", "reach"],

  [{ kind: "percent_change", percent: 75, direction: "down", of: "payment integration time" }, "−75%", "payment integration time"],
  [{ kind: "percent_change", percent: 12.5, direction: "up", of: "revenue" }, "+12.5%", "revenue"],
  [{ kind: "percent_change", percent: 75, direction: "down", of: "cost", baseline: "the year before", note: "in Asia" }, "−75%", "cost", "cost, against the year before, in Asia"],
  [{ kind: "percent_change", percent: 75, direction: "down", of: "cost", approx: "~" }, "~75% less", "cost"],
  [{ kind: "percent_change", percent: 30, direction: "up", of: "sales", approx: "≥" }, "30%+ more", "sales"],
  [{ kind: "percent_change", percent: 30, direction: "up", of: "sales", approx: ">" }, "over 30% more", "sales"],
  [{ kind: "percent_change", percent: 5, direction: "down", of: "sales", approx: "<" }, "under 5% less", "sales"],
  [{ kind: "percent_change", percent: 5, direction: "down", of: "sales", approx: "≤" }, "up to 5% less", "sales"],
  [{ kind: "percent_change", percent: 250, direction: "up", of: "sales" }, "+250%", "sales"],

  [{ kind: "factor_change", factor: 4, direction: "up", of: "throughput" }, "×4", "throughput"],
  [{ kind: "factor_change", factor: 3, direction: "down", of: "build time" }, "÷3", "build time"],
  [{ kind: "factor_change", factor: 2.5, direction: "up", of: "throughput", approx: "≥" }, "×2.5+", "throughput"],
  [{ kind: "factor_change", factor: 10, direction: "down", of: "cost", approx: "~" }, "÷~10", "cost"],

  [{ kind: "amount_change", amount: 40, unit: "ms", direction: "down", of: "latency" }, "−40 ms", "latency"],
  [{ kind: "amount_change", amount: 5000, unit: "orders", direction: "up", per: "month" }, "+5,000 orders/month", ""],
  [{ kind: "amount_change", amount: 310, unit: "MWh", direction: "down", per: "year", of: "gas" }, "−310 MWh/year", "gas"],
  [{ kind: "amount_change", amount: 5000, unit: "orders", direction: "up", per: "month", approx: "≥" }, "5,000+ orders/month more", ""],
  [{ kind: "amount_change", amount: 2, unit: "hour", direction: "down", per: "week", approx: "~" }, "~2 hours/week less", ""],
  [{ kind: "amount_change", amount: 0.5, unit: "day", direction: "down" }, "−½ day", ""],
  [{ kind: "amount_change", amount: 3, unit: "%", direction: "up", of: "margin" }, "+3%", "margin"],

  [{ kind: "level", value: 99.95, unit: "%", of: "availability" }, "99.95%", "availability"],
  [{ kind: "level", value: 0, unit: "incidents", note: "after launch" }, "0 incidents", "after launch"],
  [{ kind: "level", value: 1, unit: "second", approx: "<", of: "latency", note: "live" }, "under 1 s", "latency", "latency, live"],
  [{ kind: "level", value: 100, unit: "%", approx: "~", of: "coverage" }, "~100%", "coverage"],
  [{ kind: "level", value: 1, unit: "hour" }, "1 hour", ""],
  [{ kind: "level", value: 0, unit: "hour" }, "0 hours", ""],
  [{ kind: "level", value: -18, unit: "°C", approx: "≤", of: "store" }, "up to −18 °C", "store"],
  [{ kind: "level", value: 4.8, unit: "" , of: "rating" }, "4.8", "rating"],

  [{ kind: "share", part: 65, whole: 100, of: "orders" }, "65% of orders", "", ""],
  [{ kind: "share", part: 13, whole: 20, of: "apprentices", note: "stayed" }, "13 of 20 apprentices", "stayed", "stayed"],
  [{ kind: "share", part: 0, whole: 100, of: "orders" }, "0% of orders", ""],
  [{ kind: "share", part: 90, whole: 100, of: "orders", approx: ">" }, "over 90% of orders", ""],
  [{ kind: "share", part: 90, whole: 100, of: "orders", approx: "≥" }, "90%+ of orders", ""],
  [{ kind: "share", part: 13, whole: 20, of: "teams", approx: "≥" }, "13+ of 20 teams", ""],
  [{ kind: "share", part: 13, whole: 20, of: "teams", approx: "~" }, "~13 of 20 teams", ""],

  [{ kind: "count", n: 10, of: "workflows", approx: "≥", note: "on the reference" }, "10+ workflows", "on the reference"],
  [{ kind: "count", n: 3_000_000, of: "users" }, "3M users", ""],
  [{ kind: "count", n: 0, of: "incidents" }, "0 incidents", ""],
  [{ kind: "count", range: [4, 6], of: "engineers" }, "4–6 engineers", ""],
  [{ kind: "count", n: 4, of: "instances", spec: "4 vCPU, 2 GB", note: "in load tests" }, "4 instances", "in load tests", "of 4 vCPU, 2 GB, in load tests"],
  [{ kind: "count", n: 4, of: "instances", spec: "4 vCPU" }, "4 instances", "of 4 vCPU", "of 4 vCPU"],
  [{ kind: "count", n: 200, of: "people", approx: "~" }, "~200 people", ""],
  [{ kind: "count", n: 200, of: "people", approx: ">" }, "over 200 people", ""],
  [{ kind: "count", n: 5, of: "people", approx: "<" }, "under 5 people", ""],
  [{ kind: "count", n: 5, of: "people", approx: "≤" }, "up to 5 people", ""],

  [{ kind: "money", amount: 3_000_000, currency: "USD", of: "budget" }, "$3M", "budget"],
  [{ kind: "money", amount: 12_500, currency: "EUR", per: "month" }, "€12,500/month", ""],
  [{ kind: "money", amount: 250_000, currency: "GBP", approx: "≥" }, "£250k+", ""],
  [{ kind: "money", amount: 500, currency: "JPY", approx: "~" }, "~¥500", ""],
  [{ kind: "money", amount: 1_500_000, currency: "TWD" }, "NT$1.5M", ""],
  [{ kind: "money", amount: 900, currency: "INR", approx: "<" }, "under ₹900", ""],
  [{ kind: "money", amount: 4, currency: "CHF" }, "CHF 4", ""],
  [{ kind: "money", amount: -4, currency: "USD", of: "balance" }, "−$4", "balance"],
  [{ kind: "money", amount: -4, currency: "CHF", approx: "≤" }, "up to −CHF 4", ""],

  [{ kind: "rate", amount: 900, unit: "events", per: "second", of: "one stream" }, "900 events/s", "one stream"],
  [{ kind: "rate", amount: 5000, unit: "requests", per: "minute", approx: "≥" }, "5,000+ requests/min", ""],
  [{ kind: "rate", amount: 2, unit: "", per: "week" }, "2/week", ""],
  [{ kind: "rate", amount: 3, unit: "deploys", per: "working day", approx: "~" }, "~3 deploys/working day", ""],

  [{ kind: "duration", amount: 6, unit: "week", note: "to move both flows" }, "6 weeks", "to move both flows"],
  [{ kind: "duration", amount: 1, unit: "hour", of: "peak traffic", note: "in load tests" }, "1 hour", "peak traffic", "peak traffic, in load tests"],
  [{ kind: "duration", amount: 1.5, unit: "year" }, "1½ years", ""],
  [{ kind: "duration", amount: 0.25, unit: "minute" }, "¼ min", ""],
  [{ kind: "duration", amount: 20, unit: "millisecond", approx: "<" }, "under 20 ms", ""],
  [{ kind: "duration", amount: 9, unit: "year", approx: "≥" }, "9+ years", ""],
  [{ kind: "duration", amount: 3, unit: "sprints" }, "3 sprints", ""],

  [{ kind: "deadline", offset: { amount: 3, unit: "month" }, relation: "within", anchor: "joining", of: "the start" }, "within 3 months", "of joining: the start"],
  [{ kind: "deadline", offset: { amount: 1, unit: "month" }, relation: "within", anchor: "launch" }, "within 1 month", "of launch"],
  [{ kind: "deadline", offset: { amount: 3, unit: "week" }, relation: "ahead_of", anchor: "the deadline", of: "delivery" }, "3 weeks", "ahead of the deadline: delivery"],
  [{ kind: "deadline", offset: { amount: 2, unit: "day" }, relation: "after", anchor: "the order", note: "in Asia" }, "2 days", "after the order", "after the order, in Asia"],

  [{ kind: "rank", place: 1, of: "the company" }, "1st", "the company"],
  [{ kind: "rank", place: 12, of: "the region", note: "of its kind" }, "12th", "the region", "the region, of its kind"],
];

describe("metricText", () => {
  it.each(TABLE.map(([bare, figure, caption, words = caption]) => [figure, bare, caption, words] as const))("%s", (figure, bare, caption, words) => {
    expect(say(bare)).toEqual([figure, caption, words]);
  });

  it("has a row for every kind, and for every approx", () => {
    expect(new Set(TABLE.map(([{ kind }]) => kind))).toEqual(new Set(METRIC_KINDS));
    expect(new Set(TABLE.flatMap(([bare]) => ("approx" in bare ? [bare.approx] : [])))).toEqual(new Set(["~", ">", "≥", "<", "≤"]));
  });

  it.each<readonly [Bare, number: string, beside: string]>([
    [{ kind: "amount_change", amount: 5, unit: "free weekends", direction: "up", per: "year", of: "on-call rota" }, "+5", "free weekends/year, on-call rota"],
    [{ kind: "amount_change", amount: 5, unit: "weekends", direction: "up", approx: "~", of: "rota" }, "~5 weekends more", "rota"],
    [{ kind: "amount_change", amount: 40, unit: "ms", direction: "down", of: "latency" }, "−40", "ms, latency"],
    [{ kind: "amount_change", amount: 2, unit: "hour", direction: "down" }, "−2 hours", ""],
    [{ kind: "rate", amount: 900, unit: "events", per: "second", of: "one stream" }, "900", "events/s, one stream"],
    [{ kind: "rate", amount: 2, unit: "", per: "week" }, "2/week", ""],
    [{ kind: "level", value: 0, unit: "incidents", note: "after launch" }, "0", "incidents after launch"],
    [{ kind: "count", n: 4, of: "instances", spec: "4 vCPU" }, "4", "instances of 4 vCPU"],
  ])("%j: beside a large number stands all else", (bare, number, beside) => {
    const text = metricText(metric(bare));
    expect([text.number, text.beside].map((words) => words.replaceAll("\u00a0", " "))).toEqual([number, beside]);
  });

  it.each(TABLE.map(([bare, figure]) => [figure, bare] as const))("%s: number and rest make the figure", (figure, bare) => {
    const { number, rest } = metricText(metric(bare));
    expect([number, rest].filter(Boolean).join(" ").replaceAll("\u00a0", " ")).toBe(figure);
    expect(number).not.toBe("");
  });

  it("keeps a number on the line of its unit", () => {
    expect(metricText(metric({ kind: "duration", amount: 6, unit: "week" })).figure).toBe("6\u00a0weeks");
    expect(metricText(metric({ kind: "count", n: 5, of: "internal projects" })).figure).toBe("5\u00a0internal projects");
    expect(metricText(metric({ kind: "share", part: 65, whole: 100, of: "orders" })).figure).toBe("65% of\u00a0orders");
  });

  it("says no number that is not the metric's own", () => {
    fc.assert(
      fc.property(arbMetric, (one) => {
        const { figure, caption, words } = metricText(one);
        const own = numbersOf(one);
        for (const text of [figure, caption, words]) {
          for (const n of numbersIn(withoutWords(text, one))) expect(own).toContain(n);
        }
        // And all that matter are said.
        for (const n of shownOf(one)) expect(numbersIn(withoutWords(figure, one))).toContain(n);
      }),
      { numRuns: RUNS },
    );
  });

  it("always shows that a number is approximate", () => {
    fc.assert(
      fc.property(arbMetric, (one) => {
        if (!("approx" in one) || one.approx === undefined) return;
        expect(metricText(one).figure).toContain({ "≥": "+", "~": "~", ">": "over ", "<": "under ", "≤": "up to " }[one.approx]);
      }),
      { numRuns: RUNS },
    );
  });
});

/** All numbers a metric carries, without their signs: the sign of a change is its direction. */
function numbersOf(one: Metric): number[] {
  const numbers = Object.values(one).flatMap((value: unknown) => (typeof value === "number" ? [value] : Array.isArray(value) ? value.filter((n) => typeof n === "number") : []));
  return [...numbers, ...(one.kind === "deadline" ? [one.offset.amount] : [])].map(Math.abs);
}

function shownOf(one: Metric): number[] {
  if (one.kind === "share") return one.whole === 100 ? [one.part] : [one.part, one.whole];
  return numbersOf(one);
}

/** Its free words taken out: they are the owner's and may hold any number. */
function withoutWords(text: string, one: Metric): string {
  const free = Object.entries(one).flatMap(([key, value]: [string, unknown]) => (typeof value === "string" && key !== "kind" && key !== "quote" && value !== "%" ? [value] : []));
  return free.sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, " "), text.replaceAll("\u00a0", " "));
}

function numbersIn(text: string): number[] {
  const scale = new Map([["k", 1e3], ["M", 1e6], ["B", 1e9], ["", 1]]);
  return [...text.matchAll(/(\d[\d,]*(?:\.\d+)?)?([¼½¾])?([kMB](?![a-z]))?/g)]
    .filter(([all]) => /[\d¼½¾]/.test(all))
    .map(([, whole = "0", part, unit = ""]) => Number(((Number(whole.replaceAll(",", "")) + ({ "¼": 0.25, "½": 0.5, "¾": 0.75 }[part ?? ""] ?? 0)) * (scale.get(unit) ?? 1)).toPrecision(15)));
}

describe("computePercent", () => {
  const ends = (from: number, to: number): number | null => computePercent({ kind: "before_after", from, to, unit: "day", of: "time", quote: "" });
  it.each([
    [3, 0.5, -83],
    [0.5, 3, 500],
    [100, 150, 50],
    [4, 4, 0],
    [5, 0, -100],
    [0, 5, null],
    [0, 0, null],
    [-4, 2, null],
    [4, -2, null],
    [-4, -2, 50],
    [-4, 0, 100],
    [8, 7, -13],
    // Whole percent, unless that would claim that nothing is left, or that nothing changed.
    [1000, 3, -99.7],
    [100_000, 3, -99.997],
    [1000, 1003, 0.3],
    [100_000, 99_998, -0.002],
  ])("from %d to %d: %s", (from, to, percent) => expect(ends(from, to)).toBe(percent));

  it("is within half a percent of the exact one, and 0 or −100 only if that is exact", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (from, to) => {
        const percent = ends(from, to) ?? Number.NaN;
        expect(Math.abs(percent - ((to - from) / from) * 100)).toBeLessThanOrEqual(0.5 + 1e-9);
        expect(percent === 0).toBe(from === to);
        expect(percent === -100).toBe(to === 0);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("formatPercentChange", () => {
  it.each([[-83, "−83%"], [12, "+12%"], [-99.7, "−99.7%"], [1500, "+1,500%"]])("%d reads %s", (percent, text) => expect(formatPercentChange(percent)).toBe(text));
});

describe("formatAmount", () => {
  it.each([
    [0, "day", "0 days"], [0.5, "day", "½ day"], [1, "day", "1 day"], [1.25, "day", "1¼ days"], [2, "day", "2 days"], [-1, "day", `${MINUS}1 day`],
    [1, "second", "1 s"], [30, "second", "30 s"], [5, "minute", "5 min"], [250, "millisecond", "250 ms"],
    [0.5, "stores", "0.5 stores"], [12, "", "12"], [0.5, "%", "0.5%"],
  ])("%d %s reads %s", (amount, unit, text) => expect(formatAmount(amount, unit).replaceAll("\u00a0", " ")).toBe(text));
});
