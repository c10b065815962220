import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it, type ExpectStatic } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { closeContext } from "../support/closing.js";
import { chip, details, fileInput, filterBar, menuButton, openTable, rows, showAs } from "../support/page.js";
import { WAIT_MS } from "../support/patience.js";
import { siteFolder, siteOf } from "../support/site.js";
import { GOOD_FILE } from "../support/tour.js";

const SITE = "commits";
const folder = await siteFolder(SITE);
const named = readFileSync(join(folder, "index.html"), "utf8");
/** Each script and style sheet that the page asks for later: those that it does not name. */
const LATE = readdirSync(join(folder, "assets")).filter((file) => !named.includes(file));
/** Without it nothing moves, and all else is the same. */
const DISPENSABLE = /^motionKit-/;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const alive = (page: Page, selector: string): Promise<unknown> =>
  page.waitForFunction((part) => Object.keys(document.querySelector(part) ?? {}).some((key) => key.startsWith("__reactProps")), selector);

/** As somebody does for whom nothing came: once more, a moment after something was lost. */
async function press(button: Locator, shown: Locator): Promise<void> {
  const page = button.page();
  for (let presses = 0; presses < 4; presses++) {
    const lost = page.waitForEvent("requestfailed", { timeout: WAIT_MS }).then(() => page.waitForTimeout(1200)).then(() => false, () => false);
    await button.click();
    if (await Promise.race([shown.waitFor().then(() => true, () => false), lost])) return;
  }
  throw new Error(`four presses of ${String(button)} in vain`);
}

/** @param expect of the test that runs: several do */
async function useEverything(page: Page, { expect }: { readonly expect: ExpectStatic }): Promise<void> {
  await alive(page, ".filters");
  await chip(page, "Observatory").click();
  const heading = page.locator(".record").getByRole("heading", { level: 2 });
  await expect.poll(() => heading.textContent()).toMatch(/match/);
  expect(await page.locator(".record").getAttribute("aria-busy")).toBeNull();
  await alive(page, ".legend");
  await alive(page, ".density");
  await press(menuButton(page, "Skill"), filterBar(page).getByRole("checkbox").first());
  await page.keyboard.press("Escape");
  await press(rows(page).first(), details(page).getByRole("button", { name: "Close details" }));
  await details(page).getByRole("button", { name: "Close details" }).click();
  await press(page.getByRole("button", { name: "Closer" }), page.getByRole("button", { name: "The whole career", disabled: false }));
  await openTable(page);
  await showAs(page, "List").click();
  const pressed = (name: string): Promise<void> => press(page.getByRole("navigation", { name: "Page" }).getByRole("button", { name, exact: true }), page.getByRole("dialog", { name }));
  for (const name of ["Save", "Embed"]) {
    await pressed(name);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  await expect.poll(async () => {
    await fileInput(page).setInputFiles(GOOD_FILE);
    await page.waitForTimeout(300);
    return page.locator("h1").textContent();
  }).toBe("Lighthouse keeper");
  await expect.poll(() => rows(page).count()).toBe(1);
  // What strangers may see of it is worked out by a script of its own.
  await pressed("Embed");
}

it("finds what comes late", ({ expect }) => {
  expect(LATE.filter((file) => file.endsWith(".js")).length).toBeGreaterThan(8);
  expect(LATE.filter((file) => file.endsWith(".css")).length).toBeGreaterThan(3);
});

describe("the page does all that it can, though the first request was lost", () => {
  it.concurrent.for(LATE)("of %s", async (file, { expect }) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", locale: "en-GB" });
    context.setDefaultTimeout(WAIT_MS);
    const page = await context.newPage();
    let asked = 0;
    await page.route(`**/assets/${file}*`, (route) => (++asked === 1 ? route.abort() : route.continue()));
    await page.goto(await siteOf(SITE));
    await useEverything(page, { expect });
    if (DISPENSABLE.test(file)) await expect.poll(() => asked).toBeGreaterThan(0);
    else await expect.poll(() => asked).toBeGreaterThan(1);
    if (file.endsWith(".css")) await expect.poll(() => page.evaluate((name) => [...document.styleSheets].some(({ href }) => href?.endsWith(name)), file)).toBe(true);
    await closeContext(context);
  });
});
