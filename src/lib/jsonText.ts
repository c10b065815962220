import { formatPath, showText, type PathSegment } from "./show.js";

/** What keeps a text from being JSON, and where. */
export interface SyntaxFault {
  /** Index into the text, UTF-16 code units. */
  readonly offset: number;
  readonly message: string;
  readonly hint?: string;
}

/** A key that an object has twice: `JSON.parse` keeps the last and says nothing. */
export interface DuplicateKey {
  readonly offset: number;
  readonly path: string;
}

/** More than these are not told apart from an attack. */
const MOST_DUPLICATES = 1000;

/** 1-based line and column (in UTF-16 code units) of an index into the text. \n, \r\n and \r end a line. O(offset). */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let i = 0; i < offset && i < text.length; i += 1) {
    const c = text[i];
    if (c === "\n" || (c === "\r" && text[i + 1] !== "\n")) {
      line += 1;
      start = i + 1;
    }
  }
  return { line, column: offset - start + 1 };
}

/**
 * Where lists and objects nest deeper than `limit`. To be asked before `JSON.parse`: what parses may still overflow whoever walks it.
 * Reads text that is no JSON as well; one pass, no recursion.
 * @returns the index of the first bracket too deep, or null
 */
export function findTooDeep(text: string, limit: number): number | null {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 92 /* \ */) i += 1;
      // A line break ends a broken string, or one missing quote would hide all that follows.
      else if (c === 34 /* " */ || c === 10) quoted = false;
    } else if (c === 34) quoted = true;
    else if (c === 91 /* [ */ || c === 123 /* { */) {
      depth += 1;
      if (depth > limit) return i;
    } else if (c === 93 || c === 125) depth = Math.max(0, depth - 1);
  }
  return null;
}

type Expecting = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or end" | "end";
interface Frame {
  readonly close: "]" | "}";
  readonly offset: number;
  /** null in a list. */
  readonly keys: Set<string> | null;
  step: PathSegment;
}
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
/** What may not follow a number or a literal directly. */
const GLUED = /[\p{L}\p{N}_$.+]/u;
/** Cut at 40: it is only ever quoted back. */
const WORD = /[\p{L}\p{N}_$.+-]{1,40}/uy;

/** One token: where it ends, or what is wrong with it. */
type Token = { readonly end: number } | SyntaxFault;

/**
 * Reads JSON (RFC 8259) strictly without building it: finds the first fault, in words for the person who has to mend it,
 * and every key that an object has twice. Says "no fault" exactly where `JSON.parse` succeeds. Linear; no recursion.
 */
export function walkJson(text: string): { readonly fault: SyntaxFault | null; readonly duplicates: readonly DuplicateKey[] } {
  const stack: Frame[] = [];
  const duplicates: DuplicateKey[] = [];
  let expecting: Expecting = "value";
  let comma = 0;
  let i = 0;
  const stop = (fault: SyntaxFault): { fault: SyntaxFault; duplicates: DuplicateKey[] } => ({ fault, duplicates });

  for (;;) {
    i = skipSpace(text, i);
    const c = text[i];
    const top = stack.at(-1);
    if (c === undefined) {
      return expecting === "end" ? { fault: null, duplicates } : stop(endFault(text, top));
    }
    if (c === "/" || c === "#") return stop({ offset: i, message: "a comment stands here, and JSON has none", hint: "remove the comment" });
    if (expecting === "end") {
      return stop({ offset: i, message: "there is more text after the end of the document", hint: "one file holds one { … }; remove what follows it, or check for a } too many" });
    }

    if (top !== undefined && c === top.close && (expecting === "comma or end" || expecting === "value or ]" || expecting === "key or }")) {
      stack.pop();
      i += 1;
      expecting = stack.length === 0 ? "end" : "comma or end";
    } else if (expecting === "comma or end") {
      if (c !== ",") return stop(betweenFault(text, i, top));
      comma = i;
      i += 1;
      if (top?.keys === null) {
        if (typeof top.step === "number") top.step += 1;
        expecting = "value";
      } else expecting = "key";
    } else if (expecting === "colon") {
      if (c !== ":") return stop({ offset: i, message: `expected a colon after the key, found ${showText(c)}`, hint: 'write "key": value' });
      i += 1;
      expecting = "value";
    } else if (expecting === "key" || expecting === "key or }") {
      if (c === "}") return stop(trailingComma(comma, "}"));
      if (c !== '"') return stop(keyFault(text, i));
      const token = readString(text, i);
      if (!("end" in token)) return stop(token);
      noteKey(top, text.slice(i, token.end), i);
      i = token.end;
      expecting = "colon";
    } else if (c === "{" || c === "[") {
      stack.push(c === "{" ? { close: "}", offset: i, keys: new Set(), step: "" } : { close: "]", offset: i, keys: null, step: 0 });
      i += 1;
      expecting = c === "{" ? "key or }" : "value or ]";
    } else {
      if (c === "]" && top?.close === "]") return stop(trailingComma(comma, "]"));
      const token = readScalar(text, i);
      if (!("end" in token)) return stop(token);
      i = token.end;
      expecting = stack.length === 0 ? "end" : "comma or end";
    }
  }

  function noteKey(frame: Frame | undefined, quoted: string, offset: number): void {
    if (!frame?.keys) return;
    // The string was read without a fault, so it parses.
    const key = quoted.includes("\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
    frame.step = key;
    if (!frame.keys.has(key)) frame.keys.add(key);
    else if (duplicates.length < MOST_DUPLICATES) duplicates.push({ offset, path: formatPath(stack.map((each) => each.step)) });
  }
}

function skipSpace(text: string, from: number): number {
  let i = from;
  for (; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c !== 32 && c !== 10 && c !== 13 && c !== 9) break;
  }
  return i;
}

