import type { Px } from "../lib/units.js";
import { embedHeight } from "../layout/arcFrame.js";
import { roleLanes } from "../layout/roleBars.js";
import { textWidth, wrapText } from "../layout/textWidth.js";
import type { ViewDocument } from "../model/document.js";
import { footWords, latestName } from "../views/EmbedTimeline.js";
import { CARD_SIZE, pageTitleOf } from "./pageHead.js";
import { escapeText } from "./html.js";
import { addressOf, viewFolder, type Site } from "./site.js";

/** Of the frame. A file cannot answer to `maxwidth`: it says one width, and the height that the picture has there. */
const WIDTH: Px = 640;
/** Of views/embed.css: the border and padding around, what "Open" takes beside the name, the lines over and under the arc. */
const ROUND: Px = 34;
const OPEN: Px = 84;
const AROUND: Px = 28;
const HEAD = { size: 20, weight: 640, line: 25, least: 28, below: 8, sentence: { size: 14.5, weight: 560, line: 21.1, gap: 14, over: 2 } } as const;
/** The sentence under the arc, its mark before it, and the two words to press after it, which take the next line where they must. */
const FOOT = { size: 13.5, weight: 420, line: 21.6, mark: 25, gap: 16, press: ["As a list", "How this is drawn"], height: 28 } as const;
/** The font is the visitor's system's, and may run as much wider than ours. */
const WIDE = 1.15;

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
  const height = frameHeight(site, view);
  return {
    version: "1.0",
    type: "rich",
    title,
    ...(name === undefined ? {} : { author_name: name, author_url: url }),
    provider_name: new URL(url).host,
    provider_url: url,
    html: `<iframe data-career-timeline src="${escapeText(frame)}" title="${escapeText(title)}" width="${WIDTH}" height="${height}" frameborder="0" loading="lazy"></iframe>`,
    width: WIDTH,
    height,
    thumbnail_url: addressOf(url, `${view ? viewFolder(view) : ""}card.png`),
    thumbnail_width: CARD_SIZE.width,
    thumbnail_height: CARD_SIZE.height,
  };
}

/** Room for all of it, whatever the font: a line more than is needed shows as air, a line less would be cut off. */
function frameHeight({ career }: Site, view: ViewDocument | null): Px {
  const room = WIDTH - ROUND;
  const { name = "", headline } = career.person;
  const who = [name, headline].filter(Boolean).join(", ");
  const lines = wrapText(who, HEAD.size * WIDE, HEAD.weight, room - OPEN);
  const used = textWidth(lines[lines.length - 1] ?? "", HEAD.size * WIDE, HEAD.weight);
  const said = view?.title ?? latestName(career);
  const { size, weight, line, gap, over } = HEAD.sentence;
  const beside = used + gap + textWidth(said, size * WIDE, weight) <= room - OPEN;
  // Where somebody works takes one line, whatever its length.
  const rows = said === "" || beside ? 0 : view ? wrapText(said, size * WIDE, weight, room - OPEN).length : 1;
  const under = rows === 0 ? 0 : over + rows * line;
  const widthOf = (words: string): Px => textWidth(words, FOOT.size * WIDE, FOOT.weight);
  const pressed = FOOT.press.reduce((sum, words) => sum + FOOT.gap + widthOf(words), 0);
  const foot = FOOT.height + (FOOT.mark + widthOf(footWords(career)) + pressed <= room ? 0 : FOOT.line);
  const lanes = 1 + Math.max(0, ...roleLanes(career));
  return Math.ceil(AROUND + Math.max(HEAD.least, lines.length * HEAD.line + under) + HEAD.below + embedHeight(room, lanes, career.achievements.length) + foot);
}
