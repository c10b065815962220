import { describe, expect, it } from "vitest";
import { UNCASED, labelRequests, labelWords, nodeReach, placeNodes, type PlacedNode } from "../../src/layout/arcNodes.js";
import { placeCareerArc } from "../../src/layout/careerArc.js";
import { toArcSeries } from "../../src/layout/arcSeries.js";
import type { EmphasisState } from "../../src/layout/emphasis.js";
import { shapeReach } from "../../src/layout/nodeShape.js";
import type { Career } from "../../src/model/career.js";
import type { Metric } from "../../src/model/document.js";
import { careerOf, firstCareer, oneRole, someAchievements } from "../support/careers.js";
import { makeAchievement, makeRole } from "../support/document.js";

const PLAIN: EmphasisState = { matches: null, selected: null };
const HOUR = 3_600_000;

function nodesOf(career: Career, state = PLAIN, { dense = false, form = "wide" }: { readonly dense?: boolean; readonly form?: "wide" | "narrow" } = {}): PlacedNode[] {
  const series = toArcSeries(career.achievements, career.domains, state.matches);
  return placeNodes(career, series, (time) => time / HOUR, (value) => 100 - value, { form, dense, state });
}

describe("placeNodes", () => {
  it("goes from left to right, ties in résumé order", () => {
    const career = oneRole([
      makeAchievement({ id: "late", when: { from: "2021-06", to: "2021-06" } }), makeAchievement({ id: "b", when: { from: "2020-06", to: "2020-06" } }), makeAchievement({ id: "a", when: { from: "2020-06", to: "2020-06" } }),
    ]);
    expect(nodesOf(career).map(({ id }) => id)).toEqual(["b", "a", "late"]);
  });

  it("stands on the edge, half an achievement up for each one alone", () => {
    expect(nodesOf(oneRole(someAchievements(4), { start: "2020", end: "2020" })).map(({ y }) => y)).toEqual([99.5, 98.5, 97.5, 96.5]);
  });

  it("fills what is dated by its own words, and nothing else", () => {
    const career = oneRole([makeAchievement({ id: "a" }), makeAchievement({ id: "b", when: { from: "2020-06", to: "2020-07" } }), makeAchievement({ id: "c", when: { from: "2020-08", of: "start" } }), makeAchievement({ id: "d", when: { from: "2020-09" } })]);
    expect(new Map(nodesOf(career).map(({ id, filled }) => [id, filled]))).toEqual(new Map([["a", false], ["b", true], ["c", false], ["d", false]]));
  });

  it("has its field's slot and shape, and one more for those without", () => {
    const career = careerOf([makeRole({ achievements: [makeAchievement({ id: "a", domains: ["y", "x"] }), makeAchievement({ id: "b", domains: [] })] })], { domains: ["x", "y"].map((id) => ({ id, label: id })) });
    expect(nodesOf(career).map(({ domainId, slot, shape }) => [domainId, slot, shape])).toEqual([["y", 1, "square"], ["", -1, "plus"]]);
  });

  it("is larger featured, smaller crowded, smaller still dimmed", () => {
    const r = (id: string, state = PLAIN, more = {}): number => nodesOf(firstCareer, state, more).find((node) => node.id === id)?.r ?? 0;
    expect(r("live-event")).toBeGreaterThan(r("user-cache"));
    expect(r("user-cache", PLAIN, { dense: true })).toBeLessThan(r("user-cache"));
    expect(r("user-cache", { matches: new Set(["live-event"]), selected: null })).toBeLessThan(r("user-cache"));
    for (const node of nodesOf(firstCareer, { matches: new Set(), selected: null }, { dense: true, form: "narrow" })) expect(node.r).toBeGreaterThan(2);
  });

  it("is tiny and has no casing among more than 150, so that the line is seen", () => {
    const many = (count: number, matches: ReadonlySet<string> | null = null): readonly PlacedNode[] => {
      const career = oneRole(someAchievements(count), { start: "2015", end: "2022" });
      const placement = placeCareerArc(career, { width: 608, height: 360, form: "embed", emphasis: { matches, selected: null }, title: { width: 0, height: 0 } });
      return placement?.nodes ?? [];
    };
    for (const { r, stroke } of many(150)) expect([r > 4, stroke > UNCASED]).toEqual([true, true]);
    // Smaller than the line is thick and its own casing, so the line is seen between them.
    for (const { r, stroke } of many(151)) expect([2 * r + stroke < 5, stroke]).toEqual([true, UNCASED]);
    for (const { r, stroke } of many(151, new Set())) expect([r > 0.5, stroke]).toEqual([true, UNCASED]);
  });

  it("reaches to the end of its casing", () => {
    for (const node of nodesOf(firstCareer)) expect(nodeReach(node)).toBeCloseTo(shapeReach(node.shape, node.r) + node.stroke / 2 + 2.4, 9);
  });
});

describe("labelRequests", () => {
  const requests = (career: Career, state = PLAIN): ReturnType<typeof labelRequests> => labelRequests(career, nodesOf(career, state), "wide", false, state);

  it("asks for every node that is not dimmed", () => {
    expect(requests(firstCareer).map(({ id }) => id)).toEqual(firstCareer.achievements.map(({ id }) => id));
    expect(requests(firstCareer, { matches: new Set(["live-event"]), selected: "user-cache" }).map(({ id }) => id).sort()).toEqual(["live-event", "user-cache"]);
  });

  it("asks at the node, in sizes and order of importance", () => {
    const [first] = nodesOf(firstCareer);
    expect(requests(firstCareer).find(({ id }) => id === first?.id)).toMatchObject({ x: first?.x, y: first?.y, radius: first?.r });
    expect(requests(firstCareer).map(({ priority }) => priority).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe("labelWords", () => {
  const words = (...metrics: Metric[]): object => oneRole([makeAchievement({ metrics, title: "Billing service rebuilt", short: "billing" })]).achievements.map(labelWords)[0] ?? {};
  const count: Metric = { kind: "count", n: 3, of: "orders", quote: "3 orders" };
  it("are the figure with its caption", () => expect(words({ ...count, note: "in a day" })).toEqual({ figure: "3\u00a0orders", caption: "in a day" }));
  it("are the figure with the short name where it has no caption", () => expect(words(count)).toEqual({ figure: "3\u00a0orders", caption: "billing" }));
  it("are those of the featured figure", () => expect(words(count, { ...count, n: 4, featured: true })).toEqual({ figure: "4\u00a0orders", caption: "billing" }));
  it("are the short name alone where there is no figure", () => expect(words()).toEqual({ figure: "", caption: "billing" }));
});
