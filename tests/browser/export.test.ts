import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Download, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCareer } from "../../src/model/createCareer.js";
import { parseDocument } from "../../src/model/parseCareer.js";
import { runAxe } from "../support/axe.js";
import { AS_OF, firstCareer, sampleCareer } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { arc, fileInput, openPage, settled, type OpenOptions } from "../support/page.js";
import { pixelDifference } from "../support/pixels.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { siteOf, siteOfDocument } from "../support/site.js";
import { ROOT } from "../support/sourceTree.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const opener = (page: Page): Locator => page.getByRole("button", { name: "Save", exact: true });
const copier = (page: Page): Locator => page.getByRole("button", { name: "Copy link", exact: true });
const dialog = (page: Page): Locator => page.getByRole("dialog", { name: "Save" });
const press = (page: Page, name: string): Locator => dialog(page).getByRole("button", { name, exact: true });

async function openDialog(query = "", options: OpenOptions = {}, name = "career") {
  const opened = await openPage(browser, new URL(query, await siteOf(name)).href, options);
  await opener(opened.page).click();
  await dialog(opened.page).getByRole("img").waitFor();
  return opened;
}

async function saved(page: Page, name: string): Promise<{ readonly name: string; readonly bytes: Buffer; readonly text: string }> {
  const [download] = await Promise.all<Download | void>([page.waitForEvent("download"), press(page, name).click()]);
  if (!download) throw new Error("no download");
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}

/** A page without a policy, as large as a picture, with the font that the site has. */
async function emptyPage(): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  const font = (await readFile(join(ROOT, "public/fonts/instrument-sans.woff2"))).toString("base64");
  await page.setContent(`<style>@font-face{font-family:"Instrument Sans";src:url(data:font/woff2;base64,${font});font-weight:400 700}body{margin:0}svg{display:block}</style>`);
  return { page, close: () => context.close() };
}

type Box = readonly [x: number, y: number, width: number, height: number];

/** Parts of the first career's arc without words: bands with their edges and years, and what is over the arc. Letters come out a little otherwise on a canvas than on a page. */
const WORDLESS: readonly Box[] = [[640, 370, 330, 145], [190, 160, 90, 200]];
/** Shares of the pixels. */
const ALIKE = { wordless: 0.006, whole: 0.03 };

/** What differs of two pictures: of the parts without words, and of all. */
async function differences(page: Page, one: Buffer, other: Buffer, [x, y]: readonly [number, number], [width, height]: readonly number[]): Promise<readonly number[]> {
  const boxes: readonly Box[] = [...WORDLESS, [0, 0, width ?? 0, height ?? 0]];
  const found: number[] = [];
  for (const [left, top, wide, high] of boxes) {
    const parts = [await crop(page, one, [left, top, wide, high]), await crop(page, other, [left + x, top + y, wide, high])];
    found.push(await pixelDifference(page, parts[0]?.png ?? Buffer.of(), parts[1]?.png ?? Buffer.of()));
  }
  return found;
}

function expectAlike(found: readonly number[]): void {
  expect(found.length).toBe(WORDLESS.length + 1);
  for (const [i, share] of found.entries()) expect(share).toBeLessThan(i < WORDLESS.length ? ALIKE.wordless : ALIKE.whole);
}

const sizeOf = (png: Buffer): readonly number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

/** A part of a picture, as PNG, and the colour of its first pixel. */
async function crop(page: Page, png: Buffer, [x, y, width, height]: Box): Promise<{ readonly png: Buffer; readonly first: readonly number[] }> {
  const { base64, first } = await page.evaluate(async ({ picture, box }) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const canvas = new OffscreenCanvas(box.width, box.height);
    const context = canvas.getContext("2d");
    context?.drawImage(await createImageBitmap(new Blob([bytes], { type: "image/png" })), -box.x, -box.y);
    const part = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    return { base64: btoa(Array.from(part, (byte) => String.fromCharCode(byte)).join("")), first: [...(context?.getImageData(0, 0, 1, 1).data ?? [])] };
  }, { picture: png.toString("base64"), box: { x, y, width, height } });
  return { png: Buffer.from(base64, "base64"), first };
}

