import type { Browser, Page } from "playwright-core";
import type { Range } from "./plan.js";
import { filterFrames, walk } from "./probe.js";

interface TraceEvent {
  readonly name?: string;
  readonly ph?: string;
  readonly pid?: number;
  readonly tid?: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

/** A pass of its own, as tracing costs something itself. @returns ms of the longest task on a page's main thread while it is zoomed, panned and filtered */
export async function longestTask(browser: Browser, page: Page, { groups, ranges, limitMs }: { readonly groups: readonly string[]; readonly ranges: readonly Range[]; readonly limitMs: number }): Promise<number> {
  await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline", "toplevel"] });
  await page.evaluate(walk, { ranges, limitMs });
  await page.evaluate(filterFrames, { groups, limitMs });
  return longestIn(String(await browser.stopTracing()));
}

/** @param trace as the browser writes it: JSON with `traceEvents` */
export function longestIn(trace: string): number {
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const main = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(threadOf));
  const tasks = traceEvents.filter((event) => (event.name === "RunTask" || event.name === "ThreadControllerImpl::RunTask") && event.ph === "X" && main.has(threadOf(event)));
  if (tasks.length === 0) throw new Error("no task on a page's main thread in the trace");
  return tasks.reduce((longest, { dur = 0 }) => Math.max(longest, dur), 0) / 1000;
}
