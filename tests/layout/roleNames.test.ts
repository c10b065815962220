import { describe, expect, it } from "vitest";
import { createArcFrame } from "../../src/layout/arcFrame.js";
import { nameOutside } from "../../src/layout/roleNames.js";
import type { Box } from "../../src/lib/units.js";

const frame = createArcFrame({ width: 1280, height: 600, form: "wide" }, { lanes: 2, dense: true, below: true });
const lane = (n: number, x0: number, x1: number): Box => {
  const y0 = frame.rolesTop + n * (frame.roleHeight + frame.roleGap);
  return { x0, y0, x1, y1: y0 + frame.roleHeight };
};
const last = lane(1, 600, 604);

describe("nameOutside", () => {
  it("stands in the last row as high as directly under a bar of the last lane", () => {
    const beside = lane(1, 604, 900);
    const under = nameOutside("A name", last, last, { frame, bars: [last, beside], names: [] });
    expect(under?.text.y).toBe(last.y1 + 19);
    // Directly under the upper bar another name stands already.
    const upper = lane(0, 300, 304);
    const blocked = lane(1, 200, 299);
    const lower = nameOutside("A name", upper, upper, { frame, bars: [upper, lane(0, 304, 900)], names: [{ ...blocked, y1: blocked.y1 - 10 }] });
    expect(lower?.text.y).toBe(last.y1 + 19);
    expect(lower?.tick?.y0).toBe(upper.y1);
  });

  it("keeps 12 px from another's name", () => {
    const row = { y0: last.y1 + 2, y1: last.y1 + 22 };
    const bars = [last, lane(1, 604, 900)];
    const free = nameOutside("A name", last, last, { frame, bars, names: [] });
    const x0 = (free?.box.x1 ?? 0) + 11;
    expect(nameOutside("A name", last, last, { frame, bars, names: [{ ...row, x0, x1: x0 + 50 }] })?.box.x1).toBeLessThan(free?.box.x1 ?? 0);
    expect(nameOutside("A name", last, last, { frame, bars, names: [{ ...row, x0: x0 + 1, x1: x0 + 50 }] })?.box.x1).toBe(free?.box.x1);
  });
});
