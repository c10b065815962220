import { access, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What the build makes of the app, without a career in it. */
export interface BuiltApp {
  /** Folder of the page and what belongs to it. */
  readonly template: string;
  /** Folder of the frame, and of the script that a page with frames may load. */
  readonly embed: string;
  /** Folder of the element. */
  readonly element: string;
  /** Files that the pictures of cards are lettered with. */
  readonly cardFonts: readonly string[];
}

const here = dirname(fileURLToPath(import.meta.url));

/** Beside the built CLI, or under the project when the CLI runs from source. */
const APP_PLACES = [join(here, ".."), join(here, "../../dist")];
/** With the built CLI, or in the sources: of the CLI that runs from them, and of a project that is built in place. */
const FONT_PLACES = [here, join(here, "../prerender/card/fonts"), join(here, "../../src/prerender/card/fonts")];

/** @returns null where it has not been built */
export async function findApp(): Promise<BuiltApp | null> {
  const cardFonts = await findCardFonts();
  if (cardFonts.length === 0) return null;
  for (const place of APP_PLACES) {
    const app: BuiltApp = { template: join(place, "template"), embed: join(place, "embed"), element: join(place, "element"), cardFonts };
    try {
      await Promise.all([access(join(app.template, "index.html")), access(app.embed), access(app.element)]);
      return app;
    } catch {
      // The next place may have it.
    }
  }
  return null;
}

async function findCardFonts(): Promise<readonly string[]> {
  for (const place of FONT_PLACES) {
    const names = await readdir(place).catch(() => []);
    const fonts = names.filter((name) => name.endsWith(".ttf")).sort();
    if (fonts.length > 0) return fonts.map((name) => join(place, name));
  }
  return [];
}
