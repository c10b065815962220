import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { drawn, fitted, openHost } from "../support/frameHost.js";
import { siteOf } from "../support/site.js";

declare global {
  interface Window {
    /** Filled by one of the tests. */
    seenHeights: Set<number>;
  }
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** As strict as a frame can be made: no origin, no storage, no pop-ups. */
const STRICT = "<iframe data-career-timeline title=\"Career\" sandbox=\"allow-scripts\" src=\"EMBED?chrome=filters#?secret=abc\"></iframe>";

describe("a sandboxed frame from another origin, strict policies on both sides", () => {
  it("is drawn, can be used, breaks no rule and asks for nothing but its own three files", async () => {
    const { page, frame, problems, said, close } = await openHost(browser, { body: `${STRICT}HOST_SCRIPT` });
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    const inside = await frame();
    expect(await inside.evaluate(() => self.origin)).toBe("null");
    await expect.poll(() => inside.locator(".arc").count()).toBe(1);
    await inside.locator(".chips button").first().click();
    await inside.locator(".arc [data-item]").first().click();
    await inside.locator(".details").waitFor();
    await expect.poll(() => said("filter").then(({ length }) => length)).toBe(1);
    expect(await said("select")).toMatchObject([{ type: "career-timeline", version: 1, id: expect.any(String), query: expect.stringMatching(/^\?domain=.*&at=/) }]);
    expect(await inside.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname).sort())).toEqual(["/embed/frame.css", "/embed/frame.js"]);
    expect(requests).toEqual([]);
    expect(await problems()).toEqual([]);
    await close();
  });

  it("would be noticed: what either policy forbids is seen", async () => {
    const { page, frame, problems, close } = await openHost(browser, { body: STRICT });
    for (const each of [page.mainFrame(), await frame()]) await each.evaluate(() => document.body.setAttribute("style", "color: red"));
    await expect.poll(async () => new Set((await problems()).filter((problem) => problem.startsWith("style-src-attr"))).size).toBeGreaterThan(0);
    expect((await problems()).filter((problem) => problem.startsWith("style-src-attr")).length).toBeGreaterThanOrEqual(2);
    await close();
  });

  it("leaves the host's history, focus, scroll and styles as they were", async () => {
    const { page, frame, close } = await openHost(browser, { body: `<button autofocus>Host</button><p id="text">Host</p>${STRICT.replace("?chrome=filters", "?at=live-event&amp;domain=payments")}<div id="foot"></div>HOST_SCRIPT`, css: "body { margin: 0 } iframe { display: block; width: 100% } #text { height: 300px } #foot { height: 2000px }" });
    const inside = await frame();
    await inside.locator(".details").waitFor();
    await fitted(inside);
    const host = (): Promise<unknown> => page.evaluate(() => [history.length, document.activeElement?.nodeName, scrollX, scrollY, location.href, document.body.outerHTML.replace(/<iframe.*?<\/iframe>/s, "")]);
    const [length, active, x, y] = (await host()) as unknown[];
    expect([active, x, y]).toEqual(["BUTTON", 0, 0]);
    const before = await host();
    await inside.evaluate(() => document.querySelector<HTMLElement>(".chips button")?.click());
    await expect.poll(() => inside.locator(".chips [aria-pressed=true]").count()).toBe(0);
    expect([await host(), length]).toEqual([before, await page.evaluate(() => history.length)]);
    expect(await page.evaluate(() => Object.keys(window).filter((name) => /career/i.test(name)))).toEqual([]);
    await close();
  });

  it("lets a plain wheel scroll the host", async () => {
    const { page, frame, close } = await openHost(browser, { body: `${STRICT}<div id="foot"></div>HOST_SCRIPT`, css: "body { margin: 0 } iframe { display: block; width: 100%; border: 0 } #foot { height: 3000px }" });
    await fitted(await frame());
    await page.mouse.move(400, 300);
    await page.mouse.wheel(0, 200);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(200);
    await close();
  });

  it("opens what leads out in a window of its own", async () => {
    const { frame, close } = await openHost(browser, { body: STRICT.replace("allow-scripts", "allow-scripts allow-popups"), height: 900 });
    const inside = await frame();
    const url = inside.url();
    const [opened] = await Promise.all([inside.page().waitForEvent("popup"), inside.locator("a").filter({ hasText: "Open" }).click()]);
    expect(new URL(opened.url()).pathname).toBe("/");
    expect(await opened.evaluate(() => opener)).toBeNull();
    expect(inside.url()).toBe(url);
    // Also what does not ask for one itself: a piece of evidence, a mark that is opened by its link.
    await inside.evaluate((href) => {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = "Leads out";
      document.querySelector(".embedhead")?.append(link);
    }, new URL("../career.json", url).href);
    const [elsewhere] = await Promise.all([inside.page().waitForEvent("popup"), inside.getByText("Leads out").click()]);
    expect(await elsewhere.evaluate(() => opener)).toBeNull();
    expect(inside.url()).toBe(url);
    await close();
  });
});

