import { showValue } from "../../lib/show.js";
import type { Issue } from "../../lib/result.js";
import type { EpochMs } from "../../lib/units.js";
import { createReport, type Report } from "../../model/checkReport.js";
import type { AchievementDocument, CareerDocument, RoleDocument } from "../../model/document.js";
import { LONGEST_LIST } from "../../model/schemaParts.js";
import { isObject } from "../../model/schemaWalk.js";
import { createIds } from "./createIds.js";
import { createFindSkills, type FindSkills } from "./findSkills.js";
import { asObject, isEmpty, omit, valueOf, type JsonObject } from "./json.js";
import { keep, notWritten, type Aside } from "./kept.js";
import { noteAt } from "./note.js";
import { noteDoubts } from "./noteDoubts.js";
import { BASICS_PARTS, headlineWithout, readBasics, type Basics } from "./readBasics.js";
import { entryParts, readEntry, type Entry, type Placed } from "./readEntry.js";
import { readSkills, type SourceSkill } from "./readSkills.js";
import { ROOT_PARTS, isFictional } from "./rootParts.js";
import { sectionByKind, SECTIONS } from "./sections.js";
import { titleOf } from "./titleOf.js";

/** What was made of a résumé, before it has been checked as a career. */
export interface Draft {
  /** null where there is nothing to head the page with. */
  readonly document: CareerDocument | null;
  /** From paths in the document to those in the source. */
  readonly origins: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
}

/** @param asOf the day that the career is drawn for; null where that is not known, and then nothing is in the future */
export function fromJsonResume(resume: JsonObject, asOf: EpochMs | null): Draft {
  const report = createReport();
  const skills = readSkills(valueOf(resume, "skills"), noteAt(report, ""));
  const { placed, asides } = readRoles(resume, asOf, createFindSkills(skills.map(({ skill }) => skill)), report);
  const basics = valueOf(resume, "basics");
  if (basics !== undefined && !isObject(basics)) noteAt(report, "")("type", "basics", `expected an object { … }, found ${showValue(basics)}`, 'write "basics": { "name": "…", "label": "…" }');
  const read = readBasics(asObject(basics), noteAt(report, "basics"));
  const headline = chooseHeadline(read, placed, report);
  const origins = createOrigins(read, placed, skills);
  if (headline === null) return { document: null, origins, issues: report.issues() };

  const draft = draftOf(headline, read, placed, skills, isFictional(resume));
  noteDoubts(resume, placed, report);
  return { document: withKept(draft, resume, placed, asides), origins, issues: report.issues() };
}

function readRoles(resume: JsonObject, asOf: EpochMs | null, findSkills: FindSkills, report: Report): { readonly placed: readonly Placed[]; readonly asides: readonly Aside[] } {
  const placed: Placed[] = [];
  const asides: Aside[] = [];
  const [roleId, achievementId] = [createIds("role"), createIds("achievement")];
  for (const section of SECTIONS) {
    const entries = valueOf(resume, section.key);
    if (entries === undefined || entries === null) continue;
    if (!Array.isArray(entries)) {
      noteAt(report, "")("type", section.key, `expected a list [ … ], found ${showValue(entries)}`, "put it in square brackets, also when it is only one");
      continue;
    }
    for (const [at, source] of entries.entries()) {
      const note = noteAt(report, `${section.key}[${at}]`);
      const isRoom = placed.length < LONGEST_LIST;
      if (!isRoom) note("too-many", "", `there are more than ${LONGEST_LIST} entries; this one is kept in the file and not drawn`, "leave the least important out");
      const entry = isRoom ? readEntry(source, section, asOf, note) : null;
      if (entry === null) asides.push({ section: section.key, at, entry: source });
      else placed.push({ role: roleOf(entry, roleId, achievementId, findSkills), section, at, source: asObject(source), highlights: entry.highlights });
    }
  }
  return { placed, asides };
}

