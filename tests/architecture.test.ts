import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findCycles, findViolations, LAYERS, type ModuleImports } from "./support/importRules.js";
import { listFiles, readModule, readModules, readText, ROOT } from "./support/sourceTree.js";

const modules = readModules("src");
const folders = readdirSync(join(ROOT, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

describe("what was read", () => {
  it("is the whole tree, imports included", () => {
    expect(modules.length).toBeGreaterThan(80);
    expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(300);
    // Folders that hold code; a reader that skips one would pass everything in it.
    const read = new Set(modules.map(({ file }) => file.split("/")[1]));
    for (const folder of ["lib", "model", "layout", "state", "charts", "views", "app", "prerender", "cli", "main.tsx"]) expect(read).toContain(folder);
  });

  it("holds imports of every kind", () => {
    const text = `
      import a from "./static.js";
      import type { B } from "./type.js";
      import "./effect.js";
      export { c } from "./named.js";
      export * from "./all.js";
      const lazy = () => import("./dynamic.js");
      const unknown = (name: string) => import(name);
      let d: import("./position.js").D;
      const old = require("./required.js");
      // import "./comment.js";
      const text = 'import "./string.js"';
    `;
    expect([...readModule("src/lib/planted.ts", text).imports].sort()).toEqual([
      "(computed)", "./all.js", "./dynamic.js", "./effect.js", "./named.js", "./position.js", "./required.js", "./static.js", "./type.js",
    ]);
  });
});

describe("imports", () => {
  it("point down", () => {
    expect(findViolations(modules)).toEqual([]);
  });

  it("go round in no ring", () => {
    expect(findCycles(modules)).toEqual([]);
  });

  const planted = (file: string, specifier: string): string[] => findViolations([...modules, { file, imports: [specifier] }]).filter((violation) => violation.startsWith(`${file} → `));

  it.each([
    ["src/lib/planted.ts", "../model/career.js", "src/lib/planted.ts → src/model/career.ts: layer lib may not import layer model"],
    ["src/model/planted.ts", "../layout/lanes.js", "src/model/planted.ts → src/layout/lanes.ts: layer model may not import layer layout"],
    ["src/import/planted.ts", "../layout/lanes.js", "src/import/planted.ts → src/layout/lanes.ts: layer import may not import layer layout"],
    ["src/layout/planted.ts", "../state/store.js", "src/layout/planted.ts → src/state/store.ts: layer layout may not import layer state"],
    ["src/layout/planted.ts", "../charts/paths.js", "src/layout/planted.ts → src/charts/paths.ts: layer layout may not import layer charts"],
    ["src/state/planted.ts", "../charts/paths.js", "src/state/planted.ts → src/charts/paths.ts: layer state may not import layer charts"],
    ["src/charts/planted.tsx", "../state/store.js", "src/charts/planted.tsx → src/state/store.ts: layer charts may not import layer state"],
    ["src/views/planted.tsx", "../app/urlSync.js", "src/views/planted.tsx → src/app/urlSync.ts: layer views may not import layer app"],
    ["src/embed/planted.tsx", "../app/App.js", "src/embed/planted.tsx → src/app/App.tsx: layer embed may not import layer app"],
    ["src/app/planted.tsx", "../prerender/renderPage.js", "src/app/planted.tsx → src/prerender/renderPage.tsx: layer app may not import layer prerender"],
    ["src/prerender/planted.tsx", "../cli/run.js", "src/prerender/planted.tsx → src/cli/run.ts: layer prerender may not import layer cli"],
    ["src/embed/planted.tsx", "../entries/model.js", "src/embed/planted.tsx → src/entries/model.ts: layer embed may not import layer entries"],
    ["src/entries/planted.ts", "../views/Timeline.js", "src/entries/planted.ts → src/views/Timeline.tsx: layer entries may not import layer views"],
    ["src/cli/planted.ts", "../views/Timeline.js", "src/cli/planted.ts → src/views/Timeline.tsx: layer cli may not import layer views"],
    ["src/views/hooks/planted.ts", "../../app/App.js", "src/views/hooks/planted.ts → src/app/App.tsx: layer views may not import layer app"],
    ["src/app/planted.tsx", "../main.js", "src/app/planted.tsx → src/main.tsx: nothing imports main.tsx"],
    ["src/helpers/planted.ts", "../lib/units.js", "src/helpers/planted.ts → ../lib/units.js: helpers is no layer"],
    ["src/lib/planted.ts", "./units", "src/lib/planted.ts → ./units: no such module in src; write ./name.js"],
    ["src/lib/planted.ts", "../../tests/support/document.js", "src/lib/planted.ts → ../../tests/support/document.js: no such module in src; write ./name.js"],
    ["src/app/planted.ts", "../../data/career.json?raw", "src/app/planted.ts → ../../data/career.json?raw: no such module in src; write ./name.js"],
    ["src/charts/planted.tsx", "./theme.css", "src/charts/planted.tsx → ./theme.css: only main.tsx imports CSS"],
    ["src/app/planted.tsx", "(computed)", "src/app/planted.tsx → (computed): app may not import this package"],
  ])("%s may not import %s", (file, specifier, violation) => {
    expect(planted(file, specifier)).toEqual([violation]);
  });

  it.each<readonly [string, string]>([
    ...["lib", "model", "import", "layout", "state"].flatMap((layer) => ["react", "react-dom", "react-dom/server", "framer-motion", "framer-motion/dom", "node:fs", "fs"].map((name) => [layer, name] as const)),
    ["lib", "d3-array"], ["model", "d3-array"], ["state", "d3-scale"], ["views", "d3-shape"], ["app", "d3-shape"],
    ["layout", "d3-selection"], ["charts", "d3-selection"], ["layout", "zustand"], ["charts", "zustand"], ["state", "zustand"],
    ["charts", "framer-motion"], ["views", "framer-motion"], ["views", "framer-motion/dom"], ["app", "framer-motion"],
    ["app", "node:fs"], ["prerender", "node:fs"], ["views", "node:path"], ["cli", "react"], ["cli", "react-dom/server"], ["app", "react-dom/server"],
  ])("%s may not import the package %s", (layer, name) => {
    expect(planted(`src/${layer}/planted.ts`, name)).toEqual([`src/${layer}/planted.ts → ${name}: ${layer} may not import this package`]);
  });

  it("in a ring are found, whatever leads there", () => {
    const ring: ModuleImports[] = [
      { file: "src/lib/a.ts", imports: ["./b.js"] },
      { file: "src/lib/b.ts", imports: ["./c.js", "./d.js"] },
      { file: "src/lib/c.ts", imports: [] },
      { file: "src/lib/d.ts", imports: ["./b.js"] },
      { file: "src/lib/self.ts", imports: ["./self.js"] },
    ];
    expect(findCycles(ring)).toEqual(["src/lib/b.ts → src/lib/d.ts → src/lib/b.ts", "src/lib/self.ts → src/lib/self.ts"]);
  });
});

describe("a file", () => {
  const MOST_LINES = 300;

  it("has at most 300 lines", () => {
    const lines = (file: string): number => readText(file).split("\n").length - 1;
    const long = listFiles("src", [".ts", ".tsx", ".css"]).filter((file) => lines(file) > MOST_LINES);
    expect(long.map((file) => `${file}: ${lines(file)} lines`)).toEqual([]);
  });

  it("makes no markup or code from text, and takes no way around the compiler", () => {
    expect(modules.flatMap(({ file, forbidden }) => forbidden.map((what) => `${file} ${what}`))).toEqual([]);
  });

  it.each([
    ["element.innerHTML = text;", "innerHTML"],
    ["element['innerHTML'] = text;", "innerHTML"],
    ["element.outerHTML = text;", "outerHTML"],
    ["element.insertAdjacentHTML('beforeend', text);", "insertAdjacentHTML"],
    ["const a = <p dangerouslySetInnerHTML={{ __html: text }} />;", "dangerouslySetInnerHTML"],
    ["const props = { dangerouslySetInnerHTML: text };", "dangerouslySetInnerHTML"],
    ["const props = { 'dangerouslySetInnerHTML': text };", "dangerouslySetInnerHTML"],
    ["const a = <iframe srcDoc={text} />;", "srcDoc"],
    ["eval(text);", "eval"],
    ["(0, eval)(text);", "eval"],
    ["globalThis.eval(text);", "eval"],
    ["new Function(text);", "new Function"],
    ["Function(text)();", "new Function"],
    ["const a: any = 1;", "any"],
    ["const a = (b: Record<string, any[]>) => b;", "any"],
    ["// @ts-ignore", "@ts-ignore"],
    ["/* @ts-nocheck */", "@ts-nocheck"],
    ["// TODO: later", "TODO"],
    ["/// <reference lib=\"dom\" />", "/ <reference"],
  ])("is caught with %s", (line, what) => {
    expect(readModule("src/charts/planted.tsx", `const text = "";\n${line}\n`).forbidden).toEqual([`line 2: ${what}`]);
  });

  it("is not caught for what it only says", () => {
    expect(readModule("src/charts/planted.tsx", "// any innerHTML, eval()\nconst a = <p>any new Function(1)</p>;\nconst b = \"so TODO any\";\nlet c: Function;\n").forbidden).toEqual([]);
  });

  it("is no barrel", () => {
    // The package's own surface is there to hand on what others have made.
    const surface = /^src\/entries\/\w+\.ts$/;
    expect(modules.filter(({ file, barrel }) => (barrel && !surface.test(file)) || /\/index\.tsx?$/.test(file)).map(({ file }) => file)).toEqual([]);
    expect(readModule("src/lib/planted.ts", "export { a } from \"./a.js\";\nexport * from \"./b.js\";").barrel).toBe(true);
    expect(readModule("src/lib/planted.ts", "export { a } from \"./a.js\";\nexport const b = 1;").barrel).toBe(false);
  });

  it("leaves the browser's history to the page's own address, and where a host asks for it, to an embed's mirror in the host's", () => {
    expect(modules.filter(({ history }) => history).map(({ file }) => file).sort()).toEqual(["src/app/urlSync.ts", "src/embed/element/hostAddress.ts", "src/embed/frame/host.ts"]);
    for (const line of ["history.back();", "window.history.go(-1);", "host.pushState(null, '', text);", "const { replaceState } = host;"]) {
      expect(readModule("src/views/planted.ts", line).history, line).toBe(true);
    }
  });
});

describe("the map in src/README.md", () => {
  it("names every folder, and no other", () => {
    const named = [...readText("src/README.md").matchAll(/^\| `(\w+)\/` \|/gm)].map(([, name]) => name ?? "");
    expect(named.sort()).toEqual(folders.sort());
  });
});

describe("the table in src/README.md", () => {
  it("is the rule that is checked", () => {
    const lines = readText("src/README.md").split("\n");
    const cellsOf = (line: string): string[] => line.split("|").slice(1, -1).map((cell) => cell.trim());
    const head = cellsOf(lines.find((line) => line.startsWith("| may import")) ?? "");
    const columns = head.slice(1, -1);
    const rows = folders.map((layer) => cellsOf(lines.find((line) => line.startsWith(`| ${layer} |`)) ?? ""));
    const written = rows.map(([layer, ...cells]) => [layer, columns.filter((_, at) => cells[at] === "✓")]);
    expect(written).toEqual(folders.map((layer) => [layer, LAYERS.get(layer)?.filter((each) => folders.includes(each))]));
  });
});

describe("layers that have no page", () => {
  /** tsc with a project file: its exit code and what it says. */
  const tsc = (project: string): Promise<{ readonly code: number; readonly said: string }> => new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", project, "--pretty", "false"], { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr });
    });
  });

  it("compile without the DOM, React and Node", async () => {
    expect(await tsc("src/tsconfig.pure.json")).toEqual({ code: 0, said: "" });
  });

  // Beside the whole of the layers: no package they use may bring those names in by a side door.
  it("are caught when they use one of their names", async () => {
    const folder = await mkdtemp(join(tmpdir(), "career-timeline-"));
    try {
      const layers = ["lib", "model", "import", "layout", "state"].map((layer) => join(ROOT, "src", layer));
      const names = ["document", "window", "localStorage", "setTimeout", "process", "Buffer"];
      await writeFile(join(folder, "planted.ts"), names.map((name) => `export const its_${name}: unknown = ${name};\n`).join(""));
      await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ extends: join(ROOT, "src/tsconfig.pure.json"), include: [...layers, "planted.ts"] }));
      const { code, said } = await tsc(folder);
      expect(code).not.toBe(0);
      expect([...said.matchAll(/Cannot find name '(\w+)'/g)].map(([, name]) => name)).toEqual(names);
      expect(said.split("\n").filter((line) => / error /.test(line) && !line.includes("planted.ts"))).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe("the suite", () => {
  it("runs far from UTC, where local time would show", () => {
    expect(new Date(0).getTimezoneOffset()).toBe(480);
  });
});
