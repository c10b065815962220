import { describe, expect, it } from "vitest";
import { EMBED_POLICY } from "../../src/prerender/policy.js";
import { renderEmbed } from "../../src/prerender/renderEmbed.js";
import { AS_OF, firstDocument } from "../support/careers.js";
import { ADDRESS, documentWithViews, makeSite, tagsOf } from "../support/prerender.js";

const site = makeSite(documentWithViews);
const html = renderEmbed(site);

describe("renderEmbed", () => {
  it("asks for one plain script and one style sheet, and for nothing that needs CORS", () => {
    expect(tagsOf(html, "script")).toEqual(['<script src="./frame.js" defer>', '<script type="application/json" id="career">']);
    expect(tagsOf(html, "link")).toEqual(['<link rel="stylesheet" href="./frame.css">']);
    expect(html).not.toMatch(/crossorigin|type="module"|rel="preload"|woff2|https?:/);
  });
  it("has its facts in itself, and no sign in them ends the script", () => {
    const hostile = makeSite({ ...documentWithViews, person: { headline: "</script><script>alert(1)</script>" } });
    const text = /<script type="application\/json" id="career">([^]*?)<\/script>/.exec(renderEmbed(hostile))?.[1] ?? "";
    expect(JSON.parse(text)).toEqual(hostile.document);
    expect(tagsOf(renderEmbed(hostile), "script")).toHaveLength(2);
  });
  it("has the policy of a frame in itself", () => {
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="${EMBED_POLICY}">`);
  });
  it("is complete without its script, under the widget's own class", () => {
    expect(html).toContain(`<div id="root" class="career-timeline" data-as-of="${AS_OF}" data-page="../">`);
    const first = renderEmbed(makeSite(firstDocument));
    expect(tagsOf(first, "svg").length).toBeGreaterThan(0);
    for (const role of firstDocument.roles) expect(first).toContain(role.organization);
    expect(tagsOf(first, "[a-z]+").filter((tag) => /\sstyle=|\son[a-z]+=/.test(tag))).toEqual([]);
  });
  it("is found through the page only", () => {
    expect(renderEmbed(makeSite(documentWithViews, { address: ADDRESS }))).toContain('<meta name="robots" content="noindex">');
  });
});
