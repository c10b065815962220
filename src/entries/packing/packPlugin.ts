import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import { openTokens } from "../../embed/tokens.js";
import { reachableTypes } from "./reachableTypes.js";
import { scopeStyles } from "./scopeStyles.js";

/** What `tsc -p src/tsconfig.types.json` has written. */
const TYPES = "node_modules/.cache/career-timeline/types";

/** Files that say the same for a host's bundler: no motion, and details that are there at once. */
const INSTEAD: readonly (readonly [specifier: RegExp, file: string])[] = [
  [/^\.\/(?:hooks\/)?motion\.js$/, "src/embed/noMotion.ts"],
  [/^\.\/(?:hooks\/)?untilHere\.js$/, "src/embed/noRetry.ts"],
  [/^\.\/LateDetails\.js$/, "src/embed/react/eagerDetails.tsx"],
];

/**
 * What packing does beside bundling: client components say so, styles keep to themselves, types come along.
 * @param entries whose types somebody can ask for
 */
export function packPlugin(entries: readonly string[]): Plugin {
  return {
    name: "career-timeline:pack",
    resolveId: {
      order: "pre",
      handler(specifier) {
        const [, file] = INSTEAD.find(([pattern]) => pattern.test(specifier)) ?? [];
        return file === undefined ? null : resolve(file);
      },
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          // A bundler drops the directive, and a page of server components cannot do without it.
          if (file.type === "chunk" && /^react\b/.test(file.fileName)) file.code = `"use client";\n${file.code}`;
          if (file.type === "asset" && file.fileName.endsWith(".css")) file.source = scopeStyles(openTokens(String(file.source)));
        }
        const types = reachableTypes(entries.map((name) => `entries/${name}.d.ts`), (path) => readFileSync(join(TYPES, path), "utf8"));
        for (const [path, source] of types) this.emitFile({ type: "asset", fileName: `types/${path}`, source });
        // TypeScript looks for the types of what is only imported for its effect, too.
        this.emitFile({ type: "asset", fileName: "types/entries/style.d.ts", source: "export {};\n" });
      },
    },
  };
}
