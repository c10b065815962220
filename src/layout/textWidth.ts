import type { Px } from "../lib/units.js";
import { ADVANCES_400, ADVANCES_700, CHARACTERS, KERNING } from "./fontMetrics.js";

/** Advance at weight 400 and what weight 700 adds to it, both in em. */
interface Advance {
  readonly regular: number;
  readonly gain: number;
}

const ADVANCES: ReadonlyMap<number, Advance> = readAdvances();
const KERNS: ReadonlyMap<number, number> = readKerns();

function readAdvances(): Map<number, Advance> {
  const table = new Map<number, Advance>();
  let i = 0;
  for (const char of CHARACTERS) {
    const regular = parseInt(ADVANCES_400.slice(i, i + 2), 36) / 1000;
    const bold = parseInt(ADVANCES_700.slice(i, i + 2), 36) / 1000;
    table.set(codeOf(char), { regular, gain: bold - regular });
    i += 2;
  }
  return table;
}

function readKerns(): Map<number, number> {
  const table = new Map<number, number>();
  for (let i = 0; i + 2 < KERNING.length; i += 3) {
    const key = pairKey(KERNING.charCodeAt(i), KERNING.charCodeAt(i + 1));
    table.set(key, (parseInt(KERNING.charAt(i + 2), 36) * 4) / 1000);
  }
  return table;
}

/** Unique for any two code points: they are below 2^21. */
function pairKey(left: number, right: number): number {
  return left * 0x200000 + right;
}

function codeOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}

/** Control characters that are drawn as a space. */
const LINE_SPACE = /^[\t\n\r\f]$/;
/** Take no room of their own: combining marks, joiners, variation selectors, direction marks, control characters. */
const WIDTHLESS = /^[\p{M}\p{Cf}\p{Cc}]$/u;
/** Drawn in colour fonts, whose glyphs are wider than their em: 1.25 to 1.37 on the common systems. */
const EMOJI = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]$/u;
const IDEOGRAPHIC = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\u3000-\u30ff\uff01-\uff60\uffe0-\uffe6]$/u;
const ALPHABETIC = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Armenian}\p{sc=Georgian}]$/u;
const UPPERCASE = /^\p{Lu}$/u;
/** An accent on a letter that another font has to draw may come with that font's wider letter. */
const SUBSTITUTE_MARGIN = 1.06;

/** Advance in em of a code point that the font lacks: high rather than low, since another font draws it. */
function estimatedAdvance(char: string): Advance {
  const flat = (em: number): Advance => ({ regular: em, gain: 0 });
  if (LINE_SPACE.test(char)) return flat(0.2);
  if (WIDTHLESS.test(char)) return flat(0);
  if (EMOJI.test(char)) return flat(1.4);
  const base = ADVANCES.get(codeOf(char.normalize("NFD")));
  if (base !== undefined) return { regular: base.regular * SUBSTITUTE_MARGIN, gain: base.gain * SUBSTITUTE_MARGIN };
  if (ALPHABETIC.test(char)) return flat(UPPERCASE.test(char) ? 0.85 : 0.7);
  return flat(1);
}

function advanceOf(char: string): Advance {
  return ADVANCES.get(codeOf(char)) ?? estimatedAdvance(char);
}

/**
 * Width of one line of text in Instrument Sans with tabular figures, without a DOM.
 *
 * Latin text comes out 0 to 1.5 % too wide (kerning is counted for the pairs that matter), never too narrow by more than
 * rounding; other scripts are high estimates. Nothing is collapsed or trimmed: spaces count.
 *
 * @param size font size
 * @param weight 400 to 700; outside it is taken as the nearer end
 * @param tracking letter-spacing in em, added after every character that takes room
 * @returns 0 for the empty text, never negative
 */
export function textWidth(text: string, size: Px, weight: number, tracking = 0): Px {
  const bold = Math.min(1, Math.max(0, (weight - 400) / 300));
  let em = 0;
  let previous = 0;
  for (const char of text) {
    const code = codeOf(char);
    const { regular, gain } = advanceOf(char);
    const advance = regular + gain * bold;
    if (advance > 0) em += advance + tracking - (KERNS.get(pairKey(previous, code)) ?? 0);
    previous = code;
  }
  return Math.max(0, em * size);
}

const JOINER = "\u200d";
/** Must not begin a line, nor end one, in Chinese and Japanese setting. */
const CLOSING = /^[、。，．・：；！？）］｝」』】〉》〕…‥ー”’]$/u;
const OPENING = /^[（［｛「『【〈《〔“‘]$/u;
/** Breaking spaces only: the no-break space and its narrow form hold their neighbours together. */
const SPACE = /^[ \t\n\r\f\v\u2000-\u2006\u2008-\u200b\u3000]$/u;

/** Splits into what must not be torn apart: a character with its marks, a joined emoji. */
function clusters(text: string): string[] {
  const found: string[] = [];
  let open = false;
  let joining = false;
  for (const char of text) {
    const space = SPACE.test(char);
    const widthless = !space && WIDTHLESS.test(char);
    if (open && (joining || widthless)) found[found.length - 1] += char;
    else found.push(char);
    open = !space;
    joining = char === JOINER;
  }
  return found;
}

/** A stretch of text that stays on one line, and whether a space goes before it when it is not the first there. */
interface Chunk {
  text: string;
  readonly spaced: boolean;
}

function chunks(text: string): Chunk[] {
  const found: Chunk[] = [];
  let spaced = false;
  let previous = "";
  for (const cluster of clusters(text)) {
    if (SPACE.test(cluster)) {
      spaced = true;
      continue;
    }
    const last = found.at(-1);
    const free = IDEOGRAPHIC.test(cluster) || IDEOGRAPHIC.test(previous);
    const bound = !free || CLOSING.test(cluster) || OPENING.test(previous);
    if (last !== undefined && !spaced && bound) last.text += cluster;
    else found.push({ text: cluster, spaced });
    spaced = false;
    previous = String.fromCodePoint(codeOf(cluster));
  }
  return found;
}

/**
 * Breaks text into lines no wider than `maxWidth`: greedily at spaces, and between Chinese, Japanese and Korean
 * characters (not before closing nor after opening punctuation). A word wider than a line is broken between characters;
 * only a single character wider than `maxWidth` stands over. Runs of white space count as one space.
 *
 * @returns no lines for an empty or blank text; joined up again, the lines hold every character that is not white space
 */
export function wrapText(text: string, size: Px, weight: number, maxWidth: Px): string[] {
  const lines: string[] = [];
  const space = textWidth(" ", size, weight);
  let line = "";
  let used = 0;
  const put = (part: string, width: Px, spaced: boolean): boolean => {
    const gap = spaced && line !== "" ? space : 0;
    if (line !== "" && !(used + gap + width <= maxWidth)) return false;
    line += (gap > 0 ? " " : "") + part;
    used += gap + width;
    return true;
  };
  const flush = (): void => {
    if (line !== "") lines.push(line);
    line = "";
    used = 0;
  };
  for (const chunk of chunks(text)) {
    const width = textWidth(chunk.text, size, weight);
    if (width <= maxWidth) {
      if (put(chunk.text, width, chunk.spaced)) continue;
      flush();
      put(chunk.text, width, false);
      continue;
    }
    flush();
    for (const cluster of clusters(chunk.text)) {
      const part = textWidth(cluster, size, weight);
      if (put(cluster, part, false)) continue;
      flush();
      put(cluster, part, false);
    }
  }
  flush();
  return lines;
}
