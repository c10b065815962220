import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { GENERATOR } from "../prerender/pageHead.js";
import type { SiteFile } from "../prerender/renderSite.js";
import { hashOf, readPlain, readRecord, RECORD_FILE, type SiteRecord } from "./siteRecord.js";

/** What a build will do to a folder, before it does any of it. */
export interface SitePlan {
  readonly folder: string;
  /** What an earlier build wrote there; empty where its record is gone, or there was none. */
  readonly before: SiteRecord;
  readonly write: readonly SiteFile[];
  /** Paths of this site's at which something else stands, and stays. */
  readonly kept: readonly string[];
  /** Paths of `write` at which something stands that no record knows: it is lost. */
  readonly lost: readonly string[];
  /** Pages of an earlier build's that this one does not make, and that no record allows to be deleted. */
  readonly stale: readonly string[];
  /** Whether whatever has a name of ours was to be replaced. */
  readonly forced: boolean;
}

/**
 * A file is replaced where it is as an earlier build wrote it. Where somebody has changed it since, or has put there what
 * no build wrote, it stays. Where the record of what was written is gone, nothing says who wrote what: then all are replaced.
 * @param forced everything is replaced
 */
export async function planSite(folder: string, files: readonly SiteFile[], forced = false): Promise<SitePlan> {
  const before = await readRecord(folder);
  // By what it is, not by where: on some machines two names are one file.
  const written = new Set([...before.values()].flatMap((hashes) => [...hashes]));
  const [write, kept, lost]: [SiteFile[], string[], string[]] = [[], [], []];
  for (const file of files) {
    const { path, content } = file;
    const there = await readPlain(folder, path);
    const hash = there && hashOf(there);
    const known = hash === null || hash === hashOf(content) || written.has(hash);
    if (!known && !forced && before.size > 0) {
      kept.push(path);
      continue;
    }
    write.push(file);
    if (!known) lost.push(path);
  }
  return { folder, before, write, kept, lost, stale: await findStale(folder, before, new Set(files.map(({ path }) => path))), forced };
}

/** Where the pages of named views lie, each in a folder of its own. */
const VIEWS = "view";

async function findStale(folder: string, before: SiteRecord, now: ReadonlySet<string>): Promise<readonly string[]> {
  const names: string[] = await readdir(join(folder, VIEWS)).catch(() => []);
  const stale: string[] = [];
  for (const path of names.sort().map((name) => `${VIEWS}/${name}/index.html`)) {
    const page = now.has(path) ? null : await readPlain(folder, path);
    // What is as the record says is deleted, so it is not left over.
    if (page !== null && before.get(path)?.has(hashOf(page)) !== true && Buffer.from(page).includes(GENERATOR)) stale.push(path);
  }
  return stale;
}

/** What the owner has to know of it, for stderr. */
export function formatPlan({ before, kept, lost, stale, forced }: SitePlan): string[] {
  const why = (path: string): string => (before.has(path) ? "changed since the last build" : "not written by build");
  return [
    ...kept.map((path) => `warning ${path}: ${why(path)}, so it was kept as it is`),
    ...(kept.length === 0 ? [] : [`  the rest of the site is new; add --force to replace ${kept.length === 1 ? "this file" : "these files"}, too`]),
    ...(forced || lost.length === 0 ? [] : [`warning ${RECORD_FILE}: the record of the last build is gone, so changes made by hand could not be told from it; replaced ${lost.join(", ")}`]),
    ...stale.map((path) => `warning ${path}: a page of an earlier build, and none of this one; delete it if nothing is to lead there`),
  ];
}
