import { createServer } from "node:http";
import type { Browser, Frame, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAxe } from "../support/axe.js";
import { launchBrowser } from "../support/chromium.js";
import { contrast } from "../support/colour.js";
import { overflowing, smallTargets } from "../support/geometry.js";
import { fileInput, openPage, resize, settled, type OpenOptions } from "../support/page.js";
import { siteFolder, siteOf } from "../support/site.js";
import { hostSite } from "../support/staticHost.js";
import { GOOD_FILE } from "../support/tour.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const button = (page: Page): Locator => page.getByRole("navigation", { name: "Page" }).getByRole("button", { name: "Embed" });
const dialog = (page: Page): Locator => page.getByRole("dialog", { name: "Embed" });
/** The words on a choice are what is pressed: the control itself lies unseen over them. */
const choose = (page: Page, name: string): Promise<void> => dialog(page).getByRole("radio", { name, exact: true }).check();
const snippet = (page: Page): Promise<string> => dialog(page).getByRole("region", { name: "Snippet" }).getByRole("textbox").inputValue();

async function openDialog(query = "", options: OpenOptions = {}, address?: string) {
  const opened = await openPage(browser, new URL(query, address ?? (await siteOf("career"))).href, options);
  await button(opened.page).click();
  await dialog(opened.page).waitFor();
  return opened;
}

/** The page in the preview, when its arc is drawn. */
async function preview(page: Page): Promise<Frame> {
  await dialog(page).frameLocator("iframe").getByRole("group", { name: /^Career arc/ }).first().waitFor();
  const frame = await (await dialog(page).locator("iframe").elementHandle())?.contentFrame();
  if (!frame) throw new Error("no frame");
  return frame;
}

async function violations(page: Page): Promise<readonly string[]> {
  return (await page.evaluate(() => window.observed)).violations;
}

describe("the dialog", () => {
  it("is fetched when it is asked for, opened by a key, closed by Escape, and leaves the page as it was", async () => {
    const { page, problems, requests, close } = await openPage(browser, await siteOf("career"), { height: 500 });
    expect(requests.filter((path) => /openEmbed/.test(path))).toEqual([]);
    await button(page).focus();
    await page.mouse.wheel(0, 240);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(240);
    const before = await page.evaluate(() => [scrollY, history.length, location.href, document.querySelector("main")?.getBoundingClientRect().width]);
    await page.keyboard.press("Enter");
    await dialog(page).waitFor();
    expect(requests.filter((path) => /openEmbed.*\.js/.test(path))).toHaveLength(1);
    expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
    await preview(page);
    for (const name of ["Phone 360", "Wide 960", "Dark", "Whole page", "Transparent"]) await choose(page, name);
    await preview(page);
    // What is behind it may be scrolled meanwhile.
    await page.evaluate(() => scrollTo(0, 0));
    await dialog(page).getByRole("button", { name: "Close" }).focus();
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    expect(await button(page).evaluate((each) => each === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => [scrollY, history.length, location.href, document.querySelector("main")?.getBoundingClientRect().width])).toEqual(before);
    expect([...problems, ...(await violations(page))]).toEqual([]);
    await close();
  });

  it("gives the focus to its button also where a press had not given it", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    // As in Safari, where a button that is pressed is not focused.
    await button(page).evaluate((each) => each instanceof HTMLElement && each.click());
    await dialog(page).waitFor();
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    expect(await button(page).evaluate((each) => each === document.activeElement)).toBe(true);
    await close();
  });

  it("says so where its code does not come", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    await page.route(/openEmbed/, (route) => route.abort());
    await button(page).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").innerText()).toMatch(/^Embed: .*did not load. Press it again/);
    await page.unroute(/openEmbed/);
    await button(page).click();
    await dialog(page).waitFor();
    await close();
  });

  it("is no dialog of a page without a script", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"), { script: false });
    expect(await button(page).isVisible()).toBe(false);
    await close();
  });
});