describe("the dialog", () => {
  it("is fetched when it is asked for, opened by a key, closed by Escape, and leaves the page as it was", async () => {
    const { page, problems, requests, close } = await openPage(browser, await siteOf("career"));
    expect(requests.filter((path) => /openExport/.test(path))).toEqual([]);
    // What the dialog's own styles might reach: they stay when it is closed.
    const looks = async (): Promise<unknown> => [
      await page.evaluate(() => [scrollY, history.length, location.href]),
      await arc(page).locator("text").evaluateAll((all) => all.map((each) => [each.textContent, getComputedStyle(each).fontSize, getComputedStyle(each).fontWeight])),
    ];
    const before = await looks();
    await opener(page).focus();
    await page.keyboard.press("Enter");
    await dialog(page).getByRole("img").waitFor();
    for (const name of ["Save as SVG", "Save as PNG", "Save as CSV", "Save as JSON"]) await saved(page, name);
    expect(requests.filter((path) => /openExport.*\.js/.test(path))).toHaveLength(1);
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    expect(await opener(page).evaluate((each) => each === document.activeElement)).toBe(true);
    expect(await looks()).toEqual(before);
    expect([...problems, ...(await page.evaluate(() => window.observed)).violations]).toEqual([]);
    await close();
  });

  it.each([[390, "light"], [390, "dark"], [768, "light"], [1280, "dark"]] as const)("passes axe and fits at %i px, %s", async (width, colorScheme) => {
    const { page, close } = await openDialog("?domain=payments&at=payment-interface", { width, colorScheme });
    await saved(page, "Save as CSV");
    const { violations, passes } = await runAxe(page);
    expect(violations).toEqual([]);
    expect(passes).toBeGreaterThan(20);
    expect(await dialog(page).evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
    const small = await dialog(page).locator("button, input").evaluateAll((all) => all.filter((each) => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height) < 24).length);
    expect(small).toBe(0);
    await close();
  });
});

