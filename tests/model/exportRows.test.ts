import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Career } from "../../src/model/career.js";
import type { Metric } from "../../src/model/document.js";
import { exportRows } from "../../src/model/exportRows.js";
import { metricText } from "../../src/model/metricText.js";
import type { Cell } from "../../src/model/toCsv.js";
import { arbCareer, firstCareer, oneRole, RUNS } from "../support/careers.js";
import { makeAchievement } from "../support/document.js";

/** The rows under the heading, by the names in it. */
function read(career: Career, achievements = career.achievements, claims = career.claims): readonly Readonly<Record<string, Cell>>[] {
  const [heading = [], ...rows] = exportRows(career, achievements, claims);
  return rows.map((row) => Object.fromEntries(row.map((cell, i) => [String(heading[i]), cell])));
}

const rowOf = (metric: Metric): Readonly<Record<string, Cell>> => read(oneRole([makeAchievement({ text: metric.quote, metrics: [metric] })]))[0] ?? {};

describe("the rows of a table", () => {
  it("say of an achievement what is known of it", () => {
    const row = read(firstCareer).find(({ id, kind }) => id === "payment-interface" && kind === "percent_change");
    expect(row).toMatchObject({
      title: "One interface for third-party payment services", role: "Lead Software Engineer, Backend", organization: "Carousell", from: "2022-03", to: "2025-10", dating: "role",
      when: "between Mar 2022 and Oct 2025", domains: "Payments", figure: "−75%", of: "payment integration time", value: 75, unit: "%", direction: "down", computed_percent: null, quote: "fell by 75%",
    });
  });

  it("tell what is computed from what is stated", () => {
    expect(rowOf({ kind: "before_after", from: 3, to: 0.5, unit: "day", of: "review time", quote: "from 3 days to half a day" })).toMatchObject({ figure: "3 → ½ day", value: 3, value_to: 0.5, unit: "day", computed_percent: -83 });
  });

  it.each<readonly [Metric, Readonly<Record<string, Cell>>]>([
    [{ kind: "level", value: 0, unit: "incidents", quote: "0 incidents" }, { value: 0, unit: "incidents" }],
    [{ kind: "share", part: 65, whole: 100, of: "orders", quote: "65%" }, { value: 65, whole: 100, unit: "%" }],
    [{ kind: "count", range: [4, 6], of: "engineers", quote: "4–6" }, { value: 4, value_to: 6, unit: "engineers" }],
    [{ kind: "count", n: 10, approx: "≥", of: "workflows", quote: "10+" }, { value: 10, approx: "≥", figure: "10+ workflows" }],
    [{ kind: "money", amount: 5, currency: "USD", per: "month", quote: "$5" }, { value: 5, unit: "USD", per: "month" }],
    [{ kind: "factor_change", factor: 4, direction: "down", of: "cost", quote: "4" }, { value: 4, unit: "×", direction: "down" }],
  ])("hold each kind's numbers in columns of their own: %j", (metric, cells) => {
    expect(rowOf(metric)).toMatchObject(cells);
  });

  it("keep a date as precise as it was stated, and leave an open end open", () => {
    const career = oneRole([makeAchievement({ id: "dated", when: { from: "2024-01-15", to: "2024" } }), makeAchievement({ id: "begun", when: { from: "2024-02", to: "2024-04", of: "start" } })], { start: "2020", end: null });
    expect(read(career)).toMatchObject([{ id: "dated", from: "2024-01-15", to: "2024", dating: "own" }, { id: "begun", from: "2024-02", to: "", dating: "role" }]);
  });

  it("are one for each metric and one for what has none, in the order given, and every row is as wide as the heading", () => {
    fc.assert(
      fc.property(arbCareer, (career) => {
        const entries = [...career.achievements].reverse();
        const rows = exportRows(career, entries, career.claims);
        const expected = [...entries, ...career.claims].flatMap(({ id, metrics }) => (metrics.length === 0 ? [[id, ""]] : metrics.map((metric) => [id, metricText(metric).figure.replaceAll("\u00a0", " ")])));
        const heading = rows[0] ?? [];
        expect(rows.slice(1).map((row) => [row[0], row[heading.indexOf("figure")]])).toEqual(expected);
        expect(new Set(rows.map((row) => row.length))).toEqual(new Set([new Set(heading).size]));
      }),
      { numRuns: RUNS },
    );
  });

  it("give what is stated for no role neither title nor date", () => {
    expect(read(firstCareer, []).map(({ title, from, dating }) => [title, from, dating])).toEqual(firstCareer.claims.flatMap(({ metrics }) => Array.from({ length: Math.max(1, metrics.length) }, () => ["", "", "none"])));
    expect(firstCareer.claims.length).toBeGreaterThan(0);
  });
});
