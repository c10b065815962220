import { describe, expect, it } from "vitest";
import type { Metric } from "../../src/model/document.js";
import { makeDocumentWithMetrics } from "../support/document.js";
import { expectFindings, findIssue } from "../support/issues.js";

const M = "roles[0].achievements[0].metrics[0]";
const review = { kind: "before_after", unit: "day", of: "review", quote: "from 3 days to ½ day" } as const;
const count = (rest: Partial<Metric> = {}): Metric => ({ kind: "count", n: 5, of: "services", quote: "5", ...rest } as Metric);

describe("checkMetrics", () => {
  const CASES: readonly (readonly [string, Metric, ...string[]])[] = [
    ["a part of a whole", { kind: "share", part: 65, whole: 100, of: "orders", quote: "65%" }],
    ["all of it", { kind: "share", part: 100, whole: 100, of: "orders", quote: "all" }],
    ["a part over the whole", { kind: "share", part: 165, whole: 100, of: "orders", quote: "165%" }, `error part-over-whole ${M}.part`],
    ["a count without number", { kind: "count", of: "x", quote: "5" }, `error count-without-number ${M}`],
    ["a count with two", { kind: "count", n: 5, range: [5, 5], of: "x", quote: "5" }, `error count-twice ${M}.range`],
    ["a range", { kind: "count", range: [4, 6], of: "x", quote: "4–6" }],
    ["a range that runs down", { kind: "count", range: [6, 4], of: "x", quote: "4–6" }, `error range-reversed ${M}.range`],
    ["no change", { ...review, from: 3, to: 3, quote: "3 days" }, `warning no-change ${M}`],
    ["a typed percentage that is right", { ...review, from: 3, to: 0.5, percent: -83 }],
    ["one with decimals", { ...review, from: 3, to: 0.5, percent: -83.33 }],
    ["one that is not right", { ...review, from: 3, to: 0.5, percent: -80 }, `warning percent-mismatch ${M}.percent`],
    ["one with the wrong sign", { ...review, from: 3, to: 0.5, percent: 83 }, `warning percent-mismatch ${M}.percent`],
    ["one from 0", { ...review, from: 0, to: 3, percent: 100, quote: "from 0 to 3 days" }, `warning percent-mismatch ${M}.percent`],
  ];
  for (const [name, metric, ...findings] of CASES) it(name, () => expectFindings(makeDocumentWithMetrics([metric]), ...findings));

  it("says both percentages", () => {
    expect(findIssue(makeDocumentWithMetrics([{ ...review, from: 3, to: 0.5, percent: -80 }]), "percent-mismatch").message)
      .toBe("−80% is typed, where the ends 3 and 0.5 say −83%");
  });

  it("lets four metrics be featured in public, and names the fifth", () => {
    const featured = count({ featured: true });
    expectFindings(makeDocumentWithMetrics([featured, featured, featured, featured, count()]));
    expectFindings(makeDocumentWithMetrics([featured, featured, featured, featured, featured]), "warning too-many-featured roles[0].achievements[0].metrics[4]");
    expectFindings(makeDocumentWithMetrics([featured, featured, featured, featured, count({ featured: true, visibility: "private" })]));
    expectFindings(makeDocumentWithMetrics([featured, featured, featured, featured, featured], { visibility: "private" }));
  });
});
