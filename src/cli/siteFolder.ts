import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { GENERATOR } from "../prerender/pageHead.js";
import { readRecord } from "./siteRecord.js";

/** What a folder is that a site is to be written into. */
export type FolderState = "free" | "ours" | "somebody's" | "no folder" | "closed";

/** Free is what does not exist, or is empty; closed what may not be looked into; ours what an earlier build has written, by its record or, where that is gone, by its page. */
export async function inspectFolder(folder: string): Promise<FolderState> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => error.code ?? "");
  if (names === "ENOENT") return "free";
  if (names === "ENOTDIR") return "no folder";
  if (names === "EACCES" || names === "EPERM") return "closed";
  if (typeof names === "string") throw new Error(`cannot read the folder ${folder}: ${names}`);
  if (names.length === 0) return "free";
  if ((await readRecord(folder)).size > 0) return "ours";
  const page = await readFile(join(folder, "index.html"), "utf8").catch(() => "");
  return page.includes(GENERATOR) ? "ours" : "somebody's";
}
