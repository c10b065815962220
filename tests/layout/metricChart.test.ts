import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barShare, barWords, CHANGE_MIN_WIDTH, isBar, isChange, metricForm, placeChange, type BarMetric, type ChangeMetric, type ChangePlacement, type ChartWord } from "../../src/layout/metricChart.js";
import { textWidth } from "../../src/layout/textWidth.js";
import type { Box } from "../../src/lib/units.js";
import type { BeforeAfter, FactorChange, Metric, PercentChange, Share } from "../../src/model/document.js";
import { arbMetric } from "../support/arbitraries.js";
import { PATIENCE_MS, RUNS } from "../support/careers.js";
import { overlap } from "./arcFaults.js";

const stated = (from: number, to: number, unit = "day"): BeforeAfter => ({ kind: "before_after", from, to, unit, of: "review time", quote: "" });
const percent = (size: number, direction: "up" | "down"): PercentChange => ({ kind: "percent_change", percent: size, direction, of: "time", quote: "" });
const factor = (size: number, direction: "up" | "down"): FactorChange => ({ kind: "factor_change", factor: size, direction, of: "time", quote: "" });

/** Box of a word at a width, by the component's baselines. */
function boxOf({ text, x, anchor }: ChartWord, size: number, weight: number, y: number, width: number): Box {
  const w = textWidth(text, size, weight);
  const x0 = anchor === "start" ? x * width : anchor === "end" ? x * width - w : x * width - w / 2;
  return { x0, y0: y - size * 0.74, x1: x0 + w, y1: y + size * 0.2 };
}

/** All words of a chart where the component sets them. */
function words({ stated: isStated, afterWord, beforeWord, computed, change, ticks, staggered }: ChangePlacement, width: number): Box[] {
  const values = ticks.map((word) => boxOf(word, 13, 440, 62, width));
  if (isStated)
    return [boxOf(afterWord, 22, 660, 22, width), boxOf(beforeWord, 15, 500, staggered ? 62 : 22, width), ...(computed ? [boxOf(computed, 13, 440, 31, width)] : []), ...values];
  return [...(change ? [boxOf(change, 22, 660, 18, width)] : []), boxOf(afterWord, 13, 440, 62, width), boxOf(beforeWord, 13, 440, staggered ? 76 : 62, width), ...values];
}

/** The room beside the line that the style sheet keeps. */
const BESIDE = 9.01;

function faults(placement: ChangePlacement, width: number): string[] {
  const boxes = words(placement, width);
  return boxes.flatMap((a, i) => [
    ...(a.x0 < -BESIDE || a.x1 > width + BESIDE ? [`${i} leaves the chart`] : []),
    ...boxes.slice(i + 1).flatMap((b, k) => (overlap(a, b) ? [`${i} over ${i + 1 + k}`] : [])),
  ]);
}