describe("the preview", () => {
  it("is the embed itself, with what the page shows, as tall as it is, at each width", async () => {
    const { page, problems, close } = await openDialog("?domain=scaling&at=live-event");
    for (const [name, width] of [["Column 640", 640], ["Phone 360", 360], ["Wide 960", 960]] as const) {
      await choose(page, name);
      const frame = await preview(page);
      expect(new URL(frame.url()).searchParams.get("at")).toBe("live-event");
      await frame.getByRole("complementary").waitFor();
      expect(await frame.evaluate(() => innerWidth)).toBe(width);
      await expect.poll(async () => {
        const content = await frame.evaluate(() => document.querySelector("#root")?.getBoundingClientRect().height ?? 0);
        return (await snippet(page)).includes(`height="${Math.ceil(content)}"`) || `${content} px in ${await snippet(page)}`;
      }).toBe(true);
      // Drawn smaller where there is less room, and never wider than it.
      const [seen, room] = await dialog(page).locator("iframe").evaluate((each) => [each.getBoundingClientRect(), each.closest("section")?.getBoundingClientRect()] as const);
      expect(seen.width).toBeLessThanOrEqual(room?.width ?? 0);
      expect(seen.width).toBeGreaterThan(Math.min(width, (room?.width ?? 0) - 60) - 2);
    }
    expect([...problems, ...(await violations(page))]).toEqual([]);
    await close();
  });

  it.each([["light", "dark"], ["dark", "light"]] as const)("has the page's theme (%s) until another is chosen", async (colorScheme, other) => {
    const { page, close } = await openDialog("", { colorScheme });
    const ground = (frame: Frame): Promise<boolean> => frame.evaluate(() => {
      const [r = 0] = /\d+/.exec(getComputedStyle(document.querySelector("#root") ?? document.body).backgroundColor)?.map(Number) ?? [];
      return r < 128;
    });
    expect(await ground(await preview(page))).toBe(colorScheme === "dark");
    await choose(page, other === "dark" ? "Dark" : "Light");
    expect(await ground(await preview(page))).toBe(other === "dark");
    await close();
  });
});

/** A page of somebody else's, on another port: another origin. */
async function hostPage(html: string): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer((_, response) => void response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(`<!doctype html><title>Host</title><link rel="icon" href="data:,"><body>${html}`));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  return { address: `http://127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}/`, close: () => (server.closeAllConnections(), server.close()) };
}

describe("keys", () => {
  it("go through the dialog's controls only, never into the preview, and Escape closes from each of them", async () => {
    const { page, problems, close } = await openDialog("?domain=scaling&at=live-event");
    await preview(page);
    // Pressed, it takes no focus either.
    await dialog(page).locator("iframe").scrollIntoViewIfNeeded();
    const box = await dialog(page).locator("iframe").boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 20);
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe("iframe");
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    await button(page).click();
    await preview(page);
    const stop = (): Promise<string> => page.evaluate(() => {
      const active = document.activeElement;
      const name = active?.getAttribute("aria-label") ?? (active instanceof HTMLInputElement ? active.labels?.[0]?.textContent : active?.textContent) ?? "";
      // Between the last control and the first, the browser has its own; on the way back it stops at the dialog as a whole.
      return active === document.body || active?.localName === "dialog" ? "" : `${active?.localName ?? ""} ${name.slice(0, 24)}`;
    });
    await dialog(page).getByRole("button", { name: "Close" }).focus();
    const stops = [await stop()];
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      const next = await stop();
      if (next === stops[0]) break;
      if (next !== "") stops.push(next);
    }
    expect(stops).toEqual([
      "button Close", "input Frame, auto height", "textarea Frame, auto height, HTML", "button Copy", "input Address of your site", "input With filters", "input Match the page", "input Paper",
      "input With the filters and the", "input Follows my site", "input Column 640", "a Try it in a tab of its o",
    ]);
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    for (let at = 1; at < stops.length; at++) {
      await button(page).click();
      await dialog(page).waitFor();
      for (let i = 0; i < at; i++) await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "detached" });
    }
    // A preview that is closed before it has come is given up.
    expect(problems.filter((problem) => !problem.includes("ERR_ABORTED"))).toEqual([]);
    await close();
  });
});

