import {
  AFTER_NO, CURRENCY_WORDS, DENOMINATORS, DIVISIONS, FRACTION_GLYPHS, MULTIPLES, ONES, ORDINALS, PLAIN, SCALES, SUFFIXES, TENS, TIME_UNITS, WHOLES,
  type TimeUnit,
} from "./numberWords.js";

/** One number that a text states. What is ambiguous ("1.000", "3m") gives a reading each. */
export interface Reading {
  /** Signed where a minus stands directly before it. */
  readonly value: number;
  /**
   * - number: 3, three, 10k; also "half a million"
   * - fraction: half, ¾, two thirds (the value is the part of 1)
   * - ordinal: first, 2nd
   * - times: fourfold, doubled; over: halved (the value divides)
   * - whole: all, every (the value is 1)
   */
  readonly as: "number" | "fraction" | "ordinal" | "times" | "over" | "whole";
  readonly percent: boolean;
  readonly unit: TimeUnit | null;
}

interface Token {
  readonly kind: "digits" | "glyph" | "word" | "sign";
  readonly text: string;
  /** Lower case. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /([0-9]+(?:[.,'’_\u00a0\u2009\u202f][0-9]+)*)|([¼-¾⅐-⅞])|([\p{L}\p{M}]+)|([^\s])/gu;

function tokenize(text: string): Token[] {
  const ascii = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return Array.from(ascii.matchAll(TOKEN), (match): Token => ({
    kind: match[1] !== undefined ? "digits" : match[2] !== undefined ? "glyph" : match[3] !== undefined ? "word" : "sign",
    text: match[0],
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The values that digits with separators may have. "1,200" is 1200; "1,5" is 1.5; "1.200" may be either. */
function readDigits(text: string): number[] {
  const groups = text.split(/[^0-9]/);
  const marks = text.replace(/[0-9]/g, "");
  const last = marks.at(-1);
  if (last === undefined) return [Number(text)];
  const [first = "", ...rest] = groups;
  const joined = Number(groups.join(""));
  const decimal = Number(`${groups.slice(0, -1).join("")}.${groups.at(-1) ?? ""}`);
  const grouped = first.length <= 3 && first !== "0" && rest.at(-1)?.length === 3 && rest.every((group) => group.length === 3 || (group.length === 2 && last === ","));
  const alike = [...marks].every((mark) => mark === last);
  if (grouped && alike) return last === "." && marks.length === 1 ? [joined, decimal] : [joined];
  const point = last === "." || last === ",";
  const before = marks.slice(0, -1);
  if (point && !before.includes(last) && [...before].every((mark) => mark === before[0])) return [decimal];
  // "3,4,5" is a list; "1.2.3" is a version and "12.05.2020" a date.
  return last === "," && alike ? groups.map(Number) : [];
}

/** Reads every number out of a text: digits and English number words. Linear in the text's length. */
export function readQuote(text: string): Reading[] {
  const tokens = tokenize(text);
  const readings: Reading[] = [];
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.kind === "digits") i = readDigitToken(tokens, i, readings);
    else if (token.kind === "glyph") i = finish(tokens, i + 1, FRACTION_GLYPHS.get(token.text) ?? 0, "fraction", readings);
    else if (token.kind === "word") i = readWordToken(tokens, i, readings);
    else i += 1;
  }
  return readings.filter((reading) => Number.isFinite(reading.value));
}

/** Adds the reading with what follows it: a scale, a percent sign, a unit. @returns the next token's place */
function finish(tokens: readonly Token[], from: number, value: number, as: Reading["as"], readings: Reading[]): number {
  let i = from;
  let [amount, kind] = [value, as];
  const scale = tokens[i]?.kind === "word" ? SCALES.get(tokens[i]?.word ?? "") : undefined;
  if (scale !== undefined) {
    [amount, kind] = [amount * scale, "number"];
    i += 1;
  }
  if (isHalfMore(tokens, i)) {
    [amount, kind] = [amount + 0.5, "number"];
    i += 3;
  }
  const percent = isPercent(tokens, i);
  const unit = percent ? null : unitAt(tokens, i);
  const times = kind === "number" && timesAt(tokens, i);
  readings.push({ value: amount, as: kind, percent, unit });
  if (times) readings.push({ value: amount, as: "times", percent: false, unit: null });
  if (unit !== null) {
    // The unit is spent, so that "2 seconds" does not go on to say "second". "A day and a half" comes after it.
    i = unitPlace(tokens, i) + 1;
    if (isHalfMore(tokens, i)) {
      readings.push({ value: amount + 0.5, as: "number", percent: false, unit });
      i += 3;
    }
  }
  return i;
}

/** "and a half" */
function isHalfMore(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.word === "and" && tokens[i + 1]?.word === "a" && tokens[i + 2]?.word === "half";
}

function isPercent(tokens: readonly Token[], from: number): boolean {
  const i = skipMarks(tokens, from);
  const word = tokens[i]?.word ?? "";
  return word === "%" || word === "％" || word === "٪" || word === "percent" || word === "percentage" || word === "pct" || (word === "per" && tokens[i + 1]?.word === "cent");
}

