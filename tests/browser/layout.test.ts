import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleCareers } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { arcTextFaults, cutOff, missedMarks, overflowing, overlappingWords, smallTargets } from "../support/geometry.js";
import { details, openPage, resize, settled, table } from "../support/page.js";
import { siteOf } from "../support/site.js";
import { visibleTexts } from "../support/visible.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const NAMES = sampleCareers.map(([name]) => name);
/** Phones, a half window, tablets, and what stands around the style sheet's own limits. */
const WIDTHS = [320, 390, 640, 768, 1100, 1280, 1920];
const SMALLEST_TEXT = 12;
/** The still arc is drawn for three widths and scaled to those in between; its words also stand in the list, at full size. */
const DRAWN_FOR = [390, 768, 1280, 1920];
const SMALLEST_SCALED = 10;

/** The smallest of them, and how many there are. */
async function tiny(page: Page, floor = SMALLEST_TEXT): Promise<string[]> {
  const small = (await visibleTexts(page)).filter(({ size }) => size < floor - 0.01).sort((a, b) => a.size - b.size);
  const [least] = small;
  return least ? [`${small.length} texts, the smallest "${least.text.trim().slice(0, 40)}" of ${least.size.toFixed(1)} px in ${least.where}`] : [];
}

/** What is wrong with how the page lies, by kind. */
async function faults(page: Page): Promise<Record<string, readonly string[]>> {
  return { overflow: await overflowing(page), cut: await cutOff(page), arc: await arcTextFaults(page), words: await overlappingWords(page), tiny: await tiny(page), targets: await smallTargets(page) };
}
const NONE = { overflow: [], cut: [], arc: [], words: [], tiny: [], targets: [] };

describe.each(NAMES)("%s", (name) => {
  it("lies well at every width", async () => {
    const { page, close } = await openPage(browser, await siteOf(name), { width: 1920 });
    const found: Record<string, unknown> = {};
    for (const width of WIDTHS) {
      await resize(page, width);
      found[`${width} px`] = await faults(page);
    }
    expect(found).toEqual(Object.fromEntries(WIDTHS.map((width) => [`${width} px`, NONE])));
    await close();
  });

  it("lies well as a still page, before any script", async () => {
    const { page, close } = await openPage(browser, await siteOf(name), { width: 1920, script: false });
    const found: Record<string, unknown> = {};
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      found[`${width} px`] = { overflow: await overflowing(page), arc: await arcTextFaults(page), tiny: await tiny(page, DRAWN_FOR.includes(width) ? SMALLEST_TEXT : SMALLEST_SCALED) };
    }
    expect(found).toEqual(Object.fromEntries(WIDTHS.map((width) => [`${width} px`, { overflow: [], arc: [], tiny: [] }])));
    await close();
  });

  it("gives the pointer the nearest mark", async () => {
    const { page, close } = await openPage(browser, await siteOf(name), { width: 1280 });
    const found: Record<string, readonly string[]> = {};
    for (const width of [390, 1280]) {
      await resize(page, width);
      found[`${width} px`] = await missedMarks(page);
    }
    expect(found).toEqual({ "390 px": [], "1280 px": [] });
    await close();
  });
});

describe.each(["career", "dense", "long-names"])("%s with something asked for", (name) => {
  const achievement = sampleCareers.find(([other]) => other === name)?.[1].achievements[1];
  const states = [
    { state: "details open", query: `?at=${achievement?.id ?? ""}` },
    { state: "filtered", query: `?domain=${achievement?.domains[0] ?? ""}` },
    { state: "the table", query: "?as=table" },
    { state: "nothing found", query: "?q=zzzzzzzz" },
    { state: "a part of time", query: "?zoom=2019-01-01,2022-12-31" },
  ];
  it.each(states)("lies well: $state", async ({ query }) => {
    const { page, close } = await openPage(browser, new URL(query, await siteOf(name)).href, { width: 1280 });
    if (query.startsWith("?at")) await details(page).waitFor();
    if (query.startsWith("?as")) await table(page).waitFor();
    await settled(page);
    const found: Record<string, unknown> = {};
    for (const width of [320, 1280]) {
      await resize(page, width);
      found[`${width} px`] = await faults(page);
    }
    expect(found).toEqual({ "320 px": NONE, "1280 px": NONE });
    await close();
  });
});

/** WCAG 1.4.12: what a reader's own style sheet may do to the text. */
const TEXT_SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }";

