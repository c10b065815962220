import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { differences, drawn, FRAME, hostStyles, openHostPage, stirred, wheelOver, WIDGET } from "../support/hostLook.js";
import { fetchStyles, installPackage, type InstalledPackage } from "../support/hosts.js";
import { pixelDifference } from "../support/pixels.js";
import { hostSite, type StaticHost } from "../support/staticHost.js";

/*
 * Pages without a build, each with the element and a sandboxed frame. The element's file is the packed package's; the
 * frame is from a site on another origin, which the packed command line has built.
 */

/** The strictest policy there is, but for the frame. `SITE` stands for the frame's origin. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src SITE; require-trusted-types-for 'script'; trusted-types 'none'";

/** What stands in a page; `SITE` is the site's address, ending in "/", `FROM` where the scripts are from. */
const ELEMENT = '<career-timeline src="FROMcareer.json" page="SITE" as-of="2026-11-22"><a href="SITE">My career</a></career-timeline>';
const IFRAME = '<iframe data-career-timeline title="Career" sandbox="allow-scripts" src="SITEembed/index.html"></iframe>';
const SCRIPTS = '<script src="FROMembed/career-timeline.js" async></script><script src="FROMembed/host.js" async></script>';
const PLACES = `<div id="place">${ELEMENT}</div><div id="frame-place">${IFRAME}</div>`;

/** Things of the host's own, some under names that are ours, too. */
const OWN = `<main id="host">
  <h1>My portfolio</h1><h2 class="timeline">Work</h2><p>Words, a <a href="#x">link</a>, <code>code</code>, <mark>mark</mark> and <small>small print</small>.</p>
  <ul class="list"><li class="chip">One</li></ul><ol><li>Two</li></ol><blockquote><p>Said</p></blockquote>
  <label class="label">Name <input id="field"></label><button class="bar">Press</button><select><option>1</option></select><textarea rows="1"></textarea>
  <table class="table"><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>
  <figure><svg class="arc" width="20" height="20"><path class="edge" d="M0 0h20v20z"/><text y="9">t</text></svg><figcaption>Figure</figcaption></figure>
  <details class="career"><summary>More</summary>text</details><hr>
</main>`;

interface HostPage {
  readonly css?: () => Promise<string>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The page's body round what is the same everywhere. */
  readonly body?: (own: string, places: string) => string;
  /** Scripts and career come from the site, not from the page's own origin. */
  readonly foreign?: boolean;
}

let styles: string;
const published = (...files: readonly string[]) => async (): Promise<string> => (await Promise.all(files.map((file) => readFile(join(styles, file), "utf8")))).join("\n");

const HOSTS: Readonly<Record<string, HostPage>> = {
  plain: {},
  "another origin than the widget's": { foreign: true },
  "the strictest policy, with trusted types": { headers: { "Content-Security-Policy": POLICY } },
  "a sandbox without an origin": { headers: { "Content-Security-Policy": "sandbox allow-scripts" }, foreign: true },
  "Tailwind 4": { css: compileTailwind, body: (own, places) => `<div class="prose mx-auto p-4 text-lg leading-loose tracking-wide">${own}${places}</div>` },
  "Bootstrap 5": { css: published("bootstrap/dist/css/bootstrap.min.css"), body: (own, places) => `<div class="container text-center fs-4 lh-lg">${own}<div class="row"><div class="col-12 figure">${places}</div></div></div>` },
  "WordPress's block styles": {
    css: published(...["common", "elements", "style", "theme"].map((name) => `@wordpress/block-library/build-style/${name}.css`)),
    body: (own, places) => `<div class="wp-site-blocks"><div class="entry-content wp-block-post-content is-layout-constrained has-global-padding has-large-font-size">${own}<div class="wp-block-group alignfull has-background">${places}</div></div></div>`,
  },
  "a sheet that unsets everything with force": { css: async () => "* { all: unset !important } head, script, style { display: none !important } #host { display: block !important }" },
  "a root size of 62.5%": { css: async () => "html { font-size: 62.5% } body { font-size: 1.8rem; line-height: 2; color: #246; letter-spacing: .05em }" },
};

/** Utilities and preflight as Tailwind itself compiles them. */
async function compileTailwind(): Promise<string> {
  const place = join(styles, "tailwindcss");
  const tailwind = (await import(pathToFileURL(join(place, "dist/lib.mjs")).href)) as {
    readonly compile: (css: string, options: object) => Promise<{ readonly build: (candidates: readonly string[]) => string }>;
  };
  const loadStylesheet = async (_id: string, base: string): Promise<object> => ({ path: join(place, "index.css"), base, content: await readFile(join(place, "index.css"), "utf8") });
  const { build } = await tailwind.compile('@import "tailwindcss";', { base: place, loadStylesheet });
  return build(["mx-auto", "p-4", "text-lg", "leading-loose", "tracking-wide"]);
}

