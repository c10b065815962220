import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roleName } from "../../src/layout/roleBars.js";
import type { Career } from "../../src/model/career.js";
import { announce } from "../../src/model/phrase.js";
import { metricText } from "../../src/model/metricText.js";
import { NO_FILTERS, selectMatches } from "../../src/model/select.js";
import { shortSpan } from "../../src/model/timeWords.js";
import { firstCareer, sampleCareer } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { chip, nodes, openPage, openTable, showAs } from "../support/page.js";
import { siteOf } from "../support/site.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const bare = (text: string): string => text.replace(/\s+/gu, "");

/** Every word that an aid for reading gets, in one piece: names, texts and values, without the tree's own words. */
async function heard(page: Page): Promise<string> {
  const snapshot = await page.locator("body").ariaSnapshot();
  return bare(snapshot.replace(/^\s*- (?:text: )?/gm, "").replace(/\b(?:paragraph|strong|time|term|mark|generic|code)(?:: |\b)/g, "").replace(/["']/g, "")).replace(/["']/g, "");
}

const missing = (text: string, facts: readonly string[]): string[] => facts.filter((fact) => !text.includes(bare(fact).replace(/["']/g, "")));

const figuresOf = (career: Career): string[] => [
  ...career.achievements.flatMap(({ metrics }) => metrics.map((metric) => metricText(metric).figure)),
  ...career.claims.filter(({ sameAs }) => sameAs === null).flatMap(({ metrics }) => metrics.map(({ quote }) => quote)),
];

describe.each([["career", firstCareer], ["thirty-years", sampleCareer("thirty-years")]] as const)("%s", (name, career) => {
  it("says every role, date, title and figure to those who listen", async () => {
    const { page, close } = await openPage(browser, await siteOf(name));
    // A long list begins short; the rest is one press away.
    for (const more of await page.getByRole("button", { name: /^Show all/ }).all()) await more.click();
    const text = await heard(page);
    const roles = career.roles.flatMap((role) => [role.title, roleName(role), shortSpan(role.start, role.end)]);
    expect(missing(text, [career.person.headline, ...roles])).toEqual([]);
    expect(missing(text, career.achievements.map(({ title }) => title))).toEqual([]);
    expect(missing(text, figuresOf(career))).toEqual([]);
    await close();
  });

  it("says every role's title, organization and dates in an embed, too, with nothing opened", async () => {
    const { page, close } = await openPage(browser, `${await siteOf(name)}embed/index.html`, { script: false });
    const snapshot = await page.locator("body").ariaSnapshot();
    const bars = career.roles.map((role) => [role.organization ? role.title : "", roleName(role), shortSpan(role.start, role.end)].filter(Boolean).join(", "));
    expect(missing(bare(snapshot).replace(/["']/g, ""), bars)).toEqual([]);
    await close();
  });

  it("has them all in the table, too", async () => {
    const { page, close } = await openPage(browser, await siteOf(name));
    await openTable(page);
    const table = page.getByRole("table");
    const text = bare(await table.innerText());
    expect(missing(text, career.achievements.map(({ title }) => title))).toEqual([]);
    expect(missing(text, figuresOf(career))).toEqual([]);
    const withWork = career.roles.filter(({ achievementIds }) => achievementIds.length > 0);
    expect(missing(text, withWork.flatMap((role) => [role.title, roleName(role)]))).toEqual([]);
    expect(await table.getByRole("row").count()).toBe(1 + career.achievements.length + career.claims.filter(({ sameAs }) => sameAs === null).length);
    expect(await table.getByRole("rowheader").count()).toBe((await table.getByRole("row").count()) - 1);
    await close();
  });

  it("gives machines the roles' dates as they were stated", async () => {
    const { page, close } = await openPage(browser, await siteOf(name), { script: false });
    const times = await page.locator("time[datetime]").evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
    const ofRoles = career.roles.flatMap(({ start, end }) => [start.text, ...(end ? [end.text] : [])]);
    const ofWork = career.achievements.flatMap(({ stated }) => (stated ? [stated.from?.text, stated.to?.text] : []));
    expect([...new Set(ofRoles)].filter((date) => !times.includes(date))).toEqual([]);
    expect([...new Set(times)].filter((time) => !ofRoles.includes(time) && !ofWork.includes(time))).toEqual([]);
    const linked: unknown = JSON.parse((await page.locator("script[type='application/ld+json']").textContent()) ?? "");
    expect(linked).toMatchObject({ mainEntity: { "@type": "Person", jobTitle: career.person.headline } });
    await close();
  });

  it("names every mark by its figure, its title and its time", async () => {
    const { page, close } = await openPage(browser, await siteOf(name));
    const names = await nodes(page).evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label") ?? ""));
    expect(names).toHaveLength(career.achievements.length);
    expect(new Set(names).size).toBe(names.length);
    const inTime = [...career.achievements].sort((a, b) => a.centre - b.centre || a.index - b.index);
    inTime.forEach((achievement, i) => expect(names[i]).toContain(achievement.title));
    await close();
  });
});

it("announces what a filter did, politely and once it is done", async () => {
  const { page, close } = await openPage(browser, await siteOf("career"));
  const status = page.getByRole("status");
  expect(await status.textContent()).toBe("");
  await chip(page, "Payments").click();
  const filters = { ...NO_FILTERS, domains: ["payments"] };
  await expect.poll(() => status.textContent()).toBe(announce(firstCareer, filters, selectMatches(firstCareer, filters)));
  expect(await status.textContent()).toContain("3 of 9");
  // The other one speaks of the time in view, which has not changed.
  expect(await page.locator("[role=status], [aria-live]").count()).toBe(2);
  expect(await page.locator(".explore [aria-live]").textContent()).toBe("");
  await chip(page, "Payments").click();
  await expect.poll(() => status.textContent()).toBe("9 achievements, no filter.");
  await close();
});

it("says of every control whether it is on", async () => {
  const { page, close } = await openPage(browser, new URL("?domain=scaling&as=table&at=user-cache", await siteOf("career")).href);
  await expect.poll(() => chip(page, "Scaling").getAttribute("aria-pressed")).toBe("true");
  expect(await chip(page, "Payments").getAttribute("aria-pressed")).toBe("false");
  expect(await showAs(page, "Table").getAttribute("aria-pressed")).toBe("true");
  expect(await page.getByRole("columnheader", { name: "When" }).getAttribute("aria-sort")).toBe("descending");
  expect(await nodes(page).and(page.locator("[aria-current=true]")).getAttribute("data-item")).toBe("user-cache");
  // One headline, and no level left out.
  const levels = await page.locator("h1,h2,h3,h4").evaluateAll((all) => all.map((heading) => Number(heading.tagName.slice(1))));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
  await close();
});
