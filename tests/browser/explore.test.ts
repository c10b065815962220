import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crowded, firstCareer } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { fingers } from "../support/fingers.js";
import { arc, chips, fileInput, node, nodes, openPage, ready, settled, visit } from "../support/page.js";
import { siteOf } from "../support/site.js";
import { lengthOf, middleOf, rangeOf, rested, slider } from "../support/viewport.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Where a mark stands: its hit area may be cut by its neighbours', its shape is not. */
const markOf = (page: Page, id: string): Promise<{ readonly x: number; readonly y: number }> =>
  node(page, id).evaluate((link) => {
    const matrix = (link.closest("g[transform]") ?? link).getBoundingClientRect();
    const shapes = [...link.querySelectorAll("path")].map((path) => path.getBoundingClientRect()).sort((a, b) => a.width * a.height - b.width * b.height);
    const { left, top, width, height } = shapes[0] ?? matrix;
    return { x: left + width / 2, y: top + height / 2 };
  });

const inTime = [...firstCareer.achievements].sort((a, b) => a.centre - b.centre || a.index - b.index);
const [third, fourth] = [inTime[2]?.id ?? "", inTime[3]?.id ?? ""];
const ZOOMED = "?zoom=2019-01-01,2022-12-31";

async function openArc(query = "") {
  const opened = await openPage(browser, new URL(query, await siteOf("career")).href, { height: 900 });
  await arc(opened.page).scrollIntoViewIfNeeded();
  return opened;
}

describe("with a mouse", () => {
  it("comes closer at the pointer by Ctrl and wheel, and as far out again; a plain wheel is the page's", async () => {
    const { page, problems, close } = await openArc();
    const before = await markOf(page, third);
    await page.mouse.move(before.x, before.y);
    await page.mouse.wheel(0, 120);
    await rested(page);
    expect(await rangeOf(page)).toBeNull();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);

    const here = await markOf(page, third);
    await page.mouse.move(here.x, here.y);
    const scrolled = await page.evaluate(() => scrollY);
    await page.keyboard.down("Control");
    for (let turn = 0; turn < 6; turn++) await page.mouse.wheel(0, -100);
    await page.keyboard.up("Control");
    await rested(page);
    expect(lengthOf(await rangeOf(page))).toBeLessThan(1000 * 86_400_000);
    expect((await markOf(page, third)).x).toBeCloseTo(here.x, 0);
    await page.keyboard.down("Control");
    for (let turn = 0; turn < 6; turn++) await page.mouse.wheel(0, 100);
    await page.keyboard.up("Control");
    await rested(page);
    expect(await rangeOf(page)).toBeNull();
    expect((await markOf(page, third)).x).toBeCloseTo(here.x, 1);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    expect(problems).toEqual([]);
    await close();
  });

  it("takes hold of what it drags, and of nothing where all is shown", async () => {
    const { page, close } = await openArc(ZOOMED);
    const drag = async (by: number, place?: { readonly x: number; readonly y: number }): Promise<void> => {
      const { x, y } = place ?? (await middleOf(arc(page)));
      await page.mouse.move(x, y);
      await page.mouse.down();
      for (const share of [0.3, 0.7, 1]) await page.mouse.move(x + by * share, y);
      await page.mouse.up();
      await rested(page);
    };
    const before = await markOf(page, fourth);
    const range = await rangeOf(page);
    // By its words or by a mark, too: neither is marked or carried off.
    const from = await middleOf(arc(page).getByText("17Live", { exact: true }).first());
    await drag(-40, from);
    await drag(-40, await markOf(page, fourth));
    expect(await page.evaluate(() => getSelection()?.toString())).toBe("");
    expect((await markOf(page, fourth)).x).toBeCloseTo(before.x - 80, 0);
    expect(lengthOf(await rangeOf(page))).toBeCloseTo(lengthOf(range), -9);
    expect(new URL(page.url()).searchParams.get("at")).toBeNull();
    await page.getByRole("button", { name: "The whole career" }).click();
    await rested(page);
    await drag(-80);
    expect(await rangeOf(page)).toBeNull();
    await close();
  });

  it("draws a range in the overview, moves it, makes it longer at its end, and leaves it by a double click", async () => {
    const { page, close } = await openArc();
    await slider(page).scrollIntoViewIfNeeded();
    const strip = await slider(page).boundingBox();
    if (!strip) throw new Error("no overview");
    const drag = async (from: number, to: number): Promise<readonly [number, number]> => {
      const y = strip.y + strip.height / 2;
      await page.mouse.move(strip.x + from * strip.width, y);
      await page.mouse.down();
      await page.mouse.move(strip.x + ((from + to) / 2) * strip.width, y);
      await page.mouse.move(strip.x + to * strip.width, y);
      await page.mouse.up();
      await rested(page);
      return (await rangeOf(page)) ?? [0, 0];
    };
    const drawn = await drag(0.3, 0.6);
    const moved = await drag(0.45, 0.55);
    expect(moved[0]).toBeGreaterThan(drawn[0]);
    expect(lengthOf(moved)).toBeCloseTo(lengthOf(drawn), -9);
    const longer = await drag(0.7, 0.8);
    expect(longer[0]).toBe(moved[0]);
    expect(longer[1]).toBeGreaterThan(moved[1]);
    await page.mouse.dblclick(strip.x + 0.5 * strip.width, strip.y + strip.height / 2);
    await rested(page);
    expect(await rangeOf(page)).toBeNull();
    await close();
  });

  it("shows a role alone by a double click on it, and Escape leads back out", async () => {
    const { page, close } = await openArc();
    const [role] = firstCareer.roles;
    if (!role) throw new Error("no role");
    await arc(page).getByText("Carousell", { exact: true }).first().dblclick();
    await rested(page);
    const range = await rangeOf(page);
    const carousell = firstCareer.roles.find(({ organization }) => organization?.label === "Carousell");
    expect(range?.[0]).toBeLessThan(carousell?.interval.from ?? 0);
    expect(range?.[0]).toBeGreaterThan((carousell?.interval.from ?? 0) - 200 * 86_400_000);
    await page.getByRole("button", { name: "Closer" }).focus();
    await page.keyboard.press("Escape");
    await rested(page);
    expect(await rangeOf(page)).toBeNull();
    await close();
  });
});

