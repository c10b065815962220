import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { fitted, openHost } from "../support/frameHost.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const FRAME = "<iframe data-career-timeline data-link=\"me\" title=\"Career\" sandbox=\"allow-scripts\" src=\"EMBED\"></iframe>";
const BODY = `${FRAME}HOST_SCRIPT`;
const search = (page: Page): Promise<string> => page.evaluate(() => location.search);

it("a link to the host opens the frame at its achievement", async () => {
  const { page, frame, problems, close } = await openHost(browser, { body: BODY, query: "?page=2&me.domain=payments&me.at=live-event&x=%20" });
  const inside = await frame();
  await inside.locator(".details").waitFor();
  expect(await inside.locator(".chips [aria-pressed=true]").count()).toBe(1);
  await fitted(inside);
  expect(await search(page)).toBe("?page=2&me.domain=payments&me.at=live-event&x=%20");
  expect(await page.evaluate(() => [document.activeElement?.nodeName, scrollY])).toEqual(["BODY", 0]);
  expect(await problems()).toEqual([]);
  await close();
});

it("what is done in the frame stands in the host's address, in no entry of its own, and comes back", async () => {
  const { page, frame, close } = await openHost(browser, { body: BODY, query: "?page=2#top" });
  const inside = await frame();
  await fitted(inside);
  await page.evaluate(() => history.replaceState({ router: 7 }, ""));
  const before = await page.evaluate(() => history.length);
  await inside.locator(".chips button").first().click();
  await expect.poll(() => search(page)).toMatch(/^\?page=2&me\.domain=[a-z-]+$/);
  await inside.locator(".arc [data-item]").first().click();
  await expect.poll(() => search(page)).toMatch(/^\?page=2&me\.domain=[a-z-]+&me\.at=[a-z-]+$/);
  expect(await page.evaluate(() => [history.length, history.state, location.hash])).toEqual([before, { router: 7 }, "#top"]);

  const title = await inside.locator(".details h3").textContent();
  await page.reload();
  const again = await frame();
  await again.locator(".details").waitFor();
  expect(await again.locator(".details h3").textContent()).toBe(title);

  await again.getByRole("button", { name: "Close details" }).click();
  await expect.poll(() => search(page)).toMatch(/^\?page=2&me\.domain=[a-z-]+$/);
  await again.locator(".chips [aria-pressed=true]").click();
  await expect.poll(() => search(page)).toBe("?page=2");
  await close();
});

it("goes back and forth with the host's own entries", async () => {
  const { page, frame, close } = await openHost(browser, { body: BODY });
  const inside = await frame();
  await fitted(inside);
  await inside.locator(".arc [data-item]").first().click();
  await expect.poll(() => search(page)).toMatch(/^\?me\.at=/);
  await page.evaluate(() => history.pushState(null, "", "?page=2"));
  await page.evaluate(() => history.pushState(null, "", "?page=3&me.domain=payments"));
  const entries = await page.evaluate(() => history.length);
  await page.evaluate(() => history.back());
  await expect.poll(() => search(page)).toBe("?page=2");
  await expect.poll(() => inside.locator(".details").count()).toBe(0);
  await page.evaluate(() => history.back());
  await inside.locator(".details").waitFor();
  await page.evaluate(() => history.go(2));
  await expect.poll(() => inside.locator(".chips [aria-pressed=true]").count()).toBe(1);
  expect(await inside.locator(".details").count()).toBe(0);
  expect(await search(page)).toBe("?page=3&me.domain=payments");
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await close();
});

it("two frames do not see each other's, and one without a name is in no address", async () => {
  const { page, frames, close } = await openHost(browser, {
    body: `${FRAME}${FRAME.replace("\"me\"", "\"me-2\"")}${FRAME.replace(" data-link=\"me\"", "")}HOST_SCRIPT`,
    query: "?me-2.domain=payments",
    frames: 3,
    height: 3000,
  });
  const [one, two, three] = await frames();
  if (!one || !two || !three) throw new Error("three frames were asked for");
  for (const each of [one, two, three]) await fitted(each);
  await expect.poll(() => two.locator(".chips [aria-pressed=true]").count()).toBe(1);
  expect([await one.locator(".chips [aria-pressed=true]").count(), await three.locator(".chips [aria-pressed=true]").count()]).toEqual([0, 0]);
  await three.locator(".arc [data-item]").first().click();
  await three.locator(".details").waitFor();
  await one.locator(".arc [data-item]").first().click();
  await expect.poll(() => search(page)).toMatch(/^\?me-2\.domain=payments&me\.at=[a-z-]+$/);
  expect(await two.locator(".details").count()).toBe(0);
  await close();
});

