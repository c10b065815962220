/** The class that everything hangs under, lifted over whatever a host says by an id that no element has. */
const ROOT = ".career-timeline";
const SCOPE = `${ROOT}:not(#\\#)`;
const NAME = "career-timeline-";

/** Groups whose rules are scoped one by one. */
const GROUPS = /^@(?:media|container|supports)\b/;
/** Signs that stand on the root itself. */
const ON_ROOT = /^\[data-[\w-]+/;
const OUTSIDE = /^(?::root|:host|html|body)(?![\w-])/;
const OURS = /^(?:div)?\.career-timeline(?![\w-])/;

/**
 * A style sheet whose every rule holds only under the class `career-timeline`, so that a host's page gets none of it:
 * `.arc .edge` becomes `.career-timeline:not(#\#) .arc .edge`, `[data-live] .list` a sign of the root, and the names of
 * key frames begin with `career-timeline-`. Linear in the length of the sheet.
 *
 * @param css our own sheets, put together; nesting is left as it is
 * @throws where a rule would reach outside: `html`, `@font-face`, `@import` and their like
 */
export function scopeStyles(css: string): string {
  const text = css.replace(/\/\*[^]*?\*\//g, "");
  const frames = [...text.matchAll(/@keyframes\s+([\w-]+)/g)].map(([, name]) => name ?? "");
  return scopeRules(text, frames.length === 0 ? null : new RegExp(`(?<![\\w-])(?:${frames.join("|")})(?![\\w-])`, "g"));
}

function scopeRules(text: string, frames: RegExp | null): string {
  let out = "";
  let rest = text.trimStart();
  while (rest !== "") {
    const open = findOutside(rest, /[{;]/g);
    if (open < 0 || rest[open] === ";") throw new Error(`would reach the host's page: ${rest.slice(0, 60)}`);
    const close = endOfBlock(rest, open);
    const prelude = rest.slice(0, open).trim();
    const body = rest.slice(open + 1, close);
    out += `${scopePrelude(prelude, frames)}{${GROUPS.test(prelude) ? scopeRules(body, frames) : named(body, frames)}}`;
    rest = rest.slice(close + 1).trimStart();
  }
  return out;
}

function scopePrelude(prelude: string, frames: RegExp | null): string {
  if (GROUPS.test(prelude)) return prelude;
  if (/^@keyframes\b/.test(prelude) && frames) return prelude.replace(frames, `${NAME}$&`);
  if (prelude.startsWith("@")) throw new Error(`would reach the host's page: ${prelude}`);
  return splitOutside(prelude, /,/g).map(scopeSelector).join(",");
}

function scopeSelector(selector: string): string {
  if (OUTSIDE.test(selector)) throw new Error(`would reach the host's page: ${selector}`);
  if (OURS.test(selector)) return selector;
  return ON_ROOT.test(selector) ? `${SCOPE}${selector}` : `${SCOPE} ${selector}`;
}

/** Declarations with the names of their key frames. */
function named(body: string, frames: RegExp | null): string {
  return frames ? body.replace(/(?<![\w-])(animation(?:-name)?\s*:)([^;}]*)/g, (_, property: string, value: string) => property + value.replace(frames, `${NAME}$&`)) : body;
}

/** Place of the first match that is in no string, no bracket and not escaped; −1 where there is none. */
function findOutside(text: string, what: RegExp): number {
  let depth = 0;
  let quote = "";
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? "";
    if (c === "\\") i += 1;
    else if (quote !== "") quote = c === quote ? "" : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === "(" || c === "[") depth += 1;
    else if (c === ")" || c === "]") depth -= 1;
    else if (depth === 0 && c.search(what) === 0) return i;
  }
  return -1;
}

function splitOutside(text: string, what: RegExp): readonly string[] {
  const at = findOutside(text, what);
  return at < 0 ? [text.trim()] : [text.slice(0, at).trim(), ...splitOutside(text.slice(at + 1), what)];
}

function endOfBlock(text: string, open: number): number {
  let depth = 0;
  let at = open;
  while (at < text.length) {
    depth += text[at] === "{" ? 1 : -1;
    if (depth === 0) return at;
    const next = findOutside(text.slice(at + 1), /[{}]/g);
    if (next < 0) break;
    at += 1 + next;
  }
  throw new Error(`no end of the block: ${text.slice(open, open + 60)}`);
}
