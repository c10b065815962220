import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { CONTENT_SECURITY_POLICY, EMBED_POLICY } from "../../src/prerender/policy.js";
import { firstCareer, firstDocument } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { arc, chip, openPage, rows } from "../support/page.js";
import { WAIT_MS } from "../support/patience.js";
import { ROOT } from "../support/sourceTree.js";
import { hostSite, type StaticHost } from "../support/staticHost.js";

const run = promisify(execFile);
const DEEP = "/some/deep/base/";

let browser: Browser;
let folder = "";
const hosts: StaticHost[] = [];

/** On a host that sends what the site's own `_headers` asks for. */
async function host(site: string, base: string): Promise<string> {
  const started = await hostSite(site, base);
  hosts.push(started);
  return started.address;
}

async function build(name: string, args: readonly string[], file = "data/career.json"): Promise<string> {
  const { cli, asOf } = inject("built");
  await run(process.execPath, [cli, "build", file, "-o", join(folder, name), "--as-of", asOf, ...args], { cwd: ROOT });
  return join(folder, name);
}

/** By where it lies on its host, and whether it was told. */
const places = new Map<string, string>();
beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(dirname(inject("built").site), "hosted-"));
  const [plain, told] = [await build("plain", []), await build("told", ["--base", DEEP])];
  places.set("at the root", await host(plain, "/"));
  places.set("deep, and told so", await host(told, DEEP));
  places.set("deep, and not told", await host(plain, DEEP));
});
afterAll(async () => {
  for (const each of hosts) each.close();
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});
const place = (name: string): string => places.get(name) ?? "";

describe.each(["at the root", "deep, and told so", "deep, and not told"])("a site %s", (name) => {
  it("opens, is taken over by its script, and breaks no rule of its policy", async () => {
    const { page, problems, close } = await openPage(browser, place(name));
    await chip(page, "Payments").click();
    expect(await rows(page).count()).toBe(3);
    expect([...problems, ...(await page.evaluate(() => window.observed.violations))]).toEqual([]);
    await close();
  });

  it.each(["payments", "scaling"])("opens the page of the view %s with its filter on, taken over without a change", async (slug) => {
    const view = firstCareer.views.find((each) => each.slug === slug);
    const address = new URL(`view/${slug}/`, place(name)).href;
    const still = await openPage(browser, address, { script: false });
    const before = await still.page.locator("main").innerText();
    expect(await still.page.title()).toBe(view?.title);
    expect(await still.page.getByRole("link", { name: "See all of it" }).getAttribute("href")).toBe("../../");
    // That scripts are off is told as "csp" where one would have been loaded.
    expect(still.problems.filter((problem) => !/^failed: \S+\.js csp$/.test(problem))).toEqual([]);
    await still.close();

    const { page, problems, close } = await openPage(browser, address);
    expect(page.url()).toBe(address);
    expect(await page.locator("main h2").first().innerText()).toBe(view?.title);
    expect(before).toContain(view?.title);
    expect(await rows(page).count()).toBe(slug === "payments" ? 3 : 2);
    expect([...problems, ...(await page.evaluate(() => window.observed.violations))]).toEqual([]);
    await close();
  });

  it("opens its frame by itself, under the frame's own policy", async () => {
    const { page, told } = await watch();
    await page.goto(new URL("embed/", place(name)).href);
    await page.waitForLoadState("load");
    await expectWhole(page.mainFrame());
    expect(told).toEqual([]);
    await page.context().close();
  });
});

it("opens the page of a view whose slug is of another script, as its link is escaped", async () => {
  const file = join(folder, "views.json");
  await writeFile(file, JSON.stringify({ ...firstDocument, views: [{ slug: "支付", title: "支付", filter: { domains: ["payments"] } }] }));
  const address = new URL("view/%E6%94%AF%E4%BB%98/", await host(await build("other-script", ["--url", "https://example.org/"], file), "/")).href;
  const { page, problems, close } = await openPage(browser, address);
  expect(page.url()).toBe(address);
  expect(await rows(page).count()).toBe(3);
  expect([...problems, ...(await page.evaluate(() => window.observed.violations))]).toEqual([]);
  await close();
});

