import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arcForm, arcHeight, embedForm, type ArcForm } from "../../src/layout/arcFrame.js";
import { placeCareerArc, type ArcRequest, type CareerArcPlacement } from "../../src/layout/careerArc.js";
import { roleLanes } from "../../src/layout/roleBars.js";
import { titleBlock } from "../../src/layout/titleBlock.js";
import type { Px } from "../../src/lib/units.js";
import type { Career } from "../../src/model/career.js";
import { matchSubtitle, matchTitle } from "../../src/model/phrase.js";
import { createMatcher, NO_FILTERS, type Filters } from "../../src/model/select.js";
import { arbCareer, careerOf, firstCareer, oneRole, PATIENCE_MS, RUNS, sampleCareer, sampleCareers, someAchievements } from "../support/careers.js";
import { makeAchievement, makeRole } from "../support/document.js";
import { arcFaults } from "./arcFaults.js";

/** Page columns from a small phone to a large screen; the arc is narrower where details stand beside it. */
const WIDTHS: readonly Px[] = [320, 358, 390, 480, 520, 521, 672, 768, 900, 1003, 1004, 1184, 1280, 1440, 1920];
const DETAILS: Px = 372;

interface Asked {
  readonly filters?: Filters;
  readonly selected?: string | null;
  readonly besideDetails?: boolean;
}

/** As the page asks for it. */
function requestOf(career: Career, page: Px, { filters = NO_FILTERS, selected = null, besideDetails = false }: Asked = {}): ArcRequest {
  const form: ArcForm = arcForm(page);
  const found = createMatcher(career).matches(filters);
  return {
    width: besideDetails && page >= 1100 ? page - DETAILS : page,
    height: arcHeight(page, 1 + Math.max(0, ...roleLanes(career)), career.achievements.length),
    form,
    emphasis: { matches: filters === NO_FILTERS ? null : found, selected },
    title: titleBlock(matchTitle(career, filters, found), matchSubtitle(career, filters, found), form),
  };
}

function placed(career: Career, request: ArcRequest): CareerArcPlacement {
  const placement = placeCareerArc(career, request);
  if (!placement) throw new Error("nothing to place");
  return placement;
}

const faultsOf = (career: Career, request: ArcRequest): string[] => arcFaults(career, request, placed(career, request));

/** What the page asks for: no filter, one that keeps a field, one that keeps those with a number, and a selection in each. */
function requestsOf(career: Career, page: Px): ArcRequest[] {
  const middle = career.achievements[Math.floor(career.achievements.length / 2)]?.id ?? null;
  const last = career.achievements.at(-1)?.id ?? null;
  const field = career.domains[0]?.id;
  const byField: Filters = field === undefined ? { ...NO_FILTERS, text: "e" } : { ...NO_FILTERS, domains: [field] };
  const byNumber: Filters = { ...NO_FILTERS, hasNumber: true };
  return [
    requestOf(career, page),
    requestOf(career, page, { filters: byField }),
    requestOf(career, page, { filters: byNumber }),
    requestOf(career, page, { selected: middle, besideDetails: true }),
    requestOf(career, page, { filters: byField, selected: last, besideDetails: true }),
  ];
}

/** As an embed asks for it: no title in the drawing, and the host's font. */
function embedded(career: Career, request: ArcRequest, widthFactor: number): ArcRequest {
  const form = embedForm(request.width);
  return { ...request, form, height: arcHeight(request.width, 1 + Math.max(0, ...roleLanes(career)), career.achievements.length, form), title: titleBlock("", "", form), widthFactor };
}

const arbPage = fc.integer({ min: 320, max: 1920 });

describe("every career that is shipped", () => {
  for (const [name, career] of sampleCareers) {
    it.each(WIDTHS)(`${name} at %d px: nothing overlaps, leaves its room or goes missing`, (page) => {
      for (const request of requestsOf(career, page)) expect(faultsOf(career, request)).toEqual([]);
    });

    it.each([320, 519, 520, 608, 800, 1200])(`${name} in a host's column of %d px, in whatever font`, (width) => {
      for (const factor of [0.86, 1, 1.24]) for (const request of requestsOf(career, width)) {
        expect(faultsOf(career, embedded(career, request, factor))).toEqual([]);
      }
    });
  }
});

