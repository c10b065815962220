/** What is read of a valibot schema here: which keys an object has, and what hangs on them. */
export interface SchemaNode {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly item?: SchemaNode;
  readonly wrapped?: SchemaNode;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
}

/** The schema that a value is to be read by: optional and nullable taken off, the variant chosen by its `kind`. */
export function unwrap(node: SchemaNode, value: unknown): SchemaNode | null {
  if (node.wrapped !== undefined) return unwrap(node.wrapped, value);
  if (node.type !== "variant" && node.type !== "union") return node;
  const options = (node.options ?? []).filter(isSchemaNode);
  if (node.type === "union") return options.find((option) => option.entries !== undefined) ?? null;
  const kind = isObject(value) ? value["kind"] : undefined;
  return options.find((option) => option.entries?.["kind"]?.literal === kind) ?? null;
}

/**
 * A copy with the keys that the schema knows, in the order in which they were written; a metric of no known kind is null.
 * Recursion goes as deep as the schema, not as the document.
 */
export function pickKnown(schema: SchemaNode, value: unknown): unknown {
  const node = unwrap(schema, value);
  if (node === null) return null;
  const { item, entries } = node;
  if (Array.isArray(value)) return item === undefined ? value : value.map((entry: unknown) => pickKnown(item, entry));
  if (!isObject(value) || entries === undefined) return value;
  const picked = Object.entries(value).flatMap(([key, entry]): [string, unknown][] => {
    const known = Object.hasOwn(entries, key) ? entries[key] : undefined;
    return known === undefined ? [] : [[key, pickKnown(known, entry)]];
  });
  return Object.fromEntries(picked);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSchemaNode(value: unknown): value is SchemaNode {
  return isObject(value) && typeof value["type"] === "string";
}
