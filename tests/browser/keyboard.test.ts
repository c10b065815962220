import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstCareer } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { focusStop, tabThrough, type FocusStop } from "../support/focus.js";
import { advice, arc, chips, details, filterBar, menuButton, node, nodes, openPage, rows, settled, showAs, sorters, table, visit } from "../support/page.js";
import { siteOf } from "../support/site.js";
import { plain, visibleText } from "../support/visible.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** From the first control of the filter bar to the end, whatever the career's size. */
const MOST_STOPS = 12;
const THINNEST_RING = 2;

const focused = async (page: Page): Promise<FocusStop> => {
  const stop = await focusStop(page);
  if (stop === null) throw new Error("nothing has the focus");
  return stop;
};
const press = async (page: Page, ...keys: readonly string[]): Promise<FocusStop> => {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
  return focused(page);
};
const ids = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);
/** As on the arc: oldest first. */
const inTime = [...firstCareer.achievements].sort((a, b) => a.centre - b.centre || a.index - b.index);

describe.each([["career", 390], ["career", 1280], ["dense", 390], ["dense", 1280]] as const)("%s, %i px wide", (name, width) => {
  it(`has at most ${MOST_STOPS} stops from the filters to the end, and each shows that it has the focus`, async () => {
    const { page, close } = await openPage(browser, await siteOf(name), { width });
    const stops = await tabThrough(page);
    const widget = stops.slice(stops.findIndex(({ inFilters }) => inFilters)).filter(({ inMain }) => inMain);
    expect(stops.some(({ inArc }) => inArc)).toBe(true);
    expect(widget.length, widget.map(({ name: stop }) => stop).join("\n")).toBeLessThanOrEqual(MOST_STOPS);
    expect(stops.filter(({ ring, ringContrast }) => ring < THINNEST_RING || ringContrast < 3)).toEqual([]);
    expect(stops.filter(({ covered }) => covered.length > 0)).toEqual([]);
    await close();
  });
});

it("shows the focus in the table and in open details, too", async () => {
  const address = await siteOf("career");
  const { page, close } = await openPage(browser, address);
  await visit(page, address, "?as=table&at=payment-interface");
  await details(page).waitFor();
  await table(page).waitFor();
  const stops = await tabThrough(page);
  expect(stops.map(({ name }) => name).some((name) => name.startsWith("button: Close details"))).toBe(true);
  expect(stops.filter(({ ring, ringContrast }) => ring < THINNEST_RING || ringContrast < 3)).toEqual([]);
  expect(stops.filter(({ covered }) => covered.length > 0)).toEqual([]);
  await close();
});

describe("arrows, Home and End", () => {
  const groups = [
    { name: "chips", first: (page: Page) => chips(page).first(), forward: "ArrowRight", back: "ArrowLeft", order: [...ids(firstCareer.domains), "Skill", "Employer"], lists: 2 },
    { name: "marks", first: (page: Page) => nodes(page).first(), forward: "ArrowRight", back: "ArrowLeft", order: ids(inTime), lists: 0 },
    { name: "rows", first: (page: Page) => rows(page).first(), forward: "ArrowDown", back: "ArrowUp", order: ids(inTime).reverse(), lists: 0 },
  ];
  it.each(groups)("move among the $name", async ({ first, forward, back, order, lists }) => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    await first(page).focus();
    expect((await focused(page)).item).toBe(order[0]);
    for (const id of order.slice(1)) expect((await press(page, forward)).item).toBe(id);
    // At the end it stays.
    expect((await press(page, forward)).item).toBe(order.at(-1));
    expect((await press(page, back)).item).toBe(order.at(-2));
    expect((await press(page, "Home")).item).toBe(order[0]);
    expect((await press(page, back)).item).toBe(order[0]);
    expect((await press(page, "End")).item).toBe(order.at(-1));
    // The group keeps its place: away and back is where it was.
    const kept = order.at(-1 - lists);
    for (let list = 0; list < lists; list++) await press(page, back);
    expect((await press(page, "Shift+Tab")).item).not.toBe(kept);
    expect((await press(page, "Tab")).item).toBe(kept);
    await close();
  });
});

