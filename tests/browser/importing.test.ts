import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CareerDocument } from "../../src/model/document.js";
import { parseDocument } from "../../src/model/parseCareer.js";
import { firstDocument } from "../support/careers.js";
import { launchBrowser } from "../support/chromium.js";
import { makeAchievement, makeDocument, makeRole } from "../support/document.js";
import { HOSTILE } from "../support/hostile.js";
import { details, fileInput, nodes, type Opened, openPage, openTable, rows, settled } from "../support/page.js";
import { siteOf, siteOfDocument } from "../support/site.js";
import { dropFile, GOOD_FILE } from "../support/tour.js";
import { plain } from "../support/visible.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const file = (content: string, name = "career.json") => ({ name, mimeType: "application/json", buffer: Buffer.from(content) });
const changed = (change: (document: Record<string, unknown>) => void): string => {
  const document = structuredClone(firstDocument) as unknown as Record<string, unknown>;
  change(document);
  return JSON.stringify(document);
};
const firstRole = (document: Record<string, unknown>): Record<string, unknown> => (document["roles"] as Record<string, unknown>[])[0] ?? {};
const firstAchievement = (document: Record<string, unknown>): Record<string, unknown> => (firstRole(document)["achievements"] as Record<string, unknown>[])[0] ?? {};

interface BadFile {
  readonly name: string;
  readonly content: string;
  /** What the message has to say: where, what is wrong, and what to do. */
  readonly says: readonly RegExp[];
}

const BAD: readonly BadFile[] = [
  { name: "no JSON at all", content: "Dear Sir or Madam,\nplease find my résumé", says: [/line 1, column 1/] },
  { name: "a comma too many", content: "{\n  \"version\": 1,\n  \"person\": { \"headline\": \"X\", },\n  \"roles\": []\n}", says: [/line 3, column \d+/, /comma/] },
  { name: "an empty file", content: "", says: [/empty/, /a career begins as/] },
  { name: "a JSON Resume with nothing to head a page", content: JSON.stringify({ basics: {}, work: [{ name: "Analytical", startDate: "Sprng 1842" }] }), says: [/basics\.label/, /add "label"/, /work\[0\]\.startDate/, /Sprng 1842/] },
  { name: "a list", content: "[1, 2, 3]", says: [/\S{20}|object/] },
  { name: "6 MB", content: `{"version":1,"comment":"${"a".repeat(6_000_000)}"}`, says: [/6 MB|MB/, /5 MB/] },
  { name: "lists in lists, 100,000 deep", content: `${"[".repeat(100_000)}${"]".repeat(100_000)}`, says: [/line 1, column/, /nest|deep|within/] },
  { name: "a date that is none", content: changed((document) => void (firstRole(document)["start"] = "Sprng 2019")), says: [/roles\[0\]\.start/, /Sprng 2019/, /YYYY-MM/] },
  { name: "an end before its start", content: changed((document) => void (firstRole(document)["end"] = "2001-01")), says: [/roles\[0\]\.end/, /before/] },
  { name: "a metric of no known kind", content: changed((document) => void (firstAchievement(document)["metrics"] = [{ kind: "speed", quote: "5 engineers" }])), says: [/roles\[0\]\.achievements\[0\]\.metrics\[0\]/, /speed/, /percent_change/] },
  { name: "bytes that are no text", content: "\u0000\u0001\u0002", says: [/UTF-8/] },
];

const headline = (page: Page): Promise<string> => page.getByRole("heading", { level: 1 }).innerText();

describe("a file that cannot be used", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openPage(browser, await siteOf("career"));
  });
  afterAll(() => opened.close());

  it.each(BAD)("leaves the page as it was and says where and why: $name", async ({ name, content, says }) => {
    const { page, problems } = opened;
    const fileName = `${name}.json`;
    await fileInput(page).setInputFiles(file(content, fileName));
    const message = page.getByRole("alert").filter({ hasText: fileName });
    const read = (): Promise<string> => message.innerText().then(plain);
    for (const said of says) await expect.poll(read).toMatch(said);
    const words = await read();
    expect(words).not.toMatch(/undefined|\[object|NaN/);
    expect(await headline(page)).toBe(firstDocument.person.headline);
    expect(await nodes(page).count()).toBe(9);
    await nodes(page).first().focus();
    await page.keyboard.press("Enter");
    expect(await details(page).count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(problems).toEqual([]);
  });
});

it("never shows one file's findings under another's name", async () => {
  const { page, close } = await openPage(browser, await siteOf("career"));
  await fileInput(page).setInputFiles(file(changed((document) => void (firstRole(document)["end"] = "2001-01")), "first.json"));
  await page.getByRole("alert").filter({ hasText: "2001-01" }).waitFor();
  // Every state of the notice from the choice of the second file on.
  await page.evaluate(() => {
    const said: string[] = [];
    new MutationObserver(() => said.push(document.querySelector(".notice")?.textContent ?? "")).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { said });
  });
  await fileInput(page).setInputFiles(file("nothing", "second.json"));
  await page.getByRole("alert").filter({ hasText: "line 1, column 1" }).waitFor();
  const said = await page.evaluate(() => (window as unknown as { readonly said: readonly string[] }).said);
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter((words) => words.includes("second.json") && words.includes("2001-01"))).toEqual([]);
  await close();
});

