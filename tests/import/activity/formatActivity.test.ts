import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { formatActivity, formatWithActivity } from "../../../src/import/activity/formatActivity.js";
import { arbActiveDocument } from "../../support/activity.js";
import { PATIENCE_MS, RUNS } from "../../support/careers.js";
import { makeDocument } from "../../support/document.js";

vi.setConfig({ testTimeout: PATIENCE_MS });

describe("formatActivity", () => {
  it("has a line for each month of a series", () => {
    expect(formatActivity({ unit: "commits", series: [{ skill: "go", counts: { "2019": 9, "2020-02-01": 3, "2020-02-02": 1, "2020-03": 4 } }, { domain: "payments", counts: {} }] })).toBe([
      "{", '  "unit": "commits",', '  "series": [', '    { "skill": "go", "counts": {', '      "2019": 9,', '      "2020-02-01": 3, "2020-02-02": 1,', '      "2020-03": 4', "    } },", '    { "domain": "payments", "counts": {} }', "  ]", "}",
    ].join("\n"));
  });
  it("loses nothing", () => {
    fc.assert(fc.property(arbActiveDocument, ({ activity }) => {
      if (activity !== undefined) expect(JSON.parse(formatActivity(activity))).toEqual(activity);
    }), { numRuns: RUNS });
  });
});

describe("formatWithActivity", () => {
  const activity = { unit: "commits", series: [{ skill: "go", counts: { "2020": 3 } }] };
  it("changes nothing else in a career, whatever stands in it", () => {
    fc.assert(fc.property(arbActiveDocument, fc.dictionary(fc.string().filter((key) => key !== "__proto__"), fc.jsonValue()), (document, mine) => {
      const owner = { mine, ...document, comment: '\n  "activity": 0 $& $1' };
      expect(JSON.parse(formatWithActivity(owner, activity))).toEqual({ ...(JSON.parse(JSON.stringify(owner)) as object), activity });
    }), { numRuns: RUNS });
  });
  it("leaves activity where it stood", () => {
    const { version, ...rest } = makeDocument();
    expect(Object.keys(JSON.parse(formatWithActivity({ version, activity: { unit: "x", series: [] }, ...rest }, activity)) as object)).toEqual(["version", "activity", ...Object.keys(rest)]);
  });
});