function readString(text: string, start: number): Token {
  for (let i = start + 1; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c === 34) return { end: i + 1 };
    if (c === 10 || c === 13) {
      return { offset: start, message: "the text that begins here is not closed on its line", hint: 'close it with "; inside a text, a line break is written \\n and a quotation mark \\"' };
    }
    if (c < 32) {
      return { offset: i, message: c === 9 ? "a tab stands inside a text" : `a control character (code ${c}) stands inside a text`, hint: c === 9 ? "write \\t or a space" : "remove it" };
    }
    if (c !== 92) continue;
    const escape = text[i + 1] ?? "";
    if (escape === "u" && !/^[0-9a-fA-F]{4}$/.test(text.slice(i + 2, i + 6))) {
      return { offset: i, message: "\\u is not followed by four hexadecimal digits", hint: "write \\u00e9, or the character itself" };
    }
    if (!'"\\/bfnrtu'.includes(escape) || escape === "") {
      return { offset: i, message: `\\${escape} means nothing in JSON`, hint: "write \\\\ for a backslash" };
    }
    i += escape === "u" ? 5 : 1;
  }
  return { offset: start, message: "the text that begins here is never closed", hint: 'close it with "' };
}

function readScalar(text: string, start: number): Token {
  const c = text[start] ?? "";
  if (c === '"') return readString(text, start);
  for (const literal of ["true", "false", "null"]) {
    if (text.startsWith(literal, start) && !GLUED.test(text[start + literal.length] ?? "")) return { end: start + literal.length };
  }
  NUMBER.lastIndex = start;
  if (NUMBER.test(text) && !GLUED.test(text[NUMBER.lastIndex] ?? "")) return { end: NUMBER.lastIndex };
  WORD.lastIndex = start;
  return { offset: start, ...valueFault(c, WORD.exec(text)?.[0] ?? "") };
}

function valueFault(c: string, word: string): Pick<SyntaxFault, "message" | "hint"> {
  if (/^[+-]?\.?[0-9]/.test(word)) return { message: `${showText(word)} is not a number in JSON`, hint: "write digits with one point, as 1200 or 0.5; no leading 0 or +, no separators, no unit" };
  const lower = word.toLowerCase();
  if (lower === "none" || lower === "undefined" || lower === "nan" || lower === "nil" || lower === "null") return { message: `expected a value, found ${showText(word)}`, hint: "write null" };
  if (lower === "true" || lower === "false") return { message: `expected a value, found ${showText(word)}`, hint: `write ${lower}` };
  if (word !== "") return { message: `expected a value, found ${showText(word)}`, hint: 'put texts in double quotes: "…"' };
  if ("'‘’“”`«".includes(c)) return { message: `a text begins with ${showText(c)}`, hint: 'use the straight double quotation mark "' };
  return { message: `expected a value, found ${showText(c)}` };
}

function keyFault(text: string, at: number): SyntaxFault {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0] ?? text[at] ?? "";
  return { offset: at, message: `expected a key in double quotes, found ${showText(word)}`, hint: 'write "key": value' };
}

function betweenFault(text: string, at: number, top: Frame | undefined): SyntaxFault {
  const c = text[at] ?? "";
  const close = top?.close ?? "}";
  if (c === "]" || c === "}") return { offset: at, message: `found ${c} where ${close} was expected`, hint: "check that every bracket is closed by its like" };
  const hint = /["{[\p{L}\p{N}-]/u.test(c) ? "put a comma before it" : undefined;
  return { offset: at, message: `expected a comma or ${close}, found ${showText(c)}`, ...(hint === undefined ? {} : { hint }) };
}

function trailingComma(offset: number, close: string): SyntaxFault {
  return { offset, message: `a comma stands before ${close}`, hint: "remove the comma" };
}

function endFault(text: string, top: Frame | undefined): SyntaxFault {
  if (top === undefined) return { offset: text.length, message: "there is no value in the text" };
  const { line } = placeOf(text, top.offset);
  return { offset: text.length, message: `the text ends before the ${top.close === "}" ? "{" : "["} of line ${line} is closed`, hint: `is the file complete? Add ${top.close}` };
}