it("opens a file with a figure that its quote does not have, and says so", async () => {
  const { page, close } = await openPage(browser, await siteOf("one-achievement"));
  const text = JSON.stringify(firstDocument);
  expect(text).toContain("\"percent\":75");
  await fileInput(page).setInputFiles(file(text.replaceAll("\"percent\":75", "\"percent\":57")));
  const message = page.getByRole("status").filter({ hasText: "Opened career.json" });
  await expect.poll(() => message.innerText().then(plain)).toMatch(/look at this:.*cannot read 57%.*"fell by 75%"/);
  await expect.poll(() => headline(page)).toBe(firstDocument.person.headline);
  await close();
});

it("replaces the career by a good file, as often as one likes, chosen or dropped", async () => {
  const { page, problems, close } = await openPage(browser, new URL("?domain=payments&at=user-cache", await siteOf("career")).href);
  await fileInput(page).setInputFiles(GOOD_FILE);
  await expect.poll(() => headline(page)).toBe("Lighthouse keeper");
  expect(await nodes(page).count()).toBe(1);
  // Nothing of the one before is left, in the page or in its link.
  await expect.poll(() => page.locator("body").innerText()).not.toMatch(/Carousell|17Live|Payments/);
  expect(await details(page).count()).toBe(0);
  expect(new URL(page.url()).search).toBe("");
  await dropFile(page, file(JSON.stringify(firstDocument), "first.json"));
  await expect.poll(() => headline(page)).toBe(firstDocument.person.headline);
  expect(await nodes(page).count()).toBe(9);
  await fileInput(page).setInputFiles(file("nothing", "bad.json"));
  await page.getByRole("alert").waitFor();
  await fileInput(page).setInputFiles(GOOD_FILE);
  await expect.poll(() => headline(page)).toBe("Lighthouse keeper");
  expect(problems).toEqual([]);
  await close();
});

it("opens a JSON Resume: highlights on the arc, findings at their places in it", async () => {
  const { page, problems, close } = await openPage(browser, await siteOf("career"));
  await fileInput(page).setInputFiles(fileURLToPath(new URL("../../data/samples/json-resume/gardener.json", import.meta.url)));
  const message = page.getByRole("status").filter({ hasText: "Opened gardener.json, a JSON Resume." });
  await expect.poll(() => message.innerText().then(plain)).toMatch(/projects\[1\]\.startDate there is no "startDate"/);
  await expect.poll(() => headline(page)).toBe("Head gardener (made-up person)");
  expect(await nodes(page).count()).toBe(8);
  // What a career has no place for is not on the page: nobody's phone number, for one.
  expect(await page.locator("main").innerText()).not.toMatch(/\+49|imke\.oduya@|Example Street|Green Hand/);
  expect(problems).toEqual([]);
  await close();
});

it("has nothing but the file's own address to go to: no upload, no storage", async () => {
  const { page, requests, close } = await openPage(browser, await siteOf("career"));
  await fileInput(page).setInputFiles(GOOD_FILE);
  await expect.poll(() => headline(page)).toBe("Lighthouse keeper");
  expect(requests.filter((path) => !/^\/(?:$|assets\/|fonts\/|favicon\.svg$|career\.json$)/.test(path))).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ""]);
  await close();
});

/** Ways to run something, to fetch something, or to end the element that a text stands in. */
const VECTORS: readonly string[] = [
  ...HOSTILE,
  "<img src=x onerror=\"window.print()\">", "<svg><script>print()</script></svg>", "<iframe srcdoc=\"<script>parent.print()</script>\"></iframe>", "<a href=javascript:print()>x</a>",
  "<style>*{background:url(//evil.example/x)}</style>", "<link rel=stylesheet href=//evil.example>", "<base href=//evil.example>", "<meta http-equiv=refresh content=0;url=//evil.example>",
  "</title><script>print()</script>", "--><script>print()</script>", "\"><script>print()</script>", "'><img src=//evil.example/x>", "</textarea><script>print()</script>", "<!--<script>", "<![CDATA[<script>print()</script>]]>",
  "<math><mtext></mtext><mglyph><svg><mtext><textarea><path id=\"</textarea><img onerror=print() src=1>\">", "<details open ontoggle=print()>", "<object data=javascript:print()>", "<form><button formaction=javascript:print()>x",
  "${print()}", "{{constructor.constructor('print()')()}}", "javascript:print()//", "data:text/html,<script>print()</script>", "&#106;avascript:print()", "\\x3cscript\\x3e", "%3Cscript%3Eprint()%3C/script%3E", "url(\"//evil.example\")", "expression(print())",
];

