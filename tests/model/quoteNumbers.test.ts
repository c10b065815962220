import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Metric } from "../../src/model/document.js";
import { missingNumbers, quoteCarries, readNumbers } from "../../src/model/quoteNumbers.js";
import { arbMetric } from "../support/arbitraries.js";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 300) };
vi.setConfig({ testTimeout: 5000 + RUNS.numRuns * 30 });

describe("readNumbers", () => {
  it.each<[string, number[]]>([
    ["", []], ["none of it is here, see above", [0]], ["faster, better", []],
    ["10+ workflows", [10]], ["3M+ active users", [3e6]], ["10k", [1e4]], ["1.4B requests", [1.4e9]], ["$2.5 million", [2.5e6]], ["US$40k", [4e4]], ["3 bn", [3e9]],
    ["1,200", [1200]], ["1,234,567", [1234567]], ["1,00,000", [1e5]], ["1.234.567", [1234567]], ["1'200", [1200]], ["1.200,5", [1200.5]], ["1,200.5", [1200.5]],
    ["1,5", [1.5]], ["0,125", [0.125]], ["99.95%", [99.95]], ["1.200", [1200, 1.2]], ["10 000 users", [10000]], ["3 200 m", [3200, 3, 200]], ["10\u202f000", [10000]], ["3,4,5", [3, 4, 5]],
    ["v1.2.3 on EC2, p99, S3", []], ["3万件", [3e4]], ["３つ", [3]],
    ["75 percent", [75]], ["75 per cent", [75]], ["−40%", [-40]], ["-$3", [-3]], ["3-5 people", [3, 5]], ["3–5", [3, 5]], ["sub-100 ms", [100]],
    ["½ day", [0.5]], ["2½ days", [2.5]], ["2 ½ days", [2.5]], ["half a day", [0.5]], ["half-day", [0.5]], ["half a million", [5e5]], ["one and a half years", [1.5]], ["a day and a half", [1, 1.5]],
    ["three quarters", [0.75, 3]], ["two-thirds", [2 / 3, 2]], ["2/3 of orders", [2, 2 / 3, 3]], ["a third of", [1 / 3]],
    ["five engineers", [5]], ["twenty-five", [25]], ["one hundred and twenty", [120]], ["two hundred thousand", [200000]], ["a dozen", [12]], ["twenty", [20]], ["nineteen", [19]],
    ["an hour of peak traffic", [1]], ["a team of", []], ["under a second", [1]], ["sub-second", [1]], ["requests per second", []],
    ["doubled", [2]], ["halved", [2]], ["×4", [4]], ["4x", [4]], ["four times", [4]], ["fourfold", [4]], ["tenfold", [10]], ["twice", [2]],
    ["the first in the company", [1]], ["3rd", [3]], ["second place", [2]], ["2 seconds", [2]],
    ["no incidents", [0]], ["zero incidents", [0]], ["without incident", [0]], ["incident-free", [0]], ["no more than 3", [3]], ["No. 1", [1]],
    ["cut from 3 days to half a day", [3, 0.5]], ["3d → ½d", [3, 0.5]], ["in 6 weeks", [6]], ["4 vCPU / 2 GB", [4, 2]],
  ])("%j → %j", (quote, numbers) => {
    const read = readNumbers(quote);
    expect(read).toHaveLength(numbers.length);
    for (const [i, n] of numbers.entries()) expect(read[i]).toBeCloseTo(n, 9);
  });

  it("reads back any plain number, however it is grouped", () => {
    fc.assert(fc.property(fc.nat({ max: 2 ** 31 - 1 }), (n) => {
      for (const text of [String(n), n.toLocaleString("en"), n.toLocaleString("de"), n.toLocaleString("fr"), n.toLocaleString("en-IN"), n.toLocaleString("de-CH")]) expect(readNumbers(`about ${text} of them`)).toContain(n);
    }), RUNS);
  });
  it("never throws and never reads anything but finite numbers", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(fc.constantFrom("half", "a", "and", "-", "3", ",", ".", "000", "million", "no", "sub", "day", "%", "×", "twenty", "first", "/", "½", " ", "1e999", "9".repeat(400))).map((p) => p.join(""))), (text) => {
      for (const n of readNumbers(text)) expect(Number.isFinite(n)).toBe(true);
    }), RUNS);
  });
  it("takes hostile text in linear time", () => {
    for (const piece of ["1,", "1.", "9", "a ", "one ", "half a ", "- ", "and a half ", "no ", "½", "hundred "]) expect(readNumbers(piece.repeat(20_000)).length).toBeGreaterThanOrEqual(0);
  });
});

