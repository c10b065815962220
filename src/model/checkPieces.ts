import { formatPath, type PathSegment } from "../lib/show.js";
import type { AchievementDocument, ActivityDocument, ActivitySeriesDocument, ClaimDocument, DomainDocument, Evidence, Metric, PersonDocument, RoleDocument, SkillDocument, ViewDocument } from "./document.js";
import { isObject } from "./schemaWalk.js";

/** A part of a document and where it stands. */
export interface Piece<T> {
  readonly path: string;
  readonly value: T;
}

/** What states facts: an achievement or a claim. Parts are here even where the whole is not sound. */
export interface FactPiece {
  readonly path: string;
  readonly id: string | null;
  /** null where its shape is at fault. */
  readonly value: AchievementDocument | ClaimDocument | null;
  /** Where its shape is sound; null for a claim. */
  readonly role: RoleDocument | null;
  /** It or its role is private. */
  readonly hidden: boolean;
  readonly text: string | null;
  readonly domains: readonly Piece<string>[];
  readonly skills: readonly Piece<string>[];
  readonly metrics: readonly Piece<Metric>[];
  readonly evidence: readonly Piece<Evidence>[];
}

export interface Pieces {
  /** Nothing had to be left out, so that what is not here is nowhere. */
  readonly complete: boolean;
  readonly person: Piece<PersonDocument> | null;
  readonly links: readonly Piece<{ readonly label: string; readonly url: string }>[];
  readonly domains: readonly Piece<DomainDocument>[];
  readonly skills: readonly Piece<SkillDocument>[];
  readonly roles: readonly Piece<RoleDocument>[];
  readonly views: readonly Piece<ViewDocument>[];
  readonly facts: readonly FactPiece[];
  readonly activity: Piece<ActivityDocument> | null;
  readonly series: readonly Piece<ActivitySeriesDocument>[];
  /** Every id there is, those of unsound parts too: what refers to them is not at fault. */
  readonly ids: {
    readonly domains: readonly Piece<string>[];
    readonly skills: readonly Piece<string>[];
    readonly roles: readonly Piece<string>[];
    readonly views: readonly Piece<string>[];
  };
}

/** Lists whose entries are parts of their own, by the key their holder stands under. */
const PARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["", ["domains", "skills", "roles", "views"]],
  ["roles", ["achievements"]],
  ["achievements", ["metrics", "evidence"]],
  ["person", ["claims", "links"]],
  ["claims", ["metrics", "evidence"]],
  ["activity", ["series"]],
]);

/** The smallest part that a fault lies in: for `roles[0].achievements[1].title` that is `roles[0].achievements[1]`. */
function ownerOf(fault: readonly PathSegment[]): string {
  let holder = "";
  let length = 0;
  if (fault[0] === "person" || fault[0] === "activity") [holder, length] = [fault[0], 1];
  for (;;) {
    const [key, index] = [fault[length], fault[length + 1]];
    if (typeof key !== "string" || typeof index !== "number" || PARTS.get(holder)?.includes(key) !== true) break;
    holder = key;
    length += 2;
  }
  return formatPath(fault.slice(0, length));
}

/**
 * Takes a document apart, leaving out what is at fault in its shape, so that the other checks can say all they have
 * to say at once and need not doubt what they are given.
 * @param faults the places that `checkStructure` gave
 */
export function collectPieces(tree: unknown, faults: readonly (readonly PathSegment[])[]): Pieces {
  const unsound = new Set(faults.map(ownerOf));
  // A list that is at fault itself (too long) was not looked into: nothing in it is sound.
  const places = new Set(faults.map(formatPath));
  const checked = (value: unknown, path: string): Piece<unknown>[] => (places.has(path) ? [] : entriesOf(value, path));
  const root = isObject(tree) ? tree : {};
  // Safe: a part that the schema found no fault in has the type that the schema stands for; a test compares the two.
  const sound = <T>(entries: readonly Piece<unknown>[]): Piece<T>[] => entries.filter((entry) => !unsound.has(entry.path)) as Piece<T>[];

  const roles = checked(root["roles"], "roles");
  const person: Piece<unknown> = { path: "person", value: root["person"] };
  const activity: Piece<unknown> = { path: "activity", value: root["activity"] };
  const facts: FactPiece[] = [];
  const addFact = (entry: Piece<unknown>, role: RoleDocument | null, hidden: boolean): void => {
    const value = isObject(entry.value) ? entry.value : {};
    facts.push({
      path: entry.path,
      id: typeof value["id"] === "string" ? value["id"] : null,
      value: sound<AchievementDocument | ClaimDocument>([entry])[0]?.value ?? null,
      role,
      hidden: hidden || value["visibility"] === "private",
      text: typeof value["text"] === "string" ? value["text"] : null,
      domains: textsOf(value["domains"], `${entry.path}.domains`),
      skills: textsOf(value["skills"], `${entry.path}.skills`),
      metrics: sound(checked(value["metrics"], `${entry.path}.metrics`)),
      evidence: sound(checked(value["evidence"], `${entry.path}.evidence`)),
    });
  };
  for (const claim of checked(fieldOf(person.value, "claims"), "person.claims")) addFact(claim, null, false);
  for (const role of roles) {
    const document = sound<RoleDocument>([role])[0]?.value ?? null;
    const hidden = fieldOf(role.value, "visibility") === "private";
    for (const entry of checked(fieldOf(role.value, "achievements"), `${role.path}.achievements`)) addFact(entry, document, hidden);
  }
  return {
    complete: faults.length === 0,
    person: isObject(person.value) ? sound<PersonDocument>([person])[0] ?? null : null,
    links: sound(checked(fieldOf(person.value, "links"), "person.links")),
    domains: sound(checked(root["domains"], "domains")),
    skills: sound(checked(root["skills"], "skills")),
    roles: sound(roles),
    views: sound(checked(root["views"], "views")),
    facts,
    activity: isObject(activity.value) ? sound<ActivityDocument>([activity])[0] ?? null : null,
    series: sound(checked(fieldOf(activity.value, "series"), "activity.series")),
    ids: {
      domains: idsOf(entriesOf(root["domains"], "domains"), "id"),
      skills: idsOf(entriesOf(root["skills"], "skills"), "id"),
      roles: idsOf(entriesOf(root["roles"], "roles"), "id"),
      views: idsOf(entriesOf(root["views"], "views"), "slug"),
    },
  };
}

function fieldOf(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

function entriesOf(value: unknown, path: string): Piece<unknown>[] {
  return Array.isArray(value) ? value.map((entry: unknown, i) => ({ path: `${path}[${i}]`, value: entry })) : [];
}

function textsOf(value: unknown, path: string): Piece<string>[] {
  return entriesOf(value, path).filter((entry): entry is Piece<string> => typeof entry.value === "string");
}

function idsOf(entries: readonly Piece<unknown>[], key: string): Piece<string>[] {
  return entries
    .map((entry) => ({ path: `${entry.path}.${key}`, value: fieldOf(entry.value, key) }))
    .filter((entry): entry is Piece<string> => typeof entry.value === "string");
}
