import { expect } from "vitest";
import type { Locator, Page } from "playwright-core";
import { unusedControls, watchControls } from "./controls.js";
import { advice, arc, chip, chips, details, fileInput, filterBar, menuButton, nodes, openTable, rows, settled, showAs, sorters } from "./page.js";

export interface Stop {
  readonly name: string;
  readonly act: (page: Page) => Promise<void>;
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** A career that is right, and another person's. */
export const GOOD_FILE = {
  name: "good.json",
  mimeType: "application/json",
  buffer: json({
    version: 1,
    person: { headline: "Lighthouse keeper" },
    domains: [{ id: "lamps", label: "Lamps" }],
    roles: [{ id: "rock", title: "Keeper", organization: "Skerry", start: "2010", end: "2015", achievements: [{ id: "lens", title: "A new lens", text: "Fitted 1 new lens.", domains: ["lamps"], metrics: [{ kind: "count", n: 1, of: "new lens", quote: "1 new lens" }] }] }],
  }),
};

/** Not even JSON. */
export const BAD_FILE = { name: "bad.json", mimeType: "application/json", buffer: Buffer.from("{ \"version\": 1, person }") };

/** Puts a file on the page as if it had been dragged there from a folder. */
export async function dropFile(page: Page, { name, mimeType, buffer }: typeof GOOD_FILE): Promise<void> {
  const dataTransfer = await page.evaluateHandle(([fileName, type, text]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], fileName, { type }));
    return transfer;
  }, [name, mimeType, buffer.toString("utf8")] as const);
  await page.dispatchEvent("body", "dragover", { dataTransfer });
  await page.dispatchEvent("body", "drop", { dataTransfer });
}

const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });
const dialog = (page: Page, name: string): Locator => page.getByRole("dialog", { name });
const linkCopied = (page: Page): Locator => page.getByRole("status").filter({ hasText: /^Link copied/ });
const overview = (page: Page): Locator => page.getByRole("slider", { name: "Time in view" });

async function keepIn(page: Page, name: string): Promise<void> {
  await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
}

/** One after the other, whatever each of them brings. */
async function pressAll(inputs: Locator): Promise<void> {
  for (const input of await inputs.all()) if (await input.isEnabled()) await input.click();
}

