import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { renderPage } from "../../prerender/renderPage.js";
import { fail, type Command, type Outcome } from "../command.js";
import { formatCounts, formatIssue } from "../print.js";
import { readCareer } from "../readCareer.js";
import { readAsOf } from "../siteOptions.js";
import { findTemplate } from "../template.js";

export const buildCommand: Command = {
  name: "build",
  usage: "FILE -o DIR [--as-of YYYY-MM-DD]",
  summary: "Make a complete static site from one career.json",
  options: { out: { type: "string", short: "o" }, "as-of": { type: "string" } },
  run: async ({ positionals, values }) => {
    const [file] = positionals;
    const { out } = values;
    if (file === undefined || positionals.length > 1 || typeof out !== "string") return fail("build takes one file and a folder: build career.json -o site");
    return buildSite(file, out, typeof values["as-of"] === "string" ? values["as-of"] : undefined);
  },
};

/** Writes the site; with errors in the file nothing is written. */
export async function buildSite(file: string, out: string, asOfText: string | undefined): Promise<Outcome> {
  const asOf = readAsOf(asOfText);
  if (asOf === null) return fail(`cannot read "${asOfText ?? ""}" as a date at --as-of; use YYYY-MM-DD`);
  const template = await findTemplate();
  if (template === null) return fail("the app is not built yet; run npm run build first");
  const career = await readCareer(file);
  if (!career.read) return fail(career.message);
  const { result } = career;
  const messages = result.issues.flatMap(formatIssue);
  if (!result.ok) return { exitCode: 2, messages: [...messages, `${file}: ${formatCounts(result.issues.length, 0)}; nothing was written`] };

  const page = renderPage(result.value, { asOf, template: await readFile(join(template, "index.html"), "utf8") });
  // Assets have names from their content: old ones of an earlier build would only lie about.
  await rm(join(out, "assets"), { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await cp(template, out, { recursive: true, filter: (source) => !/(?:index\.html|README\.md)$/.test(source) });
  await writeFile(join(out, "index.html"), page.html);
  await writeFile(join(out, page.data.name), page.data.text);
  return { exitCode: 0, data: join(out, "index.html"), messages };
}
