import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { publint } from "publint";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lend, packPackage, type Packed } from "../support/packed.js";
import { readText, ROOT } from "../support/sourceTree.js";

const run = promisify(execFile);
let packed: Packed;
beforeAll(async () => {
  packed = await packPackage();
});
afterAll(() => packed.remove());

const manifest = JSON.parse(readText("package.json")) as {
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
};
const inPackage = (path: string): string => join(packed.home, "node_modules/career-timeline", path);
const textOf = (path: string): Promise<string> => readFile(inPackage(path), "utf8");
const codeFiles = (): readonly string[] => packed.files.map(({ path }) => path).filter((path) => /^dist\/package\/.*\.js$/.test(path));
/** Specifiers of static and dynamic imports, in minified code, too. */
const importsOf = (code: string): readonly string[] => [...code.replace(/\/\*[^]*?\*\//g, "").matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["`']([\w@./-]+)["`']/g)].map(([, specifier]) => specifier ?? "");

/** Runs a module beside the packed package, in a Node of its own. */
async function runModule(text: string, name: string): Promise<unknown> {
  const file = join(packed.home, `${name}.mjs`);
  await writeFile(file, `${text}\n`);
  const { NODE_ENV: _mode, VITEST: _vitest, ...env } = process.env;
  const { stdout } = await run(process.execPath, [file], { cwd: packed.home, env });
  return JSON.parse(stdout);
}

describe("what is packed", () => {
  it("is what somebody can use, and nothing of how it was made", () => {
    const ours = /^(?:package\.json|README\.md|LICENSE|data\/schema\.json|dist\/(?:cli|element|embed|package|template)\/.+)$/;
    expect(packed.files.map(({ path }) => path).filter((path) => !ours.test(path) || /\.map$|\.tsx?$(?<!\.d\.ts)|\.test\.|golden/.test(path))).toEqual([]);
    for (const path of ["dist/element/career-timeline.js", "dist/embed/frame.js", "dist/embed/frame.css", "dist/embed/host.js", "dist/template/index.html", "dist/cli/main.js"]) expect(packed.files.map((file) => file.path)).toContain(path);
    // Each late script of the page has all that it needs in itself.
    expect(packed.size).toBeLessThanOrEqual(1_050_000);
  });

  it("holds whatever the manifest names", () => {
    const named = [...Object.values(manifest.exports).flatMap((target) => (typeof target === "string" ? [target] : [target.types, target.default])), ...Object.values(manifest.bin)];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(inPackage(path)))).toEqual([]);
  });

  it("needs nothing installed with it but what is compiled for each machine", () => {
    expect(Object.keys(manifest.dependencies)).toEqual(["@resvg/resvg-js"]);
  });

  it("says that it is for the browser where it has to", async () => {
    const directive = /^"use client";/;
    const client = (await Promise.all(codeFiles().map(async (path) => (directive.test(await textOf(path)) ? [path] : [])))).flat();
    expect(client.filter((path) => !/^dist\/package\/react\b/.test(path))).toEqual([]);
    expect(codeFiles().filter((path) => /^dist\/package\/react\b/.test(path))).toEqual(client);
  });

  it("imports nothing but React, and its types name nothing else", async () => {
    const packages = async (paths: readonly string[]): Promise<readonly string[]> => {
      const all = (await Promise.all(paths.map(textOf))).flatMap(importsOf);
      return [...new Set(all.filter((specifier) => !specifier.startsWith(".")))].sort();
    };
    expect(await packages(codeFiles())).toEqual(["react", "react-dom", "react/jsx-runtime"]);
    expect(await packages(packed.files.map(({ path }) => path).filter((path) => path.endsWith(".d.ts")))).toEqual(["react"]);
  });
});

