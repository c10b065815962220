import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleCareers, someAchievements } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { makeDocument, makeRole } from "../support/document.js";
import { motionFetched, openPage, settled } from "../support/page.js";
import { siteOf, siteOfDocument } from "../support/site.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Core Web Vitals call up to 0.1 good. */
const MOST_SHIFT = 0.02;

describe.each(sampleCareers.map(([name]) => name))("%s", (name) => {
  it.each([390, 1280])("is taken over without a word, a failed request or a shift, %i px wide", async (width) => {
    const { page, problems, requests, close } = await openPage(browser, await siteOf(name), { width, slowScript: true, motion: true });
    await settled(page);
    const { shift, shifts, violations } = await page.evaluate(() => window.observed);
    expect(problems).toEqual([]);
    expect(violations).toEqual([]);
    expect(shift, shifts.join("\n")).toBeLessThanOrEqual(MOST_SHIFT);
    expect(requests.filter((path) => path === "/career.json")).toHaveLength(1);
    await close();
  });
});

it("is taken over just so where it is crowded, and sent in clusters", async () => {
  const days = someAchievements(200).map((achievement, i) => {
    const day = new Date(Date.UTC(2018, 0, 1 + i * 7)).toISOString().slice(0, 10);
    return { ...achievement, when: { from: day, to: day } };
  });
  const { page, problems, close } = await openPage(browser, await siteOfDocument(makeDocument({ roles: [makeRole({ start: "2018", end: "2022", achievements: days })] })), { slowScript: true });
  await settled(page);
  const { shift, shifts, violations } = await page.evaluate(() => window.observed);
  expect([problems, violations]).toEqual([[], []]);
  expect(shift, shifts.join("\n")).toBeLessThanOrEqual(MOST_SHIFT);
  await page.getByRole("button", { name: "Closer" }).click();
  await page.waitForURL(/zoom=/);
  await close();
});

it.each([320, 430, 640, 768, 1100, 1440, 1920])("moves nothing between the widths that stills are drawn for, %i px wide", async (width) => {
  const { page, close } = await openPage(browser, await siteOf("career"), { width, slowScript: true });
  await settled(page);
  const { shift, shifts } = await page.evaluate(() => window.observed);
  expect(shift, shifts.join("\n")).toBeLessThanOrEqual(MOST_SHIFT);
  await close();
});

it("would notice a shift", async () => {
  const { page, close } = await openPage(browser, await siteOf("career"));
  await page.evaluate(() => document.querySelector("main")?.before(Object.assign(document.createElement("p"), { textContent: "pushed ".repeat(400) })));
  await expect.poll(() => page.evaluate(() => window.observed.shift)).toBeGreaterThan(MOST_SHIFT);
  await close();
});

it("stays as quiet once motion has been fetched", async () => {
  const { page, problems, requests, close } = await openPage(browser, await siteOf("career"), { motion: true });
  const url = await motionFetched(page);
  await page.waitForLoadState("networkidle");
  expect(requests).toContain(new URL(url).pathname);
  expect(new Set(requests).size).toBe(requests.length);
  expect(problems).toEqual([]);
  await close();
});
