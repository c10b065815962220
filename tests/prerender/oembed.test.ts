import { describe, expect, it } from "vitest";
import type { CareerDocument } from "../../src/model/document.js";
import { toOembed } from "../../src/prerender/oembed.js";
import { ADDRESS, documentWithViews, makeSite } from "../support/prerender.js";

const site = makeSite(documentWithViews, { address: ADDRESS });

describe("toOembed", () => {
  it("is a frame of the whole, with the card for a picture", () => {
    expect(toOembed(site, null)).toEqual({
      version: "1.0",
      type: "rich",
      title: "Backend engineer: career timeline, 2020–2021",
      provider_name: "example.org",
      provider_url: "https://example.org/career/",
      html: '<iframe data-career-timeline src="https://example.org/career/embed/?chrome=none" title="Backend engineer: career timeline, 2020–2021" width="640" height="432" frameborder="0" loading="lazy"></iframe>',
      width: 640,
      height: 432,
      thumbnail_url: "https://example.org/career/card.png",
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
  });
  it("is a frame of a view, and what the owner wrote ends no attribute", () => {
    const oembed = toOembed(site, documentWithViews.views?.[1] ?? null);
    expect(oembed).toMatchObject({
      title: "Search & <finding>",
      html: expect.stringContaining('src="https://example.org/career/embed/?view=b%C3%BAsqueda&amp;chrome=none" title="Search &amp; &lt;finding&gt;"'),
      thumbnail_url: "https://example.org/career/view/b%C3%BAsqueda/card.png",
    });
  });
  it("is as high as its picture is: more lines over it, more lanes under it", () => {
    const heightOf = (document: CareerDocument): number => Number(toOembed(makeSite(document, { address: ADDRESS }), null)?.["height"]);
    const plain = heightOf(documentWithViews);
    const [role] = documentWithViews.roles;
    if (!role) throw new Error("no role");
    expect(heightOf({ ...documentWithViews, person: { headline: "Word ".repeat(20).trim() } })).toBeGreaterThan(plain + 40);
    expect(heightOf({ ...documentWithViews, roles: [...documentWithViews.roles, { ...role, id: "beside", achievements: [] }] })).toBe(plain + 32);
  });
  it("says who it is, where that is said", () => {
    const named = makeSite({ ...documentWithViews, person: { headline: "x", name: "Jo" } }, { address: ADDRESS, title: "Mine" });
    expect(toOembed(named, null)).toMatchObject({ title: "Mine", author_name: "Jo", author_url: "https://example.org/career/" });
  });
  it("is none where the address is not known", () => {
    expect(toOembed(makeSite(documentWithViews), null)).toBeNull();
  });
});
