import { describe, expect, it } from "vitest";
import { toRobots, toSitemap } from "../../src/prerender/sitemap.js";
import { ADDRESS, documentWithViews, makeSite } from "../support/prerender.js";

const RULES = "User-agent: *\nAllow: /\n";

describe("toSitemap", () => {
  it("lists every page, made on the day that the site is for", () => {
    expect(toSitemap(makeSite(documentWithViews, { address: ADDRESS }))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
      "<url><loc>https://example.org/career/</loc><lastmod>2026-11-22</lastmod></url>\n" +
      "<url><loc>https://example.org/career/view/payments/</loc><lastmod>2026-11-22</lastmod></url>\n" +
      "<url><loc>https://example.org/career/view/b%C3%BAsqueda/</loc><lastmod>2026-11-22</lastmod></url>\n" +
      "</urlset>\n");
  });
  it("is none where the address is not known", () => {
    expect(toSitemap(makeSite(documentWithViews))).toBeNull();
  });
});

describe("toRobots", () => {
  it("says where the sitemap is, if that is known", () => {
    expect(toRobots(RULES, makeSite(documentWithViews, { address: ADDRESS }))).toBe(`${RULES}\nSitemap: https://example.org/career/sitemap.xml\n`);
    expect(toRobots(RULES, makeSite(documentWithViews))).toBe(RULES);
  });
});
