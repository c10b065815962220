import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { settled } from "./page.js";
import { WAIT_MS } from "./patience.js";

/**
 * A viewport that has not moved for a while is drawn whole, and written into the address: then the dates on the page agree with
 * it. By the page's own clock and frames: on a busy machine it hears of a key or a wheel long after it was turned.
 */
const REST_MS = 300;
const REST_FRAMES = 10;
export async function rested(page: Page): Promise<void> {
  await page.evaluate(([ms, frames, limit]) => new Promise<void>((done, failed) => {
    const begun = performance.now();
    /** What is looked at; null while the page has not come to an end with it. */
    const shown = (): string | null => {
      const dates = [...document.querySelectorAll<HTMLInputElement>("input[type=date]")].map(({ value }) => value).join(",");
      const moving = document.querySelector("[data-moving]") !== null;
      return moving || dates !== (new URLSearchParams(location.search).get("zoom") ?? "") ? null : dates;
    };
    let [last, since, count] = [shown(), performance.now(), 0];
    const next = (): void => {
      const now = shown();
      if (now === null || now !== last) [last, since, count] = [now, performance.now(), 0];
      else if (++count >= frames && performance.now() - since >= ms) return done();
      if (performance.now() - begun > limit) return failed(new Error("still moving, or the dates and the address do not agree"));
      requestAnimationFrame(next);
    };
    next();
  }), [REST_MS, REST_FRAMES, WAIT_MS] as const);
  await settled(page);
  // For those who asked for no movement there is none.
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
}

/** First and last day of what is looked at; null = all of it. Told by the address, which the dates on the page agree with. */
export async function rangeOf(page: Page): Promise<readonly [from: number, to: number] | null> {
  const zoom = new URL(page.url()).searchParams.get("zoom")?.split(",") ?? null;
  const inputs = page.locator("input[type=date]");
  expect(await inputs.evaluateAll((all) => all.map((each) => (each instanceof HTMLInputElement ? each.value : "")))).toEqual(zoom ?? []);
  return zoom ? [Date.parse(zoom[0] ?? ""), Date.parse(zoom[1] ?? "")] : null;
}
export const lengthOf = (range: readonly [number, number] | null): number => (range ? range[1] - range[0] : Infinity);

export async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error("not drawn");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The overview, on which a range is drawn. */
export const slider = (page: Page): Locator => page.getByRole("slider", { name: "Time in view" });
