import { describe, expect, it } from "vitest";
import { daysOf, rangeWords } from "../../../src/views/explore/rangeWords.js";

const range = (from: string, to: string): { readonly from: number; readonly to: number } => ({ from: Date.parse(`${from}T00:00Z`), to: Date.parse(`${to}T00:00Z`) });

const said = (...asked: Parameters<typeof rangeWords>): string => rangeWords(...asked).replaceAll("\u00a0", " ");

describe("rangeWords", () => {
  it("says a long stretch by its months, a short one by its days", () => {
    expect(said(range("2022-03-05", "2023-10-20"))).toBe("Mar 2022 to Oct 2023");
    expect(said(range("2022-03-05", "2022-04-20"), "long")).toBe("5 March 2022 to 19 April 2022");
  });

  it("does not name the month that begins where it ends", () => {
    expect(said(range("2022-01-01", "2023-01-01"))).toBe("Jan 2022 to Dec 2022");
  });

  it("breaks between its dates only", () => {
    expect(rangeWords(range("2022-03-05", "2022-04-20"), "long").split(" ")).toEqual(["5\u00a0March\u00a02022", "to", "19\u00a0April\u00a02022"]);
  });

  it("says one day once", () => expect(said(range("2022-01-01", "2022-01-02"))).toBe("1 Jan 2022"));
});

describe("daysOf", () => {
  it("gives the first and the last day that is touched", () => {
    expect(daysOf({ from: Date.UTC(2022, 0, 1, 13), to: Date.UTC(2022, 0, 3, 1) })).toEqual(["2022-01-01", "2022-01-03"]);
    expect(daysOf(range("2022-01-01", "2022-01-03"))).toEqual(["2022-01-01", "2022-01-02"]);
  });
});
