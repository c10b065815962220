import type { Box, Px } from "../lib/units.js";
import type { Role } from "../model/career.js";
import { shortSpan, yearSpan } from "../model/timeWords.js";
import type { ArcFrame } from "./arcFrame.js";
import { textWidth, wrapText } from "./textWidth.js";

/** `tight` is a name that fits its bar only a little smaller, or on two lines. */
export type RoleTextTone = "name" | "tight" | "title" | "note";
/** One line. */
export interface RoleText {
  readonly text: string;
  readonly tone: RoleTextTone;
  readonly x: Px;
  /** Baseline. */
  readonly y: Px;
  readonly anchor: "start" | "middle" | "end";
}

export const ROLE_SIZES: Record<RoleTextTone, { readonly size: Px; readonly weight: number }> = {
  name: { size: 15, weight: 650 },
  tight: { size: 13, weight: 620 },
  title: { size: 13.5, weight: 440 },
  note: { size: 13.5, weight: 420 },
};
const PAD: Px = 10;
const TIGHT_PAD: Px = 5;
/** Two such lines and the ink on top fill a bar of 34 px: 3 + 2 × 14.5. */
const WRAPPED_LEADING: Px = 14.5;
const GAP: Px = 9;

export const roleTextWidth = (text: string, tone: RoleTextTone, { widthFactor }: ArcFrame): Px => textWidth(text, ROLE_SIZES[tone].size, ROLE_SIZES[tone].weight) * widthFactor;

/** What a role is called by: its organization, or its own title where there is none. */
export function roleName(role: Role): string {
  return role.organization?.label ?? role.title;
}

export interface RoleWords {
  readonly texts: readonly RoleText[];
  /** Name and title both stand there. */
  readonly titled: boolean;
  /** The title has a line of its own, which takes a tall bar. */
  readonly twoLines: boolean;
}

/** Whether a bar is called by what all of a run of promotions is called by, or by its own title alone. */
export type RoleCall = "name" | "title";

/**
 * The words in a bar; null where its name does not fit even smaller or on two lines. What does not fit beside the name
 * gives way whole: the count, the dates, the title.
 *
 * @param counts ways to say the count, the longest first
 */
export function wordsInside(role: Role, box: Box, frame: ArcFrame, call: RoleCall, counts: readonly string[]): RoleWords | null {
  const room = box.x1 - box.x0 - 2 * PAD;
  const left = box.x0 + PAD;
  const hasOrganization = role.organization !== null && call === "name";
  const name = call === "name" ? roleName(role) : role.title;
  const nameTone: RoleTextTone = call === "name" ? "name" : "title";
  const nameWidth = roleTextWidth(name, nameTone, frame);
  if (nameWidth > room) {
    const texts = tightName(name, box, frame, call);
    return texts === null ? null : { texts, titled: !hasOrganization, twoLines: false };
  }
  const tall = frame.roleHeight >= 44;
  const y = box.y0 + baseline(frame);
  const at = (text: string, tone: RoleTextTone, x: Px, baseline = y, anchor: RoleText["anchor"] = "start"): RoleText => ({ text, tone, x, y: baseline, anchor });
  const texts = [at(name, nameTone, left)];
  let used = nameWidth;
  const add = (text: string, tone: RoleTextTone): boolean => {
    const next = used + GAP + roleTextWidth(text, tone, frame);
    if (next > room) return false;
    texts.push(at(text, tone, left + used + GAP));
    used = next;
    return true;
  };
  if (frame.form === "narrow" || frame.form === "embed") {
    add(yearSpan(role.start, role.end), "note");
    return { texts, titled: !hasOrganization, twoLines: false };
  }
  if (!tall) {
    const titled = hasOrganization && add(role.title, "title");
    if (!titled) add(yearSpan(role.start, role.end), "note");
    return { texts, titled: titled || !hasOrganization, twoLines: false };
  }
  const dated = add(shortSpan(role.start, role.end), "note") || add(yearSpan(role.start, role.end), "note");
  const count = counts.find((text) => used + 2 * GAP + roleTextWidth(text, "note", frame) <= room);
  if (dated && count && role.kind !== "break") texts.push(at(count, "note", box.x1 - PAD, y, "end"));
  const twoLines = hasOrganization && roleTextWidth(role.title, "title", frame) <= room;
  if (twoLines) texts.push(at(role.title, "title", left, box.y0 + 38));
  return { texts, titled: twoLines || !hasOrganization, twoLines };
}

/** Of the first line, under the bar's upper end. */
const baseline = ({ roleHeight }: ArcFrame): Px => (roleHeight >= 44 ? 20 : roleHeight >= 34 ? 22 : 19.5);

/** The name alone, a size smaller and closer to the edges, else on two lines with no word torn; null where even that does not fit. */
function tightName(name: string, box: Box, frame: ArcFrame, call: RoleCall): readonly RoleText[] | null {
  const tone: RoleTextTone = call === "name" ? "tight" : "title";
  const { size, weight } = ROLE_SIZES[tone];
  const room = box.x1 - box.x0 - 2 * TIGHT_PAD;
  const isWide = (line: string): boolean => roleTextWidth(line, tone, frame) > room;
  // Two lines hold no more than twice the room and the space between them: most names in short bars are never wrapped.
  if (roleTextWidth(name.replace(/\s+/g, " "), tone, frame) > 2 * room + size * frame.widthFactor) return null;
  const lines = isWide(name) && frame.roleHeight >= 34 ? wrapText(name, size * frame.widthFactor, weight, room) : [name];
  if (lines.length > 2 || isTorn(name, lines) || lines.some(isWide)) return null;
  const first = box.y0 + (lines.length === 2 && frame.roleHeight < 44 ? 14.5 : baseline(frame));
  return lines.map((text, i): RoleText => ({ text, tone, x: box.x0 + TIGHT_PAD, y: first + i * WRAPPED_LEADING, anchor: "start" }));
}

/** Whether a line breaks where there is no space; scripts that are set without spaces may. */
export function isTorn(name: string, lines: readonly string[]): boolean {
  const words = (text: string): string => text.trim().replace(/\s+/g, " ");
  return words(lines.join(" ")) !== words(name) && !/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(lines[1] ?? "");
}
