import { escapeText, metaName, metaPolicy } from "./html.js";
import { CONTENT_SECURITY_POLICY } from "./policy.js";
import type { Site } from "./site.js";

/**
 * What a host shows for an address that is none of the site's: at any depth, so what it refers to is absolute.
 * Its words are ours and not the owner's, hence English.
 */
export function renderNotFound({ template, address: { base } }: Site): string {
  // The page's own font, before its style sheet asks for it.
  const fonts = [...template.matchAll(/<link\b[^>]*\srel="preload"[^>]*\sas="font"[^>]*>/g)].map(([tag]) => tag.replace(/\shref="\.?\/([^"]*)"/, (_, path: string) => ` href="${escapeText(base + path)}"`));
  const styles = [...template.matchAll(/<link\b[^>]*\srel="stylesheet"[^>]*>/g)].filter(([tag]) => !/\smedia=/.test(tag)).flatMap(([tag]) => /\shref="\.\/([^"]*)"/.exec(tag)?.[1] ?? []);
  return [
    "<!doctype html><html class=\"career-timeline\" lang=\"en\"><head><meta charset=\"utf-8\">",
    metaName("viewport", "width=device-width,initial-scale=1"),
    "<title>There is no such page</title>",
    metaPolicy(CONTENT_SECURITY_POLICY),
    metaName("robots", "noindex"),
    ...fonts,
    ...styles.map((path) => `<link rel="stylesheet" href="${escapeText(base + path)}">`),
    "</head><body><div id=\"root\"><header class=\"top\"><p>Career timeline</p></header><main class=\"timeline\"><h1>There is no such page</h1>",
    `<div class="notice">The address may be mistyped, or what it led to is no longer shown. <a href="${escapeText(base)}">See the career timeline</a></div>`,
    "</main></div></body></html>\n",
  ].join("");
}