type Unquoted<T> = T extends Metric ? Omit<T, "quote"> : never;
type Case = [carries: boolean, quote: string, metric: Unquoted<Metric>];
const CASES: Case[] = [
  [true, "cut from 3 days to half a day", { kind: "before_after", from: 3, to: 0.5, unit: "day", of: "review" }],
  [false, "cut to half a day", { kind: "before_after", from: 3, to: 0.5, unit: "day", of: "review" }],
  [true, "from 3 days to 12 hours", { kind: "before_after", from: 3, to: 0.5, unit: "day", of: "review" }],
  [false, "from 3 weeks to half a day", { kind: "before_after", from: 3, to: 0.5, unit: "day", of: "review" }],
  [true, "from −5 to 4 °C", { kind: "before_after", from: -5, to: 4, unit: "°C", of: "room" }],
  [false, "from 5 to 4 °C", { kind: "before_after", from: -5, to: 4, unit: "°C", of: "room" }],
  [true, "integration time fell 75%", { kind: "percent_change", percent: 75, direction: "down", of: "time" }],
  [true, "−75%", { kind: "percent_change", percent: 75, direction: "down", of: "time" }],
  [false, "75 services", { kind: "percent_change", percent: 75, direction: "down", of: "time" }],
  [true, "halved", { kind: "percent_change", percent: 50, direction: "down", of: "time" }],
  [false, "halved", { kind: "percent_change", percent: 50, direction: "up", of: "time" }],
  [true, "doubled", { kind: "percent_change", percent: 100, direction: "up", of: "sales" }],
  [true, "by three quarters", { kind: "percent_change", percent: 75, direction: "down", of: "time" }],
  [true, "10 to 15%", { kind: "percent_change", percent: 10, direction: "up", of: "sales" }],
  [false, "50% in 3 months", { kind: "percent_change", percent: 3, direction: "up", of: "sales" }],
  [true, "four times", { kind: "factor_change", factor: 4, direction: "up", of: "sales" }],
  [true, "×4", { kind: "factor_change", factor: 4, direction: "up", of: "sales" }],
  [true, "halved", { kind: "factor_change", factor: 2, direction: "down", of: "cost" }],
  [true, "to a third", { kind: "factor_change", factor: 3, direction: "down", of: "cost" }],
  [false, "doubled", { kind: "factor_change", factor: 3, direction: "up", of: "sales" }],
  [false, "4%", { kind: "factor_change", factor: 4, direction: "up", of: "sales" }],
  [true, "saved $1.2M a year", { kind: "amount_change", amount: 1.2e6, unit: "USD", direction: "down" }],
  [true, "up 5 percentage points", { kind: "amount_change", amount: 5, unit: "percentage points", direction: "up" }],
  [true, "−40 ms", { kind: "amount_change", amount: 40, unit: "ms", direction: "down" }],
  [true, "under 1 s", { kind: "level", value: 1, unit: "s", approx: "<" }],
  [true, "sub-second latency", { kind: "level", value: 1, unit: "s", approx: "<" }],
  [true, "under a second", { kind: "level", value: 1000, unit: "ms", approx: "<" }],
  [true, "no incidents", { kind: "level", value: 0, unit: "incidents" }],
  [true, "0 incidents", { kind: "level", value: 0, unit: "incidents" }],
  [false, "few incidents", { kind: "level", value: 0, unit: "incidents" }],
  [true, "all self-billed e-invoices", { kind: "level", value: 100, unit: "%" }],
  [true, "100% of e-invoices", { kind: "level", value: 100, unit: "%" }],
  [false, "all e-invoices", { kind: "level", value: 99, unit: "%" }],
  [true, "65% of orders", { kind: "share", part: 65, whole: 100, of: "orders" }],
  [true, "every request", { kind: "share", part: 100, whole: 100, of: "requests" }],
  [true, "3 of 4 teams", { kind: "share", part: 3, whole: 4, of: "teams" }],
  [true, "two thirds", { kind: "share", part: 2 / 3, whole: 1, of: "teams" }],
  [false, "65% of orders", { kind: "share", part: 650, whole: 1000, of: "orders" }],
  [false, "65 orders", { kind: "share", part: 65, whole: 100, of: "orders" }],
  [true, "led 5 engineers", { kind: "count", n: 5, of: "engineers" }],
  [true, "led five engineers", { kind: "count", n: 5, of: "engineers" }],
  [false, "led engineers", { kind: "count", n: 5, of: "engineers" }],
  [false, "5% more", { kind: "count", n: 5, of: "engineers" }],
  [true, "10+ workflows", { kind: "count", n: 10, of: "workflows", approx: "≥" }],
  [true, "3M users", { kind: "count", n: 3e6, of: "users" }],
  [true, "4–6 people", { kind: "count", range: [4, 6], of: "people" }],
  [false, "4 people", { kind: "count", range: [4, 6], of: "people" }],
  [false, "the first service", { kind: "count", n: 1, of: "services" }],
  [true, "€40k", { kind: "money", amount: 40000, currency: "EUR" }],
  [true, "5,000 requests per second", { kind: "rate", amount: 5000, unit: "requests", per: "second" }],
  [true, "an hour of peak traffic", { kind: "duration", amount: 1, unit: "hour" }],
  [true, "six weeks", { kind: "duration", amount: 6, unit: "week" }],
  [false, "six days", { kind: "duration", amount: 6, unit: "week" }],
  [true, "9 years", { kind: "duration", amount: 108, unit: "month" }],
  [true, "within 3 months of joining", { kind: "deadline", offset: { amount: 3, unit: "month" }, relation: "within", anchor: "joining" }],
  [true, "in the first month of launch", { kind: "deadline", offset: { amount: 1, unit: "month" }, relation: "within", anchor: "launch" }],
  [false, "three months early", { kind: "deadline", offset: { amount: 3, unit: "week" }, relation: "ahead_of", anchor: "the deadline" }],
  [true, "the company's first", { kind: "rank", place: 1, of: "the company" }],
  [true, "2nd of 80", { kind: "rank", place: 2, of: "80 teams" }],
  [true, "No. 1", { kind: "rank", place: 1, of: "teams" }],
  [false, "third", { kind: "rank", place: 1, of: "teams" }],
];

describe("quoteCarries", () => {
  it.each(CASES)("%s: %j for %j", (carries, quote, metric) => {
    expect(quoteCarries(quote, { ...metric, quote })).toBe(carries);
  });

  it("names the numbers that are missing", () => {
    expect(missingNumbers("to half a day", { kind: "before_after", from: 3, to: 0.5, unit: "day", of: "review", quote: "" })).toEqual([3]);
    expect(missingNumbers("fewer", { kind: "count", range: [4, 6], of: "people", quote: "" })).toEqual([4, 6]);
  });

  it("holds for metrics written as their quotes say, and fails when the quote says nothing", () => {
    fc.assert(fc.property(arbMetric, (metric) => {
      expect(missingNumbers(metric.quote, metric)).toEqual([]);
      expect(quoteCarries("much better", metric)).toBe(false);
    }), RUNS);
  });
});
