import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutToViewport } from "../../src/layout/cutToViewport.js";
import { arcHeight } from "../../src/layout/arcFrame.js";
import { placeCareerArc } from "../../src/layout/careerArc.js";
import { createArcPlacer, type ArcPartPlacement, type ArcPartRequest } from "../../src/layout/placeArcPart.js";
import { careerExtent, timeDomain } from "../../src/layout/timeDomain.js";
import { viewportBounds, zoomAt } from "../../src/layout/viewport.js";
import type { Interval } from "../../src/lib/units.js";
import type { Career } from "../../src/model/career.js";
import { makeAchievement, makeRole } from "../support/document.js";
import { labelFaults } from "./arcFaults.js";
import { arbCareer, careerOf, firstCareer, oneRole, RUNS, sampleCareer, someAchievements } from "../support/careers.js";

const NO_TITLE = { width: 0, height: 0 };
const wholeOf = (career: Career): Interval => timeDomain(careerExtent(career) ?? { from: 0, to: 1 });
const request = (viewport: Interval, matches: ReadonlySet<string> | null = null, more: Partial<ArcPartRequest> = {}): ArcPartRequest => ({ width: 1184, height: arcHeight(1184, 1), viewport, emphasis: { matches, selected: null }, title: NO_TITLE, ...more });

function part(career: Career, viewport: Interval, matches: ReadonlySet<string> | null = null, more: Partial<ArcPartRequest> = {}): ArcPartPlacement {
  const placement = createArcPlacer(career, matches)(request(viewport, matches, more));
  if (!placement) throw new Error("nothing was placed");
  return placement;
}

/** Two hundred a year for five years, in three fields. */
const crowded = oneRole(someAchievements(1000).map((achievement, i) => {
  const day = new Date(Date.UTC(2018, 0, 1 + Math.floor(i * 1.826))).toISOString().slice(0, 10);
  return { ...achievement, when: { from: day, to: day }, domains: [["a"], ["b"], []][i % 3] ?? [] };
}), { start: "2018", end: "2022" });

const shares = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 1, max: 60, noNaN: true }));
const closer = (career: Career, [at, factor]: readonly [number, number]): Interval => {
  const whole = wholeOf(career);
  return zoomAt(whole, factor, whole.from + at * (whole.to - whole.from), viewportBounds(whole));
};

describe("a viewport of the whole", () => {
  it("stands where the whole stands, as long as nothing is crowded", () => {
    const whole = placeCareerArc(firstCareer, request(wholeOf(firstCareer)));
    const all = part(firstCareer, wholeOf(firstCareer));
    expect(all.clusters).toEqual([]);
    expect(all.nodes).toEqual(whole?.nodes);
    expect(all.roles).toEqual(whole?.roles);
    expect(all.labels).toEqual(whole?.labels);
    expect(all.ends.map(({ domainId }) => domainId)).toEqual(whole?.ends.map(({ domainId }) => domainId));
  });
});

describe("a viewport of a crowded career", () => {
  it("has marks of the usual size, as it has no more than can be told apart", () => {
    const emphasis = { matches: null, selected: "work-500" };
    const alone = part(crowded, wholeOf(crowded), null, { emphasis }).nodes;
    expect([alone.length > 0, alone.every(({ r }) => r > 4)]).toEqual([true, true]);
    expect(placeCareerArc(crowded, request(wholeOf(crowded)))?.nodes.every(({ r }) => r < 2)).toBe(true);
  });
});

