import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arcForm, arcHeight } from "../../src/layout/arcFrame.js";
import { placeCareerArc, type CareerArcPlacement } from "../../src/layout/careerArc.js";
import { placePointed } from "../../src/layout/pointed.js";
import type { Career } from "../../src/model/career.js";
import { arbCareer, firstCareer, PATIENCE_MS, RUNS, sampleCareer } from "../support/careers.js";

function placed(career: Career, width: number): CareerArcPlacement {
  const placement = placeCareerArc(career, { width, height: arcHeight(width, 8), form: arcForm(width), emphasis: { matches: null, selected: null }, title: { width: 300, height: 60 } });
  if (!placement) throw new Error("nothing to place");
  return placement;
}

describe("placePointed", () => {
  it("adds the window, and no label where there is one", () => {
    const placement = placed(firstCareer, 1280);
    for (const achievement of firstCareer.achievements) {
      const pointed = placePointed(placement, achievement);
      expect(pointed?.node.id).toBe(achievement.id);
      expect(pointed?.window.x0).toBeCloseTo(placement.scale.toPx(achievement.window.from), 6);
      expect(pointed?.label === null).toBe(placement.labels.some(({ id }) => id === achievement.id));
    }
  });

  it("names what found no room on a crowded arc", () => {
    const career = sampleCareer("dense");
    const placement = placed(career, 390);
    expect(placement.unnamed.length).toBeGreaterThan(20);
    for (const achievement of career.achievements) {
      if (placement.unnamed.includes(achievement.id)) expect(placePointed(placement, achievement)?.label?.id).toBe(achievement.id);
    }
  });

  it("makes every label that its plate meets give way whole, and no other", () => {
    const career = sampleCareer("dense");
    const placement = placed(career, 1184);
    let covered = 0;
    for (const achievement of career.achievements) {
      const pointed = placePointed(placement, achievement);
      if (!pointed?.plate) {
        expect(pointed?.covered.size).toBe(0);
        continue;
      }
      const { plate } = pointed;
      for (const { id, box, leader } of placement.labels) {
        const meets = [box, ...(leader ? [{ x0: leader.x - 0.5, x1: leader.x + 0.5, y0: leader.y0, y1: leader.y1 }] : [])].some((other) => Math.min(other.x1, plate.x1) > Math.max(other.x0, plate.x0) && Math.min(Math.max(other.y0, other.y1), plate.y1) > Math.max(Math.min(other.y0, other.y1), plate.y0));
        expect(pointed.covered.has(id)).toBe(meets);
        if (meets) covered++;
      }
    }
    expect(covered).toBeGreaterThan(0);
  });

  it("is nothing for what is not in the picture", () => {
    const [stranger] = sampleCareer("dense").achievements;
    expect(stranger && placePointed(placed(firstCareer, 1280), stranger)).toBeNull();
  });

  it("in any career keeps its label inside the drawing", () => {
    fc.assert(
      fc.property(arbCareer, fc.integer({ min: 320, max: 1920 }), fc.nat(), (career, width, n) => {
        const achievement = career.achievements[n % Math.max(1, career.achievements.length)];
        if (!achievement) return;
        const placement = placed(career, width);
        const label = placePointed(placement, achievement)?.label;
        if (!label) return;
        const { box } = label;
        expect(box.x0 >= -0.01 && box.x1 <= width + 0.01 && box.y0 >= -0.01 && box.y1 <= placement.frame.height + 0.01).toBe(true);
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  }, PATIENCE_MS);
});