describe("what is copied", () => {
  it("is what stands in the box, and is told", async () => {
    const { page, close } = await openDialog();
    await choose(page, "React");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await dialog(page).getByRole("button", { name: "Copy" }).click();
    await dialog(page).getByRole("status").filter({ hasText: /^Copied$/ }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await snippet(page));
    await close();
  });

  it("is selected where the browser does not let it be written", async () => {
    const { page, close } = await openDialog();
    await choose(page, "React");
    await dialog(page).getByRole("button", { name: "Copy" }).click();
    await dialog(page).getByRole("status").filter({ hasText: /^Selected/ }).waitFor();
    const [start, end, length] = await page.evaluate(() => (document.activeElement instanceof HTMLTextAreaElement ? [document.activeElement.selectionStart, document.activeElement.selectionEnd, document.activeElement.value.length] : []));
    expect([start, end]).toEqual([0, length]);
    await close();
  });

  it.each([
    ["Frame, auto height", false],
    ["Element", false],
    ["Element", true],
  ] as const)("works in a page of somebody else's: %s, frozen %s", async (name, frozen) => {
    const site = await hostSite(await siteFolder("career"));
    const { page, close } = await openDialog("?domain=scaling&at=live-event", {}, `${site.address}view/payments/`);
    if (frozen) await choose(page, "Frozen as of today");
    await choose(page, name);
    await preview(page);
    const code = await snippet(page);
    await close();
    const host = await hostPage(code);
    const context = await browser.newContext({ viewport: { width: 900, height: 900 } });
    const other = await context.newPage();
    const asked: string[] = [];
    other.on("request", (request) => asked.push(request.url()));
    await other.goto(host.address);
    const place = name === "Element" ? other.locator("career-timeline") : other.frameLocator("iframe");
    await place.getByRole("complementary").filter({ hasText: "3M" }).first().waitFor();
    expect(asked.some((url) => url === `${site.address}career.json`)).toBe(name === "Element" && !frozen);
    await context.close();
    host.close();
    site.close();
  });

  it("is of the file that the visitor has opened only where it carries it", async () => {
    const { page, problems, close } = await openPage(browser, await siteOf("career"));
    await fileInput(page).setInputFiles(GOOD_FILE);
    await page.getByRole("heading", { level: 1, name: "Lighthouse keeper" }).waitFor();
    await button(page).click();
    await choose(page, "Plain frame");
    await dialog(page).getByText(/publish it first, with/).waitFor();
    expect(await dialog(page).locator("iframe").count()).toBe(0);
    await choose(page, "React");
    await expect.poll(() => snippet(page)).toContain("Lighthouse keeper");
    expect([...problems, ...(await violations(page))]).toEqual([]);
    await close();
  });
});

/** Every text of the dialog's own, with its colour and the nearest ground, both as "#RRGGBB". */
function wordsOf(page: Page): Promise<readonly { readonly text: string; readonly ink: string; readonly ground: string }[]> {
  return dialog(page).evaluate((box) => {
    const hex = (colour: string): string => `#${(colour.match(/\d+/g) ?? []).slice(0, 3).map((value) => Number(value).toString(16).padStart(2, "0")).join("")}`;
    const groundOf = (element: Element | null): string => {
      for (let each = element; each; each = each.parentElement) {
        const { backgroundColor } = getComputedStyle(each);
        if (!/transparent|, 0\)$/.test(backgroundColor)) return hex(backgroundColor);
      }
      return "none";
    };
    const own = [...box.querySelectorAll("*")].filter((each) => each instanceof HTMLTextAreaElement || [...each.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim()));
    return own.map((each) => ({ text: each.textContent ?? "", ink: hex(getComputedStyle(each).color), ground: groundOf(each) }));
  });
}

const KINDS = ["Frame, auto height", "React", "Card, light and dark"];

