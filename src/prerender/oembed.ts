import type { ViewDocument } from "../model/document.js";
import { CARD_SIZE, pageTitleOf } from "./pageHead.js";
import { escapeText } from "./html.js";
import { addressOf, viewFolder, type Site } from "./site.js";

/** CSS px of the frame: the picture alone, which is as high as this at that width. Nobody may be there to make it higher. */
const FRAME = { width: 640, height: 460 } as const;

/** The file beside a page that says how the page is embedded. */
export const OEMBED_FILE = "oembed.json";

/**
 * How a page is embedded, as oEmbed 1.0 says it: who pastes the page's address into WordPress and its like gets the frame.
 *
 * @param view null for the whole page
 * @returns null where the address is not known: all that oEmbed says is absolute
 */
export function toOembed(site: Site, view: ViewDocument | null): Readonly<Record<string, unknown>> | null {
  const { url } = site.address;
  if (url === null) return null;
  const title = pageTitleOf(site, view);
  const frame = addressOf(url, "embed/") + (view ? `?view=${encodeURIComponent(view.slug)}&chrome=none` : "?chrome=none");
  const { name } = site.career.person;
  return {
    version: "1.0",
    type: "rich",
    title,
    ...(name === undefined ? {} : { author_name: name, author_url: url }),
    provider_name: new URL(url).host,
    provider_url: url,
    html: `<iframe src="${escapeText(frame)}" title="${escapeText(title)}" width="${FRAME.width}" height="${FRAME.height}" frameborder="0" loading="lazy"></iframe>`,
    ...FRAME,
    thumbnail_url: addressOf(url, `${view ? viewFolder(view) : ""}card.png`),
    thumbnail_width: CARD_SIZE.width,
    thumbnail_height: CARD_SIZE.height,
  };
}
