import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roleName } from "../../src/layout/roleBars.js";
import { metricText } from "../../src/model/metricText.js";
import { firstCareer, sampleCareer, sampleCareers } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { arc, details, node, openPage, rows, resize, visit } from "../support/page.js";
import { siteOf } from "../support/site.js";
import { plain } from "../support/visible.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const inTime = [...firstCareer.achievements].sort((a, b) => a.centre - b.centre || a.index - b.index);

/** Written once more, so that the page's own marking is not its judge: the stretches of the text that some quote covers. */
function quotedStretches(text: string, quotes: readonly string[]): string[] {
  const covered = Array.from({ length: text.length }, () => false);
  for (const quote of quotes) {
    const at = text.indexOf(quote);
    expect(at).toBeGreaterThanOrEqual(0);
    covered.fill(true, at, at + quote.length);
  }
  const stretches: string[] = [];
  covered.forEach((inside, i) => {
    if (!inside) return;
    const before = covered[i - 1] ? (stretches.pop() ?? "") : "";
    stretches.push(before + text.charAt(i));
  });
  return stretches;
}

it.each([[390, 844], [1280, 900]])("a large figure stands in one piece, %i px wide", async (width, height) => {
  const { page, close } = await openPage(browser, new URL("?at=package-guidelines", await siteOf("career")).href, { width, height });
  const figure = details(page).locator(".lead b");
  const lines = (text: string | null): Promise<number> => figure.evaluate((element, words) => {
    if (words !== null) element.textContent = words;
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, right } = element.closest(".details")?.getBoundingClientRect() ?? { left: 0, right: 0 };
    const inside = [...range.getClientRects()].every((box) => box.left >= left && box.right <= right);
    return inside ? new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size : 0;
  }, text);
  expect(await figure.innerText()).toMatch(/^3\s→\s½\sday$/);
  expect(await lines(null)).toBe(1);
  expect(await lines("12 → 1½ days")).toBe(1);
  // What is longer than the panel is broken, and stays in it.
  expect(await lines("12,000,000 → 1,500,000 requests")).toBeGreaterThan(1);
  await close();
});

describe("every achievement of the first career", () => {
  it("opens from the list with its figures, its words, and the quoted ones marked", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    const panel = details(page);
    for (const achievement of firstCareer.achievements) {
      await rows(page).and(page.locator(`[data-item="${achievement.id}"]`)).click();
      await expect.poll(() => panel.getByRole("heading").innerText()).toBe(achievement.title);
      const words = panel.locator("p", { has: page.locator("mark") });
      expect(await words.innerText()).toBe(achievement.text);
      const quotes = [...achievement.metrics.map(({ quote }) => quote), ...(achievement.stated?.quote === undefined ? [] : [achievement.stated.quote])];
      expect(await panel.locator("mark").allInnerTexts()).toEqual(quotedStretches(achievement.text, quotes));
      const shown = plain(await panel.innerText());
      for (const metric of achievement.metrics) {
        const { number, words: said } = metricText(metric);
        expect(shown).toContain(plain(number));
        expect(shown).toContain(plain(said));
      }
      const role = firstCareer.roles.find(({ id }) => id === achievement.roleId);
      expect(shown).toContain(role ? roleName(role) : "no role");
      expect(shown).toContain(role?.title);
      expect(new URL(page.url()).search).toBe(`?at=${achievement.id}`);
      expect(await rows(page).and(page.locator("[aria-current=true]")).getAttribute("data-item")).toBe(achievement.id);
    }
    await close();
  });

  it("is passed by next and previous in the order of time", async () => {
    const { page, close } = await openPage(browser, await siteOf("career"));
    const panel = details(page);
    const heading = (): Promise<string> => panel.getByRole("heading").innerText();
    await node(page, inTime[0]?.id ?? "").click();
    expect(await panel.getByRole("button", { name: /^Previous/ }).count()).toBe(0);
    for (const [i, achievement] of inTime.entries()) {
      await expect.poll(heading).toBe(achievement.title);
      expect(plain(await panel.getByRole("navigation").innerText())).toContain(`${i + 1} of 9`);
      if (i < inTime.length - 1) await panel.getByRole("button", { name: /^Next/ }).click();
    }
    expect(await panel.getByRole("button", { name: /^Next/ }).count()).toBe(0);
    for (const achievement of [...inTime].reverse().slice(1)) {
      await panel.getByRole("button", { name: /^Previous/ }).click();
      await expect.poll(heading).toBe(achievement.title);
    }
    await close();
  });
});

it("pages through what matches only, and says so where the shown one does not", async () => {
  const { page, close } = await openPage(browser, new URL("?domain=payments&at=live-event", await siteOf("career")).href);
  await details(page).waitFor();
  // It has no place among them.
  expect(plain(await details(page).getByRole("navigation").innerText())).not.toMatch(/\d+ of \d+/);
  const payments = inTime.filter(({ domains }) => domains.includes("payments"));
  const after = payments.find(({ centre }) => centre > (inTime.find(({ id }) => id === "live-event")?.centre ?? 0));
  await details(page).getByRole("button", { name: /^Next/ }).click();
  await expect.poll(() => details(page).getByRole("heading").innerText()).toBe(after?.title);
  await close();
});

