import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOngoing, readDate } from "../../../src/import/jsonResume/readDate.js";
import { parsePartialDate } from "../../../src/model/dates.js";
import { HOSTILE } from "../../support/hostile.js";

const RUNS = { numRuns: Number(process.env["FC_RUNS"] ?? 300) };

describe("readDate", () => {
  it.each([
    ["2019", "2019"], ["2019-03", "2019-03"], ["2019-03-14", "2019-03-14"], [" 2019-03 ", "2019-03"],
    ["2019-03-14T00:00:00Z", "2019-03-14"], ["2019-03-14 10:00", "2019-03-14"], ["2019-3", "2019-03"], ["2019/03", "2019-03"], ["2019.3.4", "2019-03-04"], ["03/2019", "2019-03"], ["3-2019", "2019-03"],
    ["March 2019", "2019-03"], ["mar 2019", "2019-03"], ["Sept. 2019", "2019-09"], ["2019 May", "2019-05"], ["3 March 2019", "2019-03-03"], ["March 3rd, 2019", "2019-03-03"],
    // What a database writes for "not known".
    ["2019-00-00", "2019"], ["2019-03-00", "2019-03"],
  ])("reads %s as %s", (written, date) => expect(readDate(written)).toBe(date));

  it.each(["Sprng 2019", "Spring 2019", "03/04/2019", "2019-13", "2019-02-30", "14 2019", "2019-2020", "before 2019", "March", "May 32 2019", "March April 2019", "1 2 March 2019", "19-03", "0999", "20190314", "about March 2019", "", "present", "2019-03/04", ...HOSTILE.filter((text) => !/^2020-1$|^2020-01-01T/.test(text))])(
    "does not guess at %.40j",
    (written) => expect(readDate(written)).toBeNull(),
  );

  it("never says more than was written: no date has parts that the text has no numbers or names for", () => {
    const arbWritten = fc.stringMatching(/^[0-9]{1,4}[-/. ][0-9]{1,4}([-/. ][0-9]{1,4})?$/);
    fc.assert(fc.property(fc.oneof(arbWritten, fc.string()), (written) => {
      const date = readDate(written);
      if (date === null) return;
      expect(parsePartialDate(date)).not.toBeNull();
      expect(date.split("-").length).toBeLessThanOrEqual(written.split(/[^0-9A-Za-z]+/).length);
    }), RUNS);
  });
});

describe("isOngoing", () => {
  it.each(["Present", "current", " now ", "–", "heute", "至今"])("%s goes on", (text) => expect(isOngoing(text)).toBe(true));
  it.each(["2019", "presently not", "tbd", "unknown"])("%s does not", (text) => expect(isOngoing(text)).toBe(false));
});
