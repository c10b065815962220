import { mkdir, readdir, readFile, realpath, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SiteFile } from "../prerender/renderSite.js";
import { removeOldAssets } from "./siteFolder.js";
import { formatRecord, hashOf, readRecord, RECORD_FILE, removeGone } from "./siteRecord.js";
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
  const real = (path: string): Promise<string | null> => realpath(path).catch(() => null);
  const own = await real(file);
  if (own === null) return null;
  for (const { path } of files) if ((await real(join(folder, path))) === own) return join(folder, path);
  return null;
}

/**
 * Writes the files, takes away what an earlier build wrote and this one does not, and notes down what is there now.
 * Whatever else is in the folder stays. What goes goes first: on some machines two names are one file.
 */
export async function writeSite(folder: string, files: readonly SiteFile[]): Promise<void> {
  await removeGone(folder, await readRecord(folder), new Set(files.map(({ path }) => path)));
  await removeOldAssets(folder);
  const record = new Map(files.map(({ path, content }) => [path, hashOf(content)]));
  for (const { path, content } of [...files, { path: RECORD_FILE, content: formatRecord(record) }]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Why a file cannot be written, where that is not our fault. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ["EACCES", "it may not be written"], ["EPERM", "it may not be written"], ["EROFS", "the disk is read-only"], ["ENOSPC", "the disk is full"],
  ["EISDIR", "a folder has its name"], ["ENOTDIR", "a file has the name of a folder"], ["EEXIST", "a file has the name of a folder"], ["ENAMETOOLONG", "the name is too long"],
]);

/** In one sentence; null = the error is not about the folder. */
export function describeWriteError(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  const reason = REASONS.get(error.code);
  return reason === undefined ? null : `cannot write ${"path" in error && typeof error.path === "string" ? error.path : "the site"}: ${reason}`;
}
