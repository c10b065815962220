import type { BenchData } from "../contract.js";
import type { Range } from "./plan.js";

/*
 * What runs inside of the page. Each function is handed over as text, so it may use nothing from outside of itself but
 * its argument, the page's globals and what `prepare` left there.
 */

declare global {
  interface Window {
    /** Since navigation began; set by the script that runs before all others. */
    __benchReadyMs?: number;
    __probe: {
      data: BenchData | null;
      /** Resolves when the frame after this one has been painted. */
      painted(): Promise<void>;
    };
  }
}

/** Waits for the page's bundle and its `ready`, then fetches the career, which counts for nothing. */
export async function prepare(url: string): Promise<{ readyMs: number; notes: string | null }> {
  const page = window.__bench;
  if (!page) throw new Error("the bundle has run and has not assigned window.__bench");
  await page.ready;
  const readyMs = window.__benchReadyMs ?? performance.now();
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.addEventListener("message", () => waiting.shift()?.());
  channel.port1.start();
  window.__probe = {
    data: await (await fetch(url)).json(),
    // A message that is sent in a frame's callback is delivered after that frame was painted.
    painted: () => new Promise((resolve) => requestAnimationFrame(() => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    })),
  };
  return { readyMs, notes: page.notes ?? null };
}

/** Draws it, and lets two frames pass. */
export async function render(): Promise<{ renderMs: number; t0: number; t1: number; groups: readonly string[] }> {
  const { __bench: page, __probe: probe } = window;
  const { data } = probe;
  if (!page || !data) throw new Error("rendered before it was prepared");
  const start = performance.now();
  await page.render(data);
  await probe.painted();
  await probe.painted();
  const renderMs = performance.now() - start;
  // What the page keeps of it from here on is the page's own.
  probe.data = null;
  return { renderMs, t0: data.t0, t1: data.t1, groups: data.groups.map(({ id }) => id) };
}

/** Step by step, each until it is painted. @returns ms from call to paint, of each step that was made before the limit; at least one */
export async function walk({ ranges, limitMs }: { readonly ranges: readonly Range[]; readonly limitMs: number }): Promise<number[]> {
  const { __bench: page, __probe: probe } = window;
  const begun = performance.now();
  const frames: number[] = [];
  for (const { from, to } of ranges) {
    if (frames.length > 0 && performance.now() - begun > limitMs) break;
    const start = performance.now();
    await page?.zoomTo(from, to);
    await probe.painted();
    frames.push(performance.now() - start);
  }
  return frames;
}

/** Every other group, then all, three times over. @returns ms from call to paint */
export async function filterFrames({ groups, limitMs }: { readonly groups: readonly string[]; readonly limitMs: number }): Promise<number[]> {
  const { __bench: page, __probe: probe } = window;
  const begun = performance.now();
  const half = groups.filter((_, at) => at % 2 === 0);
  const frames: number[] = [];
  for (const kept of [half, groups, half, groups, half, groups]) {
    if (frames.length > 0 && performance.now() - begun > limitMs) break;
    const start = performance.now();
    await page?.setFilter(kept);
    await probe.painted();
    frames.push(performance.now() - start);
  }
  return frames;
}

/** Elements and texts in the document, those in open shadow roots and same-origin frames included. */
export function countNodes(): number {
  const roots: Node[] = [document];
  let count = 0;
  for (let root = roots.pop(); root; root = roots.pop()) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      count += 1;
      if (node instanceof Element && node.shadowRoot) roots.push(node.shadowRoot);
      if (node instanceof HTMLIFrameElement && node.contentDocument) roots.push(node.contentDocument);
    }
  }
  return count;
}
