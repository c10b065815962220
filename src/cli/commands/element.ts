import { createSite } from "../../prerender/site.js";
import { renderElement } from "../../prerender/renderElement.js";
import { fail, type Command } from "../command.js";
import { formatIssue } from "../print.js";
import { readCareer } from "../readCareer.js";
import { readAddress, readAsOf } from "../siteOptions.js";

export const elementCommand: Command = {
  name: "element",
  usage: "FILE --url https://… [--chrome none|filters] [--theme light|dark] [--as-of YYYY-MM-DD]",
  summary: "Print the element with its picture in it, for pages that a server writes; --url is where the site is published",
  options: { url: { type: "string" }, chrome: { type: "string" }, theme: { type: "string" }, "as-of": { type: "string" } },
  run: async ({ positionals, values }) => {
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) return fail("element takes one file: element career.json --url https://example.org/career/");
    const typed = (name: string): string | undefined => (typeof values[name] === "string" ? values[name] : undefined);
    const address = readAddress(typed("url"), undefined);
    if (typeof address === "string") return fail(address);
    if (address.url === null) return fail("element needs --url, the address of the published site: data, styles and script come from there");
    const chrome = typed("chrome") ?? "filters";
    if (chrome !== "none" && chrome !== "filters") return fail(`--chrome takes none or filters, found "${chrome}"`);
    const theme = typed("theme") ?? null;
    if (theme !== null && theme !== "light" && theme !== "dark") return fail(`--theme takes light or dark, found "${theme}"; without it the host's page decides`);
    const day = readAsOf(typed("as-of"));
    if (typeof day === "string") return fail(day);
    const career = await readCareer(file, day.asOf);
    if (!career.read) return fail(career.message);
    const messages = [...day.messages, ...career.result.issues.flatMap(formatIssue)];
    if (!career.result.ok) return { exitCode: 2, messages };
    const site = createSite(career.result.value, { asOf: day.asOf, template: "", address });
    return { exitCode: 0, data: renderElement(site, { url: address.url, chrome, theme }).trimEnd(), messages };
  },
};