let browser: Browser;
let installed: InstalledPackage;
let site: StaticHost;
let server: Server;
let origin: string;
/** The pages of the host's origin, by path. */
const files = new Map<string, { readonly headers: Readonly<Record<string, string>>; readonly body: string }>();

beforeAll(async () => {
  [browser, styles, installed] = await Promise.all([launchBrowser(), fetchStyles(), installPackage()]);
  site = await hostSite(await installed.buildSite());
  const script = { "Content-Type": "text/javascript" };
  for (const [folder, name] of [["element", "career-timeline.js"], ["embed", "host.js"]] as const) files.set(`/embed/${name}`, { headers: script, body: await readFile(join(installed.place, "dist", folder, name), "utf8") });
  files.set("/career.json", { headers: { "Content-Type": "application/json" }, body: await readFile("data/career.json", "utf8") });
  const base = await readFile("tests/hosts/static/host.css", "utf8");
  server = createServer((request, response) => {
    const file = files.get((request.url ?? "").replace(/\?.*/, ""));
    response.writeHead(file ? 200 : 404, { "Content-Type": "text/html; charset=utf-8", ...file?.headers }).end(file?.body);
  });
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  const address = server.address();
  origin = `http://localhost:${typeof address === "object" && address ? address.port : 0}/`;
  for (const [name, { css, ...host }] of Object.entries(HOSTS)) addPage(name, { ...host, css: `${base}${(await css?.()) ?? ""}` });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  site?.close();
  server?.closeAllConnections();
  server?.close();
  await installed?.remove();
});

const pathOf = (name: string): string => name.replace(/\W+/g, "-");

/** Serves a host twice: with the widgets, and under "without-" as it was before they came. */
function addPage(name: string, { css, headers = {}, body = (own, places) => own + places, foreign = false }: Omit<HostPage, "css"> & { readonly css: string }, places = PLACES + SCRIPTS): string {
  const path = pathOf(name);
  const fill = (text: string): string => text.replaceAll("FROM", foreign ? site.address : "/").replaceAll("SITE", site.address);
  const sent = Object.fromEntries(Object.entries(headers).map(([header, value]) => [header, value.replaceAll("SITE", new URL(site.address).origin)]));
  const page = (inside: string): string => fill(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/${path}.css"></head><body>${body(OWN, inside)}<div id="tail"></div></body></html>`);
  files.set(`/${path}.css`, { headers: { "Content-Type": "text/css", "Access-Control-Allow-Origin": "*" }, body: css });
  files.set(`/${path}`, { headers: sent, body: page(places) });
  files.set(`/without-${path}`, { headers: sent, body: page("") });
  return origin + path;
}

interface Seen {
  readonly element: Buffer;
  readonly frame: Buffer;
}
let plain: Promise<Seen> | null = null;
const seenPlain = (): Promise<Seen> => (plain ??= openHostPage(browser, origin + pathOf("plain")).then(async ({ page, close }) => {
  await drawn(page, 1, 1);
  const seen = { element: await page.locator(WIDGET).screenshot(), frame: await page.locator(FRAME).screenshot() };
  await close();
  return seen;
}));

describe.each(Object.keys(HOSTS))("a page with %s", (name) => {
  it("shows the widget as any other does, stays as it was, and has nothing to complain of", async () => {
    const without = await openHostPage(browser, `${origin}without-${pathOf(name)}`);
    const before = await hostStyles(without.page);
    expect(before.length).toBeGreaterThan(35);
    expect(await without.problems()).toEqual([]);
    await without.close();

    const { page, problems, close } = await openHostPage(browser, origin + pathOf(name));
    await drawn(page, 1, 1);
    expect(differences(before, await hostStyles(page))).toEqual([]);
    expect(await stirred(page)).toEqual([]);
    const seen: Seen = { element: await page.locator(WIDGET).screenshot(), frame: await page.locator(FRAME).screenshot() };
    for (const part of ["element", "frame"] as const) expect(await difference(seen[part], (await seenPlain())[part]), part).toBeLessThanOrEqual(0.005);
    expect([await wheelOver(page, WIDGET), await wheelOver(page, FRAME)]).toEqual([120, 120]);
    expect(await problems()).toEqual([]);
    await close();
  });
});

describe("a tab that is not open", () => {
  it("holds the widget until it is opened, then shows it as any other place does", async () => {
    const { css } = HOSTS["Bootstrap 5"] ?? {};
    const pane = `<div class="tab-content"><div class="tab-pane">${PLACES}</div></div>${SCRIPTS}`;
    const address = addPage("a tab", { css: `${await readFile("tests/hosts/static/host.css", "utf8")}${(await css?.()) ?? ""}` }, pane);
    const { page, problems, close } = await openHostPage(browser, address);
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => document.querySelector("career-timeline")?.shadowRoot?.querySelectorAll("svg").length)).toBe(0);
    await page.locator(".tab-pane").evaluate((tab) => tab.classList.add("active"));
    await drawn(page, 1, 1);
    expect(await stirred(page)).toEqual([]);
    expect(await difference(await page.locator(WIDGET).screenshot(), (await seenPlain()).element)).toBeLessThanOrEqual(0.005);
    expect(await difference(await page.locator(FRAME).screenshot(), (await seenPlain()).frame)).toBeLessThanOrEqual(0.005);
    expect(await problems()).toEqual([]);
    await close();
  });
});

