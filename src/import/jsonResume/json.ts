import { isObject } from "../../model/schemaWalk.js";

/** An object that came out of `JSON.parse`, and no more is known. Its keys may be anything, `__proto__` too. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The object itself, or one without keys for everything else. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The value of an own key: none is inherited, whatever stands under `__proto__`. */
export function valueOf(source: JsonObject, key: string): unknown {
  return Object.hasOwn(source, key) ? source[key] : undefined;
}

/** Only these keys. `fromEntries` defines, so that `__proto__` stays a key. O(keys) */
export function pick(source: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(keys.flatMap((key): [string, unknown][] => (Object.hasOwn(source, key) ? [[key, source[key]]] : [])));
}

/** All but these keys; the source itself where it has none of them. */
export function omit(source: JsonObject, keys: readonly string[]): JsonObject {
  if (!keys.some((key) => Object.hasOwn(source, key))) return source;
  return Object.fromEntries(Object.entries(source).filter(([key]) => !keys.includes(key)));
}

/** One key, or none where there is nothing to say. */
export function said(key: string, value: unknown): JsonObject {
  return value === undefined || value === null ? {} : { [key]: value };
}

export function isEmpty(source: object): boolean {
  return Object.keys(source).length === 0;
}

/** The same JSON, in whatever order the keys stand. Recursion goes as deep as the values, which are at most as deep as what is read. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, i) => isSameJson(each, b[i]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSameJson(a[key], b[key]));
}
