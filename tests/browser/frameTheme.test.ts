import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { fitted, openHost } from "../support/frameHost.js";
import { colourAt } from "../support/pixels.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const FRAME = "<iframe data-career-timeline title=\"Career\" sandbox=\"allow-scripts\" src=\"EMBED?domain=payments\"></iframe>";
const CSS = "body { margin: 0 } iframe { display: block; width: 100%; border: 0 }";

/** By what is painted, not by what is said. */
const paintedIn = (inside: Frame): Promise<string> =>
  inside.locator("#root").evaluate((each) => {
    const parts = getComputedStyle(each).color.match(/[\d.]+/g)?.map(Number) ?? [];
    return (parts[0] ?? 0) > 128 ? "dark" : "light";
  });
const whole = (page: Page): Promise<void> => page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

describe("the theme of a frame", () => {
  it.each<readonly [what: string, host: { readonly body: string; readonly css?: string; readonly colorScheme?: "light" | "dark" }, theme: string]>([
    ["its own word before the host's", { body: `<div data-theme="dark">${FRAME.replace("?", "?theme=light&amp;")}</div>HOST_SCRIPT` }, "light"],
    ["its own word without a host script", { body: FRAME.replace("?", "?theme=dark&amp;") }, "dark"],
    ["data-theme", { body: `<div data-theme="dark">${FRAME}</div>HOST_SCRIPT` }, "dark"],
    ["Bootstrap's attribute", { body: `<div data-bs-theme="dark">${FRAME}</div>HOST_SCRIPT` }, "dark"],
    ["GitHub's attribute", { body: `<div data-color-mode="dark">${FRAME}</div>HOST_SCRIPT` }, "dark"],
    ["Tailwind's class", { body: `<div class="app dark">${FRAME}</div>HOST_SCRIPT` }, "dark"],
    ["the nearest of them", { body: `<div data-theme="dark"><div class="light">${FRAME}</div></div>HOST_SCRIPT` }, "light"],
    ["an attribute before the page's scheme", { body: `<div data-theme="light">${FRAME}</div>HOST_SCRIPT`, css: `${CSS} html { color-scheme: dark }` }, "light"],
    ["the page's scheme", { body: `${FRAME}HOST_SCRIPT`, css: `${CSS} html { color-scheme: dark }` }, "dark"],
    ["the page's scheme before the system", { body: `${FRAME}HOST_SCRIPT`, css: `${CSS} html { color-scheme: only light }`, colorScheme: "dark" }, "light"],
    ["a theme that names neither", { body: `<div data-theme="cupcake" class="darker">${FRAME}</div>HOST_SCRIPT`, colorScheme: "dark" }, "dark"],
    ["the system, where the page follows it too", { body: `${FRAME}HOST_SCRIPT`, css: `${CSS} html { color-scheme: light dark }`, colorScheme: "dark" }, "dark"],
    ["the system, where nobody says anything", { body: FRAME, colorScheme: "dark" }, "dark"],
    ["the system, where nobody says anything, by day", { body: FRAME, colorScheme: "light" }, "light"],
  ])("is %s", async (_, host, theme) => {
    const { frame, close } = await openHost(browser, { css: CSS, ...host });
    const inside = await frame();
    await expect.poll(() => paintedIn(inside)).toBe(theme);
    await close();
  });

  it("follows the host without loading anew and without losing the state", async () => {
    const { page, frame, problems, close } = await openHost(browser, { body: `<main>${FRAME}</main>HOST_SCRIPT`, css: `${CSS} .night { color-scheme: dark }` });
    const inside = await frame();
    await fitted(inside);
    await inside.locator(".arc [data-item]").first().click();
    await inside.locator(".details").waitFor();
    await inside.evaluate(() => void (window.seen.mark = 42));
    const state = await inside.locator(".details h3").textContent();
    const turn = async (change: () => void, theme: string): Promise<void> => {
      await page.evaluate(change);
      await expect.poll(() => paintedIn(inside), { message: change.toString() }).toBe(theme);
    };
    await turn(() => document.documentElement.setAttribute("data-bs-theme", "dark"), "dark");
    await turn(() => document.documentElement.removeAttribute("data-bs-theme"), "light");
    await turn(() => document.body.classList.add("dark"), "dark");
    await turn(() => document.body.classList.replace("dark", "light"), "light");
    await turn(() => document.body.classList.replace("light", "night"), "dark");
    await turn(() => document.body.classList.remove("night"), "light");
    await turn(() => document.querySelector("main")?.setAttribute("data-theme", "dark"), "dark");
    await turn(() => document.querySelector("main")?.removeAttribute("data-theme"), "light");
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(() => paintedIn(inside)).toBe("dark");
    expect(await inside.locator(".details h3").textContent()).toBe(state);
    expect(await inside.locator(".chips [aria-pressed=true]").count()).toBe(1);
    expect(await inside.evaluate(() => window.seen.mark)).toBe(42);
    expect(await problems()).toEqual([]);
    await close();
  });
});

