import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createSite, type SiteAddress } from "../../prerender/site.js";
import { fail, type Command, type Outcome, type Progress } from "../command.js";
import { drawSite } from "../drawSite.js";
import { formatPlan, planSite } from "../planSite.js";
import { formatCounts, formatIssue } from "../print.js";
import { readCareer } from "../readCareer.js";
import { inspectFolder } from "../siteFolder.js";
import { readAddress, readAsOf, readTitle } from "../siteOptions.js";
import { findApp } from "../template.js";
import { checkViewFolders } from "../viewFolders.js";
import { describeWriteError, findSameFile, readAppFiles, writeSite } from "../writeSite.js";

const WITHOUT_URL = "without --url the site has no canonical address, no preview picture, no oEmbed and no sitemap, since these need absolute addresses; add --url https://… when you know where it will be";

/** In a site: the facts, without what is private. What they are made from is often called the same. */
const PUBLISHED = "career.json";

export interface SiteOptions {
  /** As typed; without it, today. */
  readonly asOf: string | undefined;
  /** As typed; without it, what the career says. */
  readonly title: string | undefined;
  /** Write into a folder that no build has made, too, and over files that somebody has changed. Only what is as a build wrote it is ever deleted. */
  readonly force: boolean;
  readonly address: SiteAddress;
}

export const buildCommand: Command = {
  name: "build",
  usage: "FILE -o DIR [--url https://…] [--base /path/] [--title TEXT] [--as-of YYYY-MM-DD] [--force]",
  summary: "Make a complete static site from one career.json",
  options: { out: { type: "string", short: "o" }, url: { type: "string" }, base: { type: "string" }, title: { type: "string" }, "as-of": { type: "string" }, force: { type: "boolean" } },
  run: async ({ positionals, values, progress }) => {
    const [file] = positionals;
    const { out } = values;
    if (file === undefined || positionals.length > 1 || typeof out !== "string" || out === "") return fail("build takes one file and a folder: build career.json -o site");
    const address = readAddress(typed(values["url"]), typed(values["base"]));
    if (typeof address === "string") return fail(address);
    const built = await buildSite(file, out, { ...readSiteOptions(values), address }, progress);
    return address.url === null && built.exitCode === 0 ? { ...built, messages: [...built.messages, WITHOUT_URL] } : built;
  },
};

const typed = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** What `build` and `serve` have in common. */
export function readSiteOptions(values: Parameters<Command["run"]>[0]["values"]): Omit<SiteOptions, "address"> {
  return { asOf: typed(values["as-of"]), title: typed(values["title"]), force: values["force"] === true };
}

/** Writes the site; with errors in the file, or in a folder that is somebody else's, nothing is written. */
export async function buildSite(file: string, out: string, options: SiteOptions, progress?: Progress): Promise<Outcome> {
  const day = readAsOf(options.asOf);
  if (typeof day === "string") return fail(day);
  const title = readTitle(options.title);
  if (typeof title === "string") return fail(title);
  const app = await findApp();
  if (app === null) return fail("the app is not built yet; run npm run build first");
  const folder = await inspectFolder(out);
  if (folder === "no folder") return fail(`${out} is a file, or in a file, not a folder`);
  if (folder === "closed") return fail(`${out} may not be read; choose another folder`);
  if (folder === "somebody's" && !options.force) return fail(`${out} is not empty and was not made by build; choose another folder or add --force`);
  const career = await readCareer(file, day.asOf);
  if (!career.read) return fail(career.message);
  const { result } = career;
  const messages = [...day.messages, ...result.issues.flatMap(formatIssue)];
  const refuse = (count: number): Outcome => ({ exitCode: 2, messages: [...messages, `${file}: ${formatCounts(count, 0)}; nothing was written`] });
  if (!result.ok) return refuse(result.issues.length);

  const clashes = checkViewFolders(result.value.views ?? []);
  if (clashes.length > 0) {
    messages.push(...clashes.flatMap(formatIssue));
    return refuse(clashes.length);
  }
  const site = createSite(result.value, { asOf: day.asOf, template: await readFile(join(app.template, "index.html"), "utf8"), address: options.address, ...title });
  const drawn = await drawSite(site, app, progress);
  const files = [...(await readAppFiles(app)), ...drawn.files];
  // What is published lacks what is private, and would take the place of what it was made from.
  const same = await findSameFile(file, out, files);
  if (same !== null) return fail(`${same} is the file to build from, and would be overwritten; choose another folder`);
  const plan = await planSite(out, files, options.force);
  // What comes through a pipe has no name by which it could be found.
  if (file === "-" && plan.lost.includes(PUBLISHED)) return fail(`${join(out, PUBLISHED)} was not written by build, and may be what is built from; move it away, or choose another folder`);
  try {
    await writeSite(plan);
  } catch (error) {
    const problem = describeWriteError(error);
    if (problem === null) throw error;
    return fail(problem);
  }
  return { exitCode: 0, data: join(out, "index.html"), messages: [...messages, ...formatPlan(plan), ...drawn.messages] };
}
