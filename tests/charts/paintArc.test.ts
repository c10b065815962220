import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ArcLook } from "../../src/charts/brush.js";
import { paintArc } from "../../src/charts/paintArc.js";
import { paintWindow } from "../../src/charts/paintWindow.js";
import type { CareerArcPlacement } from "../../src/layout/careerArc.js";
import { createArcPlacer } from "../../src/layout/placeArcPart.js";
import type { Career } from "../../src/model/career.js";
import { firstCareer } from "../support/careers.js";

const SLOTS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const LOOK: ArcLook = {
  bg: "bg", ink: "ink", soft: "soft", mute: "mute", rule: "rule", ground: "ground", hatch: "hatch", dim: "dim", dimFill: "dim-fill", dimEdge: "dim-edge",
  c: SLOTS.map((slot) => `c${slot}`), f: SLOTS.map((slot) => `f${slot}`), font: "serif",
};
const YEARS = { from: Date.UTC(2019, 0), to: Date.UTC(2025, 0) };

/** What was painted: each call that leaves something, with the colour it was made in. */
function recorder(): { readonly context: CanvasRenderingContext2D; readonly fills: string[]; readonly strokes: string[]; readonly texts: string[]; readonly rects: (readonly number[])[] } {
  const [fills, strokes, texts, rects]: [string[], string[], string[], (readonly number[])[]] = [[], [], [], []];
  const state = { fillStyle: "", strokeStyle: "" };
  const known: Record<string, unknown> = {
    fill: () => fills.push(state.fillStyle),
    fillRect: (...box: readonly number[]) => {
      fills.push(state.fillStyle);
      rects.push(box);
    },
    stroke: () => strokes.push(state.strokeStyle),
    strokeRect: () => strokes.push(state.strokeStyle),
    fillText: (text: string) => texts.push(text),
    measureText: () => ({ width: 10 }),
  };
  const context = new Proxy(state, {
    get: (target, name) => (name in target ? Reflect.get(target, name) : (known[String(name)] ?? (() => undefined))),
    set: (target, name, value) => Reflect.set(target, name, value),
  });
  // Only what a canvas is asked for here.
  return { context: context as unknown as CanvasRenderingContext2D, fills, strokes, texts, rects };
}

function place(career: Career, matches: ReadonlySet<string> | null = null, selected: string | null = null): CareerArcPlacement {
  const placement = createArcPlacer(career, matches)({ width: 1184, height: 560, form: "wide", viewport: YEARS, emphasis: { matches, selected }, title: { width: 300, height: 60 }, wordless: true });
  if (!placement) throw new Error("no placement");
  return placement;
}

beforeEach(() => vi.stubGlobal("Path2D", class { readonly lineTo = (): void => undefined; }));
afterEach(() => vi.unstubAllGlobals());

describe("an arc on its way", () => {
  it("has all bands, marks, roles and names of fields, and no words beside its marks", () => {
    const placement = place(firstCareer);
    const { context, fills, strokes, texts } = recorder();
    paintArc(context, { placement, look: LOOK, filtered: false, focused: null });
    expect(placement.labels).toEqual([]);
    for (const { slot } of placement.bands) expect(fills).toContain(`f${slot}`);
    // Each mark has a casing in the ground's colour and an outline in its field's; the edge has a casing, too, and the years cut the bands.
    expect(placement.nodes.length).toBeGreaterThan(3);
    expect(strokes.filter((style) => style === "bg")).toHaveLength(placement.nodes.length + 2);
    expect(texts).toEqual(expect.arrayContaining(placement.roles.bars.flatMap(({ texts: words }) => words.map(({ text }) => text))));
    expect(texts).toEqual(expect.arrayContaining(placement.ends.flatMap(({ lines }) => lines)));
  });

  it("lets roles that the viewport cuts run past the plot on both sides", () => {
    const placement = place(firstCareer);
    const { plot } = placement.frame;
    const { context, rects } = recorder();
    paintArc(context, { placement, look: LOOK, filtered: false, focused: null });
    expect([Math.min(...rects.map(([x = 0]) => x)), Math.max(...rects.map(([x = 0, , width = 0]) => x + width))]).toEqual([plot.x0 - 12, plot.x1 + 12]);
  });

  it("dims what a filter leaves out", () => {
    const [first] = firstCareer.achievements;
    const { context, fills, strokes } = recorder();
    paintArc(context, { placement: place(firstCareer, new Set([first?.id ?? ""])), look: LOOK, filtered: true, focused: null });
    expect(fills).toContain("dim-fill");
    expect(strokes).toContain("dim");
    expect(strokes).toContain("dim-edge");
  });

  it("rings what is selected and what has the focus", () => {
    const placement = place(firstCareer);
    const rings = (focused: string | null, of = placement): number => {
      const { context, strokes } = recorder();
      paintArc(context, { placement: of, look: LOOK, filtered: false, focused });
      return strokes.filter((style) => style === "ink").length;
    };
    const id = placement.nodes[1]?.id ?? "";
    expect(rings(id) - rings(null)).toBe(1);
    expect(rings(null, place(firstCareer, null, id)) - rings(null)).toBe(1);
  });
});

describe("the overview's window on its way", () => {
  it("covers what lies outside and frames what does not", () => {
    const { context, fills, strokes } = recorder();
    paintWindow(context, LOOK, { x0: 20, x1: 60, width: 100, height: 40 });
    expect(fills).toEqual(["bg", "bg", "ink", "ink"]);
    expect(strokes).toEqual(["ink"]);
  });
});
