import { BIDI_CONTROL } from "../lib/characters.js";
import { showText } from "../lib/show.js";
import type { Pieces } from "./checkPieces.js";
import type { Report } from "./checkReport.js";
import { toSafeUrl } from "./links.js";

/** An opening or closing tag. One pass: it never looks beyond the next "<". */
const TAG = /<\/?[A-Za-z][^<>]*>/;

/** Links that would not become one, texts that look like HTML, and texts that turn what stands beside them around. */
export function checkTexts(pieces: Pieces, report: Report): void {
  for (const { value, path } of pieces.links) checkLink(value.url, `${path}.url`, report);
  for (const fact of pieces.facts) for (const { value, path } of fact.evidence) checkLink(value.url, `${path}.url`, report);

  const shown = (part: object, keys: readonly string[], path: string): void => {
    for (const [key, value] of Object.entries(part)) if (keys.includes(key) && typeof value === "string") checkText(value, `${path}.${key}`, report);
  };
  if (pieces.person !== null) shown(pieces.person.value, ["headline", "name", "summary", "location"], pieces.person.path);
  for (const { value, path } of [...pieces.links, ...pieces.domains, ...pieces.skills]) shown(value, ["label"], path);
  if (pieces.activity !== null) shown(pieces.activity.value, ["unit", "source"], pieces.activity.path);
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
    code: "link", path, message: `${showText(url)} cannot become a link; only whole http, https and mailto addresses do`,
    hint: bare ? `write ${showText(whole)}` : "use https://…, or remove it; addresses have no blanks, user names or invisible characters",
  }));
}

function checkText(text: string, path: string, report: Report): void {
  const tag = TAG.exec(text)?.[0];
  if (tag !== undefined) {
    report.warning(() => ({ code: "html", path, message: `the text has ${showText(tag)} in it, which will be shown as it stands`, hint: "write plain text" }));
  }
  const control = BIDI_CONTROL.exec(text)?.[0];
  if (control !== undefined) {
    report.warning(() => ({ code: "bidi-control", path, message: `the text has the invisible character ${showText(control)} in it, after which words are shown in another order`, hint: "remove it; letters know their own direction" }));
  }
}
