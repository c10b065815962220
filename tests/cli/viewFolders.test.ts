import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkViewFolders } from "../../src/cli/viewFolders.js";
import { ID } from "../../src/model/schema.js";
import { RUNS } from "../support/careers.js";

const check = (...slugs: string[]): [string, string][] => checkViewFolders(slugs.map((slug) => ({ slug, title: "x", filter: {} }))).map(({ code, path }) => [code, path]);

describe("checkViewFolders", () => {
  it("has nothing against slugs that differ", () => {
    expect(check("payments", "payments-2", "支付", "búsqueda", "console", "com", "com10")).toEqual([]);
  });
  it.each([["payments", "Payments"], ["búsqueda", "bu\u0301squeda"], ["ﬁnd", "find"], ["K", "\u212a"]])("takes %s and %s for one folder", (one, other) => {
    expect(check("x", one, other)).toEqual([["same-folder", "views[2].slug"]]);
  });
  it.each(["con", "NUL", "lpt1", "com0"])("knows that %s is no folder on Windows", (slug) => {
    expect(check(slug)).toEqual([["reserved-folder", "views[0].slug"]]);
  });
  it("counts the bytes of a name", () => {
    expect(check("字".repeat(66), "a".repeat(100))).toEqual([]);
    expect(check("字".repeat(67))).toEqual([["long-folder", "views[0].slug"]]);
  });
  it("may leave it to the schema that no slug leads out of its folder", () => {
    fc.assert(fc.property(fc.stringMatching(ID), (slug) => !/[./\\:\s\0]/.test(slug) && encodeURIComponent(slug).length > 0), { numRuns: RUNS });
    for (const slug of ["..", ".", "a/b", "a\\b", "", "a b", "a.b", "-a"]) expect(ID.test(slug), slug).toBe(false);
  });
});
