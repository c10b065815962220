import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasNumber } from "../../src/model/select.js";
import { firstCareer, sampleCareers } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { advice, arc, chip, chips, details, filterBar, menuButton, openPage, openTable, ready, rows, settled, table } from "../support/page.js";
import { siteOf } from "../support/site.js";
import { plain } from "../support/visible.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const query = (page: Page): string => new URL(page.url()).search;
const title = (page: Page): Promise<string> => page.locator("section", { has: arc(page) }).getByRole("heading", { level: 2 }).innerText().then(plain);
const listed = (page: Page): Promise<string[]> => rows(page).evaluateAll((all) => all.filter((row) => row.checkVisibility()).map((row) => row.getAttribute("data-item") ?? "").sort());
const tabled = (page: Page): Promise<string[]> => page.getByRole("rowheader").evaluateAll((all) => all.map((cell) => (cell.textContent ?? "").trim()).sort());
const find = (page: Page) => page.getByRole("searchbox", { name: "Find in text" });

const of = (pick: (achievement: (typeof firstCareer.achievements)[number]) => boolean): { ids: string[]; titles: string[] } => {
  const found = firstCareer.achievements.filter(pick);
  return { ids: found.map(({ id }) => id).sort(), titles: found.map((achievement) => achievement.title).sort() };
};
const titleOf = (id: string): string => firstCareer.achievements.find((achievement) => achievement.id === id)?.title ?? `no ${id}`;
const payments = of(({ domains }) => domains.includes("payments"));
const all = of(() => true);

describe("a field", () => {
  it("leaves exactly its achievements in title, tally, list and table, and stands in the link", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    expect(await title(page)).toBe("9 achievements, adding up");
    expect(await listed(page)).toEqual(all.ids);
    await chip(page, "Payments").click();
    expect(await title(page)).toBe("Payments work at Carousell and 17Live");
    expect(plain(await filterBar(page).innerText())).toContain("3 of 9");
    expect(query(page)).toBe("?view=payments");
    expect(payments.ids).toHaveLength(3);
    expect(await listed(page)).toEqual(payments.ids);
    await openTable(page);
    expect(await tabled(page)).toEqual(payments.titles);
    // What does not match stays in its place on the arc.
    expect(await arc(page).getByRole("link").count()).toBe(9);
    await close();
  });

  it("comes and goes with Back and Forward", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    await chip(page, "Payments").click();
    await chip(page, "Scaling").click();
    expect(query(page)).toBe("?domain=payments,scaling");
    const both = await listed(page);
    await page.goBack();
    await expect.poll(() => listed(page)).toEqual(payments.ids);
    expect(await title(page)).toBe("Payments work at Carousell and 17Live");
    await page.goBack();
    await expect.poll(() => listed(page)).toEqual(all.ids);
    expect(query(page)).toBe("");
    await page.goForward();
    await page.goForward();
    await expect.poll(() => listed(page)).toEqual(both);
    expect(query(page)).toBe("?domain=payments,scaling");
    await close();
  });

  it("counts on each chip what it would leave", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    const counts = await chips(page).evaluateAll((every) => every.map((each) => Number((each.textContent ?? "").replace(/\D/g, ""))));
    for (const [i, count] of counts.entries()) {
      await chips(page).nth(i).click();
      expect(await listed(page)).toHaveLength(count);
      await chips(page).nth(i).click();
    }
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(9);
    await close();
  });
});

it.each<readonly [name: string, width: number, most: number]>([
  ["career", 1280, 0], ["career", 768, 0], ["nurse", 1280, 0],
  // On a phone a third line of words may come: less than half of what a finger presses.
  ["career", 390, 21],
])("stays where it was pressed, whatever figures come above it: %s, %i px wide", async (name, width, most) => {
  const { page, close } = await openPage(browser, await siteOf(name), { width });
  for (const each of await chips(page).all()) {
    const place = (): Promise<number> => each.evaluate((element) => element.getBoundingClientRect().top + scrollY);
    const before = await place();
    await each.click();
    await settled(page);
    const after = await place();
    await each.click();
    await settled(page);
    expect(Math.abs(after - before), await each.innerText()).toBeLessThanOrEqual(most);
  }
  await close();
});

describe("skills and employers", () => {
  it("are OR inside a menu and AND across, with counts that keep up", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    await menuButton(page, "Skill").click();
    const box = (name: string) => filterBar(page).getByRole("checkbox", { name: new RegExp(`^${name}`) });
    await box("Temporal").check();
    expect(await listed(page)).toEqual(of(({ skills }) => skills.includes("temporal")).ids);
    await box("Redis").check();
    const either = of(({ skills }) => skills.includes("temporal") || skills.includes("redis"));
    expect(await listed(page)).toEqual(either.ids);
    expect(query(page)).toBe("?skill=redis,temporal");
    await menuButton(page, "Employer").click();
    // Opening one menu closes the other.
    expect(await filterBar(page).getByRole("group", { name: "Skill" }).count()).toBe(0);
    await box("17Live").check();
    const there = new Set(firstCareer.roles.find(({ id }) => id === "17live-senior")?.achievementIds);
    expect(await listed(page)).toEqual(either.ids.filter((id) => there.has(id)));
    expect(query(page)).toBe("?skill=redis,temporal&org=17live");
    expect(plain(await filterBar(page).getByRole("group", { name: "Employer" }).innerText())).toContain(`Carousell ${either.ids.filter((id) => !there.has(id)).length}`);
    await close();
  });

  it("close on a press outside, and keep what was chosen", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    await menuButton(page, "Skill").click();
    await filterBar(page).getByRole("checkbox", { name: /^Go/ }).check();
    await page.getByRole("heading", { level: 1 }).click();
    await expect.poll(() => filterBar(page).getByRole("group", { name: "Skill" }).count()).toBe(0);
    expect(plain(await menuButton(page, "Skill").innerText())).toBe("Skill 1");
    expect(await listed(page)).toEqual(["package-guidelines"]);
    await close();
  });
});

