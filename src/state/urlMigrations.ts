/** One parameter of our own. The name is decoded; the value is as it stands in the link, so `%2C` is not yet a comma. */
export interface UrlParam {
  readonly name: string;
  readonly value: string;
}

/** One step from a version of our links to the next. A published one never changes: links that need it are out there. */
export interface UrlMigration {
  /** Names that the older version used and the newer does not. They stop being ours with that version. */
  readonly retires: readonly string[];
  readonly apply: (params: readonly UrlParam[]) => readonly UrlParam[];
}

/**
 * Entry 0 leads from version 1 to 2, and so on; the version that links are written in is one more than there are entries.
 *
 * When the meaning or name of a parameter changes: append a step here and a link of the older version to the list in
 * `tests/state/urlMigrations.test.ts`. A new parameter with a default needs no step.
 */
export const URL_MIGRATIONS: readonly UrlMigration[] = Object.freeze([]);

/** The version that links are written in. 1 is never written down: a link without `v` is of version 1 for ever. */
export const currentVersion = (migrations: readonly UrlMigration[]): number => migrations.length + 1;

/** Our parameters of an older link as the current version writes them. A newer link is left as it is. */
export function migrateParams(params: readonly UrlParam[], version: number, migrations: readonly UrlMigration[]): readonly UrlParam[] {
  return migrations.slice(version - 1).reduce((current, { apply }) => apply(current), params);
}

/** The names that were ours in `version` and no longer are. */
export function retiredNames(version: number, migrations: readonly UrlMigration[]): ReadonlySet<string> {
  return new Set(migrations.slice(version - 1).flatMap(({ retires }) => retires));
}