describe.each([390, 1280])("details by keys, %i px wide", (width) => {
  it.each(["mark", "row"])("open from a %s with Enter, take the focus to their heading, and give it back with Escape", async (from) => {
    const { page, close } = await openPage(browser, await siteOf("career"), { width });
    const opener = (from === "mark" ? nodes(page) : rows(page)).first();
    await opener.focus();
    const { item, inArc } = await press(page, "ArrowRight", "ArrowRight", "ArrowRight");
    const achievement = firstCareer.achievements.find(({ id }) => id === item);
    const heading = await press(page, "Enter");
    expect(heading).toMatchObject({ tag: "h3", covered: [] });
    expect(heading.name).toContain(achievement?.title);
    expect(await details(page).count()).toBe(1);
    const back = await press(page, "Escape");
    expect(await details(page).count()).toBe(0);
    expect(back).toMatchObject({ item, inArc, covered: [] });
    expect(back.ring).toBeGreaterThanOrEqual(THINNEST_RING);
    await close();
  });

  it("page on without losing the place, and the button gives the focus back as Escape does", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"), { width });
    await node(page, "user-cache").focus();
    await press(page, "Enter");
    await details(page).getByRole("button", { name: /^Next/ }).focus();
    const next = await press(page, "Enter");
    const title = inTime[ids(inTime).indexOf("user-cache") + 1]?.title ?? "none";
    expect(next.tag).toBe("h3");
    expect(next.name).toContain(title);
    await details(page).getByRole("button", { name: "Close details" }).focus();
    expect(await press(page, "Enter")).toMatchObject({ item: "user-cache", inArc: true });
    await close();
  });
});

it.each(["Enter on Close", "Escape"])("takes no focus for what a link opens, and gives it to the mark when that is closed by %s", async (how) => {
  const address = await siteOf("career");
  const { page, close } = await openPage(browser, address);
  await visit(page, address, "?at=user-cache");
  await details(page).waitFor();
  await settled(page);
  expect(await focusStop(page)).toBeNull();
  const button = details(page).getByRole("button", { name: "Close details" });
  await button.focus();
  await page.keyboard.press(how === "Escape" ? "Escape" : "Enter");
  await settled(page);
  expect(await details(page).count()).toBe(0);
  expect(await focusStop(page)).toMatchObject({ inArc: true, item: "user-cache", covered: [] });
  await close();
});

describe("menus", () => {
  it.each([["career", "Skill"], ["career", "Employer"], ["dense", "Skill"]] as const)("of %s: %s opens with Enter, moves with arrows, ticks with Space, closes with Escape", async (name, menu) => {
    const { page, close } = await openPage(browser, await siteOf(name));
    const button = menuButton(page, menu);
    await button.focus();
    await press(page, "Enter");
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    const group = filterBar(page).getByRole("group", { name: menu });
    const boxes = group.getByRole("checkbox");
    const searchable = (await group.getByRole("searchbox").count()) > 0;
    const { tag, inFilters } = await focused(page);
    expect({ tag, inFilters }).toEqual({ tag: "input", inFilters: true });
    // From the field to find one in, or from the first box, to the second box.
    const stop = await press(page, "ArrowDown", ...(searchable ? ["ArrowDown"] : []));
    expect(stop.covered).toEqual([]);
    expect(stop.ring).toBeGreaterThanOrEqual(THINNEST_RING);
    await press(page, "Space");
    expect(await boxes.evaluateAll((all) => all.map((box) => box instanceof HTMLInputElement && box.checked).indexOf(true))).toBe(1);
    expect(new URL(page.url()).search).toMatch(menu === "Skill" ? /^\?skill=/ : /^\?org=/);
    await press(page, "Space");
    expect(new URL(page.url()).search).toBe("");
    expect((await press(page, "Escape")).name).toContain(menu);
    expect(await group.count()).toBe(0);
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    // Tab out of an open menu closes it, so that it covers nothing.
    await press(page, "Enter");
    await boxes.last().focus();
    await press(page, "Tab");
    expect(await group.count()).toBe(0);
    await close();
  });
});

