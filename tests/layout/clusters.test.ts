import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseBin, clusterMarks, type ClusteredMarks } from "../../src/layout/clusters.js";
import { viewportBounds, zoomAt } from "../../src/layout/viewport.js";
import { DAY_MS, type Interval } from "../../src/lib/units.js";
import { RUNS } from "../support/careers.js";

const WIDTH = 900;
const whole: Interval = { from: Date.UTC(2010, 0), to: Date.UTC(2026, 0) };
const arbCentres = fc.array(fc.integer({ min: whole.from, max: whole.to }), { maxLength: 400 })
  .chain((times) => fc.array(fc.integer({ min: whole.from, max: whole.from + 30 * DAY_MS }), { maxLength: 200 }).map((dense) => Float64Array.from([...times, ...dense]).sort()));
/** So many at one moment. */
const heap = (count: number, at = Date.UTC(2020, 0)): Float64Array => new Float64Array(count).fill(at);
const sizes = ({ clusters }: ClusteredMarks): number[] => clusters.map(({ first, end }) => end - first);
const members = ({ singles, clusters }: ClusteredMarks): number[] => [...singles, ...clusters.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i))].sort((a, b) => a - b);

/** Fifty viewports, each a little closer to an instant. */
function levels(at: number): Interval[] {
  const bounds = viewportBounds(whole);
  const all = [whole];
  while (all.length < 50) all.push(zoomAt(all[all.length - 1] ?? whole, 1.09, at, bounds));
  return all;
}

