import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { showText } from "../lib/show.js";
import { createPngRenderer } from "../prerender/card/png.js";
import { countPages, renderSite, type SiteFile } from "../prerender/renderSite.js";
import type { Site } from "../prerender/site.js";
import type { Progress } from "./command.js";
import type { BuiltApp } from "./template.js";

/** Inside the template: the page's own font, which drawings carry with them. */
const CARD_FONT = "fonts/instrument-sans.woff2";
/** With more pages than these somebody waits for seconds, and is told how far it is. */
const FEW_PAGES = 4;
/** So it is with a single page of more than these. */
const FEW_ACHIEVEMENTS = 300;
/** What a picture lacks letters for, at most so many are named. */
const MOST_NAMED = 10;

/** Makes every file of a site in memory: where one cannot be made, none is written. */
export async function drawSite(site: Site, app: BuiltApp, progress: Progress | undefined): Promise<{ readonly files: readonly SiteFile[]; readonly messages: readonly string[] }> {
  const [robots, font] = await Promise.all([readFile(join(app.template, "robots.txt"), "utf8").catch(() => ""), readFile(join(app.template, CARD_FONT), "base64")]);
  const draw = createPngRenderer(app.cardFonts);
  const missing = new Set<string>();
  const toPng = async (svg: string): Promise<Uint8Array> => {
    const card = await draw(svg);
    for (const letter of card.missing) missing.add(letter);
    return card.png;
  };
  const pages = countPages(site);
  const { length } = site.career.achievements;
  const long = length > FEW_ACHIEVEMENTS;
  if (long) progress?.(`drawing ${length} achievements`);
  const files: SiteFile[] = [];
  let done = 0;
  for await (const file of renderSite(site, { robots, font, toPng })) {
    files.push(file);
    // The last file of a page that takes its time.
    if (file.path.endsWith("card.png") && pages > FEW_PAGES) progress?.(`page ${++done} of ${pages}: ${file.path.replace(/card\.png$/, "index.html")}`);
    else if (long) progress?.(`made ${file.path}`);
  }
  return { files, messages: missing.size === 0 ? [] : [missingWords([...missing].sort())] };
}

function missingWords(letters: readonly string[]): string {
  const more = letters.length - MOST_NAMED;
  return `warning card.png: our font has no ${letters.slice(0, MOST_NAMED).map((letter) => showText(letter)).join(" ")}${more > 0 ? ` and ${more} more` : ""}; a font of this machine is used for them if it has one, so on another machine the picture may differ`;
}