function roleOf({ title, organization, kind, location, start, end, highlights }: Entry, roleId: (label: string) => string, achievementId: (label: string) => string, findSkills: FindSkills): RoleDocument {
  const achievements = highlights.map(({ text }): AchievementDocument => {
    const words = titleOf(text);
    const skills = findSkills(text);
    return { id: achievementId(words), title: words, text, ...(skills.length === 0 ? {} : { skills }) };
  });
  return {
    id: roleId(organization === null || organization === title ? title : `${organization} ${title}`),
    title,
    ...(organization === null ? {} : { organization }),
    ...(kind === undefined ? {} : { kind }),
    ...(location === null ? {} : { location }),
    start,
    end,
    ...(achievements.length === 0 ? {} : { achievements }),
  };
}

function chooseHeadline({ label, name }: Basics, placed: readonly Placed[], report: Report): string | null {
  if (label !== null) return label;
  // Nothing is kept with them yet that would tell projects from work.
  const worked = placed.filter(({ section }) => section.key === "work").map(({ role }) => role);
  const headline = headlineWithout(worked, name ?? undefined);
  if (headline === null) report.error(() => ({ code: "headline-missing", path: "basics.label", message: "there is no label, no dated work and no name to head the page with", hint: 'add "label" to "basics", as "Nurse" or "Web developer"' }));
  else report.warning(() => ({ code: "headline-from-elsewhere", path: "basics.label", message: `there is no label, so the page is headed by ${worked.length > 0 ? "the title of the latest work" : "the name"}`, hint: 'add "label" to "basics"' }));
  return headline;
}

function draftOf(headline: string, { name, summary, location, links }: Basics, placed: readonly Placed[], skills: readonly SourceSkill[], fictional: boolean): CareerDocument {
  return {
    version: 1,
    ...(fictional ? { fictional } : {}),
    person: {
      headline,
      ...(name === null ? {} : { name }),
      ...(summary === null ? {} : { summary }),
      ...(location === null ? {} : { location }),
      ...(links.length === 0 ? {} : { links: links.map(({ label, url }) => ({ label, url })) }),
    },
    ...(skills.length === 0 ? {} : { skills: skills.map(({ skill }) => skill) }),
    roles: placed.map(({ role }) => role),
  };
}

/** Beside every part what of its source it does not say. */
function withKept(draft: CareerDocument, resume: JsonObject, placed: readonly Placed[], asides: readonly Aside[]): CareerDocument {
  const roles = placed.map(({ role, section, source }) => ({
    ...role,
    ...keep({ section: section.key === sectionByKind(role.kind) ? undefined : section.key, also: notWritten(source, role, entryParts(section)) }),
  }));
  const basics = asObject(valueOf(resume, "basics"));
  const person = { ...draft.person, ...keep({ also: notWritten(basics, { ...draft, roles }, BASICS_PARTS) }) };
  // What holds entries or keys is made again from them; what is empty or no list is kept as it is.
  const made = [...(isEmpty(basics) ? [] : ["basics"]), ...SECTIONS.map(({ key }) => key).filter((key) => isFilledList(valueOf(resume, key)))];
  return { ...draft, person, roles, ...keep({ also: omit(notWritten(resume, draft, ROOT_PARTS), made), asides }) };
}

const isFilledList = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

function createOrigins({ label, links }: Basics, placed: readonly Placed[], skills: readonly SourceSkill[]): ReadonlyMap<string, string> {
  const origins = new Map<string, string>([["person", "basics"], ["person.headline", "basics.label"]]);
  if (label === null) origins.set("person.headline", "basics");
  for (const [i, { place }] of links.entries()) origins.set(`person.links[${i}]`, `basics.${place}`);
  for (const [i, { path }] of skills.entries()) origins.set(`skills[${i}]`, path);
  for (const [i, { section, at, source, highlights }] of placed.entries()) {
    const [ours, theirs] = [`roles[${i}]`, `${section.key}[${at}]`];
    const keys = [["title", section.title.find((key) => Object.hasOwn(source, key))], ["organization", section.organization.find((key) => Object.hasOwn(source, key))], ["location", "location"], ["start", "startDate"], ["end", "endDate"]] as const;
    origins.set(ours, theirs);
    for (const [key, their] of keys) if (their !== undefined) origins.set(`${ours}.${key}`, `${theirs}.${their}`);
    for (const [k, highlight] of highlights.entries()) origins.set(`${ours}.achievements[${k}]`, `${theirs}.highlights[${highlight.at}]`);
  }
  return origins;
}
