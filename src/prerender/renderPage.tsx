import { renderToString } from "react-dom/server";
import { App } from "../app/App.js";
import { CAREER_FILE } from "../app/pageData.js";
import type { EpochMs } from "../lib/units.js";
import { createCareer } from "../model/createCareer.js";
import type { CareerDocument } from "../model/document.js";
import { publishedDocument } from "../model/publish.js";
import { createTimelineStore } from "../state/store.js";
import { toJsonLd } from "./jsonLd.js";
import { pageDescription, pageTitle } from "./pageWords.js";
import { CONTENT_SECURITY_POLICY } from "./policy.js";

export interface RenderOptions {
  /** What "now" means for ongoing roles. */
  readonly asOf: EpochMs;
  /** The built `index.html`: its script and style references are kept, its title and root are filled. */
  readonly template: string;
}

export interface RenderedPage {
  readonly html: string;
  /** The file that the page's script reads, by its name. */
  readonly data: { readonly name: string; readonly text: string };
}

/**
 * One career as a complete page: everything is readable, the arc included, before any script runs. The same input gives
 * the same bytes.
 *
 * @param document checked; private parts, and keys that the format does not know, are taken out before anything is written
 */
export function renderPage(document: CareerDocument, { asOf, template }: RenderOptions): RenderedPage {
  const shown = publishedDocument(document);
  const career = createCareer(shown, asOf);
  const body = renderToString(<App store={createTimelineStore(career)} />);
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(CONTENT_SECURITY_POLICY)}">`,
    `<meta name="description" content="${escapeAttribute(pageDescription(career))}">`,
    `<link rel="preload" href="./${CAREER_FILE}" as="fetch" crossorigin>`,
    `<script type="application/ld+json">${escapeScript(toJsonLd(career))}</script>`,
  ].join("");
  const html = fill(withoutCors(template), [
    ["<html class=\"career-timeline\" lang=\"en\">", `<html class="career-timeline" lang="${escapeAttribute(shown.lang ?? "en")}">`],
    ["<title>Career timeline</title>", `<title>${escapeText(pageTitle(career))}</title>${head}`],
    ["<div id=\"root\"></div>", `<div id="root" data-as-of="${asOf}">${body}</div>`],
  ]);
  return { html, data: { name: CAREER_FILE, text: JSON.stringify(shown) } };
}

/**
 * The bundler asks for style sheets and scripts as from another host. Where the page has no host of its own (a sandboxed
 * frame, a file on disk) that request is refused, and the page has no styles; from its own host it is the same either way.
 * What is preloaded as a font or as data keeps it: these are always fetched so, and would be fetched twice.
 */
function withoutCors(template: string): string {
  return template.replace(/<(?:script|link)\b[^>]*>/g, (tag) => (/\srel="preload"/.test(tag) ? tag : tag.replace(/\scrossorigin(?:="[^"]*")?(?=[\s/>])/, "")));
}

/** @throws where the template is not the one that the build makes: our own fault */
function fill(template: string, pieces: readonly (readonly [string, string])[]): string {
  return pieces.reduce((html, [place, content]) => {
    const at = html.indexOf(place);
    if (at < 0) throw new Error(`no such place in the page template: ${place}`);
    return html.slice(0, at) + content + html.slice(at + place.length);
  }, template.replace(/>\s+</g, "><"));
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;" };

const escapeText = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
const escapeAttribute = escapeText;

/** JSON inside a script element: no "<" can end it, and U+2028/2029 end no line. */
function escapeScript(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
