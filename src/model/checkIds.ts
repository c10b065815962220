import { nearest } from "../lib/nearest.js";
import { showText } from "../lib/show.js";
import type { FactPiece, Piece, Pieces } from "./checkPieces.js";
import type { Report } from "./checkReport.js";
import { createOrganizations } from "./organizations.js";

/** Ids that stand twice, ids that nothing has, and ids that nobody uses. */
export function checkIds(pieces: Pieces, report: Report): void {
  const facts = pieces.facts.flatMap(({ id, path }): Piece<string>[] => (id === null ? [] : [{ path: `${path}.id`, value: id }]));
  checkDuplicates("domain", pieces.ids.domains, report);
  checkDuplicates("skill", pieces.ids.skills, report);
  checkDuplicates("role", pieces.ids.roles, report);
  checkDuplicates("view", pieces.ids.views, report);
  checkDuplicates("achievement or claim", facts, report);

  const domains = createTerms("domain", pieces.ids.domains, pieces.domains.map(({ value }) => [value.id, [value.label]]));
  const skills = createTerms("skill", pieces.ids.skills, pieces.skills.map(({ value }) => [value.id, [value.label, ...(value.aliases ?? [])]]));
  for (const fact of pieces.facts) {
    for (const use of fact.domains) checkUse(domains, use, report);
    for (const use of fact.skills) checkUse(skills, use, report);
  }
  const counted = (key: "domain" | "skill"): Piece<string>[] => pieces.series.flatMap(({ value, path }) => (value[key] === undefined ? [] : [{ path: `${path}.${key}`, value: value[key] }]));
  for (const use of counted("domain")) checkUse(domains, use, report);
  for (const use of counted("skill")) checkUse(skills, use, report);
  if (pieces.complete) {
    checkUnused(domains, pieces.facts.flatMap((fact) => fact.domains).concat(counted("domain")), report);
    checkUnused(skills, pieces.facts.flatMap((fact) => fact.skills).concat(counted("skill")), report);
  }
  checkViews(pieces, domains, skills, report);
  checkSameAs(pieces.facts, report);
}

function checkDuplicates(what: string, ids: readonly Piece<string>[], report: Report): void {
  const first = new Map<string, string>();
  for (const { value, path } of ids) {
    const other = first.get(value);
    if (other === undefined) first.set(value, path);
    else report.error(() => ({ code: "duplicate-id", path, message: `the ${what} id ${showText(value)} stands at ${other} already`, hint: "give one of them another id" }));
  }
}

/** What may be referred to. */
interface Terms {
  readonly what: "domain" | "skill" | "organization";
  readonly declared: readonly Piece<string>[];
  readonly known: ReadonlySet<string>;
  /** Lower-case labels and aliases, to the id that was meant by them. */
  readonly byName: ReadonlyMap<string, string>;
}

function createTerms(what: Terms["what"], declared: readonly Piece<string>[], names: readonly (readonly [string, readonly string[]])[]): Terms {
  return {
    what,
    declared,
    known: new Set(declared.map((id) => id.value)),
    byName: new Map(names.flatMap(([id, labels]) => labels.map((label): [string, string] => [label.toLowerCase(), id]))),
  };
}

function checkUse(terms: Terms, use: Piece<string>, report: Report): void {
  if (terms.known.has(use.value)) return;
  report.error(() => ({ code: `unknown-${terms.what}`, path: use.path, message: `no ${terms.what} has the id ${showText(use.value)}`, hint: hintFor(terms, use.value) }));
}

function hintFor(terms: Terms, used: string): string {
  const named = terms.byName.get(used.toLowerCase());
  if (named !== undefined) return `use its id "${named}"`;
  const near = nearest(used, terms.known);
  if (near !== null) return `did you mean "${near}"?`;
  const nearName = nearest(used.toLowerCase(), terms.byName.keys());
  if (nearName !== null) return `did you mean "${terms.byName.get(nearName) ?? ""}"?`;
  if (terms.what === "organization") return `use an organization's name in lower case with hyphens, as in its link`;
  return `declare it under "${terms.what}s", or remove it here`;
}