describe("five of them on one page, elements and frames, with each script twice", () => {
  it("share nothing but the page, and leave it", async () => {
    const places = `<div id="place">${ELEMENT.repeat(3)}</div><div id="frame-place">${IFRAME.repeat(2)}</div>${SCRIPTS}${SCRIPTS}`;
    const address = addPage("five", { css: await readFile("tests/hosts/static/host.css", "utf8"), headers: HOSTS["the strictest policy, with trusted types"]?.headers ?? {} }, places);
    const { page, problems, close } = await openHostPage(browser, address);
    await page.setViewportSize({ width: 1600, height: 2500 });
    await drawn(page, 3, 2);
    expect(await stirred(page)).toEqual([]);
    const ids = await page.evaluate(() => [...document.querySelectorAll("career-timeline")].flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll("[id]") ?? [])].map(({ id }) => id)));
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
    const pressed = async (): Promise<readonly number[]> => {
      const elements = await Promise.all([0, 1, 2].map((i) => page.locator("career-timeline").nth(i).locator("[aria-pressed=true]").count()));
      return [...elements, ...(await Promise.all([0, 1].map((i) => page.frameLocator("iframe").nth(i).locator("[aria-pressed=true]").count())))];
    };
    await page.locator("career-timeline").nth(1).getByRole("button", { name: /^Payments \d/ }).click();
    await expect.poll(pressed).toEqual([0, 1, 0, 0, 0]);
    await page.frameLocator("iframe").nth(1).getByRole("button", { name: /^Scaling \d/ }).click();
    await expect.poll(pressed).toEqual([0, 1, 0, 0, 1]);
    // Each of the three spoke once, though the script came twice.
    expect(await page.evaluate(() => window.hostSeen.ready)).toBe(3);
    expect(await problems()).toEqual([]);
    await page.evaluate(() => document.querySelectorAll("career-timeline, iframe").forEach((each) => each.remove()));
    expect(await page.evaluate(() => [document.adoptedStyleSheets.length, document.head.querySelectorAll("style").length, document.body.children.length])).toEqual([0, 0, 8]);
    await close();
  });
});

it("what the checks look at would be noticed", async () => {
  const { page, problems, close } = await openHostPage(browser, origin + pathOf("plain"));
  await drawn(page, 1, 1);
  const before = await hostStyles(page);
  await page.evaluate(() => {
    document.querySelector("career-timeline")?.shadowRoot?.querySelector("svg[role=group]")?.setAttribute("opacity", "0.8");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("#host mark { letter-spacing: 1px }");
    document.adoptedStyleSheets.push(sheet);
    history.pushState(null, "", "#pushed");
    document.querySelector<HTMLElement>("#host button")?.focus();
    scrollTo(0, 50);
    Object.assign(window, { careerTimeline: 1 });
    console.error("planted");
    document.querySelector("career-timeline")?.addEventListener("wheel", (event) => event.preventDefault());
  });
  expect(await difference(await page.locator(WIDGET).screenshot(), (await seenPlain()).element)).toBeGreaterThan(0.05);
  expect(differences(before, await hostStyles(page))).toContainEqual(expect.stringContaining("MARK: letter-spacing: 1px"));
  expect(await stirred(page)).toEqual([expect.stringMatching(/^history/), "focus: on BUTTON", "scroll: at 50", "global: careerTimeline"]);
  expect(await wheelOver(page, WIDGET)).toBe(0);
  expect(await problems()).toEqual(["console error: planted"]);
  await close();
});

async function difference(one: Buffer, other: Buffer): Promise<number> {
  const page = await browser.newPage();
  const share = await pixelDifference(page, one, other);
  await page.close();
  return share;
}
