import { formatList } from "../../lib/format.js";
import { showText } from "../../lib/show.js";
import { MOST_AT_ONCE } from "../../model/activityLimits.js";
import { readDate } from "../jsonResume/readDate.js";
import { splitCsv } from "./splitCsv.js";
import { LONGEST_LINE } from "./splitLines.js";
import type { LineReader } from "./reader.js";
import type { Fault, Tally } from "./tally.js";
import { KINDS, type Kind, type Terms } from "./terms.js";

/** A quoted text may go on over so many lines. One that goes on for longer was never closed: its lines are then read one by one. */
export const MOST_LINES_OF_A_ROW = 20;

const COLUMNS = ["date", "count", ...KINDS] as const;
type Column = (typeof COLUMNS)[number];

interface Header {
  readonly separator: string;
  readonly columns: ReadonlyMap<Column, number>;
}

/**
 * Reads CSV (RFC 4180, commas or semicolons) whose first row names the columns `date`, `count`, and `skill` or `domain` or
 * both, in any order and among others. Without that row nothing can be read, and it says so once.
 */
export function createCsvReader(terms: Terms, tally: Tally): LineReader {
  let header: Header | "missing" | null = null;
  /** Lines of a row whose quotes are still open. */
  let open: string[] = [];
  let first = 0;

  const takeFields = (fields: readonly string[], number: number): void => {
    if (header === null || header === "missing" || fields.every((field) => field.trim() === "")) return;
    const row = readRow(fields, header, terms);
    if ("code" in row) tally.fault(number, () => ({ code: row.code, message: row.message(), hint: row.hint() }));
    else tally.add(row.target, row.date, row.count, number);
  };
  const takeHeader = (line: string, number: number): void => {
    const separator = line.split(";").length > line.split(",").length ? ";" : ",";
    const split = splitCsv(line, separator);
    const names = (split.ok ? split.fields : []).map((name) => name.trim().toLowerCase());
    const columns = new Map(COLUMNS.flatMap((column): [Column, number][] => (names.includes(column) ? [[column, names.indexOf(column)]] : [])));
    const missing = [...(["date", "count"] as const).filter((column) => !columns.has(column)), ...(KINDS.some((kind) => columns.has(kind)) ? [] : ["skill or domain"])];
    header = missing.length === 0 ? { separator, columns } : "missing";
    if (missing.length > 0) {
      tally.fault(number, () => ({ code: "no-header", message: `the first row has no column ${formatList(missing)}; it has ${showText(line)}`, hint: 'begin with a row of names, as date,count,skill' }));
    }
  };
  /** Takes a line, alone or with those before it that it may complete. @returns whether it waits for the next one */
  const take = (line: string, number: number): void => {
    if (header === null) {
      if (line.trim() !== "") takeHeader(line, number);
      return;
    }
    if (header === "missing") return;
    if (open.length === 0) first = number;
    open.push(line);
    const text = open.join("\n");
    const split = splitCsv(text, header.separator);
    if (split.ok) {
      open = [];
      takeFields(split.fields, first);
    } else if (split.reason === "junk" || open.length >= MOST_LINES_OF_A_ROW || text.length > LONGEST_LINE) breakUp(split.reason);
  };
  /** The first line is at fault, and those after it are looked at again: each line takes part in so many rows at the most. */
  const breakUp = (reason: "open" | "junk"): void => {
    const [, ...others] = open;
    const at = first;
    open = [];
    tally.fault(at, () => quoteFault(reason));
    others.forEach((line, i) => take(line, at + 1 + i));
  };
  return {
    line: (line, number, isCut) => {
      if (!isCut) return take(line, number);
      while (open.length > 0) breakUp("open");
      tally.fault(number, () => ({ code: "too-long", message: `the line has more than ${LONGEST_LINE} characters`, hint: "leave out what is no date, count, skill or domain" }));
    },
    end: () => {
      while (open.length > 0) breakUp("open");
      return [];
    },
  };
}

const quoteFault = (reason: "open" | "junk"): Fault => ({
  code: "quotes",
  message: reason === "open" ? "a double quote is opened and never closed" : "there is more text after a closing double quote",
  hint: 'close the quote, and write "" for one inside',
});

/** A row's fault, its words made only where they are listed. */
interface RowFault {
  readonly code: string;
  readonly message: () => string;
  readonly hint: () => string;
}

function readRow(fields: readonly string[], { columns }: Header, terms: Terms): RowFault | { readonly target: Record<Kind, string | null>; readonly date: string; readonly count: number } {
  const cell = (column: Column): string => (fields[columns.get(column) ?? -1] ?? "").trim();
  const date = readDate(cell("date"));
  if (date === null) return { code: "date", message: () => `cannot read ${showText(cell("date"))} as a date`, hint: () => "use YYYY, YYYY-MM or YYYY-MM-DD" };
  const count = /^[0-9]{1,15}$/.test(cell("count")) ? Number(cell("count")) : null;
  if (count === null || count > MOST_AT_ONCE) return { code: "count", message: () => `cannot read ${showText(cell("count"))} as a count`, hint: () => "write a whole number from 0, without separators" };
  const target: Record<Kind, string | null> = { skill: null, domain: null };
  for (const kind of KINDS) {
    const name = cell(kind);
    if (name === "") continue;
    target[kind] = terms.find(kind, name);
    if (target[kind] === null) return { code: `unknown-${kind}`, message: () => `no ${kind} has the id or name ${showText(name)}`, hint: () => terms.hint(kind, name) };
  }
  if (target.skill === null && target.domain === null) return { code: "count-of-nothing", message: () => "the row names neither a skill nor a domain", hint: () => "fill in one of them" };
  return { target, date, count };
}
