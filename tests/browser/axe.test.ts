import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAxe, type AxeFinding } from "../support/axe.js";
import type { CareerDocument } from "../../src/model/document.js";
import { crowded } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { textContrasts } from "../support/contrast.js";
import { details, fileInput, menuButton, openPage, settled, table } from "../support/page.js";
import { siteOf, siteOfDocument } from "../support/site.js";
import { BAD_FILE } from "../support/tour.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface State {
  readonly name: string;
  readonly career?: string | CareerDocument;
  readonly query?: string;
  readonly act?: (page: Page) => Promise<void>;
}

const STATES: readonly State[] = [
  { name: "as it opens" },
  { name: "filtered", query: "?domain=payments" },
  { name: "an empty result", query: "?domain=payments&q=zzzzzz" },
  { name: "details open", query: "?at=live-event", act: (page) => details(page).waitFor() },
  { name: "filtered, details of what does not match", query: "?domain=scaling&at=payment-interface", act: (page) => details(page).waitFor() },
  { name: "the table", query: "?as=table", act: (page) => table(page).waitFor() },
  { name: "a menu open", act: (page) => menuButton(page, "Skill").click() },
  {
    name: "a file that cannot be opened",
    act: async (page) => {
      await fileInput(page).setInputFiles(BAD_FILE);
      await page.getByRole("alert").waitFor();
    },
  },
  { name: "how it is drawn", act: (page) => page.locator("summary").click() },
  { name: "a dense career", career: "dense" },
  { name: "long names", career: "long-names" },
  { name: "no metrics", career: "no-metrics" },
  { name: "one achievement", career: "one-achievement" },
  { name: "nothing yet", career: "empty" },
  { name: "looked at closer", query: "?zoom=2019-02-01,2023-05-31" },
  { name: "a range kept", career: "dense", query: "?from=2016&to=2018&zoom=2016-01-01,2018-12-31" },
  { name: "what the keys do", act: (page) => page.getByRole("toolbar", { name: "Zoom" }).getByRole("button").last().click() },
  { name: "clusters", career: crowded(300), act: (page) => page.locator(".arc .cluster").first().waitFor() },
  { name: "activity", career: "commits", act: (page) => page.getByRole("slider", { name: "Commits over time" }).focus() },
];

/** What axe leaves open, and who decides it instead. */
const LEFT_OPEN: readonly { readonly rule: string; readonly because: RegExp; readonly decided: string }[] = [
  { rule: "color-contrast", because: /image node|overlap|obscured|too short|non-text characters|has no value/, decided: "measured below for every visible text: in SVG, of one letter, arrows and placeholders, too" },
];

const undecided = (findings: readonly AxeFinding[]): AxeFinding[] => findings.filter(({ rule, why }) => !LEFT_OPEN.some((known) => known.rule === rule && known.because.test(why)));

describe.each(STATES)("$name", ({ career = "career", query = "", act }) => {
  it.each([320, 1280])("has nothing that axe objects to, light and dark, %i px wide", async (width) => {
    const address = await (typeof career === "string" ? siteOf(career) : siteOfDocument(career));
    const { page, close } = await openPage(browser, new URL(query, address).href, { width });
    await act?.(page);
    const found: unknown[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      const { violations, incomplete, passes } = await runAxe(page);
      const contrasts = await textContrasts(page);
      expect(passes).toBeGreaterThan(15);
      expect(contrasts.length).toBeGreaterThan(10);
      const faint = contrasts.filter(({ ratio, needed }) => ratio < needed);
      found.push(...[...violations, ...undecided(incomplete), ...faint].map((finding) => ({ ...finding, colorScheme })));
    }
    expect(found).toEqual([]);
    await close();
  });
});
