import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ArcLook } from "../../src/charts/brush.js";
import { paintArc } from "../../src/charts/paintArc.js";
import { paintWindow } from "../../src/charts/paintWindow.js";
import type { CareerArcPlacement } from "../../src/layout/careerArc.js";
import { shapePath } from "../../src/layout/nodeShape.js";
import { createArcPlacer } from "../../src/layout/placeArcPart.js";
import type { Career } from "../../src/model/career.js";
import { firstCareer, oneRole, sampleCareer } from "../support/careers.js";
import { makeAchievement } from "../support/document.js";

const SLOTS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const LOOK: ArcLook = {
  bg: "bg", ink: "ink", soft: "soft", mute: "mute", rule: "rule", ground: "ground", hatch: "hatch", dim: "dim", dimFill: "dim-fill", dimEdge: "dim-edge",
  c: SLOTS.map((slot) => `c${slot}`), f: SLOTS.map((slot) => `f${slot}`), font: "serif",
};
const dense = sampleCareer("dense");
/** Its start is known, and no more. */
const started = oneRole([makeAchievement({ id: "a", when: { from: "2020-02", of: "start" } })], { start: "2019", end: "2022" });
const NEAR = { from: Date.UTC(2020, 0), to: Date.UTC(2023, 0) };
/** Each that was made. */
const paths: string[] = [];
const YEARS = { from: Date.UTC(2019, 0), to: Date.UTC(2025, 0) };

/** What was painted: each call that leaves something, with the colour it was made in. */
function recorder(): { readonly context: CanvasRenderingContext2D; readonly fills: string[]; readonly strokes: string[]; readonly texts: string[]; readonly rects: (readonly number[])[]; readonly fades: (readonly number[])[]; readonly dashes: string[] } {
  const [fills, strokes, texts, rects]: [string[], string[], string[], (readonly number[])[]] = [[], [], [], []];
  const [fades, dashes]: [(readonly number[])[], string[]] = [[], []];
  let dash = "";
  const state = { fillStyle: "", strokeStyle: "", lineWidth: 0, lineCap: "butt", globalCompositeOperation: "source-over" };
  const known: Record<string, unknown> = {
    fill: () => fills.push(state.fillStyle),
    fillRect: (...box: readonly number[]) => {
      if (state.globalCompositeOperation === "destination-out") return fades.push(box);
      fills.push(state.fillStyle);
      return rects.push(box);
    },
    stroke: () => {
      strokes.push(state.strokeStyle);
      if (dash !== "") dashes.push(`${state.strokeStyle}, ${state.lineWidth} px, ${dash}, ${state.lineCap}`);
    },
    setLineDash: (pattern: readonly number[]) => void (dash = pattern.join(" ")),
    createLinearGradient: (x0: number, _: number, x1: number) => ({ addColorStop: () => undefined, x0, x1 }),
    strokeRect: () => strokes.push(state.strokeStyle),
    fillText: (text: string) => texts.push(text),
    measureText: () => ({ width: 10 }),
  };
  const context = new Proxy(state, {
    get: (target, name) => (name in target ? Reflect.get(target, name) : (known[String(name)] ?? (() => undefined))),
    set: (target, name, value) => Reflect.set(target, name, value),
  });
  // Only what a canvas is asked for here.
  return { context: context as unknown as CanvasRenderingContext2D, fills, strokes, texts, rects, fades, dashes };
}

function place(career: Career, matches: ReadonlySet<string> | null = null, selected: string | null = null, viewport = YEARS): CareerArcPlacement {
  const placement = createArcPlacer(career, matches)({ width: 1184, height: 560, form: "wide", viewport, emphasis: { matches, selected }, title: { width: 300, height: 60 }, wordless: true });
  if (!placement) throw new Error("no placement");
  return placement;
}

beforeEach(() => vi.stubGlobal("Path2D", class {
  readonly lineTo = (): void => undefined;
  constructor(path = "") { paths.push(path); }
}));
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
    const { context, rects, fades } = recorder();
    paintArc(context, { placement, look: LOOK, filtered: false, focused: null });
    expect([Math.min(...rects.map(([x = 0]) => x)), Math.max(...rects.map(([x = 0, , width = 0]) => x + width))]).toEqual([plot.x0 - 12, plot.x1 + 12]);
    // To nothing at the very end.
    const cut = placement.roles.bars.flatMap(({ runsOn }) => runsOn.filter((run) => run > 0));
    expect(fades).toHaveLength(cut.length);
    expect([...new Set(fades.map(([x = 0, , width = 0]) => x + width))].sort((a, b) => a - b)).toEqual([plot.x0 - 12, plot.x1 + 12]);
    expect(fades.map(([, , width = 0]) => Math.abs(width))).toEqual(cut.map((run) => run + 4));
  });

  it("has the lane that it has at rest: windows of marks in dots, flags, brackets with their sign", () => {
    const placement = place(dense, null, null, NEAR);
    const { context, dashes } = recorder();
    paintArc(context, { placement, look: LOOK, filtered: false, focused: null });
    const dotted = placement.markWindows?.filter(({ bar }) => !bar) ?? [];
    expect(dotted.length).toBeGreaterThan(3);
    expect(dashes.filter((each) => each.endsWith("2 px, 0 5, round"))).toHaveLength(dotted.length);
    expect(paths).toContain("M0,0v-13h9l-3,3.5l3,3.5h-9");
    const { known } = place(started, null, null, NEAR);
    expect(known).toHaveLength(1);
    paintArc(context, { placement: place(started, null, null, NEAR), look: LOOK, filtered: false, focused: null });
    expect(paths).toContain(shapePath(known[0]?.shape ?? "square", 4));
  });

  it("has the selected one's window with its stem, and what lies outside faded and bounded", () => {
    const placement = place(started, null, "a", NEAR);
    const { context, dashes, strokes, fills } = recorder();
    paintArc(context, { placement, look: LOOK, filtered: false, focused: null });
    const { slot = 0 } = placement.window ?? {};
    expect(dashes).toContain("ink, 1.5 px, 2 3, butt");
    expect(dashes).toContain(`c${slot}, 4 px, 0 8, round`);
    const other = place(started, null, null, NEAR);
    const before = recorder();
    paintArc(before.context, { placement: { ...other, markWindows: [], known: [], flags: [] }, look: LOOK, filtered: false, focused: null });
    expect(fills.filter((style) => style === "bg").length).toBeGreaterThan(before.fills.filter((style) => style === "bg").length);
    expect(strokes.length).toBeGreaterThan(before.strokes.length);
  });

  it("paints what matches over what does not", () => {
    const matching = place(firstCareer).nodes[0]?.id ?? "";
    const placement = place(firstCareer, new Set([matching]));
    const slot = placement.nodes.find(({ id }) => id === matching)?.slot ?? 0;
    const { context, strokes } = recorder();
    paintArc(context, { placement, look: LOOK, filtered: true, focused: null });
    expect(strokes.at(-1)).toBe(`c${slot}`);
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
    // And its stem.
    expect(rings(null, place(firstCareer, null, id)) - rings(null)).toBe(2);
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
