// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { beforeAll, describe, expect, it } from "vitest";
import { cases, type GalleryCase } from "./cases.js";

const INTERACTIVE = "a[href], button, input, select, summary, [tabindex]";

/** As a browser reads it, for those who ask a browser. */
function read(markup: string): HTMLElement {
  const page = document.createElement("div");
  page.innerHTML = markup;
  document.body.replaceChildren(page);
  return page;
}

const idsOf = (page: Element): readonly string[] => [...page.querySelectorAll("[id]")].map(({ id }) => id);

describe.each(cases.map((each) => [each.name, each] as const))("%s", (_, each: GalleryCase) => {
  let markup = "";
  let page: HTMLElement = document.createElement("div");
  beforeAll(() => {
    markup = each.draw();
    page = read(markup);
  });

  it("says nothing that leaked out of the program", () => {
    expect(markup).not.toMatch(/NaN|undefined|Infinity|\[object|null/);
  });

  it("needs no style attribute, which a strict policy would drop", () => {
    expect(markup).not.toMatch(/\sstyle=/);
  });

  it("turns no words", () => {
    // The pattern of a break is hatched at 45 degrees; nothing that can be read is.
    expect(markup).not.toMatch(/\stransform="[^"]*rotate/);
    expect(page.querySelectorAll("[rotate], [writing-mode]")).toHaveLength(0);
  });

  it("gives an id once, and points only at ids it has", () => {
    const ids = idsOf(page);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    const pointed = [
      ...markup.matchAll(/url\(#([^)]+)\)/g),
      ...markup.matchAll(/\saria-(?:labelledby|controls|describedby)="([^"]+)"/g),
      ...(each.served ? markup.matchAll(/\shref="#([^"]+)"/g) : []),
    ].map((match) => match[1]);
    expect(pointed.filter((id) => id === undefined || !known.has(id))).toEqual([]);
  });

  it("names everything that can be pressed", () => {
    for (const element of page.querySelectorAll(INTERACTIVE)) expect(element).toHaveAccessibleName();
  });

  it("hides nothing from screen readers that keys can reach", () => {
    expect(page.querySelectorAll(`[aria-hidden="true"] :is(${INTERACTIVE})`)).toHaveLength(0);
  });

  it("names its drawing, or passes over it", () => {
    for (const svg of page.querySelectorAll("svg")) {
      if (svg.closest("[aria-hidden='true']")) continue;
      expect(svg).toHaveAccessibleName();
    }
  });
});

describe("the table of cases", () => {
  it("names each case once", () => {
    const names = cases.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(["empty", "one", "many", "overlapping", "long-names", "ongoing"])("has the arc in the state %s, on a phone and on a desk", (state) => {
    const names = cases.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([`arc-${state}-358`, `arc-${state}-1184`]));
  });
});
