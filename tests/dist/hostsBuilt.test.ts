import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { differences, drawn, hostStyles, openHostPage, stirred, wheelOver, WIDGET, type OpenedPage } from "../support/hostLook.js";
import { buildHost, installHost, startNext, type RunningHost } from "../support/hosts.js";
import { packPackage, type Packed } from "../support/packed.js";
import { pixelDifference } from "../support/pixels.js";
import { hostSite } from "../support/staticHost.js";

/* Projects of strangers, each with its own dependencies, built by its own tool with the packed package among them. */

interface BuiltHost {
  /** Of the page that has the widget, and of the same one without it; from the host's address. */
  readonly having: string;
  readonly without: string;
  readonly start: (tarball: string) => Promise<RunningHost>;
}

/** Served as files, as any host of static sites does. */
const files = (name: string, result: string, of = name) => async (tarball: string): Promise<RunningHost> => {
  const { address, close } = await hostSite(await buildHost(await installHost(name, tarball, of), result));
  return { address, close: async () => close() };
};

/** The one that takes longest first. */
const HOSTS: Readonly<Record<"next" | "astro" | "eleventy" | "react19" | "react18", BuiltHost>> = {
  next: {
    having: "career",
    without: "",
    start: async (tarball) => {
      const folder = await installHost("next", tarball);
      await buildHost(folder, ".next");
      return startNext(folder);
    },
  },
  astro: { having: "career/", without: "", start: files("astro", "dist") },
  eleventy: { having: "career/", without: "", start: files("eleventy", "_site") },
  react19: { having: "", without: "?without", start: files("vite-react-19", "dist", "vite-react") },
  react18: { having: "", without: "?without", start: files("vite-react-18", "dist", "vite-react") },
};
type Name = keyof typeof HOSTS;
const NAMES = Object.keys(HOSTS) as readonly Name[];

let browser: Browser;
let packed: Packed;
/** Each is there, or says in one sentence why it is not, to the tests that are about it. */
const running = new Map<Name, RunningHost | Error>();

beforeAll(async () => {
  [browser, packed] = await Promise.all([launchBrowser(), packPackage()]);
  const queue = [...NAMES];
  const work = async (): Promise<void> => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) running.set(name, await HOSTS[name].start(packed.tarball).catch((error: Error) => error));
  };
  // Two at a time: as many as the smallest machine has cores.
  await Promise.all([work(), work()]);
}, 600_000);

afterAll(async () => {
  await browser?.close();
  for (const host of running.values()) if (!(host instanceof Error)) await host.close();
  await packed?.remove();
});

const address = (name: Name, path: string): string => {
  const host = running.get(name);
  if (!host || host instanceof Error) throw host ?? new Error(`${name} was not started`);
  return host.address + path;
};
const open = (name: Name, path: string, options?: Parameters<typeof openHostPage>[2]): Promise<OpenedPage> => openHostPage(browser, address(name, path), options);
const widgets = (page: Page): Promise<number> => page.locator(".career-timeline").count();

/** The element in Eleventy's page, which is plain HTML without a style of its own. */
let plain: Promise<Buffer> | null = null;
const seenPlain = (): Promise<Buffer> => (plain ??= open("eleventy", HOSTS.eleventy.having).then(async ({ page, close }) => {
  await drawn(page, 1);
  const picture = await page.locator(WIDGET).screenshot();
  await close();
  return picture;
}));

describe.each(NAMES)("a page built with %s", (name) => {
  it("shows the widget as any other does, stays as it was, and has nothing to complain of", async () => {
    const without = await open(name, HOSTS[name].without);
    const before = await hostStyles(without.page);
    expect(before.length).toBeGreaterThan(10);
    expect(await without.problems()).toEqual([]);
    await without.close();

    const { page, problems, close } = await open(name, HOSTS[name].having);
    await drawn(page, 1);
    expect(differences(before, await hostStyles(page))).toEqual([]);
    expect(await stirred(page)).toEqual([]);
    const picture = await page.locator(WIDGET).screenshot();
    const blank = await browser.newPage();
    expect(await pixelDifference(blank, picture, await seenPlain())).toBeLessThanOrEqual(0.005);
    await blank.close();
    expect(await wheelOver(page, WIDGET)).toBe(120);
    await page.locator(WIDGET).getByRole("button", { name: /^Payments \d/ }).click();
    await page.locator(WIDGET).locator("[aria-pressed=true]").waitFor();
    expect(await page.evaluate(() => history.length === window.hostSeen.history)).toBe(true);
    expect(await problems()).toEqual([]);
    await close();
  });
});

