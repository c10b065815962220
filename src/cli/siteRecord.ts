import { createHash } from "node:crypto";
import { lstat, readFile, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/** In every site: what `build` wrote into it, as `sha256sum -c` reads it. */
export const RECORD_FILE = ".career-timeline";

/** By path, what was written there, or was about to be: SHA-256 in hex. */
export type SiteRecord = ReadonlyMap<string, ReadonlySet<string>>;

export const hashOf = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

export function formatRecord(record: SiteRecord): string {
  return [...record].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([path, hashes]) => [...hashes].map((hash) => `${hash}  ${path}\n`)).join("");
}

/** The record of an earlier build; empty where there is none. Lines that no build writes are passed over. */
export async function readRecord(folder: string): Promise<SiteRecord> {
  const text = await readFile(join(folder, RECORD_FILE), "utf8").catch(() => "");
  const lines = text.split("\n").map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
  const record = new Map<string, Set<string>>();
  for (const [, hash, path] of lines.filter((line) => line !== null)) {
    if (hash === undefined || path === undefined || !isInside(path)) continue;
    record.set(path, (record.get(path) ?? new Set()).add(hash));
  }
  return record;
}

/** What either of them has written. */
export function joinRecords(one: SiteRecord, other: SiteRecord): SiteRecord {
  return new Map([...new Set([...one.keys(), ...other.keys()])].map((path) => [path, new Set([...(one.get(path) ?? []), ...(other.get(path) ?? [])])]));
}

/** Whoever may write into the folder may also have written its record: no path in it leads out. */
const isInside = (path: string): boolean => !/[\\:\0]/.test(path) && path.split("/").every((part) => part !== "" && part !== "." && part !== "..");

/**
 * Deletes what an earlier build wrote and this one does not, and folders that are empty then. A file stays where somebody
 * has changed it or put another in its place, and where the way to it leads through a link.
 * @param now paths of this build
 */
export async function removeGone(folder: string, before: SiteRecord, now: ReadonlySet<string>): Promise<void> {
  for (const [path, hashes] of before) {
    if (now.has(path)) continue;
    const content = await readPlain(folder, path);
    if (content === null || !hashes.has(hashOf(content))) continue;
    await rm(join(folder, path), { force: true });
    await removeEmpty(folder, dirname(path));
  }
}

/** What is in a file of the folder; null where there is none, or where the way to it leads through a link. */
export async function readPlain(folder: string, path: string): Promise<Uint8Array | null> {
  return (await isPlain(folder, path)) ? readFile(join(folder, path)).catch(() => null) : null;
}

/** A file, and every folder on the way to it a folder: no link anywhere. */
async function isPlain(folder: string, path: string): Promise<boolean> {
  const parts = path.split("/");
  for (let depth = 1; depth <= parts.length; depth++) {
    const state = await lstat(join(folder, ...parts.slice(0, depth))).catch(() => null);
    if (state === null || !(depth === parts.length ? state.isFile() : state.isDirectory())) return false;
  }
  return true;
}

async function removeEmpty(folder: string, path: string): Promise<void> {
  for (let place = path; place !== "."; place = dirname(place)) {
    // It says so where something is left in it, and then it stays.
    const removed = await rmdir(join(folder, place)).then(() => true, () => false);
    if (!removed) return;
  }
}
