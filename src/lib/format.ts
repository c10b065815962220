/** True minus: as wide as a plus, and read as a minus. */
export const MINUS = "\u2212";
/** Keeps a number on the line of its unit. */
export const NBSP = "\u00a0";

const FRACTIONS = new Map([[0.25, "¼"], [0.5, "½"], [0.75, "¾"]]);
const wholes = new Intl.NumberFormat("en");
/** As many digits as somebody may type; beyond them there is only the noise of binary fractions (0.1 + 0.2). */
const decimals = new Intl.NumberFormat("en", { maximumSignificantDigits: 15 });
const group = (size: number): string => (Number.isInteger(size) ? wholes : decimals).format(size);

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** "1.5 × 10¹⁸": written out it would be too long to read, and to set. */
function power(size: number): string {
  const [digits = "", exponent = ""] = size.toExponential().split("e");
  return `${digits}${NBSP}×${NBSP}10${exponent.replace(/./g, (sign) => RAISED[Number(sign)] ?? (sign === "-" ? "⁻" : ""))}`;
}

/**
 * A number as a caption shows it: "3M", "250k", "12,500", "0.5", "−4". Short forms only where they lose nothing.
 * @param fractions write quarters as ½ (small amounts of time read better so)
 */
export function formatNumber(value: number, { fractions = false } = {}): string {
  const size = Math.abs(value);
  const sign = value < 0 ? MINUS : "";
  if (fractions && size < 10) {
    const whole = Math.floor(size);
    const fraction = FRACTIONS.get(size - whole);
    if (fraction) return `${sign}${whole === 0 ? "" : whole}${fraction}`;
  }
  return sign + shorten(size);
}

function shorten(size: number): string {
  if (size !== 0 && (size >= 1e15 || size < 1e-11)) return power(size);
  // Only the largest unit: "1,234.56k" is harder to read than "1,234,560".
  const [unit, letter] = size >= 1e9 ? [1e9, "B"] : size >= 1e6 ? [1e6, "M"] : size >= 1e5 ? [1e3, "k"] : [1, ""];
  const short = Number((size / unit).toPrecision(12));
  // Two decimals at the most, and none that is rounded away.
  const exact = Number.isInteger(Number((short * 100).toPrecision(12))) && Number((short * unit).toPrecision(15)) === size;
  return letter !== "" && exact ? `${group(short)}${letter}` : group(size);
}

/** "1st", "2nd", "11th". */
export function formatOrdinal(place: number): string {
  const tens = place % 100;
  const suffix = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
  return `${group(place)}${suffix}`;
}

/** "a", "a and b", "a, b and c". */
export function formatList(items: readonly string[], last: "and" | "or" = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items[items.length - 1]}`;
}

/** "1 achievement", "0 achievements". */
export function formatCount(n: number, one: string, many = `${one}s`): string {
  return `${formatNumber(n)} ${n === 1 ? one : many}`;
}

/** The first letter as a sentence begins with it; scripts without capitals stay as they are. */
export function capitalize(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
