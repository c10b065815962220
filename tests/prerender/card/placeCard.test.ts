import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Career } from "../../../src/model/career.js";
import { NO_FILTERS, selectMatches } from "../../../src/model/select.js";
import { createCardWords } from "../../../src/prerender/card/cardWords.js";
import { widthOf } from "../../../src/prerender/card/cardText.js";
import { placeCard, type CardPlacement, type CardSize } from "../../../src/prerender/card/placeCard.js";
import { arbCareer, careerOf, firstCareer, oneRole, RUNS, sampleCareer, sampleCareers, someAchievements } from "../../support/careers.js";
import { makeAchievement, makeRole } from "../../support/document.js";
import { cardFaults, textBoxes } from "./cardFaults.js";

const SIZE: CardSize = { width: 1200, height: 630 };

function place(career: Career, { title, matches = null, size = SIZE }: { readonly title?: string; readonly matches?: ReadonlySet<string> | null; readonly size?: CardSize } = {}): CardPlacement {
  return placeCard(career, createCardWords(career, title, matches), matches, size);
}

const figures = (card: CardPlacement): (string | undefined)[] => (card.arc?.labels ?? []).map(({ figure }) => figure?.text);
const inDomain = (career: Career, id: string): ReadonlySet<string> => selectMatches(career, { ...NO_FILTERS, domains: [id] });

/** Labels whose words begin on the subtitle's line, or within 36 px under it, and less than 64 px from its end. */
function besideSubtitle({ subtitle, arc }: CardPlacement): string[] {
  const ends = subtitle.map((run) => ({ x: run.x + widthOf(run.text, run), y: run.y }));
  return (arc?.labels ?? []).flatMap(({ box, caption, figure }) => {
    const y = caption?.y ?? figure?.y ?? 0;
    return ends.some((end) => box.x0 < end.x + 64 && y > end.y - 30 && y < end.y + 36) ? [`${figure?.text ?? ""} at ${box.x0}, ${y}`] : [];
  });
}

describe("the first career", () => {
  const card = place(firstCareer);
  it("stands as it was designed: one large line, the arc over the whole plot, two roles", () => {
    expect(card.heading.map(({ text, size }) => [text, size])).toEqual([["Lead Backend Engineer", 68]]);
    expect(card.subtitle.map(({ text }) => text)).toEqual(["9 achievements, 2018–2025"]);
    // Some 88 px lower than it might be, so that no label stands on the subtitle's line.
    expect(card.plot).toMatchObject({ x0: 64, y0: 238 });
    expect(card.bars.map(({ name, notes }) => [...name, ...notes].map(({ text }) => text))).toEqual([["Carousell", "2022–25"], ["17Live", "2018–22"]]);
  });
  it("names its four featured figures, each in one line, as large as there is room for", () => {
    expect(new Set(figures(card))).toEqual(new Set(["3M\u00a0users", "100%", "0\u00a0incidents", "−75%"]));
    expect(card.arc?.labels).toHaveLength(4);
    for (const { figure, caption } of card.arc?.labels ?? []) {
      expect(figure?.size).toBe(40);
      expect(caption?.size).toBe(30);
      expect(caption?.y).toBe(figure?.y);
    }
  });
  it("sets them smaller, down to the design's size, where that says more", () => {
    const sizesOf = (career: Career): readonly (number | undefined)[] => [...new Set(place(career).arc?.labels.map(({ caption }) => caption?.size))];
    expect(sizesOf(firstCareer)).toEqual([30]);
    expect(sizesOf(sampleCareer("thirty-years"))).toEqual([25]);
  });
  it("names all fields with their counts", () => {
    expect(card.arc?.fields.map(({ field, note }) => [field.lines.join(" "), note.text])).toEqual([["Orders", "1"], ["Compliance", "1"], ["Platform", "2"], ["Scaling", "2"], ["Payments", "3"]]);
  });
  it("has no label that would be read on from the subtitle: 64 px apart, or on a line of its own", () => {
    expect(besideSubtitle(card)).toEqual([]);
    for (const { id } of firstCareer.domains) expect(besideSubtitle(place(firstCareer, { matches: inDomain(firstCareer, id), title: "Payments" }))).toEqual([]);
  });
  it("has a mark for every achievement", () => {
    expect(new Set(card.arc?.nodes.map(({ id }) => id))).toEqual(new Set(firstCareer.achievements.map(({ id }) => id)));
  });
});

