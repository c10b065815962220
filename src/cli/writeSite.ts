import { lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { SiteFile } from "../prerender/renderSite.js";
import type { SitePlan } from "./planSite.js";
import { formatRecord, hashOf, joinRecords, RECORD_FILE, removeGone, type SiteRecord } from "./siteRecord.js";
import type { BuiltApp } from "./template.js";

/** For strangers' pages: the frame's own, the script that a page with frames may load, and the element. In a site they lie in one folder. */
const OUTSIDE: readonly (readonly ["embed" | "element", name: string])[] = [["embed", "frame.js"], ["embed", "frame.css"], ["embed", "host.js"], ["element", "career-timeline.js"]];
/** Of the template, what every site has its own of, and what only we need. */
const NOT_COPIED = /^(?:index\.html|robots\.txt|.*README\.md)$/;

/** What is the same in every site: scripts, styles, fonts, the icon. In the order of their paths. */
export async function readAppFiles({ template, ...folders }: Pick<BuiltApp, "template" | "embed" | "element">): Promise<SiteFile[]> {
  const entries = await readdir(template, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(template.length + 1).replaceAll("\\", "/"));
  return Promise.all([
    ...paths.sort().filter((path) => !NOT_COPIED.test(path)).map(async (path) => ({ path, content: await readFile(join(template, path)) })),
    ...OUTSIDE.map(async ([folder, name]) => ({ path: `embed/${name}`, content: await readFile(join(folders[folder], name)) })),
  ]);
}

/** The one of these files that is the file itself, by whatever way; null = none. */
export async function findSameFile(file: string, folder: string, files: readonly SiteFile[]): Promise<string | null> {
  // By what the disk calls it: a second name leads there, too.
  const place = (path: string): Promise<string | null> => stat(path).then(({ dev, ino }) => `${dev} ${ino}`, () => null);
  const own = await place(file);
  if (own === null) return null;
  for (const { path } of files) if ((await place(join(folder, path))) === own) return join(folder, path);
  return null;
}

/** Where each file is written before it takes its place. */
const NEW_FILE = `${RECORD_FILE}.new`;

/**
 * Writes the files, takes away what an earlier build wrote and this one does not, and notes down what is there now.
 * Whatever else is in the folder stays. Where one of the files cannot be written, none is. The record is written first, with
 * what was there and what is to come, and no file is ever half written: a build that is cut short leaves nothing that a
 * later one would not know as ours.
 */
export async function writeSite({ folder, before, write, kept }: SitePlan): Promise<void> {
  for (const path of [...write.map((file) => file.path), RECORD_FILE, NEW_FILE]) await checkPlace(folder, path);
  // Of what is kept, the record still says what was written there once: it stays changed until it is replaced.
  const now: SiteRecord = new Map([
    ...kept.flatMap((path): [string, ReadonlySet<string>][] => [[path, before.get(path) ?? new Set()]]),
    ...write.map(({ path, content }): [string, ReadonlySet<string>] => [path, new Set([hashOf(content)])]),
  ]);
  const note = (record: SiteRecord): Promise<void> => replaceFile(folder, RECORD_FILE, formatRecord(record));
  await makeFolder(folder);
  await note(joinRecords(before, now));
  // What goes goes first: on some machines two names are one file.
  await removeGone(folder, before, new Set(now.keys()));
  for (const { path, content } of write) {
    await makeFolder(dirname(join(folder, path)));
    await replaceFile(folder, path, content);
  }
  await note(now);
}

/**
 * One folder after the other: asked for all of them at once, Node tries for ever where one can never be made, as in `/proc`.
 * @throws as the disk does
 */
async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let place = resolve(folder); (await stat(place).catch(() => null)) === null && dirname(place) !== place; place = dirname(place)) missing.unshift(place);
  for (const place of missing) {
    await mkdir(place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

/** At once, so that nobody ever finds a part of it. */
async function replaceFile(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  const fresh = join(folder, NEW_FILE);
  await writeFile(fresh, content);
  try {
    await rename(fresh, join(folder, path));
  } catch (error) {
    await rm(fresh, { force: true });
    // A folder or a file of another disk's, mounted there.
    if (!(error instanceof Error && "code" in error && (error.code === "EXDEV" || error.code === "EBUSY"))) throw error;
    await writeFile(join(folder, path), content);
  }
}

/** @throws as the disk would, where a file cannot stand there, and where a link would lead out of the folder */
async function checkPlace(folder: string, path: string): Promise<void> {
  const parts = path.split("/");
  for (let depth = 1; depth <= parts.length; depth++) {
    const place = join(folder, ...parts.slice(0, depth));
    const state = await lstat(place).catch(() => null);
    if (state === null) return;
    const last = depth === parts.length;
    const code = state.isSymbolicLink() ? "ELOOP" : last && !state.isFile() ? "EISDIR" : !last && !state.isDirectory() ? "ENOTDIR" : null;
    if (code !== null) throw Object.assign(new Error(`cannot write ${place}`), { code, path: place });
  }
}

/** Why a file cannot be written, where that is not our fault. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ["EACCES", "it may not be written"], ["EPERM", "it may not be written"], ["EROFS", "the disk is read-only"], ["ENOSPC", "the disk is full"],
  ["EISDIR", "a folder has its name"], ["ENOTDIR", "a file has the name of a folder"], ["EEXIST", "a file has the name of a folder"], ["ENAMETOOLONG", "the name is too long"], ["ENOENT", "no folder can be made there"],
  ["ELOOP", "it is a link, and what it leads to is not of this site"],
]);

/** In one sentence; null = the error is not about the folder. */
export function describeWriteError(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  const reason = REASONS.get(error.code);
  return reason === undefined ? null : `cannot write ${"path" in error && typeof error.path === "string" ? error.path : "the site"}: ${reason}`;
}
