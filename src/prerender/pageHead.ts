import type { ViewDocument } from "../model/document.js";
import { escapeScript, escapeText, metaName, metaPolicy, metaProperty } from "./html.js";
import { toJsonLd } from "./jsonLd.js";
import { cardWords, pageDescription, pageTitle, viewDescription, viewTitle } from "./pageWords.js";
import { CONTENT_SECURITY_POLICY } from "./policy.js";
import { addressOf, viewFolder, type Site } from "./site.js";

/** By it a later build knows a page as ours where no record says so. No text of an owner's can hold it: `<` is escaped everywhere. */
export const GENERATOR = metaName("generator", "career-timeline");

/** Of the picture beside a page, px: what Open Graph and Twitter show without cutting. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

export const pageTitleOf = (site: Site, view: ViewDocument | null): string => (view ? viewTitle(view) : (site.title ?? pageTitle(site.career)));

/**
 * What stands in a page's head besides what the bundler wrote there, title included.
 * Where the address is not known, nothing is said that needs one: a relative og:image is read by nobody.
 *
 * @param view null for the whole page
 * @param dataHref the facts, from this page
 */
export function pageHead(site: Site, view: ViewDocument | null, dataHref: string): string {
  const title = pageTitleOf(site, view);
  const description = view ? viewDescription(site.career, view) : pageDescription(site.career);
  const { url } = site.address;
  const folder = view ? viewFolder(view) : "";
  const place = url === null ? null : { url: addressOf(url, folder), image: addressOf(url, `${folder}card.png`) };
  return [
    `<title>${escapeText(title)}</title>`,
    metaPolicy(CONTENT_SECURITY_POLICY),
    GENERATOR,
    metaName("description", description),
    ...(place ? previewTags({ ...place, title, description, imageWords: cardWords(site.career, view) }) : []),
    `<link rel="preload" href="${dataHref}" as="fetch" crossorigin>`,
    `<script type="application/ld+json">${escapeScript(toJsonLd(site.career, { ...place, ...(view ? { name: title } : {}) }))}</script>`,
  ].join("");
}

interface Preview {
  readonly url: string;
  readonly image: string;
  readonly title: string;
  readonly description: string;
  /** What is on the image. */
  readonly imageWords: string;
}

function previewTags({ url, image, title, description, imageWords }: Preview): readonly string[] {
  return [
    `<link rel="canonical" href="${escapeText(url)}">`,
    `<link rel="alternate" type="application/json+oembed" href="${escapeText(`${url}oembed.json`)}" title="${escapeText(title)}">`,
    metaProperty("og:type", "profile"),
    metaProperty("og:url", url),
    metaProperty("og:title", title),
    metaProperty("og:description", description),
    metaProperty("og:image", image),
    metaProperty("og:image:type", "image/png"),
    metaProperty("og:image:width", String(CARD_SIZE.width)),
    metaProperty("og:image:height", String(CARD_SIZE.height)),
    metaProperty("og:image:alt", imageWords),
    metaName("twitter:card", "summary_large_image"),
  ];
}