describe.each([320, 1280])("%i px wide", (width) => {
  it("has nothing that axe objects to, light and dark, no faint word, no small target, nothing beyond its edge", async () => {
    const { page, problems, close } = await openDialog("?domain=payments", { width });
    const found: unknown[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const state of ["Follows my site", "Frozen as of today"]) {
        await choose(page, state);
        for (const kind of KINDS) {
          await choose(page, kind);
          await settled(page);
          const report = await runAxe(page);
          expect(report.passes).toBeGreaterThan(10);
          found.push(...report.violations.map((finding) => ({ ...finding, colorScheme, state, kind })));
        }
      }
      const words = await wordsOf(page);
      expect(words.length).toBeGreaterThan(25);
      found.push(...words.filter(({ ink, ground }) => contrast(ink, ground) < 4.5));
    }
    const inside = await dialog(page).evaluate((box) => {
      const parts = [...box.querySelectorAll<HTMLElement>("button, label:has(input), input[type=url], textarea")].map((each) => ({ words: each.textContent, box: each.getBoundingClientRect() }));
      const texts = [...box.querySelectorAll<HTMLElement>("*")].filter((each) => [...each.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim()));
      return {
        small: parts.filter(({ box: { width: w, height: h } }) => w < 24 || h < 24).map(({ words }) => words),
        tiny: texts.filter((each) => Number.parseFloat(getComputedStyle(each).fontSize) < 12).map((each) => each.textContent),
        beyond: box.scrollWidth - box.clientWidth,
        fills: [box.getBoundingClientRect().width, box.getBoundingClientRect().height],
        targets: parts.length,
      };
    });
    expect(inside).toMatchObject({ small: [], tiny: [], beyond: 0 });
    expect(inside.targets).toBeGreaterThan(25);
    if (width === 320) expect(inside.fills).toEqual([320, 800]);
    expect(found).toEqual([]);
    // axe looks for itself in the frame, whose sandbox has no origin.
    const own = problems.filter((problem) => !/'postMessage'.*recipient window's origin \('null'\)/.test(problem));
    expect([...own, ...(await violations(page))]).toEqual([]);
    await close();
  });
});

it("shows what is chosen where colours are forced", async () => {
  const { page, close } = await openDialog("", { forcedColors: "active" });
  const look = (name: string): Promise<string> => dialog(page).getByRole("radio", { name, exact: true }).evaluate((each) => getComputedStyle(each.parentElement ?? each).backgroundColor);
  expect(await look("With filters")).not.toBe(await look("Picture only"));
  await choose(page, "Picture only");
  expect(await look("With filters")).not.toBe(await look("Picture only"));
  await close();
});

it.each([[390, 844], [1280, 900]])("has Copy in sight at once, %i by %i", async (width, height) => {
  const { page, close } = await openDialog("", { width, height });
  await preview(page);
  for (const kind of ["Frame, auto height", "Element", "React"]) {
    await dialog(page).evaluate((box) => box.scrollTo(0, 0));
    await dialog(page).getByRole("radio", { name: kind, exact: true }).focus();
    await page.keyboard.press("Space");
    const box = await dialog(page).getByRole("button", { name: "Copy" }).boundingBox();
    // Less than a telephone's browser takes for itself.
    expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThan(height - 180);
  }
  await close();
});

it("has choices as large as a finger where there is one", async () => {
  const { page, close } = await openDialog("", { width: 390 });
  const heights = await dialog(page).evaluate((box) => [...box.querySelectorAll("button, label:has(input), input[type=url]")].map((each) => each.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(25);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  await close();
});

it("links a named view's own picture, which is there", async () => {
  const { page, close } = await openDialog("view/payments/");
  await choose(page, "Card as an image");
  const [, image = "", link = ""] = /\]\(([^)]+)\)\]\(([^)]+)\)$/.exec(await snippet(page)) ?? [];
  expect(link).toMatch(/\/view\/payments\/$/);
  const answer = await page.request.get(image);
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/png"]);
  expect((await page.request.get(link)).status()).toBe(200);
  await close();
});

it("keeps within the page when the window changes", async () => {
  const { page, close } = await openDialog();
  for (const width of [390, 768, 1280, 1920]) {
    await resize(page, width, 900);
    expect(await overflowing(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
  }
  await close();
});
