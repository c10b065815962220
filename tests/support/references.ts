import { posix } from "node:path";

/** What a file of a site refers to, as it is written. */
export interface Reference {
  readonly from: string;
  readonly to: string;
}

const PATTERNS: Readonly<Record<string, readonly RegExp[]>> = {
  html: [/<[a-z][^>]*?\s(?:href|src|xlink:href)="([^"]*)"/g],
  svg: [/<[a-z][^>]*?\s(?:href|xlink:href)="([^"]*)"/g, /url\(\s*["']?([^"')]*)["']?\s*\)/g],
  css: [/url\(\s*["']?([^"')]*)["']?\s*\)/g, /@import\s+["']([^"']*)["']/g],
  // As the bundler writes them; words that only look so lead to no file with a hash in its name.
  js: [/(?:\bimport|\bfrom)\s*\(?["'`](\.[^"'`]+-[\w-]{8}\.(?:js|css))["'`]/g],
  xml: [/<loc>([^<]*)<\/loc>/g],
  txt: [/^Sitemap: (\S+)$/gm],
};

const unescapeText = (text: string): string => text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: "\"" })[name] ?? "");

/** @param path inside the site; its ending says how it is read */
export function referencesOf(path: string, text: string): readonly Reference[] {
  const patterns = PATTERNS[path.slice(path.lastIndexOf(".") + 1)] ?? [];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, to = ""]) => ({ from: path, to: unescapeText(to) })));
}

/**
 * The file of the site that a reference leads to; null = it leads to no file of the site's (another host, a place in the same file, data).
 * @param base path of the site on its host; @param url its whole address, where that is known
 */
export function targetOf({ from, to }: Reference, base: string, url: string | null): string | null {
  if (to.startsWith("#") || to.startsWith("data:") || to.startsWith("mailto:")) return null;
  // Somewhere, so that relative and absolute ones are read alike.
  const home = new URL(url ?? `http://site.invalid${base}`);
  const found = new URL(to, new URL(from.split("/").map(encodeURIComponent).join("/"), home));
  if (found.origin !== home.origin) return null;
  if (!found.pathname.startsWith(home.pathname)) return `outside: ${to}`;
  const path = decodeURIComponent(found.pathname.slice(home.pathname.length));
  return posix.normalize(path === "" || path.endsWith("/") ? `${path}index.html` : path);
}