describe("a filtered card", () => {
  const matches = inDomain(firstCareer, "payments");
  const card = place(firstCareer, { matches, title: "Payments" });
  it("says how many match, of whom, and dims the rest", () => {
    expect(card.subtitle.map(({ text }) => text)).toEqual(["Lead Backend Engineer", "3 of 9 achievements, 2018–2025"]);
    expect(card.arc?.nodes.filter(({ emphasis }) => emphasis === "matched").map(({ id }) => id).sort()).toEqual([...matches].sort());
    expect(card.arc?.nodes.filter(({ emphasis }) => emphasis === "dimmed")).toHaveLength(6);
  });
  it("names matches only, also those that are not featured", () => {
    expect(card.arc?.labels.map(({ id }) => id).sort()).toEqual([...matches].sort());
  });
  it("counts by field what matches", () => {
    expect(card.arc?.fields.map(({ field, note }) => [field.lines.join(" "), note.text, field.matched])).toEqual([
      ["Payments", "3 of 3", true],
    ]);
  });
  it("dims everything where nothing matches, and leaves out nothing", () => {
    const none = place(firstCareer, { matches: new Set() });
    expect(none.subtitle.map(({ text }) => text)).toEqual(["0 of 9 achievements, 2018–2025"]);
    expect(none.arc?.labels).toEqual([]);
    expect(none.arc?.nodes.map(({ emphasis }) => emphasis)).toEqual(Array.from({ length: 9 }, () => "dimmed"));
  });
});

