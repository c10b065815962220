import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitCsv } from "../../../src/import/activity/splitCsv.js";
import { RUNS } from "../../support/careers.js";

describe("splitCsv", () => {
  it.each([
    ["", [""]], ["a", ["a"]], ["a,b", ["a", "b"]], [",", ["", ""]], ['"a,b",c', ["a,b", "c"]], ['"a ""b""",c', ['a "b"', "c"]], ['"",""', ["", ""]],
    ['a "b",c', ['a "b"', "c"]], [' "a" , b', ["a", " b"]], ['"a\nb",c', ["a\nb", "c"]], ['"a",', ["a", ""]],
  ])("reads %j", (row, fields) => {
    expect(splitCsv(row, ",")).toEqual({ ok: true, fields });
    expect(splitCsv(row.replaceAll(",", ";"), ";")).toEqual({ ok: true, fields: fields.map((field) => field.replaceAll(",", ";")) });
  });
  it.each([['"', "open"], ['a,"b', "open"], ['"a""', "open"], ['"a"b', "junk"], ['"a" b,c', "junk"]])("says what is wrong with %j", (row, reason) => {
    expect(splitCsv(row, ",")).toEqual({ ok: false, reason });
  });
  it("gives back whatever was written as RFC 4180 says", () => {
    fc.assert(fc.property(fc.array(fc.string(), { minLength: 1 }), (fields) => {
      const row = fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(",");
      expect(splitCsv(row, ",")).toEqual({ ok: true, fields });
    }), { numRuns: RUNS });
  });
});
