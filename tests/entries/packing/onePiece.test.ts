import { build, type Plugin } from "vite";
import { expect, it } from "vitest";
import { onePiece } from "../../../src/entries/packing/onePiece.js";

/** Files that are nowhere but here. */
const FILES: Readonly<Record<string, string>> = {
  "/made/main.js": "import { first } from './first.js'; console.log(first); import('./late/a.js'); import('./late/b.js');",
  "/made/first.js": "export const first = 'FIRST';",
  "/made/late/a.js": "import { first } from '../first.js'; import { deep } from './shared.js'; import './late.css'; export const a = [first, deep, 'A']; import('./b.js');",
  "/made/late/b.js": "import { deep } from './shared.js'; import './late.css'; export const b = [deep, 'B'];",
  "/made/late/shared.js": "import { deepest } from './deep.js'; export const deep = ['SHARED', deepest];",
  "/made/late/deep.js": "export const deepest = 'DEEP';",
  "/made/late/late.css": ".late { color: red }",
};

const made: Plugin = {
  name: "made",
  resolveId: (specifier, importer) => {
    const path = importer ? new URL(specifier, `file://${importer}`).pathname : specifier;
    return path in FILES ? path : null;
  },
  load: (id) => FILES[id.replace(/\?.*$/, "")] ?? null,
};

async function chunksWith(plugins: readonly Plugin[]) {
  const built = await build({ configFile: false, logLevel: "silent", plugins: [...plugins, made], build: { write: false, minify: false, modulePreload: false, rolldownOptions: { input: "/made/main.js", preserveEntrySignatures: false, output: { codeSplitting: { groups: [{ name: "core", test: (id: string) => !id.includes("/late/") }] } } } } });
  const outputs = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
  return { chunks: outputs.filter((each) => each.type === "chunk"), sheets: outputs.filter(({ fileName }) => fileName.endsWith(".css")) };
}

it("gives each late script a copy of its own of all that is late, but of no style sheet", async () => {
  const { chunks, sheets } = await chunksWith([onePiece(/\/late\//)]);
  const late = chunks.filter(({ isDynamicEntry }) => isDynamicEntry);
  expect(late.map(({ name }) => name).sort()).toEqual(["a", "b"]);
  for (const { code, imports } of late) {
    expect(code).toContain("SHARED");
    expect(code).toContain("DEEP");
    expect(code).not.toContain("FIRST");
    expect(imports.filter((name) => late.some(({ fileName }) => fileName === name) || /shared|deep/.test(name))).toEqual([]);
  }
  expect(sheets).toHaveLength(1);
});

it("is needed: without it what two late scripts share is a third one, which both import", async () => {
  const { chunks } = await chunksWith([]);
  const shared = chunks.filter(({ code, isDynamicEntry }) => !isDynamicEntry && code.includes("SHARED")).map(({ fileName }) => fileName);
  expect(shared).toHaveLength(1);
  expect(chunks.filter(({ imports }) => imports.includes(shared[0] ?? ""))).toHaveLength(2);
});