describe("text", () => {
  it.each([["temporal", ["e-invoices", "first-temporal"]], ["tempral", ["e-invoices", "first-temporal"]], ["billing", ["billing-system"]]] as const)("finds %s", async (text, expected) => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    await find(page).pressSequentially(text);
    await expect.poll(() => listed(page)).toEqual([...expected]);
    expect(query(page)).toBe(`?q=${text}`);
    // Typing is one step back, not one for every letter.
    await page.goBack();
    await expect.poll(() => listed(page)).toEqual(all.ids);
    expect(await find(page).inputValue()).toBe("");
    await close();
  });
});

it("asks for a number where some achievements have one and some have none", async () => {
  const asking = sampleCareers.filter(([, career]) => career.achievements.some(hasNumber) && !career.achievements.every(hasNumber));
  const [name, career] = asking[0] ?? ["", firstCareer];
  expect(asking.length).toBeGreaterThan(0);
  const { page, close } = await openPage(browser, await siteOf(name));
  const numbers = career.achievements.filter(hasNumber);
  await chips(page).filter({ hasText: "Has a number" }).click();
  expect(query(page)).toBe("?has=number");
  expect(plain(await filterBar(page).innerText())).toContain(`${numbers.length} of ${career.achievements.length}`);
  await openTable(page);
  expect(await tabled(page)).toEqual(numbers.map((achievement) => achievement.title.trim()).sort());
  await close();
});

describe("an empty result", () => {
  it("says what to relax, and its button does it", async () => {
    const { page, close } = await openPage(browser, new URL("?skill=go&domain=payments", await siteOf("career")).href);
    await expect.poll(() => listed(page)).toEqual([]);
    expect(plain(await advice(page).innerText())).toMatch(/Without the skill filter .*\b3\b/);
    await advice(page).getByRole("button").first().click();
    expect(await listed(page)).toEqual(payments.ids);
    expect(query(page)).toBe("?view=payments");
    await close();
  });

  it("is left by one press", async () => {
    const { page, close } = await openPage(browser, new URL("?skill=go&domain=payments&q=zzz&org=17live", await siteOf("career")).href);
    await expect.poll(() => listed(page)).toEqual([]);
    await advice(page).getByRole("button").last().click();
    expect(await listed(page)).toEqual(all.ids);
    expect(query(page)).toBe("");
    await close();
  });
});

it("clears every facet at once from the filter bar", async () => {
  const { page, close } = await openPage(browser, new URL("?domain=scaling&skill=redis&org=17live&q=cache", await siteOf("career")).href);
  await expect.poll(() => listed(page)).toHaveLength(2);
  await filterBar(page).getByRole("button", { name: "Clear", exact: true }).click();
  expect(await listed(page)).toEqual(all.ids);
  expect(query(page)).toBe("");
  expect(await find(page).inputValue()).toBe("");
  await close();
});

describe("links", () => {
  it("give the same view when they are opened again, and again after a reload", async () => {
    const address = new URL("?domain=payments,scaling&q=temporal&at=first-temporal&as=table&sort=title&theme=dark", await siteOf("career")).href;
    const { page, close } = await openPage(browser, address);
    const view = async () => ({
      titles: await tabled(page), title: await title(page), pressed: await page.locator("[aria-pressed=true]").allInnerTexts(), theme: await page.locator("html").getAttribute("data-theme"),
      open: await details(page).getByRole("heading").innerText(), sort: await page.locator("th[aria-sort]").innerText(), url: page.url(),
    });
    await details(page).waitFor();
    await table(page).waitFor();
    const first = await view();
    expect(first).toMatchObject({ titles: [titleOf("first-temporal")], theme: "dark", open: titleOf("first-temporal"), url: address });
    await page.reload();
    await ready(page);
    await details(page).waitFor();
    await table(page).waitFor();
    expect(await view()).toEqual(first);
    await close();
  });

  it("open details, and leave out what the career does not have", async () => {
    const { page, problems, close } = await openPage(browser, new URL("?at=payment-interface&domain=nonsense&theme=purple&utm_source=x", await siteOf("career")).href);
    await details(page).waitFor();
    expect(await details(page).getByRole("heading").innerText()).toBe(titleOf("payment-interface"));
    expect(await listed(page)).toEqual(all.ids);
    await details(page).getByRole("button", { name: "Close details" }).click();
    await settled(page);
    // What others have put into the address stays there.
    expect(query(page)).toBe("?utm_source=x");
    expect(problems).toEqual([]);
    await close();
  });

  it("belong to one window: two visitors do not see each other's filters", async () => {
    const address = await siteOf("career");
    const [one, two] = await Promise.all([openPage(browser, address), openPage(browser, address)]);
    await chip(one.page, "Payments").click();
    await chip(two.page, "Scaling").click();
    await one.page.reload();
    await ready(one.page);
    expect(await title(one.page)).toBe("Payments work at Carousell and 17Live");
    expect(await title(two.page)).toBe("User services at 17Live, built to scale");
    const stored = await one.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
    expect(stored).toEqual([0, 0, ""]);
    await Promise.all([one.close(), two.close()]);
  });
});
