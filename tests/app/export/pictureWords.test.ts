import { describe, expect, it } from "vitest";
import { describePicture, nameOfPicture } from "../../../src/app/export/pictureWords.js";
import { NO_FILTERS, selectMatches } from "../../../src/model/select.js";
import { firstCareer, oneRole, someAchievements } from "../../support/careers.js";

const PAYMENTS = { ...NO_FILTERS, domains: ["payments"] };
const all = new Set(firstCareer.achievements.map(({ id }) => id));

describe("the words of a picture", () => {
  it("tell every achievement, oldest first", () => {
    const words = describePicture(firstCareer, ["9 achievements, adding up"], NO_FILTERS, all, null);
    const places = [...firstCareer.achievements].sort((a, b) => a.centre - b.centre).map(({ title }) => words.indexOf(title));
    expect(places.every((place, i) => place > (places[i - 1] ?? 0))).toBe(true);
    expect(words).toMatch(/^9 achievements, adding up\. .*\.$/);
    expect(words).toContain("−75% payment integration time");
  });

  it("tell what matches first, and that the rest is dimmed", () => {
    const words = describePicture(firstCareer, [], PAYMENTS, selectMatches(firstCareer, PAYMENTS), "payment-interface");
    const [told = "", dimmed = ""] = words.split("Dimmed: ");
    const matching = firstCareer.achievements.filter(({ domains }) => domains.includes("payments"));
    expect(matching.filter(({ title }) => !told.includes(title))).toEqual([]);
    expect(firstCareer.achievements.filter((each) => !matching.includes(each) && !dimmed.includes(each.title))).toEqual([]);
    expect(told).toContain("Selected: One interface for third-party payment services.");
  });

  it("end somewhere, and say where", () => {
    const career = oneRole(someAchievements(400));
    expect(describePicture(career, [], NO_FILTERS, new Set(career.achievements.map(({ id }) => id)), null)).toMatch(/And 100 more\.$/);
  });

  it("name the part that is shown", () => {
    expect(nameOfPicture(firstCareer, "9 achievements, adding up", NO_FILTERS)).toBe("Lead Backend Engineer: career timeline");
    expect(nameOfPicture(firstCareer, "3 in payments", PAYMENTS)).toBe("3 in payments. Lead Backend Engineer: career timeline");
  });
});