it("a frame that its owner has set up is back at the default only where the address says so", async () => {
  const owned = FRAME.replace("EMBED", "EMBED?domain=payments");
  const { page, frame, close } = await openHost(browser, { body: `${owned}HOST_SCRIPT` });
  const inside = await frame();
  await fitted(inside);
  expect(await search(page)).toBe("");
  await inside.locator(".chips [aria-pressed=true]").click();
  await expect.poll(() => search(page)).toBe("?me.v=1");
  await page.reload();
  const again = await frame();
  await expect.poll(() => again.locator(".chips [aria-pressed=true]").count()).toBe(0);
  await close();
});

it.each([
  ["another frame", FRAME],
  ["an element", "<career-timeline link=\"me\">Career</career-timeline>"],
])("of two embeds of one name the first has it, and the other says so: %s", async (_, other) => {
  const second = await openHost(browser, { body: `${other}${FRAME.replace(" src", " id=\"late\" src")}HOST_SCRIPT`, query: "?me.domain=payments", frames: other === FRAME ? 2 : 1, height: 3000 });
  const late = (await second.frames()).at(-1);
  if (!late) throw new Error("a frame was asked for");
  await fitted(late);
  await late.locator(".arc [data-item]").first().click();
  await late.locator(".details").waitFor();
  expect(await late.locator(".chips [aria-pressed=true]").count()).toBe(0);
  expect(await search(second.page)).toBe("?me.domain=payments");
  expect(new Set(await second.problems())).toEqual(new Set([expect.stringContaining("console error: no link")]));
  await second.close();

  const first = await openHost(browser, { body: `${FRAME}${other}HOST_SCRIPT`, query: "?me.domain=payments", frames: other === FRAME ? 2 : 1, height: 3000 });
  const inside = await first.frame();
  await expect.poll(() => inside.locator(".chips [aria-pressed=true]").count()).toBe(1);
  await inside.locator(".arc [data-item]").first().click();
  await expect.poll(() => search(first.page)).toMatch(/^\?me\.domain=payments&me\.at=[a-z-]+$/);
  expect(await first.problems()).toHaveLength(other === FRAME ? 1 : 0);
  await first.close();
});

it("a framed stranger brings nothing into the address but what a link of ours may say", async () => {
  const { page, frame, problems, close } = await openHost(browser, { body: BODY, query: "?page=2#top" });
  const inside = await frame();
  await fitted(inside);
  const say = (query: string): Promise<void> => inside.evaluate((text) => parent.postMessage({ type: "career-timeline", version: 1, event: "filter", query: text }, "*"), query);
  for (const query of ["?at=a#gone", "?utm_source=x", "?at=a&session=1", "?at=a b", "?me.at=a", "?at=\"><b>", `?q=${"a".repeat(2_000)}`]) await say(query);
  await say("?q=a+%23%26&at=b");
  await expect.poll(() => search(page)).toBe("?page=2&me.q=a+%23%26&me.at=b");
  expect(await page.evaluate(() => location.hash)).toBe("#top");
  await say("?at=c#gone");
  await say("");
  await expect.poll(() => search(page)).toBe("?page=2");
  expect(await problems()).toEqual([]);
  await close();
});

it("a page whose address cannot be written keeps all else", async () => {
  const { page, frame, problems, close } = await openHost(browser, {
    body: BODY,
    // As in `srcdoc`, and in a sandbox.
    prepare: () => {
      history.replaceState = () => {
        throw new DOMException("no address", "SecurityError");
      };
    },
  });
  const inside = await frame();
  const before = await fitted(inside);
  await inside.locator(".arc [data-item]").first().click();
  await inside.locator(".details").waitFor();
  await expect.poll(() => fitted(inside)).toBeGreaterThan(before);
  expect(await search(page)).toBe("");
  expect(await problems()).toEqual([]);
  await close();
});
