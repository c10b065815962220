import { describe, expect, it } from "vitest";
import { readAddress, readAsOf, readTitle } from "../../src/cli/siteOptions.js";
import { DAY_MS } from "../../src/lib/units.js";

const TODAY = Date.UTC(2026, 10, 22);

describe("readAsOf", () => {
  it("is today where nothing is typed, at its first moment in UTC", () => {
    expect(readAsOf(undefined, TODAY)).toEqual({ asOf: TODAY, messages: [] });
    const now = readAsOf(undefined);
    expect(typeof now === "object" && now.asOf % DAY_MS).toBe(0);
    expect(typeof now === "object" && Math.abs(now.asOf - Date.now())).toBeLessThan(2 * DAY_MS);
  });
  it.each([["2026-01-31", Date.UTC(2026, 0, 31)], ["2026-03", Date.UTC(2026, 2)], ["2025-11-22", Date.UTC(2025, 10, 22)], ["2027-11-22", Date.UTC(2027, 10, 22)]])("reads %s without a word", (text, asOf) => {
    expect(readAsOf(text, TODAY)).toEqual({ asOf, messages: [] });
  });
  it.each(["2025-11-20", "2027-11-24", "1926-11-22", "2206-11-22"])("warns of %s, more than a year away", (text) => {
    expect(readAsOf(text, TODAY)).toMatchObject({ messages: [`warning --as-of: ${text} is more than a year from today; ongoing roles reach to that day`] });
  });
  it.each(["", "soon", "2026-02-30", "22.11.2026"])("says that %j is no date", (text) => {
    expect(readAsOf(text, TODAY)).toBe(`cannot read "${text}" as a date at --as-of; use YYYY-MM-DD`);
  });
});

describe("readAddress", () => {
  it("is the root of a host that nobody has named, where nothing is typed", () => {
    expect(readAddress(undefined, undefined)).toEqual({ url: null, base: "/" });
  });
  it.each([
    ["https://example.org", "https://example.org/", "/"],
    ["https://Example.ORG/career", "https://example.org/career/", "/career/"],
    ["http://localhost:8080/a/b/", "http://localhost:8080/a/b/", "/a/b/"],
    ["https://example.org:443/café", "https://example.org/caf%C3%A9/", "/caf%C3%A9/"],
    ["https://bücher.example/", "https://xn--bcher-kva.example/", "/"],
    ["https://example.org/a/../b", "https://example.org/b/", "/b/"],
  ])("reads --url %s with its path", (typed, url, base) => {
    expect(readAddress(typed, undefined)).toEqual({ url, base });
    expect(readAddress(typed, base)).toEqual({ url, base });
  });
  it.each([["/", "/"], ["/career", "/career/"], ["/a/b.c/~d/", "/a/b.c/~d/"], ["/café/", "/caf%C3%A9/"]])("reads --base %s", (typed, base) => {
    expect(readAddress(undefined, typed)).toEqual({ url: null, base });
  });
  it.each([
    ["", 'cannot read "" as an address at --url; use https://example.org/ or https://example.org/career/'],
    ["example.org", 'cannot read "example.org" as an address at --url; use https://example.org/ or https://example.org/career/'],
    ["https://exa mple.org", 'cannot read "https://exa mple.org" as an address at --url; use https://example.org/ or https://example.org/career/'],
    ["https://", 'cannot read "https://" as an address at --url; use https://example.org/ or https://example.org/career/'],
    ["ftp://example.org/", '--url takes an address that begins with https:// or http://, found "ftp://example.org/"'],
    ["javascript:alert(1)", '--url takes an address that begins with https:// or http://, found "javascript:alert(1)"'],
    ["https://me@example.org/", "--url takes no user name and no password: they would stand in every page"],
    ["https://me:secret@example.org/", "--url takes no user name and no password: they would stand in every page"],
    ["https://example.org/?a=b", '--url takes an address without ? and #, found "https://example.org/?a=b"'],
    ["https://example.org/#top", '--url takes an address without ? and #, found "https://example.org/#top"'],
    ["https://example.org/?", '--url takes an address without ? and #, found "https://example.org/?"'],
    ["https://example.org/a/index.html", '--url takes the address of the folder, not of a page in it, found "https://example.org/a/index.html"'],
    ["https://example.org/*/", '--url takes a path of letters, digits and - _ . ~ % @ + , only, found "https://example.org/*/"'],
    ["https://example.org//a/", '--url takes a path of letters, digits and - _ . ~ % @ + , only, found "https://example.org//a/"'],
  ])("refuses --url %j in a sentence", (typed, message) => {
    expect(readAddress(typed, undefined)).toBe(message);
  });
  it.each(["", "career", "//example.org/", "/a/../b/", "/a/%2e%2e/b/", "/./", "/a b/", "/a?b", "/a#b", "/a//b/", "/*/", "/a:b/", "\\\\a", "https://example.org/", "/a\nb/"])("refuses --base %j in a sentence", (typed) => {
    expect(readAddress(undefined, typed)).toMatch(/^--base takes a path such as \/career\/, found "/);
  });
  it("refuses a path that is not the address's", () => {
    expect(readAddress("https://example.org/a/", "/b/")).toBe("--base /b/ is not the path of --url https://example.org/a/; leave --base out");
  });
});

describe("readTitle", () => {
  it("is what was typed, in one line", () => {
    expect(readTitle(undefined)).toEqual({ title: undefined });
    expect(readTitle(" Jo’s\n\u001b career\u202e ")).toEqual({ title: "Jo’s career" });
  });
  it("is refused where nothing is left of it, and where it is too long", () => {
    expect(readTitle(" \u202e ")).toBe("--title is empty; leave it out, and the page is named after its career");
    expect(readTitle("x".repeat(301))).toBe("--title takes at most 300 characters, found 301");
    expect(readTitle("x".repeat(300))).toEqual({ title: "x".repeat(300) });
  });
});
