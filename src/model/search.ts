import { editDistance } from "../lib/nearest.js";
import type { Achievement, Career } from "./career.js";
import { metricText } from "./metricText.js";

/** Ids of the achievements in which every term of the text is found. A text of blanks finds all. */
export type Search = (text: string) => ReadonlySet<string>;

/** Longer texts are cut: nobody types one, and a pasted page must not cost more than a sentence. UTF-16 code units. */
export const MAX_TEXT = 200;
/** Shorter terms are taken by the letter: one typo in "Go" makes it anything. */
const MIN_TYPO = 4;
/** Longer terms are no words; also bounds the time for one. */
const MAX_TYPO = 40;
/** From this length on a mistyped term may be the beginning of a word; "team" must not find "temporal". */
const MIN_TYPO_PREFIX = 6;
/** From this length on a Latin term is also looked for inside words ("service" in "microservices"); shorter ones find too much. */
const MIN_INSIDE = 5;

/** Letters and digits of any script; a trailing + or # belongs to the name: C++, C#, 10+. */
const WORD = /[\p{L}\p{N}\p{M}]+[+#]*/gu;
const LATIN = /^[a-z0-9+#]+$/;
const ONLY_LETTERS = /^[\p{L}\p{M}]+$/u;

/**
 * Indexes a career for search by free text: title, text, names of skills (aliases too), fields, organization and role,
 * figures and what they measure.
 *
 * A term is found in the beginning of a word, or anywhere in it where it is long or in a script that does not set words
 * apart. Only a term that is found nowhere as typed is read as a typo: one letter too many, missing, changed or two
 * swapped. So "3 matching lead" never counts a "load" while there is a "lead".
 * Terms may be found in different fields of one achievement. Case, accents and vowel points make no difference.
 *
 * Building is O(length of all texts); a search is O(distinct words × terms).
 */
export function createSearch(career: Career): Search {
  const { texts, words, places } = createIndex(career);
  const ids = career.achievements.map(({ id }) => id);

  function wordsOf(term: string): readonly number[] {
    const exact = indexesWhere(words, finderOf(term));
    if (exact.length > 0 || !canBeTypo(term)) return exact;
    return indexesWhere(words, (word) => isTypoOf(term, word));
  }

  function achievementsOf(term: Term): ReadonlySet<number> {
    if (term.kind === "sign") return new Set(indexesWhere(texts, (text) => text.includes(term.text)));
    const found = new Set<number>();
    for (const word of wordsOf(term.text)) for (const place of places[word] ?? []) found.add(place);
    return found;
  }

  return (text) => {
    let left = [...ids.keys()];
    for (const term of toTerms(text)) {
      const found = achievementsOf(term);
      left = left.filter((place) => found.has(place));
      if (left.length === 0) break;
    }
    return new Set(left.map((place) => ids[place] ?? ""));
  };
}

interface Index {
  /** Folded, one per achievement. */
  readonly texts: readonly string[];
  /** Folded, distinct. */
  readonly words: readonly string[];
  /** Per word the achievements it stands in, by place. */
  readonly places: readonly (readonly number[])[];
}

function createIndex(career: Career): Index {
  const describe = createDescriber(career);
  const placesOf = new Map<string, number[]>();
  const texts = career.achievements.map((achievement, place) => {
    const text = foldText(describe(achievement));
    for (const word of new Set(text.match(WORD) ?? [])) {
      const places = placesOf.get(word);
      if (places) places.push(place);
      else placesOf.set(word, [place]);
    }
    return text;
  });
  return { texts, words: [...placesOf.keys()], places: [...placesOf.values()] };
}

/** All the words by which an achievement may be looked for, one field a line. */
function createDescriber(career: Career): (achievement: Achievement) => string {
  const domains = new Map(career.domains.map(({ id, label }) => [id, label]));
  const skills = new Map(career.skills.map(({ id, label, aliases }) => [id, [label, ...aliases].join("\n")]));
  const roles = new Map(career.roles.map(({ id, title, organization }) => [id, `${title}\n${organization?.label ?? ""}`]));
  return (achievement) => [
    achievement.title,
    achievement.short,
    achievement.text,
    roles.get(achievement.roleId) ?? "",
    ...achievement.domains.map((id) => domains.get(id) ?? ""),
    ...achievement.skills.map((id) => skills.get(id) ?? ""),
    ...achievement.metrics.flatMap((metric) => {
      const { figure, caption, words } = metricText(metric);
      return [figure, caption, words];
    }),
  ].join("\n");
}

interface Term {
  readonly kind: "word" | "sign";
  readonly text: string;
}

/** The words of what was typed; where something between blanks holds no word at all ("%", "→"), those signs as they are. */
function toTerms(text: string): readonly Term[] {
  const terms = new Map<string, Term>();
  for (const chunk of foldText(text.slice(0, MAX_TEXT)).split(/\s+/)) {
    if (chunk === "") continue;
    const words = chunk.match(WORD);
    if (words) for (const word of words) terms.set(word, { kind: "word", text: word });
    else terms.set(chunk, { kind: "sign", text: chunk });
  }
  return [...terms.values()];
}

function finderOf(term: string): (word: string) => boolean {
  return LATIN.test(term) && term.length < MIN_INSIDE ? (word) => word.startsWith(term) : (word) => word.includes(term);
}

/** A wrong digit is another number, not a typo. */
const canBeTypo = (term: string): boolean => term.length >= MIN_TYPO && term.length <= MAX_TYPO && ONLY_LETTERS.test(term);

/** One letter too many, missing, changed or two swapped; a long term may be the beginning of the word. */
function isTypoOf(term: string, word: string): boolean {
  if (editDistance(term, word, 1) <= 1) return true;
  if (term.length < MIN_TYPO_PREFIX) return false;
  return [-1, 0, 1].some((more) => word.length > term.length + more && editDistance(term, word.slice(0, term.length + more), 1) <= 1);
}

function indexesWhere(items: readonly string[], test: (item: string) => boolean): number[] {
  const indexes: number[] = [];
  items.forEach((item, index) => {
    if (test(item)) indexes.push(index);
  });
  return indexes;
}

/** Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs and tatweel. Marks that spell a word (Devanagari, Thai) stay. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]|\u0640/gu;
/** Letters that Unicode does not take apart, and the Greek sigma that ends a word. */
const PLAIN = new Map([["ß", "ss"], ["æ", "ae"], ["œ", "oe"], ["ø", "o"], ["đ", "d"], ["ð", "d"], ["ł", "l"], ["ı", "i"], ["þ", "th"], ["ς", "σ"]]);
const NOT_PLAIN = /[ßæœøđðłıþς]/gu;

/** No script stacks more; sorting a run of marks into canonical order takes its length squared. */
const MARK_RUN = /(\p{M}{8})\p{M}+/gu;

/** What two spellings have in common: no case, no accents, no width or ligature forms (NFKD). O(length). */
export function foldText(text: string): string {
  return text.replace(MARK_RUN, "$1").normalize("NFKD").replace(ACCENTS, "").toLowerCase().replace(ACCENTS, "").replace(NOT_PLAIN, (letter) => PLAIN.get(letter) ?? letter);
}