describe("Next's server", () => {
  it("sends the whole still picture and every fact, to be read without a script", async () => {
    const career = JSON.parse(await readFile("data/career.json", "utf8")) as { readonly roles: readonly { readonly achievements: readonly { readonly title: string }[] }[] };
    const titles = career.roles.flatMap(({ achievements }) => achievements.map(({ title }) => title));
    expect(titles).toHaveLength(9);
    const { page, close } = await open("next", "career", { script: false });
    const text = await page.locator("#place").textContent();
    expect(titles.filter((title) => !text?.includes(title))).toEqual([]);
    const arcs = page.locator("#place svg[role=group]:visible");
    expect(await arcs.count()).toBe(1);
    expect(await arcs.getByRole("link").count()).toBeGreaterThanOrEqual(titles.length);
    expect((await arcs.boundingBox())?.width).toBeGreaterThan(600);
    await close();
  });

  it("gives a page that comes and goes without being loaded anew", async () => {
    const { page, problems, close } = await open("next", "");
    await page.evaluate(() => Object.assign(window, { kept: true }));
    for (let times = 0; times < 2; times++) {
      await page.getByRole("link", { name: "Career" }).click();
      await drawn(page, 1);
      await page.getByRole("link", { name: "Home" }).click();
      await expect.poll(() => widgets(page)).toBe(0);
    }
    expect(await page.evaluate(() => "kept" in window)).toBe(true);
    expect(await problems()).toEqual([]);
    await close();
  });
});

describe("Astro's ClientRouter", () => {
  it("leads away and back: the widget is mounted once, and nothing of it is left behind", async () => {
    const { page, problems, close } = await open("astro", "");
    await page.evaluate(() => Object.assign(window, { kept: true }));
    // The router's own, an announcement and what it fetches ahead, is not counted.
    const traces = (): Promise<unknown> => page.evaluate(() => [document.body.querySelectorAll("*:not(.astro-route-announcer)").length, document.head.querySelectorAll("style, link:not([rel=prefetch])").length, document.adoptedStyleSheets.length, "kept" in window]);
    const before = await traces();
    for (let times = 1; times <= 3; times++) {
      await page.getByRole("link", { name: "Career" }).click();
      await drawn(page, 1);
      expect(await page.evaluate(() => [document.querySelectorAll("career-timeline").length, window.hostSeen.ready])).toEqual([1, times]);
      await page.goBack();
      await expect.poll(() => widgets(page)).toBe(0);
      expect(await traces()).toEqual(before);
    }
    await page.goForward();
    await drawn(page, 1);
    expect(await problems()).toEqual([]);
    await close();
  });
});

describe.each(["react19", "react18"] as const)("%s", (name) => {
  it("mounts and unmounts fifty times and keeps at most 1 MB", async () => {
    const { page, context, problems, close } = await open(name, HOSTS[name].without);
    const session = await context.newCDPSession(page);
    // All of it in one go: each call from outside leaves a few kB of its own in the page.
    const times = (count: number): Promise<void> => page.evaluate(async (wanted) => {
      const until = async (there: () => boolean): Promise<void> => {
        while (!there()) await new Promise(requestAnimationFrame);
      };
      for (let i = 0; i < wanted; i++) {
        dispatchEvent(new CustomEvent("host-show", { detail: true }));
        await until(() => document.querySelector(".career-timeline[data-live]") !== null && document.querySelectorAll(".career-timeline svg[role=group]").length === 1);
        dispatchEvent(new CustomEvent("host-show", { detail: false }));
        await until(() => document.querySelector(".career-timeline") === null);
      }
    }, count);
    const heap = async (): Promise<number> => {
      await session.send("HeapProfiler.collectGarbage");
      return (await session.send("Runtime.getHeapUsage")).usedSize;
    };
    // What is made once and kept, and what the compiler learns, comes with the first few.
    await times(5);
    const before = await heap();
    await times(50);
    expect((await heap()) - before).toBeLessThanOrEqual(1_000_000);
    expect(await page.evaluate(() => [document.querySelectorAll("#place *").length, document.adoptedStyleSheets.length])).toEqual([0, 0]);
    expect(await problems()).toEqual([]);
    await close();
  });
});
