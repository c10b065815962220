import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { drawn, openElementHost, openHostPage, type ElementHost } from "../support/elementHost.js";
import { siteOf } from "../support/site.js";
import { ROOT } from "../support/sourceTree.js";

/* A server's page in which the command line's own element stands, drawn before any script. */

let browser: Browser;
let host: ElementHost;
let html: string;
let site: string;
beforeAll(async () => {
  const { cli, asOf } = inject("built");
  [browser, host] = await Promise.all([launchBrowser(), openElementHost()]);
  site = await siteOf("career");
  const { stdout } = await promisify(execFile)(process.execPath, [cli, "element", "data/career.json", "--url", site, "--chrome", "none", "--as-of", asOf], { cwd: ROOT });
  html = stdout;
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

describe("the element from the command line", () => {
  it("is a complete picture without a script", async () => {
    const { page, close } = await openHostPage(browser, host.page(html, { script: false }), { javaScriptEnabled: false });
    const picture = page.locator("career-timeline").getByRole("group", { name: /^Career arc/ }).locator("visible=true");
    expect(await picture.count()).toBe(1);
    for (const word of ["3M users", "0 incidents", "17Live", "Carousell"]) expect(await picture.getByText(word, { exact: false }).first().isVisible(), word).toBe(true);
    await page.locator("career-timeline").getByText("As a list").click();
    expect(await page.locator("career-timeline").getByText("One interface for third-party payment services").first().isVisible()).toBe(true);
    await close();
  });

  it("comes alive without a word, in the room that the still picture has", async () => {
    const { page, problems, close } = await openHostPage(browser, host.page(html, { script: false }));
    const element = page.locator("career-timeline");
    // What is pressed before is a link to the whole page, and leads there.
    await drawn(page);
    await element.getByRole("link", { name: /^One interface for third-party payment services/ }).first().click();
    await element.getByRole("complementary").waitFor();
    expect(await element.getByRole("group", { name: /^Career arc/ }).count()).toBe(1);
    // Data, styles and script are the site's; nobody else is asked.
    expect(problems.filter((problem) => problem !== `request to ${new URL(site).origin}`)).toEqual([]);
    await close();
  });

  it("leads to the achievement on its own page where it is pressed before its script has come", async () => {
    const { page, close } = await openHostPage(browser, host.page(html.replaceAll("/career-timeline.js", "/not-here.js"), { script: false }));
    await page.locator("career-timeline").getByRole("link", { name: /^One interface for third-party payment services/ }).first().click();
    await page.getByRole("complementary", { name: /One interface for third-party payment services/ }).waitFor();
    expect(page.url()).toMatch(new RegExp(`^${site}.*at=`));
    await close();
  });
});
