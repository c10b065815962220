import { nearest } from "../lib/nearest.js";
import { formatPath, type PathSegment } from "../lib/show.js";
import { LONGEST_LIST, MOST_FAULTS } from "./schemaParts.js";

/** What is read of a valibot schema here: which keys an object has, and what hangs on them. */
interface SchemaNode {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly item?: SchemaNode;
  readonly wrapped?: SchemaNode;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
}

/** A key that is not known, and the absent one it was probably meant to be. */
export interface Misspelling {
  readonly path: string;
  readonly key: string;
  readonly meant: string;
  /** Path of the absent key. */
  readonly meantPath: string;
}

/** Unknown keys are the owner's right; so many of them are compared per object. */
const MOST_KEYS = 200;

/** Shorter keys ("of", "to", "id") are near to too much. */
const SHORTEST_MEANT = 4;

/**
 * Finds keys that look like a known one which is absent: "titel" where there is no "title".
 * Recursion goes as deep as the schema, not as the document.
 */
export function findMisspellings(schema: SchemaNode, tree: unknown): Misspelling[] {
  const found: Misspelling[] = [];
  const path: PathSegment[] = [];
  const into = (segment: PathSegment, node: SchemaNode, value: unknown): void => {
    path.push(segment);
    visit(node, value);
    path.pop();
  };
  const visit = (outer: SchemaNode, value: unknown): void => {
    const node = unwrap(outer, value);
    if (node === null || found.length >= MOST_FAULTS) return;
    if (Array.isArray(value)) {
      if (node.item !== undefined && value.length <= LONGEST_LIST) for (const [i, item] of value.entries()) into(i, node.item, item);
    } else if (isObject(value) && node.entries !== undefined) {
      const known = Object.entries(node.entries);
      const absent = known.map(([key]) => key).filter((key) => !Object.hasOwn(value, key));
      for (const key of Object.keys(value).slice(0, MOST_KEYS)) {
        if (Object.hasOwn(node.entries, key)) continue;
        const meant = nearest(key, absent);
        if (meant !== null && (meant.length >= SHORTEST_MEANT || key.toLowerCase() === meant)) found.push({ path: formatPath([...path, key]), key, meant, meantPath: formatPath([...path, meant]) });
      }
      for (const [key, entry] of known) if (Object.hasOwn(value, key)) into(key, entry, value[key]);
    }
  };
  visit(schema, tree);
  return found;
}

/** The schema that a value is to be read by: optional and nullable taken off, the variant chosen by its `kind`. */
function unwrap(node: SchemaNode, value: unknown): SchemaNode | null {
  if (node.wrapped !== undefined) return unwrap(node.wrapped, value);
  if (node.type !== "variant" && node.type !== "union") return node;
  const options = (node.options ?? []).filter(isSchemaNode);
  if (node.type === "union") return options.find((option) => option.entries !== undefined) ?? null;
  const kind = isObject(value) ? value["kind"] : undefined;
  return options.find((option) => option.entries?.["kind"]?.literal === kind) ?? null;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSchemaNode(value: unknown): value is SchemaNode {
  return isObject(value) && typeof value["type"] === "string";
}
