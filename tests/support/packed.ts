import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "./sourceTree.js";

export interface PackedFile {
  readonly path: string;
  readonly size: number;
}

/** The package as `npm pack` makes it of what is built, without building anew. */
export interface Packed {
  readonly tarball: string;
  readonly size: number;
  readonly files: readonly PackedFile[];
  /** A folder whose `node_modules` holds the package and nothing else. */
  readonly home: string;
  readonly remove: () => Promise<void>;
}

const run = promisify(execFile);

export async function packPackage(): Promise<Packed> {
  const folder = await mkdtemp(join(tmpdir(), "career-timeline-pack-"));
  const { stdout } = await run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], { cwd: ROOT, maxBuffer: 10_000_000, shell: process.platform === "win32" });
  // An array, and from npm 12 on an object by name.
  const [made] = Object.values(JSON.parse(stdout) as Record<string, { readonly filename: string; readonly size: number; readonly files: readonly PackedFile[] }>);
  if (!made) throw new Error(`npm pack has made nothing: ${stdout}`);
  const tarball = join(folder, made.filename);
  const home = join(folder, "home");
  const place = join(home, "node_modules/career-timeline");
  await mkdir(place, { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", place, "--strip-components=1"]);
  await writeFile(join(home, "package.json"), '{ "private": true, "type": "module" }\n');
  return { tarball, size: made.size, files: made.files, home, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Puts packages of ours beside the packed one, as its host would have installed them. */
export async function lend(home: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const place = join(home, "node_modules", name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(ROOT, "node_modules", name), place, "junction");
  }
}
