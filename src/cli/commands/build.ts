import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { renderPage } from "../../prerender/renderPage.js";
import { fail, type Command, type Outcome } from "../command.js";
import { formatCounts, formatIssue } from "../print.js";
import { readCareer } from "../readCareer.js";
import { inspectFolder, isSameFile, removeOldAssets } from "../siteFolder.js";
import { readAsOf } from "../siteOptions.js";
import { findTemplate } from "../template.js";

export interface SiteOptions {
  /** As typed; without it, today. */
  readonly asOf: string | undefined;
  /** Write into a folder that no build has made, too. Nothing in it is deleted; what has a name of ours is overwritten. */
  readonly force: boolean;
}

export const buildCommand: Command = {
  name: "build",
  usage: "FILE -o DIR [--as-of YYYY-MM-DD] [--force]",
  summary: "Make a complete static site from one career.json",
  options: { out: { type: "string", short: "o" }, "as-of": { type: "string" }, force: { type: "boolean" } },
  run: async ({ positionals, values }) => {
    const [file] = positionals;
    const { out } = values;
    if (file === undefined || positionals.length > 1 || typeof out !== "string" || out === "") return fail("build takes one file and a folder: build career.json -o site");
    return buildSite(file, out, readSiteOptions(values));
  },
};

/** What `build` and `serve` have in common. */
export function readSiteOptions(values: Parameters<Command["run"]>[0]["values"]): SiteOptions {
  return { asOf: typeof values["as-of"] === "string" ? values["as-of"] : undefined, force: values["force"] === true };
}

/** Writes the site; with errors in the file, or in a folder that is somebody else's, nothing is written. */
export async function buildSite(file: string, out: string, options: SiteOptions): Promise<Outcome> {
  const day = readAsOf(options.asOf);
  if (typeof day === "string") return fail(day);
  const template = await findTemplate();
  if (template === null) return fail("the app is not built yet; run npm run build first");
  const folder = await inspectFolder(out);
  if (folder === "no folder") return fail(`${out} is a file, not a folder`);
  if (folder === "somebody's" && !options.force) return fail(`${out} is not empty and was not made by build; choose another folder or add --force`);
  const career = await readCareer(file, day.asOf);
  if (!career.read) return fail(career.message);
  const { result } = career;
  const messages = [...day.messages, ...result.issues.flatMap(formatIssue)];
  if (!result.ok) return { exitCode: 2, messages: [...messages, `${file}: ${formatCounts(result.issues.length, 0)}; nothing was written`] };

  const page = renderPage(result.value, { asOf: day.asOf, template: await readFile(join(template, "index.html"), "utf8") });
  const dataFile = join(out, page.data.name);
  // What is published lacks what is private, and would take the place of what it was made from.
  if (await isSameFile(file, dataFile)) return fail(`${dataFile} is the file to build from, and would be overwritten; choose another folder`);
  await removeOldAssets(out);
  await mkdir(out, { recursive: true });
  await cp(template, out, { recursive: true, filter: (source) => !/(?:index\.html|README\.md)$/.test(source) });
  await writeFile(join(out, "index.html"), page.html);
  await writeFile(dataFile, page.data.text);
  return { exitCode: 0, data: join(out, "index.html"), messages };
}
