import type { Pieces } from "./checkPieces.js";
import type { Report } from "./checkReport.js";
import type { BeforeAfter, Metric } from "./document.js";
import { FEATURED_LIMIT } from "./featured.js";

/** A typed percentage may be rounded to whole ones. */
const PERCENT_TOLERANCE = 0.5;
const MINUS = "−";

/** What a metric's fields say about each other. Limits of single fields are in the schema. */
export function checkMetrics(pieces: Pieces, report: Report): void {
  const featured: string[] = [];
  for (const fact of pieces.facts) {
    for (const { value: metric, path } of fact.metrics) {
      checkFields(metric, path, report);
      if (metric.featured === true && metric.visibility !== "private" && !fact.hidden) featured.push(path);
    }
  }
  if (featured.length > FEATURED_LIMIT) {
    report.warning(() => ({
      code: "too-many-featured", path: featured[FEATURED_LIMIT] ?? "",
      message: `${featured.length} metrics are featured; the header has room for ${FEATURED_LIMIT}`, hint: `leave "featured" on ${FEATURED_LIMIT} of them`,
    }));
  }
}

function checkFields(metric: Metric, path: string, report: Report): void {
  if (metric.kind === "before_after") checkBeforeAfter(metric, path, report);
  if (metric.kind === "share" && metric.part > metric.whole) {
    report.error(() => ({ code: "part-over-whole", path: `${path}.part`, message: `the part ${metric.part} is more than the whole ${metric.whole}`, hint: "swap the two; a growth beyond the whole is a percent_change" }));
  }
  if (metric.kind !== "count") return;
  const { n, range } = metric;
  if (n === undefined && range === undefined) {
    report.error(() => ({ code: "count-without-number", path, message: 'the count has neither "n" nor "range"', hint: 'add "n": 5, or "range": [4, 6]' }));
  } else if (n !== undefined && range !== undefined) {
    report.error(() => ({ code: "count-twice", path: `${path}.range`, message: 'the count has both "n" and "range"', hint: "keep the one that the quote states" }));
  }
  if (range !== undefined && range[0] > range[1]) {
    report.error(() => ({ code: "range-reversed", path: `${path}.range`, message: `the range runs from ${range[0]} down to ${range[1]}`, hint: `write [${range[1]}, ${range[0]}]` }));
  }
}

function checkBeforeAfter(metric: BeforeAfter, path: string, report: Report): void {
  const { from, to, percent } = metric;
  if (from === to) {
    report.warning(() => ({ code: "no-change", path, message: `before and after are both ${from}`, hint: 'mend one of them, or use the kind "level"' }));
  }
  if (percent === undefined) return;
  // From 0, or across it, a percentage says nothing.
  if (from === 0 || from * to < 0) {
    report.warning(() => ({ code: "percent-mismatch", path: `${path}.percent`, message: `${signed(percent)} is typed, and from ${from} to ${to} there is no percentage`, hint: 'remove "percent"' }));
    return;
  }
  const computed = ((to - from) / Math.abs(from)) * 100;
  if (Math.abs(percent - computed) <= PERCENT_TOLERANCE + 1e-9) return;
  report.warning(() => ({
    code: "percent-mismatch", path: `${path}.percent`,
    message: `${signed(percent)} is typed, where the ends ${from} and ${to} say ${signed(Math.round(computed))}`,
    hint: 'mend the one that is wrong; "percent" may be left out, since it is computed from the ends',
  }));
}

function signed(percent: number): string {
  return `${percent < 0 ? MINUS : "+"}${Math.abs(percent)}%`;
}
