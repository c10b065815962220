import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { fingers } from "../support/fingers.js";
import { arc, chip, nodes, openPage } from "../support/page.js";
import { siteOf } from "../support/site.js";
import { lengthOf, middleOf, rangeOf, rested, slider } from "../support/viewport.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const ZOOMED = "?zoom=2019-01-01,2022-12-31";
const PHONE = { width: 390, height: 844, hasTouch: true, isMobile: true } as const;

async function openPhone(query = ""): Promise<{ page: Page; cdp: CDPSession; close: () => Promise<void> }> {
  const { page, close } = await openPage(browser, new URL(query, await siteOf("career")).href, PHONE);
  return { page, cdp: await page.context().newCDPSession(page), close };
}

describe("the overview", () => {
  it.each(["", ZOOMED])("leaves a finger that moves up to the page: %s", async (query) => {
    const { page, cdp, close } = await openPhone(query);
    await slider(page).evaluate((strip) => strip.scrollIntoView({ block: "center" }));
    const [before, scrolled] = [await rangeOf(page), await page.evaluate(() => scrollY)];
    const { x, y } = await middleOf(slider(page));
    // As a thumb moves: not quite straight.
    await fingers(cdp, [[x + 100, y]], [[x + 103, y - 120]]);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 50);
    await rested(page);
    expect(await rangeOf(page)).toEqual(before);
    await close();
  });

  it.each(["", ZOOMED])("shows what it showed before a drag that the browser takes over: %s", async (query) => {
    const { page, cdp, close } = await openPhone(query);
    await slider(page).evaluate((strip) => strip.scrollIntoView({ block: "center" }));
    const before = await rangeOf(page);
    const { x, y } = await middleOf(slider(page));
    await fingers(cdp, [[x + 100, y]], [[x + 40, y]], "touchCancel");
    await rested(page);
    expect(await rangeOf(page)).toEqual(before);
    await fingers(cdp, [[x + 100, y]], [[x + 40, y]]);
    await rested(page);
    expect(await rangeOf(page)).not.toEqual(before);
    await close();
  });

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

  it("takes a mouse that moves little, or only up or down, for a press", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    await slider(page).scrollIntoViewIfNeeded();
    const { x, y } = await middleOf(slider(page));
    for (const [dx, dy] of [[1, 0], [-4, 0], [0, 5], [2, 60]] as const) {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + dx, y + dy, { steps: 3 });
      await page.mouse.up();
      await rested(page);
      expect([dx, dy, await rangeOf(page)]).toEqual([dx, dy, null]);
    }
    await close();
  });
});

describe("a finger that has moved time", () => {
  const pan = async (page: Page, cdp: CDPSession): Promise<readonly [number, number] | null> => {
    await arc(page).evaluate((svg) => svg.scrollIntoView({ block: "center" }));
    const { x, y } = await middleOf(arc(page));
    const before = await rangeOf(page);
    await fingers(cdp, [[x + 60, y]], [[x - 60, y]]);
    await rested(page);
    const range = await rangeOf(page);
    expect(range).not.toEqual(before);
    return range;
  };

  it("leaves the next press to what is pressed", async () => {
    const { page, cdp, close } = await openPhone(ZOOMED);
    const along = await pan(page, cdp);
    await page.getByRole("button", { name: "Closer" }).tap();
    await rested(page);
    expect(lengthOf(await rangeOf(page))).toBeLessThan(lengthOf(along));
    await close();
  });

  it("leaves the next Enter to the mark that has the focus", async () => {
    const { page, cdp, close } = await openPhone(ZOOMED);
    await pan(page, cdp);
    const mark = nodes(page).first();
    const id = await mark.getAttribute("data-item");
    await mark.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("at")).toBe(id);
    await close();
  });
});

