import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toOembed } from "../../src/prerender/oembed.js";
import { firstCareer, sampleCareer } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { fitted, openHost, type OpenedHost } from "../support/frameHost.js";
import { ADDRESS, makeSite } from "../support/prerender.js";
import { siteOf } from "../support/site.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const FRAME = "<iframe data-career-timeline title=\"Career\" sandbox=\"allow-scripts\" src=\"EMBED\"></iframe>";
const BODY = `${FRAME}HOST_SCRIPT`;

const lastHeight = async ({ said }: OpenedHost): Promise<unknown> => (await said("height")).at(-1)?.["height"];
const open = async (inside: Frame): Promise<void> => {
  await inside.locator(".arc [data-item]").first().click();
  await inside.locator(".details").waitFor();
};
/** The host script has spoken with it, and it has answered. */
const hosted = (inside: Frame): Promise<void> => inside.locator("html[data-hosted]").waitFor({ state: "attached" });
const resting = (page: Page): Promise<void> => page.waitForTimeout(2000);
/** All that a frame had to say has come through. @returns how much that is */
async function heard(host: OpenedHost): Promise<number> {
  let [count, before] = [0, -1];
  await expect.poll(async () => {
    [before, count] = [count, (await host.said()).length];
    return count > 0 && count === before;
  }, { interval: 500 }).toBe(true);
  return count;
}

