import { showText } from "../lib/show.js";
import type { Pieces } from "./checkPieces.js";
import type { Report } from "./checkReport.js";
import { toSafeUrl } from "./links.js";

/** An opening or closing tag. One pass: it never looks beyond the next "<". */
const TAG = /<\/?[A-Za-z][^<>]*>/;

/** Links that would not become one, and texts that look like HTML. */
export function checkTexts(pieces: Pieces, report: Report): void {
  for (const { value, path } of pieces.links) checkLink(value.url, `${path}.url`, report);
  for (const fact of pieces.facts) for (const { value, path } of fact.evidence) checkLink(value.url, `${path}.url`, report);

  const shown = (part: object, keys: readonly string[], path: string): void => {
    for (const [key, value] of Object.entries(part)) if (keys.includes(key)) checkTags(value, `${path}.${key}`, report);
  };
  if (pieces.person !== null) shown(pieces.person.value, ["headline", "name", "summary", "location"], pieces.person.path);
  for (const { value, path } of [...pieces.links, ...pieces.domains, ...pieces.skills]) shown(value, ["label"], path);
  for (const { value, path } of pieces.views) shown(value, ["title"], path);
  for (const { value, path } of pieces.roles) {
    shown(value, ["title", "organization", "location"], path);
    if (typeof value.organization === "object") shown(value.organization, ["label"], `${path}.organization`);
  }
  for (const fact of pieces.facts) {
    if (fact.value !== null) shown(fact.value, ["title", "short", "text"], fact.path);
    for (const { value, path } of fact.metrics) shown(value, ["of", "note", "unit", "per", "spec", "anchor", "baseline"], path);
    for (const { value, path } of fact.evidence) shown(value, ["title", "kind"], path);
  }
}

function checkLink(url: string, path: string, report: Report): void {
  if (toSafeUrl(url) !== null) return;
  const whole = `https://${url.replace(/^\/\//, "")}`;
  const bare = /^[\p{L}\p{N}-]+\.[^:@]*$/u.test(url.replace(/^\/\//, "")) && toSafeUrl(whole) !== null;
  report.error(() => ({
    code: "link", path, message: `${showText(url)} at ${path} cannot become a link; only whole http, https and mailto addresses do`,
    hint: bare ? `write ${showText(whole)}` : "use https://…, or remove it; addresses have no blanks, user names or invisible characters",
  }));
}

function checkTags(value: unknown, path: string, report: Report): void {
  const tag = typeof value === "string" ? TAG.exec(value)?.[0] : undefined;
  if (tag === undefined) return;
  report.warning(() => ({ code: "html", path, message: `the text at ${path} has ${showText(tag)} in it, which will be shown as it stands`, hint: "write plain text" }));
}