it("is sent with its policies, by a host that reads its _headers", async () => {
  const policyOf = async (path: string): Promise<string | null> => (await fetch(new URL(path, place("deep, and told so")))).headers.get("content-security-policy");
  expect([await policyOf(""), await policyOf("view/payments/"), await policyOf("embed/")]).toEqual([CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY, EMBED_POLICY]);
  const data = await fetch(new URL("career.json", place("at the root")));
  expect(data.headers.get("access-control-allow-origin")).toBe("*");
});

it.each(["at the root", "deep, and told so"])("has a page for what is not there, %s, at any depth", async (name) => {
  const { page, told } = await watch();
  const response = await page.goto(new URL("view/gone/further/down", place(name)).href);
  expect(response?.status()).toBe(404);
  expect(told.filter((words) => !words.includes("404"))).toEqual([]);
  // Styled: its sheet was found from here.
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(250, 247, 240)");
  await page.getByRole("link", { name: "See the career timeline" }).click();
  expect(page.url()).toBe(place(name));
  await page.context().close();
});

describe("in a stranger's page", () => {
  /** @param sandbox what the frame may do */
  async function strange(sandbox: string, query = ""): Promise<string> {
    const stranger = await hostSite(folder, "/nothing/", { "/": `<!doctype html><title>Host</title><p>Before</p><iframe sandbox="${sandbox}" title="Career" width="640" height="420" src="${new URL(`embed/${query}`, place("deep, and told so")).href}"></iframe>` });
    hosts.push(stranger);
    return stranger.address.replace("/nothing/", "/");
  }

  it.each(["", "allow-scripts"])("the frame is complete from its HTML alone, sandboxed to %j", async (sandbox) => {
    const { page, told } = await watch({ script: false });
    await page.goto(await strange(sandbox));
    const frame = page.frames()[1];
    if (!frame) throw new Error("no frame");
    await frame.waitForLoadState("load");
    await expectWhole(frame);
    // The one that is not run is its script.
    expect(told.filter((words) => !/^failed: \S+\/embed\/frame\.js csp$|^console: Blocked script execution in /.test(words))).toEqual([]);
    await page.context().close();
  });

  it("the frame's script breaks no rule, and asks for nothing that a page without an origin is refused", async () => {
    const { page, told, asked } = await watch();
    await page.goto(await strange("allow-scripts", "?view=payments#?secret=abc"));
    const frame = page.frames()[1];
    if (!frame) throw new Error("no frame");
    await frame.waitForLoadState("load");
    await frame.locator("svg.arc:visible").first().waitFor();
    expect(told).toEqual([]);
    expect(asked.filter((path) => path.startsWith(DEEP)).sort()).toEqual(["embed/", "embed/frame.css", "embed/frame.js"].map((path) => DEEP + path));
    await page.context().close();
  });
});

/** A page whose every complaint is noted: console, exceptions, failed requests. */
async function watch({ script = true } = {}): Promise<{ page: Page; told: string[]; asked: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: script, reducedMotion: "reduce" });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const told: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") told.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => told.push(`exception: ${error.message}`));
  page.on("requestfailed", (request) => told.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`));
  // No page of these tests has an icon of its own but the site's.
  page.on("request", (request) => void (request.url().endsWith("/favicon.ico") || asked.push(new URL(request.url()).pathname)));
  return { page, told, asked };
}

/** Who, where and when, and every achievement: the arc to be seen, the words there to be read. */
async function expectWhole(frame: Frame): Promise<void> {
  const seen = arc(frame as unknown as Page).and(frame.locator(":visible"));
  expect(await seen.count()).toBe(1);
  const box = await seen.boundingBox();
  expect(box?.width).toBeGreaterThan(300);
  expect(box?.height).toBeGreaterThan(150);
  const drawn = await seen.innerHTML();
  for (const { organization } of firstCareer.roles) expect(drawn).toContain(organization?.label);
  const words = (await frame.locator("body").textContent()) ?? "";
  expect(words).toContain(firstCareer.person.headline);
  expect(firstCareer.achievements.filter(({ title }) => !words.includes(title)).map(({ id }) => id)).toEqual([]);
}
