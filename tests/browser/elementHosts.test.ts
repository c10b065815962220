import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MOST_EMBEDDED_ACHIEVEMENTS } from "../../src/model/embedLimits.js";
import { launchBrowser } from "../support/chromium.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { ROOT } from "../support/sourceTree.js";
import { drawn, eventsOf, openElementHost, openHostPage, type ElementHost } from "../support/elementHost.js";

/* Pages that make it hard for the element, none of them on purpose. */

let browser: Browser;
let host: ElementHost;
beforeAll(async () => {
  [browser, host] = await Promise.all([launchBrowser(), openElementHost()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

const element = (attributes = ""): string => `<career-timeline id="a" src="/career.json" ${attributes}><a href="/cv">My career</a></career-timeline>`;
const arc = (page: Page): ReturnType<Page["locator"]> => page.locator("#a").getByRole("group", { name: /^Career arc/ });

describe("names that a page gives its own things", () => {
  it.each(["hidden", "visibilityState", "readyState", "defaultView", "documentElement", "body", "title", "location", "addEventListener", "querySelector", "querySelectorAll", "fonts", "createElement createElementNS createTextNode"])("%s: the element draws", async (names) => {
    const own = names.split(" ").map((name) => `<form name="${name}"></form><img name="${name}" alt="">`);
    const { page, problems, close } = await openHostPage(browser, host.page(own.join("") + element()));
    await drawn(page);
    await arc(page).waitFor();
    expect(await eventsOf(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});

/** As they are in scripts: `publicTypes` says the same. */
type Scripted = HTMLElement & { filter: (some: object) => void; select: (id: string | null) => void };

it("after a fault of its own past the first drawing shows what stands inside, and hears, writes and tells nothing more, until there is another career", async () => {
  const { page, close } = await openHostPage(browser, host.page(element('link="me"')));
  await drawn(page);
  await arc(page).waitFor();
  await page.evaluate(() => {
    const own = Number.isFinite;
    Number.isFinite = () => {
      throw new Error("a fault of ours");
    };
    addEventListener("mend", () => void (Number.isFinite = own));
  });
  await page.locator("#a").evaluate((a) => (a as Scripted).filter({ domains: ["payments"] }));
  await drawn(page, 2);
  const inside = page.getByRole("link", { name: "My career" });
  await inside.waitFor();
  expect(await page.locator("#a").getByRole("status").textContent()).toBe("The timeline could not be drawn.");
  expect(await arc(page).count()).toBe(0);
  const told = await eventsOf(page);
  expect(told.map(({ type }) => type)).toEqual(["career-filter", "career-error"]);
  await page.locator("#a").evaluate((a) => {
    history.pushState(null, "", "?me.domain=scaling");
    dispatchEvent(new PopStateEvent("popstate"));
    (a as Scripted).select("live-event");
  });
  await page.evaluate(() => new Promise<void>((done) => setTimeout(done, 100)));
  expect(await eventsOf(page)).toEqual(told);
  expect(new URL(page.url()).search).toBe("?me.domain=scaling");
  await page.locator("#a").evaluate((a) => {
    dispatchEvent(new Event("mend"));
    a.setAttribute("src", "/nurse.json");
  });
  await drawn(page, 3);
  await arc(page).waitFor();
  expect(await inside.isVisible()).toBe(false);
  await close();
});

it("lives on in another document, and ends with what stands inside where that has no window", async () => {
  const { page, problems, close } = await openHostPage(browser, host.page(`${element('at="payment-interface"')}<iframe title="Another" srcdoc="<!doctype html><title>x</title>" style="width: 700px; height: 900px"></iframe>`));
  await drawn(page);
  await page.locator("iframe").contentFrame().locator("title").waitFor({ state: "attached" });
  await page.evaluate(() => document.querySelector("iframe")?.contentDocument?.body.append(document.querySelector("#a") ?? ""));
  const there = page.locator("iframe").contentFrame().locator("#a");
  await there.getByRole("group", { name: /^Career arc/ }).waitFor();
  await there.getByRole("complementary").waitFor();
  expect(await there.evaluate((a) => getComputedStyle(a.shadowRoot?.querySelector("[part=root]") ?? a).backgroundColor)).toMatch(/^rgb\(/);
  await page.evaluate(() => {
    const a = document.querySelector("iframe")?.contentDocument?.querySelector("#a");
    if (a) document.implementation.createHTMLDocument().body.append(a);
    Object.assign(window, { away: a });
  });
  await page.evaluate(() => new Promise<void>((done) => setTimeout(done, 50)));
  await page.evaluate(() => document.body.append(Reflect.get(window, "away") as Node));
  await arc(page).waitFor();
  expect(await page.locator("#a").getByRole("complementary").count()).toBe(1);
  expect(problems).toEqual([]);
  await close();
});

describe("a page in another encoding, whose server says none for scripts", () => {
  it.each(["windows-1252", "shift_jis"])("%s: every sign is drawn as it is", async (charset) => {
    host.serve("/page-in-another", { headers: { "Content-Type": `text/html; charset=${charset}` }, body: `<!doctype html><title>Host</title>${element()}<script src="/career-timeline.js"></script>` });
    const { page, problems, close } = await openHostPage(browser, `${host.origin}/page-in-another`);
    await drawn(page);
    await arc(page).waitFor();
    expect(await arc(page).textContent()).toContain("−75%");
    expect(problems).toEqual([]);
    await close();
  });
});

it("Escape in one of its menus closes the menu, not the dialog of the host's that it is in", async () => {
  const { page, close } = await openHostPage(browser, host.page(`<dialog id="own">${element()}</dialog>`));
  await page.evaluate(() => document.querySelector<HTMLDialogElement>("#own")?.showModal());
  await drawn(page);
  await page.locator("#a").getByRole("button", { name: "Skill" }).press("Enter");
  await page.locator("#a").getByRole("group", { name: "Skill" }).waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator("#a").getByRole("group", { name: "Skill" }).count()).toBe(0);
  expect(await page.evaluate(() => document.querySelector<HTMLDialogElement>("#own")?.open)).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.evaluate(() => document.querySelector<HTMLDialogElement>("#own")?.open)).toBe(false);
  await close();
});

it("a label is as good to press as its mark", async () => {
  const { page, close } = await openHostPage(browser, host.page(element('chrome="none"')));
  await drawn(page);
  await arc(page).getByText("−75%").click();
  await page.locator("#a").getByRole("heading", { level: 3 }).first().waitFor();
  expect(await eventsOf(page)).toMatchObject([{ type: "career-select", detail: { id: "payment-interface" } }]);
  await close();
});

it("the whole instrument keeps its words apart in a font that runs wide", async () => {
  host.serve("/thirty.json", { headers: { "Content-Type": "application/json" }, body: await readFile(join(ROOT, "data/samples/thirty-years.json"), "utf8") });
  const { page, close } = await openHostPage(browser, host.page(element('chrome="full"').replace("/career.json", "/thirty.json"), { head: "<style>body { font-family: 'DejaVu Sans Mono', monospace }</style>" }), { viewport: { width: 1080, height: 900 } });
  await drawn(page);
  await arc(page).waitFor();
  const found = await arc(page).evaluate((svg) => {
    const boxes = [...svg.querySelectorAll(".role")].map((role) => [...role.querySelectorAll("text")].map((text) => text.getBoundingClientRect()));
    return boxes.flatMap((row) => row.flatMap((a, i) => row.slice(i + 1).filter((b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 4 && b.top < a.bottom - 4))).length;
  });
  expect(found).toBe(0);
  await close();
});

describe("a page without style sheets made by scripts", () => {
  it.each(["CSSStyleSheet.prototype.replaceSync = () => { throw new Error(); }", "CSSStyleSheet = undefined", "delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets"])("%s: what stands inside stays, with a sentence", async (script) => {
    const { page, close } = await openHostPage(browser, host.page(element(), { head: `<script>${script}</script>` }));
    await drawn(page);
    expect(await page.getByRole("link", { name: "My career" }).isVisible()).toBe(true);
    expect(await page.locator("#a").getByRole("status").textContent()).toContain("its styles cannot be used in this page");
    expect(await eventsOf(page)).toMatchObject([{ type: "career-error", detail: { code: "style" } }]);
    await close();
  });
});

it("more than an embed draws is refused, before any of it is drawn", async () => {
  const roles = [makeRole({ achievements: Array.from({ length: MOST_EMBEDDED_ACHIEVEMENTS + 1 }, (_, i) => makeAchievement({ id: `a${i}` })) })];
  host.serve("/many.json", { body: JSON.stringify(makeDocument({ roles })) });
  const { page, close } = await openHostPage(browser, host.page(element().replace("/career.json", "/many.json")));
  await drawn(page);
  expect(await page.getByRole("link", { name: "My career" }).isVisible()).toBe(true);
  expect(await page.locator("#a").getByRole("status").textContent()).toBe('The timeline cannot be drawn: "many.json" is more than an embed draws (expected at most 2,000 achievements, found 2,001).');
  expect(await eventsOf(page)).toMatchObject([{ type: "career-error", detail: { code: "too-many", issues: [{ path: "roles" }] } }]);
  await close();
});

describe("the ground of a page that says nothing of its theme", () => {
  /** By what is painted, not by what is said. */
  const painted = (page: Page): Promise<string> => arc(page).evaluate((each) => (Number(/\d+/.exec(getComputedStyle(each).color)?.[0]) > 128 ? "dark" : "light"));

  it.each<readonly [css: string, colorScheme: "light" | "dark", theme: string]>([
    ["body { background: #fff }", "dark", "light"],
    ["html { background: #14161a }", "light", "dark"],
    ["html { background: #fff } main { background: oklch(0.21 0.03 264) }", "light", "dark"],
    ["main { background: rgb(255 255 255 / 30%) }", "dark", "dark"],
    ["", "dark", "dark"],
    [":root { color-scheme: dark } body { background: #fff }", "light", "dark"],
    ["body { background: #fff } @media (prefers-color-scheme: dark) { body { background: #000 } }", "dark", "dark"],
  ])("%s, in a %s system: %s", async (css, colorScheme, theme) => {
    const { page, problems, close } = await openHostPage(browser, host.page(`<main>${element()}</main>`, { head: `<style>${css}</style>` }), { colorScheme });
    await drawn(page);
    await expect.poll(() => painted(page)).toBe(theme);
    expect(problems).toEqual([]);
    await close();
  });

  it("is followed where it changes, at the end of its fade, too", async () => {
    const { page, close } = await openHostPage(browser, host.page(`<main>${element()}</main>`, { head: "<style>body { background: #fff; transition: background-color .2s } .night { background: #111 }</style>" }), { reducedMotion: "no-preference" });
    await drawn(page);
    expect(await painted(page)).toBe("light");
    await page.evaluate(() => document.body.classList.add("night"));
    await expect.poll(() => painted(page)).toBe("dark");
    await page.evaluate(() => document.body.classList.remove("night"));
    await expect.poll(() => painted(page)).toBe("light");
    await close();
  });
});
