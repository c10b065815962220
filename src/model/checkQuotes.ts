import { showPlain, showText } from "../lib/show.js";
import type { FactPiece, Pieces } from "./checkPieces.js";
import type { Report } from "./checkReport.js";
import type { Metric } from "./document.js";
import { missingNumbers } from "./quoteNumbers.js";

/** Whether every number can be followed back to the words it comes from. */
export function checkQuotes(pieces: Pieces, report: Report): void {
  for (const fact of pieces.facts) {
    const when = fact.value !== null && "when" in fact.value ? fact.value.when : undefined;
    if (when?.quote !== undefined) checkInText(fact, when.quote, `${fact.path}.when.quote`, report);
    for (const { value: metric, path } of fact.metrics) {
      checkInText(fact, metric.quote, `${path}.quote`, report);
      checkNumbers(metric, `${path}.quote`, report);
    }
  }
}

function checkInText(fact: FactPiece, quote: string, path: string, report: Report): void {
  const { text } = fact;
  if (text === null || text.includes(quote)) return;
  report.warning(() => {
    const written = findFolded(text, quote);
    return {
      code: "quote-not-in-text", path, message: `the quote ${showText(quote)} is no exact piece of the text beside it`,
      hint: written === null ? "copy it from the text, letter by letter" : `the text has ${showText(written)}`,
    };
  });
}

/** The piece that differs from the quote only in case, blanks or the shape of dashes and quotation marks. */
function findFolded(text: string, quote: string): string | null {
  const folded = fold(text);
  const at = folded.length === text.length ? folded.indexOf(fold(quote)) : -1;
  return at < 0 ? null : text.slice(at, at + quote.length);
}

/** Character by character, so that places stay what they are. */
function fold(text: string): string {
  return text.replace(/\s/g, " ").replace(/[‐‑‒–—−]/g, "-").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
}

function checkNumbers(metric: Metric, path: string, report: Report): void {
  const missing = missingNumbers(metric.quote, metric);
  if (missing.length === 0) return;
  report.warning(() => ({
    code: "number-not-in-quote", path, message: `cannot read ${missing.map((n) => describe(n, metric)).join(" and ")} in the quote ${showText(metric.quote)}`,
    hint: "quote the words that state it, or mend the number",
  }));
}

function describe(n: number, metric: Metric): string {
  switch (metric.kind) {
    case "percent_change": return `${n}%`;
    case "share": return metric.whole === 100 ? `${n}%` : String(n);
    case "factor_change": return `×${n}`;
    case "rank": return `place ${n}`;
    case "money": return `${n} ${metric.currency}`;
    case "deadline": return withUnit(n, metric.offset.unit);
    case "count": return String(n);
    case "before_after":
    case "amount_change":
    case "level":
    case "rate":
    case "duration": return withUnit(n, metric.unit);
  }
}

/** The unit only where it is a word or two. */
function withUnit(n: number, unit: string): string {
  if (unit === "%") return `${n}%`;
  return unit.trim() === "" || unit.length > 20 ? String(n) : `${n} ${showPlain(unit.trim())}`;
}
