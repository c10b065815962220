import { posix } from "node:path";

/** `from "./x.js"`, `import "./x.js"`, `import("./x.js")`. */
const SPECIFIER = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g;

/** What a module's declarations ask for. */
export const specifiersIn = (declarations: string): readonly string[] => [...declarations.matchAll(SPECIFIER)].map(([, specifier]) => specifier ?? "");

/**
 * The declaration files that somebody who imports the entries can come to, and no other: a package has no types of what
 * it does not hand out.
 *
 * @param entries paths of declaration files
 * @param read text of a declaration file; throws where there is none
 */
export function reachableTypes(entries: readonly string[], read: (path: string) => string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const text = read(path);
    found.set(path, text);
    for (const specifier of specifiersIn(text)) {
      if (specifier.startsWith(".")) waiting.push(posix.join(posix.dirname(path), specifier.replace(/\.js$/, ".d.ts")));
    }
  }
  return found;
}
