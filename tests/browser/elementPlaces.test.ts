import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { drawn, eventsOf, openElementHost, openHostPage, type ElementHost } from "../support/elementHost.js";

let browser: Browser;
let host: ElementHost;
beforeAll(async () => {
  [browser, host] = await Promise.all([launchBrowser(), openElementHost()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

const element = (attributes = "", id = "a"): string => `<career-timeline id="${id}" src="/career.json" as-of="2026-11-22" ${attributes}><p>Inside</p></career-timeline>`;
const arc = (page: Page, id = "a"): Locator => page.locator(`#${id}`).getByRole("group", { name: /^Career arc/ });
const pause = (page: Page): Promise<void> => page.evaluate(() => new Promise<void>((done) => setTimeout(done, 300)));
const asked = (): number => host.requests.filter((path) => path === "/career.json").length;

describe("an element that nobody can see yet", () => {
  const cases: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
    ["far below", `<div style="height: 5000px"></div>${element()}`, (page) => page.evaluate(() => scrollTo(0, 4500))],
    ["not displayed", `<div id="tab" style="display: none">${element()}</div>`, (page) => page.locator("#tab").evaluate((tab) => tab.removeAttribute("style"))],
    ["hidden", element("hidden"), (page) => page.locator("#a").evaluate((a) => a.removeAttribute("hidden"))],
    ["skipped", `<div id="tab" style="content-visibility: hidden">${element()}</div>`, (page) => page.locator("#tab").evaluate((tab) => tab.removeAttribute("style"))],
    ["far along in a box that scrolls", `<div id="box" style="height: 300px; overflow: auto"><div style="height: 3000px"></div>${element()}</div>`, (page) => page.locator("#box").evaluate((box) => box.scrollTo(0, 2900))],
    ["in a page that is not looked at", `${element()}<script>hidden = true; Object.defineProperty(Document.prototype, "hidden", { get: () => hidden })</script>`, (page) => page.evaluate("hidden = false; void document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")],
  ];
  it.each(cases)("%s fetches nothing, until it can be seen", async (_, body, show) => {
    const before = asked();
    const { page, problems, close } = await openHostPage(browser, host.page(body));
    await pause(page);
    expect(asked()).toBe(before);
    expect(await page.locator("#a").evaluate((a) => a.shadowRoot?.querySelectorAll("svg").length)).toBe(0);
    await show(page);
    await drawn(page);
    await arc(page).waitFor();
    expect(asked()).toBe(before + 1);
    expect(problems).toEqual([]);
    await close();
  });

  it("is drawn at once where its owner says so, then and later", async () => {
    const below = `<div style="height: 5000px"></div>${element('loading="eager"')}${element("", "b")}`;
    const { page, close } = await openHostPage(browser, host.page(below));
    await drawn(page);
    expect(await page.locator("#b").evaluate((b) => b.shadowRoot?.querySelectorAll("svg").length)).toBe(0);
    await page.locator("#b").evaluate((b) => Object.assign(b, { loading: "eager" }));
    await drawn(page, 2);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await close();
  });

  it.each([
    ["the window", `<div style="height: 1100px"></div>${element()}`],
    ["a box that scrolls", `<div style="height: 300px; overflow: auto"><div style="height: 650px"></div>${element()}</div>`],
  ])("is near within 400 px of %s", async (_, body) => {
    const { page, close } = await openHostPage(browser, host.page(body));
    await drawn(page);
    expect(await arc(page).count()).toBe(1);
    await close();
  });
});

const look = (page: Page): Promise<{ readonly height: number; readonly styles: readonly string[] }> => page.locator("#a").evaluate((a) => {
  const root = a.shadowRoot?.querySelector(".career-timeline");
  const parts = [root, ...(root?.querySelectorAll("h2, p, button, svg text, path, summary, input") ?? [])].filter((part) => part !== null && part !== undefined);
  const names = ["font-size", "font-weight", "font-style", "color", "fill", "letter-spacing", "word-spacing", "text-transform", "line-height", "text-align", "white-space", "text-shadow", "cursor", "display", "visibility", "opacity", "direction"];
  return { height: a.getBoundingClientRect().height, styles: parts.map((part) => names.map((name) => getComputedStyle(part).getPropertyValue(name)).join("|")) };
});

/** The same width for all: a host's own boxes are its own. */
const FRAME = "html, body, #frame { all: initial !important; display: block !important } #frame { width: 800px !important; font-family: sans-serif !important } style, script, head { display: none !important }";
const framed = (css: string, html = ""): string => host.page(`<div id="frame">${element()}</div>`, { html, head: `<style>${FRAME}${css}</style>` });

describe("a host's style sheet", () => {
  it.each([
    ["unsets everything", "* { all: unset !important }"],
    ["sets everything back", "*, *::before, *::after { all: initial !important; font-family: sans-serif !important }"],
    ["has other habits", "* { font-size: 40px; line-height: 3; letter-spacing: 4px; word-spacing: 9px; text-transform: uppercase; text-align: right; color: red; font-style: italic; text-shadow: 0 0 3px red; white-space: pre; cursor: wait; text-indent: 3em }"],
    ["knows our names", ".timeline, .career-timeline, .chips, .arc, h2, p, svg, button { display: none !important; color: red !important; font-size: 50px !important }"],
    ["counts in tens", "html { font-size: 62.5% !important }"],
    ["hides the element", "career-timeline { display: none }"],
    ["hides the element with force", "career-timeline { display: none !important }"],
    ["is Tailwind's preflight", "*, ::before, ::after { box-sizing: border-box; border: 0 solid; margin: 0; padding: 0 } html { line-height: 1.5; tab-size: 4 } h1,h2,h3 { font-size: inherit; font-weight: inherit } ol,ul { list-style: none } img,svg { display: block; vertical-align: middle } button,input { font: inherit; color: inherit; background: transparent } [hidden] { display: none !important }"],
  ])("that %s changes nothing of the timeline", async (_, css) => {
    const [plain, other] = await Promise.all([openHostPage(browser, framed("")), openHostPage(browser, framed(css))]);
    await Promise.all([drawn(plain.page), drawn(other.page)]);
    const [expected, found] = await Promise.all([look(plain.page), look(other.page)]);
    expect(expected.height).toBeGreaterThan(300);
    expect(expected.styles.length).toBeGreaterThan(40);
    expect(found).toEqual(expected);
    expect((await other.page.locator("#frame").screenshot()).equals(await plain.page.locator("#frame").screenshot())).toBe(true);
    await Promise.all([plain.close(), other.close()]);
  });

  it("gives its font, and may hide the element by its own word", async () => {
    const { page, close } = await openHostPage(browser, host.page(`<div id="frame" style="font-family: monospace">${element()}</div>`));
    await drawn(page);
    expect(await page.locator("#a").evaluate((a) => getComputedStyle(a.shadowRoot?.querySelector("h2") ?? a).fontFamily)).toBe("monospace");
    await page.locator("#a").evaluate((a) => Object.assign(a, { hidden: true }));
    expect(await arc(page).isVisible()).toBe(false);
    await close();
  });

  it("is not touched by the element", async () => {
    const body = `<h2>Heading</h2><p class="timeline">Words <a href="/x">link</a> <mark>mark</mark> <button class="chip">Press</button></p><svg class="arc"><text>t</text></svg>`;
    const styles = (page: Page): Promise<readonly string[]> => page.evaluate(() => [...document.querySelectorAll("html, body, body *:not(career-timeline, career-timeline *)")].map((each) => {
      const computed = getComputedStyle(each);
      return [...computed].filter((name) => !/^(?:block-size|height|perspective-origin|transform-origin)$/.test(name)).map((name) => `${name}:${computed.getPropertyValue(name)}`).join(";");
    }));
    const [without, having] = await Promise.all([openHostPage(browser, host.page(body, { script: false })), openHostPage(browser, host.page(body + element()))]);
    await drawn(having.page);
    const [before, after] = await Promise.all([styles(without.page), styles(having.page)]);
    expect(before.length).toBeGreaterThan(7);
    expect(after).toEqual(before);
    await Promise.all([without.close(), having.close()]);
  });
});

describe.each([1000, 360])("in a box that takes its size from its content, %i px wide", (width) => {
  const places: readonly (readonly [string, string])[] = [
    ["a row", `<div style="display: flex">${element()}</div>`],
    ["a centred column", `<div style="display: flex; flex-direction: column; align-items: center">${element()}</div>`],
    ["a centring grid", `<div style="display: grid; place-items: center">${element()}</div>`],
    ["a float", element('style="float: left"')],
    ["an inline block", `<div style="display: inline-block">${element()}</div>`],
    ["a cell of a table", `<table><tr><td>${element()}</table>`],
    ["a column beside another", `<div style="display: grid; grid-template-columns: 1fr 2fr"><p></p>${element()}</div>`],
    ["a margin", element('style="margin: 0 20px; padding: 0 4px"')],
  ];
  it.each(places)("%s: it has the room there is", async (name, body) => {
    const { page, close } = await openHostPage(browser, host.page(body), { viewport: { width, height: 768 } });
    await drawn(page);
    const [box, sideways] = await page.locator("#a").evaluate((a) => [a.getBoundingClientRect().width, document.documentElement.scrollWidth - innerWidth] as const);
    expect(box).toBeGreaterThan(name === "a column beside another" ? width / 2 : Math.min(width - 60, 960));
    expect(sideways).toBeLessThanOrEqual(0);
    await close();
  });

  it("a page's own width counts", async () => {
    const { page, close } = await openHostPage(browser, host.page(`<style>#a { width: 320px }</style><div style="display: flex">${element()}</div>`), { viewport: { width, height: 768 } });
    await drawn(page);
    expect(await page.locator("#a").evaluate((a) => a.getBoundingClientRect().width)).toBe(320);
    await close();
  });
});

it("lets the host's ground through where its owner says so", async () => {
  const { page, close } = await openHostPage(browser, host.page(element('background="transparent"')));
  await drawn(page);
  const ground = (): Promise<string> => page.locator("#a").evaluate((a) => getComputedStyle(a.shadowRoot?.querySelector("[part=root]") ?? a).backgroundColor);
  expect(await ground()).toBe("rgba(0, 0, 0, 0)");
  // On what its words cannot be read on it keeps its own, and gives it up as soon as they can.
  for (const [colour, clear] of [["#808080", false], ["#fff", true], ["#5b7", false], ["#111", true]] as const) {
    await page.evaluate((to) => void (document.body.style.backgroundColor = to), colour);
    await expect.poll(async () => (await ground()) === "rgba(0, 0, 0, 0)", { message: colour }).toBe(clear);
  }
  await page.locator("#a").evaluate((a) => a.removeAttribute("background"));
  expect(await ground()).not.toBe("rgba(0, 0, 0, 0)");
  await close();
});

describe("theme", () => {
  const scheme = (page: Page): Promise<string> => page.locator("#a").evaluate((a) => {
    const ink = getComputedStyle(a.shadowRoot?.querySelector("h2") ?? a).color;
    const lightness = (/\d+/.exec(ink) ?? ["0"])[0];
    return Number(lightness) > 128 ? "dark" : "light";
  });
  const expectTheme = async (page: Page, theme: string): Promise<void> => {
    await expect.poll(() => scheme(page)).toBe(theme);
  };

  it("is the host's, as it says it and as it changes its mind; nothing is drawn anew or lost", async () => {
    const { page, close } = await openHostPage(browser, host.page(`<main id="around">${element('at="payment-interface"')}</main>`), { colorScheme: "light" });
    await drawn(page);
    await expectTheme(page, "light");
    await page.emulateMedia({ colorScheme: "dark" });
    await expectTheme(page, "dark");
    const html = page.locator("html");
    await html.evaluate((each) => void (each.style.colorScheme = "light"));
    await expectTheme(page, "light");
    await html.evaluate((each) => each.classList.add("dark"));
    await expectTheme(page, "dark");
    await page.locator("#around").evaluate((each) => each.setAttribute("data-bs-theme", "light"));
    await expectTheme(page, "light");
    await page.locator("#a").evaluate((each) => each.setAttribute("theme", "dark"));
    await expectTheme(page, "dark");
    await page.locator("#a").evaluate((each) => each.setAttribute("theme", "auto"));
    await expectTheme(page, "light");
    await page.locator("#around").evaluate((each) => each.removeAttribute("data-bs-theme"));
    await html.evaluate((each) => each.removeAttribute("class"));
    await html.evaluate((each) => each.removeAttribute("style"));
    await expectTheme(page, "dark");
    expect(await page.locator("#a").getByRole("complementary").count()).toBe(1);
    expect(await eventsOf(page)).toEqual([]);
    expect(host.requests.at(-1)).toBe("/career.json");
    await close();
  });

  it("is that of its place: a move is a change", async () => {
    const { page, close } = await openHostPage(browser, host.page(`<div data-theme="light" id="one">${element('at="payment-interface"')}</div><div data-theme="dark" id="two"></div>`));
    await drawn(page);
    await expectTheme(page, "light");
    await page.evaluate(() => document.querySelector("#two")?.append(document.querySelector("#a") ?? ""));
    await expectTheme(page, "dark");
    await page.locator("#two").evaluate((two) => two.setAttribute("data-theme", "light"));
    await expectTheme(page, "light");
    await close();
  });

  it("may stand in the host's media query", async () => {
    const { page, close } = await openHostPage(browser, host.page(element(), { head: "<style>html { color-scheme: dark } @media (prefers-color-scheme: dark) { html { color-scheme: light } }</style>" }), { colorScheme: "light" });
    await drawn(page);
    await expectTheme(page, "dark");
    await page.emulateMedia({ colorScheme: "dark" });
    await expectTheme(page, "light");
    await close();
  });
});

describe("the whole instrument in a narrow column", () => {
  it.each([320, 400])("keeps a figure in one piece in the host's wide font, %i px wide", async (width) => {
    const { page, close } = await openHostPage(browser, host.page(`<div style="width: ${width}px">${element('chrome="full"')}</div>`, { head: "<style>body { margin: 0; font-family: monospace }</style>" }));
    await drawn(page);
    const broken = await page.locator("#a").locator(".figures b").evaluateAll((all) => all.map((figure) => {
      const range = document.createRange();
      range.selectNodeContents(figure);
      return `${figure.textContent}: ${new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size}`;
    }));
    expect(broken.length).toBeGreaterThanOrEqual(3);
    expect(broken.filter((each) => !each.endsWith(": 1"))).toEqual([]);
    await close();
  });
});
