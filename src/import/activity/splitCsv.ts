export type SplitCsv =
  | { readonly ok: true; readonly fields: readonly string[] }
  /** open: a quote is not closed yet. junk: something stands between a closing quote and the separator. */
  | { readonly ok: false; readonly reason: "open" | "junk" };

/**
 * The fields of one row (RFC 4180). A quote counts only where it opens a field, blanks before it or not; elsewhere it is
 * a character like any other. Linear.
 * @param separator one character
 */
export function splitCsv(row: string, separator: string): SplitCsv {
  const fields: string[] = [];
  for (let at = 0; ; at += 1) {
    let start = at;
    while (row[start] === " " || row[start] === "\t") start += 1;
    if (row[start] !== '"') {
      const end = row.indexOf(separator, at);
      fields.push(row.slice(at, end < 0 ? row.length : end));
      if (end < 0) return { ok: true, fields };
      at = end;
      continue;
    }
    let field = "";
    let from = start + 1;
    let close = row.indexOf('"', from);
    for (; close >= 0 && row[close + 1] === '"'; close = row.indexOf('"', from)) {
      field += row.slice(from, close + 1);
      from = close + 2;
    }
    if (close < 0) return { ok: false, reason: "open" };
    fields.push(field + row.slice(from, close));
    let end = close + 1;
    while (row[end] === " " || row[end] === "\t") end += 1;
    if (end >= row.length) return { ok: true, fields };
    if (row[end] !== separator) return { ok: false, reason: "junk" };
    at = end;
  }
}
