import { nearest } from "../../lib/nearest.js";
import { err, ok, type Result } from "../../lib/result.js";
import { formatPath, showText, showValue } from "../../lib/show.js";
import { createReport } from "../../model/checkReport.js";
import { parseJsonTree } from "../../model/parseCareer.js";
import { isObject } from "../../model/schemaWalk.js";
import { LANGUAGE_NAMES } from "./languages.js";
import { KINDS, type Kind, type Target, type Terms } from "./terms.js";

/** What the files of a repository count for. */
export interface ActivityMap {
  /** Folders and files, without a slash at either end; null = left out. */
  readonly paths: ReadonlyMap<string, Target | null>;
  /** Ends with their dot (".go", ".d.ts") and whole names ("dockerfile"), in lower case; null = left out. */
  readonly extensions: ReadonlyMap<string, Target | null>;
}

const PARTS = ["paths", "extensions"] as const;

/** The languages that the career knows as skills. */
export function createLanguageMap(terms: Terms): ActivityMap {
  const extensions = new Map<string, Target | null>();
  for (const [end, names] of LANGUAGE_NAMES) {
    const skill = names.map((name) => terms.find("skill", name)).find((id) => id !== null) ?? null;
    if (skill !== null) extensions.set(end, { skill, domain: null });
  }
  return { paths: new Map(), extensions };
}

/**
 * Reads the owner's map, `{ "paths": { "src/payments/": "payments" }, "extensions": { ".go": "go" } }`, on top of the
 * languages. A path names a domain, else a skill; an extension a skill, else a domain; "skill:…" and "domain:…" say which.
 * null leaves files out. Never throws.
 */
export function readActivityMap(text: string, terms: Terms): Result<ActivityMap> {
  const tree = parseJsonTree(text);
  if (!tree.ok) return tree;
  if (!isObject(tree.value)) {
    return err([{ severity: "error", code: "not-an-object", path: "", message: `a map is an object { … }, found ${showValue(tree.value)}`, hint: 'write { "paths": { "src/payments/": "payments" } }' }]);
  }
  const report = createReport();
  const languages = createLanguageMap(terms);
  const map = { paths: new Map(languages.paths), extensions: new Map(languages.extensions) };
  for (const [part, entries] of Object.entries(tree.value)) {
    const known = PARTS.find((each) => each === part);
    if (known === undefined) {
      const near = nearest(part, PARTS);
      report.warning(() => ({ code: "unknown-key", path: formatPath([part]), message: `the key ${showText(part)} is not read`, hint: near === null ? 'a map has "paths" and "extensions"' : `did you mean "${near}"?` }));
    } else if (!isObject(entries)) {
      report.error(() => ({ code: "type", path: part, message: `expected an object { … }, found ${showValue(entries)}`, hint: 'write { "src/payments/": "payments" }' }));
    } else {
      for (const [name, value] of Object.entries(entries)) {
        const kinds: Kinds = known === "paths" ? ["domain", "skill"] : ["skill", "domain"];
        const target = readTarget(value, kinds, terms);
        if (target === undefined) report.error(() => ({ code: "unknown-term", path: formatPath([part, name]), message: `expected the id of a skill or a domain, or null; found ${showValue(value)}`, hint: targetHint(value, kinds, terms) }));
        else map[known].set(known === "paths" ? toPath(name) : name.toLowerCase(), target);
      }
    }
  }
  return report.hasErrors() ? err(report.issues()) : ok(map, [...report.issues(), ...tree.issues]);
}

/** Which is looked for first. */
type Kinds = readonly [Kind, Kind];

/** The kinds that are meant, and the name without what said so. */
function readName(value: string, kinds: Kinds): readonly [name: string, kinds: readonly Kind[]] {
  const said = KINDS.find((kind) => value.startsWith(`${kind}:`));
  return said === undefined ? [value, kinds] : [value.slice(said.length + 1), [said]];
}

/** @returns undefined where it names nothing */
function readTarget(value: unknown, kinds: Kinds, terms: Terms): Target | null | undefined {
  if (value === null) return null;
  if (typeof value !== "string") return undefined;
  const [name, meant] = readName(value, kinds);
  for (const kind of meant) {
    const id = terms.find(kind, name);
    if (id !== null) return { skill: null, domain: null, [kind]: id };
  }
  return undefined;
}

function targetHint(value: unknown, kinds: Kinds, terms: Terms): string {
  if (typeof value !== "string") return 'write its id in double quotes, as "payments"';
  const [name, meant] = readName(value, kinds);
  const hints = meant.map((kind) => terms.hint(kind, name));
  return hints.find((hint) => hint.startsWith("did you mean")) ?? hints[0] ?? "";
}

const toPath = (written: string): string => written.replaceAll("\\", "/").replace(/^(?:\.?\/)+/, "").replace(/\/$/, "");

/**
 * What a file counts for: by the longest path that it lies in, and by its end; what the path says comes first.
 * @returns null where it is left out or nothing is known of it
 */
export function targetOf({ paths, extensions }: ActivityMap, file: string): Target | null {
  const byPath = longest(paths, file);
  const byEnd = byExtension(extensions, file.slice(file.lastIndexOf("/") + 1).toLowerCase());
  if (byPath === null || byEnd === null) return null;
  const target: Target = { skill: byPath?.skill ?? byEnd?.skill ?? null, domain: byPath?.domain ?? byEnd?.domain ?? null };
  return target.skill === null && target.domain === null ? null : target;
}

/** Deeper folders are given up: no repository has them, and each costs a piece of text. */
const DEEPEST = 100;

function longest(paths: ActivityMap["paths"], file: string): Target | null | undefined {
  if (paths.size === 0) return undefined;
  let path = file;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const found = paths.get(path);
    if (found !== undefined) return found;
    const slash = path.lastIndexOf("/");
    if (slash < 0) break;
    path = path.slice(0, slash);
  }
  // "" is everything.
  return paths.get("");
}

/** The whole name first, then the longest end: ".d.ts" before ".ts". */
function byExtension(extensions: ActivityMap["extensions"], name: string): Target | null | undefined {
  const whole = extensions.get(name);
  if (whole !== undefined) return whole;
  const dots = [name.lastIndexOf(".")];
  for (let dot = dots[0] ?? -1; dot > 0 && dots.length < 4; ) {
    dot = name.lastIndexOf(".", dot - 1);
    if (dot >= 0) dots.push(dot);
  }
  return dots.reverse().map((dot) => (dot < 0 ? undefined : extensions.get(name.slice(dot)))).find((found) => found !== undefined);
}
