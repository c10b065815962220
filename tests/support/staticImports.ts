/** Specifiers of `import … from "./x.js"`, `export … from` and `import "./x.js"`; not of `import("./x.js")`. */
export const staticImports = (code: string): readonly string[] => [...code.matchAll(/(?:\bimport|\bfrom)\s*["'](\.[^"']+)["']/g)].map(([, path = ""]) => path);
