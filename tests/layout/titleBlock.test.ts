import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { titleBlock, TITLE_SIZES } from "../../src/layout/titleBlock.js";
import { RUNS } from "../support/careers.js";

const LONG = "Payments lead, and scaling and platform work come second in these eight years in Taipei";

describe("titleBlock", () => {
  it("is a line high for a short title, and no wider than its words", () => {
    const { width, height } = titleBlock("9 achievements", "", "wide");
    expect(height).toBeCloseTo(22 * 1.2 + 4, 6);
    expect(width).toBeGreaterThan(100);
    expect(width).toBeLessThan(200);
  });

  it("grows by a line for each that the title or its line need", () => {
    expect(titleBlock("9 achievements", "Some words", "wide").height).toBeCloseTo(22 * 1.2 + 6 + 14.5 * 1.45 + 4, 6);
    expect(titleBlock(LONG, "", "wide").height).toBeCloseTo(3 * 22 * 1.2 + 4, 6);
  });

  it("on a phone counts the title alone, in its smaller size and room", () => {
    expect(titleBlock("9 achievements", LONG, "narrow")).toEqual(titleBlock("9 achievements", "", "narrow"));
    expect(titleBlock("9 achievements", "", "narrow").height).toBeCloseTo(20 * 1.2 + 4, 6);
  });

  it("never is wider than its room and the air beside it, and never shorter for more words", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 200 }), fc.constantFrom("narrow" as const, "medium" as const, "wide" as const), (title, subtitle, form) => {
        const { width, height } = titleBlock(title, subtitle, form);
        expect(width).toBeLessThanOrEqual((form === "narrow" ? TITLE_SIZES.narrowRoom : TITLE_SIZES.room) + 12);
        expect(height).toBeGreaterThanOrEqual(titleBlock(title, "", form).height);
        expect(titleBlock(`${title} and more`, subtitle, form).height).toBeGreaterThanOrEqual(height);
      }),
      { numRuns: RUNS },
    );
  });
});
