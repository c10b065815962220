import type { Metric } from "./document.js";
import { TIME_UNITS } from "./numberWords.js";
import { readQuote, type Reading } from "./quoteReadings.js";

/** Doubles only; a rounded typed value ("0.17 hours" for 10 minutes) is met within 1% where units had to be converted. */
const TOLERANCE = 1e-9;
const CONVERTED_TOLERANCE = 0.01;

/**
 * Every number that a text states, in digits or in English words: 3M → 3000000, "half a day" → 0.5, "an hour" → 1, "no" → 0,
 * "first" → 1, "doubled" → 2. Percentages as written (75% → 75). Without repeats, in reading order.
 */
export function readNumbers(quote: string): number[] {
  return [...new Set(readQuote(quote).filter((reading) => reading.as !== "whole").map((reading) => reading.value))];
}

/**
 * Whether each number the metric states can be read out of its quote, as what the metric says it is: a percentage as a
 * percentage, a rank as a place, a length of time in the same or a convertible unit.
 */
export function quoteCarries(quote: string, metric: Metric): boolean {
  return missingNumbers(quote, metric).length === 0;
}

/** The numbers of the metric that its quote does not carry, as the metric has them. */
export function missingNumbers(quote: string, metric: Metric): number[] {
  const readings = readQuote(quote);
  const missing = (value: number, found: boolean): number[] => (found ? [] : [value]);
  switch (metric.kind) {
    case "before_after":
      return [metric.from, metric.to].flatMap((value) => missing(value, statesAmount(readings, value, metric.unit, true)));
    case "percent_change":
      return missing(metric.percent, statesPercent(readings, metric.percent) || readings.some((r) => isNear(changeOf(r, metric.direction), metric.percent)));
    case "factor_change":
      return missing(metric.factor, readings.some((r) => statesFactor(r, metric.factor, metric.direction)));
    case "amount_change":
      return missing(metric.amount, statesAmount(readings, metric.amount, metric.unit, false));
    case "level":
      return missing(metric.value, statesAmount(readings, metric.value, metric.unit, true));
    case "share":
      return missingShare(readings, metric.part, metric.whole);
    case "count":
      return [...(metric.n === undefined ? [] : [metric.n]), ...(metric.range ?? [])].flatMap((n) => missing(n, statesAmount(readings, n, "", true)));
    case "money":
      return missing(metric.amount, statesAmount(readings, metric.amount, "", false));
    case "rate":
    case "duration":
      return missing(metric.amount, statesAmount(readings, metric.amount, metric.unit, false));
    case "deadline":
      return missing(metric.offset.amount, statesAmount(readings, metric.offset.amount, metric.offset.unit, false));
    case "rank":
      return missing(metric.place, readings.some((r) => (r.as === "ordinal" || r.as === "number") && !r.percent && isNear(r.value, metric.place)));
  }
}

function isNear(a: number | null, b: number, tolerance = TOLERANCE): boolean {
  return a !== null && Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}

/** @param signed whether −5 and 5 differ: for levels they do, for the size of a change they do not */
function statesAmount(readings: readonly Reading[], value: number, unitText: string, signed: boolean): boolean {
  const word = unitText.trim().toLowerCase();
  if (word === "%" || word === "percent" || word === "per cent") return statesPercent(readings, value, signed);
  const points = word === "pp" || word.startsWith("percentage point");
  const unit = TIME_UNITS.get(word) ?? null;
  return readings.some((reading) => {
    const counts = reading.as === "number" || reading.as === "fraction" || (reading.as === "ordinal" && reading.unit !== null);
    if (!counts || (reading.percent && !points)) return false;
    const read = signed ? reading.value : Math.abs(reading.value);
    const wanted = signed ? value : Math.abs(value);
    if (unit === null || reading.unit === null || (unit.base === reading.unit.base && unit.size === reading.unit.size)) return isNear(read, wanted);
    return unit.base === reading.unit.base && Math.abs(read * reading.unit.size - wanted * unit.size) <= CONVERTED_TOLERANCE * Math.abs(wanted * unit.size);
  });
}

/** "75%", "three quarters", "all"; in "10 to 15%" the sign holds for both; "no" is 0%. */
function statesPercent(readings: readonly Reading[], percent: number, signed = false): boolean {
  const marked = readings.some((reading) => reading.percent);
  return readings.some((reading) => {
    const value = signed ? reading.value : Math.abs(reading.value);
    if (reading.as === "fraction" || reading.as === "whole") return isNear(value * 100, percent);
    return reading.as === "number" && (marked || value === 0) && reading.unit === null && isNear(value, percent);
  });
}

/** The percentage that a word of multiplying or dividing comes to: doubled is +100%, halved −50%. */
function changeOf(reading: Reading, direction: "up" | "down"): number | null {
  if (reading.as === "times" && direction === "up") return (reading.value - 1) * 100;
  if ((reading.as === "times" || reading.as === "over") && direction === "down" && reading.value > 0) return (1 - 1 / reading.value) * 100;
  return null;
}

function statesFactor(reading: Reading, factor: number, direction: "up" | "down"): boolean {
  if (reading.percent) return false;
  if (reading.as === "over") return direction === "down" && isNear(reading.value, factor);
  if (reading.as === "fraction" && direction === "down" && reading.value > 0 && isNear(1 / reading.value, factor)) return true;
  return (reading.as === "number" || reading.as === "times" || reading.as === "fraction") && isNear(Math.abs(reading.value), factor);
}

/** A share of 100 is a percentage; any other needs both its numbers. */
function missingShare(readings: readonly Reading[], part: number, whole: number): number[] {
  if (isNear(whole, 100) && statesPercent(readings, part)) return [];
  if (isNear(whole, 1) && readings.some((reading) => reading.as === "fraction" && isNear(reading.value, part))) return [];
  if (part === whole && readings.some((reading) => reading.as === "whole") && statesAmount(readings, whole, "", true)) return [];
  const missing = [part, whole].filter((value) => !statesAmount(readings, value, "", true));
  // Of a percentage nobody writes the 100.
  return isNear(whole, 100) && missing.length > 0 ? [part] : missing;
}
