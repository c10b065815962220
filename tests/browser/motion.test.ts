import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { arc, chip, details, evaluated, motionFetched, node, openPage, ready, settled } from "../support/page.js";
import { siteOf } from "../support/site.js";
import { takeTour } from "../support/tour.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A filter's change has to be over by then. */
const LONGEST_MS = 400;

/** What moves by the browser's own means, with how long it takes. */
const animations = (page: Page): Promise<string[]> => page.evaluate(() => document.getAnimations().map((animation) => {
  const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
  return `${target?.getAttribute("class") ?? target?.tagName ?? "?"}: ${String(animation.effect?.getComputedTiming().endTime)} ms`;
}));

/** The drawing as it stands: every shape and where it is. */
const drawing = (page: Page): Promise<string> => arc(page).evaluate((svg) => [...svg.querySelectorAll("path, g[transform], text")].map((each) => `${each.getAttribute("d") ?? ""}${each.getAttribute("transform") ?? ""}${each.getAttribute("x") ?? ""}`).join("\n"));

describe("for those who want no movement", () => {
  it("nothing moves, whatever is used", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    const moved: string[] = [];
    await takeTour(page, async ({ name }) => {
      moved.push(...(await animations(page)).map((animation) => `${name}: ${animation}`));
      if ((await arc(page).count()) === 0) return;
      const there = await drawing(page);
      for (let frames = 0; frames < 3; frames++) await settled(page);
      if ((await drawing(page)) !== there) moved.push(`${name}: the arc`);
    });
    expect(moved).toEqual([]);
    await close();
  });

  it("nothing scrolls by itself, and nothing loops", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    const smooth = await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => {
      const { scrollBehavior, animationIterationCount, animationName } = getComputedStyle(element);
      return scrollBehavior === "smooth" || (animationName !== "none" && animationIterationCount === "infinite");
    }).length);
    expect(smooth).toBe(0);
    await close();
  });
});

/** What a step of the clock has set off is drawn: React does so in a message to itself, which no clock holds. */
const drawnSoFar = (page: Page): Promise<void> => page.evaluate(async () => {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((heard) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", heard, { once: true });
      port1.start();
      port2.postMessage(null);
    });
  }
});

/** A page whose clock stands until it is told to go on; motion has been fetched. */
async function openStopped(query = ""): Promise<{ readonly page: Page; readonly run: (ms: number) => Promise<void>; readonly close: () => Promise<void> }> {
  const address = new URL(query, await siteOf("career")).href;
  const { page, close } = await openPage(browser, address, { motion: true });
  const motion = await motionFetched(page);
  await page.clock.install();
  await page.goto(address);
  await page.waitForFunction(() => document.querySelectorAll("main svg[role=group]").length === 1);
  await evaluated(page, motion);
  await page.clock.runFor(3000);
  const now = await page.evaluate(() => Date.now());
  await page.clock.pauseAt(now + 1000);
  return { page, close, run: (ms) => page.clock.runFor(ms).then(() => drawnSoFar(page)) };
}

/** The same view on a page that does not move. */
async function still(query: string): Promise<string> {
  const { page, close } = await openPage(browser, new URL(query, await siteOf("career")).href);
  await ready(page);
  const there = await drawing(page);
  await close();
  return there;
}