describe("metricForm", () => {
  it.each<[string, Metric, string]>([
    ["two stated ends", stated(3, 0.5), "change"],
    ["an end at zero", stated(3, 0), "change"],
    ["a negative end: a line from zero could not show it", stated(-4, 2), "figure"],
    ["both negative", stated(-4, -2), "figure"],
    ["nothing changed", stated(3, 3), "figure"],
    ["words wider than the chart", stated(3, 5, "users of the marketplaces in the Nordic countries"), "figure"],
    ["a fall", percent(75, "down"), "change"],
    ["all gone", percent(100, "down"), "change"],
    ["a fall below zero", percent(150, "down"), "figure"],
    ["a rise beyond double", percent(150, "up"), "change"],
    ["a factor", factor(4, "up"), "change"],
    ["a share", { kind: "share", part: 13, whole: 20, of: "teams", quote: "" }, "bar"],
    ["a level within its range", { kind: "level", value: 99.95, unit: "%", quote: "" }, "bar"],
    ["a level at its ends", { kind: "level", value: 0, unit: "%", quote: "" }, "bar"],
    ["a level beyond it", { kind: "level", value: 120, unit: "%", quote: "" }, "figure"],
    ["a level below it", { kind: "level", value: -5, unit: "%", quote: "" }, "figure"],
    ["a level without a range", { kind: "level", value: 0, unit: "incidents", quote: "" }, "figure"],
    ["a count", { kind: "count", n: 3, of: "x", quote: "" }, "figure"],
    ["money", { kind: "money", amount: 3, currency: "USD", quote: "" }, "figure"],
    ["a rate", { kind: "rate", amount: 3, unit: "x", per: "day", quote: "" }, "figure"],
    ["a duration", { kind: "duration", amount: 3, unit: "day", quote: "" }, "figure"],
    ["a change by an amount", { kind: "amount_change", amount: 3, unit: "x", direction: "up", quote: "" }, "figure"],
    ["a deadline", { kind: "deadline", offset: { amount: 3, unit: "day" }, relation: "after", anchor: "x", quote: "" }, "figure"],
    ["a rank", { kind: "rank", place: 1, of: "x", quote: "" }, "figure"],
  ])("%s", (_, metric, form) => {
    expect(metricForm(metric)).toBe(form);
    expect([isChange(metric), isBar(metric)]).toEqual([form === "change", form === "bar"]);
  });
});

describe("two stated ends", () => {
  it("stand on a line from zero to the larger", () => {
    const { before, after, afterWord, beforeWord, computed, ticks, stated: both, change, staggered } = placeChange(stated(3, 0.5));
    expect([before, after, both, change, staggered]).toEqual([1, 0.5 / 3, true, null, false]);
    expect([afterWord.text, beforeWord.text, computed?.text]).toEqual(["½\u00a0day", "3\u00a0days", "−83%, computed"]);
    expect(ticks).toEqual(["0", "1", "2", "3"].map((text, i) => ({ text, x: i / 3, anchor: "middle" })));
  });

  it("have ticks up to the larger end and none beyond", () => {
    for (const [from, to] of [[3, 0.5], [0.5, 0.2], [0, 12], [40, 62.5], [250_000, 3_000_000], [100, 90]] as const) {
      const { ticks } = placeChange(stated(from, to, "%"));
      expect(ticks[0]).toEqual({ x: 0, text: "0", anchor: "middle" });
      expect(ticks.every(({ x }) => x >= 0 && x <= 1)).toBe(true);
    }
  });

  it("have no percent from zero", () => expect(placeChange(stated(0, 12)).computed).toBeNull());

  it("name the computed percent beside the words where there is no room between them, or not at all", () => {
    expect(placeChange(stated(100, 90)).computed?.text).toBe("−10%, computed");
    expect(placeChange(stated(90, 100)).computed?.text).toBe("+11%, computed");
    expect(placeChange(stated(1000, 999, "users in Asia")).computed).toBeNull();
  });

  it("set the word for before lower where the two would touch, and no tick label under it", () => {
    const placement = placeChange(stated(100, 90));
    expect(placement.staggered).toBe(true);
    expect(placement.ticks.map(({ text }) => text)).not.toContain("100");
    expect(faults(placement, CHANGE_MIN_WIDTH)).toEqual([]);
  });
});

describe("a change whose ends are not stated", () => {
  it.each<[string, ChangeMetric, number, number, string]>([
    ["−75%", percent(75, "down"), 1, 0.25, "−75%"],
    ["−100%", percent(100, "down"), 1, 0, "−100%"],
    ["+100%", percent(100, "up"), 0.5, 1, "+100%"],
    ["+300%", percent(300, "up"), 0.25, 1, "+300%"],
    ["×4", factor(4, "up"), 0.25, 1, "×4"],
    ["÷4", factor(4, "down"), 1, 0.25, "÷4"],
  ])("%s: in proportion, without any value but zero", (_, metric, before, after, text) => {
    const placement = placeChange(metric);
    expect([placement.before, placement.after]).toEqual([before, after]);
    expect([placement.change?.text, placement.afterWord.text, placement.beforeWord.text]).toEqual([text, "after", "before"]);
    expect([placement.ticks, placement.computed, placement.stated]).toEqual([[{ x: 0, text: "0", anchor: "middle" }], null, false]);
  });
});

