import { describe, expect, it } from "vitest";
import { reachableTypes, specifiersIn } from "../../../src/entries/packing/reachableTypes.js";

const FILES = new Map([
  ["entries/a.d.ts", 'export type { B } from "../lib/b.js";\nexport declare const c: import("../lib/c.js").C;\n'],
  ["lib/b.d.ts", 'import type { ReactNode } from "react";\nimport "./d.js";\nexport type B = ReactNode;\n'],
  ["lib/c.d.ts", 'export * from "./b.js";\n'],
  ["lib/d.d.ts", 'import type { A } from "../entries/a.js";\n'],
  ["lib/hidden.d.ts", 'import "valibot";\n'],
]);
const read = (path: string): string => {
  const text = FILES.get(path);
  if (text === undefined) throw new Error(`no ${path}`);
  return text;
};

describe("reachableTypes", () => {
  it("finds all that the entries lead to, in whatever way, once, and no more", () => {
    expect([...reachableTypes(["entries/a.d.ts"], read).keys()].sort()).toEqual(["entries/a.d.ts", "lib/b.d.ts", "lib/c.d.ts", "lib/d.d.ts"]);
  });

  it("says so where a file is missing", () => {
    expect(() => reachableTypes(["entries/none.d.ts"], read)).toThrow("no entries/none.d.ts");
  });
});

describe("specifiersIn", () => {
  it("reads every kind of import", () => {
    expect(specifiersIn('import "a";import b from "b";export * from \'c\';type D = import("d").D;')).toEqual(["a", "b", "c", "d"]);
  });
});
