/** A number is written as it is: nothing in it can be a formula. null is an empty cell. */
export type Cell = string | number | null;

/** Spreadsheets take a cell that begins with one of these for a formula; the last four are the wide forms of the first. */
const FORMULA = "=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20";
/** Also what already begins with our own sign: so that taking one away again gives back what there was. */
const NEEDS_SIGN = new RegExp(`^'*[${FORMULA}]`, "u");
/** A blank at either end is lost where it is not quoted; a semicolon ends the cell for spreadsheets of half of Europe. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/u;

/**
 * Rows as RFC 4180 writes them: commas, lines that end in CRLF, the last one too. UTF-8 with a byte order mark, without
 * which spreadsheets guess the encoding.
 *
 * Text that a spreadsheet would run gets a leading apostrophe, and so does text that has one before such a sign; nothing
 * else is changed. A reader that takes one apostrophe from /^'+[=+\-@…]/ has what was written. Half characters become
 * U+FFFD: UTF-8 has none.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(formatCell).join(",")}\r\n`).join("")}`;
}

function formatCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = cell.replace(/\p{Surrogate}/gu, "\ufffd");
  const safe = NEEDS_SIGN.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll("\"", "\"\"")}"` : safe;
}
