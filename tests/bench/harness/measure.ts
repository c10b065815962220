import { join } from "node:path";
import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import { type Cell, panSteps, type Range, zoomSteps } from "./plan.js";
import { longestTask } from "./longestTask.js";
import { countNodes, filterFrames, prepare, render, walk } from "./probe.js";
import type { Measure, Sample } from "./results.js";

const VIEWPORT = { width: 1280, height: 800 };
/** Of events: where the longest task is looked for, and only with a slowed processor. */
const INTERACTION_SIZE = 1000;

export interface MeasureOptions {
  /** For one page, all in all. */
  readonly totalMs: number;
  /** After this a walk of steps stops early; what it did so far counts. */
  readonly phaseMs: number;
  /** A folder for a picture of everything and one zoomed in, so that a reader sees what was measured; null for none. */
  readonly pictures: string | null;
}

/** After the steps: what a page puts off until it rests is its work, too. */
const REST_MS = 600;

class TimedOut extends Error {}

/**
 * One cell in a fresh page of a fresh context: nothing is cached, nothing is warm.
 *
 * @param address of the served benchmark, ending in "/"
 * @returns what was measured until the limit; the caller throws the browser away where `stopped` is set
 */
export async function measureCell(browser: Browser, address: string, { subject, size, throttle }: Cell, { totalMs, phaseMs, pictures }: MeasureOptions): Promise<Sample> {
  const values: Partial<Record<Measure, number>> = {};
  const deadline = Date.now() + totalMs;
  let phase = "loading";
  let notes: string | null = null;
  const within = async <Value>(name: string, work: Promise<Value>): Promise<Value> => {
    phase = name;
    return before(deadline, work);
  };

  const errors: string[] = [];
  const { context, page } = await freshPage(browser);
  page.on("pageerror", ({ message }) => errors.push(message.split("\n")[0] ?? ""));
  try {
    const session = await context.newCDPSession(page);
    const everything = await browser.newBrowserCDPSession();
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    if (throttle > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });

    await within("loading", page.goto(`${address}${subject}/bench.html`));
    const { readyMs, notes: said } = await within("loading", page.evaluate(prepare, `${address}careers/${size}.json`));
    notes = said;
    await within("loading", session.send("HeapProfiler.collectGarbage"));
    const { renderMs, t0, t1, groups } = await within("the first picture", page.evaluate(render));
    values.complete = readyMs + renderMs;
    let nodes = await within("the first picture", page.evaluate(countNodes));

    const steps = async (name: string, work: Measure, frame: Measure, cpu: Measure, ranges: readonly Range[]): Promise<void> => {
      const start = { main: await mainThreadMs(session), all: await processorMs(everything) };
      const frames = await within(name, page.evaluate(walk, { ranges, limitMs: phaseMs }));
      await within(name, page.waitForTimeout(REST_MS));
      values[work] = (await mainThreadMs(session) - start.main) / frames.length;
      values[cpu] = (await processorMs(everything) - start.all) / frames.length;
      values[frame] = middleOf(frames);
      nodes = Math.max(nodes, await within(name, page.evaluate(countNodes)));
    };
    await steps("zoom", "zoomWork", "zoomFrame", "zoomCpu", zoomSteps(t0, t1));
    const [first, ...rest] = panSteps(t0, t1);
    if (first) await within("pan", page.evaluate(walk, { ranges: [first], limitMs: phaseMs }));
    await steps("pan", "panWork", "panFrame", "panCpu", rest);
    await within("zoom", page.evaluate(walk, { ranges: [{ from: t0, to: t1 }], limitMs: phaseMs }));
    values.filterFrame = middleOf(await within("filter", page.evaluate(filterFrames, { groups, limitMs: phaseMs })));
    values.nodes = nodes;

    await within("the heap", session.send("HeapProfiler.collectGarbage"));
    const { usedSize } = await within("the heap", session.send("Runtime.getHeapUsage"));
    values.heap = usedSize / 1e6;
    if (throttle > 1 && size === INTERACTION_SIZE) values.longestTask = await within("interactions under tracing", longestTask(browser, page, { groups, ranges: [...zoomSteps(t0, t1), ...panSteps(t0, t1)], limitMs: phaseMs }));
    const fault = errors[0] ?? null;
    if (pictures !== null) {
      const path = join(pictures, `${subject}-${size}`);
      await within("a picture", page.screenshot({ path: `${path}.png` }));
      await within("a picture", page.evaluate(walk, { ranges: zoomSteps(t0, t1).slice(6, 7), limitMs: phaseMs }));
      await within("a picture", page.screenshot({ path: `${path}-zoomed.png` }));
      await within("a picture", page.evaluate(filterFrames, { groups: groups.slice(0, 1), limitMs: 0 }));
      await within("a picture", page.screenshot({ path: `${path}-filtered.png` }));
    }
    await context.close();
    return { values, stopped: null, fault, notes };
  } catch (error) {
    const why = error instanceof TimedOut ? `${phase} did not finish in ${Math.round(totalMs / 1000)} s` : `${phase} failed: ${messageOf(error)}`;
    return { values, stopped: why, fault: errors[0] ?? null, notes };
  }
}

/** Notes when the page has assigned `__bench` and its `ready` has resolved; and tsx's helper for names is not in the page. */
const FIRST_SCRIPT = `
globalThis.__name ??= (value) => value;
Object.defineProperty(window, "__bench", {
  configurable: true,
  get: () => undefined,
  set: (page) => {
    Object.defineProperty(window, "__bench", { configurable: true, writable: true, value: page });
    Promise.resolve(page.ready).then(() => { window.__benchReadyMs = performance.now(); });
  },
});`;

/** A context of its own has a cache of its own. */
async function freshPage(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: 1, reducedMotion: "no-preference", timezoneId: "UTC", locale: "en" });
  await context.addInitScript({ content: FIRST_SCRIPT });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  return { context, page };
}

/** @throws TimedOut at `deadline`; the work itself goes on, in a page that nobody waits for any more */
async function before<Value>(deadline: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut()), Math.max(0, deadline - Date.now()));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Of the page's main thread since it began: scripts, style, layout, paint, compositing. Its own processor time, so that
 * what else the machine does is not counted; a slowed processor is, as it keeps the thread itself busy. Not the browser's
 * sum of tasks: what is drawn on a canvas outside of a frame's callback is rasterised when its task is over, and would be
 * counted for those pages only that draw in one.
 */
async function mainThreadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const time = metrics.find(({ name }) => name === "ThreadTime");
  if (!time) throw new Error("no ThreadTime among the browser's metrics");
  return time.value * 1000;
}

/** All threads of all of the browser's processes: also what paints off the main thread. */
async function processorMs(everything: CDPSession): Promise<number> {
  const { processInfo } = await everything.send("SystemInfo.getProcessInfo");
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
}

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message.split("\n")[0] ?? "" : String(error));
