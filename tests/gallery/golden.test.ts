import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { cases, type GalleryCase } from "./cases.js";
import { prettyMarkup } from "./markup.js";

/*
 * What every case draws, beside what it drew when somebody last looked at it. After a wanted change look at the gallery
 * (npm run gallery), then: UPDATE_GOLDEN=1 npx vitest run tests/gallery
 */

const FOLDER = fileURLToPath(new URL("../golden/", import.meta.url));
const UPDATE = process.env["UPDATE_GOLDEN"] === "1";

const fileOf = ({ name, chart }: GalleryCase): string => `${name}.${["Career arc", "Change", "Share"].includes(chart) ? "svg" : "html"}`;

const golden = (file: string): string | null => {
  try {
    return readFileSync(FOLDER + file, "utf8");
  } catch {
    return null;
  }
};

describe("every case", () => {
  if (UPDATE) {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
  }

  it.each(cases.map((each) => [each.name, each] as const))("%s is drawn as it was, and without a word on the console", (_, each) => {
    const complaints = vi.spyOn(console, "error");
    const markup = prettyMarkup(each.draw());
    expect(complaints).not.toHaveBeenCalled();
    if (UPDATE) writeFileSync(FOLDER + fileOf(each), markup);
    expect(markup).toBe(golden(fileOf(each)));
  });
});

describe("the folder of goldens", () => {
  it("holds one per case and no other", () => {
    expect(readdirSync(FOLDER).sort()).toEqual(cases.map(fileOf).sort());
  });

  it("stays small enough to be read", () => {
    const bytes = readdirSync(FOLDER).reduce((sum, file) => sum + readFileSync(FOLDER + file).length, 0);
    expect(bytes).toBeLessThan(2_300_000);
  });
});
