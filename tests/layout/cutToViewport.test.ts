import { describe, expect, it } from "vitest";
import { cutCareer, cutInterval } from "../../src/layout/cutToViewport.js";
import { firstCareer } from "../support/careers.js";

const [from, to] = [Date.UTC(2022, 0), Date.UTC(2023, 0)];

describe("cutCareer", () => {
  it("has the marks in view, their windows and known sides as far as they are, and the roles that reach into it", () => {
    const cut = cutCareer(firstCareer, { from, to });
    const expected = firstCareer.achievements.filter(({ centre }) => centre >= from && centre <= to);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(firstCareer.achievements.length);
    expect(cut.achievements.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(cut.achievements.filter(({ window }) => window.from < from || window.to > to)).toEqual([]);
    expect(cut.achievements.some(({ known }) => known !== null)).toBe(true);
    expect(cut.roles).toHaveLength(2);
    expect(cutCareer(firstCareer, { from: to, to: Date.UTC(2024, 0) }).roles).toHaveLength(1);
  });

  it("has no known side that is not in view", () => {
    const [known] = firstCareer.achievements.filter((each) => each.known !== null);
    const viewport = { from: (known?.centre ?? 0) - 1, to: (known?.centre ?? 0) + 1 };
    expect(cutCareer(firstCareer, viewport).achievements.map(({ id, known: side }) => [id, side])).toEqual([[known?.id, null]]);
  });
});

describe("cutInterval", () => {
  it.each([
    ["inside", { from: 2, to: 3 }, { from: 2, to: 3 }],
    ["over both ends", { from: 0, to: 9 }, { from: 1, to: 5 }],
    ["touching an end", { from: 5, to: 9 }, null],
  ])("%s", (_, interval, left) => expect(cutInterval(interval, { from: 1, to: 5 })).toEqual(left));
});
