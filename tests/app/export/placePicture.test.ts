import { describe, expect, it } from "vitest";
import { placePicture, wordsUnder, type PictureRequest } from "../../../src/app/export/placePicture.js";
import type { CareerArcPlacement } from "../../../src/layout/careerArc.js";
import { createSelectors } from "../../../src/state/selectors.js";
import type { Career } from "../../../src/model/career.js";
import { firstCareer, oneRole, someAchievements } from "../../support/careers.js";

/** One a week. */
const weekly = (count: number): Career => oneRole(someAchievements(count).map((achievement, i) => {
  const day = new Date(Date.UTC(2015, 0, 1 + i * 7)).toISOString().slice(0, 10);
  return { ...achievement, when: { from: day, to: day } };
}), { start: "2015", end: "2022" });

function placed(career: Career, more: Partial<PictureRequest> = {}): CareerArcPlacement {
  const placement = placePicture(career, { width: 1136, whole: createSelectors(career).bounds()?.whole ?? null, title: "A title", subtitle: "", emphasis: { matches: null, selected: null }, ...more });
  if (!placement) throw new Error("nothing was placed");
  return placement;
}

describe("the picture of a crowded career", () => {
  it("has a number for marks that would hide each other, and every mark in one of both", () => {
    const { clusters, nodes } = placed(weekly(400));
    expect(clusters.length).toBeGreaterThan(5);
    expect(clusters.reduce((sum, { count }) => sum + count, nodes.length)).toBe(400);
    expect(clusters.every(({ text, count }) => text === String(count))).toBe(true);
  });

  it("has what is selected as a mark of its own, and counts what matches", () => {
    const career = weekly(400);
    const id = career.achievements[200]?.id ?? "";
    const { clusters, nodes } = placed(career, { emphasis: { matches: new Set([id]), selected: id } });
    expect(nodes.find((node) => node.id === id)?.emphasis).toBe("selected");
    expect(clusters.every(({ dimmed }) => dimmed)).toBe(true);
  });

  it("says what the numbers are", () => {
    expect(wordsUnder(placed(weekly(400)))).toContain("A number: so many achievements close together.");
  });
});

describe("the picture of any other career", () => {
  it("has every mark, and no number", () => {
    const { clusters, nodes } = placed(weekly(150));
    expect([clusters.length, nodes.length]).toEqual([0, 150]);
    expect(wordsUnder(placed(firstCareer)).join(" ")).not.toContain("A number");
  });

  it("says how many marks have words where not all have", () => {
    expect(wordsUnder(placed(weekly(150)))).toEqual([expect.stringMatching(/^\d+ of 150 are labelled here\.$/)]);
  });

  it("is none where nothing is dated", () => {
    const career = { ...oneRole([]), roles: [] };
    expect(placePicture(career, { width: 1136, whole: null, title: "", subtitle: "", emphasis: { matches: null, selected: null } })).toBeNull();
  });
});
