import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CareerDocument } from "../../src/model/document.js";
import { metricText } from "../../src/model/metricText.js";
import { firstDocument, sampleCareers } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { arcTextFaults, overflowing } from "../support/geometry.js";
import { arc, openPage, settled } from "../support/page.js";
import { siteOf, siteOfDocument } from "../support/site.js";
import { visibleText } from "../support/visible.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Careers up to this size fit one sheet. */
const ON_ONE_SHEET = 12;
/** A4 less its margins of 10 mm, in CSS px: what the sheet's own layout has. */
const SHEET = { width: 718, height: 1047 };

/** Chromium writes the objects of a PDF in plain text, only their streams are packed. */
async function printed(page: Page, format: "A4" | "Letter"): Promise<{ readonly pages: number; readonly links: readonly string[]; readonly bytes: number }> {
  const pdf = (await page.pdf({ format, printBackground: true })).toString("latin1");
  return {
    pages: (pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length,
    links: [...pdf.matchAll(/\/URI\s*\(((?:\\.|[^\\)])*)\)/g)].map(([, url = ""]) => url.replace(/\\(.)/g, "$1")),
    bytes: pdf.length,
  };
}

/** The page as it goes onto the sheet. */
async function toPaper(page: Page): Promise<void> {
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => void dispatchEvent(new Event("beforeprint")));
  await settled(page);
}

/** Sizes in pt at which words stand on the sheet, in HTML and in drawings, the smallest first; the size of the running text. */
const sizesOnPaper = (page: Page): Promise<{ readonly smallest: number; readonly text: number }> =>
  page.evaluate(() => {
    const scaleOf = (element: Element): number => {
      const svg = element.closest("svg[viewBox]");
      if (!(svg instanceof SVGSVGElement)) return element.currentCSSZoom;
      const [box, { width, height }] = [svg.getBoundingClientRect(), svg.viewBox.baseVal];
      return Math.min(box.width / width, box.height / height);
    };
    const sizeOf = (element: Element): number => parseFloat(getComputedStyle(element).fontSize) * scaleOf(element) * 0.75;
    const said = [...document.querySelectorAll("#root *")].filter((each) => [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) && each.checkVisibility() && each.closest(".sr") === null);
    const running = document.querySelector(".list .full p");
    return { smallest: Math.min(...said.map(sizeOf)), text: running ? sizeOf(running) : 0 };
  });

/** Twelve, with the longest words that the first career has. */
const twelve: CareerDocument = {
  ...firstDocument,
  views: [],
  roles: firstDocument.roles.map((role, i) => {
    const longest = [...(role.achievements ?? [])].sort((a, b) => b.text.length - a.text.length).slice(0, i === 0 ? 2 : 1);
    return { ...role, achievements: [...(role.achievements ?? []), ...longest.map((achievement) => ({ ...achievement, id: `${achievement.id}-again` }))] };
  }),
};

describe.each<readonly [string, () => Promise<string>, number]>([
  ["the first career", () => siteOf("career"), 7],
  ["its page of one view", async () => `${await siteOf("career")}view/payments/`, 8],
  ["a career of twelve with long texts", () => siteOfDocument(twelve), 6.75],
])("%s", (_, address, least) => {
  it.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])("is one sheet of text that can be read, with a script: %s, with our font: %s", async (script, font) => {
    const { page, close } = await openPage(browser, await address(), { script, font });
    for (const format of ["A4", "Letter"] as const) expect((await printed(page, format)).pages, format).toBe(1);
    if (script) await toPaper(page);
    else {
      await page.setViewportSize(SHEET);
      await page.emulateMedia({ media: "print" });
    }
    const { smallest, text } = await sizesOnPaper(page);
    expect(text).toBeGreaterThanOrEqual(least - 0.05);
    // Without a script a drawing made for a screen is scaled to the sheet, words and all.
    if (script) expect(smallest).toBeGreaterThanOrEqual(6.5);
    await close();
  });
});

it.each(["A4", "Letter"] as const)("is one sheet of %s whatever has not come yet", async (format) => {
  const { page, close } = await openPage(browser, await siteOfDocument(twelve), { without: /\/PageBelow-/ });
  expect((await printed(page, format)).pages).toBe(1);
  await close();
});

it("sets what a filter leaves as large as its own page", async () => {
  const { page, close } = await openPage(browser, new URL("?domain=payments", await siteOf("career")).href);
  expect((await printed(page, "A4")).pages).toBe(1);
  await toPaper(page);
  expect((await sizesOnPaper(page)).text).toBeGreaterThan(8);
  await close();
});

it("prints all of a career that is too large for all of it to be in the page", async () => {
  const [role] = firstDocument.roles;
  const achievements = Array.from({ length: 260 }, (_, i) => ({ id: `a${i}`, title: `Work ${i}`, text: "Done.", domains: [], skills: [], when: { from: `20${10 + (i % 10)}-0${1 + (i % 9)}` } }));
  const { page, close } = await openPage(browser, await siteOfDocument({ version: 1, person: { headline: "Engineer" }, domains: [], skills: [], roles: role ? [{ ...role, start: "2010", end: "2020", achievements }] : [] }));
  const titles = page.locator(".list a[data-item] > b");
  await page.getByRole("button", { name: /^Show \d+ more/ }).waitFor();
  expect(await titles.count()).toBeLessThan(260);
  await toPaper(page);
  expect(await titles.count()).toBe(260);
  await close();
});