it("tells by focus all that it tells by pointing", async () => {
  const { page, close } = await openPage(browser, await siteOf("dense"));
  const before = await visibleText(page);
  const marks = nodes(page);
  const all = await marks.count();
  let told = 0;
  for (let i = 0; i < all; i += 7) {
    await marks.nth(i).scrollIntoViewIfNeeded();
    const [x, y, id] = await marks.nth(i).evaluate((mark) => {
      const box = (mark.querySelector(".mark") ?? mark).getBoundingClientRect();
      const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
      // Marks may lie on each other; the one on top is pointed at.
      return [...at, document.elementFromPoint(...at)?.closest("[data-item]")?.getAttribute("data-item") ?? ""] as const;
    });
    await page.mouse.move(x, y);
    await settled(page);
    const hovered = await visibleText(page);
    await page.mouse.move(0, 0);
    await settled(page);
    expect(await visibleText(page)).toBe(before);
    await node(page, id).focus();
    await settled(page);
    expect(await visibleText(page)).toBe(hovered);
    if (hovered !== before) told++;
    await node(page, id).blur();
  }
  // Most marks of a dense career have no room for words of their own.
  expect(told).toBeGreaterThan(4);
  await close();
});

describe("what is gone with what it did does not take the focus with it", () => {
  const cases = [
    { name: "Clear in the filter bar", query: "?domain=payments", button: (page: Page) => filterBar(page).getByRole("button", { name: "Clear", exact: true }) },
    { name: "the way out of an empty result", query: "?domain=payments&q=zzzzzz", button: (page: Page) => advice(page).getByRole("button").first() },
    { name: "the way out of all filters", query: "?q=zzzzzz", button: (page: Page) => advice(page).getByRole("button").last() },
  ];
  it.each(cases)("$name", async ({ query, button }) => {
    const address = await siteOf("career");
    const { page, close } = await openPage(browser, address);
    await visit(page, address, query);
    await button(page).focus();
    await page.keyboard.press("Enter");
    await settled(page);
    expect(new URL(page.url()).search).not.toBe(query);
    expect(await focusStop(page)).toMatchObject({ inMain: true, covered: [] });
    await close();
  });

  it("Clear in a menu", async () => {
    const address = await siteOf("career");
    const { page, close } = await openPage(browser, address);
    await visit(page, address, "?skill=redis");
    await menuButton(page, "Skill").press("Enter");
    await filterBar(page).getByRole("button", { name: "Clear skills" }).press("Enter");
    await settled(page);
    expect(await focusStop(page)).toMatchObject({ inFilters: true, covered: [] });
    await close();
  });
});

it("does everything by keys: filter, table, sort, open, page, close, clear", async () => {
  const { page, close } = await openPage(browser, await siteOf("career"));
  await chips(page).first().focus();
  await press(page, "Space");
  expect(new URL(page.url()).search).toBe("?view=payments");
  await showAs(page, "Table").focus();
  await press(page, "Enter");
  await table(page).waitFor();
  const tabs: string[] = [];
  const headings = await sorters(page).allInnerTexts();
  expect(headings.length).toBeGreaterThan(3);
  for (let i = 0; i <= headings.length; i++) tabs.push((await press(page, "Tab")).name);
  // The table itself, which scrolls, and then each heading.
  expect(tabs.slice(1)).toEqual(headings.map((heading) => `button: ${plain(heading)}`));
  const sort = (): Promise<string | null> => page.getByRole("columnheader").first().getAttribute("aria-sort");
  await sorters(page).first().focus();
  await press(page, "Enter");
  const one = await sort();
  await press(page, "Enter");
  expect(new Set([one, await sort()])).toEqual(new Set(["ascending", "descending"]));
  await page.getByRole("rowheader").getByRole("button").last().focus();
  const opener = await focused(page);
  expect((await press(page, "Enter")).tag).toBe("h3");
  expect(await press(page, "Escape")).toMatchObject({ name: opener.name, tag: "button" });
  await filterBar(page).getByRole("button", { name: "Clear" }).focus();
  await page.keyboard.press("Enter");
  expect(await arc(page).count()).toBe(1);
  expect(new URL(page.url()).search).toMatch(/^\?as=table(?:&sort=title)?$/);
  await close();
});
