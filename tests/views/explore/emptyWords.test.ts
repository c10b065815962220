import { describe, expect, it } from "vitest";
import type { Interval } from "../../../src/lib/units.js";
import type { AchievementDocument } from "../../../src/model/document.js";
import { emptyWords } from "../../../src/views/explore/emptyWords.js";
import { oneRole } from "../../support/careers.js";
import { makeAchievement } from "../../support/document.js";

const year = (of: number): Interval => ({ from: Date.UTC(of, 0), to: Date.UTC(of + 1, 0) });
const words = (range: Interval, achievements: readonly AchievementDocument[], matches: readonly string[] | null = null): string =>
  emptyWords(oneRole(achievements, { start: "2016", end: "2023" }), range, matches && new Set(matches));
const dated = (id: string, from: string, to = from): AchievementDocument => makeAchievement({ id, when: { from, to } });

describe("a range without a mark", () => {
  it("says that the line rises for undated work", () => {
    // It stands in the middle of its role.
    expect(words(year(2017), [makeAchievement({ id: "a" })])).toBe("No mark in this range: the line rises because undated work is spread over its role.");
  });

  it("calls nothing undated that has dates", () => {
    expect(words(year(2017), [dated("a", "2016", "2022")])).toBe("No mark in this range: the line rises because work is spread over all of the time that is stated for it.");
  });

  it("says that nothing is there where the line is level", () => {
    expect(words(year(2017), [dated("a", "2020-03")])).toBe("Nothing is dated to this range.");
  });

  it("says nothing where there is a mark", () => {
    expect(words(year(2020), [dated("a", "2020-03")])).toBe("");
  });
});

describe("a range without a mark that matches", () => {
  const three = [dated("a", "2020-03"), dated("b", "2020-04"), dated("c", "2018-05")];

  it("says how many match elsewhere, whatever else is in it", () => {
    expect(words(year(2018), three, ["a", "b"])).toBe("None of the 2 that match is in this range.");
    expect(words(year(2017), three, ["a", "b"])).toBe("None of the 2 that match is in this range.");
    expect(words(year(2018), three, ["a"])).toBe("The one that matches is not in this range.");
  });

  it("does not say so of what reaches into it", () => {
    expect(words(year(2017), [makeAchievement({ id: "a" }), ...three], ["a", "b"])).toBe("None of the 2 that match is marked in this range.");
  });

  it("says nothing where one is, or none matches at all", () => {
    expect(words(year(2018), three, ["a", "c"])).toBe("");
    expect(words(year(2018), three, [])).toBe("");
  });
});
