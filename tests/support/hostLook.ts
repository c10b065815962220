import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { WAIT_MS } from "./patience.js";

/*
 * What a visitor of a host's page would notice of the widget in it, and what its owner would hold against us. Every host
 * has the same few parts: `#host` with things of its own and the field that has the focus, `#place` for the widget and
 * `#frame-place` for a frame, and `#tail` far below.
 */

/** Of the widget; a selector that looks into shadow roots. */
export const WIDGET = "#place .career-timeline";
export const FRAME = "#frame-place iframe";

declare global {
  interface Window {
    /** Filled from before the page's own scripts. */
    hostSeen: { history: number; settled: boolean; violations: string[]; ready: number };
  }
}

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors and warnings on the console, exceptions, failed requests, violations of the policy. */
  readonly problems: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** How far a page has been scrolled before the widget comes, px. */
const SCROLLED = 40;

export async function openHostPage(browser: Browser, address: string, { script = true }: { readonly script?: boolean } = {}): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1400 }, colorScheme: "light", reducedMotion: "reduce", locale: "en-GB", javaScriptEnabled: script });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const noted: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") noted.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", ({ message }) => noted.push(`exception: ${message}`));
  page.on("response", (response) => {
    if (response.status() >= 400) noted.push(`${response.status()}: ${response.url()}`);
  });
  await page.addInitScript((top) => {
    window.hostSeen = { history: 0, settled: false, violations: [], ready: 0 };
    addEventListener("securitypolicyviolation", (event) => window.hostSeen.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
    addEventListener("career-ready", () => window.hostSeen.ready++);
    if (window !== window.top) return;
    // As a visitor who is reading and typing. The page may have parts that come by script.
    const settle = (): void => {
      const field = document.querySelector<HTMLElement>("#field");
      if (!field || document.documentElement.scrollHeight < 3000) return void requestAnimationFrame(settle);
      field.focus({ preventScroll: true });
      scrollTo(0, top);
      Object.assign(window.hostSeen, { history: history.length, settled: true });
    };
    addEventListener("DOMContentLoaded", settle);
  }, SCROLLED);
  await page.goto(address);
  if (script) await page.waitForFunction(() => window.hostSeen.settled);
  return {
    page,
    context,
    problems: async () => [...noted, ...(script ? (await Promise.all(page.frames().map((frame) => frame.evaluate(() => window.hostSeen.violations)))).flat() : [])],
    close: () => context.close(),
  };
}

/** Every widget of the page is drawn for the width it has: no still picture is left in any, and nothing moves any more. */
export async function drawn(page: Page, elements: number, frames = 0): Promise<void> {
  await page.waitForFunction((count) => {
    const roots = [...document.querySelectorAll("career-timeline")].map((each) => each.shadowRoot?.querySelector(".career-timeline:not(.arriving)"));
    const widgets = [...roots.filter((root) => root !== null && root !== undefined), ...document.querySelectorAll(".career-timeline[data-live]")];
    return widgets.length === count && widgets.every((widget) => widget.querySelectorAll("svg[role=group]").length === 1);
  }, elements);
  for (const frame of await careerFrames(page, frames)) {
    await frame.waitForFunction(() => "live" in document.documentElement.dataset && document.querySelectorAll("svg[role=group]").length === 1 && innerHeight >= document.documentElement.scrollHeight);
    await still(frame);
  }
  await still(page.mainFrame());
}

async function careerFrames(page: Page, count: number): Promise<readonly Frame[]> {
  const handles = await page.locator("iframe").elementHandles();
  const frames = (await Promise.all(handles.map((handle) => handle.contentFrame()))).filter((frame) => frame !== null);
  if (frames.length !== count) throw new Error(`${count} frames were asked for, there are ${frames.length}`);
  return frames;
}

/** Nothing has changed for ten frames. */
const still = (frame: Frame): Promise<void> => frame.evaluate(() => new Promise<void>((resolve) => {
  let frames = 0;
  const watch = new MutationObserver(() => void (frames = 0));
  const options = { subtree: true, childList: true, attributes: true, characterData: true };
  watch.observe(document, options);
  for (const { shadowRoot } of document.querySelectorAll("career-timeline")) if (shadowRoot) watch.observe(shadowRoot, options);
  const next = (): void => {
    if (++frames <= 10) return void requestAnimationFrame(next);
    watch.disconnect();
    resolve();
  };
  next();
}));

/** All computed styles of what is the host's own, one line per element. */
export const hostStyles = (page: Page): Promise<readonly string[]> => page.evaluate(() => [...document.querySelectorAll("html, body, #host, #host *")].map((element) => {
  const style = getComputedStyle(element);
  return `${element.nodeName}: ${[...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ")}`;
}));

/** What is no longer as the host had it when it was loaded. */
export const stirred = (page: Page): Promise<readonly string[]> => page.evaluate((top) => [
  ...(history.length === window.hostSeen.history ? [] : [`history: ${history.length} entries, not ${window.hostSeen.history}`]),
  ...(document.activeElement?.id === "field" ? [] : [`focus: on ${document.activeElement?.nodeName}`]),
  ...(scrollY === top ? [] : [`scroll: at ${scrollY}`]),
  ...Object.keys(window).filter((name) => /career/i.test(name)).map((name) => `global: ${name}`),
], SCROLLED);

/** After so long nothing comes of it any more. */
const WHEEL_MS = 8000;

/** How far a plain turn of the wheel over a part of the page scrolls the page, of 120 px. */
export async function wheelOver(page: Page, selector: string): Promise<number> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`no ${selector}`);
  const before = await page.evaluate(() => scrollY);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, 120);
  // Over a frame it takes the way through another process.
  await page.waitForFunction((top) => scrollY >= top + 120, before, { timeout: WHEEL_MS }).catch(() => undefined);
  return (await page.evaluate(() => scrollY)) - before;
}

/** What of the second is not as in the first, by element and property; at most twenty. */
export function differences(before: readonly string[], after: readonly string[]): readonly string[] {
  if (before.length !== after.length) return [`${before.length} elements, then ${after.length}`];
  return before.flatMap((line, i) => {
    const known = new Set(line.split("; "));
    const changed = (after[i] ?? "").split("; ").filter((said) => !known.has(said));
    return changed.length === 0 ? [] : [`${line.slice(0, line.indexOf(":"))}: ${changed.slice(0, 4).join(", ")}`];
  }).slice(0, 20);
}