describe("the tools that look at packages", () => {
  it("publint has nothing to say", async () => {
    const { messages } = await publint({ pkgDir: inPackage("."), pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it("are the types wrong? They are not, in any way that an ES module is imported", async () => {
    const attw = join(ROOT, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const { stdout } = await run(process.execPath, [attw, packed.tarball, "--profile", "esm-only", "--format", "json"], { maxBuffer: 10_000_000 });
    const { analysis } = JSON.parse(stdout) as { readonly analysis: { readonly entrypoints: Readonly<Record<string, unknown>>; readonly problems: readonly { readonly kind: string; readonly resolutionKind?: string }[] } };
    expect(Object.keys(analysis.entrypoints).sort()).toEqual(Object.keys(manifest.exports).sort());
    // The profile leaves out those who `require`, and TypeScript from before there were exports.
    expect(analysis.problems.filter(({ resolutionKind }) => resolutionKind !== "node10" && resolutionKind !== "node16-cjs")).toEqual([]);
  });
});

/** What a host's bundler makes of one import, in one file: gzipped bytes, React not counted, and the code. */
async function bundle(name: string, text: string): Promise<{ readonly bytes: number; readonly code: string }> {
  const entry = join(packed.home, `${name}.js`);
  await writeFile(entry, text);
  const result = await build({
    configFile: false,
    root: packed.home,
    logLevel: "silent",
    build: { write: false, minify: true, lib: { entry, formats: ["es"], fileName: name }, rolldownOptions: { external: /^react(?:-dom)?(?:\/|$)/, output: { codeSplitting: false, minify: true } } },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) => ("output" in each ? each.output : []));
  const codes = outputs.flatMap((output) => (output.type === "chunk" ? [output.code] : []));
  return { bytes: codes.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0), code: codes.join("\n") };
}

describe("in a host's bundle", () => {
  // A word that only drawing the arc needs, and one that only the whole instrument needs.
  const ARC = "Career arc:";
  const WHOLE = "How this is drawn";

  it("the React entry has at most 60,000 bytes, all of it", async () => {
    const { bytes, code } = await bundle("all", 'export * from "career-timeline/react";');
    expect(code).toContain(ARC);
    expect(code).toContain(WHOLE);
    expect(code).not.toMatch(/visualElement|motionValue|framer|valibot/i);
    expect(bytes).toBeLessThanOrEqual(60_000);
  });

  it("each chart comes without the others", async () => {
    const { bytes: whole } = await bundle("timeline", 'export { CareerTimeline } from "career-timeline/react";');
    const arc = await bundle("arc", 'export { CareerArc } from "career-timeline/react";');
    const skills = await bundle("skills", 'export { SkillGrowth } from "career-timeline/react";');
    const metric = await bundle("metric", 'export { MetricChart } from "career-timeline/react";');
    expect([arc, skills, metric].map(({ code }) => [code.includes(ARC), code.includes(WHOLE)])).toEqual([[true, false], [false, false], [false, false]]);
    expect(arc.bytes).toBeLessThan(whole * 0.85);
    expect(skills.bytes).toBeLessThan(whole * 0.6);
    expect(metric.bytes).toBeLessThan(whole * 0.6);
  });

  it("scripts need no React", async () => {
    const { code } = await bundle("scripts", 'export * from "career-timeline/model"; export { importCareer, toJsonResume } from "career-timeline/import";');
    expect(code.length).toBeGreaterThan(10_000);
    expect(importsOf(code)).toEqual([]);
  });

  it("the element registers itself, though nothing is taken from it", async () => {
    const { code } = await bundle("element", 'import "career-timeline";');
    expect(code).toContain("customElements");
  });
});

describe("the types", () => {
  /** What tsc says about a host's file. */
  async function check(moduleResolution: "bundler" | "nodenext", file: string): Promise<string> {
    const folder = join(packed.home, moduleResolution);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "consumer.tsx"), file);
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({
      compilerOptions: { strict: true, noEmit: true, skipLibCheck: false, exactOptionalPropertyTypes: true, noUncheckedSideEffectImports: true, resolveJsonModule: true, target: "es2022", lib: ["es2022", "dom", "dom.iterable"], jsx: "react-jsx", module: moduleResolution === "bundler" ? "esnext" : "nodenext", moduleResolution, types: [] },
      files: ["consumer.tsx"],
    }));
    return run(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder, "--pretty", "false"]).then(() => "", ({ stdout }: { readonly stdout: string }) => stdout);
  }

  const CONSUMER = `
    import "career-timeline";
    import "career-timeline/style.css";
    import { CareerArc, CareerTimeline, MetricChart, SkillGrowth, type CareerTimelineHandle, type CareerTimelineState } from "career-timeline/react";
    import { createCareer, parseDocument, parseQuery, NO_FILTERS, type CareerDocument, type Metric } from "career-timeline/model";
    import { importCareer, toJsonResume } from "career-timeline/import";
    import { useRef, useState, type ReactElement } from "react";

    const result = parseDocument("{}");
    if (!result.ok) throw new Error(result.issues[0]?.message);
    const document: CareerDocument = result.value;
    const metric: Metric = { kind: "share", part: 65, whole: 100, of: "orders", quote: "65% of orders" };
    export const asOf: number = createCareer(document, Date.now()).asOf;
    export const resume: Readonly<Record<string, unknown>> = toJsonResume(document);
    export const format = (text: string): string | false => { const read = importCareer(text); return read.ok && read.value.format; };
    // As TypeScript sees an imported file.
    const imported = { version: 1, roles: [{ achievements: [{ metrics: [{ kind: "share" }] }] }] };

    export function Host(): ReactElement {
      const handle = useRef<CareerTimelineHandle>(null);
      const [state, setState] = useState<CareerTimelineState>({ filters: NO_FILTERS, at: null });
      return (
        <>
          <CareerTimeline ref={handle} career={document} asOf="2026-11-22" state={state} onStateChange={setState} onSelect={(id) => id?.length} chrome="none" theme="auto" background="transparent" pageHref={undefined} className="mine" onError={([issue]) => issue?.path} />
          <CareerTimeline career={imported} defaultState={parseQuery(location.search).view} />
          <CareerArc career="{}" width={700} state={{ filters: { domains: ["payments"] } }} />
          <SkillGrowth career={imported} limit={5} />
          <MetricChart career={document} achievement="billing" metric={0} />
          <career-timeline src="career.json" theme="dark" oncareer-select={({ detail }) => detail.id} />
          <button onClick={() => { handle.current?.select(null); handle.current?.filter({ period: { from: "2020", to: null } }); handle.current?.fit(); }}>{metric.kind}</button>
        </>
      );
    }
    export const element = globalThis.document.querySelector("career-timeline")?.select("billing");
    // @ts-expect-error a career has to be given
    export const none = <CareerTimeline />;
    // @ts-expect-error there is no such chrome
    export const wrong = <CareerTimeline career={document} chrome="some" />;
    // @ts-expect-error no styles: from a server they would break a strict policy
    export const styled = <CareerArc career={document} style={{ color: "red" }} />;
    // @ts-expect-error a share has a whole
    export const part: Metric = { kind: "share", part: 65, of: "orders", quote: "65% of orders" };
  `;

  beforeAll(() => lend(packed.home, ["react", "react-dom", "@types/react", "@types/react-dom", "csstype"]));

  it.each(["bundler", "nodenext"] as const)("are whole and strict for those who resolve as %s", async (moduleResolution) => {
    expect(await check(moduleResolution, CONSUMER)).toBe("");
  });

  it("would not pass where one were missing", async () => {
    expect(await check("bundler", CONSUMER.replace("SkillGrowth, type", "SkillGrow, type"))).toContain("SkillGrow");
  });
});

