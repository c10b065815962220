import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { closeContext } from "../support/closing.js";
import { fileInput, ready, settled } from "../support/page.js";
import { WAIT_MS } from "../support/patience.js";
import { siteOf } from "../support/site.js";
import { BAD_FILE, GOOD_FILE } from "../support/tour.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openPhone() {
  const context = await browser.newContext({ permissions: ["clipboard-write"], viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: "reduce", locale: "en-GB" });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  await page.goto(await siteOf("career"));
  await ready(page);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(3000);
  return { page, close: () => closeContext(context) };
}

const inView = (part: Locator): Promise<boolean> => part.evaluate((element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && top < innerHeight && bottom > 0;
});
const focused = (part: Locator): Promise<boolean> => part.evaluate((element) => element === document.activeElement);

async function choose(page: Page, file: typeof GOOD_FILE): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await fileInput(page).tap();
  await (await chooser).setFiles(file);
}

describe("on a phone, where the tools stand at the page's end", () => {
  it.each([
    ["a bad file", BAD_FILE, "bad.json was not opened"],
    ["a good file", GOOD_FILE, "Opened good.json."],
  ] as const)("the answer to %s is brought into view, and Close leads back", async (_, file, words) => {
    const { page, close } = await openPhone();
    await choose(page, file);
    const notice = page.getByRole("region", { name: "Opening a file" }).or(page.locator("section.notice"));
    await notice.filter({ hasText: words }).waitFor();
    await settled(page);
    expect(await inView(notice)).toBe(true);
    expect(await focused(notice)).toBe(true);
    await notice.getByRole("button", { name: "Close" }).tap();
    await settled(page);
    expect(await focused(fileInput(page))).toBe(true);
    expect(await inView(fileInput(page))).toBe(true);
    await close();
  });

  it.each(["Copy link", "Copy a link to this"])("that the link is copied is seen where %s was pressed", async (name) => {
    const { page, close } = await openPhone();
    await page.getByRole("button", { name, exact: true }).tap();
    const said = page.getByRole("status").filter({ hasText: "Link copied" });
    await said.waitFor();
    expect(await inView(said)).toBe(true);
    await close();
  });

  it("code that did not load is told where it is seen", async () => {
    const { page, close } = await openPhone();
    await page.route(/\/assets\/openExport-[^/]*\.js$/, (route) => route.abort());
    await page.getByRole("button", { name: "Save", exact: true }).tap();
    const notice = page.getByRole("alert").filter({ hasText: "own code did not load" });
    await notice.waitFor();
    await settled(page);
    expect(await inView(notice)).toBe(true);
    expect(await focused(notice)).toBe(true);
    await close();
  });
});
