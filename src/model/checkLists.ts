import { showText } from "../lib/show.js";
import type { Piece, Pieces } from "./checkPieces.js";
import type { Report } from "./checkReport.js";
import { toSafeUrl } from "./links.js";

/** Drawn and searched at once; beyond them a page is slow to open and no picture can be read. */
export const MANY_ACHIEVEMENTS = 1000;

/** Lists that are longer than a picture bears, and lists that name one thing twice. */
export function checkLists(pieces: Pieces, report: Report): void {
  const achievements = pieces.facts.filter(({ path, hidden }) => !hidden && !path.startsWith("person.")).length;
  if (achievements > MANY_ACHIEVEMENTS) {
    report.warning(() => ({ code: "many-achievements", path: "roles", message: `there are ${achievements} achievements; beyond ${MANY_ACHIEVEMENTS} the page is slow and the picture full`, hint: "leave the least important out, or make them private" }));
  }
  for (const { domains, skills, evidence } of pieces.facts) {
    checkTwice(domains, report);
    checkTwice(skills, report);
    checkTwice(addressesOf(evidence), report);
  }
  checkTwice(addressesOf(pieces.links), report);
  for (const { value: { filter }, path } of pieces.views) {
    for (const key of ["domains", "skills", "organizations"] as const) checkTwice((filter[key] ?? []).map((value, i) => ({ value, path: `${path}.filter.${key}[${i}]` })), report);
  }
}

function addressesOf(links: readonly Piece<{ readonly url: string }>[]): Piece<string>[] {
  return links.map(({ value: { url }, path }) => ({ value: toSafeUrl(url) ?? url, path: `${path}.url` }));
}

function checkTwice(references: readonly Piece<string>[], report: Report): void {
  const first = new Map<string, string>();
  for (const { value, path } of references) {
    const other = first.get(value);
    if (other === undefined) first.set(value, path);
    else report.warning(() => ({ code: "duplicate-reference", path, message: `${showText(value)} stands at ${other} already; it counts once`, hint: "remove one of them" }));
  }
}
