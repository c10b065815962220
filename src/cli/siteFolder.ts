import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What stands in every page that `build` writes, and hardly in another. */
const MARK = '<div id="root" data-as-of=';

/** What a folder is that a site is to be written into. */
export type FolderState = "free" | "ours" | "somebody's" | "no folder";

/** Free is what does not exist, or is empty; ours what an earlier build has written. */
export async function inspectFolder(folder: string): Promise<FolderState> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => error.code ?? "");
  if (names === "ENOENT") return "free";
  if (names === "ENOTDIR") return "no folder";
  if (typeof names === "string") throw new Error(`cannot read the folder ${folder}: ${names}`);
  if (names.length === 0) return "free";
  const page = await readFile(join(folder, "index.html"), "utf8").catch(() => "");
  return page.includes(MARK) ? "ours" : "somebody's";
}