describe("any viewport", () => {
  it("has no label that would be read as another mark's, or as a cluster's", () => {
    // Of a thousand most are in clusters, of sixty most are marks of their own, and only the featured ones have words.
    const arbAsked = fc.record({ where: shares, width: fc.constantFrom(358, 608, 1184), name: fc.constantFrom("crowded", "dense"), at: fc.nat() });
    const placed = ({ where, width, name, at }: typeof arbAsked extends fc.Arbitrary<infer Asked> ? Asked : never) => {
      const career = name === "crowded" ? crowded : sampleCareer(name);
      const viewport = closer(career, where);
      const emphasis = { matches: null, selected: career.achievements[at % career.achievements.length]?.id ?? null };
      const asked = request(viewport, null, { width, height: arcHeight(width, 1), emphasis });
      return { career, asked, placement: part(career, viewport, null, asked) };
    };
    fc.assert(fc.property(arbAsked, (each) => {
      const { career, asked, placement } = placed(each);
      expect(labelFaults(career, asked, placement).filter((fault) => /nearer|over the line/.test(fault))).toEqual([]);
    }), { numRuns: RUNS });
    // A few runs may have few of either by chance.
    const placements = fc.sample(arbAsked, { numRuns: 50, seed: 1 }).map((each) => placed(each).placement);
    const [clusters, labels] = [placements.flatMap((each) => each.clusters), placements.flatMap((each) => each.labels)];
    expect([clusters.length, labels.length].every((count) => count > placements.length), `${clusters.length}, ${labels.length}`).toBe(true);
  });

  it("gathers nothing of a career that is drawn whole mark by mark, where that could be told apart", () => {
    const dense = sampleCareer("dense");
    fc.assert(fc.property(shares, fc.constantFrom(358, 608, 1184), (where, width) => {
      expect(part(dense, closer(dense, where), null, { width, height: arcHeight(width, 1) }).clusters).toEqual([]);
    }), { numRuns: RUNS });
  });

  it("gathers by the room that time has, and draws no number over another", () => {
    let besides = 0;
    fc.assert(fc.property(shares, fc.constantFrom(358, 608, 700, 1184), (where, width) => {
      const viewport = closer(crowded, where);
      const { clusters, nodes, frame: { plot } } = part(crowded, viewport, null, { width, height: arcHeight(width, 1) });
      expect(nodes.length).toBeLessThanOrEqual((plot.x1 - plot.x0) / 8 + 12);
      for (const { x, width: own } of clusters) expect([x - own / 2 >= plot.x0 - 0.01, x + own / 2 <= plot.x1 + 0.01]).toEqual([true, true]);
      const inOrder = [...clusters].sort((a, b) => a.x - b.x);
      inOrder.slice(1).forEach((cluster, i) => {
        const before = inOrder[i];
        if (!before) return;
        besides++;
        expect(Math.abs(cluster.x - before.x)).toBeGreaterThanOrEqual((cluster.width + before.width) / 2 - 0.01);
      });
    }), { numRuns: RUNS });
    expect(besides).toBeGreaterThan(RUNS / 20);
  });

  it("has every mark in it once, and finite places for all it draws", () => {
    fc.assert(fc.property(arbCareer, shares, (career, where) => {
      if (!careerExtent(career)) return;
      const viewport = closer(career, where);
      const { nodes, clusters, seen, top, roles, frame } = part(career, viewport);
      expect(nodes.length + clusters.reduce((sum, { count }) => sum + count, 0)).toBe(seen);
      expect(seen).toBe(career.achievements.filter(({ centre }) => centre >= viewport.from && centre <= viewport.to).length);
      const { plot } = frame;
      for (const { x, y } of [...nodes, ...clusters, ...top.map(([left, height]) => ({ x: left, y: height }))]) {
        expect(x).toBeGreaterThanOrEqual(plot.x0 - 0.01);
        expect(x).toBeLessThanOrEqual(plot.x1 + 0.01);
        expect(y).toBeLessThanOrEqual(plot.y1 + 0.01);
        expect(y).toBeGreaterThanOrEqual(plot.y0 - 0.01);
      }
      for (const { box } of roles.bars) {
        expect(box.x0).toBeGreaterThanOrEqual(plot.x0 - 0.01);
        expect(box.x1).toBeLessThanOrEqual(plot.x1 + 2.01);
      }
    }), { numRuns: Math.min(RUNS, 2000) });
  });

  it("has a band at its right end for every field that it names there", () => {
    let [named, left] = [0, 0];
    fc.assert(fc.property(fc.oneof(arbCareer, fc.constantFrom(sampleCareer("dense"), sampleCareer("commits"))), shares, fc.boolean(), (career, where, filtered) => {
      if (!careerExtent(career)) return;
      const viewport = closer(career, where);
      const matches = filtered ? new Set(career.achievements.filter((_, i) => i % 3 === 0).map(({ id }) => id)) : null;
      const { ends, bands, total } = part(career, viewport, matches);
      // With all of it in the viewport, it is the whole.
      if (total !== null) return;
      const heights = new Map(bands.map(({ domainId, y0, y1, yMatched }) => [domainId, [(y0.at(-1) ?? 0) - (y1.at(-1) ?? 0), (y0.at(-1) ?? 0) - (yMatched.at(-1) ?? 0)] as const]));
      for (const { domainId, matched } of ends) expect(heights.get(domainId)?.[filtered && matched ? 1 : 0]).toBeGreaterThanOrEqual(0.5);
      [named, left] = [named + ends.length, left + bands.length - ends.length];
    }), { numRuns: RUNS });
    expect([named > 0, left > 0]).toEqual([true, true]);
  });

  it("cuts a role that goes on past it without the seam of an end, and lets the bar run on", () => {
    const bars = (viewport: Interval): readonly (readonly [string, number, number, boolean])[] => {
      const { roles, frame: { plot } } = part(careerOf([makeRole({ id: "a", start: "2019-01", end: "2020-12" }), makeRole({ id: "b", start: "2021-01", end: null })]), viewport);
      return roles.bars.map(({ roleId, box, runsOn, ongoing }) => [`${roleId} ${runsOn.join(" ")}`, box.x0 - plot.x0, plot.x1 - box.x1, ongoing]);
    };
    // Cut on both sides; its own start and end at the viewport's; the start alone cut.
    expect(bars({ from: Date.UTC(2019, 5), to: Date.UTC(2020, 5) })).toEqual([["a 12 12", 0, 0, false]]);
    expect(bars({ from: Date.UTC(2019, 0), to: Date.UTC(2021, 0) })).toEqual([["a 0 0", 0, 1.5, false]]);
    expect(bars({ from: Date.UTC(2021, 5), to: Date.UTC(2026, 10, 22) })).toEqual([["b 12 0", 0, 1.5, true]]);
    // What goes on until now and is cut before has no chevron: it is cut there, it does not end open.
    expect(bars({ from: Date.UTC(2021, 0), to: Date.UTC(2022, 0) })).toEqual([["b 0 12", 0, 0, false]]);
  });

  it("has no bar that is cut and ends, and none that runs out of the drawing", () => {
    fc.assert(fc.property(arbCareer, shares, fc.constantFrom(320, 608, 1184), (career, where, width) => {
      if (!careerExtent(career)) return;
      const viewport = closer(career, where);
      const { roles, frame } = part(career, viewport, null, { width, height: arcHeight(width, 1) });
      for (const { roleId, box, runsOn: [before, after], ongoing } of roles.bars) {
        const interval = career.roles.find(({ id }) => id === roleId)?.interval ?? viewport;
        const pxPerMs = (frame.plot.x1 - frame.plot.x0) / (viewport.to - viewport.from);
        expect([before > 0, after > 0]).toEqual([(viewport.from - interval.from) * pxPerMs > 0.01, (interval.to - viewport.to) * pxPerMs > 0.01]);
        expect([box.x0 - before >= 0, box.x1 + after <= frame.width + 2, after > 0 && ongoing]).toEqual([true, true, false]);
      }
    }), { numRuns: RUNS });
  });

  it("says of a role that it cuts how many of its marks are in it, in clusters and out of them", () => {
    const counts = (career: Career, viewport: Interval, matches: ReadonlySet<string> | null = null): readonly (string | undefined)[] =>
      part(career, viewport, matches, { height: 900 }).roles.bars.map(({ texts }) => texts.find(({ tone, text }) => tone === "note" && / of | in view|achievement/.test(text))?.text);
    expect(counts(firstCareer, { from: Date.UTC(2020, 4, 12), to: Date.UTC(2023, 7, 22) })).toEqual(["2 of 5 in view", "2 of 4 in view"]);
    expect(counts(firstCareer, { from: Date.UTC(2020, 4, 12), to: Date.UTC(2023, 7, 22) }, new Set(["e-invoices", "order-flow", "payment-interface", "live-event"]))).toEqual(["2 of 5 match in view", "0 of 4 match in view"]);
    // Not cut, or cut beside all of its marks: as ever.
    expect(counts(firstCareer, { from: Date.UTC(2021, 2, 1), to: Date.UTC(2025, 10, 1) })).toEqual(["5 achievements", "1 in view"]);
    expect(counts(firstCareer, { from: Date.UTC(2018, 3, 1), to: Date.UTC(2025, 10, 1) })).toEqual(["5 achievements", "4 achievements"]);
    // All of them are in view: what is counted are those that match, as where nothing is cut.
    expect(counts(firstCareer, { from: Date.UTC(2018, 3, 1), to: Date.UTC(2025, 10, 1) }, new Set(["e-invoices"]))).toEqual(["1 of 5", "0 of 4"]);
    const viewport = { from: Date.UTC(2019, 6), to: Date.UTC(2020, 6) };
    // High enough for bars that have room for it.
    const { clusters, nodes, seen, roles } = part(crowded, viewport, null, { height: 12_000 });
    expect([clusters.length > 0, clusters.reduce((sum, { count }) => sum + count, nodes.length)]).toEqual([true, seen]);
    expect(roles.bars[0]?.texts.map(({ text }) => text)).toContain(`${seen} of 1,000 in view`);
  });

  it("counts from its left edge on", () => {
    const { top, frame, xs } = part(firstCareer, { from: Date.UTC(2020, 0), to: Date.UTC(2024, 0) });
    expect(top[0]).toEqual([frame.plot.x0, frame.plot.y1]);
    expect(top[top.length - 1]?.[1]).toBeCloseTo(frame.plot.y0, 6);
    expect(xs[xs.length - 1]).toBeCloseTo(frame.plot.x1, 6);
  });

  it("keeps a role in the lane that it has in the whole", () => {
    const career = { ...firstCareer, roles: [...firstCareer.roles, { ...firstCareer.roles[0], id: "aside" } as Career["roles"][number]] };
    const place = createArcPlacer(career, null);
    const early = place(request({ from: Date.UTC(2019, 0), to: Date.UTC(2020, 0) }));
    const late = place(request({ from: Date.UTC(2024, 0), to: Date.UTC(2025, 0) }));
    expect([early, late].map((placement) => placement?.roles.bars.length)).toEqual([1, 2]);
    expect(early?.frame.rolesTop).toBe(late?.frame.rolesTop);
  });
});

