import { showText, showValue } from "../../lib/show.js";
import type { EpochMs } from "../../lib/units.js";
import { parsePartialDate } from "../../model/dates.js";
import type { DateText, RoleDocument, RoleKind } from "../../model/document.js";
import { isObject } from "../../model/schemaWalk.js";
import { LONGEST_LIST } from "../../model/schemaParts.js";
import { isSameJson, said, valueOf, type JsonObject } from "./json.js";
import type { Part } from "./kept.js";
import { SILENT, type Note } from "./note.js";
import { isOngoing, readDate } from "./readDate.js";
import { readLine, readText } from "./readText.js";
import type { Section } from "./sections.js";

/** What an entry of a section says that a role says. */
export interface Entry {
  readonly title: string;
  readonly organization: string | null;
  readonly kind: RoleKind | undefined;
  readonly location: string | null;
  readonly start: DateText;
  readonly end: DateText | null;
  readonly highlights: readonly Highlight[];
}
export interface Highlight {
  /** Verbatim. */
  readonly text: string;
  /** 0-based, in the source's list. */
  readonly at: number;
}

/** A role with where it came from. */
export interface Placed {
  readonly role: RoleDocument;
  readonly section: Section;
  /** 0-based, in the source's section. */
  readonly at: number;
  readonly source: JsonObject;
  readonly highlights: readonly Highlight[];
}

const KEPT_HINT = "until then it is kept in the file and not drawn";

/** @returns null for what can be no role, and why is noted */
export function readEntry(entry: unknown, section: Section, asOf: EpochMs | null, note: Note): Entry | null {
  if (!isObject(entry)) {
    note("type", "", `expected an object { … }, found ${showValue(entry)}`, "it is kept in the file and not drawn");
    return null;
  }
  const start = readStart(entry, note);
  if (start === null) return null;
  const title = readTitle(entry, section, note);
  if (title === null) {
    note("title-missing", "", "there is neither a title nor a name", `add "${section.title[0]}"; ${KEPT_HINT}`);
    return null;
  }
  const end = readEnd(entry, start, note);
  const from = parsePartialDate(start)?.from ?? 0;
  if (asOf !== null && end === null && from > asOf) {
    note("ongoing-in-future", "startDate", `it goes on today, and starts only in ${showText(start)}`, `mend the start or add "endDate"; ${KEPT_HINT}`);
    return null;
  }
  return {
    title, start, end,
    organization: readOrganization(entry, section, note),
    kind: section.kind,
    location: readLine(valueOf(entry, "location"), note, "location"),
    highlights: readHighlights(entry, note),
  };
}

function readOrganization(entry: JsonObject, section: Section, note: Note): string | null {
  return first(section.organization, (key) => readLine(valueOf(entry, key), note, key));
}

/** Where there is no title, the organization's name is all that can be said. */
function readTitle(entry: JsonObject, section: Section, note: Note): string | null {
  const words = section.title.flatMap((key) => readLine(valueOf(entry, key), note, key) ?? []);
  return readLine(words.join(", "), SILENT, "") ?? readOrganization(entry, section, SILENT);
}

function readStart(entry: JsonObject, note: Note): DateText | null {
  const value = valueOf(entry, "startDate");
  const date = readDate(textOf(value));
  if (date !== null) return date;
  if (isAbsent(value)) note("start-missing", "startDate", 'there is no "startDate"', `add one, as "2022-03"; ${KEPT_HINT}`);
  else note("date", "startDate", `cannot read ${showValue(value)} as a date; use YYYY-MM`, KEPT_HINT);
  return null;
}

/**
 * null is ongoing: no end, an empty one, or a word for it. An end that cannot be right leaves the role at its start, since
 * nothing is known beyond it.
 */
function readEnd(entry: JsonObject, start: DateText, note: Note): DateText | null {
  const value = valueOf(entry, "endDate");
  if (isAbsent(value) || isOngoing(textOf(value))) return null;
  const end = readDate(textOf(value));
  if (end === null) {
    note("date", "endDate", `cannot read ${showValue(value)} as a date; use YYYY-MM`, 'until then only the start is drawn; leave it out, or write "present", where it is ongoing');
    return start;
  }
  if (isBefore(end, start)) {
    note("end-before-start", "endDate", `the end ${showText(end)} is before the start ${showText(start)}`, "mend one of them; until then only the start is drawn");
    return start;
  }
  return end;
}

function isBefore(end: DateText, start: DateText): boolean {
  const [to, from] = [parsePartialDate(end)?.to, parsePartialDate(start)?.from];
  return to !== undefined && from !== undefined && to <= from;
}

/** Whether nothing is said, not even that it goes on. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** A year is sometimes written as a number. */
function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function readHighlights(entry: JsonObject, note: Note): Highlight[] {
  const value = valueOf(entry, "highlights");
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    note("type", "highlights", `expected a list [ … ], found ${showValue(value)}`, "put it in square brackets, also when it is only one");
    return [];
  }
  const highlights = value.flatMap((each: unknown, at): Highlight[] => {
    const text = readText(each, note, `highlights[${at}]`);
    return text === null ? [] : [{ text, at }];
  });
  if (highlights.length > LONGEST_LIST) note("too-many", "highlights", `there are ${highlights.length} highlights; the first ${LONGEST_LIST} are drawn`, "leave the least important out");
  return highlights.slice(0, LONGEST_LIST);
}

function first<T>(keys: readonly string[], read: (key: string) => T | null): T | null {
  for (const key of keys) {
    const value = read(key);
    if (value !== null) return value;
  }
  return null;
}

/** How a role says what an entry says. */
export function entryParts(section: Section): readonly Part<RoleDocument>[] {
  const nameOf = ({ organization }: RoleDocument): string | null => (typeof organization === "object" ? organization.label : (organization ?? null));
  const [name] = section.organization;
  const title = section.title.at(-1) ?? section.title[0];
  const textsOf = (role: RoleDocument): string[] => (role.achievements ?? []).map(({ text }) => text);
  const line = (source: JsonObject, key: string): string | null => readLine(valueOf(source, key), SILENT, key);
  return [
    { keys: section.organization, write: (role) => said(name, nameOf(role)), isStill: (role, source) => readOrganization(source, section, SILENT) === nameOf(role) },
    {
      keys: section.title,
      write: (role, source) => (role.title === readOrganization(source, section, SILENT) ? {} : { [title]: role.title }),
      isStill: (role, source) => readTitle(source, section, SILENT) === role.title,
    },
    { keys: ["location"], write: (role) => said("location", role.location), isStill: (role, source) => line(source, "location") === (role.location ?? null) },
    { keys: ["startDate"], write: (role) => ({ startDate: role.start }), isStill: (role, source) => readStart(source, SILENT) === role.start },
    { keys: ["endDate"], write: (role) => said("endDate", role.end), isStill: (role, source) => readEnd(source, role.start, SILENT) === role.end },
    {
      keys: ["highlights"],
      write: (role) => (textsOf(role).length === 0 ? {} : { highlights: textsOf(role) }),
      isStill: (role, source) => isSameJson(readHighlights(source, SILENT).map(({ text }) => text), textsOf(role)),
    },
  ];
}