describe("a mouse", () => {
  /** Pressed near the arc's upper edge and moved straight up, out of all that listens. */
  async function leave(): Promise<{ page: Page; x: number; top: number; close: () => Promise<void> }> {
    const { page, close } = await openPage(browser, new URL(ZOOMED, await siteOf("career")).href, { height: 900 });
    await arc(page).evaluate((svg) => svg.scrollIntoView({ block: "center" }));
    const box = await arc(page).boundingBox();
    if (!box) throw new Error("not drawn");
    const [x, top] = [box.x + box.width / 2, box.y];
    await page.mouse.move(x, top + 30);
    await page.mouse.down();
    await page.mouse.move(x, top - 60);
    return { page, x, top, close };
  }

  it.each(["without a button", "with a button that was pressed elsewhere", "as if nobody had been told"])("that was released outside comes back %s, and moves nothing", async (how) => {
    const { page, x, top, close } = await leave();
    const before = await rangeOf(page);
    if (how.startsWith("as if")) await page.evaluate(() => addEventListener("pointerup", (event) => event.stopImmediatePropagation(), true));
    await page.mouse.up();
    if (how.startsWith("with a")) await page.mouse.down();
    await page.mouse.move(x + 20, top + 120, { steps: 4 });
    await page.mouse.move(x + 150, top + 130, { steps: 4 });
    await page.mouse.up();
    await rested(page);
    expect(await rangeOf(page)).toEqual(before);
    await close();
  });

  it("that comes back with its button still pressed goes on", async () => {
    const { page, x, top, close } = await leave();
    const before = await rangeOf(page);
    await page.mouse.move(x + 20, top + 120, { steps: 4 });
    await page.mouse.move(x + 150, top + 130, { steps: 4 });
    await page.mouse.up();
    await rested(page);
    expect(await rangeOf(page)).not.toEqual(before);
    await close();
  });
});

describe("the focus", () => {
  it.each(["Show only this range below", "Whole career"])("goes to the overview when \"%s\" has been pressed and is gone", async (name) => {
    const { page, close } = await openPage(browser, new URL(ZOOMED, await siteOf("commits")).href);
    // The activity has a slider, too.
    await expect.poll(() => page.getByRole("slider").count()).toBe(2);
    await page.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => slider(page).evaluate((strip) => strip === document.activeElement)).toBe(true);
    await close();
  });
});

describe("a date", () => {
  it.each([60, 150])("can be typed at %i ms a key, though time moves with each part of it", async (delay) => {
    const { page, close } = await openPage(browser, new URL("?zoom=2019-06-10,2022-02-08", await siteOf("career")).href, { motion: true });
    // Day and month alike: which comes first is the browser’s own.
    const from = page.getByLabel("From");
    await from.focus();
    await page.keyboard.type("03032020", { delay });
    await expect.poll(() => from.inputValue()).toBe("2020-03-03");
    await expect.poll(() => new URL(page.url()).searchParams.get("zoom")).toBe("2020-03-03,2022-02-08");
    // The field has the focus still.
    await page.goBack();
    await expect.poll(() => from.inputValue()).toBe("2019-06-10");
    await close();
  });
});

describe("Escape", () => {
  it("leads a step out each time, also while it moves", async () => {
    const { page, close } = await openPage(browser, new URL("?from=2019-01-01&to=2022-12-31&zoom=2019-01-01,2022-12-31", await siteOf("career")).href, { motion: true });
    await slider(page).press("+");
    await expect.poll(() => page.getByRole("button", { name: "Show only this range below" }).count()).toBe(1);
    await page.getByRole("button", { name: "Show only this range below" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("from")).not.toBe("2019-01-01");
    await slider(page).focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect.poll(() => new URL(page.url()).search).toBe("");
    await close();
  });
});

describe("Back", () => {
  it.each([0, 60, 150])("leads back from a movement that began %i ms ago, and stays there", async (ms) => {
    const { page, close } = await openPage(browser, await siteOf("career"), { motion: true });
    await chip(page, "Payments").click();
    await expect.poll(() => new URL(page.url()).search).toContain("view=payments");
    await page.getByRole("button", { name: "Closer" }).evaluate((button: HTMLElement, wait) => new Promise<void>((done) => {
      button.click();
      setTimeout(() => {
        addEventListener("popstate", () => done(), { once: true });
        history.back();
      }, wait);
    }), ms);
    // Longer than a movement takes, and than a place that was come to waits for its address.
    await page.evaluate(() => new Promise<void>((done) => {
      const begun = performance.now();
      const next = (): void => void (performance.now() - begun > 1000 ? done() : requestAnimationFrame(next));
      next();
    }));
    expect(new URL(page.url()).search).toBe("");
    expect(await page.locator("[data-moving]").count()).toBe(0);
    expect(await page.locator(".inview").textContent()).toContain("Whole career");
    await page.goForward();
    expect(new URL(page.url()).search).toContain("view=payments");
    await close();
  });
});
