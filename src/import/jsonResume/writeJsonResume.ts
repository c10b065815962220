import type { CareerDocument } from "../../model/document.js";
import { isEmpty, omit, valueOf, type JsonObject } from "./json.js";
import { alsoOf, asidesOf, restore, type Aside } from "./kept.js";
import { BASICS_PARTS } from "./readBasics.js";
import { entryParts } from "./readEntry.js";
import { ROOT_PARTS } from "./rootParts.js";
import { sectionOf, SECTIONS } from "./sections.js";

/** A résumé with what JSON Resume has words for, and what was kept of the one that the career came from. */
export function writeJsonResume(document: CareerDocument): JsonObject {
  const also = alsoOf(document);
  const asides = asidesOf(document);
  const lists = SECTIONS.flatMap((section): [string, unknown][] => {
    const entries = document.roles.filter((role) => sectionOf(role) === section.key).map((role) => restore(alsoOf(role), role, entryParts(section)));
    const list = withAsides(entries, asides.filter((aside) => aside.section === section.key));
    return list.length > 0 ? [[section.key, list]] : [];
  });
  const basics = restore(alsoOf(document.person), document, BASICS_PARTS);
  const made: JsonObject = Object.fromEntries([...(isEmpty(basics) ? [] : [["basics", basics]]), ...lists] as [string, unknown][]);
  const { $schema, ...rest } = omit(restore(also, document, ROOT_PARTS), Object.keys(made));
  return { ...(valueOf(also, "$schema") === undefined ? {} : { $schema }), ...made, ...rest };
}

/** The asides at the places that they had. Linear. */
function withAsides(entries: readonly unknown[], asides: readonly Aside[]): unknown[] {
  const list: unknown[] = [];
  let used = 0;
  for (const { at, entry } of [...asides].sort((a, b) => a.at - b.at)) {
    for (; list.length < at && used < entries.length; used += 1) list.push(entries[used]);
    list.push(entry);
  }
  return [...list, ...entries.slice(used)];
}
