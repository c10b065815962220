import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Career } from "../../src/model/career.js";
import { firstCareer, sampleCareer } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { closeContext } from "../support/closing.js";
import { chip, fileInput, openTable, rows, showAs, table } from "../support/page.js";
import { WAIT_MS } from "../support/patience.js";
import { siteOf } from "../support/site.js";
import { GOOD_FILE } from "../support/tour.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What becomes of a request; a number is the status of an empty answer. */
type Answer = "let" | "abort" | number;

/** A page whose requests for one of its later scripts are answered by the test, each with how often it has been asked for. */
async function openWith(chunk: string, answer: (asked: number) => Answer | Promise<Answer>, address: string, { prepare }: { readonly prepare?: () => void } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", locale: "en-GB" });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  if (prepare) await page.addInitScript(prepare);
  let asked = 0;
  await page.route(new RegExp(`/assets/${chunk}-[^/]*\\.js`), async (route) => {
    const how = await answer(++asked);
    if (how === "let") await route.continue();
    else if (how === "abort") await route.abort();
    else await route.fulfill({ status: how });
  });
  await page.goto(address);
  return { page, asked: () => asked, close: () => closeContext(context) };
}

/** The first request is lost, and each later one waits until it is let go: how soon the page asks again is its own affair. */
function loseFirst(how: "abort" | number): { readonly answer: (asked: number) => Answer | Promise<Answer>; readonly letGo: () => void } {
  let letGo = (): void => undefined;
  const gone = new Promise<Answer>((resolve) => (letGo = () => resolve("let")));
  return { answer: (asked) => (asked === 1 ? how : gone), letGo };
}

/** The page's own waits never end, so that it asks again when the test says that the line is back. */
const endless = (): void => {
  const later = setTimeout;
  Object.assign(window, { setTimeout: (act: TimerHandler, ms = 0, ...rest: unknown[]) => (ms < 2000 ? later(act, ms, ...rest) : 0) });
};

/** Said until it is heard: the page listens when it has learned of its loss, and asks a second later. */
async function askAgain(page: Page, asked: () => number, times: number): Promise<void> {
  await expect.poll(async () => {
    if (asked() < times) await page.evaluate(() => dispatchEvent(new Event("online")));
    return asked();
  }, { interval: 1500 }).toBe(times);
}

/** Taken over: it answers. */
const alive = (page: Page, selector: string): Promise<unknown> =>
  page.waitForFunction((part) => Object.keys(document.querySelector(part) ?? {}).some((key) => key.startsWith("__reactProps")), selector);

async function expectAllThere(page: Page, career: Career): Promise<void> {
  expect(await page.locator("h1").textContent()).toBe(career.person.headline);
  const words = await page.locator("main").evaluate((main) => main.textContent);
  expect(career.achievements.map(({ title }) => title).filter((title) => !words.includes(title))).toEqual([]);
  expect(words).not.toContain("could not be drawn");
}

describe.each(["abort", 500] as const)("a script that does not arrive at first (%s)", (how) => {
  it.each([
    ["PageBelow", "career", firstCareer, ".record"],
    ["PageBelow", "career", firstCareer, ".legend"],
    ["LiveActivity", "commits", sampleCareer("commits"), ".density"],
  ] as const)("takes nothing from the page, and comes with the next try: %s of %s", async (chunk, site, career, part) => {
    const { answer, letGo } = loseFirst(how);
    const { page, asked, close } = await openWith(chunk, answer, await siteOf(site));
    await alive(page, ".filters");
    await expect.poll(asked).toBe(2);
    await expectAllThere(page, career);
    letGo();
    await alive(page, part);
    expect(asked()).toBe(2);
    await expectAllThere(page, career);
    await close();
  });

  it("leaves the list where the table was asked for, and says so", async () => {
    const { answer, letGo } = loseFirst(how);
    const { page, asked, close } = await openWith("AchievementTable", answer, await siteOf("career"));
    await alive(page, ".record");
    await showAs(page, "Table").click();
    await page.getByRole("status").filter({ hasText: "The table’s own code did not load" }).waitFor();
    await expectAllThere(page, firstCareer);
    expect(await rows(page).count()).toBe(firstCareer.achievements.length);
    letGo();
    await table(page).waitFor();
    expect(asked()).toBe(2);
    await expectAllThere(page, firstCareer);
    await close();
  });
});

