import { expect } from "vitest";
import type { Page } from "playwright-core";
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
  { name: "the menu closed", act: (page) => page.keyboard.press("Escape") },
  { name: "a text that nothing has", act: (page) => page.getByRole("searchbox", { name: "Find in text" }).fill("zzzzzz") },
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
  for (const stop of TOUR) {
    await stop.act(page);
    await settled(page);
    await look(stop);
  }
}
