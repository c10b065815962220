import { showText, showValue } from "../../lib/show.js";
import { parsePartialDate } from "../../model/dates.js";
import type { CareerDocument, PersonDocument, RoleDocument } from "../../model/document.js";
import { toSafeUrl } from "../../model/links.js";
import { LONGEST_LIST } from "../../model/schemaParts.js";
import { isObject } from "../../model/schemaWalk.js";
import { isSameJson, said, valueOf, type JsonObject } from "./json.js";
import type { Part } from "./kept.js";
import { SILENT, type Note } from "./note.js";
import { readLine, readText } from "./readText.js";
import { sectionOf } from "./sections.js";

/** What `basics` says of a person; the headline may have to come from elsewhere. */
export interface Basics {
  readonly label: string | null;
  readonly name: string | null;
  readonly summary: string | null;
  readonly location: string | null;
  readonly links: readonly SourceLink[];
}
export interface SourceLink {
  readonly label: string;
  readonly url: string;
  /** `url`, `profiles[2].url` */
  readonly place: string;
}

export function readBasics(basics: JsonObject, note: Note): Basics {
  return {
    label: readLine(valueOf(basics, "label"), note, "label"),
    name: readLine(valueOf(basics, "name"), note, "name"),
    summary: readText(valueOf(basics, "summary"), note, "summary"),
    location: readLocation(valueOf(basics, "location"), note),
    links: readLinks(basics, note),
  };
}

/** Town, region and country. Street and postal code are nobody's business, so they are kept and never shown. */
function readLocation(value: unknown, note: Note): string | null {
  if (!isObject(value)) return readLine(value, note, "location");
  const parts = ["city", "region", "countryCode"].flatMap((key) => readLine(valueOf(value, key), note, `location.${key}`) ?? []);
  return parts.length === 0 ? null : readLine(parts.join(", "), note, "location");
}

/** The person's page, then the profiles, each address once. What the allow-list refuses stays a word in the file. */
function readLinks(basics: JsonObject, note: Note): SourceLink[] {
  const links = new Map<string, SourceLink>();
  const add = (label: string | null, url: unknown, place: string): void => {
    const written = readText(url, note, place);
    if (written === null) return;
    // One that had to be shortened or mended is another address.
    const safe = written === url ? toSafeUrl(written) : null;
    if (safe === null) note("link", place, `${showText(written)} cannot become a link; only whole http, https and mailto addresses do`, "write it out, as https://example.org/me");
    else if (!links.has(safe)) links.set(safe, { label: label ?? hostOf(safe), url: safe, place });
  };
  // "website" is its name from before version 1.0.0.
  for (const key of ["url", "website"]) add(null, valueOf(basics, key), key);
  const profiles = valueOf(basics, "profiles");
  if (profiles !== undefined && profiles !== null && !Array.isArray(profiles)) note("type", "profiles", `expected a list [ … ], found ${showValue(profiles)}`, "put it in square brackets, also when it is only one");
  for (const [i, profile] of (Array.isArray(profiles) ? profiles : []).entries()) {
    const place = `profiles[${i}]`;
    if (!isObject(profile)) note("type", place, `expected an object { … }, found ${showValue(profile)}`, "it is kept in the file and not shown");
    else add(readLine(valueOf(profile, "network"), note, `${place}.network`) ?? readLine(valueOf(profile, "username"), note, `${place}.username`), valueOf(profile, "url"), `${place}.url`);
  }
  return [...links.values()].slice(0, LONGEST_LIST);
}

/** The address without its ends, where nothing else names it. */
function hostOf(url: string): string {
  const host = url.replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/i, "").split(/[/?#]/)[0] ?? "";
  return readLine(host, SILENT, "") ?? readLine(url, SILENT, "") ?? "https";
}

/** For a résumé without a label: the title of the latest work, an ongoing one before all others; else the name. */
export function headlineWithout(roles: readonly RoleDocument[], name: string | undefined): string | null {
  const ends = ({ start, end }: RoleDocument): readonly [number, number] => [end === null ? Number.POSITIVE_INFINITY : (parsePartialDate(end)?.to ?? 0), parsePartialDate(start)?.from ?? 0];
  let latest: { readonly title: string; readonly ends: readonly [number, number] } | null = null;
  for (const role of roles) {
    if (sectionOf(role) !== "work") continue;
    const [to, from] = ends(role);
    if (latest === null || to > latest.ends[0] || (to === latest.ends[0] && from > latest.ends[1])) latest = { title: role.title, ends: [to, from] };
  }
  return latest?.title ?? name ?? null;
}

const NO_LINKS: NonNullable<PersonDocument["links"]> = [];
const linksOf = ({ person }: CareerDocument): NonNullable<PersonDocument["links"]> => person.links ?? NO_LINKS;

/** How a person says what `basics` says. */
export const BASICS_PARTS: readonly Part<CareerDocument>[] = [
  { keys: ["name"], write: ({ person }) => said("name", person.name), isStill: ({ person }, source) => readLine(valueOf(source, "name"), SILENT, "name") === (person.name ?? null) },
  {
    keys: ["label"],
    write: ({ person, roles }) => (person.headline === headlineWithout(roles, person.name) ? {} : { label: person.headline }),
    isStill: ({ person, roles }, source) => (readLine(valueOf(source, "label"), SILENT, "label") ?? headlineWithout(roles, person.name)) === person.headline,
  },
  { keys: ["url", "website", "profiles"], write: (document) => writeLinks(linksOf(document)), isStill: (document, source) => isSameJson(readLinks(source, SILENT).map(({ label, url }) => ({ label, url })), linksOf(document)) },
  { keys: ["summary"], write: ({ person }) => said("summary", person.summary), isStill: ({ person }, source) => readText(valueOf(source, "summary"), SILENT, "summary") === (person.summary ?? null) },
  {
    keys: ["location"],
    write: ({ person }) => (person.location === undefined ? {} : { location: { city: person.location } }),
    isStill: ({ person }, source) => readLocation(valueOf(source, "location"), SILENT) === (person.location ?? null),
  },
];

function writeLinks(links: NonNullable<PersonDocument["links"]>): JsonObject {
  const [home] = links;
  const isHome = home !== undefined && home.label === hostOf(home.url);
  const profiles = (isHome ? links.slice(1) : links).map(({ label, url }) => ({ network: label, url }));
  return { ...(isHome ? { url: home.url } : {}), ...(profiles.length === 0 ? {} : { profiles }) };
}
