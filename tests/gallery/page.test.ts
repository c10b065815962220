import { describe, expect, it } from "vitest";
import { cases } from "./cases.js";
import { galleryFiles } from "./page.js";

const files = new Map(galleryFiles('@font-face { src: url("/fonts/a.woff2"); font-display: optional; }').map(({ name, text }) => [name, text]));

describe("the gallery", () => {
  it("shows every case on one page", () => {
    const index = files.get("index.html") ?? "";
    for (const { name } of cases) expect(index).toContain(`data-src="cases/${name}.html"`);
  });

  it("has a file for everything it points at", () => {
    for (const [name, text] of files) {
      const folder = name.includes("/") ? "cases/" : "";
      for (const [, target] of text.matchAll(/\s(?:href|src|data-src)="([^"#?:]+\.(?:css|js|html))/g)) {
        const path = target?.startsWith("../") ? target.slice(3) : `${folder}${target}`;
        expect(files.has(path), `${name} → ${path}`).toBe(true);
      }
    }
  });

  it("takes its font from beside it, and waits for it", () => {
    expect(files.get("timeline.css")).toBe('@font-face { src: url("fonts/a.woff2"); font-display: block; }');
  });
});