describe("clusterMarks", () => {
  it("holds every mark of the viewport once, at fifty zoom levels, coming from either side", () => {
    fc.assert(fc.property(arbCentres, fc.integer({ min: whole.from, max: whole.to }), (centres, at) => {
      let bin: number | null = null;
      for (const viewport of [...levels(at), ...levels(at).reverse()]) {
        const seen = clusterMarks(centres, viewport, WIDTH, { before: bin });
        bin = seen.bin;
        const visible = [...centres.keys()].filter((i) => (centres[i] ?? 0) >= viewport.from && (centres[i] ?? 0) <= viewport.to);
        expect(members(seen)).toEqual(visible);
      }
    }), { numRuns: Math.min(RUNS, 500) });
  });

  it("leaves apart the marks that can be told apart", () => {
    const centres = Float64Array.from([2012, 2015, 2018, 2021], (year) => Date.UTC(year, 0));
    expect(clusterMarks(centres, whole, WIDTH)).toMatchObject({ singles: [0, 1, 2, 3], clusters: [] });
  });

  it("gathers those that hide each other, with where they are", () => {
    const centres = Float64Array.from({ length: 40 }, (_, i) => Date.UTC(2020, 0, 1 + i));
    const { clusters, singles } = clusterMarks(centres, whole, WIDTH);
    expect(singles).toEqual([]);
    expect(clusters.map(({ first, end }) => end - first).reduce((sum, size) => sum + size, 0)).toBe(40);
    expect(clusters[0]?.extent.from).toBe(centres[0]);
    expect(clusters.at(-1)?.extent.to).toBe(centres[39]);
  });

  it("never draws more marks than stand eight pixels apart", () => {
    fc.assert(fc.property(arbCentres, (centres) => {
      const { singles, clusters } = clusterMarks(centres, whole, WIDTH);
      expect(singles.length + clusters.length).toBeLessThanOrEqual(WIDTH / 8 + 12);
    }), { numRuns: RUNS });
  });

  it("draws no more marks of a bin than what is in view of it has room for, wherever the viewport cuts it", () => {
    fc.assert(fc.property(arbCentres, fc.integer({ min: whole.from, max: whole.to }), fc.integer({ min: 0, max: 49 }), (centres, at, level) => {
      const viewport = levels(at)[level] ?? whole;
      const { singles, bin } = clusterMarks(centres, viewport, WIDTH);
      const length = 2 ** bin * DAY_MS;
      const counts = new Map<number, number>();
      for (const i of singles) {
        const place = Math.floor((centres[i] ?? 0) / length);
        counts.set(place, (counts.get(place) ?? 0) + 1);
      }
      for (const [place, count] of counts) {
        const seen = Math.min((place + 1) * length, viewport.to) - Math.max(place * length, viewport.from);
        expect(count).toBeLessThanOrEqual(Math.max(0, (seen * WIDTH) / (viewport.to - viewport.from)) / 8 + 1);
      }
    }), { numRuns: RUNS });
  });

  it("gathers what crowds in the part of a bin that is in view", () => {
    const { bin } = clusterMarks(new Float64Array(0), whole, WIDTH);
    const length = 2 ** bin * DAY_MS;
    const start = Math.ceil(whole.from / length) * length;
    const pxPerMs = WIDTH / (whole.to - whole.from);
    // Of a bin that has room for six or more, the last fifteen pixels, and four marks in them.
    const viewport = { from: start + length - 15 / pxPerMs, to: start + length - 15 / pxPerMs + (whole.to - whole.from) };
    const four = (pitch: number): Float64Array => Float64Array.from({ length: 4 }, (_, i) => viewport.from + (i * pitch) / pxPerMs);
    expect(sizes(clusterMarks(four(4), viewport, WIDTH, { before: bin }))).toEqual([4]);
    // The same four with all of their bin in view.
    expect(clusterMarks(four(4), { from: viewport.from - length, to: viewport.to - length }, WIDTH, { before: bin }).singles).toHaveLength(4);
  });

  it("never gathers marks nine pixels apart for the viewport's cutting a bin", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 90, max: 140 }), (tenths, tenthPitch) => {
      const pitch = tenthPitch / 10;
      const pxPerMs = WIDTH / (whole.to - whole.from);
      const centres = Float64Array.from({ length: Math.floor((WIDTH * 3) / pitch) }, (_, i) => whole.from + (i * pitch) / pxPerMs);
      const from = whole.from + tenths / 10 / pxPerMs;
      const viewport = { from, to: from + (whole.to - whole.from) };
      expect(clusterMarks(centres, viewport, WIDTH).clusters).toEqual([]);
    }), { numRuns: RUNS });
  });

  it("gives numbers beside each other a room of their own", () => {
    let besides = 0;
    const centres = Float64Array.from({ length: 3000 }, (_, i) => whole.from + (i * (whole.to - whole.from)) / 3000);
    fc.assert(fc.property(fc.integer({ min: whole.from, max: whole.to }), fc.integer({ min: 0, max: 49 }), fc.option(fc.nat({ max: 2999 })), (at, level, apart) => {
      const viewport = levels(at)[level] ?? whole;
      const toPx = WIDTH / (viewport.to - viewport.from);
      const { clusters } = clusterMarks(centres, viewport, WIDTH, { apart });
      clusters.forEach(({ room, extent }, i) => {
        if (apart === null) expect([room.from <= extent.from, room.to >= extent.to]).toEqual([true, true]);
        // What the mark that is apart cuts off goes to its neighbour; at the ends of the viewport there may be none.
        else if (i > 0 && i < clusters.length - 1 && clusters.length > 6) expect((room.to - room.from) * toPx).toBeGreaterThanOrEqual(48 - 14 - 1e-6);
        const next = clusters[i + 1];
        if (!next) return;
        expect(next.room.from).toBeGreaterThanOrEqual(room.to);
        if (next.room.from > room.to) return;
        besides++;
        for (const { from, to } of [room, next.room]) expect((to - from) * toPx).toBeGreaterThanOrEqual(48 - 1e-6);
      });
    }), { numRuns: RUNS });
    expect(besides).toBeGreaterThan(RUNS / 20);
  });

  it("takes the same marks together wherever the viewport stands", () => {
    const centres = Float64Array.from({ length: 2000 }, (_, i) => whole.from + i * 2 * DAY_MS);
    const view = { from: Date.UTC(2013, 0), to: Date.UTC(2017, 0) };
    const moved = { from: Date.UTC(2013, 6), to: Date.UTC(2017, 6) };
    const first = clusterMarks(centres, view, WIDTH);
    const second = clusterMarks(centres, moved, WIDTH, { before: first.bin });
    const inside = (seen: ClusteredMarks): string[] => seen.clusters.filter(({ extent }) => extent.from > moved.from + 1e10 && extent.to < view.to - 1e10).map(({ key, first: from, end }) => `${key}: ${from} ${end}`);
    expect(inside(first).length).toBeGreaterThan(5);
    expect(inside(second)).toEqual(inside(first));
  });

  it("keeps what is selected out of them, and all others in", () => {
    expect(sizes(clusterMarks(heap(50), whole, WIDTH))).toEqual([50]);
    const parted = clusterMarks(heap(50), whole, WIDTH, { apart: 20 });
    expect(parted.singles).toEqual([20]);
    expect(sizes(parted)).toEqual([20, 29]);
    expect(new Set(parted.clusters.map(({ key }) => key)).size).toBe(2);
    for (const apart of [0, 1, 48, 49]) expect(members(clusterMarks(heap(50), whole, WIDTH, { apart }))).toHaveLength(50);
  });

  it("has nothing to say of nothing", () => {
    expect(clusterMarks(new Float64Array(0), whole, WIDTH)).toMatchObject({ singles: [], clusters: [] });
  });
});

describe("chooseBin", () => {
  const pxPerMs = WIDTH / (whole.to - whole.from);
  it("gives bins of 52 to 104 pixels", () => {
    for (let zoom = 1; zoom < 200; zoom *= 1.1) {
      const width = 2 ** chooseBin(pxPerMs * zoom) * DAY_MS * pxPerMs * zoom;
      expect(width).toBeGreaterThanOrEqual(52);
      expect(width).toBeLessThan(104);
    }
  });

  it("holds on to a bin until it is clearly too narrow or too wide", () => {
    const bin = chooseBin(pxPerMs);
    const width = 2 ** bin * DAY_MS * pxPerMs;
    expect(chooseBin((pxPerMs * 49) / width, bin)).toBe(bin);
    expect(chooseBin((pxPerMs * 47) / width, bin)).toBe(bin + 1);
    expect(chooseBin((pxPerMs * 124) / width, bin)).toBe(bin);
    expect(chooseBin((pxPerMs * 126) / width, bin)).toBe(bin - 1);
  });
});
