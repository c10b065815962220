import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filtersOfView } from "../../../src/model/select.js";
import { createPngRenderer } from "../../../src/prerender/card/png.js";
import { renderCardSvg } from "../../../src/prerender/card/renderCardSvg.js";
import { careerOf, firstCareer, sampleCareer, sampleCareers } from "../../support/careers.js";

const FONTS = join(import.meta.dirname, "../../../src/prerender/card/fonts");
const fontFiles = readdirSync(FONTS).filter((name) => name.endsWith(".ttf")).map((name) => join(FONTS, name));
const toPng = createPngRenderer(fontFiles);
const LIMIT = 300_000;

/** Width and height as the file says them (PNG, IHDR). */
const sizeOf = (png: Uint8Array): readonly [number, number] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe("createPngRenderer", () => {
  it.each(sampleCareers.flatMap(([name, career]) => [[name, career, null] as const, ...career.views.map((view) => [`${name}/${view.slug}`, career, view] as const)]))("draws %s in 1200 × 630, under 300 kB", async (_, career, view) => {
    for (const theme of ["light", "dark"] as const) {
      const { png } = await toPng(renderCardSvg(career, { theme, font: "named", ...(view ? { title: view.title, filters: filtersOfView(view) } : {}) }));
      expect(Buffer.from(png.slice(0, 8)).toString("latin1")).toBe("\u0089PNG\r\n\u001a\n");
      expect(sizeOf(png)).toEqual([1200, 630]);
      expect(png.length).toBeLessThanOrEqual(LIMIT);
    }
  });
  it("gives the same bytes for the same drawing, with no font but ours", async () => {
    const svg = renderCardSvg(firstCareer, { theme: "light", font: "named" });
    const [first, second] = [await toPng(svg), await toPng(svg)];
    expect(first.missing).toEqual([]);
    expect(Buffer.compare(first.png, second.png)).toBe(0);
  });
  it("draws its words in our font: without it the picture is another", async () => {
    const svg = renderCardSvg(firstCareer, { theme: "light", font: "named" });
    const without = await createPngRenderer([])(svg);
    const withText = await toPng(svg);
    const wordless = await toPng(svg.replace(/<text[^>]*>[^<]*<\/text>/g, ""));
    expect(Buffer.compare(without.png, withText.png)).not.toBe(0);
    // What names no installed font shows no word at all: so no font of this machine has taken part.
    expect(Buffer.compare(without.png, wordless.png)).toBe(0);
  });
  it("says which characters it had no glyphs for", async () => {
    const { missing } = await toPng(renderCardSvg(sampleCareer("long-names"), { theme: "light", font: "named" }));
    expect(missing).toContain("臺");
    expect((await toPng(renderCardSvg(careerOf([], { person: { headline: "Łukasz" } }), { theme: "light", font: "named" }))).missing).toEqual(["Ł"]);
  });
  it("fails where it is given no drawing", async () => {
    await expect(toPng("<p>")).rejects.toThrow(/SVG/);
  });
});