describe("the picture", () => {
  it("is the one seen: a wide page's own arc, mark by mark", async () => {
    // So wide that the page's arc is as wide as the picture's.
    const { page, close } = await openPage(browser, await siteOf("career"), { width: 1136 + 96, height: 1400 });
    await page.evaluate(() => document.fonts.ready);
    const box = await arc(page).boundingBox();
    if (!box) throw new Error("no arc");
    expect(box.width).toBe(1136);
    const seen = await page.screenshot({ clip: { ...box, x: Math.round(box.x), y: Math.round(box.y) } });
    await opener(page).click();
    await dialog(page).getByRole("img").waitFor();
    await dialog(page).getByRole("radio", { name: "1×" }).check();
    const { bytes } = await saved(page, "Save as PNG");
    const empty = await emptyPage();
    expectAlike(await differences(empty.page, seen, bytes, [32, 32], sizeOf(seen)));
    await empty.close();
    await close();
  });

  it.each(["", "?domain=payments&at=payment-interface"])("is the same as SVG and as PNG %s", async (query) => {
    const { page, close } = await openDialog(query, { colorScheme: query === "" ? "light" : "dark" });
    await dialog(page).getByRole("radio", { name: "1×" }).check();
    const [svg, png] = [await saved(page, "Save as SVG"), await saved(page, "Save as PNG")];
    const empty = await emptyPage();
    const [width = 0, height = 0] = sizeOf(png.bytes);
    await empty.page.evaluate((text) => document.body.append(document.adoptNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement)), svg.text);
    await empty.page.evaluate(() => document.fonts.ready);
    await settled(empty.page);
    const drawn = await empty.page.screenshot({ clip: { x: 0, y: 0, width, height } });
    expectAlike(await differences(empty.page, drawn, png.bytes, [0, 0], [width, height]));
    await empty.close();
    await close();
  });

  it("is whole and the same from a phone as from a desk", async () => {
    const files: string[] = [];
    for (const width of [390, 1280]) {
      const { page, close } = await openDialog("", { width });
      files.push((await saved(page, "Save as SVG")).text);
      await close();
    }
    expect(files[0]).toBe(files[1]);
  });

  it.each([["", /^Commits per month, from made up, as git log would have it: 3,190 shown/], ["?skill=typescript", /^Commits per month.*: 336 of 3,190 shown are of TypeScript/]] as const)("has the activity under the arc, on its axis, and says what it is (%s)", async (query, words) => {
    const { page, close } = await openDialog(query, {}, "commits");
    const { text } = await saved(page, "Save as SVG");
    // Bars are drawn of upright and level lines only.
    const bars = [...text.matchAll(/ d="((?:M[\d.-]+,[\d.-]+)(?:[VH][\d.-]+|Z|M[\d.-]+,[\d.-]+)+)"/g)].filter(([, path]) => (path?.match(/V/g)?.length ?? 0) > 20);
    expect(bars.length).toBeGreaterThan(query === "" ? 0 : 1);
    expect([...text.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].some(([, line]) => words.test(line ?? ""))).toBe(true);
    expect(/<desc[^>]*>([^<]*)/.exec(text)?.[1]).toMatch(new RegExp(words.source.slice(1)));
    await close();
  });

  it("of a crowded career has the clusters of its page, each as a round pill with its count", async () => {
    const achievements = Array.from({ length: 200 }, (_, i) => {
      const day = new Date(Date.UTC(2018, 0, 1 + i * 7)).toISOString().slice(0, 10);
      return makeAchievement({ id: `work-${i}`, when: { from: day, to: day } });
    });
    const { page, problems, close } = await openPage(browser, await siteOfDocument(makeDocument({ roles: [makeRole({ start: "2018", end: "2022", achievements })] })), { width: 1136 + 96 });
    await arc(page).locator(".cluster").first().waitFor();
    const counts = await arc(page).locator(".cluster text").allTextContents();
    await opener(page).click();
    await dialog(page).getByRole("img").waitFor();
    const { text } = await saved(page, "Save as SVG");
    const written = [...text.matchAll(/<text [^>]*text-anchor="middle"[^>]*>(\d+)<\/text>/g)].map(([, count]) => count).filter((count) => Number(count) < 1000);
    expect(counts.length).toBeGreaterThan(5);
    expect(written).toEqual(counts);
    // Two half circles of 11 px, as high as the pill.
    expect(text.match(/a11,11 0 0 1/g)).toHaveLength(4 * counts.length);
    expect(text).toContain("A number: so many achievements close together.");
    expect(text).toContain("Filled marks");
    expect(problems).toEqual([]);
    await close();
  });

  it("explains no marks where none stands alone", async () => {
    const achievements = Array.from({ length: 160 }, (_, i) => makeAchievement({ id: `work-${i}`, when: { from: "2020-06-15", to: "2020-06-15" } }));
    const { page, close } = await openPage(browser, await siteOfDocument(makeDocument({ roles: [makeRole({ start: "2018", end: "2022", achievements })] })));
    await opener(page).click();
    await dialog(page).getByRole("img").waitFor();
    const { text } = await saved(page, "Save as SVG");
    expect(text).toContain("A number: so many achievements close together.");
    expect(text).not.toContain("Filled marks");
    await close();
  });

  it.each([["career", firstCareer], ["thirty-years", sampleCareer("thirty-years")]] as const)("as SVG tells every achievement of %s, and says nothing that the page does not say", async (name, career) => {
    // As wide as the picture's arc, so that the same marks have room for their words.
    const { page, close } = await openDialog("", { width: 1136 + 96 }, name);
    const { text } = await saved(page, "Save as SVG");
    const empty = await emptyPage();
    const read = await empty.page.evaluate((svg) => {
      const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
      const texts = [...root.querySelectorAll("text")].flatMap((each) => (each.children.length > 0 ? [...each.children] : [each])).map((each) => each.textContent ?? "");
      return { root: root.localName, description: root.querySelector("desc")?.textContent ?? "", texts };
    }, text);
    expect(read.root).toBe("svg");
    expect(career.achievements.filter(({ title }) => !read.description.includes(title))).toEqual([]);
    const bare = (words: string): string => words.replace(/\s+/gu, "");
    const said = bare((await page.locator("main, header").allTextContents()).join("\n")) + bare([career.person.name, career.person.headline].filter(Boolean).join(", "));
    expect(read.texts.length).toBeGreaterThan(30);
    expect(read.texts.filter((words) => !said.includes(bare(words)))).toEqual([]);
    const labels = await arc(page).locator("text").evaluateAll((all) => all.map((each) => each.textContent ?? ""));
    expect(labels.filter((words) => !bare(read.texts.join("")).includes(bare(words)))).toEqual([]);
    await empty.close();
    await close();
  });

  it("comes in three sizes, on its ground or on none", async () => {
    const { page, close } = await openDialog("", { colorScheme: "dark" });
    const empty = await emptyPage();
    const [width = 0, height = 0] = sizeOf((await saved(page, "Save as PNG")).bytes).map((size) => size / 2);
    for (const scale of [1, 2, 3]) {
      await dialog(page).getByRole("radio", { name: `${scale}×` }).check();
      const { bytes, name } = await saved(page, "Save as PNG");
      expect(sizeOf(bytes)).toEqual([width * scale, height * scale]);
      expect(name).toBe(`lead-backend-engineer-career${scale === 1 ? "" : `@${scale}x`}.png`);
      expect((await crop(empty.page, bytes, [0, 0, 1, 1])).first).toEqual([17, 20, 24, 255]);
    }
    await dialog(page).getByRole("checkbox", { name: /^Transparent background/ }).check();
    expect((await crop(empty.page, (await saved(page, "Save as PNG")).bytes, [0, 0, 1, 1])).first).toEqual([0, 0, 0, 0]);
    expect((await saved(page, "Save as SVG")).text).not.toContain("<rect");
    await empty.close();
    await close();
  });
});

