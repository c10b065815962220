import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTENT_SECURITY_POLICY } from "../../src/prerender/policy.js";
import { sampleCareers } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { motionFetched, openPage } from "../support/page.js";
import { siteFolder, siteOf } from "../support/site.js";
import { takeTour } from "../support/tour.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it("is sent with the policy, which allows no inline code, no style and no other host", async () => {
  const response = await fetch(await siteOf("career"));
  expect(response.headers.get("content-security-policy")).toBe(CONTENT_SECURITY_POLICY);
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/);
  expect(CONTENT_SECURITY_POLICY).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
});

it.each([390, 1280])("breaks no rule of the policy when every control is used, %i px wide", async (width) => {
  const { page, problems, close } = await openPage(browser, await siteOf("career"), { width, motion: true });
  // Motion is fetched late; from then on it moves things, and must not do it with style elements.
  await motionFetched(page);
  await takeTour(page, async ({ name }) => {
    const { violations } = await page.evaluate(() => window.observed);
    // A preview that is chosen anew before it has come is given up by the browser.
    expect([...violations, ...problems.filter((problem) => !problem.includes("ERR_ABORTED"))], name).toEqual([]);
  });
  expect((await page.evaluate(() => window.observed)).prints).toBe(1);
  await close();
});

it("would notice: a script, a style and markup that the page does not own are refused and seen", async () => {
  const { page, problems, close } = await openPage(browser, await siteOf("one-achievement"));
  await page.evaluate(() => {
    const style = document.createElement("style");
    style.textContent = "h1 { color: red }";
    document.head.append(style);
    const script = document.createElement("script");
    try {
      script.textContent = "window.observed.prints = 99";
    } catch {
      // Trusted Types refuse the text before the policy could refuse the script.
    }
    document.body.setAttribute("style", "color: red");
  });
  // Header and page say the same policy, so each is told twice.
  const broken = async (): Promise<string[]> => [...new Set((await page.evaluate(() => window.observed)).violations.map((words) => words.split(" ")[0] ?? ""))].sort();
  await expect.poll(broken).toEqual(["require-trusted-types-for", "style-src-attr", "style-src-elem"]);
  expect(problems.length).toBeGreaterThan(0);
  expect((await page.evaluate(() => window.observed)).prints).toBe(0);
  await close();
});

describe.each(sampleCareers.map(([name]) => name))("the still page of %s", (name) => {
  it("has no style attribute, no style element, no handler and no script text", async () => {
    const html = await readFile(join(await siteFolder(name), "index.html"), "utf8");
    const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
    expect(tags.length).toBeGreaterThan(50);
    expect(tags.filter((tag) => /\sstyle\s*=|\son[a-z]+\s*=|^<style|javascript:/i.test(tag))).toEqual([]);
    const scripts = [...html.matchAll(/<script([^>]*)>([^<]*)/gi)].map(([, attributes = "", text = ""]) => ({ attributes, text }));
    expect(scripts.filter(({ attributes, text }) => text !== "" && !attributes.includes("application/ld+json"))).toEqual([]);
  });
});