/** Looking closer, by each of its means. */
const EXPLORING: readonly Stop[] = [
  { name: "closer", act: (page) => button(page, "Closer").click() },
  { name: "further away", act: (page) => button(page, "Further away").click() },
  { name: "what the keys do", act: (page) => page.getByRole("toolbar", { name: "Zoom" }).getByRole("button").last().click() },
  { name: "the keys closed", act: (page) => page.keyboard.press("Escape") },
  {
    name: "closer by a key",
    act: async (page) => {
      await nodes(page).nth(2).focus();
      await page.keyboard.press("+");
    },
  },
  { name: "the overview moved", act: (page) => overview(page).press("ArrowRight") },
  {
    name: "the overview dragged",
    act: async (page) => {
      const { x, y, width, height } = (await overview(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      await page.mouse.move(x + width * 0.05, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + width * 0.3, y + height / 2, { steps: 3 });
      await page.mouse.up();
    },
  },
  { name: "a first day", act: (page) => page.getByLabel("From", { exact: true }).fill("2019-02-01") },
  { name: "a last day", act: (page) => page.getByLabel("to", { exact: true }).fill("2023-05-31") },
  { name: "only this range", act: (page) => button(page, "Show only this range below").click() },
  { name: "closer within it", act: (page) => button(page, "Closer").click() },
  { name: "back to the range", act: (page) => page.getByRole("navigation", { name: "Ranges" }).getByRole("button", { name: "Feb 2019 to May 2023" }).click() },
  { name: "out of the range", act: (page) => button(page, "Whole career").click() },
  { name: "closer again", act: (page) => button(page, "Closer").click() },
  { name: "the whole career", act: (page) => button(page, "The whole career").click() },
];

/** Taking it along. */
const TAKING: readonly Stop[] = [
  {
    name: "link copied",
    act: async (page) => {
      await page.context().grantPermissions(["clipboard-write"]);
      await button(page, "Copy link").click();
      await linkCopied(page).first().waitFor();
    },
  },
  {
    name: "link copied where a phone's reader is",
    act: async (page) => {
      const share = button(page, "Copy a link to this");
      if (!(await share.isVisible())) return;
      await share.click();
      await expect.poll(() => linkCopied(page).count()).toBe(2);
    },
  },
  { name: "saving", act: async (page) => {
    await button(page, "Save").click();
    await dialog(page, "Save").getByRole("img").waitFor();
  } },
  ...["SVG", "PNG", "CSV", "JSON"].map((form) => ({ name: `saved as ${form}`, act: (page: Page) => keepIn(page, `Save as ${form}`) })),
  ...["link", "SVG", "CSV"].map((form) => ({ name: `copied as ${form}`, act: (page: Page) => button(page, `Copy the ${form}`).click() })),
  { name: "each size and ground of the picture", act: (page) => pressAll(dialog(page, "Save").locator("input")) },
  { name: "saving closed", act: (page) => dialog(page, "Save").getByRole("button", { name: "Close" }).click() },
  { name: "embedding", act: async (page) => {
    await button(page, "Embed").click();
    await dialog(page, "Embed").frameLocator("iframe").locator("svg").first().waitFor();
  } },
  { name: "each way of embedding", act: (page) => pressAll(dialog(page, "Embed").locator("input:is([type=radio], [type=checkbox])")) },
  { name: "a site of one's own", act: (page) => dialog(page, "Embed").locator("input[type=url]").fill("https://example.org/career/") },
  { name: "a snippet copied", act: (page) => dialog(page, "Embed").getByRole("button", { name: "Copy", exact: true }).first().click() },
  { name: "a snippet selected", act: (page) => dialog(page, "Embed").locator("textarea").first().focus() },
  { name: "embedding closed", act: (page) => dialog(page, "Embed").getByRole("button", { name: "Close" }).click() },
];

/** Every control of the first career's page, used once, in an order in which each finds what it needs. */
const TOUR: readonly Stop[] = [
  { name: "a field on", act: (page) => chip(page, "Payments").click() },
  { name: "a second field on", act: (page) => chip(page, "Scaling").click() },
  { name: "the first field off", act: (page) => chip(page, "Payments").click() },
  { name: "the skill menu opened", act: (page) => menuButton(page, "Skill").click() },
  { name: "a skill chosen", act: (page) => filterBar(page).getByRole("checkbox", { name: /^Redis/ }).check() },
  { name: "the skills cleared", act: (page) => filterBar(page).getByRole("button", { name: "Clear skills" }).click() },
  { name: "the employer menu opened", act: (page) => menuButton(page, "Employer").click() },
  { name: "an employer chosen", act: (page) => filterBar(page).getByRole("checkbox", { name: /^17Live/ }).check() },
  { name: "the employers cleared", act: (page) => filterBar(page).getByRole("button", { name: "Clear employers" }).click() },
  { name: "an employer chosen again", act: (page) => filterBar(page).getByRole("checkbox", { name: /^17Live/ }).check() },
  { name: "the menu closed", act: (page) => page.keyboard.press("Escape") },
  { name: "a text that nothing has", act: (page) => page.getByRole("searchbox", { name: "Find in text" }).fill("zzzzzz") },
  { name: "that text taken back", act: (page) => advice(page).getByRole("button").first().click() },
  { name: "another text that nothing has", act: (page) => page.getByRole("searchbox", { name: "Find in text" }).fill("yyyyyy") },
  { name: "all cleared", act: (page) => advice(page).getByRole("button").last().click() },
  { name: "a text", act: (page) => page.getByRole("searchbox", { name: "Find in text" }).fill("temporal") },
  { name: "the text cleared", act: (page) => filterBar(page).getByRole("button", { name: "Clear" }).click() },
  { name: "the table", act: (page) => openTable(page) },
  { name: "sorted by the first column", act: (page) => sorters(page).first().click() },
  { name: "sorted the other way", act: (page) => sorters(page).first().click() },
  { name: "details from the table", act: (page) => page.getByRole("rowheader").getByRole("button").first().click() },
  { name: "details closed", act: (page) => details(page).getByRole("button", { name: "Close details" }).click() },
  { name: "the list", act: (page) => showAs(page, "List").click() },
  { name: "details from the list", act: (page) => rows(page).nth(3).click() },
  { name: "details closed by Escape", act: (page) => page.keyboard.press("Escape") },
  { name: "details from a mark", act: (page) => nodes(page).nth(4).click() },
  { name: "the next", act: (page) => details(page).getByRole("button", { name: /^Next/ }).click() },
  { name: "the one before", act: (page) => details(page).getByRole("button", { name: /^Previous/ }).click() },
  { name: "a tag", act: (page) => details(page).getByRole("listitem").getByRole("button").first().click() },
  { name: "the tag again", act: (page) => details(page).getByRole("listitem").getByRole("button").first().click() },
  { name: "details closed again", act: (page) => details(page).getByRole("button", { name: "Close details" }).click() },
  { name: "details from a figure", act: (page) => page.locator("main header").getByRole("link").first().click() },
  { name: "a mark pointed at", act: (page) => nodes(page).first().hover() },
  { name: "how it is drawn", act: (page) => page.locator("summary").click() },
  { name: "a view of the owner's", act: (page) => page.locator(".views a").first().click() },
  { name: "everything", act: (page) => page.getByRole("link", { name: "Show everything" }).click() },
  ...EXPLORING,
  ...TAKING,
  { name: "dark", act: async (page) => void (await page.getByLabel("Colours").selectOption("dark")) },
  { name: "light", act: async (page) => void (await page.getByLabel("Colours").selectOption("light")) },
  { name: "the system's colours", act: async (page) => void (await page.getByLabel("Colours").selectOption("system")) },
  { name: "back", act: async (page) => void (await page.goBack()) },
  { name: "forward", act: async (page) => void (await page.goForward()) },
  { name: "print", act: (page) => page.getByRole("button", { name: "Print" }).click() },
  {
    name: "a bad file",
    act: async (page) => {
      await fileInput(page).setInputFiles(BAD_FILE);
      await page.getByRole("alert").getByText("bad.json was not opened").waitFor();
    },
  },
  { name: "its message closed", act: (page) => page.getByRole("alert").getByRole("button", { name: "Close" }).click() },
  {
    name: "a bad file dropped",
    act: async (page) => {
      await dropFile(page, { ...BAD_FILE, name: "dropped.json" });
      await page.getByRole("alert").getByText("dropped.json was not opened").waitFor();
    },
  },
  {
    name: "a good file",
    act: async (page) => {
      await fileInput(page).setInputFiles(GOOD_FILE);
      await page.getByRole("heading", { level: 1, name: "Lighthouse keeper" }).waitFor();
    },
  },
];

/** Walks the tour and looks at the page after each stop, so that what is wrong has a name. */
export async function takeTour(page: Page, look: (stop: Stop) => Promise<void> | void): Promise<void> {
  expect(await chips(page).count()).toBe(5);
  expect(await arc(page).count()).toBe(1);
  await watchControls(page);
  for (const stop of TOUR) {
    await stop.act(page);
    // What is looked at is drawn whole once it rests.
    await page.waitForFunction(() => document.querySelector("[data-moving]") === null);
    await settled(page);
    await settled(page);
    await watchControls(page);
    await look(stop);
  }
  // A control that is new on the page, and is not on the tour, is told by its name.
  expect(await unusedControls(page)).toEqual([]);
}
