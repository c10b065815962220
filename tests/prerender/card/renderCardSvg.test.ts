// @vitest-environment jsdom
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Career } from "../../../src/model/career.js";
import { filtersOfView, NO_FILTERS } from "../../../src/model/select.js";
import { PALETTES } from "../../../src/prerender/card/palette.js";
import { renderCardSvg, type CardOptions } from "../../../src/prerender/card/renderCardSvg.js";
import { arbCareer, careerOf, firstCareer, RUNS, sampleCareer, sampleCareers } from "../../support/careers.js";
import { makeAchievement, makeRole } from "../../support/document.js";
import { HOSTILE } from "../../support/hostile.js";

const NAMED: CardOptions = { theme: "light", font: "named" };
const WOFF2 = readFileSync(join(import.meta.dirname, "../../../public/fonts/instrument-sans.woff2"), "base64");
const EMBEDDED: CardOptions = { theme: "light", font: { woff2: WOFF2 } };

/** Throws where it is no XML. */
function parse(svg: string): Element {
  const document = new DOMParser().parseFromString(svg, "image/svg+xml");
  const error = document.querySelector("parsererror");
  if (error) throw new Error(error.textContent);
  return document.documentElement;
}
const all = (root: Element): Element[] => [root, ...root.querySelectorAll("*")];