it("filters by a tag, whose count says how many name it", async () => {
  const { page, close } = await openPage(browser, new URL("?at=live-event", await siteOf("career")).href);
  const tag = details(page).getByRole("button", { name: /^Redis/ });
  expect(plain(await tag.innerText())).toMatch(/^Redis 2\b/);
  await tag.click();
  expect(await tag.getAttribute("aria-pressed")).toBe("true");
  expect(new URL(page.url()).search).toBe("?skill=redis&at=live-event");
  expect(await rows(page).count()).toBe(2);
  await tag.click();
  expect(new URL(page.url()).search).toBe("?at=live-event");
  await close();
});

it("shows the figures of a metric's ends only where both are stated", async () => {
  const { page, close } = await openPage(browser, new URL("?at=package-guidelines", await siteOf("career")).href);
  await details(page).waitFor();
  expect(plain(await details(page).innerText())).toMatch(/−83%,? ?computed|computed.*−83%/);
  await page.goto(new URL("?at=payment-interface", await siteOf("career")).href);
  await details(page).waitFor();
  const shown = plain(await details(page).innerText());
  expect(shown).toContain("−75%");
  expect(shown).not.toContain("computed");
  await close();
});

describe("links to elsewhere", () => {
  const withLinks = sampleCareers.filter(([, career]) => career.person.links.length > 0 || career.achievements.some(({ evidence }) => evidence.length > 0));

  it("are http, https or mailto, say where from to nobody, and stay few", async () => {
    expect(withLinks.length).toBeGreaterThan(0);
    for (const [name, career] of withLinks) {
      const { page, close } = await openPage(browser, await siteOf(name));
      const evidenced = career.achievements.filter(({ evidence }) => evidence.length > 0);
      for (const achievement of [null, ...evidenced.slice(0, 3)]) {
        if (achievement) {
          await page.goto(new URL(`?at=${achievement.id}`, await siteOf(name)).href);
          await details(page).waitFor();
        }
        const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => ({ href: link.getAttribute("href") ?? "", rel: link.getAttribute("rel") ?? "" })));
        // The rest are the page's own: its parts, and the owner's views.
        const outside = links.filter(({ href }) => /^(?:[a-z][\w+.-]*:|\/\/)/i.test(href));
        const allowed = new Set([...career.person.links, ...career.achievements.flatMap(({ evidence }) => evidence)].map(({ url }) => url));
        expect(outside.filter(({ href }) => !/^(?:https?:|mailto:)/.test(href) || !allowed.has(href))).toEqual([]);
        expect(outside.filter(({ rel }) => !rel.includes("noopener"))).toEqual([]);
        if (achievement) expect(outside.map(({ href }) => href)).toEqual(expect.arrayContaining(achievement.evidence.map(({ url }) => url)));
      }
      await close();
    }
  });
});

it("shows an achievement of a career with every metric kind without leaving one out", async () => {
  const career = sampleCareer("thirty-years");
  const { page, close } = await openPage(browser, await siteOf("thirty-years"));
  for (const achievement of career.achievements.filter(({ metrics }) => metrics.length > 0)) {
    await node(page, achievement.id).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => details(page).getByRole("heading").innerText()).toBe(achievement.title);
    const shown = plain(await details(page).innerText());
    expect(achievement.metrics.map((metric) => plain(metricText(metric).number)).filter((number) => !shown.includes(number))).toEqual([]);
  }
  await close();
});

it("keeps the arrow of a way on with its last word, and in sight only where the details scroll by themselves", async () => {
  const { page, close } = await openPage(browser, new URL("?at=first-temporal", await siteOf("career")).href, { width: 1280 });
  const way = details(page).getByRole("button", { name: /^Next/ });
  const [arrow, words] = await way.evaluate((button) => {
    const [name, sign] = [button.querySelector("[dir]"), button.lastElementChild];
    return [sign?.getBoundingClientRect().bottom ?? 0, [...(name?.getClientRects() ?? [])].at(-1)?.bottom ?? 0];
  });
  expect(Math.abs(arrow - words)).toBeLessThan(2);
  const paging = details(page).getByRole("navigation");
  const position = (): Promise<string> => paging.evaluate((each) => getComputedStyle(each).position);
  expect(await position()).toBe("sticky");
  await resize(page, 960);
  expect(await position()).toBe("static");
  await close();
});

it("leaves the sentence on a known start out while its bracket is not drawn, on a screen", async () => {
  const { page, close } = await openPage(browser, new URL("?at=first-temporal", await siteOf("career")).href);
  const sentence = page.getByText("begun between Mar and Jun 2022, end not dated.").first();
  const bracket = arc(page).locator(".known");
  await details(page).waitFor();
  await expect.poll(async () => [await sentence.isVisible(), await bracket.count()]).toEqual([false, 0]);
  await visit(page, await siteOf("career"), "?at=order-flow");
  await details(page).waitFor();
  await expect.poll(async () => [await sentence.isVisible(), await bracket.count()]).toEqual([true, 1]);
  await page.keyboard.press("Escape");
  await expect.poll(async () => [await sentence.isVisible(), await bracket.count()]).toEqual([true, 1]);
  await close();
});
