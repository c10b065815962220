import { describe, expect, it } from "vitest";
import { createCardWords } from "../../../src/prerender/card/cardWords.js";
import { careerOf, firstCareer, oneRole, sampleCareer, someAchievements } from "../../support/careers.js";
import { makeRole } from "../../support/document.js";

describe("createCardWords", () => {
  it("tells in its description what the drawing shows: headline, count, fields, roles with dates, figures", () => {
    const { heading, whose, counted, description } = createCardWords(firstCareer, undefined, null);
    expect({ heading, whose, counted }).toEqual({ heading: "Lead Backend Engineer", whose: null, counted: "9 achievements, 2018–2025" });
    expect(description.replaceAll("\u00a0", " ")).toBe(
      "Lead Backend Engineer. 9 achievements, 2018–2025. By main field: Payments 3, Scaling 2, Platform 2, Compliance 1, Orders 1. "
      + "Roles: Carousell, Lead Software Engineer, Backend, Mar 2022 – Oct 2025; 17Live, Senior Software Engineer, Backend, Mar 2018 – Mar 2022. "
      + "Figures: 3M users in one live event; 100% of self-billed e-invoices automated; 0 incidents after the Temporal launch; −75% payment integration time.",
    );
  });
  it("says of a view whose it is and how much of it matches", () => {
    const matches = new Set(firstCareer.achievements.filter(({ domains }) => domains[0] === "payments").map(({ id }) => id));
    const words = createCardWords(firstCareer, "Payments that hold", matches);
    expect(words).toMatchObject({ heading: "Payments that hold", whose: "Lead Backend Engineer", counted: "3 of 9 achievements, 2018–2025" });
    expect(words.description).toContain("By main field: Payments 3 of 3, Scaling 0 of 2,");
  });
  it("says the name where there is one", () => {
    const named = careerOf([], { person: { headline: "Engineer", name: "Ada Example" } });
    expect(createCardWords(named, undefined, null)).toMatchObject({ heading: "Engineer", whose: "Ada Example", counted: "No achievements are written down yet." });
    expect(createCardWords(named, "A view", null).whose).toBe("Ada Example");
  });
  it("counts one as one, one year as one, and roles where nothing is written under them", () => {
    expect(createCardWords(oneRole(someAchievements(1), { start: "2020-02", end: "2020-05" }), undefined, null).counted).toBe("1 achievement, 2020");
    expect(createCardWords(sampleCareer("empty"), undefined, null).counted).toBe("Fictional person. 4 roles, 2009–2026. No achievements are written down yet.");
  });
  it("counts the roles past the twentieth", () => {
    const roles = Array.from({ length: 23 }, (_, i) => makeRole({ id: `r${i}`, organization: `Company ${i}`, start: "2015-01", end: "2016-01", achievements: [] }));
    const { description } = createCardWords(careerOf(roles), undefined, null);
    expect(description).toMatch(/Company 19.*; and 3 more\./);
    expect(description).not.toContain("Company 20");
  });
  it("puts no second full stop after a heading that ends with one", () => {
    expect(createCardWords(careerOf([], { person: { headline: "I build things." } }), undefined, null).description).toBe("I build things. No achievements are written down yet.");
  });
});