describe("any career", () => {
  it("at any width, filtered or not, selected or not: nothing overlaps, leaves its room or goes missing", () => {
    fc.assert(
      fc.property(arbCareer, arbPage, fc.nat(4), (career, page, n) => {
        if (career.roles.length === 0) {
          expect(placeCareerArc(career, requestOf(career, page))).toBeNull();
          return;
        }
        const request = requestsOf(career, page)[n] ?? requestOf(career, page);
        expect(faultsOf(career, request)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  }, PATIENCE_MS);

  it("in any host's column and font: the same", () => {
    fc.assert(
      fc.property(arbCareer, arbPage, fc.nat(4), fc.double({ min: 0.8, max: 1.6, noNaN: true }), (career, page, n, factor) => {
        if (career.roles.length === 0) return;
        const request = embedded(career, requestsOf(career, page)[n] ?? requestOf(career, page), factor);
        expect(faultsOf(career, request)).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  }, PATIENCE_MS);

  it("comes out the same twice", () => {
    fc.assert(
      fc.property(arbCareer, arbPage, (career, page) => {
        const twice = [0, 1].map(() => JSON.stringify(placeCareerArc(career, requestOf(career, page))));
        expect(twice[0]).toBe(twice[1]);
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  }, PATIENCE_MS);

  it("is not told apart by its selection where nothing is selected: a filter that all match dims nothing", () => {
    const all = placed(firstCareer, { ...requestOf(firstCareer, 1280), emphasis: { matches: new Set(firstCareer.achievements.map(({ id }) => id)), selected: null } });
    expect(all.nodes.map(({ emphasis }) => emphasis)).toEqual(all.nodes.map(() => "matched"));
    for (const band of all.bands) expect(band.yMatched).toEqual(band.y1);
  });
});

const YEARS_60 = { start: "1966-01", end: "2025-12" };
const EXTREMES: readonly (readonly [string, Career])[] = [
  ["no achievement", oneRole([])],
  ["one", oneRole(someAchievements(1))],
  ["two", oneRole(someAchievements(2))],
  ["500 undated", oneRole(someAchievements(500), YEARS_60)],
  ["500 with figures on one day", oneRole(someAchievements(500, { when: { from: "2020-05-04", to: "2020-05-04" }, metrics: [{ kind: "count", n: 3_000_000, of: "users", quote: "3M users" }] }))],
  ["a day", oneRole(someAchievements(3), { start: "2020-05-04", end: "2020-05-04" })],
  ["begun today", oneRole(someAchievements(2), { start: "2026-11-22", end: null })],
  ["not yet begun", oneRole(someAchievements(2), { start: "2027-03", end: null })],
  ["begun tomorrow, after another job", careerOf([makeRole(), makeRole({ id: "next", start: "2026-11-23", end: null, achievements: [] })])],
  ["sixty years", oneRole(someAchievements(12), YEARS_60)],
  ["a thousand years", oneRole(someAchievements(12), { start: "1026", end: "2025" })],
  ["a day within sixty years", careerOf([makeRole({ ...YEARS_60, achievements: someAchievements(2) }), makeRole({ id: "day", organization: "A day's organization with a long name", start: "1990-01-01", end: "1990-01-01", achievements: someAchievements(2, {}, "day") })])],
  ["ten roles at once", careerOf(Array.from({ length: 10 }, (_, i) => makeRole({ id: `r${i}`, organization: `Organization ${i}`, achievements: someAchievements(2, {}, `w${i}`) })))],
  ["forty short roles in a row", careerOf(Array.from({ length: 40 }, (_, i) => makeRole({ id: `r${i}`, organization: `Organization ${i}`, start: `20${String(i % 26).padStart(2, "0")}-01`, end: `20${String(i % 26).padStart(2, "0")}-12`, achievements: [] })))],
  ["a deadline long after", oneRole([makeAchievement({ metrics: [{ kind: "deadline", offset: { amount: 3, unit: "week" }, relation: "ahead_of", anchor: "the census", anchorDate: "2041", quote: "3 weeks" }] })])],
  ["ten fields of the longest names", careerOf(
    [makeRole({ achievements: Array.from({ length: 10 }, (_, i) => makeAchievement({ id: `w${i}`, domains: [`d${i}`, "d0"] })) })],
    { domains: Array.from({ length: 10 }, (_, i) => ({ id: `d${i}`, label: `Rückzahlungsanforderungsbearbeitung and settlement ${i}` })) },
  )],
];

describe("at the limits", () => {
  for (const [name, career] of EXTREMES) {
    it.each([320, 520, 800, 1280, 1920])(`${name}, at %d px`, (page) => {
      for (const request of requestsOf(career, page)) expect(faultsOf(career, request)).toEqual([]);
    });
  }

  it("there is nothing to draw for a career without roles", () => {
    expect(placeCareerArc(careerOf([]), requestOf(careerOf([]), 1280))).toBeNull();
  });
});

describe("y ticks", () => {
  it("are whole, ascending, below the total, two at the most, and there from two achievements on", () => {
    for (let total = 1; total <= 1000; total += total < 60 ? 1 : 47) {
      const { yTicks } = placed(oneRole(someAchievements(total)), { ...requestOf(firstCareer, 1280), emphasis: { matches: new Set(), selected: null } });
      const values = yTicks.map(({ label }) => Number(label.replaceAll(",", "")));
      expect(values.every((value, i) => Number.isInteger(value) && value > (values[i - 1] ?? 0) && value < total)).toBe(true);
      expect(values.length).toBeLessThanOrEqual(2);
      expect(values.length > 0).toBe(total >= 2);
    }
  }, PATIENCE_MS);
});

describe("the first career", () => {
  const desk = placed(firstCareer, requestOf(firstCareer, 1184));

  it("names all nine on a desk, and the featured four on a phone, a tablet and a desk", () => {
    expect(desk.unnamed).toEqual([]);
    for (const page of WIDTHS.filter((width) => width <= 520 || width >= 672)) {
      const { unnamed } = placed(firstCareer, requestOf(firstCareer, page));
      for (const id of ["live-event", "e-invoices", "first-temporal", "payment-interface"]) expect(unnamed).not.toContain(id);
    }
  });

  it.each([
    // Less than four is the most that the full words allow, all in one form: a search of all places, each 4 px along and 1 px up to 160, finds no more.
    [320, 1.2, 3], [320, 1.3, 3], [342, 1.2, 3], [360, 1.2, 4],
    [540, 1.1, 4], [540, 1.2, 3], [540, 1.3, 3], [560, 1.2, 4], [560, 1.3, 3], [600, 1.2, 4], [640, 1.3, 4],
  ])("in a host's column of %d px, in a font %d times as wide, names %d of the featured four", (width, factor, most) => {
    const { labels } = placed(firstCareer, embedded(firstCareer, requestOf(firstCareer, width), factor));
    expect(labels.filter(({ id }) => ["live-event", "e-invoices", "first-temporal", "payment-interface"].includes(id))).toHaveLength(most);
  });

  it("has its labels in one line in a host's column, and in two where that names more of the featured", () => {
    const twoLined = (width: Px, factor: number): boolean =>
      placed(firstCareer, embedded(firstCareer, requestOf(firstCareer, width), factor)).labels.some(({ figure, caption }) => figure && caption && figure.y !== caption.y);
    expect([twoLined(608, 1), twoLined(600, 1.2), twoLined(540, 1.2), twoLined(560, 1.3)]).toEqual([false, false, true, true]);
  });

  it.each([288, 300, 320, 340, 390])("names whatever is selected in a host's narrow column, by its figure at least: %d px", (width) => {
    for (const factor of [1, 1.13, 1.2, 1.3]) {
      const named = firstCareer.achievements.map(({ id }) => placed(firstCareer, embedded(firstCareer, { ...requestOf(firstCareer, width), emphasis: { matches: null, selected: id } }, factor)).labels.find((label) => label.id === id));
      expect(named.filter((label) => label?.figure).length).toBe(firstCareer.achievements.length);
    }
  });

  it.each([["live-event", 608], ["package-guidelines", 608], ["payment-interface", 460]])("names what is selected in a host's column: %s at %d px", (selected, width) => {
    const { labels } = placed(firstCareer, embedded(firstCareer, { ...requestOf(firstCareer, width), emphasis: { matches: null, selected } }, 1));
    expect(labels.map(({ id }) => id)).toContain(selected);
  });

  it("ends at nine, its bands in order of size", () => {
    expect(desk.total?.text).toBe("9");
    expect(desk.ends.map(({ lines, note }) => `${lines.join(" ")} ${note}`)).toEqual(["Orders 1", "Compliance 1", "Platform 2", "Scaling 2", "Payments 3"]);
    expect(desk.bands.map(({ domainId }) => domainId)).toEqual(["payments", "scaling", "platform", "compliance", "orders"]);
  });

  it("meets the first role's bar with the second's in March 2022, in one lane", () => {
    const [second, first] = desk.roles.bars;
    expect(first?.box.y0).toBe(second?.box.y0);
    expect((second?.box.x0 ?? 0) - (first?.box.x1 ?? 0)).toBeCloseTo(1.5, 6);
    expect(desk.scale.toTime(second?.box.x0 ?? 0)).toBeCloseTo(Date.UTC(2022, 2, 16, 12), -3);
  });

  it("has one bracket, for the one start that is known, no now and no flag", () => {
    expect(desk.known.map(({ id }) => id)).toEqual(["order-flow"]);
    expect([desk.nowX, desk.flags]).toEqual([null, []]);
  });

  it("dims what does not match and keeps it where it is", () => {
    const filtered = placed(firstCareer, requestOf(firstCareer, 1184, { filters: { ...NO_FILTERS, domains: ["payments"] } }));
    expect(filtered.nodes.filter(({ emphasis }) => emphasis === "matched").map(({ id }) => id)).toEqual(["billing-system", "first-temporal", "payment-interface"]);
    expect(filtered.nodes.map(({ id }) => id)).toEqual(desk.nodes.map(({ id }) => id));
    expect(filtered.labels.map(({ id }) => id).sort()).toEqual(["billing-system", "first-temporal", "payment-interface"]);
    expect(filtered.ends.map(({ matched }) => matched)).toEqual([false, false, false, false, true]);
    expect(filtered.roles.bars.map(({ texts }) => texts.at(-1) && texts.find(({ text }) => text.includes(" of "))?.text)).toEqual(["2 of 5", "1 of 4"]);
  });

  it("shows the window of what is selected, its dots past the bracket of a known start", () => {
    const { window, known, roles } = placed(firstCareer, requestOf(firstCareer, 1184, { selected: "order-flow" }));
    expect([window?.dots.x0, window?.dots.x1]).toEqual([known[0]?.x1, window?.x1]);
    expect(roles.bars.map(({ faded }) => faded)).toEqual([false, true]);
    expect(window?.top0).toBeGreaterThan(window?.top1 ?? 0);
  });
});

describe("a host's column", () => {
  const rolesOf = (name: string, width: Px): CareerArcPlacement["roles"] => {
    const career = sampleCareer(name);
    return placed(career, embedded(career, requestOf(career, width), 1)).roles;
  };
  const heightOf = ({ bars }: CareerArcPlacement["roles"]): Px => (bars[0]?.box.y1 ?? 0) - (bars[0]?.box.y0 ?? 0);

  it("has higher bars, and then a row under them, where that names more organizations", () => {
    const [wrapped, both] = [rolesOf("nurse", 800), rolesOf("nurse", 608)];
    expect([wrapped.unnamed, both.unnamed]).toEqual([[], []]);
    expect(wrapped.bars.map(({ tick, texts }) => [tick === null, texts.length])).toContainEqual([true, 2]);
    expect([both.bars.filter(({ tick }) => tick !== null).length, both.bars.filter(({ texts }) => texts.length === 2).length]).toEqual([1, 3]);
    expect([heightOf(wrapped), heightOf(both)]).toEqual([34, 34]);
  });

  it("has bars of one line where more room names nobody else", () => {
    expect(heightOf(rolesOf("career", 608))).toBe(28);
    expect([rolesOf("long-names", 608).unnamed.length > 0, heightOf(rolesOf("long-names", 608))]).toEqual([true, 28]);
  });
});

describe("an ongoing career", () => {
  it("has a line where now is, at the end of its arc", () => {
    const career = sampleCareer("one-achievement");
    const { nowX, scale, roles, xs } = placed(career, requestOf(career, 1280));
    expect(nowX).toBe(scale.toPx(career.asOf));
    expect(nowX).toBe(xs.at(-1));
    expect(roles.bars[0]?.ongoing).toBe(true);
  });
});

describe("a deadline", () => {
  const deadline = (anchorDate: string): Career =>
    oneRole([makeAchievement({ metrics: [{ kind: "deadline", offset: { amount: 3, unit: "week" }, relation: "ahead_of", anchor: "the census", anchorDate, quote: "3 weeks" }] })]);
  it("is a flag in the middle of what its date may mean, and none where that is not on the axis", () => {
    const { flags, scale } = placed(deadline("2020-06"), requestOf(firstCareer, 1280));
    expect(flags.map(({ x }) => x)).toEqual([scale.toPx(Date.UTC(2020, 5, 16))]);
    expect(placed(deadline("2035"), requestOf(firstCareer, 1280)).flags).toEqual([]);
  });
});

it("has round count ticks at about a third and two thirds", () => {
  const ticksOf = (n: number): string[] => placed(oneRole(someAchievements(n)), requestOf(oneRole(someAchievements(n)), 1184)).yTicks.map(({ label }) => label);
  expect([ticksOf(12), ticksOf(9), ticksOf(2)]).toEqual([["4", "8"], ["3", "6"], ["1"]]);
});
