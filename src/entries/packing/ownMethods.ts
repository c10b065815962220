import type { Plugin } from "vite";

/** As preact's own file says it: of the document that an element stands in. */
const MAKES = /\b(\w+)\.create(TextNode|ElementNS)\((\w+)(?:,(\w+),[^()]*)?\)/g;

/**
 * A document's methods as the browser has them, for a library that makes nodes in a stranger's page: there a form may be
 * called `createElementNS`, and names of forms come before a document's properties (embed/ownProperty.ts). And without the
 * registry of the element around, which a browser refuses where that has come from another document.
 */
export function withOwnMethods(code: string): string {
  const names = [...code.matchAll(MAKES)].map((found) => found[2] ?? "").sort((a, b) => a.localeCompare(b));
  if (names.join() !== "ElementNS,TextNode") throw new Error(`preact makes its nodes in another way now: ${names.join() || "by none of the names that are known"}`);
  return code.replace(MAKES, (_, page: string, what: string, first: string, second?: string) => `Document.prototype.create${what}.call(${[page, first, ...(second === undefined ? [] : [second])].join()})`);
}

export const ownMethods: Plugin = {
  name: "own-methods",
  transform: (code, id) => (/\/preact\/dist\/preact\.m?js$/.test(id) ? { code: withOwnMethods(code), map: null } : null),
};
