import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv, type Cell } from "../../src/model/toCsv.js";
import { HOSTILE } from "../support/hostile.js";

const RUNS = Number(process.env["FC_RUNS"] ?? 300);

/** A reader after RFC 4180, which knows nothing of the writer but its apostrophe. @throws where the text is no such file */
function readCsv(csv: string): string[][] {
  if (!csv.startsWith("\ufeff")) throw new Error("no byte order mark");
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = csv.slice(1);
  while (rest !== "") {
    const [all, quoted, bare, end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/u.exec(rest) ?? [];
    if (all === undefined) throw new Error(`no cell: ${rest.slice(0, 40)}`);
    row.push((quoted?.replaceAll("\"\"", "\"") ?? bare ?? "").replace(/^'('*[=+\-@\t\r\n＝＋－＠])/u, "$1"));
    if (end === "\r\n") {
      rows.push(row);
      row = [];
    }
    rest = rest.slice(all.length);
  }
  if (row.length > 0) throw new Error("the last line does not end");
  return rows;
}

const asText = (cell: Cell): string => (cell === null ? "" : String(cell).replace(/\p{Surrogate}/gu, "\ufffd"));
const arbCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom(...HOSTILE.filter((text) => text.length < 400)),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.array(fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", "\"", ",", ";", " ", "a", "＝"), { maxLength: 6 }).map((signs) => signs.join("")),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  fc.constant(null),
);

describe("a table as CSV", () => {
  it("is written as RFC 4180 says, with a byte order mark", () => {
    expect(toCsv([["a", "b"], ["x, y", "say \"no\""], [null, -0.5]])).toBe("\ufeffa,b\r\n\"x, y\",\"say \"\"no\"\"\"\r\n,-0.5\r\n");
    expect(toCsv([])).toBe("\ufeff");
  });

  it.each([["=1+1", "'=1+1"], ["+1", "'+1"], ["-1", "'-1"], ["@SUM(1)", "'@SUM(1)"], ["'=1", "''=1"], ["＝1", "'＝1"]])("hands %s to no spreadsheet as a formula", (text, written) => {
    expect(toCsv([[text]])).toBe(`\ufeff${written}\r\n`);
  });

  it.each(["\t=1", "\r=1", "\n=1"])("nor one behind a blank: %j", (text) => {
    expect(toCsv([[text]])).toBe(`\ufeff"'${text}"\r\n`);
  });

  it.each([" a", "a ", "a;b", "a,b", "a\nb", "a\tb"])("quotes %j: unquoted, it would lose a blank or be two cells", (text) => {
    expect(toCsv([[text]])).toBe(`\ufeff"${text}"\r\n`);
  });

  it("leaves alone what is none: a number below zero, a true minus, an apostrophe", () => {
    expect(toCsv([[-1, "−75%", "'tis", "a=b"]])).toBe("\ufeff-1,−75%,'tis,a=b\r\n");
  });

  it("is read back as it was, whatever was in it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(arbCell, { minLength: width, maxLength: width }), { maxLength: 5 })), (rows) => {
        expect(readCsv(toCsv(rows))).toEqual(rows.map((row) => row.map(asText)));
      }),
      { numRuns: RUNS },
    );
  });

  it("has no cell of text that begins as a formula does", () => {
    fc.assert(
      fc.property(fc.array(arbCell, { minLength: 1, maxLength: 4 }), (row) => {
        const text = row.filter((cell): cell is string => typeof cell === "string");
        const starts = text.map((cell) => toCsv([[cell]]).slice(1).replace(/^"/, ""));
        expect(starts.filter((start) => /^[=+\-@\t＝＋－＠]/u.test(start) || /^[\r\n](?!\n$|$)/u.test(start))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
