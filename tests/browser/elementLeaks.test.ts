import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { drawn, openElementHost, openHostPage, type ElementHost } from "../support/elementHost.js";

let browser: Browser;
let host: ElementHost;
beforeAll(async () => {
  [browser, host] = await Promise.all([launchBrowser(), openElementHost()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

declare global {
  interface Window {
    /** What the page has been asked to keep doing, by kind. */
    kept: Record<string, number>;
  }
}

/** Counts listeners on what outlives an element, observers and timers; before any script of the page. */
function countKept(): void {
  const kept: Record<string, number> = { listeners: 0, observers: 0, timers: 0 };
  window.kept = kept;
  const add = (kind: string, n: number): void => void (kept[kind] = (kept[kind] ?? 0) + n);
  const methodOf = (holder: object, name: string): ((...args: readonly unknown[]) => unknown) => Reflect.get(holder, name);
  const replace = (holder: object, name: string, value: (this: unknown, ...args: unknown[]) => unknown): void => void Object.defineProperty(holder, name, { value });

  for (const target of [window, document, MediaQueryList.prototype]) {
    const has = new Map<unknown, Set<unknown>>();
    const [listen, ignore] = [methodOf(target, "addEventListener"), methodOf(target, "removeEventListener")];
    replace(target, "addEventListener", function (type, listener, options) {
      const all = has.get(type) ?? new Set();
      has.set(type, all);
      if (!all.has(listener)) add("listeners", 1);
      all.add(listener);
      const signal: unknown = typeof options === "object" && options !== null ? Reflect.get(options, "signal") : null;
      if (signal instanceof AbortSignal) signal.addEventListener("abort", () => all.delete(listener) && add("listeners", -1));
      return Reflect.apply(listen, this, [type, listener, options]);
    });
    replace(target, "removeEventListener", function (type, listener, options) {
      if (has.get(type)?.delete(listener)) add("listeners", -1);
      return Reflect.apply(ignore, this, [type, listener, options]);
    });
  }
  for (const { prototype } of [MutationObserver, IntersectionObserver, ResizeObserver]) {
    const [observe, disconnect] = [methodOf(prototype, "observe"), methodOf(prototype, "disconnect")];
    const busy = new Set<unknown>();
    replace(prototype, "observe", function (...args) {
      if (!busy.has(this)) add("observers", 1);
      busy.add(this);
      return Reflect.apply(observe, this, args);
    });
    replace(prototype, "disconnect", function () {
      if (busy.delete(this)) add("observers", -1);
      return Reflect.apply(disconnect, this, []);
    });
  }
  const waiting = new Set<unknown>();
  const [later, never] = [methodOf(window, "setTimeout"), methodOf(window, "clearTimeout")];
  replace(window, "setTimeout", function (act, ms, ...rest) {
    const id = Reflect.apply(later, window, [() => {
      if (waiting.delete(id)) add("timers", -1);
      if (typeof act === "function") Reflect.apply(act, window, rest);
    }, ms]);
    waiting.add(id);
    add("timers", 1);
    return id;
  });
  replace(window, "clearTimeout", function (id) {
    if (waiting.delete(id)) add("timers", -1);
    return Reflect.apply(never, window, [id]);
  });
}

const HTML = '<div id="place"></div><div id="other"></div>';
async function open(): ReturnType<typeof openHostPage> {
  const address = host.page(HTML);
  const opened = await openHostPage(browser, address);
  await opened.page.addInitScript(countKept);
  await opened.page.goto(address);
  return opened;
}

/** Puts an element into the page and waits for its picture. */
const mount = (page: Page, attributes: Readonly<Record<string, string>> = {}): Promise<void> => page.evaluate((more) => new Promise<void>((done) => {
  const a = Object.assign(document.createElement("career-timeline"), { id: "a", src: "/career.json", at: "payment-interface", ...more });
  a.append("Inside");
  a.addEventListener("career-ready", () => done(), { once: true });
  document.querySelector("#place")?.append(a);
}), attributes);
const kept = (page: Page): Promise<Record<string, number>> => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => queueMicrotask(() => done({ ...window.kept }))))));

