import { nearest } from "../lib/nearest.js";
import { err, ok, type Issue, type Result } from "../lib/result.js";
import { showText, showValue } from "../lib/show.js";

/** A parsed document of any version: an object, and no more is known. */
export type DocumentTree = Readonly<Record<string, unknown>>;

/** One step of the way from an old version to the current one. */
export interface Migration {
  readonly from: number;
  /** Greater than `from`. */
  readonly to: number;
  /** Gives a new tree and leaves the old one alone; keys it does not know stay. `version` is set for it. */
  readonly migrate: (tree: DocumentTree) => DocumentTree;
}

/** The version that `document.ts` and `schema.ts` describe. */
export const CURRENT_VERSION = 1;

/** Version 1 is the first that was published, so there is nothing to come from yet. */
export const MIGRATIONS: readonly Migration[] = [];

/**
 * Brings a document to the current version, step by step; one that is current comes back as it is, the same object.
 * A version that is missing, newer, or not on any way to the current one is an error.
 */
export function migrate(tree: DocumentTree, migrations: readonly Migration[] = MIGRATIONS, current = CURRENT_VERSION): Result<DocumentTree> {
  const version = Object.hasOwn(tree, "version") ? tree["version"] : undefined;
  if (version === undefined) return refuse("version-missing", 'the document has no "version"', missingHint(tree, current));
  if (typeof version !== "number" || !Number.isInteger(version) || version < 0) {
    return refuse("version-unreadable", `the version is ${showValue(version)}, expected a whole number`, `write "version": ${current}`);
  }
  if (version > current) {
    return refuse("version-newer", `the document has version ${version}; this program reads up to version ${current}`, "use a newer release of this program");
  }
  let [reached, moved] = [version, tree];
  while (reached < current) {
    const step = migrations.find((each) => each.from === reached && each.to > reached && each.to <= current);
    if (step === undefined) return refuse("version-unknown", `there is no way from version ${reached} to version ${current}`, `if it is a file of today's format, write "version": ${current}`);
    moved = { ...step.migrate(moved), version: step.to };
    reached = step.to;
  }
  return ok(moved);
}

function missingHint(tree: DocumentTree, current: number): string {
  const near = Object.keys(tree).slice(0, 100).find((key) => nearest(key, ["version"]) !== null);
  return near === undefined ? `add "version": ${current}` : `there is ${showText(near)}: write "version": ${current}`;
}

function refuse(code: string, message: string, hint: string): Result<never> {
  const issue: Issue = { severity: "error", code, path: "version", message, hint };
  return err([issue]);
}
