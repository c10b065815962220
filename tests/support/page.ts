import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { closeContext } from "./closing.js";
import { WAIT_MS } from "./patience.js";

export interface OpenOptions extends Pick<BrowserContextOptions, "colorScheme" | "forcedColors" | "deviceScaleFactor" | "bypassCSP" | "hasTouch" | "isMobile"> {
  readonly width?: number;
  readonly height?: number;
  /** Without scripts nothing is waited for. */
  readonly script?: boolean;
  /** Movement is off unless the test is about it: what is looked at has then come to rest. */
  readonly motion?: boolean;
  /** Keeps the scripts back until the still page has been painted, as on a slow line. */
  readonly slowScript?: boolean;
  /** Without it the page's font never comes, as on a slow first visit. */
  readonly font?: boolean;
  /** What never comes, as on a line that breaks. */
  readonly without?: RegExp;
}

export interface Opened {
  readonly page: Page;
  /** Whatever a clean page does not do: console errors and warnings, exceptions, failed requests, requests to others, violations of the policy. */
  readonly problems: string[];
  /** Every request so far, by path. */
  readonly requests: string[];
  readonly close: () => Promise<void>;
}

declare global {
  interface Window {
    /** Filled by `observe`, which runs before the page's own scripts. */
    observed: { violations: string[]; prints: number; shift: number; shifts: string[] };
  }
}

/** Opens a page as a first visitor would, with nothing in cache or storage, and waits until the script has taken it over. */
export async function openPage(browser: Browser, address: string, options: OpenOptions = {}): Promise<Opened> {
  const { width = 1280, height = 800, script = true, motion = false, slowScript = false, font = true, without, ...rest } = options;
  const context = await browser.newContext({ ...rest, viewport: { width, height }, javaScriptEnabled: script, reducedMotion: motion ? "no-preference" : "reduce", locale: "en-GB" });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  const { origin } = new URL(address);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    requests.push(url.pathname);
    if (url.origin !== origin) problems.push(`request to ${url.origin}: ${request.url()}`);
  });
  page.on("requestfailed", (request) => problems.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  await page.addInitScript(observe);
  if (!font) await page.route(/\.woff2$/, (route) => route.abort());
  if (without) await page.route(without, (route) => route.abort());
  if (slowScript) {
    await page.route(/\/assets\/.*\.js$/, async (route) => {
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      await route.continue();
    });
  }
  await page.goto(address);
  if (script) await ready(page);
  return { page, problems, requests, close: () => closeContext(context) };
}

function observe(): void {
  const observed: Window["observed"] = { violations: [], prints: 0, shift: 0, shifts: [] };
  window.observed = observed;
  window.print = () => void observed.prints++;
  addEventListener("securitypolicyviolation", (event) => {
    observed.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
  if (typeof PerformanceObserver === "undefined") return;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean; sources?: { node: Node | null }[] };
      if (shift.hadRecentInput) continue;
      observed.shift += shift.value;
      observed.shifts.push(`${shift.value.toFixed(4)} ${(shift.sources ?? []).map(({ node }) => (node instanceof Element ? `${node.nodeName}.${node.getAttribute("class") ?? ""}` : (node?.nodeName ?? "?"))).join(" ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** The script has taken the page over, measured it, and read its link. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const part = document.querySelector("main > *");
    const taken = part !== null && Object.keys(part).some((key) => key.startsWith("__reactProps"));
    // Three stills, one per width, until the width is known.
    // The tools that move the viewport come after the first picture.
    const tools = document.querySelector(".explore");
    return taken && document.querySelectorAll("main svg[role=group]").length <= 1 && tools?.childElementCount !== 0;
  });
  await settled(page);
}

/** Two frames later: what was asked for is rendered and painted. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}

/** Another width of the window, with the arc drawn for it. */
export async function resize(page: Page, width: number, height = 800): Promise<void> {
  await page.setViewportSize({ width, height });
  await settled(page);
  await settled(page);
}

/* What a visitor meets, by role and name. */
export const filterBar = (page: Page): Locator => page.getByRole("search");
export const chips = (page: Page): Locator => page.getByRole("toolbar", { name: "Fields" }).getByRole("button");
export const chip = (page: Page, label: string): Locator => page.getByRole("toolbar", { name: "Fields" }).getByRole("button", { name: new RegExp(`^${label} \\d+$`) });
export const menuButton = (page: Page, name: string): Locator => filterBar(page).getByRole("button", { name: new RegExp(`^${name}`) });
export const arc = (page: Page): Locator => page.getByRole("group", { name: /^Career arc/ });
export const nodes = (page: Page): Locator => arc(page).getByRole("link");
export const node = (page: Page, id: string): Locator => arc(page).locator(`[data-item="${id}"]`);
export const rows = (page: Page): Locator => page.locator("main .list li > a[data-item]");
export const details = (page: Page): Locator => page.getByRole("complementary");
export const showAs = (page: Page, form: "List" | "Table"): Locator => page.getByRole("group", { name: "Show as" }).getByRole("button", { name: form });
/** Its code comes when it is asked for. */
export const table = (page: Page): Locator => page.getByRole("table");
export async function openTable(page: Page): Promise<void> {
  await showAs(page, "Table").click();
  await table(page).waitFor();
}
export const fileInput = (page: Page): Locator => page.locator("input[type=file]");

/** The heading of a column, which sorts by it. */
export const sorters = (page: Page): Locator => page.getByRole("columnheader").getByRole("button");
/** What an empty result says, with the ways out of it. */
export const advice = (page: Page): Locator => page.locator("p:has(button)").filter({ hasText: "Nothing matches" });

/** Waits until motion, which is fetched when the page has come to rest, can be used. @returns its address */
export async function motionFetched(page: Page): Promise<string> {
  // The one script that the document itself does not name.
  const found = await page.waitForFunction(() => {
    const named = new Set([...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>("script[src], link[rel=modulepreload]")].map((each) => ("src" in each ? each.src : each.href)));
    return performance.getEntriesByType("resource").find(({ name }) => name.endsWith(".js") && !named.has(name))?.name ?? null;
  });
  const url = (await found.jsonValue()) ?? "";
  await evaluated(page, url);
  return url;
}

/** A module has run to its end. As text, since only the browser knows what to import. */
export const evaluated = (page: Page, url: string): Promise<unknown> => page.evaluate(`import(${JSON.stringify(url)}).then(() => undefined)`);

/** Opens an achievement's details by its link, without a click. */
export async function visit(page: Page, address: string, query: string): Promise<void> {
  await page.goto(new URL(query, address).href);
  await ready(page);
}
