import { posix } from "node:path";

/** What the checker looks at; a test makes its own to plant a violation. */
export interface ModuleImports {
  /** "src/lib/units.ts" */
  readonly file: string;
  readonly imports: readonly string[];
}

/**
 * What each layer may import besides itself: everything below it. Two are not simply "below": `prerender` renders `App`,
 * so it imports `app`; `cli` is handed finished pages and must not reach into views or charts.
 */
export const LAYERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["lib", []],
  ["model", ["lib"]],
  ["import", ["lib", "model"]],
  ["layout", ["lib", "model"]],
  ["state", ["lib", "model", "layout"]],
  ["charts", ["lib", "model", "layout"]],
  ["views", ["lib", "model", "layout", "state", "charts"]],
  ["app", ["lib", "model", "import", "layout", "state", "charts", "views"]],
  ["embed", ["lib", "model", "layout", "state", "charts", "views"]],
  ["prerender", ["lib", "model", "layout", "state", "charts", "views", "app"]],
  ["cli", ["lib", "model", "import", "layout", "prerender"]],
  ["entries", ["lib", "model", "import", "state", "embed"]],
  ["main.tsx", ["lib", "model", "state", "views", "app"]],
]);

/** Packages by layer, by name or by beginning. React is only where elements are made, Node only in the command line. */
const PACKAGES: ReadonlyMap<string, RegExp> = new Map([
  ["lib", /^$/],
  ["model", /^(?:valibot|@leeoniya\/ufuzzy)$/],
  ["import", /^$/],
  ["layout", /^d3-(?:array|path|time)$/],
  ["state", /^zustand\/vanilla$/],
  ["charts", /^(?:react|d3-(?:array|path|time))$/],
  ["views", /^(?:react|zustand)$/],
  ["app", /^(?:react|zustand)$/],
  ["embed", /^(?:react|react-dom\/client|zustand)$/],
  ["prerender", /^(?:react|react-dom\/server)$/],
  ["cli", /^(?:node:[\w/]+|sirv|compression|@valibot\/to-json-schema)$/],
  ["entries", /^$/],
  ["main.tsx", /^react(?:-dom\/client)?$/],
]);

/** Single files that may do what their layer may not. */
const ALSO: ReadonlyMap<string, RegExp> = new Map([
  ["src/views/hooks/motionKit.ts", /^framer-motion\/dom$/],
  // A script that did not come is asked for under another address, which only the browser names.
  ["src/views/hooks/untilHere.ts", /^\(computed\)$/],
  // A print begins when the event handler returns: what is printed has to be rendered by then.
  ["src/views/hooks/atOnce.ts", /^react-dom$/],
  // Only where Preact stands in for React.
  ["src/embed/preactTiming.ts", /^preact$/],
  ["src/embed/preactAttributes.ts", /^preact$/],
  // The page in a frame is a page: it has a sheet of its own.
  ["src/embed/frame/frame.ts", /^\.\/frame\.css$/],
  // Styles that nothing but the dialog has use for come with it.
  ["src/app/embed/openEmbed.tsx", /^\.\.\/late\.css$/],
  ["src/app/export/openExport.tsx", /^(?:\.\.\/late|\.\/export)\.css$/],
  ["src/views/explore/Explore.tsx", /^\.\/explore\.css$/],
  ["src/views/activity/LiveActivity.tsx", /^\.\/activity\.css$/],
  // The page shows an embed as its host does, so it speaks the frame's language.
  ["src/app/embed/PreviewFrame.tsx", /^\.\.\/\.\.\/embed\/frame\/protocol\.js$/],
  ["src/app/embed/choices.ts", /^\.\.\/\.\.\/embed\/options\.js$/],
  ["src/app/embed/snippetInput.ts", /^\.\.\/\.\.\/embed\/options\.js$/],
  // While developing there is no prerendered page: the first career then comes as text.
  ["src/app/pageData.ts", /^\.\.\/\.\.\/data\/career\.json\?raw$/],
  // How the package is made: these run while it is being built.
  ["src/entries/packing/packPlugin.ts", /^(?:node:fs|node:path|vite)$/],
  ["src/entries/packing/packageBuild.ts", /^vite$/],
  ["src/entries/packing/onlyUsed.ts", /^vite$/],
  ["src/entries/packing/onePiece.ts", /^vite$/],
  ["src/entries/packing/ownMethods.ts", /^vite$/],
  ["src/entries/packing/reachableTypes.ts", /^node:path$/],
  // Draws pixels in Node; it is given the paths of its fonts, so it imports nothing of Node's.
  ["src/prerender/card/png.ts", /^@resvg\/resvg-js$/],
]);

const layerOf = (file: string): string => file.split("/")[1] ?? "";

/** The module behind a relative specifier, written as the house writes it: "./x.js" for x.ts or x.tsx. */
function resolve(from: string, specifier: string, files: ReadonlySet<string>): string | null {
  if (!specifier.endsWith(".js")) return null;
  const stem = posix.join(posix.dirname(from), specifier).slice(0, -".js".length);
  return [`${stem}.ts`, `${stem}.tsx`].find((file) => files.has(file)) ?? null;
}

/** Every import that breaks a rule, as "file → target: what is wrong"; none is an empty list. */
export function findViolations(modules: readonly ModuleImports[]): string[] {
  const files = new Set(modules.map(({ file }) => file));
  return modules.flatMap(({ file, imports }) => imports.flatMap((specifier) => {
    const [target, wrong] = judge(file, specifier, files);
    return wrong === null ? [] : [`${file} → ${target}: ${wrong}`];
  }));
}

function judge(file: string, specifier: string, files: ReadonlySet<string>): readonly [target: string, wrong: string | null] {
  const layer = layerOf(file);
  const below = LAYERS.get(layer);
  if (below === undefined) return [specifier, `${layer} is no layer`];
  if (ALSO.get(file)?.test(specifier)) return [specifier, null];
  // An embed's styles go into a root of its own, so they come as text.
  if (file === "src/embed/styles.ts" && specifier.endsWith(".css?inline")) return [specifier, null];
  if (specifier.endsWith(".css")) return [specifier, layer === "main.tsx" ? null : "only main.tsx imports CSS"];
  if (!specifier.startsWith(".")) return [specifier, PACKAGES.get(layer)?.test(specifier) ? null : `${layer} may not import this package`];
  const target = resolve(file, specifier, files);
  if (target === null) return [specifier, "no such module in src; write ./name.js"];
  const above = layerOf(target);
  if (above === "main.tsx") return [target, "nothing imports main.tsx"];
  return [target, above === layer || below.includes(above) ? null : `layer ${layer} may not import layer ${above}`];
}

/** Rings of modules that import each other, each as "a → b → a"; one per ring found, type imports included. */
export function findCycles(modules: readonly ModuleImports[]): string[] {
  const files = new Set(modules.map(({ file }) => file));
  const graph = new Map(modules.map(({ file, imports }) => [file, imports.flatMap((specifier) => resolve(file, specifier, files) ?? [])]));
  const done = new Set<string>();
  const path: string[] = [];
  const cycles: string[] = [];
  const visit = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) return void cycles.push([...path.slice(at), file].join(" → "));
    if (done.has(file)) return;
    path.push(file);
    graph.get(file)?.forEach(visit);
    path.pop();
    done.add(file);
  };
  [...graph.keys()].forEach(visit);
  return cycles;
}