describe("without a browser", () => {
  it("the scripts' entries hand out what their README says", async () => {
    for (const name of ["model", "import"]) {
      const names = await runModule(`console.log(JSON.stringify(Object.keys(await import("career-timeline/${name}")).sort()));`, `names-${name}`);
      const [, part = ""] = readText("src/entries/README.md").split(`## \`career-timeline/${name}\``);
      const documented = [...new Set([...(part.split("\n## ")[0] ?? "").matchAll(/`([\w]+)(?:\([^`]*\))?`/g)].map(([, word]) => word ?? ""))];
      expect(names, name).toEqual(documented.sort());
    }
  });

  it("a script reads, asks and writes", async () => {
    await writeFile(join(packed.home, "career.json"), readText("data/career.json"));
    expect(await runModule(`
      import { readFileSync } from "node:fs";
      import { createCareer, formatQuery, DEFAULT_VIEW_STATE, matchTitle, metricText, NO_FILTERS, parseDocument, selectMatches } from "career-timeline/model";
      import { importCareer, toJsonResume } from "career-timeline/import";
      const text = readFileSync("career.json", "utf8");
      const document = parseDocument(text);
      const career = createCareer(document.value, Date.UTC(2026, 10, 22));
      const filters = { ...NO_FILTERS, domains: ["payments"] };
      const matches = selectMatches(career, filters);
      console.log(JSON.stringify([document.ok, matches.size, /payments/i.test(matchTitle(career, filters, matches)), formatQuery({ ...DEFAULT_VIEW_STATE, filters }), metricText(career.achievements[3].metrics[0]).figure, importCareer(JSON.stringify(toJsonResume(document.value))).value.format]));
    `, "script")).toEqual([true, 3, true, "?domain=payments", "−75%", "json-resume"]);
  });

  it("a server draws the components, details of what is selected included, and may import the element", async () => {
    await writeFile(join(packed.home, "career.json"), readText("data/career.json"));
    await lend(packed.home, ["react", "react-dom"]).catch(() => undefined);
    const html = await runModule(`
      import "career-timeline";
      import { readFileSync } from "node:fs";
      import { createElement } from "react";
      import { renderToString } from "${pathToFileURL(join(ROOT, "node_modules/react-dom/server.node.js")).href}";
      import { CareerTimeline } from "career-timeline/react";
      console.log(JSON.stringify(renderToString(createElement(CareerTimeline, { career: readFileSync("career.json", "utf8"), asOf: "2026-11-22", state: { at: "user-cache" } }))));
    `, "server");
    expect(html).toMatch(/<aside [^>]*class="details[^]*A separate cache for user data/);
  });

  it("the command line runs with what is installed with it", async () => {
    await lend(packed.home, ["@resvg/resvg-js"]);
    await writeFile(join(packed.home, "career.json"), readText("data/career.json"));
    const cli = inPackage(manifest.bin["career-timeline"] ?? "");
    expect(await readFile(cli, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
    await run(process.execPath, [cli, "check", "career.json"], { cwd: packed.home });
    await run(process.execPath, [cli, "build", "career.json", "-o", "site", "--as-of", "2026-11-22"], { cwd: packed.home });
    expect(await readFile(join(packed.home, "site/index.html"), "utf8")).toContain("Lead Backend Engineer");
    const { stdout } = await run(process.execPath, [cli, "schema"], { cwd: packed.home, maxBuffer: 10_000_000 });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(await textOf("data/schema.json")));
  });
});
