import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { openPage } from "../support/page.js";
import { siteOf } from "../support/site.js";
import { rangeOf, rested, slider } from "../support/viewport.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe("the overview", () => {
  it("rests where a drag has led away and back", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    await slider(page).scrollIntoViewIfNeeded();
    const box = await slider(page).boundingBox();
    if (!box) throw new Error("not drawn");
    const [end, y] = [box.x + box.width - 2, box.y + box.height / 2];
    await page.mouse.move(end, y);
    await page.mouse.down();
    await page.mouse.move(end - 100, y, { steps: 4 });
    await page.mouse.move(end, y, { steps: 4 });
    await page.mouse.up();
    await rested(page);
    expect(await rangeOf(page)).toBeNull();
    await close();
  });
});