describe("the data", () => {
  it("is what matches, as a table and as a document", async () => {
    const { page, close } = await openDialog("?domain=payments");
    const csv = await saved(page, "Save as CSV");
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const json = parseDocument((await saved(page, "Save as JSON")).text);
    if (!json.ok) throw new Error(JSON.stringify(json.issues));
    const ids = firstCareer.achievements.filter(({ domains }) => domains.includes("payments")).map(({ id }) => id);
    expect(createCareer(json.value, AS_OF).achievements.map(({ id }) => id)).toEqual(ids);
    expect(new Set(csv.text.split("\r\n").slice(1, -1).map((line) => line.split(",")[0]))).toEqual(new Set(ids));
    await close();
  });

  it("has nothing private of a file that was opened, and there is no link to that", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    const document = { version: 1, person: { headline: "Lighthouse keeper" }, roles: [{ id: "r", title: "Keeper", start: "2020", end: "2024", mine: "kept", achievements: [{ id: "lit", title: "Lit the lamp", text: "Lit the lamp." }, { id: "secret", title: "Hush", text: "Hush.", visibility: "private" }] }] };
    await fileInput(page).setInputFiles({ name: "career.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(document)) });
    await page.getByRole("heading", { level: 1, name: "Lighthouse keeper" }).waitFor();
    await copier(page).click();
    await dialog(page).getByText(/on no site/).waitFor();
    expect(await press(page, "Copy the link").count()).toBe(0);
    await dialog(page).getByRole("img").waitFor();
    const files = [await saved(page, "Save as JSON"), await saved(page, "Save as CSV"), await saved(page, "Save as SVG")];
    expect(files.map(({ text }) => [/Lit the lamp/.test(text), /hush|secret/i.test(text)])).toEqual([[true, false], [true, false], [true, false]]);
    expect(JSON.parse(files[0]?.text ?? "")).toMatchObject({ roles: [{ mine: "kept" }] });
    await close();
  });
});

describe("the link to what is shown", () => {
  it("is copied with one press, and shows the same", async () => {
    const query = "?domain=payments&at=payment-interface&as=table";
    const { page, problems, close } = await openPage(browser, new URL(query, await siteOf("career")).href);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await copier(page).click();
    await page.getByRole("status").filter({ hasText: /^Link copied/ }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const heading = await page.getByRole("heading", { level: 2 }).first().innerText();
    await page.goto(link);
    await settled(page);
    await expect.poll(() => page.getByRole("heading", { level: 2 }).first().innerText()).toBe(heading);
    expect(new URL(page.url()).searchParams.get("at")).toBe("payment-interface");
    expect(problems).toEqual([]);
    await close();
  });

  it("is selected where the browser does not let it be copied", async () => {
    const { page, close } = await openPage(browser, new URL("?at=payment-interface", await siteOf("career")).href);
    await page.evaluate(() => void Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } }));
    await copier(page).click();
    const field = dialog(page).getByRole("textbox", { name: "To be copied" });
    await field.waitFor();
    expect(await field.evaluate((each: HTMLTextAreaElement) => [each === document.activeElement, each.value.slice(each.selectionStart, each.selectionEnd)])).toEqual([true, expect.stringMatching(/\?at=payment-interface$/)]);
    await press(page, "Copy the CSV").click();
    await expect.poll(() => field.inputValue()).toMatch(/^id,title/);
    await dialog(page).getByRole("status").filter({ hasText: /Ctrl\+C/ }).waitFor();
    await close();
  });
});
