import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { inject } from "vitest";
import { listen } from "../../src/cli/commands/serve.js";
import type { CareerDocument } from "../../src/model/document.js";
import { ROOT } from "./sourceTree.js";

const run = promisify(execFile);
const folders = new Map<string, Promise<string>>();
const addresses = new Map<string, Promise<string>>();

/** Where the finished site of a sample lies; "career" is the first career. Built by the shipped command line, once per run. */
export function siteFolder(name: string): Promise<string> {
  const { site } = inject("built");
  if (name === "career") return Promise.resolve(site);
  return once(folders, name, () => build(join(ROOT, "data/samples", `${name}.json`), join(dirname(site), name)));
}

/** The same, served with the headers that `start` sends. @returns its address, ending in "/" */
export function siteOf(name: string): Promise<string> {
  return once(addresses, name, async () => listen(await siteFolder(name), 0));
}

/** A site of a document that only the test has. */
export async function siteOfDocument(document: CareerDocument): Promise<string> {
  const folder = await mkdtemp(join(dirname(inject("built").site), "document-"));
  const file = join(folder, "career.json");
  await writeFile(file, JSON.stringify(document));
  return listen(await build(file, join(folder, "site")), 0);
}

/** The run's folder is shared by all test files, so a site appears there whole or not at all. */
async function build(file: string, folder: string): Promise<string> {
  if (existsSync(folder)) return folder;
  const { cli, asOf } = inject("built");
  const fresh = `${folder}-${process.pid}`;
  await run(process.execPath, [cli, "build", file, "-o", fresh, "--as-of", asOf], { cwd: ROOT });
  // Another file, in another process, may have been first: the same career gives the same site.
  await rename(fresh, folder).catch(async (error: unknown) => {
    if (!existsSync(folder)) throw error;
    await rm(fresh, { recursive: true });
  });
  return folder;
}

function once<Value>(known: Map<string, Promise<Value>>, name: string, make: () => Promise<Value>): Promise<Value> {
  const value = known.get(name) ?? make();
  known.set(name, value);
  return value;
}
