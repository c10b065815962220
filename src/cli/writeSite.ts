import { lstat, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SiteFile } from "../prerender/renderSite.js";
import { formatRecord, hashOf, joinRecords, readRecord, RECORD_FILE, removeGone, type SiteRecord } from "./siteRecord.js";
import type { BuiltApp } from "./template.js";

/** For strangers' pages: the frame's own, the script that a page with frames may load, and the element. */
const EMBED_FILES: readonly string[] = ["frame.js", "frame.css", "host.js", "career-timeline.js"];
/** Of the template, what every site has its own of, and what only we need. */
const NOT_COPIED = /^(?:index\.html|robots\.txt|.*README\.md)$/;

/** What is the same in every site: scripts, styles, fonts, the icon. In the order of their paths. */
export async function readAppFiles({ template, embed }: BuiltApp): Promise<SiteFile[]> {
  const entries = await readdir(template, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(template.length + 1).replaceAll("\\", "/"));
  const there = new Set(await readdir(embed));
  return Promise.all([
    ...paths.sort().filter((path) => !NOT_COPIED.test(path)).map(async (path) => ({ path, content: await readFile(join(template, path)) })),
    ...EMBED_FILES.filter((name) => there.has(name)).map(async (name) => ({ path: `embed/${name}`, content: await readFile(join(embed, name)) })),
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

/**
 * Writes the files, takes away what an earlier build wrote and this one does not, and notes down what is there now.
 * Whatever else is in the folder stays. Where one of the files cannot be written, none is. The record is written first, with
 * what was there and what is to come: a build that is cut short leaves nothing that a later one would not know as ours.
 */
export async function writeSite(folder: string, files: readonly SiteFile[]): Promise<void> {
  for (const { path } of [...files, { path: RECORD_FILE }]) await checkPlace(folder, path);
  const before = await readRecord(folder);
  const now: SiteRecord = new Map(files.map(({ path, content }) => [path, new Set([hashOf(content)])]));
  const note = (record: SiteRecord): Promise<void> => writeFile(join(folder, RECORD_FILE), formatRecord(record));
  await mkdir(folder, { recursive: true });
  await note(joinRecords(before, now));
  // What goes goes first: on some machines two names are one file.
  await removeGone(folder, before, new Set(now.keys()));
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await note(now);
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
  ["EISDIR", "a folder has its name"], ["ENOTDIR", "a file has the name of a folder"], ["EEXIST", "a file has the name of a folder"], ["ENAMETOOLONG", "the name is too long"],
  ["ELOOP", "it is a link, and what it leads to is not of this site"],
]);

/** In one sentence; null = the error is not about the folder. */
export function describeWriteError(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  const reason = REASONS.get(error.code);
  return reason === undefined ? null : `cannot write ${"path" in error && typeof error.path === "string" ? error.path : "the site"}: ${reason}`;
}
