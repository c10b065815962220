import { isObject } from "../../model/schemaWalk.js";
import { asObject, isEmpty, isSameJson, omit, pick, valueOf, type JsonObject } from "./json.js";

/*
 * What a résumé says and a career has no place for stands in the career under this key, beside what was made of its
 * neighbours: on the document (`also`, `asides`), on the person (`also`) and on each role (`section`, `also`).
 */
const KEPT = "jsonResume";

/** What is kept with a part; owners may have written anything there. */
export function keptOf(part: object): JsonObject {
  return asObject(valueOf(asObject(part), KEPT));
}

/** The keys of the source that cannot be made again from ours. */
export function alsoOf(part: object): JsonObject {
  return asObject(valueOf(keptOf(part), "also"));
}

/** To be spread into a part: nothing where there is nothing to keep. */
export function keep(kept: JsonObject): object {
  const filled = Object.fromEntries(Object.entries(kept).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : isObject(value) ? !isEmpty(value) : value !== undefined)));
  return isEmpty(filled) ? {} : { [KEPT]: filled };
}

/** An entry of a section that became no role, with its place among the others. */
export interface Aside {
  readonly section: string;
  /** 0-based, in the source's list. */
  readonly at: number;
  readonly entry: unknown;
}

export function asidesOf(document: object): Aside[] {
  const asides = valueOf(keptOf(document), "asides");
  return (Array.isArray(asides) ? asides : []).flatMap((aside: unknown): Aside[] => {
    const { section, at, entry } = asObject(aside);
    return typeof section === "string" && typeof at === "number" ? [{ section, at, entry }] : [];
  });
}

/** Some keys of the source, and what of ours they are about. */
export interface Part<Whole> {
  readonly keys: readonly string[];
  /**
   * The fewest keys that say what ours says.
   * @param source what is known of the source by now: the keys of the parts before this one
   * @param old what the source had under these keys, where ours was changed since
   */
  readonly write: (whole: Whole, source: JsonObject, old: JsonObject) => JsonObject;
  /** Whether ours is still what was read from this source; where the owner has changed it, ours is what counts. */
  readonly isStill: (whole: Whole, source: JsonObject) => boolean;
}

const keysOf = (parts: readonly Part<never>[]): string[] => parts.flatMap(({ keys }) => keys);

/** What has to be kept of a source, so that `restore` can give it back: what `write` would not write. */
export function notWritten<Whole>(source: JsonObject, whole: Whole, parts: readonly Part<Whole>[]): JsonObject {
  const written = parts.flatMap(({ keys, write }) => (isSameJson(pick(source, keys), write(whole, source, {})) ? keys : []));
  return omit(source, written);
}

/** The source again: as it was where ours is as it was read, as ours says it where ours has changed. */
export function restore<Whole>(also: JsonObject, whole: Whole, parts: readonly Part<Whole>[]): JsonObject {
  let source: JsonObject = {};
  for (const { keys, write, isStill } of parts) {
    const old = pick(also, keys);
    const asItWas = { ...source, ...old };
    source = !isEmpty(old) && isStill(whole, asItWas) ? asItWas : { ...source, ...write(whole, source, old) };
  }
  return { ...source, ...omit(also, keysOf(parts)) };
}
