import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createArcFrame } from "../../src/layout/arcFrame.js";
import { isTorn, ROLE_SIZES, roleTextWidth, wordsInside } from "../../src/layout/roleWords.js";
import { wrapText } from "../../src/layout/textWidth.js";
import { oneRole, someAchievements } from "../support/careers.js";

const RUNS = Number(process.env["FC_RUNS"] ?? 300);
const [role] = oneRole(someAchievements(1)).roles;
const { size, weight } = ROLE_SIZES.tight;
const TIGHT_PAD = 5;

describe("the count", () => {
  it("is said the first way that fits", () => {
    if (!role) throw new Error("no role");
    const frame = createArcFrame({ width: 1184, height: 900, form: "wide" }, { lanes: 1, dense: false, below: false });
    const countIn = (width: number): string | undefined => wordsInside(role, { x0: 0, y0: 0, x1: width, y1: frame.roleHeight }, frame, "name", ["1 of 4 in view", "1 in view"])?.texts.find(({ anchor }) => anchor === "end")?.text;
    const said = Array.from({ length: 400 }, (_, width) => countIn(width));
    // Longer dates may take the room of the short way, never that of the long one.
    expect(said.filter((text, i) => text !== undefined && text !== said[i - 1])).toEqual(["1 in view", "1 in view", "1 of 4 in view"]);
  });
});

describe("a name that is too long for its bar", () => {
  it("stands there on two lines wherever these hold it", () => {
    let found = 0;
    const words = fc.array(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(..."AVTWMilo.") }), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(words, fc.integer({ min: 4, max: 160 }), fc.constantFrom(1, 1.2), (parts, width, widthFactor) => {
      if (!role?.organization) throw new Error("no organization");
      const name = parts.join(" ");
      const frame = createArcFrame({ width: 1184, height: 560, form: "wide", widthFactor }, { lanes: 1, dense: true, below: false });
      const room = width - 2 * TIGHT_PAD;
      const lines = wrapText(name, size * widthFactor, weight, room);
      const fits = lines.length <= 2 && !isTorn(name, lines) && lines.every((line) => roleTextWidth(line, "tight", frame) <= room);
      const placed = wordsInside({ ...role, organization: { ...role.organization, label: name } }, { x0: 100, y0: 0, x1: 100 + width, y1: 34 }, frame, "name", []);
      expect(placed !== null).toBe(fits);
      found += fits ? 1 : 0;
    }), { numRuns: RUNS });
    expect(found).toBeGreaterThan(0);
  });
});
