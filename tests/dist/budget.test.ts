import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { describe, expect, inject, it } from "vitest";
import { siteFolder } from "../support/site.js";
import { ROOT } from "../support/sourceTree.js";
import { staticImports } from "../support/staticImports.js";

const run = promisify(execFile);

/** As a host sends it at its best. */
const packed = (bytes: Buffer): number => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll("\\", "/")).sort();
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

interface Page {
  readonly folder: string;
  readonly html: Buffer;
  readonly styles: readonly { readonly path: string; readonly asked: boolean }[];
  /** What runs before the first interaction: what the page names, and what that imports. */
  readonly scripts: readonly string[];
  readonly read: (path: string) => Promise<Buffer>;
}

async function readPage(name: string): Promise<Page> {
  const folder = await siteFolder(name);
  const read = (path: string): Promise<Buffer> => readFile(join(folder, path));
  const html = await read("index.html");
  const tags = html.toString().match(/<(?:link|script)\b[^>]*>/g) ?? [];
  const styles = tags.filter((tag) => attribute(tag, "rel") === "stylesheet").map((tag) => ({ path: attribute(tag, "href") ?? "", asked: attribute(tag, "media") !== undefined }));
  const named = tags.flatMap((tag) => (attribute(tag, "rel") === "modulepreload" ? [attribute(tag, "href") ?? ""] : (attribute(tag, "src") ?? [])));
  const scripts = new Set<string>();
  const follow = async (path: string): Promise<void> => {
    const plain = path.replace(/^\.\//, "");
    if (scripts.has(plain)) return;
    scripts.add(plain);
    for (const imported of staticImports((await read(plain)).toString())) await follow(join(plain, "..", imported));
  };
  for (const path of named) await follow(path);
  return { folder, html, styles, scripts: [...scripts], read };
}

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

describe("the first career", () => {
  it("shows its complete picture within 14,000 bytes: document and style sheets", async () => {
    const { html, styles, read } = await readPage("career");
    const screen = styles.filter(({ asked }) => !asked);
    expect(screen).toHaveLength(1);
    const sizes = [packed(html), ...(await Promise.all(screen.map(async ({ path }) => packed(await read(path)))))];
    expect(sum(sizes), sizes.join(" + ")).toBeLessThanOrEqual(14_000);
    // What is for paper or for forced colours is fetched at leisure, and is small.
    for (const { path } of styles.filter(({ asked }) => asked)) expect(packed(await read(path))).toBeLessThanOrEqual(1_500);
    // The picture is in the document, not made later.
    expect(html.toString()).toMatch(/<svg[^>]*role="group"[^]*<text/);
  });

  it("runs at most 100,000 bytes of script before the first interaction", async () => {
    const { scripts, read } = await readPage("career");
    expect(scripts.length).toBeGreaterThan(0);
    const sizes = await Promise.all(scripts.map(async (path) => packed(await read(path))));
    expect(sum(sizes), scripts.map((path, i) => `${path} ${sizes[i]}`).join("\n")).toBeLessThanOrEqual(100_000);
  });

  it("leaves motion and the reading of files for when they are wanted", async () => {
    const { folder, html, scripts, read } = await readPage("career");
    // What is made for other people's pages is one file each on purpose, and no page of the site loads it.
    const all = (await filesOf(folder)).filter((path) => path.endsWith(".js") && !path.startsWith("embed/"));
    const late = all.filter((path) => !scripts.includes(path));
    const texts = new Map(await Promise.all(all.map(async (path) => [path, (await read(path)).toString()] as const)));
    const holding = (words: RegExp): readonly string[] => all.filter((path) => words.test(texts.get(path) ?? ""));
    // Names and words that minifying leaves alone.
    const importing = holding(/the page is as it was/);
    const motion = holding(/backInOut|anticipate|WAAPI|prefersReducedMotion|visualElement|motionValue/i);
    expect(importing).toHaveLength(1);
    expect(motion.length).toBeGreaterThan(0);
    expect(late).toEqual(expect.arrayContaining([...importing, ...motion]));
    for (const path of late) expect(html.toString()).not.toContain(path);
    // Small enough to come late without being noticed.
    for (const path of late) expect(packed(Buffer.from(texts.get(path) ?? "")), path).toBeLessThanOrEqual(30_000);
  });

  it("has one font of at most 32,000 bytes", async () => {
    const { folder, read } = await readPage("career");
    const fonts = (await filesOf(folder)).filter((path) => /\.(?:woff2?|ttf|otf)$/.test(path));
    expect(fonts).toHaveLength(1);
    for (const path of fonts) expect((await read(path)).length).toBeLessThanOrEqual(32_000);
  });

  it("carries its facts beside the page once, and nothing but what the page is made of", async () => {
    const { folder } = await readPage("career");
    const files = await filesOf(folder);
    expect(files.filter((path) => path.endsWith(".map") || path.endsWith(".ts"))).toEqual([]);
    expect(files.filter((path) => path.endsWith(".json"))).toEqual(["career.json"]);
  });
});

/** Where a file can make a browser go by itself: attributes, style sheets, imports. Words in texts and namespaces do not. */
const REFERENCES: readonly RegExp[] = [
  /<(?:script|img|iframe|source|object|embed|use)\b[^>]*?\s(?:src|srcset|data|href)="(?:https?:)?\/\/[^"]*"/g,
  /<link\b[^>]*?\shref="(?:https?:)?\/\/[^"]*"/g,
  /url\(\s*["']?(?:https?:)?\/\/[^)]*\)/g,
  /@import\s+["'](?:https?:)?\/\/[^"']*["']/g,
  /\b(?:import|fetch|importScripts|sendBeacon)\(\s*["'`](?:https?:)?\/\/[^"'`]*["'`]/g,
  /\bfrom\s*["'](?:https?:)?\/\/[^"']*["']/g,
  /\bnew\s+(?:WebSocket|EventSource|Worker)\(\s*["'`][^"'`]*["'`]/g,
];
const referencesIn = (text: string): readonly string[] => REFERENCES.flatMap((pattern) => text.match(pattern) ?? []);

describe("no shipped file fetches from anybody else", () => {
  it.each(["career", "thirty-years", "long-names"])("%s", async (name) => {
    const folder = await siteFolder(name);
    const found = await Promise.all((await filesOf(folder)).filter((path) => /\.(?:html|css|js|svg|txt)$/.test(path)).map(async (path) => referencesIn((await readFile(join(folder, path))).toString()).map((reference) => `${path}: ${reference}`)));
    expect(found.flat()).toEqual([]);
  });

  it("would notice one", () => {
    const planted = ["<script src=\"https://cdn.example/x.js\">", "<link rel=\"preconnect\" href=\"//fonts.example\">", "a{background:url(https://x.example/y.png)}", "@import \"https://x.example/z.css\"", "import(\"https://x.example/a.js\")", "fetch(`https://x.example`)", "import a from\"https://x.example/b.js\""];
    expect(planted.filter((text) => referencesIn(text).length === 0)).toEqual([]);
  });
});

describe("the same input gives the same bytes", () => {
  const different = async (one: string, two: string): Promise<readonly string[]> => {
    const [a, b] = [await filesOf(one), await filesOf(two)];
    expect(a).toEqual(b);
    expect(a.length).toBeGreaterThan(5);
    const pairs = await Promise.all(a.map(async (path) => [path, (await readFile(join(one, path))).equals(await readFile(join(two, path)))] as const));
    return pairs.filter(([, same]) => !same).map(([path]) => path);
  };

  it("from a career to its site", async () => {
    const { cli, asOf, site } = inject("built");
    const folder = await mkdtemp(join(tmpdir(), "career-timeline-again-"));
    const again = join(folder, "site");
    // Another time zone and locale: a clock or a sort that asks the machine would show.
    await run(process.execPath, [cli, "build", "data/career.json", "-o", again, "--as-of", asOf], { cwd: ROOT, env: { ...process.env, TZ: "Asia/Taipei", LANG: "de_DE.UTF-8" } });
    expect(await different(site, again)).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it("from the sources to the app", async () => {
    const { NODE_ENV: _mode, VITEST: _vitest, ...env } = process.env;
    const folder = await mkdtemp(join(tmpdir(), "career-timeline-app-"));
    const again = join(folder, "again");
    await run("npx", ["vite", "build", "--logLevel", "warn", "--outDir", again], { cwd: ROOT, env, shell: process.platform === "win32" });
    expect(await different(inject("built").template, again)).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
