import { editDistance, nearest } from "../lib/nearest.js";
import { formatPath, type PathSegment } from "../lib/show.js";
import { LONGEST_LIST, MOST_FAULTS } from "./schemaParts.js";
import { isObject, unwrap, type SchemaNode } from "./schemaWalk.js";

/** A key that is not known, and the absent one it was probably meant to be. */
export interface Misspelling {
  readonly path: string;
  readonly key: string;
  readonly meant: string;
  /** Path of the absent key. */
  readonly meantPath: string;
}

/** A key that looks as if it kept something private, and does not. */
export interface PrivacyKey {
  readonly path: string;
  readonly key: string;
  /** The part it stands in has a `visibility` of its own. */
  readonly mayBePrivate: boolean;
}

export interface KeyFindings {
  readonly misspellings: readonly Misspelling[];
  readonly privacyKeys: readonly PrivacyKey[];
}

/** Unknown keys are the owner's right; so many of them are compared per object. */
const MOST_KEYS = 200;

/** Shorter keys ("of", "to", "id") are near to too much. */
const SHORTEST_MEANT = 4;

const VISIBILITY = "visibility";
/** Other words for it, and how many edits away they are still meant: a "publisher" is not "public", "feasibility" is not "visibility". */
const OTHER_WORDS: readonly (readonly [word: string, edits: number])[] = [["private", 2], ["hidden", 1], ["public", 0], ["visible", 0], ["hide", 0], ["secret", 0], ["confidential", 0]];

/**
 * Finds keys that look like a known one which is absent ("titel" where there is no "title"), and those that were to keep
 * something private: nobody may learn from the published page that "visiblity" means nothing.
 * Recursion goes as deep as the schema, not as the document.
 */
export function findKeys(schema: SchemaNode, tree: unknown): KeyFindings {
  const misspellings: Misspelling[] = [];
  const privacyKeys: PrivacyKey[] = [];
  const path: PathSegment[] = [];
  const into = (segment: PathSegment, node: SchemaNode, value: unknown): void => {
    path.push(segment);
    visit(node, value);
    path.pop();
  };
  const visit = (outer: SchemaNode, value: unknown): void => {
    const node = unwrap(outer, value);
    if (node === null) return;
    if (Array.isArray(value)) {
      if (node.item !== undefined && value.length <= LONGEST_LIST) for (const [i, item] of value.entries()) into(i, node.item, item);
    } else if (isObject(value) && node.entries !== undefined) {
      const known = Object.entries(node.entries);
      const absent = known.map(([key]) => key).filter((key) => !Object.hasOwn(value, key));
      const mayBePrivate = Object.hasOwn(node.entries, VISIBILITY);
      for (const [i, key] of Object.keys(value).entries()) {
        if (Object.hasOwn(node.entries, key)) continue;
        if (isPrivacyKey(key, mayBePrivate)) {
          if (privacyKeys.length < MOST_FAULTS) privacyKeys.push({ path: formatPath([...path, key]), key, mayBePrivate });
          continue;
        }
        const meant = i < MOST_KEYS && misspellings.length < MOST_FAULTS ? nearest(key, absent) : null;
        if (meant !== null && (meant.length >= SHORTEST_MEANT || key.toLowerCase() === meant)) misspellings.push({ path: formatPath([...path, key]), key, meant, meantPath: formatPath([...path, meant]) });
      }
      for (const [key, entry] of known) if (Object.hasOwn(value, key)) into(key, entry, value[key]);
    }
  };
  visit(schema, tree);
  return { misspellings, privacyKeys };
}

/** Where a `visibility` is known, all words for it count; elsewhere only the word itself, since a person may have a "private" list. */
function isPrivacyKey(key: string, mayBePrivate: boolean): boolean {
  const folded = key.toLowerCase().replace(/[_\s-]/g, "");
  const word = folded.startsWith("is") ? folded.slice(2) : folded;
  const isNear = (meant: string, edits: number): boolean => editDistance(word, meant, edits) <= edits;
  return editDistance(folded, VISIBILITY, 2) <= 2 || (mayBePrivate && OTHER_WORDS.some(([meant, edits]) => isNear(meant, edits)));
}
