import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AchievementDocument, Metric } from "../../src/model/document.js";
import { FEATURED_LIMIT, featuredUnder, leadMetric, selectFeatured } from "../../src/model/featured.js";
import { arbCareer, careerOf, firstCareer, oneRole, PATIENCE_MS, RUNS } from "../support/careers.js";
import { makeAchievement, makeRole } from "../support/document.js";

const count = (n: number, more: Partial<Metric> = {}): Metric => ({ kind: "count", n, of: "orders", quote: `${n} orders`, ...more }) as Metric;
const work = (id: string, metrics: readonly Metric[], more: Partial<AchievementDocument> = {}): AchievementDocument => makeAchievement({ id, metrics, domains: [], ...more });
const star = { featured: true } as const;
const dated = (year: string): Partial<AchievementDocument> => ({ when: { from: year, to: year } });

const chosen = (...achievements: AchievementDocument[]): string[] =>
  selectFeatured(oneRole(achievements, { start: "2015", end: "2024" })).map(({ achievement, metric }) => `${achievement.id} ${metric.quote}`);

describe("selectFeatured", () => {
  it("shows the owner's choice alone, oldest first", () => {
    expect(chosen(work("late", [count(1), count(2, star)], dated("2022")), work("plain", [count(9)], dated("2020")), work("early", [count(3, star)], dated("2018")))).toEqual(["early 3 orders", "late 2 orders"]);
  });

  it("may show two of one achievement, in its order", () => {
    expect(chosen(work("a", [count(2, star), count(1, star)]))).toEqual(["a 2 orders", "a 1 orders"]);
  });

  it("has room for four", () => {
    expect(chosen(...[1, 2, 3, 4, 5].map((n) => work(`w${n}`, [count(n, star)])))).toHaveLength(FEATURED_LIMIT);
    expect(FEATURED_LIMIT).toBe(4);
  });

  it("without a choice takes the latest of each leading field, then the latest of the rest, one per achievement", () => {
    const field = (id: string): Partial<AchievementDocument> => ({ domains: [id, "x"] });
    expect(chosen(
      work("a1", [count(1), count(11)], { ...field("a"), ...dated("2016") }),
      work("b1", [count(2)], { ...field("b"), ...dated("2017") }),
      work("none", [], { ...field("c"), ...dated("2021") }),
      work("a2", [count(3)], { ...field("a"), ...dated("2019") }),
      work("a3", [count(4)], { ...field("a"), ...dated("2020") }),
    )).toEqual(["a3 4 orders", "b1 2 orders", "a2 3 orders", "a1 1 orders"]);
  });

  it("weighs no size: of two in one field the later stands first, be it smaller", () => {
    expect(chosen(work("big", [count(1_000_000)], dated("2018")), work("small", [count(1)], dated("2019")))).toEqual(["small 1 orders", "big 1000000 orders"]);
  });

  it("never shows a private figure, be it featured; then the rest stands as if it had no mark", () => {
    expect(chosen(work("a", [count(1, { ...star, visibility: "private" }), count(2)]), work("b", [count(3)]))).toEqual(["b 3 orders", "a 2 orders"]);
  });

  it("has nothing for a career without figures", () => {
    expect(chosen(work("a", []))).toEqual([]);
    expect(selectFeatured(careerOf([makeRole({ achievements: [] })]))).toEqual([]);
  });

  it("chooses the first career's four", () => {
    expect(selectFeatured(firstCareer).map(({ achievement }) => achievement.id)).toEqual(["live-event", "e-invoices", "first-temporal", "payment-interface"]);
  });

  it("in any career shows at most four, each once, each the owner's if any is, none private, as many as there are", () => {
    fc.assert(
      fc.property(arbCareer, (career) => {
        const shown = selectFeatured(career);
        const all = career.achievements.flatMap((achievement) => achievement.metrics.map((metric) => ({ achievement, metric })));
        const marked = all.filter(({ metric }) => metric.featured);
        const withFigure = new Set(all.map(({ achievement }) => achievement.id)).size;
        expect(shown).toHaveLength(Math.min(FEATURED_LIMIT, marked.length > 0 ? marked.length : withFigure));
        expect(new Set(shown.map(({ metric }) => metric)).size).toBe(shown.length);
        for (const { achievement, metric } of shown) {
          expect(achievement.metrics).toContain(metric);
          expect(metric.visibility).not.toBe("private");
          if (marked.length > 0) expect(metric.featured).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);
});

describe("featuredUnder", () => {
  const under = (career: Parameters<typeof featuredUnder>[0], ...ids: string[]): string[] => featuredUnder(career, new Set(ids)).map(({ achievement, metric }) => `${achievement.id} ${metric.quote}`);

  it("shows featured figures of what matches, then first ones, then others, and the rest only where these are too few", () => {
    const career = oneRole([
      work("a", [count(1), count(2)], dated("2016")),
      work("b", [count(3), count(4, star)], dated("2018")),
      work("c", [count(5)], dated("2020")),
      work("d", [count(6, star), count(7, star)], dated("2022")),
    ], { start: "2015", end: "2024" });
    expect(selectFeatured(career)).toHaveLength(3);
    expect(under(career, "a", "b")).toEqual(["b 4 orders", "b 3 orders", "a 1 orders"]);
    expect(under(career, "a")).toEqual(["a 1 orders", "a 2 orders", "b 4 orders"]);
    expect(under(career, "c")).toEqual(["c 5 orders", "b 4 orders", "d 6 orders"]);
    expect(under(career)).toEqual(["b 4 orders", "d 6 orders", "d 7 orders"]);
  });

  it("in any career shows as many as without a filter, none twice, and one of the rest only after all of those that match", () => {
    fc.assert(
      fc.property(arbCareer, fc.nat(), (career, seed) => {
        const matches = new Set(career.achievements.filter((_, i) => (seed >> i % 30) & 1).map(({ id }) => id));
        const shown = featuredUnder(career, matches);
        expect(shown).toHaveLength(selectFeatured(career).length);
        expect(new Set(shown.map(({ metric }) => metric)).size).toBe(shown.length);
        const own = career.achievements.filter(({ id }) => matches.has(id)).flatMap(({ metrics }) => metrics);
        expect(shown.filter(({ metric }) => own.includes(metric))).toHaveLength(Math.min(shown.length, own.length));
        const isOut = shown.map(({ achievement }) => !matches.has(achievement.id));
        expect(isOut).toEqual([...isOut].sort((a, b) => Number(a) - Number(b)));
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);
});

describe("leadMetric", () => {
  const lead = (...metrics: Metric[]): string | undefined => oneRole([work("a", metrics)]).achievements.map((one) => leadMetric(one)?.quote)[0];
  it("is the featured one, else the first, else none", () => {
    expect([lead(count(1), count(2, star)), lead(count(1), count(2)), lead()]).toEqual(["2 orders", "1 orders", undefined]);
  });
});
