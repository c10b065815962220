import { describe, expect, it } from "vitest";
import { countPages, renderSite, type SiteFile } from "../../src/prerender/renderSite.js";
import type { Site } from "../../src/prerender/site.js";
import { ADDRESS, documentWithViews, makeSite } from "../support/prerender.js";

/** Instead of the picture, the drawing that it would be made of. */
const kit = { robots: "User-agent: *\n", font: "Zm9udA==", toPng: (svg: string) => Promise.resolve(new TextEncoder().encode(svg)) };

async function filesOf(site: Site): Promise<SiteFile[]> {
  const files: SiteFile[] = [];
  for await (const file of renderSite(site, kit)) files.push(file);
  return files;
}
const textOf = (files: readonly SiteFile[], path: string): string => {
  const content = files.find((file) => file.path === path)?.content ?? "";
  return typeof content === "string" ? content : new TextDecoder().decode(content);
};

describe("renderSite", () => {
  it("makes every file that its address allows", async () => {
    const plain = ["career.json", "index.html", "card.png", "card-light.svg", "card-dark.svg", "embed/index.html", "view/payments/index.html", "view/payments/card.png", "view/búsqueda/index.html", "view/búsqueda/card.png", "robots.txt", "404.html", "_headers"];
    expect((await filesOf(makeSite(documentWithViews))).map(({ path }) => path)).toEqual(plain);
    const more = ["oembed.json", "view/payments/oembed.json", "view/búsqueda/oembed.json", "sitemap.xml"];
    expect((await filesOf(makeSite(documentWithViews, { address: ADDRESS }))).map(({ path }) => path).sort()).toEqual([...plain, ...more].sort());
  });
  it("draws each card of what its page is about", async () => {
    const files = await filesOf(makeSite(documentWithViews));
    expect(textOf(files, "card.png")).toContain("<title>Backend engineer</title>");
    expect(textOf(files, "view/payments/card.png")).toContain("<title>Payments at Acme</title>");
    expect(textOf(files, "view/payments/card.png")).toContain("2 of 3 achievements");
  });
  it("gives the drawings their font, and the pictures none", async () => {
    const files = await filesOf(makeSite(documentWithViews));
    for (const theme of ["light", "dark"]) expect(textOf(files, `card-${theme}.svg`)).toContain("base64,Zm9udA==");
    expect(textOf(files, "card-light.svg")).not.toBe(textOf(files, "card-dark.svg"));
    expect(textOf(files, "card.png")).not.toContain("base64");
  });
  it("says nothing of another host where its own is not known", async () => {
    const files = await filesOf(makeSite(documentWithViews));
    for (const { path } of files) expect(textOf(files, path).replaceAll("http://www.w3.org/", "").replaceAll("https://schema.org", ""), path).not.toMatch(/https?:/);
  });
});

it("countPages counts the whole and its views", () => {
  expect([countPages(makeSite()), countPages(makeSite(documentWithViews))]).toEqual([1, 3]);
});
