import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCareer } from "../../src/model/createCareer.js";
import { NO_FILTERS, type Filters } from "../../src/model/select.js";
import { createSelectors } from "../../src/state/selectors.js";
import { DEFAULT_VIEW_STATE } from "../../src/state/viewState.js";
import { AS_OF, exampleCareer } from "../model/example.js";
import { arbDocument } from "../support/arbitraries.js";

const numRuns = Number(process.env["FC_RUNS"] ?? 300);
const payments: Filters = { ...NO_FILTERS, domains: ["payments"] };

describe("createSelectors", () => {
  it("gives the same object for the same filters, and a new one for others", () => {
    const selectors = createSelectors(exampleCareer);
    for (const select of [selectors.matches, selectors.facetCounts, selectors.ordered]) {
      const first = select(payments);
      expect(select(payments)).toBe(first);
      expect(select({ ...payments, domains: ["apis"] })).not.toEqual(first);
    }
    const nothing: Filters = { ...NO_FILTERS, domains: ["apis"], skills: ["temporal"] };
    const relaxations = selectors.relaxations(nothing);
    expect(selectors.relaxations(nothing)).toBe(relaxations);
    expect(selectors.relaxations({ ...nothing, skills: ["redis"] })).not.toBe(relaxations);
    const { sort } = DEFAULT_VIEW_STATE;
    expect(selectors.sorted(payments, sort)).toBe(selectors.sorted(payments, sort));
    expect(selectors.neighbours(payments, "billing")).toBe(selectors.neighbours(payments, "billing"));
    expect(selectors.neighbours(payments, null)).not.toEqual(selectors.neighbours(payments, "billing"));
  });

  it("orders matches newest first, and sorts them as asked", () => {
    const selectors = createSelectors(exampleCareer);
    const ordered = selectors.ordered(payments).map(({ id }) => id);
    expect(ordered.at(-1)).toBe("billing");
    expect(new Set(ordered)).toEqual(selectors.matches(payments));
    expect(selectors.sorted(payments, DEFAULT_VIEW_STATE.sort).map(({ id }) => id)).toEqual(ordered);
    expect(selectors.sorted(payments, { by: "title", direction: "ascending" }).map(({ id }) => id)).toEqual(["billing", "invoices", "workflows", "payment-interface"]);
  });

  it("finds the neighbours of one that does not match itself", () => {
    const selectors = createSelectors(exampleCareer);
    expect(selectors.neighbours(payments, "guidelines")).toEqual({ previous: selectors.ordered(payments)[0]?.id, next: null });
    expect(selectors.neighbours(payments, "template")).toEqual({ previous: null, next: "billing" });
    expect(selectors.neighbours({ ...NO_FILTERS, text: "zzzz" }, "template")).toEqual({ previous: null, next: null });
    expect(selectors.neighbours(payments, "nobody")).toEqual(selectors.neighbours(payments, null));
  });

  it("walks from the first to the last in time, each once, and back", () => {
    fc.assert(fc.property(arbDocument, fc.boolean(), (document, hasNumber) => {
      const selectors = createSelectors(createCareer(document, AS_OF));
      const filters = { ...NO_FILTERS, hasNumber };
      const ordered = selectors.ordered(filters).map(({ id }) => id);
      const walk = (side: "next" | "previous"): string[] => {
        const seen: string[] = [];
        for (let at = selectors.neighbours(filters, null)[side]; at !== null && seen.length <= ordered.length; at = selectors.neighbours(filters, at)[side]) seen.push(at);
        return seen;
      };
      expect(walk("previous")).toEqual(ordered);
      expect(walk("next")).toEqual(ordered.reverse());
    }), { numRuns });
  });
});
