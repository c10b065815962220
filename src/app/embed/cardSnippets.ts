import { escapeMarkdown, markdownAddress, openTag } from "./escape.js";
import { linkAddress, shownView, viewAddress } from "./frameSnippets.js";
import type { SnippetInput } from "./snippetInput.js";

/** CSS px. Narrower than a README's column, wide enough to be read. */
const CARD_WIDTH = "640";

/** In the reader's own colours, unless one of the two was chosen. */
export function cardPicture(input: SnippetInput): string {
  const { site, title, theme } = input;
  const plain = `card-${theme === "dark" ? "dark" : "light"}.svg`;
  const dark = theme === "host" ? openTag("source", [["media", "(prefers-color-scheme: dark)"], ["srcset", `${site.url}card-dark.svg`]]) : "";
  const image = openTag("img", [["src", site.url + plain], ["alt", title], ["width", CARD_WIDTH]]);
  return `${openTag("a", [["href", linkAddress(input)]])}<picture>${dark}${image}</picture></a>`;
}

/** The picture of what the link opens, where the site has one. */
export function cardMarkdown(input: SnippetInput): string {
  const { site, title, theme } = input;
  const view = shownView(input);
  // Of a named view there is the one picture that link previews show, in light colours.
  const card = view === null ? `${site.url}card-${theme === "dark" ? "dark" : "light"}.svg` : `${viewAddress(site, view)}card.png`;
  return `[![${escapeMarkdown(title)}](${markdownAddress(card)})](${markdownAddress(linkAddress(input))})`;
}