describe("for everybody else", () => {
  it("the arc makes room for the details within 400 ms, by way of other shapes", async () => {
    const { page, run, close } = await openStopped();
    const before = await drawing(page);
    await node(page, "user-cache").press("Enter");
    await run(120);
    const between = await drawing(page);
    const target = await still("?at=user-cache");
    expect(between).not.toBe(before);
    expect(between).not.toBe(target);
    await run(LONGEST_MS - 120);
    expect(await drawing(page)).toBe(target);
    await close();
  });

  it("closed half-way, it turns round and is as it was", async () => {
    const { page, run, close } = await openStopped();
    const before = await drawing(page);
    await node(page, "user-cache").press("Enter");
    await run(80);
    await page.keyboard.press("Escape");
    await run(LONGEST_MS);
    expect(await details(page).count()).toBe(0);
    // The mark has the focus again, and shows what it shows by that.
    await node(page, "user-cache").blur();
    await run(100);
    expect(await drawing(page)).toBe(before);
    await close();
  });

  it("a filter half-way takes over and ends where it should", async () => {
    const { page, run, close } = await openStopped();
    await node(page, "user-cache").press("Enter");
    await run(100);
    await chip(page, "Payments").press("Enter");
    await run(100);
    await chip(page, "Scaling").press("Enter");
    await chip(page, "Payments").press("Enter");
    await run(LONGEST_MS);
    expect(new URL(page.url()).search).toBe("?view=scaling&at=user-cache");
    expect(await drawing(page)).toBe(await still("?domain=scaling&at=user-cache"));
    await close();
  });

  it("a filter shows no quantity on its way that nobody has: the matching part of a band is there at once", async () => {
    const { page, run, close } = await openStopped();
    const bands = (): Promise<string[]> => arc(page).locator(".band path").evaluateAll((all) => all.map((path) => `${path.closest(".band")?.getAttribute("class") ?? ""} ${path.getAttribute("d") ?? ""}`));
    const before = await bands();
    await chip(page, "Payments").press("Enter");
    await run(17);
    const there = await bands();
    expect(there).not.toEqual(before);
    await run(LONGEST_MS);
    expect(await bands()).toEqual(there);
    await close();
  });

  it("the panel comes out of its mark, and comes to rest", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"), { motion: true });
    await motionFetched(page);
    await settled(page);
    const look = () => details(page).evaluate((panel) => {
      const { opacity, transform } = getComputedStyle(panel);
      return { opacity, moved: transform !== "none" && !new DOMMatrix(transform).isIdentity };
    });
    // A quarter of a second is soon over on a busy machine: every frame is looked at.
    await page.evaluate(() => {
      const frames: boolean[] = [];
      const watch = (): void => {
        const panel = document.querySelector("aside");
        if (panel) frames.push(getComputedStyle(panel).transform !== "none");
        requestAnimationFrame(watch);
      };
      watch();
      Object.assign(window, { frames });
    });
    await node(page, "user-cache").press("Enter");
    await details(page).waitFor();
    await expect.poll(() => page.evaluate(() => (window as unknown as { readonly frames: readonly boolean[] }).frames.includes(true))).toBe(true);
    await expect.poll(look).toEqual({ opacity: "1", moved: false });
    await close();
  });

  it("closed and opened half-way, the panel turns round where it stands, and is never there twice", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"), { motion: true });
    await motionFetched(page);
    await settled(page);
    // Whatever moves a panel is held early on its way: on a busy machine it is soon over.
    await page.evaluate(() => {
      const hold = (): void => {
        for (const animation of document.getAnimations()) {
          if (!(animation.effect instanceof KeyframeEffect) || !animation.effect.target?.matches(".details") || animation.playState === "paused") continue;
          animation.pause();
          animation.currentTime = 40;
        }
        requestAnimationFrame(hold);
      };
      hold();
    });
    /** Of each panel and each picture of one: how wide it is and how faint. */
    const seen = (): Promise<{ readonly width: number; readonly opacity: number }[]> => page.locator(".details").evaluateAll((all) => all.map((panel) => ({ width: Math.round(panel.getBoundingClientRect().width), opacity: Number(getComputedStyle(panel).opacity) })));
    const held = async (selector: string): Promise<{ readonly width: number; readonly opacity: number }> => {
      await expect.poll(() => page.locator(selector).evaluateAll((all) => all.length === 1 && all.every((panel) => panel.getAnimations().length > 0 && panel.getAnimations().every(({ playState }) => playState === "paused")))).toBe(true);
      const [one, ...others] = await seen();
      expect(others).toEqual([]);
      if (!one) throw new Error("no panel");
      return one;
    };
    await node(page, "user-cache").press("Enter");
    const entering = await held("aside.details:not(.leaving)");
    expect(entering.width).toBeGreaterThan(50);
    await page.keyboard.press("Escape");
    const leaving = await held(".details.leaving");
    expect(leaving.width).toBeLessThan(entering.width);
    expect(leaving.opacity).toBeLessThan(entering.opacity);
    await node(page, "user-cache").press("Enter");
    const again = await held("aside.details:not(.leaving)");
    expect(again.width).toBeGreaterThan(leaving.width);
    await close();
  });

  it("what the browser animates takes no longer, and ends", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"), { motion: true });
    // In every frame of the page's own: two from here may be further apart than the animation is long.
    await page.evaluate(() => {
      const seen: number[] = [];
      const watch = (): void => {
        seen.push(...document.getAnimations().map((animation) => Number(animation.effect?.getComputedTiming().endTime)));
        requestAnimationFrame(watch);
      };
      watch();
      Object.assign(window, { seen });
    });
    const seenSoFar = (): Promise<readonly number[]> => page.evaluate(() => (window as unknown as { readonly seen: readonly number[] }).seen);
    await chip(page, "Payments").click();
    await expect.poll(async () => (await seenSoFar()).length).toBeGreaterThan(0);
    await expect.poll(() => animations(page)).toEqual([]);
    const seen = await seenSoFar();
    expect(seen.filter((end) => !(end <= LONGEST_MS))).toEqual([]);
    await close();
  });
});
