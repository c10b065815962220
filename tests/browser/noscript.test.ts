import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roleName } from "../../src/layout/roleBars.js";
import { metricText } from "../../src/model/metricText.js";
import { shortSpan } from "../../src/model/timeWords.js";
import { firstCareer, sampleCareer } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { arc, openPage } from "../support/page.js";
import { siteOf } from "../support/site.js";
import { plain, visibleText, visibleTexts } from "../support/visible.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([390, 1280])("without scripts, %i px wide", (width) => {
  it("says who, where last, and every fact of the first career", async () => {
    const { page, problems, close } = await openPage(browser, await siteOf("career"), { width, script: false });
    const text = await visibleText(page);
    const { person, roles, achievements, claims } = firstCareer;
    const facts = [
      person.headline,
      ...roles.flatMap((role) => [role.title, roleName(role), shortSpan(role.start, role.end)]),
      ...achievements.flatMap((achievement) => [achievement.title, ...achievement.metrics.map((metric) => plain(metricText(metric).figure))]),
      ...claims.filter(({ sameAs }) => sameAs === null).flatMap((claim) => [plain(claim.text), ...claim.metrics.map(({ quote }) => quote)]),
    ];
    expect(facts.length).toBeGreaterThan(40);
    // Figure and noun may be set in two sizes, and marked words apart from the rest.
    const bare = (words: string): string => words.replace(/\s+/gu, "");
    expect(facts.filter((fact) => !bare(text).includes(bare(fact)))).toEqual([]);
    // That scripts are off is told as "csp" where one would have been loaded.
    expect(problems.filter((problem) => !/^failed: \S+\.js csp$/.test(problem))).toEqual([]);
    await close();
  });

  it("shows the arc with its labels, and the texts behind it", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"), { width, script: false });
    const drawn = arc(page).and(page.locator(":visible"));
    expect(await drawn.count()).toBe(1);
    const box = await drawn.boundingBox();
    expect(box?.width).toBeGreaterThan(width * 0.85);
    expect(box?.height).toBeGreaterThan(200);
    const labels = (await visibleTexts(page)).filter(({ where }) => where.includes(".label"));
    const named = firstCareer.achievements.filter(({ metrics }) => metrics.some((metric) => labels.some(({ text }) => plain(metricText(metric).figure).startsWith(plain(text)) || plain(text).includes(plain(metricText(metric).number)))));
    expect(named.length).toBeGreaterThanOrEqual(width >= 1280 ? firstCareer.achievements.length : 4);
    for (const role of firstCareer.roles) expect(plain(await drawn.innerHTML())).toContain(roleName(role));
    const text = await visibleText(page);
    expect(firstCareer.achievements.filter((achievement) => !text.replace(/\s+/gu, "").includes(achievement.text.replace(/\s+/gu, "")))).toEqual([]);
    await close();
  });

  it("offers nothing that needs a script", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"), { width, script: false });
    const controls = page.locator("button, input, select, textarea, [role=button], [role=search], [role=toolbar]").and(page.locator(":visible"));
    expect(await controls.evaluateAll((all) => all.map((each) => each.outerHTML.slice(0, 80)))).toEqual([]);
    // What is there works: a mark leads to its words, and the definition unfolds.
    const before = await visibleText(page);
    await page.locator("summary").click();
    expect((await visibleText(page)).length).toBeGreaterThan(before.length + 200);
    const mark = arc(page).and(page.locator(":visible")).getByRole("link").first();
    const target = (await mark.getAttribute("href")) ?? "";
    await mark.click();
    expect(new URL(page.url()).hash).toBe(target);
    expect(await page.locator(target).isVisible()).toBe(true);
    await close();
  });
});

it("leaves all 60 achievements of a dense career readable without scripts", async () => {
  const { page, close } = await openPage(browser, await siteOf("dense"), { width: 390, script: false });
  const text = (await visibleText(page)).replace(/\s+/gu, "");
  const { achievements } = sampleCareer("dense");
  expect(achievements).toHaveLength(60);
  const unread = achievements.filter((achievement) => [achievement.title, achievement.text].some((words) => !text.includes(words.replace(/\s+/gu, ""))));
  expect(unread.map(({ id }) => id)).toEqual([]);
  await close();
});