it("says how many marks have words, and nothing of pointing at the others", async () => {
  const { page, close } = await openPage(browser, await siteOf("career"));
  await toPaper(page);
  const labels = await arc(page).locator(".label").count();
  const marks = await arc(page).getByRole("link").count();
  expect(labels).toBeLessThan(marks);
  const text = await visibleText(page);
  expect(text).toContain(`${labels} of ${marks} are labelled here.`);
  expect(text).not.toMatch(/Point at|Tap any/);
  await close();
});

it.each([true, false])("says what the numbers are on the arc of a crowded career, with a script: %s", async (script) => {
  const achievements = Array.from({ length: 160 }, (_, i) => {
    const day = new Date(Date.UTC(2018, 0, 1 + i * 7)).toISOString().slice(0, 10);
    return makeAchievement({ id: `work-${i}`, when: { from: day, to: day } });
  });
  const { page, close } = await openPage(browser, await siteOfDocument(makeDocument({ roles: [makeRole({ start: "2018", end: "2022", achievements })] })), { script });
  if (script) await toPaper(page);
  else await page.emulateMedia({ media: "print" });
  const text = await visibleText(page);
  expect(text.split("A number: so many achievements close together.")).toHaveLength(2);
  expect(text).not.toContain("Press it");
  await close();
});

it("keeps the ground of the roles, and the sign that one goes on", async () => {
  const { page, close } = await openPage(browser, await siteOf("nurse"));
  await toPaper(page);
  const seen = (selector: string): Promise<number> => page.locator(selector).evaluateAll((all) => all.filter((each) => each.checkVisibility()).length);
  expect(await seen(".role .bar")).toBe(4);
  expect(await seen(".role .more")).toBe(1);
  await close();
});

const short = sampleCareers.filter(([, career]) => career.achievements.length <= ON_ONE_SHEET);

describe.each(short)("%s", (name, career) => {
  it("is one sheet of A4 and of Letter, with its links", async () => {
    const { page, problems, close } = await openPage(browser, await siteOf(name));
    for (const format of ["A4", "Letter"] as const) {
      const { pages, links, bytes } = await printed(page, format);
      expect(pages, format).toBe(1);
      expect(bytes).toBeGreaterThan(10_000);
      const urls = [...career.person.links, ...career.achievements.flatMap(({ evidence }) => evidence)].map(({ url }) => new URL(url).href);
      expect(urls.filter((url) => !links.includes(url))).toEqual([]);
    }
    expect(problems).toEqual([]);
    await close();
  });

  it("says on paper what it says on the screen, the arc included and the addresses spelled out", async () => {
    const { page, close } = await openPage(browser, await siteOf(name));
    await toPaper(page);
    const text = (await visibleText(page)).replace(/\s+/gu, "");
    const facts = [career.person.headline, ...career.achievements.flatMap((achievement) => [achievement.title, achievement.text, ...achievement.metrics.map((metric) => metricText(metric).figure)])];
    expect(facts.filter((fact) => !text.includes(fact.replace(/\s+/gu, "")))).toEqual([]);
    const spelled = await page.locator("a[href^=http]").evaluateAll((all) => all.filter((link) => link.checkVisibility()).map((link) => getComputedStyle(link, "::after").content));
    expect(spelled.filter((content) => !content.includes("http"))).toEqual([]);
    if (career.achievements.length > 0) expect(await arc(page).isVisible()).toBe(true);
    expect(await overflowing(page)).toEqual([]);
    expect(await arcTextFaults(page)).toEqual([]);
    // Nothing to press is left on paper.
    expect(await page.locator("button, input, select").evaluateAll((all) => all.filter((each) => each.checkVisibility()).length)).toBe(0);
    await close();
  });
});

it("prints a long career on more sheets, whole", async () => {
  const { page, close } = await openPage(browser, await siteOf("dense"));
  const { pages } = await printed(page, "A4");
  expect(pages).toBeGreaterThan(1);
  await toPaper(page);
  const text = (await visibleText(page)).replace(/\s+/gu, "");
  const career = sampleCareers.find(([name]) => name === "dense")?.[1];
  expect(career?.achievements.filter((achievement) => !text.includes(achievement.text.replace(/\s+/gu, ""))).map(({ id }) => id)).toEqual([]);
  await close();
});

describe("whatever is on the screen", () => {
  it.each([["?theme=dark", 1280], ["?at=user-cache", 1280], ["?at=user-cache", 390], ["?domain=payments", 390]] as const)("%s, %i px wide, prints on one light sheet", async (query, width) => {
    const { page, close } = await openPage(browser, new URL(query, await siteOf("career")).href, { width, colorScheme: "dark" });
    await settled(page);
    expect((await printed(page, "A4")).pages).toBe(1);
    await toPaper(page);
    const [ink, paper] = await page.evaluate(() => [getComputedStyle(document.querySelector("h1") ?? document.body).color, getComputedStyle(document.body).backgroundColor]);
    expect(paper).toBe("rgb(255, 255, 255)");
    expect(ink).toBe("rgb(22, 25, 29)");
    expect(await arc(page).isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => void dispatchEvent(new Event("afterprint")));
    await settled(page);
    expect(await arc(page).count()).toBe(1);
    await close();
  });
});

it("prints without a script, too", async () => {
  const { page, close } = await openPage(browser, await siteOf("career"), { script: false });
  expect((await printed(page, "A4")).pages).toBe(1);
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: "print" });
  expect(await arc(page).and(page.locator(":visible")).count()).toBe(1);
  await close();
});
