import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOfThisMachine, parseSiteAddress, findPublishedSite } from "../../../src/app/embed/publishedSite.js";
import { RUNS } from "../../support/careers.js";
import { HOSTILE } from "../../support/hostile.js";

describe("findPublishedSite", () => {
  it.each([["/cv/", ""], ["/cv/index.html", "index.html"], ["/cv/view/money/index.html", "index.html"], ["/index.html/", ""], ["/myindex.html", ""]])("of the page %j", (pathname, index) => {
    expect(findPublishedSite("https://example.org/cv/", pathname)).toEqual({ url: "https://example.org/cv/", index });
  });
});

describe("isOfThisMachine", () => {
  it.each(["http://localhost:4173/", "http://127.0.0.1/", "http://127.8.9.1:80/cv/", "http://[::1]:4173/", "http://cv.localhost/", "http://0.0.0.0:4173/", "file:///home/me/site/index.html"])("%s is", (url) => {
    expect(isOfThisMachine(url)).toBe(true);
  });
  it.each(["https://example.org/", "https://localhost.example.org/", "https://127.0.0.1.example.org/", "https://example.org/localhost/", "http://192.168.0.4/"])("%s is not", (url) => {
    expect(isOfThisMachine(url)).toBe(false);
  });
});

describe("parseSiteAddress", () => {
  it.each([
    ["https://example.org", "https://example.org/"],
    ["  https://example.org/cv  ", "https://example.org/cv/"],
    ["https://example.org/cv/index.html?at=x#y", "https://example.org/cv/"],
    ["example.org/cv", "https://example.org/cv/"],
    ["example.org:8080/cv/", "https://example.org:8080/cv/"],
    ["http://me.example.org/", "http://me.example.org/"],
    ["https://example.org/a\"><b>/", "https://example.org/a%22%3E%3Cb%3E/"],
    ["https://bücher.example/", "https://xn--bcher-kva.example/"],
  ])("reads %j", (typed, url) => {
    expect(parseSiteAddress(typed)).toEqual({ ok: true, url });
  });

  it.each([["my site", /no web address/], ["https://", /no web address/], ["javascript:alert(1)", /begins with javascript:/], ["data:text/html,x", /begins with data:/], ["ftp://example.org/", /begins with ftp:/], ["file:///etc/passwd", /begins with file:/], ["mailto:me@example.org", /begins with mailto:/], ["https://me:secret@example.org/", /name and password/]])("refuses %j", (typed, message) => {
    const read = parseSiteAddress(typed);
    expect(read.ok ? read.url : read.message).toMatch(message);
    expect(read.ok).toBe(false);
  });

  it("gives a folder on the web or a reason, whatever is typed", () => {
    fc.assert(fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string({ unit: "binary" })), (typed) => {
      const read = parseSiteAddress(typed);
      if (!read.ok) {
        expect(read.message).not.toBe("");
        return;
      }
      const { protocol, href, search, hash, username } = new URL(read.url);
      expect(href).toBe(read.url);
      expect(href).toMatch(/\/$/);
      expect([protocol === "https:" || protocol === "http:", search, hash, username]).toEqual([true, "", "", ""]);
      // Read again it is the same.
      expect(parseSiteAddress(read.url)).toEqual(read);
    }), { numRuns: RUNS });
  });
});