it("is told once, however often the script stands in the page", async () => {
  const { page, frame, close } = await openHost(browser, { body: `HOST_SCRIPT${FRAME}HOST_SCRIPTHOST_SCRIPT`, css: CSS });
  const inside = await frame();
  await fitted(inside);
  await page.waitForFunction(() => document.readyState === "complete");
  await page.evaluate(() => document.documentElement.setAttribute("data-theme", "dark"));
  await expect.poll(() => paintedIn(inside)).toBe("dark");
  await page.waitForTimeout(100);
  expect(await inside.evaluate(() => window.seen.said.filter(({ data }) => (data as { readonly theme?: string }).theme === "dark").length)).toBe(1);
  await close();
});

describe("a transparent frame", () => {
  const CLEAR = FRAME.replace("?", "?background=transparent&amp;");
  const GREEN = "html { background: rgb(0, 200, 0) }";
  /** The first pixels of the frame, where nothing is drawn. */
  const CORNER = { x: 1, y: 1 };

  it.each<readonly [what: string, host: { readonly body: string; readonly css: string; readonly colorScheme?: "light" | "dark" }]>([
    ["in a page that says nothing", { body: `${CLEAR}HOST_SCRIPT`, css: `${CSS} ${GREEN}` }],
    ["in a page of both schemes, at night", { body: `${CLEAR}HOST_SCRIPT`, css: `${CSS} ${GREEN} html { color-scheme: light dark }`, colorScheme: "dark" }],
    ["in a page of both schemes, at night, without the script", { body: CLEAR, css: `${CSS} ${GREEN} html { color-scheme: light dark }`, colorScheme: "dark" }],
    ["in a dark page, by day", { body: `${CLEAR}HOST_SCRIPT`, css: `${CSS} ${GREEN} html { color-scheme: dark }` }],
    ["in a light page, at night", { body: `${CLEAR}HOST_SCRIPT`, css: `${CSS} ${GREEN} html { color-scheme: light }`, colorScheme: "dark" }],
    ["in a page that is dark by its class only", { body: `<div class="dark">${CLEAR}</div>HOST_SCRIPT`, css: `${CSS} ${GREEN}` }],
    ["with a theme of its own", { body: `${CLEAR.replace("?", "?theme=dark&amp;")}HOST_SCRIPT`, css: `${CSS} ${GREEN}` }],
    ["with a theme of its own, of the page's scheme, without the script", { body: CLEAR.replace("?", "?theme=dark&amp;"), css: `${CSS} ${GREEN} html { color-scheme: dark }` }],
  ])("shows what is behind it %s", async (_, host) => {
    const { page, frame, close } = await openHost(browser, host);
    await (await frame()).locator("#root[data-background=transparent]").waitFor();
    await whole(page);
    await expect.poll(() => colourAt(page, CORNER)).toBe("0,200,0");
    await close();
  });

  it("is painted where its words could not be read otherwise: a light page that does not say so, at night", async () => {
    const { page, frame, close } = await openHost(browser, { body: `${CLEAR}HOST_SCRIPT`, css: `${CSS} ${GREEN}`, colorScheme: "dark" });
    await (await frame()).locator("#root[data-background=transparent]").waitFor();
    await whole(page);
    expect(await paintedIn(await frame())).toBe("dark");
    expect(await colourAt(page, CORNER)).not.toBe("0,200,0");
    await close();
  });

  it("is the exception: else a frame has a ground of its own", async () => {
    const { page, frame, close } = await openHost(browser, { body: `${FRAME}HOST_SCRIPT`, css: `${CSS} ${GREEN}` });
    await fitted(await frame());
    await whole(page);
    expect(await colourAt(page, { x: 30, y: 8 })).toBe("250,247,240");
    await close();
  });
});