describe("a crowded career", () => {
  const whole = wholeOf(crowded);

  it("is drawn with few marks, whose counts are exact", () => {
    const { clusters, nodes, seen } = part(crowded, whole);
    expect(seen).toBe(1000);
    expect(nodes.length + clusters.length).toBeLessThan(60);
    expect(clusters.every(({ text, count }) => text === String(count))).toBe(true);
  });

  it("opens as one comes closer, until every mark stands alone", () => {
    const counts = [1, 8, 60].map((factor) => part(crowded, closer(crowded, [0.5, factor])));
    expect(counts[2]?.clusters).toEqual([]);
    expect(counts[2]?.nodes.length).toBeGreaterThan(5);
    expect(counts[1]?.seen).toBeLessThan(200);
  });

  it("says how many match, and which hold none that does", () => {
    const matches = new Set(crowded.achievements.filter(({ domains, centre }) => domains[0] === "a" && centre < Date.UTC(2020, 0)).map(({ id }) => id));
    const { clusters, ends, nodes } = part(crowded, whole, matches);
    expect(clusters.reduce((sum, { matched }) => sum + (matched ?? 0), 0) + nodes.filter(({ id }) => matches.has(id)).length).toBe(matches.size);
    expect(clusters.filter(({ dimmed }) => dimmed).length).toBeGreaterThan(5);
    expect(clusters.filter(({ dimmed }) => dimmed).every(({ matched, text, count }) => matched === 0 && text === String(count))).toBe(true);
    expect(new Map(ends.map(({ domainId, matched, note }) => [domainId, `${note} ${matched}`]))).toEqual(new Map([["", "0 of 333 false"], ["a", `${matches.size} of 334 true`], ["b", "0 of 333 false"]]));
  });

  it("says no number at the right end, where the bands are an expectation", () => {
    const { ends, total } = part(crowded, { from: Date.UTC(2019, 0), to: Date.UTC(2019, 11, 31) });
    expect(ends.map(({ note }) => note)).toEqual(["", "", ""]);
    expect(total).toBeNull();
  });

  it("keeps what is selected out of the clusters", () => {
    const { id } = crowded.achievements[500] ?? { id: "" };
    const { nodes, window } = part(crowded, whole, null, { emphasis: { matches: null, selected: id } });
    expect(nodes.find((node) => node.id === id)?.emphasis).toBe("selected");
    expect(window).not.toBeNull();
  });

  it("says the featured ones only where a decade is all that can be told apart and marks are drawn as one", () => {
    const apart = someAchievements(3);
    const together = someAchievements(40, { when: { from: "2010-06", to: "2010-06" } }, "t");
    const [sparse, long] = [oneRole(apart, { start: "1960", end: "2020" }), oneRole([...apart, ...together], { start: "1960", end: "2020" })];
    const at = (career: Career, matches: ReadonlySet<string> | null = null): ArcPartPlacement => part(career, wholeOf(career), matches, { width: 600 });
    expect([at(sparse).level, at(long).level, at(long).clusters.length]).toEqual(["decade", "decade", 1]);
    expect(at(long).nodes.length).toBeGreaterThan(0);
    expect(at(long).labels).toEqual([]);
    expect(at(sparse).labels.length).toBeGreaterThan(0);
    expect(at(long, new Set(long.achievements.map(({ id }) => id))).labels.length).toBeGreaterThan(0);
  });

  it("shows the windows of all marks where quarters can be told apart, unless one is selected", () => {
    const viewport = { from: Date.UTC(2020, 0), to: Date.UTC(2023, 0) };
    const [close, far] = [part(firstCareer, viewport), part(firstCareer, wholeOf(firstCareer))];
    expect([close.level, close.markWindows?.length, far.level, far.markWindows?.length]).toEqual(["quarter", 2, "year", 0]);
    const selected = close.nodes[0]?.id ?? "";
    expect(part(firstCareer, viewport, null, { emphasis: { matches: null, selected } })).toMatchObject({ markWindows: [], window: {} });
    // On the way, too: the lane is there at every step.
    expect(part(firstCareer, viewport, null, { wordless: true }).markWindows).toEqual(close.markWindows);
  });

  it("ends words with their date where months can be told apart, and no closer than it is stated", () => {
    const whens = [{ from: "2020-03-14", to: "2020-03-14" }, { from: "2020-06", to: "2020-06" }, { from: "2020-08", to: "2020-10" }, undefined];
    const career = oneRole(whens.map((when, i) => makeAchievement({ id: `a${i}`, short: `work ${i}`, metrics: [], ...(when ? { when } : {}) })), { start: "2019-01", end: "2021-12" });
    const captions = (viewport: Interval): readonly (string | undefined)[] => part(career, viewport).labels.map((label) => label.caption?.text ?? "").sort((a, b) => a.localeCompare(b));
    expect(part(career, { from: Date.UTC(2020, 2), to: Date.UTC(2021, 0) }).level).toBe("month");
    expect(captions({ from: Date.UTC(2020, 2), to: Date.UTC(2021, 0) })).toEqual(["work 0, 14 March 2020", "work 1, June 2020", "work 2, Aug – Oct 2020", "work 3, between Jan 2019 and Dec 2021"]);
    expect(captions({ from: Date.UTC(2019, 0), to: Date.UTC(2022, 0) })).toEqual(["work 0", "work 1", "work 2", "work 3"]);
  });

  it("tells the date of a known start that lies before what is drawn", () => {
    const career = oneRole([makeAchievement({ id: "a", short: "work", metrics: [], when: { from: "2019-02", to: "2019-03", of: "start" } })], { start: "2019-01", end: "2021-12" });
    expect(part(career, { from: Date.UTC(2020, 2), to: Date.UTC(2021, 0) }).labels[0]?.caption?.text).toBe("work, begun between Feb and Mar 2019, end not dated");
  });

  it("puts labels beside clusters, not on them", () => {
    const { labels, clusters } = part(crowded, closer(crowded, [0.4, 12]));
    for (const { box } of labels) {
      for (const { x, y, width, height } of clusters) {
        expect(box.x0 < x + width / 2 && box.x1 > x - width / 2 && box.y0 < y + height / 2 && box.y1 > y - height / 2).toBe(false);
      }
    }
  });
});

describe("a viewport that trembles", () => {
  it("keeps its clusters", () => {
    const place = createArcPlacer(crowded, null);
    const whole = wholeOf(crowded);
    const keys = [1, 1.02, 0.99, 1.01].map((factor) => {
      const viewport = { from: whole.from, to: whole.from + (whole.to - whole.from) * 0.7 * factor };
      return place(request(viewport))?.bin;
    });
    expect(new Set(keys).size).toBe(1);
  });
});

describe("cutToViewport", () => {
  it("leaves nothing of a window beside the viewport", () => {
    const viewport = { from: Date.UTC(2020, 0), to: Date.UTC(2021, 0) };
    for (const achievement of firstCareer.achievements) {
      const { window, known, centre } = cutToViewport(achievement, viewport);
      expect(centre).toBe(achievement.centre);
      if (achievement.window.from < viewport.to && achievement.window.to > viewport.from) {
        expect(window.from).toBeGreaterThanOrEqual(viewport.from);
        expect(window.to).toBeLessThanOrEqual(viewport.to);
      }
      if (known) expect(known.interval.to).toBeGreaterThan(viewport.from);
    }
  });
});