describe("a frame beside the host script", () => {
  it("is as tall as its content, whether that grows or shrinks", async () => {
    const host = await openHost(browser, { body: BODY });
    const inside = await host.frame();
    const closed = await fitted(inside);
    await open(inside);
    await expect.poll(() => fitted(inside)).toBeGreaterThan(closed + 100);
    await inside.getByRole("button", { name: "Close details" }).click();
    await expect.poll(() => fitted(inside)).toBe(closed);

    await host.page.setViewportSize({ width: 380, height: 700 });
    await inside.locator("html").evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await open(inside);
    const narrow = await fitted(inside);
    await host.page.setViewportSize({ width: 1000, height: 700 });
    await expect.poll(() => inside.evaluate(() => innerWidth)).toBe(1000);
    await expect.poll(async () => await fitted(inside) < narrow).toBe(true);
    expect(await inside.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
    await host.close();
  });

  it("makes room for an open menu, and takes it back", async () => {
    const host = await openHost(browser, { body: BODY, width: 500 });
    const inside = await host.frame();
    const closed = await fitted(inside);
    await inside.evaluate(() => document.querySelector<HTMLElement>("details summary")?.click());
    await expect.poll(() => fitted(inside)).toBeGreaterThan(closed);
    await inside.evaluate(() => document.querySelector<HTMLElement>("details summary")?.click());
    await expect.poll(() => fitted(inside)).toBe(closed);
    await inside.locator(".menu > button").last().click();
    await inside.locator(".pop").waitFor();
    await expect.poll(() => fitted(inside)).toBe(closed);
    // Of many entries it is longer than the frame, whose box does not change by it.
    await inside.locator(".pop").evaluate((pop) => {
      const long = pop.appendChild(document.createElement("div"));
      long.style.height = "1500px";
    });
    await expect.poll(() => fitted(inside)).toBeGreaterThan(1500);
    await inside.page().keyboard.press("Escape");
    await expect.poll(() => fitted(inside)).toBe(closed);
    await host.close();
  });

  it("is silent when nothing changes", async () => {
    const host = await openHost(browser, { body: BODY });
    const inside = await host.frame();
    await hosted(inside);
    await fitted(inside);
    await heard(host);
    const first = (await host.said("height")).length - 1;
    await open(inside);
    await fitted(inside);
    const before = await heard(host);
    await host.page.mouse.move(400, 300);
    await host.page.mouse.move(410, 320);
    await resting(host.page);
    expect(await host.said()).toHaveLength(before);
    // And it told no height twice.
    const heights = (await host.said("height")).slice(first).map(({ height }) => height);
    expect(heights.filter((height, i) => height === heights[i - 1])).toEqual([]);
    await host.close();
  });

  it.each([
    ["100vh by the host", "iframe { display: block; width: 100%; border: 0; height: 100vh }"],
    ["in a page of 100vh that does not scroll", "html, body { height: 100vh; margin: 0; overflow: hidden } iframe { width: 100%; min-height: 100vh; border: 0 }"],
  ])("does not grow with its window: %s", async (_, css) => {
    const host = await openHost(browser, { body: FRAME, css });
    const inside = await host.frame();
    await expect.poll(() => lastHeight(host)).toBeGreaterThan(300);
    await heard(host);
    const told = await lastHeight(host);
    const script = await openHost(browser, { body: BODY, css });
    await expect.poll(() => lastHeight(script)).toBe(told);
    await host.page.setViewportSize({ width: 900, height: 1500 });
    await expect.poll(() => inside.evaluate(() => innerHeight)).toBe(1500);
    await resting(host.page);
    expect(await lastHeight(host)).toBe(told);
    expect((await script.said("height")).length).toBeLessThan(5);
    await host.close();
    await script.close();
  });

  it("keeps its content whole where its box has borders, and where the host's sheet says otherwise", async () => {
    const host = await openHost(browser, { body: BODY, css: "* { box-sizing: border-box } iframe { border: 7px solid; width: 100%; height: 90px !important }" });
    expect(await fitted(await host.frame())).toBeGreaterThan(300);
    await host.close();
  });

  it("tells its height when it comes into sight: a hidden tab, a frame that is not displayed", async () => {
    const host = await openHost(browser, {
      body: BODY,
      frames: 0,
      // As a hidden tab does it: nothing is drawn, so no observer and no frame is called.
      prepare: () => {
        Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
        window.ResizeObserver = class { observe(): void {} unobserve(): void {} disconnect(): void {} };
        window.requestAnimationFrame = () => 0;
      },
    });
    const inside = await host.frame();
    await inside.waitForFunction(() => "live" in document.documentElement.dataset);
    await hosted(inside);
    await heard(host);
    const before = (await host.said("height")).length;
    await inside.evaluate(() => document.querySelector<HTMLElement>("details summary")?.click());
    await resting(host.page);
    expect(await host.said("height")).toHaveLength(before);
    await inside.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect.poll(() => host.said("height")).toHaveLength(before + 1);
    await fitted(inside);
    await host.close();

    const hidden = await openHost(browser, { body: BODY, css: "iframe { display: none; width: 100% } .shown iframe { display: block }" });
    await resting(hidden.page);
    expect(await hidden.said("height")).toEqual([]);
    await hidden.page.evaluate(() => document.body.classList.add("shown"));
    await expect.poll(() => hidden.said("height").then(({ length }) => length)).toBeGreaterThan(0);
    await fitted(await hidden.frame());
    await hidden.close();
  });

  it("may come after the script, and the script after it", async () => {
    const early = await openHost(browser, { body: "HOST_SCRIPT", frames: 0 });
    await early.page.evaluate((src) => {
      const frame = document.createElement("iframe");
      frame.dataset["careerTimeline"] = "";
      frame.src = src;
      document.body.append(frame);
    }, early.embed);
    await expect.poll(async () => (await early.frames()).length).toBe(1);
    await fitted(await early.frame());
    await early.close();

    const late = await openHost(browser, { body: FRAME, policy: "default-src 'self'; script-src 'self' FRAMES; frame-src FRAMES" });
    await expect.poll(() => lastHeight(late)).toBeGreaterThan(300);
    expect(await late.page.evaluate(() => document.querySelector("iframe")?.clientHeight)).toBe(150);
    await late.page.addScriptTag({ url: new URL("host.js", late.embed).href });
    await fitted(await late.frame());
    await late.close();
  });
});

describe("other hosts", () => {
  it("are told in WordPress's words, by its secret", async () => {
    const host = await openHost(browser, { body: FRAME.replace("EMBED", "EMBED#?secret=a1B2c3D4e5") });
    await expect.poll(() => lastHeight(host)).toBeGreaterThan(300);
    await heard(host);
    expect((await host.said()).filter(({ message }) => message === "height").at(-1)).toEqual({ message: "height", value: await lastHeight(host), secret: "a1B2c3D4e5" });
    expect((await host.said()).filter(({ sentinel }) => sentinel !== undefined)).toEqual([]);
    await host.close();
  });

  it("are told in AMP's words, where AMP asks", async () => {
    const host = await openHost(browser, { body: FRAME.replace("EMBED", "EMBED#amp=1") });
    await expect.poll(() => lastHeight(host)).toBeGreaterThan(300);
    await heard(host);
    expect((await host.said()).filter(({ sentinel }) => sentinel === "amp").at(-1)).toEqual({ sentinel: "amp", type: "embed-size", height: await lastHeight(host) });
    await host.close();
  });

  it("are told in ours alone, where neither asks", async () => {
    const host = await openHost(browser, { body: FRAME });
    await expect.poll(() => lastHeight(host)).toBeGreaterThan(300);
    expect(new Set((await host.said()).map(({ type }) => type))).toEqual(new Set(["career-timeline"]));
    await host.close();
  });
});

describe("hostile messages", () => {
  it("do not reach a frame's height: other windows, other types, numbers that are none", async () => {
    const host = await openHost(browser, { body: `${BODY}<iframe id="other" src="about:blank"></iframe>`, height: 1200 });
    const inside = await host.frame();
    const height = await fitted(inside);
    const style = await host.page.evaluate(() => document.querySelector("iframe")?.getAttribute("style"));
    const head = { type: "career-timeline", version: 1, event: "height" };
    // From the frame itself, in all forms but the right one.
    await inside.evaluate((message) => {
      const post = (data: unknown): void => parent.postMessage(data, "*");
      for (const value of [NaN, Infinity, -Infinity, -600, 0, 20_001, 1e9, "600", "600px", null, [600], { valueOf: 600 }, 600n, new Date(600), true]) post({ ...message, height: value });
      for (const data of [null, 600, "600", JSON.stringify({ ...message, height: 600 }), [message], { ...message, version: 2, height: 600 }, { ...message, type: "x", height: 600 }, { ...message, event: "toString", height: 600 }]) post(data);
    }, head);
    // From another frame and from the page itself, in the right form.
    const other = await (await host.page.locator("#other").elementHandle())?.contentFrame();
    await other?.evaluate((message) => parent.postMessage({ ...message, height: 600 }, "*"), head);
    await host.page.evaluate((message) => {
      postMessage({ ...message, height: 600 }, "*");
      dispatchEvent(new MessageEvent("message", { data: { ...message, height: 600 } }));
    }, head);
    await expect.poll(async () => (await host.said("height")).filter(({ height: told }) => told === 600).length).toBeGreaterThan(2);
    await heard(host);
    expect(await host.page.evaluate(() => document.querySelector("iframe")?.getAttribute("style"))).toBe(style);
    expect(await fitted(inside)).toBe(height);
    await host.close();
  });

  it("do not reach a frame's state", async () => {
    const host = await openHost(browser, { body: FRAME.replace("EMBED", "EMBED?domain=payments") });
    const inside = await host.frame();
    await inside.locator(".chips [aria-pressed=true]").waitFor();
    const before = await inside.locator("#root").innerHTML();
    await host.page.evaluate(() => {
      const target = document.querySelector("iframe")?.contentWindow;
      const words = ["hello", "theme", "view", "ready", "height", "constructor", "__proto__"];
      const values = [null, 7, "light dark", "javascript:alert(1)", {}, [], "?".repeat(9000), NaN];
      for (let i = 0; i < 5000; i++) {
        const value = values[i % values.length];
        const event = words[i % words.length];
        // None of them is whole: a number where a word should be, another version, another's name.
        const head = [{ type: "career-timeline", version: 2 }, { type: "wp", version: 1 }, { type: "career-timeline", version: 1, event: "theme", theme: value === "light" ? 1 : value }, { version: 1 }][i % 4];
        target?.postMessage({ event, query: value, theme: value, ...head }, "*");
      }
      target?.postMessage({ type: "career-timeline", version: 1, event: "view", query: 7 }, "*");
    });
    await host.page.waitForTimeout(300);
    expect(await inside.locator("#root").innerHTML()).toBe(before);
    expect(await inside.locator("html").evaluate((each) => [each.dataset["theme"], each.dataset["hosted"]])).toEqual(["system", undefined]);
    expect(await host.problems()).toEqual([]);
    // The page around the frame is heard; another window is not, even with the same words.
    await inside.evaluate(() => dispatchEvent(new MessageEvent("message", { data: { type: "career-timeline", version: 1, event: "theme", theme: "dark" }, source: window })));
    expect(await inside.locator("html").getAttribute("data-theme")).toBe("system");
    await host.page.evaluate(() => document.querySelector("iframe")?.contentWindow?.postMessage({ type: "career-timeline", version: 1, event: "theme", theme: "dark" }, "*"));
    await expect.poll(() => inside.locator("html").getAttribute("data-theme")).toBe("dark");
    await host.close();
  });
});

describe("a frame that nobody follows", () => {
  it.each([["career", firstCareer], ["thirty-years", sampleCareer("thirty-years")], ["long-names", sampleCareer("long-names")]] as const)("%s: has the room that oembed.json says, and hardly more", async (name, { document: facts }) => {
    const site = makeSite(facts, { address: ADDRESS });
    const page = await browser.newPage();
    for (const view of [null, ...site.career.views]) {
      const said = toOembed(site, view);
      await page.setViewportSize({ width: Number(said?.["width"]), height: Number(said?.["height"]) });
      await page.goto(`${await siteOf(name)}embed/?chrome=none${view ? `&view=${encodeURIComponent(view.slug)}` : ""}`);
      await page.locator("html[data-live]").waitFor({ state: "attached" });
      await page.locator(".live svg.arc").waitFor();
      const over = await page.locator("#root").evaluate((root) => innerHeight - root.getBoundingClientRect().height);
      expect(over, view?.slug ?? "all").toBeGreaterThanOrEqual(0);
      // Two lines, where the font runs narrow.
      expect(over, view?.slug ?? "all").toBeLessThan(48);
    }
    // Between a phone's width and a page's narrow form the drawing fills its column: scaled down, its words would be too.
    await page.setViewportSize({ width: 600, height: 700 });
    await expect.poll(() => page.locator(".live svg.arc").evaluate((arc) => [arc.getBoundingClientRect().width, Number(arc.getAttribute("viewBox")?.split(" ")[2])])).toEqual([566, 566]);
    await page.close();
  });
});