it("is asked for again when the line is back, without waiting any longer", async () => {
  const { answer, letGo } = loseFirst("abort");
  const { page, asked, close } = await openWith("PageBelow", answer, await siteOf("career"), { prepare: endless });
  letGo();
  await askAgain(page, asked, 2);
  await alive(page, ".record");
  expect(asked()).toBe(2);
  await close();
});

describe("a script that has failed twice", () => {
  const notice = (page: Page) => page.getByRole("status").filter({ hasText: "A part of the page has not arrived" });

  it("is told in its place until it comes, and can be asked for with the whole page", async () => {
    const { page, asked, close } = await openWith("PageBelow", (times) => (times === 3 ? "let" : "abort"), await siteOf("career"), { prepare: endless });
    await expect.poll(asked).toBe(1);
    await alive(page, ".filters");
    expect(await notice(page).count()).toBe(0);
    await askAgain(page, asked, 2);
    await notice(page).waitFor();
    await expectAllThere(page, firstCareer);
    expect(await page.locator(".arcbox ~ .notice ~ .record").count()).toBe(1);
    await askAgain(page, asked, 3);
    await alive(page, ".record");
    await expect.poll(() => notice(page).count()).toBe(0);
    await close();
  });

  it("comes with the page when that is loaded again, which keeps what is asked for", async () => {
    let lost = true;
    const { page, close } = await openWith("PageBelow", () => (lost ? "abort" : "let"), await siteOf("career"));
    await alive(page, ".filters");
    await chip(page, "Payments").click();
    await notice(page).getByRole("button", { name: "Load the page again" }).waitFor();
    lost = false;
    await notice(page).getByRole("button", { name: "Load the page again" }).click();
    await alive(page, ".record");
    await expect.poll(() => page.locator(".record").getByRole("heading", { level: 2 }).textContent()).toMatch(/match/);
    expect(await notice(page).count()).toBe(0);
    await close();
  });

  it("is told to whoever opened a file, who would lose it with the page", async () => {
    const { page, asked, close } = await openWith("PageBelow", (times) => (times < 3 ? "abort" : "let"), await siteOf("career"), { prepare: endless });
    await alive(page, ".filters");
    await fileInput(page).setInputFiles(GOOD_FILE);
    await page.getByRole("status").filter({ hasText: "Loading the rest" }).waitFor();
    await askAgain(page, asked, 2);
    await notice(page).waitFor();
    expect(await page.getByText("Loading the rest").count()).toBe(0);
    expect(await notice(page).getByRole("button").count()).toBe(0);
    await askAgain(page, asked, 3);
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(await notice(page).count()).toBe(0);
    await close();
  });
});

describe("while the late script is held back", () => {
  async function held() {
    let letGo = (): void => undefined;
    const gone = new Promise<"let">((resolve) => (letGo = () => resolve("let")));
    const opened = await openWith("PageBelow", () => gone, await siteOf("career"));
    await alive(opened.page, ".filters");
    return { ...opened, letGo };
  }

  it("another career has nothing of the one that was sent, and says that more comes", async () => {
    const { page, letGo, close } = await held();
    await fileInput(page).setInputFiles(GOOD_FILE);
    await expect.poll(() => page.locator("h1").textContent()).toBe("Lighthouse keeper");
    expect(await page.locator("main").innerText()).not.toMatch(/Carousell|17Live|Payments/);
    expect(await page.getByRole("status").filter({ hasText: "Loading the rest" }).count()).toBe(1);
    letGo();
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(await page.getByText("Loading the rest").count()).toBe(0);
    expect(await page.locator(".legend").innerText()).toContain("Open marks");
    await close();
  });

  it("the list is marked as busy while it does not follow a filter yet", async () => {
    const { page, letGo, close } = await held();
    const record = page.locator(".record");
    expect(await record.getAttribute("aria-busy")).toBeNull();
    await chip(page, "Payments").click();
    await expect.poll(() => record.getAttribute("aria-busy")).toBe("true");
    expect(await record.locator(".list").first().evaluate((list) => getComputedStyle(list).opacity)).toBe("0.5");
    letGo();
    await expect.poll(() => record.getAttribute("aria-busy")).toBeNull();
    await expect.poll(() => record.getByRole("heading", { level: 2 }).textContent()).toMatch(/match/);
    await openTable(page);
    await close();
  });
});