describe("careers at their limits", () => {
  it.each(sampleCareers.map(([name, career]) => [name, career] as const))("%s has nothing over anything else", (_, career) => {
    expect(cardFaults(place(career))).toEqual([]);
    for (const { id } of career.domains) expect(cardFaults(place(career, { matches: inDomain(career, id), title: "What was done in one field, and what came of it" }))).toEqual([]);
  });
  it("names four of sixty, also where more match", () => {
    const career = sampleCareer("dense");
    const card = place(career);
    expect(place(career, { matches: inDomain(career, "reliability") }).arc?.labels).toHaveLength(4);
    expect(card.arc?.nodes).toHaveLength(60);
    expect(card.arc?.labels).toHaveLength(4);
  });
  it("names achievements by their words where no figure is known, one of each field first", () => {
    const card = place(sampleCareer("no-metrics"));
    expect(card.arc?.labels.length).toBeGreaterThanOrEqual(3);
    for (const { figure, caption } of card.arc?.labels ?? []) {
      expect(figure).toBeNull();
      expect(caption?.text).not.toBe("");
    }
  });
  it("shows roles alone where nothing is written under them", () => {
    const card = place(sampleCareer("empty"));
    expect(card.arc).toBeNull();
    expect(card.subtitle.map(({ text }) => text)).toEqual(["Fictional person. 4 roles, 2009–2026. No achievements are written down yet."]);
    expect(card.bars.filter(({ name }) => name.length > 0).length).toBeGreaterThanOrEqual(3);
    expect(Math.min(...card.bars.map(({ box }) => box.y0))).toBeLessThan(400);
  });
  it("sets the names of bars alone alike, wrapped between words, and a long name of the person on lines of its own", () => {
    const sizes = place(sampleCareer("empty")).bars.flatMap(({ name }) => name.map(({ size }) => size));
    expect(new Set(sizes).size).toBe(1);
    const name = "Wilhelmina Constantinopoulos-Featherstonehaugh of the Northern Archipelago";
    const card = place(careerOf([makeRole({ organization: "Society for the Preservation of Audiovisual Heritage", achievements: [] })], { person: { headline: "Archivist", name } }));
    expect(card.subtitle.map(({ text }) => text).join(" ")).toMatch(new RegExp(`^${name} 1 role, .* No achievements are written down yet\\.$`));
    expect(card.bars[0]?.name.map(({ text }) => text).join(" ")).toBe("Society for the Preservation of Audiovisual Heritage");
    expect(cardFaults(card)).toEqual([]);
  });
  it("has a hairline where a year begins and nowhere else, and not one too many", () => {
    const yearsOf = (start: string, end: string): number[] => {
      const career = careerOf([makeRole({ start, end, achievements: someAchievements(3) })]);
      const { plot, arc } = place(career);
      const [from, to] = [Date.parse(`${start}T00:00Z`), Date.parse(`${end}T00:00Z`) + 86_400_000];
      return (arc?.hairs ?? []).map(({ x }) => {
        const date = new Date(Math.round((from + ((x - plot.x0) / (plot.x1 - plot.x0)) * (to - from)) / 1000) * 1000);
        expect(date.toISOString().slice(5)).toBe("01-01T00:00:00.000Z");
        return date.getUTCFullYear();
      });
    };
    expect(yearsOf("2023-02-10", "2026-11-22")).toEqual([2024, 2025, 2026]);
    expect(yearsOf("2026-02-10", "2026-11-22")).toEqual([]);
    expect(yearsOf("1903-05-01", "2026-01-31").slice(0, 3)).toEqual([1905, 1910, 1915]);
  });
  it("shows the heading alone where there is nothing else", () => {
    const card = place(careerOf([]));
    expect(card).toMatchObject({ arc: null, bars: [] });
    expect(cardFaults(card)).toEqual([]);
  });
  it("leaves a lone achievement without a field unlabelled at the right", () => {
    const card = place(sampleCareer("one-achievement"));
    expect(card.arc?.fields).toEqual([]);
    expect(card.plot.x1).toBe(1200 - 64);
    expect(card.arc?.labels).toHaveLength(1);
  });
  it("draws of more marks than can be told apart only those that may be named", () => {
    const card = place(oneRole([...someAchievements(400), makeAchievement({ id: "figure", text: "3 times", metrics: [{ kind: "count", n: 3, of: "times", quote: "3 times", featured: true }] })]));
    expect(card.arc?.nodes.map(({ id }) => id)).toEqual(["figure"]);
    expect(card.subtitle[0]?.text).toMatch(/^401 achievements/);
  });
  it("moves the arc down from under a heading that it would run into", () => {
    // All of it in the first month of ten years: the arc is high from the left on.
    const early = careerOf([makeRole({ start: "2010-01", end: "2020-01", achievements: someAchievements(5, { when: { from: "2010-01-01", to: "2010-01-20" } }) })]);
    const card = place(early);
    expect(card.plot.y0).toBeGreaterThan(180);
    expect(cardFaults(card)).toEqual([]);
  });
  it("names a change by what has changed, or not at all", () => {
    const of = "the reconciliation of settlements between marketplaces and their acquiring banks in all of the countries";
    const change = makeAchievement({ id: "change", short: "settlements", text: "75% less", metrics: [{ kind: "percent_change", percent: 75, direction: "down", of, quote: "75% less", featured: true }] });
    expect(place(oneRole([change])).arc?.labels).toEqual([]);
    const level = makeAchievement({ id: "level", short: "settlements", text: "75%", metrics: [{ kind: "level", value: 75, unit: "%", of, quote: "75%", featured: true }] });
    expect(place(oneRole([level])).arc?.labels.map(({ figure, caption }) => [figure?.text, caption?.text])).toEqual([["75%", "settlements"]]);
  });
  it("names one of twelve that stand at one place", () => {
    // Each has a window of its own round one day: those of the very same one would stand apart.
    const three = (i: number) => makeAchievement({ id: `three-${i}`, text: "3 things", when: { from: `2015-04-${15 - i < 10 ? "0" : ""}${15 - i}`, to: `2015-04-${15 + i}` }, metrics: [{ kind: "count", n: 3, of: "things", quote: "3 things", featured: i < 4 }] });
    const card = place(careerOf([makeRole({ start: "2015", end: "2020", achievements: Array.from({ length: 12 }, (_, i) => three(i)) })], { person: { headline: "Coordinator of all programmes for the preservation of audiovisual heritage in the municipalities of the coast" } }));
    expect(new Set(card.arc?.nodes.map(({ x }) => x)).size).toBe(1);
    expect(card.arc?.labels.length).toBeGreaterThanOrEqual(1);
    expect(cardFaults(card)).toEqual([]);
  });
  it("draws those of the very same months apart, and names one of the uppermost", () => {
    const when = { from: "2018-02", to: "2018-06" } as const;
    const card = place(careerOf([makeRole({ start: "2015", end: "2020", achievements: Array.from({ length: 12 }, (_, i) => makeAchievement({ id: `three-${i}`, text: "3 things", when, metrics: [{ kind: "count", n: 3, of: "things", quote: "3 things", featured: i > 7 }] })) })]));
    const xs = card.arc?.nodes.map(({ x }) => x) ?? [];
    expect(new Set(xs).size).toBe(12);
    expect(card.arc?.labels.length).toBeGreaterThanOrEqual(1);
    expect(cardFaults(card)).toEqual([]);
  });
  it("shows promotions as one stay", () => {
    const roles = [
      makeRole({ id: "a", title: "Engineer", organization: "Acme", start: "2015-01", end: "2018-01" }),
      makeRole({ id: "b", title: "Lead", organization: "Acme", start: "2018-01", end: "2022-01" }),
    ];
    const card = place(careerOf(roles));
    expect(card.bars.map(({ name, notes }) => [...name, ...notes].map(({ text }) => text))).toEqual([["Acme", "2015–22"]]);
  });
  it("keeps overlapping roles in lanes of their own, on the card", () => {
    const roles = Array.from({ length: 7 }, (_, i) => makeRole({ id: `r${i}`, organization: `Company ${i}`, start: "2015-01", end: "2020-01", achievements: i === 0 ? someAchievements(3) : [] }));
    const card = place(careerOf(roles));
    expect(new Set(card.bars.map(({ box }) => box.y0)).size).toBe(7);
    expect(cardFaults(card)).toEqual([]);
  });
});

describe("any career", () => {
  const arbText = fc.oneof(fc.lorem({ maxCount: 12 }), fc.constantFrom("長い肩書きの見出しがここに入りますから二行になるはずです", "مهندس برمجيات أول ومدير منتجات", "👩‍👩‍👧‍👦 parents", "W".repeat(120)));

  it("has no text over another, over a mark or over the edge, at any size", () => {
    const arbSize = fc.constantFrom<CardSize>(SIZE, SIZE, { width: 1200, height: 1200 }, { width: 1200, height: 560 }, { width: 2000, height: 560 });
    fc.assert(
      fc.property(arbCareer, fc.option(fc.nat({ max: 6 })), fc.option(arbText), arbSize, (career, domain, title, size) => {
        const matches = domain === null ? null : inDomain(career, `domain-${domain}`);
        const card = place(career, { matches, size, ...(title === null ? {} : { title }) });
        expect(cardFaults(card)).toEqual([]);
        expect(textBoxes(card).length).toBeGreaterThan(1);
        expect(card.arc === null).toBe(career.achievements.length === 0);
      }),
      { numRuns: RUNS },
    );
  });
});