describe("nothing is left", () => {
  it.each<readonly [string, () => void]>([
    ["destroy", () => document.querySelector("career-timeline")?.destroy()],
    ["taking it out", () => document.querySelector("#a")?.remove()],
  ])("after %s", async (_, end) => {
    const { page, problems, close } = await open();
    const before = await kept(page);
    await mount(page, { link: "me" });
    const during = await kept(page);
    expect(during["listeners"]).toBeGreaterThan(before["listeners"] ?? 0);
    expect(during["observers"]).toBeGreaterThan(before["observers"] ?? 0);
    await page.evaluate(() => Object.assign(window, { element: document.querySelector("#a") }));
    await page.evaluate(end);
    // Timers of the last drawing run out by themselves.
    await expect.poll(() => kept(page)).toEqual(before);
    const left = await page.evaluate("({ nodes: [...element.shadowRoot.childNodes].map(({ nodeName }) => nodeName), hidden: element.shadowRoot.querySelector('slot').hidden, filters: element.filters })");
    expect(left).toEqual({ nodes: ["SLOT"], hidden: false, filters: null });
    expect(problems).toEqual([]);
    await close();
  });

  it("after a life that ends while it waits, while it loads, or before it is drawn", async () => {
    const { page, problems, close } = await open();
    const before = await kept(page);
    for (const src of ["/silent.json", "/career.json"]) {
      await page.evaluate((address) => {
        const a = Object.assign(document.createElement("career-timeline"), { src: address });
        const place = document.querySelector("#place");
        place?.append(a);
        setTimeout(() => a.remove(), 60);
        const far = Object.assign(document.createElement("career-timeline"), { src: address, style: "margin-top: 9000px" });
        place?.append(far);
        requestAnimationFrame(() => far.remove());
      }, src);
      await expect.poll(() => page.locator("career-timeline").count()).toBe(0);
    }
    await expect.poll(() => kept(page)).toEqual(before);
    expect(await page.evaluate(() => window.elementSeen.events.filter(({ type }) => type !== "career-ready"))).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it("in memory: 50 times there and gone", async () => {
    const { page, close } = await openHostPage(browser, host.page(HTML));
    const session = await page.context().newCDPSession(page);
    const measure = async (): Promise<{ readonly bytes: number; readonly counts: readonly number[] }> => {
      for (let i = 0; i < 3; i += 1) await session.send("HeapProfiler.collectGarbage");
      const { usedSize } = await session.send("Runtime.getHeapUsage");
      const { nodes, jsEventListeners, documents } = await session.send("Memory.getDOMCounters");
      return { bytes: usedSize, counts: [nodes, jsEventListeners, documents] };
    };
    const once = async (): Promise<void> => {
      await mount(page);
      await page.evaluate(() => document.querySelector("#a")?.remove());
    };
    /** When the last one's timers have run out, too: twice the same. */
    const settled = async (): ReturnType<typeof measure> => {
      let [now, before] = [await measure(), ""];
      await expect.poll(async () => {
        [before, now] = [now.counts.join(), await measure()];
        return now.counts.join() === before;
      }, { interval: 300 }).toBe(true);
      return now;
    };
    // What is made once for all elements is made, compiled code included.
    for (let i = 0; i < 10; i += 1) await once();
    const before = await settled();
    for (let i = 0; i < 50; i += 1) await once();
    const after = await settled();
    expect(after.bytes - before.bytes).toBeLessThanOrEqual(1_000_000);
    expect(after.counts).toEqual(before.counts);
    await close();
  });
});

describe("an element that is", () => {
  const details = (page: Page): Promise<number> => page.locator("#a").getByRole("complementary").count();
  const press = (page: Page): Promise<void> => page.locator("#a").getByRole("toolbar", { name: "Fields" }).getByRole("button", { name: /^Payments/ }).click();
  const pressed = (page: Page): Promise<string | null> => page.locator("#a").getByRole("toolbar", { name: "Fields" }).getByRole("button", { name: /^Payments/ }).getAttribute("aria-pressed");

  it("moved keeps its state and is not drawn anew", async () => {
    const { page, close } = await open();
    await mount(page);
    await press(page);
    const asked = host.requests.length;
    const same = await page.evaluate(() => {
      const a = document.querySelector("#a");
      const arc = a?.shadowRoot?.querySelector("svg[role=group]");
      document.querySelector("#other")?.append(a ?? "");
      return new Promise((done) => setTimeout(() => done(arc?.isConnected === true && arc === a?.shadowRoot?.querySelector("svg[role=group]")), 100));
    });
    expect(same).toBe(true);
    expect(await pressed(page)).toBe("true");
    expect(host.requests.length).toBe(asked);
    await close();
  });

  it("taken out and put back later goes on where it left off; told anew, it does as told", async () => {
    const { page, close } = await open();
    await mount(page);
    await press(page);
    await page.evaluate(() => {
      const a = document.querySelector("#a");
      a?.remove();
      return new Promise<void>((done) => setTimeout(() => {
        document.querySelector("#other")?.append(a ?? "");
        done();
      }, 50));
    });
    await drawn(page, 2);
    expect([await pressed(page), await details(page)]).toEqual(["true", 1]);
    await page.evaluate(() => {
      const a = document.querySelector("#a");
      a?.remove();
      return new Promise<void>((done) => setTimeout(() => {
        a?.removeAttribute("at");
        document.querySelector("#place")?.append(a ?? "");
        done();
      }, 50));
    });
    await drawn(page, 3);
    expect(await details(page)).toBe(0);
    await close();
  });

  it("destroyed begins anew where it is put in again", async () => {
    const { page, close } = await open();
    await mount(page);
    await press(page);
    await page.evaluate("(() => { const a = document.querySelector('#a'); a.destroy(); a.destroy(); a.select('x'); a.setAttribute('domain', 'scaling'); a.remove(); })()");
    expect(await page.locator("#a").count()).toBe(0);
    await mount(page);
    expect([await pressed(page), await details(page)]).toEqual(["false", 1]);
    await close();
  });
});