/** The same hostile text wherever a document takes free text. */
function hostileDocument(texts: readonly string[]): CareerDocument {
  const [first = "x"] = texts;
  return makeDocument({
    fictional: true,
    person: { headline: first, name: first, summary: first, location: first, links: [{ label: first, url: "https://example.org/" }], claims: [{ id: "claim", text: first }] },
    domains: [{ id: "payments", label: first }],
    skills: [{ id: "go", label: first, aliases: [first] }],
    roles: texts.map((text, i) => makeRole({
      id: `role-${i}`, title: text, organization: text, location: text, start: `${1990 + (i % 30)}-01`, end: `${1990 + (i % 30)}-12`,
      achievements: [makeAchievement({ id: `work-${i}`, title: text, short: text, text, evidence: [{ url: "https://example.org/proof", title: text, kind: text }] })],
    })),
  });
}

/** Texts that a document may have at all, each tried alone; the checker refuses the rest, with a reason. */
const accepted = VECTORS.filter((text) => parseDocument(JSON.stringify(hostileDocument([text]))).ok && text.length < 400);

async function expectLiteral(page: Page, texts: readonly string[]): Promise<void> {
  for (const more of await page.getByRole("button", { name: /^Show all/ }).all()) await more.click();
  const titles = await rows(page).evaluateAll((all) => all.map((row) => row.querySelector("b")?.textContent ?? ""));
  expect(new Set(titles)).toEqual(new Set(texts));
  expect(await page.locator("h1").evaluate((heading) => heading.textContent)).toBe(texts[0]);
  // Of the elements that the vectors ask for there is none.
  expect(await page.locator("main :is(script, iframe, img, object, embed, style, link, base, meta, form, textarea, math, [onerror], [onload], [ontoggle], [style*=url])").count()).toBe(0);
  const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => (link instanceof HTMLAnchorElement ? link.protocol : "")));
  expect(links.filter((protocol) => protocol !== "" && !/^https?:$/.test(protocol))).toEqual([]);
}

describe("hostile texts in every field", () => {
  it("are many", () => {
    expect(accepted.length).toBeGreaterThan(80);
  });

  it("are shown as they are when they come by a file, in list, table and details", async () => {
    const { page, problems, close } = await openPage(browser, await siteOf("career"));
    await fileInput(page).setInputFiles(file(JSON.stringify(hostileDocument(accepted))));
    await page.getByRole("status").filter({ hasText: "Opened career.json" }).waitFor();
    await expectLiteral(page, accepted);
    await rows(page).nth(2).focus();
    await page.keyboard.press("Enter");
    expect(await details(page).count()).toBe(1);
    await page.keyboard.press("Escape");
    await openTable(page);
    await settled(page);
    const observed = await page.evaluate(() => window.observed);
    expect([...problems, ...observed.violations]).toEqual([]);
    expect(observed.prints).toBe(0);
    await close();
  });

  it("are shown as they are when the page is built of them, with and without a script", async () => {
    const address = await siteOfDocument(hostileDocument(accepted));
    for (const script of [true, false]) {
      const { page, problems, close } = await openPage(browser, address, { script });
      if (script) await expectLiteral(page, accepted);
      const linked = await page.locator("script[type='application/ld+json']").textContent();
      expect(JSON.parse(linked ?? "")).toMatchObject({ mainEntity: { jobTitle: accepted[0] } });
      expect(await page.locator("script:not([src])").count()).toBe(1);
      expect(problems.filter((problem) => !problem.endsWith(".js csp"))).toEqual([]);
      if (script) expect((await page.evaluate(() => window.observed)).prints).toBe(0);
      await close();
    }
  });

  it("do nothing in a link", async () => {
    const address = await siteOf("career");
    const { page, problems, close } = await openPage(browser, address);
    for (const text of ["<img src=x onerror=print()>", "javascript:print()", "__proto__", "%E0%A4%A", "\u202e", "' onfocus=print() autofocus='"]) {
      for (const name of ["q", "at", "domain", "skill", "org", "as", "sort", "theme", "v"]) {
        const url = new URL(address);
        url.searchParams.set(name, text);
        await page.evaluate((search) => {
          history.replaceState(null, "", search);
          dispatchEvent(new PopStateEvent("popstate"));
        }, url.search);
        expect(await page.getByRole("searchbox", { name: "Find in text" }).inputValue()).toBe(name === "q" ? text : "");
      }
    }
    expect(await headline(page)).toBe(firstDocument.person.headline);
    expect(problems).toEqual([]);
    expect((await page.evaluate(() => window.observed)).prints).toBe(0);
    await close();
  });
});

describe("addresses in a file", () => {
  const schemes = ["javascript:print()", "JaVaScRiPt:print()", " javascript:print()", "java\nscript:print()", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:https://example.org/x", "//example.org", "ftp://example.org"];
  it.each(schemes)("%j becomes no link", async (url) => {
    const { page, problems, close } = await openPage(browser, await siteOf("one-achievement"));
    const document = makeDocument({ person: { headline: "Somebody else", links: [{ label: "press me", url }] }, roles: [makeRole({ achievements: [makeAchievement({ evidence: [{ url, title: "press me, too" }] })] })] });
    await fileInput(page).setInputFiles(file(JSON.stringify(document)));
    await page.getByRole("status").or(page.getByRole("alert")).filter({ hasText: "career.json" }).waitFor();
    const hrefs = await page.locator("a").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    expect(hrefs.filter((href) => !/^(?:#|https?:|mailto:)/.test(href))).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});
