import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/chromium.js";
import { drawn, ELEMENT_FILE, eventsOf, openElementHost, openHostPage, STRICT_POLICY, type ElementHost } from "../support/elementHost.js";

let browser: Browser;
let host: ElementHost;
beforeAll(async () => {
  [browser, host] = await Promise.all([launchBrowser(), openElementHost()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

/** Of two attributes of one name the first counts. */
const element = (attributes = "", inside = "", id = "a"): string => `<career-timeline id="${id}" ${attributes} src="/career.json" as-of="2026-11-22">${inside}</career-timeline>`;

/** A career that comes when the test says so. */
function serveLate(): { readonly path: string; readonly asked: () => Promise<void>; readonly answer: () => void } {
  const path = `/late-${host.requests.length}.json`;
  let answer = (): void => undefined;
  host.serve(path, (response) => {
    answer = () => response.end(readFileSync("data/career.json"));
  });
  const asked = async (): Promise<void> => {
    await expect.poll(() => host.requests.includes(path)).toBe(true);
  };
  return { path, asked, answer: () => answer() };
}

/** Begins to note what can be seen of the element before each paint: what stands inside of it, its still picture, its arcs. @returns all of it, once it has drawn */
async function watchPaints(page: Page): Promise<() => Promise<unknown>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const paints = new Promise<string[]>((done) => {
      const look = (): void => {
        const a = document.querySelector("#a");
        const arcs = [...(a?.shadowRoot?.querySelectorAll("svg[role=group]") ?? [])].filter((svg) => svg.checkVisibility({ visibilityProperty: true }));
        const parts = [...(a?.querySelector("a")?.checkVisibility() ? ["link"] : []), ...(a?.shadowRoot?.querySelector("#still")?.checkVisibility() ? ["still"] : []), ...arcs.map((svg) => `arc ${svg.getAttribute("viewBox")}`)];
        seen.add(parts.join(" and "));
        if (window.elementSeen.events.length > 0) done([...seen]);
        else requestAnimationFrame(look);
      };
      look();
    });
    Object.assign(window, { paints });
  });
  return () => page.evaluate("paints");
}
const arcSize = (page: Page): Promise<string | null> => page.locator("#a").locator("svg[role=group]").getAttribute("viewBox");
const FALLBACK = '<a href="/cv">My career</a>';
const arc = (page: Page, id = "a"): Locator => page.locator(`#${id}`).getByRole("group", { name: /^Career arc/ });
const mark = (page: Page, at: string, id = "a"): Locator => arc(page, id).locator(`[data-item="${at}"]`);
const chip = (page: Page, name: string, id = "a"): Locator => page.locator(`#${id}`).getByRole("toolbar", { name: "Fields" }).getByRole("button", { name: new RegExp(`^${name}`) });
const details = (page: Page, id = "a"): Locator => page.locator(`#${id}`).getByRole("complementary");

it("is one file of at most 75,000 bytes, packed as any server does", () => {
  expect(gzipSync(readFileSync(ELEMENT_FILE), { level: 9 }).length).toBeLessThanOrEqual(75_000);
});

describe("in a page with the strictest policy", () => {
  it.each([360, 1024])("draws, is used, and breaks no rule, %i px wide", async (width) => {
    host.requests.length = 0;
    const { page, problems, close } = await openHostPage(browser, host.page(`${element("", FALLBACK)}${element('chrome="full"', "", "b")}`, { policy: STRICT_POLICY }), { viewport: { width, height: 3000 } });
    await drawn(page, 2);
    await chip(page, "Payments").click();
    await mark(page, "payment-interface").click();
    await details(page).getByRole("button", { name: "Close details" }).click();
    await page.locator("#a").getByText("As a list").click();
    await page.locator("#b").getByRole("button", { name: "Table" }).click();
    await page.locator("#b").getByRole("table").waitFor();
    await page.locator("#a").getByRole("button", { name: /^Skill/ }).click();
    await page.keyboard.press("Escape");
    // Another size of the window: a picture that is drawn while the browser still measures makes it complain to the page.
    for (const other of [width + 200, width - 40, width]) {
      await page.setViewportSize({ width: other, height: 3000 });
      await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    }
    expect(await page.evaluate(() => [...window.elementSeen.violations, ...window.elementSeen.errors])).toEqual([]);
    expect(problems).toEqual([]);
    expect(host.requests.filter((path) => !path.startsWith("/page-"))).toEqual(["/career-timeline.js", "/career.json", "/career.json"]);
    await close();
  });
});

describe("what stands inside", () => {
  const linkShown = (page: Page): Promise<boolean> => page.getByRole("link", { name: "My career" }).isVisible();

  it("shows for ever where the script does not run", async () => {
    const { page, close } = await openHostPage(browser, host.page(element("", FALLBACK), { script: false }));
    expect(await linkShown(page)).toBe(true);
    await close();
  });

  it("shows until the first picture, and is then hidden, not taken away", async () => {
    const late = serveLate();
    const { page, close } = await openHostPage(browser, host.page(element(`src="${late.path}"`, FALLBACK)));
    await late.asked();
    expect(await linkShown(page)).toBe(true);
    late.answer();
    await drawn(page);
    expect(await linkShown(page)).toBe(false);
    expect(await page.locator("#a > a").count()).toBe(1);
    await arc(page).waitFor();
    await close();
  });

  it("never shares the page with the drawing, which is of one size from its first moment on", async () => {
    const late = serveLate();
    const { page, close } = await openHostPage(browser, host.page(element(`src="${late.path}"`, FALLBACK)));
    await late.asked();
    const paints = await watchPaints(page);
    late.answer();
    expect(await paints()).toEqual(["link", `arc ${await arcSize(page)}`]);
    await close();
  });

  it("may be the career itself, or come by property, also before the script", async () => {
    const career = readFileSync("data/career.json", "utf8");
    const inline = `<career-timeline id="a" loading="eager">${FALLBACK}<script type="application/json">${career.replaceAll("<", "\\u003c")}</script></career-timeline>`;
    // The script runs while the page is still being read: the element is there before what stands in it.
    const early = await openHostPage(browser, host.page(`${inline}<career-timeline id="b"></career-timeline>`, { script: false, head: '<script src="/career-timeline.js"></script>' }));
    await early.page.evaluate((text) => void Object.assign(document.querySelector("#b") ?? {}, { career: JSON.parse(text) as unknown }), career);
    await arc(early.page).waitFor();
    await arc(early.page, "b").waitFor();
    expect(early.problems).toEqual([]);
    await early.close();

    const { page, close } = await openHostPage(browser, host.page('<career-timeline id="a"></career-timeline>', { script: false }));
    await page.evaluate((text) => void Object.assign(document.querySelector("#a") ?? {}, { career: text, at: "payment-interface" }), career);
    await page.addScriptTag({ url: "/career-timeline.js" });
    await drawn(page);
    await details(page).waitFor();
    expect(await page.locator("#a").getAttribute("at")).toBe("payment-interface");
    await close();
  });
});

describe("two on a page", () => {
  it("share no id and no filter, and say whose event it is", async () => {
    const { page, close } = await openHostPage(browser, host.page(element() + element('domain="scaling"', "", "b") + element('chrome="full"', "", "c")));
    await drawn(page, 3);
    const ids = await page.evaluate(() => [...document.querySelectorAll("career-timeline")].flatMap((each) => [...(each.shadowRoot?.querySelectorAll("[id]") ?? [])].map(({ id }) => id)));
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
    await chip(page, "Payments").click();
    await expect.poll(() => chip(page, "Payments").getAttribute("aria-pressed")).toBe("true");
    expect(await chip(page, "Payments", "b").getAttribute("aria-pressed")).toBe("false");
    expect(await chip(page, "Scaling", "b").getAttribute("aria-pressed")).toBe("true");
    expect(await eventsOf(page, "b")).toEqual([]);
    expect(await eventsOf(page, "a")).toMatchObject([{ type: "career-filter", detail: { matches: 3, filters: { domains: ["payments"] } } }]);
    await close();
  });
});

describe("the script", () => {
  it("may come twice, and leaves no global", async () => {
    const { page, problems, close } = await openHostPage(browser, host.page(`${element()}<script src="/career-timeline.js?again"></script>`));
    await drawn(page);
    await page.addScriptTag({ url: "/career-timeline.js?late" });
    const added = await page.evaluate(() => Object.getOwnPropertyNames(window).filter((name) => !window.elementSeen.globals.includes(name) && name !== "elementSeen" && !/^\d+$/.test(name)));
    // Not of the script: what a browser defines for ids in the page.
    expect(added.filter((name) => name !== "a")).toEqual([]);
    expect(await page.evaluate(() => window.elementSeen.events.length)).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });

  it("does nothing where another version has the name", async () => {
    const { page, problems, close } = await openHostPage(browser, host.page(element("", FALLBACK), { script: false }));
    await page.evaluate(() => customElements.define("career-timeline", class extends HTMLElement {}));
    await page.addScriptTag({ url: "/career-timeline.js" });
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    expect(await page.evaluate(() => document.querySelector("#a")?.shadowRoot)).toBeNull();
    expect(problems).toEqual([]);
    await close();
  });
});

describe("attributes, properties, methods and events", () => {
  it("react, each to the others", async () => {
    const { page, problems, close } = await openHostPage(browser, host.page(element('domain="payments" at="payment-interface"')));
    await drawn(page);
    await details(page).waitFor();
    expect(await eventsOf(page)).toEqual([]);

    const act = (what: string): Promise<unknown> => page.evaluate(`(() => { const a = document.querySelector("#a"); return (${what}); })()`);
    await act('a.setAttribute("domain", "scaling")');
    await expect.poll(() => chip(page, "Scaling").getAttribute("aria-pressed")).toBe("true");
    await act("a.at = null");
    await expect.poll(() => details(page).count()).toBe(0);
    await act('a.skill = "go"');
    await act("a.select('payment-interface')");
    await act("a.select('nobody')");
    await details(page).waitFor();
    await act("a.filter({ hasNumber: true, domains: [] })");
    expect(await act("[a.getAttribute('at'), a.skill, a.domain, a.selected, a.filters.hasNumber, a.filters.skills, a.src, a.asOf, a.q]")).toEqual([null, "go", "scaling", "payment-interface", true, ["go"], "/career.json", "2026-11-22", ""]);
    await act("a.fit()");
    expect(await act("[a.selected, a.filters.skills, a.filters.hasNumber]")).toEqual([null, [], false]);
    await expect.poll(() => details(page).count()).toBe(0);

    const seen = (await eventsOf(page)).map(({ type, detail }) => [type, Object.entries(detail as object).find(([key]) => key === "id" || key === "matches")?.[1]]);
    expect(seen).toEqual([
      ["career-filter", 2], ["career-select", null], ["career-filter", expect.any(Number)], ["career-select", "payment-interface"], ["career-filter", expect.any(Number)],
      ["career-select", null], ["career-filter", 9],
    ]);

    await act('a.chrome = "none"');
    await expect.poll(() => page.locator("#a").getByRole("search").count()).toBe(0);
    await act('a.chrome = "full"');
    await page.locator("#a").getByRole("button", { name: "Table" }).waitFor();
    await act('a.chrome = "filters"');
    await act('a.page = "https://me.example/cv"');
    await page.locator("#a").getByRole("link", { name: /^Open/ }).waitFor();
    expect(await page.locator("#a").getByRole("link", { name: /^Open/ }).getAttribute("href")).toBe("https://me.example/cv");
    await act('a.page = "javascript:alert(1)"');
    await expect.poll(() => page.locator("#a").getByRole("link", { name: /^Open/ }).count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  it("tell the achievement's title, through shadow roots", async () => {
    const { page, close } = await openHostPage(browser, host.page('<div id="outer"></div>'));
    await page.evaluate(() => {
      const inner = Object.assign(document.createElement("career-timeline"), { id: "a", src: "/career.json" });
      document.querySelector("#outer")?.attachShadow({ mode: "open" }).append(inner);
    });
    await drawn(page);
    await mark(page, "payment-interface").click();
    expect(await eventsOf(page)).toEqual([{ type: "career-select", detail: { id: "payment-interface", title: expect.stringMatching(/\w/) as string } }]);
    await close();
  });

  it("are remembered where they come before the career", async () => {
    const { page, close } = await openHostPage(browser, host.page(""));
    await page.evaluate(() => {
      const a = Object.assign(document.createElement("career-timeline"), { id: "a", src: "/career.json" });
      a.select("payment-interface");
      document.body.append(a);
      a.filter({ domains: ["payments"] });
    });
    await drawn(page);
    await details(page).waitFor();
    expect(await chip(page, "Payments").getAttribute("aria-pressed")).toBe("true");
    await close();
  });

  it("follow another career, whose ids may come with it", async () => {
    const { page, close } = await openHostPage(browser, host.page(element()));
    await drawn(page);
    const nurse = JSON.parse(readFileSync("data/samples/nurse.json", "utf8")) as { roles: { achievements: { id: string; title: string }[] }[] };
    const [first] = nurse.roles.flatMap(({ achievements }) => achievements);
    await page.evaluate((at) => void Object.assign(document.querySelector("#a") ?? {}, { src: "/nurse.json", at }), first?.id);
    await expect.poll(() => details(page).getByRole("heading").first().textContent()).toBe(first?.title);
    await close();
  });
});

describe("the host", () => {
  it("keeps its history, its focus and its place at load, whatever is opened", async () => {
    const body = `<input id="first"><div style="height: 900px"></div>${element('at="payment-interface" loading="eager"')}<div style="height: 2000px"></div>`;
    const { page, close } = await openHostPage(browser, host.page(`${body}<script>first.focus(); scrollTo(0, 300);</script>`));
    await drawn(page);
    await details(page).waitFor();
    await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
    expect(await page.evaluate(() => [document.activeElement?.id, scrollY, history.length, location.search])).toEqual(["first", 300, 2, ""]);
    // A script's own wish opens, and takes no focus either.
    await page.evaluate(() => document.querySelector("career-timeline")?.select("billing-replacement"));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
    expect(await page.evaluate(() => [document.activeElement?.id, scrollY, history.length])).toEqual(["first", 300, 2]);
    await close();
  });

  it("is told in its own address only where it wants to be, one name per element", async () => {
    const body = element('link="me"') + element('link="you" domain="scaling"', "", "b") + element('link="me"', "", "c") + element("", "", "d");
    const { page, problems, close } = await openHostPage(browser, `${host.page(body)}?page=2&me.at=payment-interface#part`);
    await drawn(page, 4);
    await details(page).waitFor();
    expect((await eventsOf(page)).map(({ type, detail }) => [type, (detail as { code: string }).code])).toEqual([["career-error", "link"]]);
    expect(await page.locator("#c").getByRole("status").filter({ hasText: "address" }).count()).toBe(0);
    const search = (): Promise<string> => page.evaluate(() => location.search + location.hash);
    expect(await search()).toBe("?page=2&me.at=payment-interface#part");
    await chip(page, "Payments", "b").click();
    await chip(page, "Payments", "c").click();
    await chip(page, "Payments", "d").click();
    expect(await search()).toBe("?page=2&me.at=payment-interface&you.domain=payments,scaling#part");
    expect(await page.evaluate(() => history.length)).toBe(2);

    await page.evaluate(() => history.pushState(null, "", "?me.domain=scaling"));
    await page.goBack();
    await details(page).waitFor();
    await page.goForward();
    await expect.poll(() => chip(page, "Scaling").getAttribute("aria-pressed")).toBe("true");
    expect(await details(page).count()).toBe(0);
    // The name is free again with its element.
    await page.evaluate(() => document.querySelector("#a")?.remove());
    await page.locator("#c").evaluate((c) => c.setAttribute("link", "me"));
    await chip(page, "Orders", "c").click();
    expect(await search()).toContain("me.domain=");
    expect(problems).toEqual([]);
    await close();
  });
});

it("has the name in the host's address where it stands first in the page, whichever is drawn first", async () => {
  const late = serveLate();
  const { page, close } = await openHostPage(browser, host.page(element(`link="me" src="${late.path}"`) + element('link="me"', "", "b")));
  await late.asked();
  await arc(page, "b").waitFor();
  expect(await eventsOf(page)).toMatchObject([{ type: "career-error", detail: { code: "link" } }]);
  late.answer();
  await arc(page).waitFor();
  await mark(page, "payment-interface").click();
  await expect.poll(() => page.evaluate(() => location.search)).toBe("?me.at=payment-interface");
  expect((await eventsOf(page, "a")).map(({ type }) => type)).toEqual(["career-select"]);
  await close();
});

describe("a still picture from the server (declarative shadow DOM)", () => {
  const STILL = '<template shadowrootmode="open"><link rel="stylesheet" href="/none.css"><p id="still">The still picture</p></template>';

  it("stays until the live one is drawn, without a moment of both or none", async () => {
    host.serve("/none.css", { headers: { "Content-Type": "text/css" }, body: "" });
    const late = serveLate();
    const { page, problems, close } = await openHostPage(browser, host.page(element(`src="${late.path}"`, STILL + FALLBACK)));
    await late.asked();
    const paints = await watchPaints(page);
    late.answer();
    expect(await paints()).toEqual(["still", `arc ${await arcSize(page)}`]);
    expect(problems).toEqual([]);
    await close();
  });

  it("stays where the career does not come", async () => {
    const { page, close } = await openHostPage(browser, host.page(`<career-timeline id="a" src="/gone.json">${STILL}${FALLBACK}</career-timeline>`));
    await drawn(page);
    expect(await page.locator("#a").getByText("The still picture").isVisible()).toBe(true);
    expect(await page.locator("#a").getByRole("status").textContent()).toContain("gone.json");
    await close();
  });
});