describe("with keys", () => {
  it("goes closer, along and back, as long as the focus is inside", async () => {
    const { page, close } = await openArc();
    const press = async (...keys: readonly string[]): Promise<readonly [number, number] | null> => {
      for (const key of keys) await page.keyboard.press(key);
      await rested(page);
      return rangeOf(page);
    };
    const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute("data-item") ?? null);
    await chips(page).first().focus();
    expect(await press("+", ".", "0")).toBeNull();
    expect(await chips(page).first().evaluate((chip) => chip === document.activeElement)).toBe(true);

    await nodes(page).first().focus();
    // About the mark that has the focus, which keeps it and its place.
    const before = await markOf(page, inTime[0]?.id ?? "");
    const near = await press("+", "+", "+", "+");
    expect(lengthOf(near)).toBeLessThan(1300 * 86_400_000);
    expect((await markOf(page, inTime[0]?.id ?? "")).x).toBeCloseTo(before.x, 0);
    expect(await focused()).toBe(inTime[0]?.id);
    expect(lengthOf(await press("-"))).toBeGreaterThan(lengthOf(near));
    expect(await press("0")).toBeNull();
    await nodes(page).first().focus();
    await press(".");
    await press(".");
    expect(await focused()).toBe(inTime[2]?.id);
    await press(",");
    expect(await focused()).toBe(inTime[1]?.id);

    await slider(page).focus();
    const wide = await press("+", "+", "+");
    const first = await press("Home");
    expect(first?.[0]).toBeLessThan(wide?.[0] ?? 0);
    const last = await press("End");
    expect(last?.[0]).toBeGreaterThan(wide?.[0] ?? 0);
    expect((await press("ArrowLeft"))?.[0]).toBeLessThan(last?.[0] ?? 0);
    // The end of the range by itself, for those who cannot drag.
    const shorter = await press("Shift+ArrowLeft");
    expect(shorter?.[1]).toBeLessThan(last?.[1] ?? 0);
    await close();
  });

  it("takes dates", async () => {
    const { page, close } = await openArc(ZOOMED);
    await page.getByLabel("From").fill("2020-03-05");
    await rested(page);
    expect(await rangeOf(page)).toEqual([Date.UTC(2020, 2, 5), Date.UTC(2022, 11, 31)]);
    await page.getByLabel("to", { exact: true }).fill("2021-04-01");
    await rested(page);
    expect(await rangeOf(page)).toEqual([Date.UTC(2020, 2, 5), Date.UTC(2021, 3, 1)]);
    await close();
  });
});

