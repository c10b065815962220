import { VISIBLE } from "../../lib/characters.js";
import { shorten } from "../../lib/shorten.js";

/** UTF-16 code units: a line beside a mark. */
const LONGEST = 80;
/** As much of a text as a title can come from, blanks included. */
const READ = 1000;
const BULLET = /^[-–—•*·▪▫‣●○◦■□➢►✓✔]+\s+/;

/**
 * The first words of a highlight, as they stand: nothing is added but the ellipsis of what was cut. Its bullet and the
 * full stop of a single sentence stay behind.
 * @param text has something to see
 */
export function titleOf(text: string): string {
  const start = fromVisible(text);
  const words = start.slice(0, READ).replace(/[\ud800-\udbff]$/, "").replace(/\s+/g, " ").trim();
  const plain = firstVisible([words.replace(BULLET, ""), words]);
  const title = shorten(plain, LONGEST);
  return title === plain && start.length <= READ ? firstVisible([title.replace(/(?<!\.)\.$/, ""), title]) : title;
}

const fromVisible = (text: string): string => text.slice(Math.max(0, text.search(VISIBLE)));

function firstVisible(texts: readonly string[]): string {
  return fromVisible(texts.find((text) => VISIBLE.test(text)) ?? "");
}
