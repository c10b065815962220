import { describe, expect, it } from "vitest";
import type { CareerDocument } from "../../src/model/document.js";
import { renderPage } from "../../src/prerender/renderPage.js";
import { AS_OF, firstDocument } from "../support/careers.js";
import { makeDocument } from "../support/document.js";

/** As the bundler writes it. */
const TEMPLATE = `<!doctype html>
<html class="career-timeline" lang="en">
  <head>
    <title>Career timeline</title>
    <link rel="preload" href="./fonts/a.woff2" as="font" type="font/woff2" crossorigin />
    <script type="module" crossorigin src="./assets/index-12345678.js"></script>
    <link rel="modulepreload" crossorigin href="./assets/a-12345678.js">
    <link rel="stylesheet" crossorigin href="./assets/index-12345678.css">
    <link rel="stylesheet" href="./assets/b-12345678.css" crossorigin="anonymous">
    <link rel="stylesheet" href="./assets/c-12345678.css" crossorigin>
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>
`;
const render = (document: CareerDocument): ReturnType<typeof renderPage> => renderPage(document, { asOf: AS_OF, template: TEMPLATE });
const tagsOf = (html: string, pattern: RegExp): string[] => html.match(pattern) ?? [];

describe("renderPage", () => {
  it("asks for scripts and styles as its own, so that a page without a host has them too", () => {
    const { html } = render(makeDocument());
    const own = [...tagsOf(html, /<script type="module"[^>]*>/g), ...tagsOf(html, /<link rel="(?:stylesheet|modulepreload)"[^>]*>/g)];
    expect(own).toEqual([
      '<script type="module" src="./assets/index-12345678.js">',
      '<link rel="modulepreload" href="./assets/a-12345678.js">',
      '<link rel="stylesheet" href="./assets/index-12345678.css">',
      '<link rel="stylesheet" href="./assets/b-12345678.css">',
      '<link rel="stylesheet" href="./assets/c-12345678.css">',
    ].sort((a, b) => own.indexOf(a) - own.indexOf(b)));
  });
  it("asks for font and data as they are fetched later: preloaded otherwise they would be fetched twice", () => {
    const preloads = tagsOf(render(makeDocument()).html, /<link rel="preload"[^>]*>/g);
    expect(preloads).toHaveLength(2);
    for (const tag of preloads) expect(tag).toMatch(/ crossorigin/);
  });
  it("publishes the document beside the page, without what is only the owner's", () => {
    const { data } = render({ ...firstDocument, notes: "mine", person: { ...firstDocument.person, email: "a@example.org" } } as CareerDocument);
    expect(data.text).not.toMatch(/mine|example\.org/);
    expect(render(JSON.parse(data.text) as CareerDocument).data.text).toBe(data.text);
  });
  it("gives the same bytes for the same file", () => {
    expect(render(firstDocument)).toEqual(render(firstDocument));
  });
  it("is marked, so that a later build knows it", () => {
    expect(render(makeDocument()).html).toContain(`<div id="root" data-as-of="${AS_OF}">`);
  });
  it("says of a template that is none of ours what it misses", () => {
    expect(() => renderPage(makeDocument(), { asOf: AS_OF, template: "<html>" })).toThrow("no such place in the page template");
  });
});
