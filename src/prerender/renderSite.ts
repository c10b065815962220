import { CAREER_FILE } from "../app/pageData.js";
import type { ViewDocument } from "../model/document.js";
import { filtersOfView } from "../model/select.js";
import { renderCardSvg } from "./card/renderCardSvg.js";
import { renderNotFound } from "./notFound.js";
import { OEMBED_FILE, toOembed } from "./oembed.js";
import { renderEmbed } from "./renderEmbed.js";
import { renderPage } from "./renderPage.js";
import { viewFolder, type Site } from "./site.js";
import { formatHeaders } from "./siteHeaders.js";
import { toRobots, toSitemap } from "./sitemap.js";

export interface SiteFile {
  /** Inside the site, with slashes: "view/payments/index.html". */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What is needed besides the career, and what only a host of ours can read or run. */
export interface SiteKit {
  /** The app's own rules for robots. */
  readonly robots: string;
  /** The font that cards to be shown as drawings carry, base64 of WOFF2. */
  readonly font: string;
  /** Draws a card as it will be previewed. */
  readonly toPng: (svg: string) => Promise<Uint8Array>;
}

/**
 * Every file of a site that is made from the career, one after the other, since pictures take their time. What is the
 * same in every site (scripts, styles, fonts) is not among them.
 */
export async function* renderSite(site: Site, kit: SiteKit): AsyncGenerator<SiteFile, void, undefined> {
  yield { path: CAREER_FILE, content: JSON.stringify(site.document) };
  yield* renderPages(site, null, kit);
  for (const theme of ["light", "dark"] as const) yield { path: `card-${theme}.svg`, content: renderCardSvg(site.career, { theme, font: { woff2: kit.font } }) };
  yield { path: "embed/index.html", content: renderEmbed(site) };
  for (const view of site.career.views) yield* renderPages(site, view, kit);
  const sitemap = toSitemap(site);
  if (sitemap !== null) yield { path: "sitemap.xml", content: sitemap };
  yield { path: "robots.txt", content: toRobots(kit.robots, site) };
  yield { path: "404.html", content: renderNotFound(site) };
  yield { path: "_headers", content: formatHeaders(site.address.base) };
}

/** A page with what is said about it elsewhere. @param view null for the whole */
async function* renderPages(site: Site, view: ViewDocument | null, { toPng }: SiteKit): AsyncGenerator<SiteFile, void, undefined> {
  const folder = view ? viewFolder(view) : "";
  yield { path: `${folder}index.html`, content: await renderPage(site, view) };
  const card = renderCardSvg(site.career, { theme: "light", font: "named", ...(view ? { title: view.title, filters: filtersOfView(view) } : {}) });
  yield { path: `${folder}card.png`, content: await toPng(card) };
  const oembed = toOembed(site, view);
  if (oembed !== null) yield { path: folder + OEMBED_FILE, content: `${JSON.stringify(oembed)}\n` };
}

/** How many pages, so how long it takes. */
export const countPages = ({ career }: Site): number => 1 + career.views.length;
