import { describe, expect, it } from "vitest";
import type { ArcLook, Brush } from "../../src/charts/brush.js";
import { followTop, paintBands } from "../../src/charts/paintBands.js";
import type { StackedBand } from "../../src/layout/stackBands.js";

const SLOTS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const LOOK: ArcLook = {
  bg: "bg", ink: "ink", soft: "soft", mute: "mute", rule: "rule", ground: "ground", hatch: "hatch", dim: "dim", dimFill: "dim-fill", dimEdge: "dim-edge",
  c: SLOTS.map((slot) => `c${slot}`), f: SLOTS.map((slot) => `f${slot}`), font: "serif",
};

/** Every path that was filled or stroked, with its colour. */
function painted(xs: readonly number[], bands: readonly StackedBand[]): string[] {
  const done: string[] = [];
  let path = "";
  const context = {
    fillStyle: "", strokeStyle: "", lineWidth: 0,
    beginPath: () => (path = ""),
    moveTo: (x: number, y: number) => (path += `M${x},${y}`),
    lineTo: (x: number, y: number) => (path += `L${x},${y}`),
    fill: () => done.push(`${context.fillStyle} ${path}`),
    stroke: () => done.push(`${context.strokeStyle} ${path}`),
  };
  // Only what a canvas is asked for here.
  const brush: Brush = { context: context as unknown as CanvasRenderingContext2D, look: LOOK, font: "" };
  paintBands(brush, { xs, bands });
  return done;
}

const band = (slot: number, y0: readonly number[], y1: readonly number[], yMatched = y1): StackedBand => ({ domainId: `d${slot}`, slot, y0, yMatched, y1 });
const xs = [0, 10, 20, 30];
const foot = [90, 90, 90, 90];
const low = [90, 80, 70, 70];

describe("bands on their way", () => {
  it("are filled down to what they stand on, with an edge on top", () => {
    expect(painted(xs, [band(2, foot, low)])).toEqual(["f2 M0,90L20,70L30,70L30,90", "c2 M0,90L20,70L30,70"]);
  });
  it("begin where they rise: before that nothing is claimed", () => {
    expect(painted(xs, [band(0, foot, low), band(1, low, [90, 80, 70, 60])])).toEqual([
      "f0 M0,90L20,70L30,70L30,90", "c0 M0,90L20,70L30,70",
      "f1 M20,70L30,60L30,70", "c1 M20,70L30,60",
    ]);
    expect(painted(xs, [band(0, foot, foot)])).toEqual([]);
  });
  it("take the dim colours where only a part of them matches, and the part their own", () => {
    expect(painted(xs, [band(3, foot, low, [90, 90, 80, 80])])).toEqual([
      "dim-fill M0,90L20,70L30,70L30,90", "dim-edge M0,90L20,70L30,70",
      "f3 M10,90L20,80L30,80L30,90", "c3 M10,90L20,80L30,80",
    ]);
  });
  it("have a line on all of them from end to end", () => {
    const path: number[][] = [];
    followTop({ lineTo: (x, y) => void path.push([x, y]) }, xs.map((x, i) => [x, low[i] ?? 0] as const));
    expect(path).toEqual([[0, 90], [20, 70], [30, 70]]);
  });
});