describe("with fingers", () => {
  it("comes closer by two that part, goes along by two that move, and leaves one that moves up to the page", async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: "reduce", locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(await siteOf("career"));
    await ready(page);
    await arc(page).evaluate((svg) => svg.scrollIntoView({ block: "center" }));
    const cdp = await context.newCDPSession(page);
    const { x, y } = await middleOf(arc(page));
    await fingers(cdp, [[x - 30, y], [x + 30, y]], [[x - 120, y], [x + 120, y]]);
    await rested(page);
    const closer = await rangeOf(page);
    expect(lengthOf(closer)).toBeLessThan(1200 * 86_400_000);
    await fingers(cdp, [[x - 60, y], [x + 60, y]], [[x, y], [x + 120, y]]);
    await rested(page);
    const along = await rangeOf(page);
    expect(along?.[0]).toBeLessThan(closer?.[0] ?? 0);
    expect(lengthOf(along) / lengthOf(closer)).toBeCloseTo(1, 2);
    const before = await page.evaluate(() => scrollY);
    await fingers(cdp, [[x, y + 100]], [[x, y - 100]]);
    await rested(page);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(before + 50);
    expect(await rangeOf(page)).toEqual(along);
    await context.close();
  });
});

describe("on the way", () => {
  it("shows the overview's window where the overview is", async () => {
    const { page, close } = await openArc();
    await slider(page).scrollIntoViewIfNeeded();
    const { x, y } = await middleOf(slider(page));
    // Asked from within, with the first frame that is on its way: it rests again soon.
    const boxes = page.evaluate(() => new Promise<readonly (readonly number[])[]>((done) => {
      const sides = (selector: string): readonly number[] => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return box ? [box.left, box.top, box.width] : [];
      };
      const look = (): unknown => (document.querySelector("[data-moving]") ? done([sides(".overview"), sides(".overview .onmove")]) : requestAnimationFrame(look));
      look();
    }));
    await page.mouse.move(x - 200, y);
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 3 });
    const [strip, canvas] = await boxes;
    expect(canvas).toEqual(strip);
    await page.mouse.up();
    await close();
  });

  it.each([390, 1280])("leaves its tools where they are pressed, %i px wide", async (width) => {
    const { page, close } = await openPage(browser, await siteOf("nurse"), { width, height: 900 });
    await settled(page);
    const closer = page.getByRole("button", { name: "Closer" });
    await closer.scrollIntoViewIfNeeded();
    const { x, y } = await middleOf(closer);
    const seen = new Set<string>();
    for (let press = 0; press < 4; press++) {
      await page.mouse.click(x, y);
      await rested(page);
      seen.add(page.url());
    }
    expect(seen.size).toBe(4);
    const after = await middleOf(closer);
    expect(Math.abs(after.x - x) + Math.abs(after.y - y)).toBeLessThan(2);
    await close();
  });

  it("can be taken hold of at its ends where it is the whole career", async () => {
    const { page, close } = await openArc();
    await slider(page).scrollIntoViewIfNeeded();
    const box = await slider(page).boundingBox();
    if (!box) throw new Error("not drawn");
    await page.mouse.move(box.x + box.width - 4, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + 20, { steps: 4 });
    await page.mouse.up();
    await rested(page);
    const range = await rangeOf(page);
    expect(new Date(range?.[0] ?? 0).getUTCFullYear()).toBe(2018);
    expect(new Date(range?.[1] ?? 0).getUTCFullYear()).toBeLessThan(2023);
    await close();
  });

  it.each([390, 768, 1280])("has the overview under the plot, %i px wide", async (width) => {
    const { page, close } = await openPage(browser, await siteOf("career"), { width });
    await settled(page);
    const [foot, strip] = await page.evaluate(() => [".live .foot", ".overview"].map((selector) => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      return box ? [Math.round(box.left), Math.round(box.right)] : [];
    }));
    expect(strip).toEqual(foot);
    await close();
  });
});