function checkUnused(terms: Terms, uses: readonly Piece<string>[], report: Report): void {
  // A label where an id belongs is an error already; nobody has to be told twice.
  const used = new Set(uses.map((use) => (terms.known.has(use.value) ? use.value : terms.byName.get(use.value.toLowerCase()))));
  for (const { value, path } of terms.declared) {
    if (used.has(value)) continue;
    report.warning(() => ({ code: `unused-${terms.what}`, path, message: `no achievement or claim names the ${terms.what} ${showText(value)}`, hint: "name it where it belongs, or remove it" }));
  }
}

function checkViews(pieces: Pieces, domains: Terms, skills: Terms, report: Report): void {
  const ids = [...createOrganizations(pieces.roles.map(({ value }) => value)).values()];
  const organizations = createTerms("organization", ids.map(({ id }) => ({ path: "roles", value: id })), ids.map(({ id, label }) => [id, [label]]));
  for (const { value: { filter }, path } of pieces.views) {
    filter.domains?.forEach((value, i) => checkUse(domains, { value, path: `${path}.filter.domains[${i}]` }, report));
    filter.skills?.forEach((value, i) => checkUse(skills, { value, path: `${path}.filter.skills[${i}]` }, report));
    // A role that is at fault itself may be the one that is meant, and it may have taken a number.
    if (pieces.complete) filter.organizations?.forEach((value, i) => checkUse(organizations, { value, path: `${path}.filter.organizations[${i}]` }, report));
  }
}

/** `sameAs` has to end at an achievement that is counted, or the fact would be nowhere. */
function checkSameAs(facts: readonly FactPiece[], report: Report): void {
  const byId = new Map(facts.flatMap((fact): [string, FactPiece][] => (fact.id === null ? [] : [[fact.id, fact]])));
  const circling = findCircles(byId);
  for (const fact of facts) {
    const target = fact.value?.sameAs;
    if (typeof target !== "string") continue;
    const path = `${fact.path}.sameAs`;
    const other = byId.get(target);
    if (other === undefined) {
      report.error(() => {
        const near = nearest(target, byId.keys());
        return { code: "unknown-same-as", path, message: `nothing has the id ${showText(target)}`, hint: near === null ? "name the id of an achievement, or remove sameAs" : `did you mean "${near}"?` };
      });
    } else if (isClaim(other)) {
      report.error(() => ({ code: "same-as-claim", path, message: "sameAs names a claim, and claims are not counted", hint: `put the sameAs on the claim ${showText(target)} instead` }));
    } else if (fact.id !== null && circling.has(fact.id)) {
      report.error(() => ({ code: "same-as-circle", path, message: "sameAs comes back to itself, so the fact would be counted nowhere", hint: "remove the sameAs of the one that should be counted" }));
    } else if (typeof other.value?.sameAs === "string") {
      report.warning(() => ({ code: "same-as-chain", path, message: "sameAs names an achievement that repeats another itself", hint: `name ${showText(other.value?.sameAs ?? "")}` }));
    } else if (other.hidden && !fact.hidden) {
      report.warning(() => ({ code: "same-as-private", path, message: "sameAs names a private achievement, so strangers see neither", hint: "make the other public, or remove sameAs here" }));
    }
  }
}

function isClaim(fact: FactPiece): boolean {
  return fact.path.startsWith("person.");
}

/** Ids whose `sameAs` never comes to an end. Each id is followed once: linear in the number of facts. */
function findCircles(byId: ReadonlyMap<string, FactPiece>): ReadonlySet<string> {
  const ends = new Map<string, boolean>();
  for (const start of byId.keys()) {
    const walked = new Set<string>();
    let id: string | null | undefined = start;
    while (typeof id === "string" && !ends.has(id) && !walked.has(id)) {
      walked.add(id);
      id = byId.get(id)?.value?.sameAs;
    }
    const end = typeof id !== "string" || (ends.get(id) ?? false);
    for (const each of walked) ends.set(each, end);
  }
  return new Set([...ends].filter(([, end]) => !end).map(([id]) => id));
}
