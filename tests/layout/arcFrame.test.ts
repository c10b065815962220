import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arcForm, arcHeight, createArcFrame, embedHeight } from "../../src/layout/arcFrame.js";
import { RUNS } from "../support/careers.js";

describe("arcForm", () => {
  it.each([[320, "narrow"], [603, "narrow"], [604, "medium"], [1003, "medium"], [1004, "wide"], [1920, "wide"]])("at %d px is %s", (width, form) => expect(arcForm(width)).toBe(form));
});

describe("arcHeight", () => {
  it("asks for a lane's height more per further lane", () => {
    expect(arcHeight(1280, 3) - arcHeight(1280, 1)).toBe(2 * 50);
    expect(arcHeight(390, 2) - arcHeight(390, 1)).toBe(38);
  });

  it("asks for little where there are only roles", () => expect(arcHeight(1280, 1, 0)).toBeLessThan(arcHeight(1280, 1, 1) / 2));
  it("grows with the page within a form", () => {
    for (const [a, b] of [[320, 603], [604, 1003], [1004, 1920]] as const) expect(arcHeight(a, 1)).toBeLessThan(arcHeight(b, 1));
  });
});

describe("createArcFrame", () => {
  const size = (width: number, lanes: number, achievements = 9): { width: number; height: number; form: ReturnType<typeof arcForm> } => ({ width, height: arcHeight(width, lanes, achievements), form: arcForm(width) });

  it("has the design's gutters", () => {
    const plot = (width: number): number[] => {
      const { plot: { x0, x1 } } = createArcFrame(size(width, 1), { lanes: 1, dense: false, below: false });
      return [x0, width - x1];
    };
    expect([390, 640, 1280].map(plot)).toEqual([[4, 2], [96, 116], [120, 132]]);
  });

  it("stacks plot, window lane, roles and axis without a gap or an overlap, in any cut", () => {
    fc.assert(
      fc.property(fc.integer({ min: 320, max: 1920 }), fc.integer({ min: 0, max: 12 }), fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 160 }), (width, lanes, dense, below, headroom) => {
        const frame = createArcFrame(size(width, lanes), { lanes, dense, below, headroom });
        const rows = Math.max(1, lanes);
        const rolesBottom = frame.rolesTop + rows * frame.roleHeight + (rows - 1) * frame.roleGap;
        expect(frame.windowLane.y0).toBe(frame.plot.y1);
        expect(frame.windowLane.y1 - frame.windowLane.y0).toBe(14);
        expect(frame.windowLane.y1).toBe(frame.rolesTop);
        expect(rolesBottom).toBeLessThanOrEqual(frame.height - 24);
        // The axis's capitals, and a name under the bars.
        expect(frame.axisBaseline - 10 - rolesBottom).toBeGreaterThanOrEqual(below ? 22 : 6);
        expect(frame.axisBaseline).toBeLessThan(frame.height);
        expect(frame.plot.y1 - frame.plot.y0).toBeGreaterThanOrEqual(16);
        expect(frame.plot.y0).toBeGreaterThan(0);
      }),
      { numRuns: RUNS },
    );
  });

  it("keeps a foot's height for the arc in whatever room there is", () => {
    const { plot } = createArcFrame({ width: 640, height: 150, form: "medium" }, { lanes: 1, dense: false, below: true, headroom: 120 });
    expect(plot.y1 - plot.y0).toBe(16);
  });

  it("gives the arc less height for headroom and for a row under the bars", () => {
    const height = (cut: object): number => {
      const { plot } = createArcFrame(size(1280, 1), { lanes: 1, dense: false, below: false, ...cut });
      return plot.y1 - plot.y0;
    };
    expect(height({}) - height({ headroom: 100 })).toBe(50);
    expect(height({}) - height({ below: true })).toBe(22);
    expect(height({ headroom: 10 })).toBe(height({}));
  });
});

describe("embedHeight", () => {
  it("never jumps as a host's column gets wider, whatever the lanes, also where nothing is counted", () => {
    for (const lanes of [1, 2, 5]) for (const achievements of [0, 9]) for (let width = 260; width < 1200; width++) {
      expect(Math.abs(embedHeight(width + 1, lanes, achievements) - embedHeight(width, lanes, achievements)), `${width} px, ${lanes} lanes`).toBeLessThanOrEqual(3);
    }
  });
  it("shows all of an arc at once", () => {
    for (const width of [320, 360, 519, 520, 900, 2000]) expect(embedHeight(width, 1, 9)).toBeLessThanOrEqual(480);
    expect(embedHeight(520, 1, 9)).toBeGreaterThanOrEqual(330);
  });
});
