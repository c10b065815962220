import { describe, expect, it } from "vitest";
import { renderNotFound } from "../../src/prerender/notFound.js";
import { ADDRESS, makeSite, tagsOf } from "../support/prerender.js";

describe("renderNotFound", () => {
  it("works at any depth: all that it refers to begins at the host's root", () => {
    const html = renderNotFound(makeSite(undefined, { address: ADDRESS }));
    expect(tagsOf(html, "link")).toEqual(['<link rel="preload" href="/career/fonts/a.woff2" as="font" type="font/woff2" crossorigin />', '<link rel="stylesheet" href="/career/assets/index-12345678.css">', '<link rel="stylesheet" href="/career/assets/b-12345678.css">']);
    expect(tagsOf(html, "a")).toEqual(['<a href="/career/">']);
    expect(tagsOf(html, "script|style|img")).toEqual([]);
  });
  it("leads to the root of the host where nothing else is known", () => {
    expect(tagsOf(renderNotFound(makeSite()), "a")).toEqual(['<a href="/">']);
  });
  it("is nothing to be found by", () => {
    expect(renderNotFound(makeSite())).toContain('<meta name="robots" content="noindex">');
  });
});
