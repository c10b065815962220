import { createServer } from "node:http";
import type { Browser, Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { listen } from "../../src/cli/commands/serve.js";
import { closeContext } from "./closing.js";
import { WAIT_MS } from "./patience.js";
import { siteFolder } from "./site.js";

/** Of a host that allows next to nothing; `FRAMES` stands for the origin that the frames come from. */
const POLICY = "default-src 'none'; script-src 'self' FRAMES; style-src 'self'; frame-src FRAMES; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

export interface HostOptions {
  /** What stands in the page's body. `EMBED` stands for the address of the frame's page, `HOST_SCRIPT` for the tag of the host script. */
  readonly body: string;
  readonly head?: string;
  /** The page's style sheet. */
  readonly css?: string;
  readonly query?: string;
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  readonly script?: boolean;
  /** Keeps the frames' script back, as a slow line does, so that the still picture is painted. */
  readonly slowScript?: boolean;
  /** Instead of the strict one. */
  readonly policy?: string;
  /** Runs in every document before anything else. */
  readonly prepare?: () => void;
  /** Waits for as many frames to be drawn; 1 if it is not said. */
  readonly frames?: number;
}

/** What a page was posted. */
export interface Said {
  readonly data: unknown;
  /** Of `document.querySelectorAll("iframe")`; -1 where it was none of them. */
  readonly from: number;
}

declare global {
  interface Window {
    /** Filled from before the document's own scripts. `mark` is a test's own: it is gone when the document is loaded anew. */
    seen: { said: Said[]; violations: string[]; errors: string[]; shifts: { at: number; value: number; what: string }[]; mark: number };
  }
}

export interface OpenedHost {
  readonly page: Page;
  /** The frames that hold a career, in the order of the page. */
  readonly frames: () => Promise<readonly Frame[]>;
  readonly frame: () => Promise<Frame>;
  /** Where the frame's page lies. */
  readonly embed: string;
  /** Errors, violations of either policy, failed requests, of the page and of all frames. */
  readonly problems: () => Promise<readonly string[]>;
  /** What the page was told by a frame, of one event or all. */
  readonly said: (event?: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly close: () => Promise<void>;
}

let site: Promise<string> | null = null;
const SLOW_MS = 300;
/** Another site than the host's, not only another port. */
const SITE_HOST = "127.0.0.1";

/** Opens a stranger's page, on an origin of its own and with a strict policy, with frames of the built site in it. */
export async function openHost(browser: Browser, options: HostOptions): Promise<OpenedHost> {
  site ??= siteFolder("career").then((folder) => listen(folder, 0, SITE_HOST));
  const embed = `${await site}embed/index.html`;
  const { origin } = new URL(embed);
  const fill = (text: string): string =>
    text.replaceAll("HOST_SCRIPT", `<script async src="${origin}/embed/host.js"></script>`).replaceAll("EMBED", embed).replaceAll("FRAMES", origin);
  const files = new Map([
    ["/", ["text/html; charset=utf-8", fill(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A stranger's page</title><link rel="stylesheet" href="/host.css">${options.head ?? ""}</head><body>${options.body}</body></html>`)]],
    ["/host.css", ["text/css", options.css ?? "body { margin: 0 } iframe { display: block; width: 100%; border: 0 }"]],
  ]);
  const server = createServer((request, response) => {
    const [type, text] = files.get((request.url ?? "").replace(/\?.*/, "")) ?? [];
    response.writeHead(type === undefined ? 404 : 200, { "Content-Type": type ?? "text/plain", "Content-Security-Policy": fill(options.policy ?? POLICY) }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const port = (server.address() as { readonly port: number }).port;

  const { width = 900, height = 700, colorScheme = "light", script = true } = options;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, javaScriptEnabled: script, reducedMotion: "reduce", locale: "en-GB" });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
  page.on("requestfailed", (request) => problems.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`));
  page.on("response", (response) => {
    if (response.status() >= 400 && !response.url().endsWith("/favicon.ico")) problems.push(`${response.status()}: ${response.url()}`);
  });
  await page.addInitScript(observe);
  if (options.prepare) await page.addInitScript(options.prepare);
  if (options.slowScript) await context.route("**/frame.js", async (route) => {
    await new Promise((then) => setTimeout(then, SLOW_MS));
    await route.continue();
  });
  await page.goto(`http://localhost:${port}/${options.query ?? ""}`);

  const frames = async (): Promise<readonly Frame[]> => {
    const found: Frame[] = [];
    for (const element of await page.locator("iframe").elementHandles()) {
      const frame = await element.contentFrame();
      if (frame?.url().startsWith(embed)) found.push(frame);
    }
    return found;
  };
  if (script) {
    const wanted = options.frames ?? 1;
    for (const frame of (await frames()).slice(0, wanted)) await drawn(frame);
  }
  return {
    page,
    frames,
    frame: async () => {
      const [first] = await frames();
      if (!first) throw new Error("no frame");
      return first;
    },
    embed,
    problems: async () => [...problems, ...(await Promise.all(page.frames().map((each) => each.evaluate(() => [...window.seen.violations, ...window.seen.errors])))).flat()],
    said: async (event) => {
      const all = (await page.evaluate(() => window.seen.said)).flatMap(({ data }) => (typeof data === "object" && data !== null ? [data as Readonly<Record<string, unknown>>] : []));
      return event === undefined ? all : all.filter((data) => data["event"] === event);
    },
    close: async () => {
      await closeContext(context);
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The script has taken the page in the frame over. One that is out of sight is not measured, so not drawn anew either. */
export async function drawn(frame: Frame): Promise<void> {
  await frame.waitForFunction(() => "live" in document.documentElement.dataset);
}

function observe(): void {
  const seen: Window["seen"] = { said: [], violations: [], errors: [], shifts: [], mark: 0 };
  window.seen = seen;
  addEventListener("securitypolicyviolation", (event) => seen.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
  addEventListener("error", (event) => seen.errors.push(event.message));
  addEventListener("message", ({ data, source }) => {
    seen.said.push({ data, from: [...document.querySelectorAll("iframe")].findIndex((frame) => frame.contentWindow === source) });
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean; sources?: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[] };
      if (shift.hadRecentInput) continue;
      const place = ({ x, y, width, height }: DOMRectReadOnly): string => [x, y, width, height].map(Math.round).join(" ");
      const what = (shift.sources ?? []).map(({ node, previousRect, currentRect }) => `${node?.nodeName ?? "?"} ${place(previousRect)} → ${place(currentRect)}`).join("; ");
      seen.shifts.push({ at: entry.startTime, value: shift.value, what });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

export interface Heights {
  /** Of the frame's inside, in its host. */
  readonly frame: number;
  /** Of all that is to be seen in it. */
  readonly content: number;
}

/** How tall a frame is, and how tall it should be. */
async function heightsOf(frame: Frame): Promise<Heights> {
  const element = await frame.frameElement();
  return {
    frame: await element.evaluate((each) => (each as HTMLElement).clientHeight),
    content: await frame.evaluate(() => {
      const root = document.getElementById("root");
      return Math.max(root?.getBoundingClientRect().height ?? 0, root?.scrollHeight ?? 0);
    }),
  };
}

/** Waits until a frame is as tall as its content: less than 1 px too tall, never too small. */
export async function fitted(frame: Frame): Promise<number> {
  let height = 0;
  await expect.poll(async () => {
    const { frame: own, content } = await heightsOf(frame);
    height = own;
    return own >= content && own - content < 1 ? "fits" : `${own} px for ${content} px`;
  }).toBe("fits");
  return height;
}
