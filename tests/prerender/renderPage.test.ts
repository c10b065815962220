import { describe, expect, it } from "vitest";
import type { CareerDocument, ViewDocument } from "../../src/model/document.js";
import { renderPage } from "../../src/prerender/renderPage.js";
import { AS_OF, firstDocument } from "../support/careers.js";
import { makeDocument } from "../support/document.js";
import { documentWithViews, makeSite, tagsOf } from "../support/prerender.js";

const render = (document: CareerDocument): Promise<string> => renderPage(makeSite(document));
const [payments, finding] = documentWithViews.views as readonly [ViewDocument, ViewDocument];
const view = await renderPage(makeSite(documentWithViews), payments);
/** Where a tag leads, if it leads anywhere but inside the page. */
const references = (html: string): string[] => tagsOf(html, "link|script|img|a").flatMap((tag) => /\s(?:href|src)="([^"#][^"]*)"/.exec(tag)?.[1] ?? []);

describe("renderPage", () => {
  it("asks for scripts and styles as its own, so that a page without a host has them too", async () => {
    const own = tagsOf(await render(makeDocument()), "link|script").filter((tag) => /type="module"|rel="(?:stylesheet|modulepreload)"/.test(tag));
    expect(own).toEqual([
      '<script type="module" src="./assets/index-12345678.js">',
      '<link rel="modulepreload" href="./assets/a-12345678.js">',
      '<link rel="stylesheet" href="./assets/index-12345678.css">',
      '<link rel="stylesheet" href="./assets/b-12345678.css">',
      '<link rel="stylesheet" href="./assets/c-12345678.css" media="print">',
    ]);
  });
  it("asks for font and data as they are fetched later: preloaded otherwise they would be fetched twice", async () => {
    const preloads = tagsOf(await render(makeDocument()), "link").filter((tag) => tag.includes('rel="preload"'));
    expect(preloads).toHaveLength(2);
    for (const tag of preloads) expect(tag).toMatch(/ crossorigin/);
  });
  it("gives the same bytes for the same file", async () => {
    expect(await render(firstDocument)).toBe(await render(firstDocument));
  });
  it("is marked, so that a later build knows it", async () => {
    expect(await render(makeDocument())).toContain(`<div id="root" data-as-of="${AS_OF}">`);
  });
  it("is named as was asked, whatever signs are in the name", async () => {
    expect(await renderPage(makeSite(makeDocument(), { title: "</title><b>" }))).toContain("<title>&lt;/title&gt;&lt;b&gt;</title>");
  });
  it("says of a template that is none of ours what it misses", async () => {
    await expect(renderPage(makeSite(makeDocument(), { template: "<html>" }))).rejects.toThrow("no such place in the page template");
  });
});

describe("a crowded career", () => {
  const crowd = makeDocument();
  const [role] = crowd.roles;
  const days = Array.from({ length: 200 }, (_, i) => ({ id: `day-${i}`, title: `Day ${i}`, text: `Day ${i}.`, when: { from: `2020-0${1 + (i % 9)}`, to: `2020-0${1 + (i % 9)}` } }));
  it("is sent as it will be drawn: marks that would hide each other as one, and every one of them in words", async () => {
    const html = await render({ ...crowd, roles: role ? [{ ...role, achievements: days }] : [] });
    expect(html).toMatch(/\d+ achievements close together, 2020/);
    // Each has its row in the list; drawn one by one, in three forms of the page, they would be four times as many.
    expect((html.match(/data-item="day-/g) ?? []).length).toBeLessThan(1.3 * days.length);
    expect(days.filter(({ title }) => !html.includes(`>${title}<`))).toEqual([]);
  });
});

describe("a career's activity", () => {
  const activity = { unit: "commits", source: "git log", series: [{ skill: "go", counts: { "2020-03-04": 7, "2021": 5 } }, { domain: "payments", counts: { "2020-05": 30 } }] };
  const words = (html: string): string => html.replace(/<!--.*?-->/g, "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  it("is there before any script: drawn once for each form of the page, in a sentence, and by year", async () => {
    const html = await render(makeDocument({ activity }));
    expect(html.match(/<svg[^>]* height="48" viewBox="0 0 \d+ 48"/g)).toHaveLength(3);
    expect(words(html)).toContain("Commits per week, from git log: 42 shown, at most 7 in a bar (computed). Counts of a whole month or year are spread evenly.");
    expect(words(html)).toContain("Year Commits Of which 2020 37 Payments 30, Go 7 2021 5 Go 5 All 42 Payments 30, Go 12");
  });
  it("leaves nothing in the page of a career that has none", async () => {
    expect((await render(makeDocument({ activity: { ...activity, visibility: "private" } }))).replace(/<!--\/?\$-->/g, "")).toBe((await render(makeDocument())).replace(/<!--\/?\$-->/g, ""));
    expect(await render(makeDocument())).not.toContain("by year");
  });
});

describe("the page of a view", () => {
  it("refers to what lies beside the whole page, from its own folder", async () => {
    const found = references(view);
    expect(found.length).toBeGreaterThan(7);
    expect(found.filter((href) => !href.startsWith("../../"))).toEqual([]);
    expect(references(await render(makeDocument())).filter((href) => !href.startsWith("./"))).toEqual([]);
  });
  it("tells its script which view it is, and where the rest lies", async () => {
    expect(view).toContain(`<div id="root" data-as-of="${AS_OF}" data-view="payments" data-base="../../" data-title="Backend engineer: career timeline, 2020–2021">`);
    expect(await renderPage(makeSite(documentWithViews), finding)).toContain('data-view="búsqueda" data-base="../../" data-title=');
  });
  it("leads to the whole where no script can clear the filter", async () => {
    expect(view).toMatch(/<noscript><p [^>]*>[^<]*<a href="\.\.\/\.\.\/">See all of it<\/a><\/p><\/noscript><main>/);
    expect(await renderPage(makeSite(documentWithViews))).not.toContain("<noscript>");
  });
  it("shows what the view asks for, and only that in words", async () => {
    expect(view).toContain("2 achievements match");
    expect(view).toContain("Built the billing service");
    expect(view).not.toContain("Made an index");
    expect(await renderPage(makeSite(documentWithViews))).toContain("Made an index");
  });
});