/** Past "+" and the hyphen of "3-day". */
function skipMarks(tokens: readonly Token[], from: number): number {
  let i = from;
  while (i < from + 2 && (tokens[i]?.text === "+" || tokens[i]?.text === "-" || tokens[i]?.text === "‑")) i += 1;
  return i;
}

/** Where the unit's word stands: "3 days", "3-day", "10+ years", "half a day". */
function unitPlace(tokens: readonly Token[], from: number): number {
  const i = skipMarks(tokens, from);
  const word = tokens[i]?.word;
  return word === "a" || word === "an" ? i + 1 : i;
}

function unitAt(tokens: readonly Token[], from: number): TimeUnit | null {
  const token = tokens[unitPlace(tokens, from)];
  return token?.kind === "word" ? TIME_UNITS.get(token.word) ?? null : null;
}

/** "4 times", "4x", "4×", "4-fold". */
function timesAt(tokens: readonly Token[], from: number): boolean {
  const word = tokens[skipMarks(tokens, from)]?.word ?? "";
  return word === "times" || word === "x" || word === "×" || word === "fold";
}

function readDigitToken(tokens: readonly Token[], at: number, readings: Reading[]): number {
  const token = tokens[at];
  if (token === undefined) return at + 1;
  const before = tokens[at - 1];
  if (before?.kind === "word" && before.end === token.start && /[a-z]$/i.test(before.text) && before.word !== "x" && !CURRENCY_WORDS.has(before.word)) return at + 1;

  const spaced = spacedEnd(tokens, at);
  if (spaced > at + 1) {
    const groups = tokens.slice(at, spaced).map((each) => each.text);
    const after = finish(tokens, spaced, Number(groups.join("")), "number", readings);
    // "10 000" is one number; "3 200" may be two, so its parts are read as well.
    if (groups.some((group) => group.startsWith("0"))) return after;
  }

  const sign = isNegative(tokens, at) ? -1 : 1;
  const next = tokens[at + 1];
  const touching = next !== undefined && next.start === token.end ? next : undefined;
  const values = readDigits(token.text).map((value) => sign * value);
  // Chinese and Japanese write no space after it: 3万件.
  const suffix = touching?.kind === "word" ? SUFFIXES.get(touching.text) ?? SCALES.get(touching.word) ?? SCALES.get(/^[千万萬亿億]/.exec(touching.text)?.[0] ?? "") : undefined;
  const ordinal = touching !== undefined && /^(?:st|nd|rd|th)$/.test(touching.word);
  let i = at + 1;
  for (const value of values) {
    if (ordinal) i = finish(tokens, at + 2, value, "ordinal", readings);
    else if (suffix !== undefined) {
      i = finish(tokens, at + 2, value * suffix, "number", readings);
      if (touching?.text === "m") readings.push({ value, as: "number", percent: false, unit: TIME_UNITS.get("min") ?? null });
    } else if (next?.kind === "glyph") i = finish(tokens, at + 2, value + sign * (FRACTION_GLYPHS.get(next.text) ?? 0), "number", readings);
    else i = finish(tokens, at + 1, value, "number", readings);
  }
  if (before?.text === "×" || (before?.word === "x" && before.end === token.start)) for (const value of values) readings.push({ value, as: "times", percent: false, unit: null });
  readQuotient(tokens, at, readings);
  return i;
}

/** A minus that is no hyphen and no dash of a range: "-40", "−$3", but not "3-5" and not "sub-100". */
function isNegative(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const between = /^\p{Sc}$/u.test(tokens[at - 1]?.text ?? "") ? 2 : 1;
  const mark = tokens[at - between];
  const before = tokens[at - between - 1];
  if (token === undefined || mark === undefined || (mark.text !== "-" && mark.text !== "−")) return false;
  const touches = between === 2 || mark.end === token.start;
  return touches && (before === undefined || before.end < mark.start || before.text === "(");
}

/** "2/3", beside its two numbers. */
function readQuotient(tokens: readonly Token[], at: number, readings: Reading[]): void {
  const [over, under] = [tokens[at], tokens[at + 2]];
  if (tokens[at + 1]?.text !== "/" && tokens[at + 1]?.text !== "⁄") return;
  if (over?.kind !== "digits" || under?.kind !== "digits" || Number(under.text) === 0) return;
  readings.push({ value: Number(over.text) / Number(under.text), as: "fraction", percent: false, unit: unitAt(tokens, at + 3) });
}

/** Where a number whose thousands are set apart by blanks ends: the place after its last token; `at + 1` where it is one token. */
function spacedEnd(tokens: readonly Token[], at: number): number {
  if (!/^[1-9][0-9]{0,2}$/.test(tokens[at]?.text ?? "")) return at + 1;
  let i = at + 1;
  // At most 10¹⁵: beyond that a double is no longer exact, and nobody counts that in a career.
  for (; i < at + 5; i += 1) {
    const token = tokens[i];
    if (token?.kind !== "digits" || token.start !== (tokens[i - 1]?.end ?? 0) + 1 || !/^[0-9]{3}$/.test(token.text)) break;
  }
  return i;
}

