import type { Achievement } from "./career.js";

export interface TextPart {
  readonly text: string;
  /** These words are where a figure or a date was read. */
  readonly quoted: boolean;
}

/**
 * Cuts a text into what was quoted and what was not. Quotes that overlap or touch become one; one that is not in the
 * text marks nothing. The parts joined are the text.
 */
export function markQuotes(text: string, quotes: readonly string[]): readonly TextPart[] {
  const spans = quotes
    .filter((quote) => quote !== "")
    .map((quote) => ({ from: text.indexOf(quote), length: quote.length }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const { from, length } of spans) {
    const last = merged[merged.length - 1];
    if (last && from <= last.to) last.to = Math.max(last.to, from + length);
    else merged.push({ from, to: from + length });
  }
  const parts: TextPart[] = [];
  let done = 0;
  for (const { from, to } of merged) {
    if (from > done) parts.push({ text: text.slice(done, from), quoted: false });
    parts.push({ text: text.slice(from, to), quoted: true });
    done = to;
  }
  if (done < text.length) parts.push({ text: text.slice(done), quoted: false });
  return parts;
}

/** The words of an achievement's text that its figures and its date rest on. */
export function quotesOf(achievement: Achievement): readonly string[] {
  return [...achievement.metrics.map((metric) => metric.quote), ...(achievement.stated?.quote === undefined ? [] : [achievement.stated.quote])];
}
