import { describe, expect, it } from "vitest";
import { pageHead, pageTitleOf } from "../../src/prerender/pageHead.js";
import type { ViewDocument } from "../../src/model/document.js";
import { ADDRESS, documentWithViews, makeSite, tagsOf } from "../support/prerender.js";

const [payments, finding] = documentWithViews.views as readonly [ViewDocument, ViewDocument];
const known = makeSite(documentWithViews, { address: ADDRESS });
const unknown = makeSite(documentWithViews);

/** What a meta tag says, by its name or property. */
function said(html: string): Map<string, string> {
  return new Map(tagsOf(html, "meta").flatMap((tag): [string, string][] => {
    const [, name = "", content = ""] = /(?:name|property)="([^"]*)" content="([^"]*)"/.exec(tag) ?? [];
    return name === "" ? [] : [[name, content]];
  }));
}
const jsonLd = (html: string): Record<string, unknown> => JSON.parse(/<script type="application\/ld\+json">([^<]*)</.exec(html)?.[1] ?? "null") as Record<string, unknown>;

describe("pageHead", () => {
  it("says where the page is and what its picture shows, all with whole addresses", () => {
    const html = pageHead(known, null, "./career.json");
    expect(tagsOf(html, "link")).toEqual([
      '<link rel="canonical" href="https://example.org/career/">',
      '<link rel="alternate" type="application/json+oembed" href="https://example.org/career/oembed.json" title="Backend engineer: career timeline, 2020–2021">',
      '<link rel="preload" href="./career.json" as="fetch" crossorigin>',
    ]);
    expect(Object.fromEntries(said(html))).toEqual({
      generator: "career-timeline",
      description: "3 achievements, 2020–2021.",
      "og:type": "profile",
      "og:url": "https://example.org/career/",
      "og:title": "Backend engineer: career timeline, 2020–2021",
      "og:description": "3 achievements, 2020–2021.",
      "og:image": "https://example.org/career/card.png",
      "og:image:type": "image/png",
      "og:image:width": "1200",
      "og:image:height": "630",
      "og:image:alt": "Career arc: Backend engineer, 3 achievements, 2020–2021",
      "twitter:card": "summary_large_image",
    });
    expect(jsonLd(html)).toMatchObject({ "@type": "ProfilePage", url: "https://example.org/career/", image: "https://example.org/career/card.png" });
  });

  it("says of a view its own sentence, place, picture and achievements", () => {
    const html = pageHead(known, payments, "../../career.json");
    const words = said(html);
    expect(html).toContain("<title>Payments at Acme</title>");
    expect([words.get("description"), words.get("og:title"), words.get("og:url"), words.get("og:image"), words.get("og:image:alt")]).toEqual([
      "2 of 3 achievements: Billing service; A ledger.", "Payments at Acme", "https://example.org/career/view/payments/", "https://example.org/career/view/payments/card.png",
      "Career arc: Payments at Acme, 2 of 3 achievements, 2020–2021",
    ]);
    expect(html).toContain('href="https://example.org/career/view/payments/oembed.json"');
    expect(jsonLd(html)).toMatchObject({ name: "Payments at Acme", url: "https://example.org/career/view/payments/" });
    expect(pageHead(known, finding, "../../career.json")).toContain('<link rel="canonical" href="https://example.org/career/view/b%C3%BAsqueda/">');
  });

  it.each([null, payments])("says nothing that needs an address where there is none", (view) => {
    const html = pageHead(unknown, view, "./career.json");
    expect([...said(html).keys()]).toEqual(["generator", "description"]);
    expect(tagsOf(html, "link")).toEqual(['<link rel="preload" href="./career.json" as="fetch" crossorigin>']);
    expect(jsonLd(html)).not.toHaveProperty("url");
    expect(html).not.toContain("example.org");
  });

  it("lets nothing that was written out of its place", () => {
    const html = pageHead(known, finding, "../../career.json");
    expect(html).toContain("<title>Search &amp; &lt;finding&gt;</title>");
    expect(html).toContain('title="Search &amp; &lt;finding&gt;"');
    expect(html).not.toContain("<finding>");
    expect(jsonLd(html)).toMatchObject({ name: "Search & <finding>" });
  });
});

describe("pageTitleOf", () => {
  it("is what was asked for, for the whole; a view keeps its own", () => {
    const titled = makeSite(documentWithViews, { title: "Jo’s career" });
    expect([pageTitleOf(titled, null), pageTitleOf(titled, payments), pageTitleOf(unknown, null)]).toEqual(["Jo’s career", "Payments at Acme", "Backend engineer: career timeline, 2020–2021"]);
  });
});