/** What must not be in an image that stands on its own. */
function foreign(root: Element): string[] {
  return all(root).flatMap((each) => [
    ...(["script", "foreignObject", "image", "a", "iframe"].includes(each.localName) ? [each.localName] : []),
    ...[...each.attributes].flatMap(({ name, value }) => {
      const reference = name === "href" || name === "xlink:href" ? !value.startsWith("#") : /url\(\s*(?!#)/.test(value);
      return reference || name === "style" || name === "class" || name.startsWith("on") || /var\(|light-dark\(|currentcolor/i.test(value) ? [`${each.localName} ${name}=${value}`] : [];
    }),
    ...(each.localName === "style" && /url\((?!data:font\/woff2;base64,[A-Za-z0-9+/=]+\))|@import/.test(each.textContent ?? "") ? ["style"] : []),
  ]);
}

describe("a card", () => {
  it.each(sampleCareers.flatMap(([name, career]) => (["light", "dark"] as const).map((theme) => [name, theme, career] as const)))("%s, %s, stands on its own and says what it is", (_, theme, career) => {
    for (const font of [NAMED.font, EMBEDDED.font]) {
      const root = parse(renderCardSvg(career, { theme, font }));
      expect(foreign(root)).toEqual([]);
      expect(root.firstElementChild?.localName).toBe("title");
      expect(root.querySelector("title")?.textContent).toBe(career.person.headline);
      expect(root.querySelector("desc")?.textContent).toContain(career.person.headline);
      expect(root.getAttribute("role")).toBe("img");
    }
  });
  it("refers to nothing that is not there, and names nothing twice", () => {
    for (const [, career] of sampleCareers) {
      const root = parse(renderCardSvg(career, NAMED));
      const ids = [...root.querySelectorAll("[id]")].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const wanted = all(root).flatMap((each) => [...each.attributes].flatMap(({ value }) => /^(?:url\()?#([\w-]+)\)?$/.exec(value)?.[1] ?? []).filter((id) => !/^[0-9a-f]{6}$/.test(id)));
      expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
      if (career.achievements.length > 0) expect(wanted.length).toBeGreaterThan(0);
    }
  });
  it("sets no text smaller than 23 px", () => {
    for (const [, career] of sampleCareers) {
      const sizes = [...parse(renderCardSvg(career, NAMED)).querySelectorAll("text")].map((text) => Number(text.getAttribute("font-size")));
      expect(sizes.length).toBeGreaterThan(2);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(23);
    }
  });
  it("takes its colours from its palette alone", () => {
    for (const theme of ["light", "dark"] as const) {
      const svg = renderCardSvg(sampleCareer("thirty-years"), { theme, font: "named", filters: { ...NO_FILTERS, domains: ["networks"] } });
      const { colours, fills, ...neutrals } = PALETTES[theme];
      const known = new Set([...colours, ...fills, ...Object.values(neutrals)]);
      const used = svg.match(/#[0-9a-f]{6}/g) ?? [];
      expect(used.length).toBeGreaterThan(20);
      expect(used.filter((colour) => !known.has(colour))).toEqual([]);
    }
  });
  it("is drawn in its design's size, and fitted into any other without distortion", () => {
    const size = (options: Partial<CardOptions>): (string | null)[] => ["width", "height", "viewBox"].map((name) => parse(renderCardSvg(firstCareer, { ...NAMED, ...options })).getAttribute(name));
    expect(size({})).toEqual(["1200", "630", "0 0 1200 630"]);
    expect(size({ width: 600, height: 315 })).toEqual(["600", "315", "0 0 1200 630"]);
    expect(size({ width: 1000, height: 1000 })).toEqual(["1000", "1000", "0 0 1200 1200"]);
    expect(size({ width: 1500, height: 500 })).toEqual(["1500", "500", "0 0 1680 560"]);
  });
  it("gives the same bytes for the same career", () => {
    expect(renderCardSvg(firstCareer, NAMED)).toBe(renderCardSvg(firstCareer, NAMED));
  });
  it("asks for hundreds of weight where the font is only named", () => {
    const weights = (options: CardOptions): Set<string | null> => new Set([...parse(renderCardSvg(firstCareer, options)).querySelectorAll("text")].map((text) => text.getAttribute("font-weight")));
    expect(weights(NAMED)).toEqual(new Set(["400", "700"]));
    expect(weights(EMBEDDED)).toEqual(new Set(["440", "650"]));
  });
});

describe("a card of a view", () => {
  it("has the view's title, its count, and dims what does not match", () => {
    const career = sampleCareer("dense");
    const [view] = career.views;
    if (!view) throw new Error("the sample has no view");
    const root = parse(renderCardSvg(career, { ...NAMED, title: view.title, filters: filtersOfView(view) }));
    const texts = [...root.querySelectorAll("text")].map((text) => text.textContent);
    expect(texts).toContain(view.title);
    expect(texts).toContain("Fictional person. 12 of 60 achievements, 2011–2026");
    expect(root.innerHTML).toContain(PALETTES.light.dim);
    expect(root.innerHTML).toContain(PALETTES.light.dimFill);
  });
  it("is the whole career where nothing is filtered, or only what the career does not have", () => {
    expect(renderCardSvg(firstCareer, { ...NAMED, filters: NO_FILTERS })).toBe(renderCardSvg(firstCareer, NAMED));
    expect(renderCardSvg(firstCareer, { ...NAMED, filters: { ...NO_FILTERS, domains: ["unheard-of"] } })).toBe(renderCardSvg(firstCareer, NAMED));
  });
});

describe("strangers' words", () => {
  /** Every word that can come onto a card. */
  const hostileCareer = (text: string): Career => careerOf(
    [makeRole({ title: text, organization: text, achievements: [makeAchievement({ title: text, short: text, text, domains: ["d"], metrics: [{ kind: "count", n: 3, of: text, quote: text, note: text, featured: true }] })] })],
    { person: { headline: text, name: text }, domains: [{ id: "d", label: text }] },
  );
  it.each(HOSTILE.map((text) => [JSON.stringify(text.slice(0, 40)), text] as const))("stay words: %s", (_, text) => {
    const root = parse(renderCardSvg(hostileCareer(text), { ...NAMED, title: text }));
    expect(foreign(root)).toEqual([]);
    const plain = parse(renderCardSvg(hostileCareer("x"), { ...NAMED, title: "x" }));
    const names = (element: Element): Set<string> => new Set(all(element).map(({ localName }) => localName));
    expect([...names(root)].filter((name) => !names(plain).has(name) && name !== "path" && name !== "text" && name !== "g")).toEqual([]);
  });
  it("of any career come out as XML", () => {
    fc.assert(
      fc.property(arbCareer, fc.string({ unit: "binary", maxLength: 60 }), (career, title) => {
        expect(foreign(parse(renderCardSvg(career, { ...NAMED, title })))).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 10) },
    );
  });
});

describe("a card for a README", () => {
  const LIMIT = 60_000;
  it.each(sampleCareers.map(([name, career]) => [name, career] as const))("%s stays under 60 kB with its font in it, light and dark", (_, career) => {
    for (const theme of ["light", "dark"] as const) {
      const svg = renderCardSvg(career, { theme, font: { woff2: WOFF2 } });
      expect(new TextEncoder().encode(svg).length).toBeLessThanOrEqual(LIMIT);
      expect(svg).toContain(`base64,${WOFF2})`);
    }
  });
});

describe("the first career", () => {
  const GOLDEN = join(import.meta.dirname, "golden");
  it.each(["light", "dark"] as const)("is drawn as it was: %s. After a wanted change look at it, then UPDATE_GOLDEN=1", (theme) => {
    const file = join(GOLDEN, `first-${theme}.svg`);
    const svg = `${renderCardSvg(firstCareer, { theme, font: "named" }).replaceAll("><", ">\n<")}\n`;
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, svg);
    expect(svg).toBe(readFileSync(file, "utf8"));
  });
});