describe.each(["career", "long-names", "thirty-years"])("%s under strain", (name) => {
  const strained = async (page: Page): Promise<unknown> => ({ overflow: await overflowing(page), cut: await cutOff(page) });

  it("fits a window of 320 × 256, which is 1280 × 1024 at 400 %", async () => {
    const { page, close } = await openPage(browser, await siteOf(name), { width: 320, height: 256, deviceScaleFactor: 4 });
    expect(await strained(page)).toEqual({ overflow: [], cut: [] });
    await close();
  });

  it("fits at 200 %", async () => {
    const { page, close } = await openPage(browser, await siteOf(name), { width: 640, height: 400, deviceScaleFactor: 2 });
    expect(await faults(page)).toEqual(NONE);
    await close();
  });

  it.each([320, 1280])("bears a reader's own text spacing, %i px wide", async (width) => {
    const { page, close } = await openPage(browser, await siteOf(name), { width });
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
    }, TEXT_SPACING);
    await settled(page);
    expect(await page.locator("h1").evaluate((heading) => getComputedStyle(heading).wordSpacing)).not.toBe("0px");
    expect(await strained(page)).toEqual({ overflow: [], cut: [] });
    await close();
  });

  it("bears letters twice as large in the browser's settings", async () => {
    const { page, close } = await openPage(browser, await siteOf(name), { width: 390 });
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("html { font-size: 200% !important }");
      document.adoptedStyleSheets = [sheet];
    });
    await settled(page);
    expect(await strained(page)).toEqual({ overflow: [], cut: [] });
    await close();
  });
});

it("keeps the names of a table's rows in sight on a phone while the rest scrolls under its faded edge", async () => {
  const { page, close } = await openPage(browser, new URL("?as=table", await siteOf("career")).href, { width: 390 });
  await table(page).waitFor();
  const [before, after, when, mask] = await page.locator(".scroll").evaluate((box) => {
    const left = (): number => box.querySelector("tbody th")?.getBoundingClientRect().left ?? NaN;
    const first = left();
    box.scrollTo(200, 0);
    return [first, left(), box.querySelector("td:nth-child(3)")?.getBoundingClientRect().width ?? 0, getComputedStyle(box).maskImage];
  });
  expect(after).toBe(before);
  expect(when).toBeGreaterThanOrEqual(8.5 * 14.5);
  expect(mask).toContain("linear-gradient");
  await close();
});

it.each(["dense", "thirty-years"])("keeps the search field on the line of what stands before it where 104 px are free: %s", async (name) => {
  const { page, close } = await openPage(browser, await siteOf(name), { width: 1280 });
  const [free, beside] = await page.locator(".filters").evaluate((bar) => {
    const [last, seek] = [bar.querySelector(".menus > :last-child, .chips > :last-child"), bar.querySelector(".seek")];
    const [menus, field] = [last?.getBoundingClientRect(), seek?.getBoundingClientRect()];
    const tally = bar.querySelector(".tally")?.getBoundingClientRect().width ?? 0;
    return [bar.getBoundingClientRect().right - (menus?.right ?? 0) - tally - 6 - 10, (field?.top ?? 0) < (menus?.bottom ?? 0)];
  });
  if (free >= 104) expect(beside).toBe(true);
  expect(await page.locator(".tally").evaluate((tally) => tally.scrollWidth <= tally.clientWidth + 1)).toBe(true);
  await close();
});

it("sets a role's dates on the first line of its name on a phone, flush with the right edge", async () => {
  const { page, close } = await openPage(browser, await siteOf("long-names"), { width: 390 });
  const found = await page.locator(".latest li").evaluateAll((all) => all.map((row) => {
    const [dates, name] = [row.querySelector(".dates"), row.querySelector("b")];
    const words = document.createRange();
    words.selectNodeContents(dates ?? row);
    return { right: Math.round(row.getBoundingClientRect().right - words.getBoundingClientRect().right), down: (dates?.getBoundingClientRect().top ?? 0) - (name?.getBoundingClientRect().top ?? 0) };
  }));
  expect(found.length).toBe(2);
  for (const { right, down } of found) {
    expect(right).toBe(0);
    expect(Math.abs(down)).toBeLessThan(4);
  }
  await close();
});

it("makes room for a skill's name in a wide font before it breaks a word, for the axis, too", async () => {
  const { page, close } = await openPage(browser, await siteOf("career"), { width: 1280, bypassCSP: true });
  await page.addStyleTag({ content: ".skills { letter-spacing: .1em; }" });
  const { lines, width, gap } = await page.locator(".skills").evaluate((skills) => {
    const left = (selector: string): number => skills.querySelector(selector)?.getBoundingClientRect().left ?? NaN;
    const name = [...skills.querySelectorAll("li > b")].find((each) => each.textContent === "Microservices");
    const words = document.createRange();
    words.selectNodeContents(name ?? skills);
    return { lines: words.getClientRects().length, width: name?.getBoundingClientRect().width ?? 0, gap: left("li svg") - left(".axis") };
  });
  expect(lines).toBe(1);
  expect(width).toBeGreaterThan(120);
  expect(width).toBeLessThanOrEqual(160);
  expect(gap).toBe(0);
  await close();
});
