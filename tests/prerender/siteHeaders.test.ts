import { describe, expect, it } from "vitest";
import { CONTENT_SECURITY_POLICY, EMBED_POLICY } from "../../src/prerender/policy.js";
import { formatHeaders, headersOf, HEADER_RULES } from "../../src/prerender/siteHeaders.js";

const sent = (path: string): Record<string, string> => Object.fromEntries(headersOf(path));
const everywhere = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };
const shared = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" };

describe("headersOf", () => {
  it.each(["", "index.html", "404.html", "view/payments/", "view/payments/index.html"])("gives the page %j its policy", (path) => {
    expect(sent(path)).toEqual({ ...everywhere, "Content-Security-Policy": CONTENT_SECURITY_POLICY });
  });
  it.each(["embed/", "embed/index.html", "embed/frame.js", "embed/career-timeline.js"])("lets others use %j, under the frame's policy", (path) => {
    expect(sent(path)).toEqual({ ...everywhere, ...shared, "Content-Security-Policy": EMBED_POLICY });
  });
  it("lets others read the data", () => {
    expect(sent("career.json")).toEqual({ ...everywhere, ...shared });
  });
  it("lets only what is named by its content be kept", () => {
    expect(sent("assets/core-12345678.js")).toEqual({ ...everywhere, "Cache-Control": "public, max-age=31536000, immutable" });
    for (const path of ["fonts/a.woff2", "card.png", "favicon.svg"]) expect(sent(path)).toEqual(everywhere);
  });
  it("keeps nobody from framing the site", () => {
    expect(JSON.stringify(HEADER_RULES)).not.toMatch(/X-Frame-Options|frame-ancestors/i);
  });
  it("names no header twice for a path, since hosts join the values", () => {
    for (const path of ["", "index.html", "404.html", "view/a/", "embed/", "career.json", "assets/a.js", "card.png"]) {
      const names = headersOf(path).map(([name]) => name);
      expect(new Set(names).size, path).toBe(names.length);
    }
  });
});

describe("formatHeaders", () => {
  it("is a block for each rule, under the site's path", () => {
    expect(formatHeaders("/career/")).toContain(`/career/\n  Content-Security-Policy: ${CONTENT_SECURITY_POLICY}\n\n/career/index.html\n`);
    expect(formatHeaders("/")).toMatch(/^\/\*\n {2}X-Content-Type-Options: nosniff\n {2}Referrer-Policy: no-referrer\n\n\/\n/);
  });
  it("is within what Cloudflare Pages reads: 100 rules, 2,000 characters in a line, one splat in a path", () => {
    const lines = formatHeaders(`/${"a".repeat(200)}/`).split("\n");
    const paths = lines.filter((line) => line.startsWith("/"));
    expect(paths.length).toBe(HEADER_RULES.length);
    expect(paths.length).toBeLessThanOrEqual(100);
    expect(lines.filter((line) => line.length > 2000)).toEqual([]);
    expect(paths.filter((path) => path.split("*").length > 2)).toEqual([]);
  });
});