it("sets a word under its end wherever there is room for it", () => {
  for (const size of [60, 75, 83]) expect(placeChange(percent(size, "down")).afterWord).toMatchObject({ x: 1 - size / 100, anchor: "middle" });
  // Hard by the zero it stands beside that, not at the end's other side.
  expect(placeChange(percent(90, "down")).afterWord).toMatchObject({ anchor: "middle" });
  expect(placeChange(percent(90, "down")).afterWord.x).toBeLessThan(0.13);
  expect(placeChange(percent(75, "down")).beforeWord).toMatchObject({ x: 1, anchor: "end" });
});

describe("any change", () => {
  const anyEnd = fc.oneof(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 999 }).map((n) => n / 10));
  const changes: fc.Arbitrary<ChangeMetric> = fc.oneof(
    arbMetric.filter(isChange),
    fc.tuple(anyEnd, anyEnd, fc.constantFrom("day", "requests", "%", "", "users in Asia")).map(([from, to, unit]) => stated(from, to, unit)).filter(isChange),
    fc.tuple(fc.integer({ min: 1, max: 100 }), fc.constantFrom("up" as const, "down" as const), fc.constantFrom("~" as const, "≥" as const)).map(([size, direction, approx]) => ({ ...percent(size, direction), approx })),
    fc.tuple(fc.integer({ min: 11, max: 500 }), fc.constantFrom("up" as const, "down" as const)).map(([tenths, direction]) => factor(tenths / 10, direction)),
  );

  it("has its ends on the line, apart, pointing the right way", () => {
    fc.assert(
      fc.property(changes, (metric) => {
        const { before, after } = placeChange(metric);
        expect(Math.min(before, after)).toBeGreaterThanOrEqual(0);
        expect(Math.max(before, after)).toBe(1);
        const up = metric.kind === "before_after" ? metric.to > metric.from : metric.direction === "up";
        expect(after > before).toBe(up);
      }),
      { numRuns: RUNS },
    );
  });

  it("has words that neither touch nor leave the chart, at its narrowest and wider", () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(CHANGE_MIN_WIDTH, CHANGE_MIN_WIDTH + 30, 420, 700), (metric, width) => {
        expect(faults(placeChange(metric), width)).toEqual([]);
      }),
      { numRuns: RUNS * 3 },
    );
  }, PATIENCE_MS);
});

describe("bars", () => {
  it.each<[string, BarMetric, number, string, string]>([
    ["percent of a whole", { kind: "share", part: 65, whole: 100, of: "orders", quote: "" }, 0.65, "65%", "of orders"],
    ["a part of a whole", { kind: "share", part: 13, whole: 20, of: "apprentices", quote: "" }, 0.65, "13 of 20", "apprentices"],
    ["about", { kind: "share", part: 13, whole: 20, of: "teams", approx: "≥", quote: "" }, 0.65, "13+ of 20", "teams"],
    ["a level", { kind: "level", value: 99.95, unit: "%", of: "availability", quote: "" }, 0.9995, "99.95%", "availability"],
    ["none", { kind: "share", part: 0, whole: 100, of: "of", quote: "" }, 0, "0%", "of of"],
  ])("%s", (_, metric, share, figure, denominator) => {
    expect(barShare(metric)).toBeCloseTo(share, 12);
    expect(barWords(metric)).toEqual({ figure, denominator });
  });

  it("end between nothing and all", () => {
    const shares = fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 }), fc.string()).map(([part, more, of]): Share => ({ kind: "share", part, whole: part + more + 1, of, quote: "" }));
    fc.assert(fc.property(shares, (share) => {
      expect(barShare(share)).toBeGreaterThanOrEqual(0);
      expect(barShare(share)).toBeLessThan(1);
    }), { numRuns: RUNS });
  });
});
