import { CHARACTERS } from "../../layout/fontMetrics.js";
import { unescapeXml } from "./markup.js";

/** Accents on the letter before them: in the font, but of no width, so the table of widths has no place for them. */
const ACCENTS = "\u0300\u0301\u0303\u0304\u0308";
const IN_FONT: ReadonlySet<string> = new Set(CHARACTERS + ACCENTS);
/** Leave no mark of their own: joiners, direction marks, variation selectors. */
const MARKLESS = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;

/** What the font of the cards cannot draw, each character once, in the order of its first appearance. */
export function charactersNotInFont(texts: Iterable<string>): readonly string[] {
  const missing = new Set<string>();
  for (const text of texts) for (const char of text) if (!IN_FONT.has(char) && !MARKLESS.test(char)) missing.add(char);
  return [...missing];
}

/** All that a card of `renderCardSvg` has drawn as text; its title and description are not drawn. */
export function drawnTexts(svg: string): readonly string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => unescapeXml(text));
}
