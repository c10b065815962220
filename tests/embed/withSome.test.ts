import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withSome } from "../../src/embed/withSome.js";
import { NO_FILTERS, type Filters } from "../../src/model/select.js";
import { createTimelineStore } from "../../src/state/store.js";
import { firstCareer, RUNS } from "../support/careers.js";

const now: Filters = { ...NO_FILTERS, domains: ["payments"], text: "go", period: { from: "2020", to: null } };

describe("withSome", () => {
  it("replaces what is named and leaves the rest", () => {
    expect(withSome(now, { domains: ["scaling"], hasLink: true })).toEqual({ ...now, domains: ["scaling"], hasLink: true });
    expect(withSome(now, { period: null, text: "" })).toEqual({ ...now, period: null, text: "" });
    expect(withSome(now, { period: { from: "2021", to: "2022-03" } }).period).toEqual({ from: "2021", to: "2022-03" });
    expect(withSome(now, {})).toEqual(now);
  });

  it("leaves all as it was where a getter throws", () => {
    const trap = { domains: ["scaling"], get text(): never { throw new Error("theirs"); } };
    expect(withSome(now, trap)).toEqual(now);
  });

  it("takes anything a script may give, and the store takes what comes of it", () => {
    const key = fc.constantFrom("domains", "skills", "organizations", "text", "hasNumber", "hasLink", "period", "__proto__", "zzz");
    const value = fc.oneof(fc.anything(), fc.constantFrom<unknown>("payments", ["payments", 3, null], { from: 3, to: "2020" }, "2020", 1, { from: "x" }));
    fc.assert(fc.property(fc.oneof(fc.dictionary(key, value), fc.constantFrom<unknown>(null, undefined, 3, "x")), (some) => {
      const store = createTimelineStore(firstCareer);
      store.actions.setFilters(withSome(now, some));
      const { filters, selectors } = store.getState();
      expect(selectors.matches(filters).size).toBeLessThanOrEqual(firstCareer.achievements.length);
      expect(filters.domains.every((id) => firstCareer.domains.some((domain) => domain.id === id))).toBe(true);
    }), { numRuns: RUNS });
  });
});
