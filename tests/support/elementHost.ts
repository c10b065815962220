import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { WAIT_MS } from "./patience.js";
import { ROOT } from "./sourceTree.js";

/*
 * A stranger's page with the element in it: a server of its own, pages as the test writes them, and every file the element
 * may ask for, good and bad.
 */

export const ELEMENT_FILE = join(ROOT, "dist/element/career-timeline.js");

/** The strictest policy that a host may have; no style, not even its own, no inline script, no policy for trusted types. */
export const STRICT_POLICY = "default-src 'none'; script-src 'self'; img-src data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}
type Route = Answer | ((response: ServerResponse) => void);

export interface ElementHost {
  readonly origin: string;
  /** Every path asked for, in order. */
  readonly requests: string[];
  /** A file that the test only has. */
  readonly serve: (path: string, route: Route) => void;
  /** A page with this body. @returns its address */
  readonly page: (body: string, options?: PageOptions) => string;
  readonly close: () => Promise<void>;
}

export interface PageOptions {
  readonly head?: string;
  /** Of the `html` element. */
  readonly html?: string;
  readonly policy?: string;
  /** Without it the script is not there, as where it is blocked. */
  readonly script?: boolean;
}

export async function openElementHost(): Promise<ElementHost> {
  const script = await readFile(ELEMENT_FILE);
  const career = await readFile(join(ROOT, "data/career.json"), "utf8");
  const requests: string[] = [];
  const json = { "Content-Type": "application/json" };
  const routes = new Map<string, Route>([
    ["/career-timeline.js", { headers: { "Content-Type": "text/javascript" }, body: script }],
    ["/career.json", { headers: json, body: career }],
    ["/nurse.json", { headers: json, body: await readFile(join(ROOT, "data/samples/nurse.json"), "utf8") }],
    ["/plain.txt", { headers: { "Content-Type": "text/plain" }, body: career }],
    ["/career.png", { headers: { "Content-Type": "image/png" }, body: career }],
    ["/moved.json", { status: 302, headers: { Location: "/career.json" }, body: "" }],
    ["/page.json", { headers: { "Content-Type": "text/html" }, body: "<!doctype html><title>Not here</title>" }],
    ["/half.json", { headers: json, body: career.slice(0, 200) }],
    ["/bytes.json", { headers: json, body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }],
    ["/broken.json", { status: 500, headers: json, body: "{}" }],
    ["/wrong.json", { headers: json, body: career.replace('"start": "2018-03"', '"start": "Spring 2018"') }],
    ["/huge.json", { headers: json, body: `"${"x".repeat(6_000_000)}"` }],
    ["/silent.json", () => undefined],
    ["/stuck.json", (response) => void response.writeHead(200, json).write("{")],
  ]);
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? "/").replace(/\?.*$/, "");
    if (path !== "/favicon.ico") requests.push(path);
    const route = routes.get(path);
    if (typeof route === "function") return route(response);
    if (!route) return void response.writeHead(404, { "Content-Type": "text/plain" }).end("nothing here");
    response.writeHead(route.status ?? 200, { "Cache-Control": "no-store", ...route.headers }).end(route.body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  let pages = 0;
  return {
    origin,
    requests,
    serve: (path, route) => void routes.set(path, route),
    page: (body, { head = "", html = "", policy, script: scripted = true } = {}) => {
      const path = `/page-${pages++}`;
      const text = `<!doctype html><html lang="en" ${html}><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${head}${scripted ? '<script src="/career-timeline.js" defer></script>' : ""}</head><body>${body}</body></html>`;
      routes.set(path, { headers: { "Content-Type": "text/html; charset=utf-8", ...(policy === undefined ? {} : { "Content-Security-Policy": policy }) }, body: text });
      return origin + path;
    },
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    }),
  };
}

/** What the page's own script would note: events of the element, globals, violations. Filled before any of its scripts. */
declare global {
  interface Window {
    elementSeen: { events: { type: string; id: string; detail: unknown }[]; violations: string[]; errors: string[]; globals: string[] };
  }
}

export interface OpenedHost {
  readonly page: Page;
  /** Errors and warnings on the console, exceptions, requests to other hosts. */
  readonly problems: string[];
  readonly close: () => Promise<void>;
}

export async function openHostPage(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<OpenedHost> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, reducedMotion: "reduce", locale: "en-GB", ...options });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== new URL(address).origin) problems.push(`request to ${url.origin}`);
  });
  await page.addInitScript(() => {
    window.elementSeen = { events: [], violations: [], errors: [], globals: Object.getOwnPropertyNames(window) };
    for (const type of ["career-ready", "career-select", "career-filter", "career-error"]) {
      addEventListener(type, (event) => {
        const target = event.composedPath()[0];
        window.elementSeen.events.push({ type, id: target instanceof Element ? target.id : "", detail: event instanceof CustomEvent ? event.detail : null });
      });
    }
    addEventListener("error", (event) => window.elementSeen.errors.push(event.message));
    addEventListener("securitypolicyviolation", (event) => window.elementSeen.violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
  });
  await page.goto(address);
  return { page, problems, close: () => context.close() };
}

/** Until the elements have drawn, or said why not. */
export async function drawn(page: Page, count = 1): Promise<void> {
  await page.waitForFunction((wanted) => window.elementSeen.events.filter(({ type }) => type === "career-ready" || type === "career-error").length >= wanted, count);
}

/** Of one element, or all; without "career-ready". */
export const eventsOf = (page: Page, id?: string): Promise<readonly { readonly type: string; readonly detail: unknown }[]> =>
  page.evaluate((wanted) => window.elementSeen.events.filter((event) => event.type !== "career-ready" && (wanted === undefined || event.id === wanted)).map(({ type, detail }) => ({ type, detail })), id);
