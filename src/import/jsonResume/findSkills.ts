import type { SkillDocument } from "../../model/document.js";

/** Names of the skills that a text names. Linear in the length of the text. */
export type FindSkills = (text: string) => readonly string[];

/** Letters and digits; a trailing + or # belongs to the name: C++, C#. */
const WORD = /[\p{L}\p{N}\p{M}]+[+#]*/gu;
/** A "skill" of more words is a sentence; also bounds the steps from one word of a text. */
const MOST_WORDS = 8;

/**
 * Names that are ordinary words as well: "react to incidents", "a swift answer", "go live". They count only with a capital
 * in the midst of a sentence, where English writes names so.
 */
const ORDINARY: ReadonlySet<string> = new Set([
  "access", "backbone", "basic", "batch", "beam", "blender", "chef", "composer", "consul", "crystal", "dart", "draw", "edge", "elastic", "ember", "excel", "express", "flask", "flow",
  "flux", "forth", "gin", "go", "groovy", "hive", "julia", "keynote", "lambda", "lean", "less", "logic", "make", "maya", "mocha", "nest", "next", "node", "nomad", "notion", "numbers",
  "oracle", "outlook", "pages", "phoenix", "pig", "play", "processing", "project", "puppet", "rails", "react", "reason", "rest", "ruby", "rust", "salt", "scratch", "sentry", "shell",
  "sketch", "slack", "snowflake", "spark", "spring", "storm", "swift", "teams", "temporal", "torch", "unity", "unreal", "vault", "vision", "word", "zoom",
]);
/** "Go to", "Go live" */
const GOES_ON = /^[\s-]+(?:to|live|on|back|beyond|further|through)\b/i;
/** What ends a sentence, or begins an item. */
const SENTENCE_END = ".!?…\n•";
/** What may stand between that and the next word. */
const OPENING = /[\s"'“‘«([*·–—-]/;
/** Whoever writes more of it means to be slow. */
const LONGEST_OPENING = 20;

interface Name {
  readonly id: string;
  /** Letter by letter: REST is no rest. */
  readonly exact: string | null;
  readonly ordinary: boolean;
  /** Signs that the name begins with: .NET */
  readonly signs: string;
}
interface Branch {
  readonly next: Map<string, Branch>;
  readonly names: Name[];
}
interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Whole words only, of one or of several: "Java" is not in "JavaScript", "C" is not in "C++". Case makes no difference, except
 * that names all in capitals are taken by the letter, and names that are ordinary words need their capital. A name of one
 * letter is never found: "plan C" names no language. Where two names begin at one word, the longer one is meant.
 */
export function createFindSkills(skills: readonly SkillDocument[]): FindSkills {
  const root: Branch = { next: new Map(), names: [] };
  for (const { id, label, aliases } of skills) for (const name of [label, ...(aliases ?? [])]) plant(root, id, name);

  return (text) => {
    const tokens = tokenize(text);
    const found = new Set<string>();
    for (let i = 0; i < tokens.length; ) {
      const match = longestAt(root, text, tokens, i);
      for (const id of match.ids) found.add(id);
      i += Math.max(1, match.words);
    }
    return [...found];
  };
}

function plant(root: Branch, id: string, name: string): void {
  const tokens = tokenize(name);
  const [head] = tokens;
  if (head === undefined || tokens.length > MOST_WORDS || (tokens.length === 1 && Array.from(head.text).length === 1 && /^[a-z]$/i.test(head.text))) return;
  let branch = root;
  for (const [i, token] of tokens.entries()) {
    const key = keyOf(name, tokens[i - 1], token);
    const next = branch.next.get(key) ?? { next: new Map(), names: [] };
    branch.next.set(key, next);
    branch = next;
  }
  const words = name.slice(head.start, tokens.at(-1)?.end);
  branch.names.push({
    id,
    exact: /\p{Lu}/u.test(words) && !/\p{Ll}/u.test(words) && tokens.length === 1 ? words : null,
    ordinary: ORDINARY.has(words.toLowerCase()),
    signs: name.slice(0, head.start).trim(),
  });
}

function longestAt(root: Branch, text: string, tokens: readonly Token[], at: number): { readonly ids: readonly string[]; readonly words: number } {
  let best: { ids: readonly string[]; words: number } = { ids: [], words: 0 };
  let branch: Branch | undefined = root;
  const first = tokens[at];
  for (let i = at; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (first === undefined || token === undefined) break;
    branch = branch.next.get(keyOf(text, i === at ? undefined : tokens[i - 1], token));
    if (branch === undefined) break;
    const ids = branch.names.filter((name) => isMeant(name, text, first.start, token.end)).map(({ id }) => id);
    if (ids.length > 0) best = { ids, words: i - at + 1 };
  }
  return best;
}

function isMeant({ exact, ordinary, signs }: Name, text: string, start: number, end: number): boolean {
  if (signs !== "" && text.slice(Math.max(0, start - signs.length), start) !== signs) return false;
  const words = text.slice(start, end);
  if (exact !== null) return words === exact;
  if (!ordinary) return true;
  return /^\p{Lu}/u.test(words) && !beginsSentence(text, start) && !GOES_ON.test(text.slice(end, end + 10));
}

function beginsSentence(text: string, start: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - LONGEST_OPENING); at -= 1) {
    const sign = text[at] ?? "";
    if (SENTENCE_END.includes(sign)) return true;
    if (!OPENING.test(sign)) return false;
  }
  return true;
}

/** A word with what stands between it and the one before: blanks and hyphens are alike, other signs are taken as they are. */
function keyOf(text: string, before: Token | undefined, token: Token): string {
  const word = token.text.toLowerCase();
  if (before === undefined) return word;
  const between = text.slice(before.end, token.start);
  return `${/^[\s\-‐‑]+$/.test(between) ? " " : between} ${word}`;
}

function tokenize(text: string): Token[] {
  return Array.from(text.matchAll(WORD), (match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
}