it("what a host's page loads is 2 kB, and is one classic script", async () => {
  const { embed, page, close } = await openHost(browser, { body: STRICT });
  const script = await (await fetch(new URL("host.js", embed))).arrayBuffer();
  // Not compressed: a host of static files may not do that.
  expect(script.byteLength).toBeLessThanOrEqual(2048);
  expect(Buffer.from(script).toString()).not.toMatch(/\b(?:import|export)\b/);
  expect(await page.evaluate(() => document.scripts.length)).toBe(0);
  await close();
});

describe("a frame", () => {
  it("shows what its address asks for", async () => {
    const { frames, close } = await openHost(browser, {
      body: "<iframe src=\"EMBED?domain=payments&amp;at=live-event&amp;chrome=none&amp;theme=dark\"></iframe><iframe src=\"EMBED?q=zzzz\"></iframe><iframe src=\"EMBED?chrome=full\"></iframe>",
      frames: 3,
      height: 1200,
    });
    const [first, second, third] = await frames();
    if (!first || !second || !third) throw new Error("three frames were asked for");
    await first.locator(".details").waitFor();
    expect([await first.locator(".filters").count(), await first.locator("#root").getAttribute("data-theme")]).toEqual([0, "dark"]);
    expect(await second.locator("input[type=search]").first().inputValue()).toBe("zzzz");
    await third.locator("h1").waitFor();
    await close();
  });

  it("is complete before its script runs, and stays so where it cannot start", async () => {
    const still = await openHost(browser, { body: STRICT, script: false });
    const inside = await still.frame();
    expect(await inside.locator(".arc a").count()).toBeGreaterThan(8);
    await still.close();

    const broken = await openHost(browser, {
      body: `${STRICT}HOST_SCRIPT`,
      frames: 0,
      prepare: () => {
        JSON.parse = () => {
          throw new Error("not today");
        };
      },
    });
    const failed = await broken.frame();
    await failed.waitForFunction(() => "failed" in document.documentElement.dataset);
    expect(await failed.locator(".arc a").count()).toBeGreaterThan(8);
    expect(await failed.locator(".filters:visible").count()).toBe(0);
    await fitted(failed);
    expect(await broken.problems()).toEqual([expect.stringContaining("not today")]);
    await broken.close();
  });

  it.each([[360, ""], [360, "?background=transparent"], [640, ""], [800, ""]] as const)("is as tall and as wide when its script takes over, %i px wide%s", async (width, query) => {
    const { frame, close } = await openHost(browser, {
      body: STRICT.replace("<iframe", "<iframe height=\"900\"").replace("?chrome=filters", query),
      width, height: 1000, slowScript: true,
      prepare: () => {
        // Of every frame that is painted.
        const heights = (window.seenHeights = new Set<number>());
        const look = (): void => {
          const root = document.getElementById("root");
          if (root && document.querySelector(".arc")) heights.add(root.offsetHeight);
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
    });
    const inside = await frame();
    await expect.poll(() => inside.locator(".arc").count()).toBe(1);
    await inside.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await inside.evaluate(() => performance.getEntriesByName("first-contentful-paint").length)).toBe(1);
    if (query === "") expect(await inside.evaluate(() => window.seenHeights.size)).toBe(1);
    expect(await inside.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    // What was laid out before the sheet came was never painted.
    const shifts = await inside.evaluate(() => window.seen.shifts.filter(({ at }) => at > (performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0)));
    expect(shifts.reduce((sum, { value }) => sum + value, 0), JSON.stringify(shifts)).toBeLessThan(0.02);
    await close();
  });

  it.each([320, 640])("is no wider than its %i px, whatever the names in it", async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(`${await siteOf("long-names")}embed/index.html`);
    await drawn(page.mainFrame());
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.close();
  });

  it("is one of five that know nothing of each other", async () => {
    const { frames, page, problems, close } = await openHost(browser, { body: `${"<iframe data-career-timeline src=\"EMBED?chrome=filters\"></iframe>".repeat(5)}HOST_SCRIPTHOST_SCRIPT`, frames: 5, height: 4000 });
    const all = await frames();
    expect(all).toHaveLength(5);
    await all[2]?.locator(".chips button").first().click();
    await all[2]?.locator(".chips [aria-pressed=true]").waitFor();
    expect(await Promise.all(all.map((each) => each.locator(".chips [aria-pressed=true]").count()))).toEqual([0, 0, 1, 0, 0]);
    for (const each of all) await fitted(each);
    await page.evaluate(() => document.querySelector("iframe")?.remove());
    expect(await problems()).toEqual([]);
    await close();
  });

  it("stands on its own where nobody frames it", async () => {
    const { embed, close } = await openHost(browser, { body: STRICT });
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${embed}?at=live-event`);
    await drawn(page.mainFrame());
    await page.locator(".details").waitFor();
    expect(await page.locator(".details h3").count()).toBe(1);
    await context.close();
    await close();
  });
});
