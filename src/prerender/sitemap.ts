import type { EpochMs } from "../lib/units.js";
import { escapeText } from "./html.js";
import { addressOf, viewFolder, type Site } from "./site.js";

/** The pages of a site for search engines, in the order of the document. @returns null where its address is not known */
export function toSitemap({ address: { url }, career }: Site): string | null {
  if (url === null) return null;
  const pages = ["", ...career.views.map(viewFolder)].map((path) => `<url><loc>${escapeText(addressOf(url, path))}</loc><lastmod>${toDay(career.asOf)}</lastmod></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages.join("")}</urlset>\n`;
}

/** The app's own rules for robots, and where the sitemap is. Robots read it at the root of a host only. */
export function toRobots(rules: string, { address: { url } }: Site): string {
  return url === null ? rules : `${rules.trimEnd()}\n\nSitemap: ${addressOf(url, "sitemap.xml")}\n`;
}

const toDay = (instant: EpochMs): string => new Date(instant).toISOString().slice(0, 10);
