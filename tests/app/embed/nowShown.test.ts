import { describe, expect, it } from "vitest";
import { embedTitle, nowShown } from "../../../src/app/embed/nowShown.js";
import { NO_FILTERS, selectMatches } from "../../../src/model/select.js";
import { careerOf } from "../../support/careers.js";
import { makeRole } from "../../support/document.js";
import { exampleCareer } from "../../model/example.js";

describe("embedTitle", () => {
  it("says whose and what", () => {
    expect(embedTitle(exampleCareer)).toBe("Backend engineer: career timeline");
    expect(embedTitle(careerOf([makeRole()], { person: { name: "Ada", headline: "Analyst" } }))).toBe("Ada, Analyst: career timeline");
  });

  it("is one line in the order in which it is written", () => {
    expect(embedTitle(careerOf([makeRole()], { person: { headline: "a\n\tb\u202ec\u0007" } }))).toBe("a bc : career timeline");
  });
});

describe("nowShown", () => {
  const words = (filters: Partial<typeof NO_FILTERS>, at: string | null): string | null => {
    const all = { ...NO_FILTERS, ...filters };
    return nowShown(exampleCareer, all, selectMatches(exampleCareer, all), at);
  };
  it("is nothing where the whole career is shown", () => {
    expect(words({}, null)).toBeNull();
  });
  it("names what is filtered and what is open", () => {
    expect(words({ domains: ["scaling"] }, null)).toBe("3 in scaling");
    expect(words({}, "billing")).toBe("open: Billing system");
    expect(words({ domains: ["scaling"] }, "billing")).toBe("3 in scaling; open: Billing system");
  });
});
