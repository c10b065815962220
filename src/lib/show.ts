/** One step into a document: a key or a 0-based place in a list. */
export type PathSegment = string | number;

/** Characters that a terminal obeys or that turn text around: controls, bidi marks, zero width, lone surrogates, line separators. */
const UNSHOWABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/gu;

/** The text with everything that could act on a terminal or reorder a line written as `\u{1b}`. */
export function showPlain(text: string): string {
  return text.replace(UNSHOWABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** In double quotes, at most `longest` characters of it, safe to print. */
export function showText(text: string, longest = 40): string {
  // Cut by code points, so that no half of a pair is left over.
  const short = text.length <= longest ? text : `${Array.from(text.slice(0, longest)).slice(0, longest - 1).join("")}…`;
  return `"${showPlain(short.replaceAll("\\", "\\\\").replaceAll('"', '\\"'))}"`;
}

/** Any value in a few words of JSON: `"Sprng 2019"`, `null`, `a list of 3`, `an object`. Never throws. */
export function showValue(value: unknown): string {
  if (typeof value === "string") return showText(value);
  if (value === undefined) return "nothing";
  if (value === null || typeof value === "boolean" || typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

const PLAIN_KEY = /^[A-Za-z_$][\w$]{0,59}$/;

/** `roles[1].achievements[0].title`; keys that are no plain names stand in `["…"]`; "" is the whole. */
export function formatPath(segments: readonly PathSegment[]): string {
  let path = "";
  for (const segment of segments) {
    if (typeof segment === "number") path += `[${segment}]`;
    else if (PLAIN_KEY.test(segment)) path += path === "" ? segment : `.${segment}`;
    else path += `[${showText(segment)}]`;
  }
  return path;
}
