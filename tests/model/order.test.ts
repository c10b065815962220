import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCareer } from "../../src/model/createCareer.js";
import { newestFirst, sortAchievements, type Sort } from "../../src/model/order.js";
import { arbDocument } from "../support/arbitraries.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { AS_OF, exampleCareer } from "./example.js";

const numRuns = Number(process.env["FC_RUNS"] ?? 300);
const idsBy = (by: Sort["by"], direction: Sort["direction"]): string[] => sortAchievements(exampleCareer, exampleCareer.achievements, { by, direction }).map(({ id }) => id);

describe("sortAchievements", () => {
  it("puts the newest node first", () => {
    const newest = ["guidelines", "workflows", "payment-interface", "order-flow", "invoices"];
    expect(new Set(idsBy("when", "descending").slice(0, 5))).toEqual(new Set(newest));
    expect(idsBy("when", "descending").slice(-4)).toEqual(["billing", "live-event", "user-cache", "template"]);
    expect(idsBy("when", "ascending")).toEqual(idsBy("when", "descending").reverse());
  });

  it("sorts titles by word and by number", () => {
    expect(idsBy("title", "ascending").slice(0, 3)).toEqual(["billing", "invoices", "workflows"]);
    expect(idsBy("title", "descending")).toEqual(idsBy("title", "ascending").reverse());
    const career = createCareer(makeDocument({ roles: [makeRole({ achievements: ["Version 10", "version 9", "Éclair", "Zebra"].map((title, n) => makeAchievement({ id: `n${n}`, title })) })] }), AS_OF);
    expect(sortAchievements(career, career.achievements, { by: "title", direction: "ascending" }).map(({ title }) => title)).toEqual(["Éclair", "version 9", "Version 10", "Zebra"]);
  });

  it("keeps those without an organization last, both ways", () => {
    const { organization: _, ...own } = makeRole({ id: "own", achievements: [makeAchievement({ id: "own1" })] });
    const career = createCareer(makeDocument({ roles: [own, makeRole({ id: "b", organization: "B", achievements: [makeAchievement({ id: "b1" })] }), makeRole({ id: "a", organization: "A", achievements: [makeAchievement({ id: "a1" })] })] }), AS_OF);
    const ids = (direction: Sort["direction"]): string[] => sortAchievements(career, career.achievements, { by: "organization", direction }).map(({ id }) => id);
    expect(ids("ascending")).toEqual(["a1", "b1", "own1"]);
    expect(ids("descending")).toEqual(["b1", "a1", "own1"]);
  });

  it("ranks figures by whether there is one, never by their size", () => {
    expect(idsBy("figure", "descending").slice(0, 3)).toEqual(["live-event", "payment-interface", "invoices"]);
    expect(idsBy("figure", "ascending").slice(-3)).toEqual(["payment-interface", "invoices", "live-event"]);
  });

  it("is a permutation in one order, whatever order it is given", () => {
    const arbSort = fc.record({ by: fc.constantFrom("when" as const, "title" as const, "organization" as const, "figure" as const), direction: fc.constantFrom("ascending" as const, "descending" as const) });
    fc.assert(fc.property(arbDocument, arbSort, (document, sort) => {
      const career = createCareer(document, AS_OF);
      const sorted = sortAchievements(career, career.achievements, sort);
      expect(new Set(sorted)).toEqual(new Set(career.achievements));
      expect(sortAchievements(career, [...career.achievements].reverse(), sort)).toEqual(sorted);
    }), { numRuns });
  });
});

it("newestFirst takes résumé order where two stand at one instant", () => {
  const [a, b] = exampleCareer.achievements;
  if (!a || !b) throw new Error("the example is empty");
  expect(newestFirst({ ...a, centre: 5 }, { ...b, centre: 5 })).toBeLessThan(0);
  expect(newestFirst({ ...a, centre: 5 }, { ...b, centre: 6 })).toBeGreaterThan(0);
});
