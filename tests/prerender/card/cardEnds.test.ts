import { describe, expect, it } from "vitest";
import { cardFields, placeFields } from "../../../src/prerender/card/cardEnds.js";
import type { StackedBand } from "../../../src/layout/stackBands.js";
import { careerOf, firstCareer, oneRole, someAchievements } from "../../support/careers.js";
import { makeRole } from "../../support/document.js";

const ROOM = 314;
const withFields = (labels: readonly string[]) => careerOf(
  [makeRole({ achievements: labels.flatMap((_, i) => someAchievements(1, { domains: [`d${i}`] }, `w${i}`)) })],
  { domains: labels.map((label, i) => ({ id: `d${i}`, label })) },
);
const flat = (domainId: string, y0: number, yMatched: number, y1: number): StackedBand => ({ domainId, slot: 0, y0: [y0], yMatched: [yMatched], y1: [y1] });

describe("cardFields", () => {
  it("counts what each field leads, or what of it matches", () => {
    const notes = (matches: ReadonlySet<string> | null): string[] => cardFields(firstCareer, matches, ROOM).map(({ lines, note }) => `${lines.join(" ")} ${note}`).sort();
    expect(notes(null)).toEqual(["Compliance 1", "Orders 1", "Payments 3", "Platform 2", "Scaling 2"]);
    expect(notes(new Set(["e-invoices"]))).toEqual(["Compliance 1 of 1"]);
  });
  it("says as on the page how many more a filter would find", () => {
    const career = careerOf([makeRole({ achievements: [...someAchievements(2, { domains: ["a", "b"] }, "x"), ...someAchievements(1, { domains: ["b"] }, "y")] })], { domains: [{ id: "a", label: "Payments" }, { id: "b", label: "Data" }] });
    expect(cardFields(career, null, ROOM).map(({ lines, note }) => [...lines, note])).toEqual([["Payments", "2"], ["Data", "1 + 2 elsewhere"]]);
    expect(cardFields(career, new Set([career.achievements[0]?.id ?? ""]), ROOM).map(({ note }) => note)).toEqual(["1 of 2"]);
    // Where the long note fits nowhere, the counts alone.
    expect(cardFields(career, null, 180).map(({ note }) => note)).toEqual(["2", "1 + 2"]);
  });
  it("breaks a long name between words, and leaves out one that it would have to tear", () => {
    const fields = cardFields(withFields(["Multilingual publishing and typesetting", "Rückzahlungsanforderungsbearbeitung", "Orders"]), null, ROOM);
    expect(fields.map(({ lines }) => lines)).toEqual([["Multilingual publishing", "and typesetting"], ["Orders"]]);
    for (const { width } of fields) expect(width).toBeLessThanOrEqual(ROOM);
  });
  it("says nothing where no achievement has a field, and names what has none beside fields", () => {
    expect(cardFields(oneRole(someAchievements(3, { domains: [] })), null, ROOM)).toEqual([]);
    const mixed = careerOf([makeRole({ achievements: [...someAchievements(1, { domains: ["a"] }, "a"), ...someAchievements(2, { domains: [] })] })], { domains: [{ id: "a", label: "A" }] });
    expect(cardFields(mixed, null, ROOM).map(({ lines, note }) => [...lines, note])).toEqual([["A", "1"], ["No field named", "2"]]);
  });
});

describe("placeFields", () => {
  const fields = cardFields(withFields(["One", "Two", "Three"]), null, ROOM);
  it("stands each beside the middle of its band", () => {
    const placed = placeFields(fields, [flat("d0", 538, 438, 438), flat("d1", 438, 338, 338), flat("d2", 338, 238, 238)], 964, { y0: 135, y1: 536 }, false);
    expect(placed.map(({ field, glyph, join }) => [field.domainId, glyph.y, join])).toEqual([["d2", 288, null], ["d1", 388, null], ["d0", 488, null]]);
  });
  it("with a filter, beside the middle of what matches", () => {
    const [one] = placeFields(fields.slice(0, 1), [flat("d0", 538, 438, 238)], 964, { y0: 135, y1: 536 }, true);
    expect(one?.glyph.y).toBe(488);
  });
  it("pushes apart what would touch, joins it to its band, and leaves out what has no room", () => {
    const thin = [flat("d0", 538, 536, 536), flat("d1", 536, 534, 534), flat("d2", 534, 532, 532)];
    const placed = placeFields(fields, thin, 964, { y0: 135, y1: 536 }, false);
    expect(placed).toHaveLength(3);
    placed.slice(1).forEach(({ glyph }, i) => expect(glyph.y - (placed[i]?.glyph.y ?? 0)).toBeGreaterThanOrEqual(29));
    expect(placed[0]?.join).not.toBeNull();
    expect(placeFields(fields, thin, 964, { y0: 500, y1: 536 }, false)).toHaveLength(1);
  });
});
