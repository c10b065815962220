import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { drawn, openElementHost, openHostPage, type ElementHost } from "../support/elementHost.js";
import { siteOf } from "../support/site.js";

/* Keys only, in what a host's page gets: the element's and the frame's own files. */

let browser: Browser;
let host: ElementHost;
beforeAll(async () => {
  [browser, host] = await Promise.all([launchBrowser(), openElementHost()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

/** What has the focus, through shadow roots: its name, or its tag where it has none. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const name = active?.getAttribute("aria-label") ?? active?.textContent ?? "";
    return `${active?.localName ?? ""} ${name.trim().slice(0, 24)}`;
  });

async function stopsOf(page: Page, last: string): Promise<readonly string[]> {
  const stops: string[] = [];
  for (let i = 0; i < 20; i += 1) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    stops.push(stop);
    if (stop.includes(last)) return stops;
  }
  return stops;
}

const FIRST = "a Auth and user API, scale";
const STOPS = ["a Open the whole page ↗", FIRST, "summary As a list", "summary How this is drawn"];

async function movesInside(page: Page, place: Page | Locator): Promise<void> {
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  expect(await focused(page)).toBe(FIRST);
  await page.keyboard.press("End");
  expect(await focused(page)).toMatch(/^a Clear responsibilities/);
  await page.keyboard.press("Enter");
  await place.getByRole("complementary").waitFor();
  expect(await focused(page)).toMatch(/^h3 Clear responsibilities/);
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page)).toMatch(/^a Clear responsibilities/);
}

describe("the arc is one stop, and arrows move inside it", () => {
  it("in the element", async () => {
    const { page, problems, close } = await openHostPage(browser, host.page('<career-timeline src="/career.json" page="/whole/" chrome="none" loading="eager"></career-timeline>'));
    await drawn(page);
    expect(await stopsOf(page, "How this is drawn")).toEqual(STOPS);
    await movesInside(page, page.locator("career-timeline"));
    expect(problems).toEqual([]);
    await close();
  });

  it("in the frame's page", async () => {
    const context = await browser.newContext({ viewport: { width: 640, height: 800 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(`${await siteOf("career")}embed/?chrome=none`);
    await page.locator("[data-live] .live").waitFor();
    expect(await stopsOf(page, "How this is drawn")).toEqual(STOPS);
    await movesInside(page, page);
    await context.close();
  });
});
