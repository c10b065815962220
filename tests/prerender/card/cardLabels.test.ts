import { describe, expect, it } from "vitest";
import { labelCandidates } from "../../../src/prerender/card/cardLabels.js";
import { careerOf, firstCareer, sampleCareer, someAchievements } from "../../support/careers.js";
import { makeRole } from "../../support/document.js";

const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

describe("labelCandidates", () => {
  it("are the featured ones, and no others", () => {
    const featured = firstCareer.achievements.filter(({ metrics }) => metrics.some((metric) => metric.featured));
    expect(ids(labelCandidates(firstCareer, null)).sort()).toEqual(ids(featured).sort());
  });
  it("are with a filter what matches: the featured first, then those with a figure", () => {
    const matches = new Set(ids(firstCareer.achievements.filter(({ domains }) => domains[0] === "payments")));
    const found = labelCandidates(firstCareer, matches);
    expect(new Set(ids(found))).toEqual(matches);
    const everything = sampleCareer("dense");
    const first = labelCandidates(everything, new Set(ids(everything.achievements)));
    expect(new Set(ids(first.slice(0, 4)))).toEqual(new Set(ids(labelCandidates(everything, null))));
    const isFeatured = found.map(({ metrics }) => metrics.some((metric) => metric.featured));
    expect(isFeatured).toEqual([...isFeatured].sort((a, b) => Number(b) - Number(a)));
  });
  it("are without any figure one of each field before any second", () => {
    const career = sampleCareer("no-metrics");
    const fields = labelCandidates(career, null).slice(0, 3).map(({ domains }) => domains[0]);
    expect(new Set(fields).size).toBe(3);
  });
  it("are not asked for without end", () => {
    const career = careerOf([makeRole({ achievements: someAchievements(200) })]);
    expect(labelCandidates(career, null).length).toBeLessThanOrEqual(24);
    expect(labelCandidates(career, new Set(ids(career.achievements))).length).toBeLessThanOrEqual(24);
  });
});
