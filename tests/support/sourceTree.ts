import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** One source file, as far as the house rules look at it. */
export interface SourceModule {
  /** From the project root, with slashes: "src/lib/units.ts". */
  readonly file: string;
  /** Every specifier, in order: static, re-exported, dynamic, type-only and in type positions alike. */
  readonly imports: readonly string[];
  /** Nothing in it but `export … from`. */
  readonly barrel: boolean;
  /** What no file in src may hold, each as "line 12: innerHTML". */
  readonly forbidden: readonly string[];
  /** Touches the browser's history: `history`, `pushState`, `replaceState`. */
  readonly history: boolean;
}

/** Ways to turn text into markup or code. Case is React's and the DOM's. */
const SINKS = new Set([
  "innerHTML", "outerHTML", "insertAdjacentHTML", "dangerouslySetInnerHTML", "srcdoc", "srcDoc", "createContextualFragment", "setHTMLUnsafe", "parseHTMLUnsafe", "eval",
]);
const HISTORY = new Set(["history", "pushState", "replaceState"]);
/** Promises to do it later, ways around the compiler, and a way to bring the DOM into a folder that has none. */
const COMMENT = /\b(?:TODO|FIXME|XXX|HACK)\b|@ts-(?:ignore|nocheck|expect-error)|^\/\s*<reference/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** Reads one file with a real parser, so that neither comments nor strings count as code. @throws where it does not parse */
export function readModule(file: string, text: string): SourceModule {
  const { program, comments, errors } = parseSync(file, text);
  const [error] = errors;
  if (error) throw new Error(`cannot parse ${file}: ${error.message}`);
  const imports: string[] = [];
  const forbidden: string[] = [];
  let history = false;
  const note = (start: number, what: string): void => void forbidden.push(`line ${text.slice(0, start).split("\n").length}: ${what}`);

  const visit = (node: Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== null) imports.push(specifier);
    const name = nameOf(node);
    if (name !== null && SINKS.has(name)) note(node.start, name);
    if (name !== null && HISTORY.has(name)) history = true;
    if (node.type === "TSAnyKeyword") note(node.start, "any");
    if ((node.type === "NewExpression" || node.type === "CallExpression") && isNode(node["callee"]) && nameOf(node["callee"]) === "Function") note(node.start, "new Function");
    for (const child of Object.values(node)) {
      if (Array.isArray(child)) child.filter(isNode).forEach(visit);
      else if (isNode(child)) visit(child);
    }
  };
  visit(program as unknown as Node);
  for (const { value, start } of comments) {
    const found = COMMENT.exec(value)?.[0];
    if (found !== undefined) note(start, found);
  }
  const body: readonly { readonly type: string; readonly source?: unknown }[] = program.body;
  const barrel = body.length > 0 && body.every((statement) => statement.type === "ExportAllDeclaration" || (statement.type === "ExportNamedDeclaration" && isNode(statement.source)));
  return { file, imports, barrel, forbidden, history };
}

/** What a node imports from, if it is an import of any kind; "(computed)" where that is only known when it runs. */
function specifierOf(node: Node): string | null {
  const source = node.type === "TSImportType" ? (node["source"] ?? node["argument"])
    : node.type === "TSExternalModuleReference" ? node["expression"]
    : /^(?:ImportDeclaration|ImportExpression|ExportNamedDeclaration|ExportAllDeclaration)$/.test(node.type) ? node["source"]
    : isRequire(node) ? node["arguments"]
    : null;
  const first: unknown = Array.isArray(source) ? source[0] : source;
  if (!isNode(first)) return null;
  const literal = first.type === "TSLiteralType" ? first["literal"] : first;
  return isNode(literal) && typeof literal["value"] === "string" ? literal["value"] : "(computed)";
}

const isRequire = (node: Node): boolean => node.type === "CallExpression" && isNode(node["callee"]) && nameOf(node["callee"]) === "require";

/** A name, wherever it stands: variable, property, JSX attribute, or text that may be used as a key. */
function nameOf(node: Node): string | null {
  const name = node.type === "Identifier" || node.type === "JSXIdentifier" ? node["name"] : node.type === "Literal" ? node["value"] : null;
  return typeof name === "string" ? name : null;
}

/** All files under a folder of the project with one of these endings, from the project root. */
export function listFiles(folder: string, endings: readonly string[]): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

export const readText = (file: string): string => readFileSync(join(ROOT, file), "utf8");

export const readModules = (folder: string): SourceModule[] => listFiles(folder, [".ts", ".tsx"]).map((file) => readModule(file, readText(file)));
