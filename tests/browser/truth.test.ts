import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstCareer, sampleCareer } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { chips, details, node, openPage, openTable, settled } from "../support/page.js";
import { unaccounted } from "../support/numbers.js";
import { siteOf } from "../support/site.js";
import { blockTexts, visibleTexts } from "../support/visible.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const blocksOf = async (page: Page) => blockTexts(await visibleTexts(page));

describe.each([["career", firstCareer], ["thirty-years", sampleCareer("thirty-years")]] as const)("every number of %s", (name, career) => {
  it("is in the data or worked out from it, as the page opens, in the table, and wide and narrow", async () => {
    const { page, close } = await openPage(browser, await siteOf(name));
    for (const more of await page.getByRole("button", { name: /^Show all/ }).all()) await more.click();
    await page.locator("summary").click();
    const blocks = await blocksOf(page);
    expect(blocks.filter(({ text }) => /\d/.test(text)).length).toBeGreaterThan(60);
    expect(unaccounted(blocks, career)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    await settled(page);
    expect(unaccounted(await blocksOf(page), career)).toEqual([]);
    await openTable(page);
    expect(unaccounted(await blocksOf(page), career)).toEqual([]);
    await close();
  });

  it("is so in the details of each achievement", async () => {
    const { page, close } = await openPage(browser, await siteOf(name));
    const found: string[] = [];
    for (const achievement of career.achievements) {
      await node(page, achievement.id).focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => details(page).getByRole("heading").innerText()).toBe(achievement.title);
      found.push(...unaccounted(await blocksOf(page), career).map((number) => `${achievement.id}: ${number}`));
    }
    expect([...new Set(found)]).toEqual([]);
    await close();
  });

  it("is so under each field's filter", async () => {
    const { page, close } = await openPage(browser, await siteOf(name));
    for (const domain of career.domains) {
      const chip = chips(page).and(page.locator(`[data-item="${domain.id}"]`));
      if ((await chip.count()) === 0) continue;
      await chip.click();
      await settled(page);
      expect(unaccounted(await blocksOf(page), career, { domain: domain.id }), domain.id).toEqual([]);
      await chip.click();
    }
    await close();
  });

  it("is so on paper and in the still page", async () => {
    const { page, close } = await openPage(browser, await siteOf(name));
    await page.emulateMedia({ media: "print" });
    expect(unaccounted(await blocksOf(page), career)).toEqual([]);
    await close();
    const still = await openPage(browser, await siteOf(name), { script: false });
    expect(unaccounted(await blocksOf(still.page), career)).toEqual([]);
    await still.close();
  });
});

describe("a number that was made up is found", () => {
  it.each([
    ["5 engineers", "7 engineers"], ["−75%", "−74%"], ["3M users", "4M users"], ["100% of user traffic", "99% of user traffic"], ["10+ workflows", "12 workflows"],
    ["−83%, computed", "−84%, computed"], ["−83%, computed", "−83%"], ["Mar 2022 – Oct 2025", "Mar 2022 – Nov 2025"], ["3 → ½ day", "4 → ½ day"], ["3 months", "2 months"],
    ["9 years of experience", "8 years of experience"], ["9 achievements", "10 achievements"], ["Payments 3", "Payments 4"], ["½ day", "1 day"], ["Carousell", "Carousell 1.5"],
  ])("%s as %s", async (from, to) => {
    const { blocks, planted } = await still(from, to);
    expect(planted).toBeGreaterThan(0);
    // One and the same block may hold it twice; none that holds it passes.
    const found = unaccounted(blocks, firstCareer).filter((offender) => offender.includes(to.replace(/, computed$/, "")));
    expect(found.length, found.join("\n")).toBeGreaterThanOrEqual(planted);
  });

  let once: Promise<Awaited<ReturnType<typeof blocksOf>>> | null = null;
  async function still(from: string, to: string) {
    once ??= openPage(browser, await siteOf("career")).then(async ({ page, close }) => {
      const blocks = await blocksOf(page);
      await close();
      return blocks;
    });
    const blocks = await once;
    return { planted: blocks.filter(({ text }) => text.includes(from)).length, blocks: blocks.map((block) => ({ ...block, text: block.text.replace(from, to) })) };
  }
});
