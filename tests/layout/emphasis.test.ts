import { describe, expect, it } from "vitest";
import { emphasisOf, isFeatured, labelPriorities, labelSizes } from "../../src/layout/emphasis.js";
import type { Achievement } from "../../src/model/career.js";
import type { Metric } from "../../src/model/document.js";
import { oneRole } from "../support/careers.js";
import { makeAchievement } from "../support/document.js";

const figure: Metric = { kind: "count", n: 3, of: "orders", quote: "3 orders" };
const starred: Metric = { ...figure, featured: true };
const career = oneRole([
  makeAchievement({ id: "bare" }), makeAchievement({ id: "figure", metrics: [figure] }), makeAchievement({ id: "star", metrics: [figure, starred] }), makeAchievement({ id: "figure-2", metrics: [figure] }),
]);
const find = (id: string): Achievement => {
  const found = career.achievements.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const ranked = (matches: readonly string[] | null, selected: string | null): string[] =>
  [...labelPriorities(career, { matches: matches && new Set(matches), selected })].sort((a, b) => a[1] - b[1]).map(([id]) => id);

describe("emphasisOf", () => {
  it.each([
    [null, null, "plain"], [["a"], null, "matched"], [["b"], null, "dimmed"], [[], null, "dimmed"],
    [null, "a", "selected"], [["b"], "a", "selected"], [null, "b", "plain"], [["a"], "b", "matched"],
  ] as const)("matches %j, selected %s: %s", (matches, selected, emphasis) => expect(emphasisOf("a", { matches: matches && new Set(matches), selected })).toBe(emphasis));
});

describe("labelPriorities", () => {
  it("puts the featured first, then those with a figure, then the rest, each in résumé order", () => expect(ranked(null, null)).toEqual(["star", "figure", "figure-2", "bare"]));
  it("puts the selected before all", () => expect(ranked(null, "bare")).toEqual(["bare", "star", "figure", "figure-2"]));
  it("leaves out what is dimmed, but never the selected", () => {
    expect(ranked(["bare", "figure-2"], null)).toEqual(["figure-2", "bare"]);
    expect(ranked(["figure-2"], "bare")).toEqual(["bare", "figure-2"]);
    expect(ranked([], null)).toEqual([]);
  });
});

describe("labelSizes", () => {
  const sizes = (form: "narrow" | "wide" | "embed", dense: boolean, matches: readonly string[] | null, selected: string | null): number[] => {
    const sizeOf = labelSizes(form, dense, { matches: matches && new Set(matches), selected });
    return [sizeOf(find("star")).figure, sizeOf(find("bare")).figure, sizeOf(find("bare")).caption];
  };
  it.each([
    ["on a desk", "wide", false, null, null, [24, 17, 13.5]],
    ["on a phone", "narrow", false, null, null, [20, 15.5, 13]],
    ["crowded", "wide", true, null, null, [20, 16, 13.5]],
    ["one selected: it grows, all others shrink", "wide", false, null, "star", [24, 16, 13.5]],
    ["one selected, crowded: 22 at the least", "wide", true, null, "star", [22, 16, 13.5]],
    ["one selected in an embed: as large as a featured one there", "embed", false, null, "star", [20, 16, 13.5]],
    ["few matches: all large", "wide", false, ["bare"], null, [24, 24, 13.5]],
    ["many matches", "wide", false, Array.from({ length: 7 }, (_, i) => `m${i}`), null, [17, 17, 13.5]],
  ] as const)("%s", (_, form, dense, matches, selected, expected) => expect(sizes(form, dense, matches, selected)).toEqual(expected));

  it("has no text under 13", () => {
    for (const form of ["narrow", "medium", "wide"] as const) for (const dense of [true, false]) for (const selected of [null, "star"]) for (const matches of [null, new Set<string>()])
      for (const one of career.achievements) {
        const { figure: large, caption } = labelSizes(form, dense, { matches, selected })(one);
        expect(Math.min(large, caption)).toBeGreaterThanOrEqual(13);
      }
  });
});

it("isFeatured looks at every metric", () => expect(career.achievements.map(isFeatured)).toEqual([false, false, true, false]));
