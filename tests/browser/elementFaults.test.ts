import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SILENCE_MS } from "../../src/embed/loadCareer.js";
import { launchBrowser } from "../support/chromium.js";
import { drawn, eventsOf, openElementHost, openHostPage, STRICT_POLICY, type ElementHost } from "../support/elementHost.js";

let browser: Browser;
let host: ElementHost;
beforeAll(async () => {
  [browser, host] = await Promise.all([launchBrowser(), openElementHost()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

const FALLBACK = '<a href="/cv">My career</a>';
const element = (attributes: string, inside = FALLBACK): string => `<career-timeline id="a" ${attributes}>${inside}</career-timeline>`;

/** What a reader has: the author's own words, then one sentence. */
async function expectFallback(page: Page, sentence: RegExp): Promise<void> {
  const link = page.getByRole("link", { name: "My career" });
  expect(await link.isVisible()).toBe(true);
  const said = page.locator("#a").getByRole("status");
  expect(await said.count()).toBe(1);
  expect(await said.textContent()).toMatch(sentence);
  expect(await said.isVisible()).toBe(true);
  const [below, above] = await Promise.all([said.boundingBox(), link.boundingBox()]);
  expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0) - 1);
  expect(await page.locator("#a").getByRole("group", { name: /^Career arc/ }).count()).toBe(0);
}

const codeOf = async (page: Page): Promise<readonly unknown[]> => (await eventsOf(page)).map(({ type, detail }) => [type, (detail as { code: string }).code]);

/** What the browser itself says of a request that failed; nothing of ours. */
const fromNetwork = /^console error: (?:Failed to load resource|Access to fetch|Refused to connect|Connecting to|Fetch API cannot load)/;

describe("what is no career", () => {
  it.each<readonly [string, string, string, RegExp]>([
    ["no address", "", "no-source", /no career was given/],
    ["an empty address", 'src=""', "no-source", /no career was given/],
    ["an address of another kind", 'src="javascript:alert(1)"', "address", /no http or https address/],
    ["data in the address", 'src="data:application/json,{}"', "address", /no http or https address/],
    ["404", 'src="/gone.json"', "not-found", /there is no "gone\.json"/],
    ["500", 'src="/broken.json"', "http", /answered 500/],
    ["nobody there", 'src="http://127.0.0.1:9/career.json"', "network", /cannot be reached/],
    ["a web page", 'src="/page.json"', "html", /a web page came/],
    ["a picture", 'src="/career.png"', "type", /"career\.png" is not sent as JSON/],
    ["half a file", 'src="/half.json"', "career", /the text is not JSON/],
    ["bytes", 'src="/bytes.json"', "encoding", /UTF-8/],
    ["six megabytes", 'src="/huge.json"', "too-large", /too large/],
    ["a career with a fault", 'src="/wrong.json"', "career", /"wrong\.json" has a fault at roles\[\d\]\.start/],
  ])("%s: what stands inside stays, with a sentence below it and an event", async (_, attributes, code, sentence) => {
    const { page, problems, close } = await openHostPage(browser, host.page(element(attributes)));
    await drawn(page);
    await expectFallback(page, sentence);
    expect(await codeOf(page)).toEqual([["career-error", code]]);
    expect(problems.filter((problem) => !fromNetwork.test(problem) && problem !== "request to http://127.0.0.1:9")).toEqual([]);
    await close();
  });

  it("hands on where a career is at fault, and words that cannot act", async () => {
    host.serve("/evil.json", { body: JSON.stringify({ version: 1, person: { headline: "<img src=x onerror=alert(1)>" }, roles: [{ id: "<b>", title: 3 }] }) });
    const { page, problems, close } = await openHostPage(browser, host.page(element('src="/evil.json"'), { policy: STRICT_POLICY }));
    await drawn(page);
    expect(await eventsOf(page)).toMatchObject([{ detail: { code: "career", issues: expect.arrayContaining([expect.objectContaining({ severity: "error", code: "type", path: "roles[0].title" })]) as unknown } }]);
    expect(await page.locator("#a").locator("img, b").count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  it("is told to a reader who has nothing else to look at", async () => {
    const { page, close } = await openHostPage(browser, host.page(element('src="/gone.json"', " ")));
    await drawn(page);
    expect(await page.locator("#a").getByRole("alert").textContent()).toContain("gone.json");
    await close();
  });

  it("is told where the page's policy forbids to fetch", async () => {
    const { page, close } = await openHostPage(browser, host.page(element('src="/career.json"'), { policy: STRICT_POLICY.replace("connect-src 'self'; ", "") }));
    await drawn(page);
    await expectFallback(page, /cannot be reached from this page/);
    await close();
  });
});

describe("a server that says nothing", () => {
  it.each(["/silent.json", "/stuck.json"])("%s is given up after a while", async (src) => {
    const { page, close } = await openHostPage(browser, host.page(element(`src="${src}"`)), {});
    await page.clock.install();
    await page.reload();
    await expect.poll(() => host.requests.includes(src)).toBe(true);
    await page.clock.runFor(SILENCE_MS - 500);
    expect(await eventsOf(page)).toEqual([]);
    expect(await page.getByRole("link", { name: "My career" }).isVisible()).toBe(true);
    await page.clock.runFor(1000);
    await drawn(page);
    await expectFallback(page, /came for 5 seconds/);
    await close();
  });
});

describe("what can be drawn all the same", () => {
  it.each(["/plain.txt", "/moved.json"])("%s", async (src) => {
    const { page, problems, close } = await openHostPage(browser, host.page(element(`src="${src}"`)));
    await drawn(page);
    expect(await codeOf(page)).toEqual([]);
    await page.locator("#a").getByRole("group", { name: /^Career arc/ }).waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});

describe("another address", () => {
  const go = (page: Page, src: string): Promise<void> => page.locator("#a").evaluate((a, to) => a.setAttribute("src", to), src);

  it("that is good mends what a bad one left", async () => {
    const { page, close } = await openHostPage(browser, host.page(element('src="/gone.json"')));
    await drawn(page);
    await go(page, "/wrong.json");
    await drawn(page, 2);
    await expectFallback(page, /wrong\.json/);
    await go(page, "/career.json");
    await drawn(page, 3);
    expect(await page.getByRole("link", { name: "My career" }).isVisible()).toBe(false);
    expect(await page.locator("#a").getByText(/not loaded|cannot be drawn/).count()).toBe(0);
    await page.locator("#a").getByRole("group", { name: /^Career arc/ }).waitFor();
    await close();
  });

  it("that is bad leaves the picture that there was, with a sentence below it", async () => {
    const { page, close } = await openHostPage(browser, host.page(element('src="/career.json" at="payment-interface"')));
    await drawn(page);
    await go(page, "/gone.json");
    await drawn(page, 2);
    await page.locator("#a").getByRole("group", { name: /^Career arc/ }).waitFor();
    expect(await page.locator("#a").getByRole("complementary").count()).toBe(1);
    expect(await page.locator("#a").getByRole("status").filter({ hasText: "gone.json" }).count()).toBe(1);
    await go(page, "/career.json");
    await expect.poll(() => page.locator("#a").getByRole("status").filter({ hasText: "gone.json" }).count()).toBe(0);
    expect(await page.locator("#a").getByRole("complementary").count()).toBe(1);
    await close();
  });

  it("wins over one that is slower", async () => {
    const { page, close } = await openHostPage(browser, host.page(element('src="/silent.json"')));
    await expect.poll(() => host.requests.filter((path) => path === "/silent.json").length).toBeGreaterThan(0);
    await go(page, "/career.json");
    await drawn(page);
    expect(await codeOf(page)).toEqual([]);
    await close();
  });
});
