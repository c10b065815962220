import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { ROOT } from "./sourceTree.js";

/** What has been built once for all tests that look at the built thing: `inject("built")`. */
export interface Built {
  /** A complete site of the first career, of its own: `npm start` with another file does not change it. */
  readonly site: string;
  /** The app without a career. */
  readonly template: string;
  /** The command line, to run with `node`. */
  readonly cli: string;
  /** The day that `site` was drawn for, YYYY-MM-DD. */
  readonly asOf: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    readonly built: Built;
  }
}

const AS_OF = "2026-11-22";
/** What the build reads. */
const SOURCES = ["src", "public", "index.html", "vite.config.ts", "package.json", "package-lock.json", "tsconfig.json"];
/** What it writes, one of each of its steps. */
const RESULTS = ["dist/template/index.html", "dist/cli/main.js", "dist/package/react.js"];

const run = promisify(execFile);
let folder: string | null = null;

/** Builds where the last build is missing or older than what it was made of, then one site into a folder of its own. */
export async function setup(project: TestProject): Promise<void> {
  if (await isStale()) await build();
  folder = await mkdtemp(join(tmpdir(), "career-timeline-site-"));
  const built: Built = { site: join(folder, "site"), template: join(ROOT, "dist/template"), cli: join(ROOT, "dist/cli/main.js"), asOf: AS_OF };
  await run(process.execPath, [built.cli, "build", "data/career.json", "-o", built.site, "--as-of", AS_OF], { cwd: ROOT });
  project.provide("built", built);
}

export async function teardown(): Promise<void> {
  if (folder !== null) await rm(folder, { recursive: true, force: true });
}

async function build(): Promise<void> {
  // Vitest says NODE_ENV=test, with which React would be built for development.
  const { NODE_ENV: _mode, VITEST: _vitest, ...env } = process.env;
  await run("npm", ["run", "--silent", "build"], { cwd: ROOT, env, shell: process.platform === "win32" });
}

async function isStale(): Promise<boolean> {
  const results = await Promise.all(RESULTS.map((path) => modified(path)));
  const sources = await Promise.all(SOURCES.map((path) => newest(path)));
  return Math.min(...results) < Math.max(...sources);
}

/** When a file was last written, or a folder last gained or lost one; 0 where there is none. */
const modified = (path: string): Promise<number> => stat(join(ROOT, path)).then(({ mtimeMs }) => mtimeMs, () => 0);

async function newest(path: string): Promise<number> {
  const entries = await readdir(join(ROOT, path), { withFileTypes: true, recursive: true }).catch(() => []);
  const within = await Promise.all(entries.map((entry) => stat(join(entry.parentPath, entry.name)).then(({ mtimeMs }) => mtimeMs)));
  return Math.max(await modified(path), ...within);
}