function readWordToken(tokens: readonly Token[], at: number, readings: Reading[]): number {
  const { word = "" } = tokens[at] ?? {};
  const next = tokens[at + 1]?.word ?? "";
  const previous = tokens[at - 1];
  if (word === "a" || word === "an") return readArticle(tokens, at, readings);
  if (word === "half") return finish(tokens, next === "a" || next === "an" ? skipArticleBeforeScale(tokens, at + 1) : at + 1, 0.5, "fraction", readings);
  if (word === "sub" || word === "subsecond") {
    const unit = word === "sub" ? unitAt(tokens, at + 1) : TIME_UNITS.get("s") ?? null;
    if (unit !== null) readings.push({ value: 1, as: "number", percent: false, unit });
    return unit === null || word !== "sub" ? at + 1 : unitPlace(tokens, at + 1) + 1;
  }
  if (word === "no") {
    const numero = next === "." || next === "°" || tokens[at + 1]?.kind === "digits";
    if (!numero && !AFTER_NO.has(next)) readings.push({ value: 0, as: "number", percent: false, unit: null });
    return at + 1;
  }
  if (word === "free" && previous?.text === "-") readings.push({ value: 0, as: "number", percent: false, unit: null });
  if (WHOLES.has(word)) readings.push({ value: 1, as: "whole", percent: false, unit: null });

  const cardinal = readCardinal(tokens, at);
  if (cardinal !== null) return readAfterCardinal(tokens, cardinal, readings);
  const plain = PLAIN.get(word);
  if (plain !== undefined) {
    if (word === "twice" || word === "thrice") readings.push({ value: plain, as: "times", percent: false, unit: null });
    return finish(tokens, at + 1, plain, "number", readings);
  }
  const times = MULTIPLES.get(word);
  if (times !== undefined) readings.push({ value: times, as: "times", percent: false, unit: null });
  const over = DIVISIONS.get(word);
  if (over !== undefined) readings.push({ value: over, as: "over", percent: false, unit: null });
  const ordinal = ORDINALS.get(word);
  // "per second" is a unit, no place.
  if (ordinal !== undefined && previous?.word !== "per" && previous?.word !== "/") return finish(tokens, at + 1, ordinal, "ordinal", readings);
  return at + 1;
}

/** "half a million" is half of a million, while "half a day" leaves its article to the unit. */
function skipArticleBeforeScale(tokens: readonly Token[], at: number): number {
  return SCALES.has(tokens[at + 1]?.word ?? "") ? at + 1 : at;
}

/** "an hour", "a million", "a third". Before other words an article states no number. */
function readArticle(tokens: readonly Token[], at: number, readings: Reading[]): number {
  const word = tokens[at + 1]?.word ?? "";
  const under = DENOMINATORS.get(word);
  if (under !== undefined && under !== 2) readings.push({ value: 1 / under, as: "fraction", percent: false, unit: null });
  if (TIME_UNITS.has(word) || SCALES.has(word)) return finish(tokens, at + 1, 1, "number", readings);
  return under !== undefined && under !== 2 ? at + 2 : at + 1;
}

function readAfterCardinal(tokens: readonly Token[], cardinal: { value: number; next: number }, readings: Reading[]): number {
  const { value, next } = cardinal;
  const under = DENOMINATORS.get(tokens[skipMarks(tokens, next)]?.word ?? "");
  if (under !== undefined && under !== 2) readings.push({ value: value / under, as: "fraction", percent: false, unit: null });
  return finish(tokens, next, value, "number", readings);
}

/** "twenty-five", "one hundred and twenty thousand". Tens and ones may be joined by a hyphen. */
function readCardinal(tokens: readonly Token[], at: number): { value: number; next: number } | null {
  let [total, current, i] = [0, 0, at];
  let last: "none" | "ones" | "tens" | "scale" = "none";
  for (;;) {
    const hyphened = last === "tens" && tokens[i]?.text === "-" && ONES.has(tokens[i + 1]?.word ?? "");
    const anded = last === "scale" && tokens[i]?.word === "and" && (ONES.has(tokens[i + 1]?.word ?? "") || TENS.has(tokens[i + 1]?.word ?? ""));
    const place: number = hyphened || anded ? i + 1 : i;
    const word = tokens[place]?.word ?? "";
    const [ones, tens, scale] = [ONES.get(word), TENS.get(word), last === "none" ? undefined : SCALES.get(word)];
    if (ones !== undefined && (last === "none" || last === "scale" || (last === "tens" && ones > 0 && ones < 10))) {
      current += ones;
      last = "ones";
    } else if (tens !== undefined && (last === "none" || last === "scale")) {
      current += tens;
      last = "tens";
    } else if (scale === 100 && current > 0) {
      current *= 100;
      last = "scale";
    } else if (scale !== undefined && current > 0) {
      total += current * scale;
      current = 0;
      last = "scale";
    } else break;
    i = place + 1;
  }
  return last === "none" ? null : { value: total + current, next: i };
}