describe("a crowded career", () => {
  it("stays small, and its clusters open by Enter and by a click", async () => {
    const { page, problems, close } = await openArc();
    await fileInput(page).setInputFiles({ name: "crowded.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(crowded())) });
    await page.getByText("Opened crowded.json.").waitFor();
    await rested(page);
    const size = (): Promise<number> => page.evaluate(() => document.querySelectorAll("*").length);
    const clusters = arc(page).locator("[data-cluster]");
    const seen = async (): Promise<number> => Number(/([\d,]+) of [\d,]+/.exec((await page.locator(".inview").textContent()) ?? "")?.[1]?.replace(/,/g, "") ?? 2000);
    expect(await size()).toBeLessThanOrEqual(1500);
    expect(await clusters.count()).toBeGreaterThan(5);

    const first = clusters.nth(3);
    const held = Number(((await first.textContent()) ?? "").replace(/\D/g, ""));
    await first.focus();
    await page.keyboard.press("Enter");
    await rested(page);
    const once = await rangeOf(page);
    expect(once).not.toBeNull();
    expect(await seen()).toBeGreaterThanOrEqual(held);
    expect(await seen()).toBeLessThan(2000);
    expect(await size()).toBeLessThanOrEqual(1500);

    await page.getByRole("button", { name: "The whole career" }).click();
    await rested(page);
    await clusters.nth(6).click();
    await rested(page);
    const other = await rangeOf(page);
    expect(other).not.toBeNull();
    expect(other?.[0]).toBeGreaterThan(once?.[0] ?? 0);
    expect(await size()).toBeLessThanOrEqual(1500);
    expect(problems).toEqual([]);
    await close();
  });
});

describe("the owner's views", () => {
  const views = (page: Page): Locator => page.getByRole("navigation", { name: "Views" }).getByRole("link");
  const title = firstCareer.views[0]?.title ?? "";

  it("are shown in place, the focus where it was, and Back leaves them", async () => {
    const { page, problems, close } = await openArc();
    const link = views(page).filter({ hasText: title });
    await link.click();
    await rested(page);
    expect(new URL(page.url()).search).toBe("?view=payments");
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await link.getAttribute("aria-current")).toBe("page");
    expect(await page.getByRole("heading", { level: 2, name: title }).count()).toBe(1);
    await page.goBack();
    await rested(page);
    expect(await link.getAttribute("aria-current")).toBeNull();
    expect(problems).toEqual([]);
    // What its link shows when it is opened by itself.
    await visit(page, page.url(), (await link.getAttribute("href")) ?? "");
    expect(await page.getByRole("heading", { level: 2, name: title }).count()).toBe(1);
    await close();
  });

  it("are links without a script, and so is the way back", async () => {
    const address = await siteOf("career");
    const { page, close } = await openPage(browser, address, { script: false });
    await views(page).filter({ hasText: title }).click();
    expect(page.url()).toBe(new URL("view/payments/", address).href);
    await views(page).filter({ hasText: "Show everything" }).click();
    expect(page.url()).toBe(address);
    await close();
  });
});

it("breaks no line inside a date, however narrow its title is", async () => {
  const { page, close } = await openPage(browser, new URL("?from=2018-01-01&to=2023-09-23&zoom=2018-01-01,2023-09-23", await siteOf("career")).href, { width: 390, height: 844 });
  const title = page.locator(".arctitle h2");
  expect(await title.textContent()).toMatch(/\u00a02018 and 23\u00a0Sep\w*\u00a02023$/);
  const broken = await title.evaluate((heading) => {
    const text = heading.firstChild;
    if (!(text instanceof Text)) return ["no title"];
    return [...text.data.matchAll(/[^ ]+/g)].filter(({ index, 0: word }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    }).map(([word]) => word);
  });
  expect(broken).toEqual([]);
  await close();
});
