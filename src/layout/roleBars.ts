import type { Box, EpochMs, Px } from "../lib/units.js";
import type { Career, Role } from "../model/career.js";
import { shortSpan, yearSpan } from "../model/timeWords.js";
import { formatCount } from "../lib/format.js";
import type { ArcFrame } from "./arcFrame.js";
import { packLanes } from "./lanes.js";
import { textWidth } from "./textWidth.js";

/** `tight` is a name that fits its bar only a little smaller. */
export type RoleTextTone = "name" | "tight" | "title" | "note";
export interface RoleText {
  readonly text: string;
  readonly tone: RoleTextTone;
  readonly x: Px;
  /** Baseline. */
  readonly y: Px;
  readonly anchor: "start" | "middle" | "end";
}

export interface RoleBar {
  readonly roleId: string;
  readonly box: Box;
  /** A break is hatched and has no ink top. */
  readonly isBreak: boolean;
  /** Reaches to "now" and beyond: open end. */
  readonly ongoing: boolean;
  /** Another role holds what is selected. */
  readonly faded: boolean;
  readonly texts: readonly RoleText[];
  /** From the bar to a name that stands under it; null where the name is inside or beside. */
  readonly tick: { readonly x: Px; readonly y0: Px; readonly y1: Px } | null;
}

export interface RoleBars {
  readonly bars: readonly RoleBar[];
  /** Whether any bar uses its second line. */
  readonly twoLines: boolean;
  /** Roles whose name found no room in, beside or under their bar. */
  readonly unnamed: readonly string[];
}

export const ROLE_SIZES: Record<RoleTextTone, { readonly size: Px; readonly weight: number }> = {
  name: { size: 15, weight: 650 },
  tight: { size: 13, weight: 620 },
  title: { size: 13.5, weight: 440 },
  note: { size: 13.5, weight: 420 },
};
const PAD: Px = 10;
const TIGHT_PAD: Px = 6;
const GAP: Px = 9;
const SEAM: Px = 1.5;
/** Past "now": the chevron and the fading end of an ongoing role. */
const OPEN_END: Px = 16;
const UNDER_HEIGHT: Px = 20;

export function roleLanes(career: Career): readonly number[] {
  return packLanes(career.roles.map((role) => role.interval));
}

const width = (text: string, tone: RoleTextTone): Px => textWidth(text, ROLE_SIZES[tone].size, ROLE_SIZES[tone].weight);

/** What a role is called by: its organization, or its own title where there is none. */
export function roleName(role: Role): string {
  return role.organization?.label ?? role.title;
}

/**
 * A role that follows one of the same organization directly is a promotion: the name is not said twice.
 */
function isPromotion(role: Role, roles: readonly Role[]): boolean {
  const { organization } = role;
  return organization !== null && roles.some((other) => other !== role && other.organization === organization && other.interval.to === role.interval.from);
}

/**
 * Role bars under the arc and their words. What does not fit gives way whole: the count, the dates, the title, then the
 * name goes beside its bar, or under it, or is reported.
 *
 * @param countText what to say of how many achievements a role holds ("4 achievements", "1 of 4")
 */
export function placeRoleBars(
  career: Career,
  frame: ArcFrame,
  toPx: (time: EpochMs) => Px,
  countText: (role: Role) => string = (role) => formatCount(role.achievementIds.length, "achievement"),
  selected: string | null = null,
): RoleBars {
  const lanes = roleLanes(career);
  const boxes = career.roles.map((role, index): Box => {
    const y0 = frame.rolesTop + (lanes[index] ?? 0) * (frame.roleHeight + frame.roleGap);
    const x0 = toPx(role.interval.from);
    return { x0, y0, x1: Math.max(x0 + 2, toPx(role.interval.to) - SEAM), y1: y0 + frame.roleHeight };
  });
  const taken: Box[] = boxes.map((box, index) => (career.roles[index]?.end === null ? { ...box, x1: box.x1 + OPEN_END } : box));
  const unnamed: string[] = [];
  const bars = career.roles.map((role, index): RoleBar => {
    const box = boxes[index] ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
    const base = { roleId: role.id, box, isBreak: role.kind === "break", ongoing: role.end === null, faded: selected !== null && !role.achievementIds.includes(selected), tick: null };
    const promotion = isPromotion(role, career.roles);
    const inside = textsInside(role, box, frame, promotion, countText(role));
    if (inside) return { ...base, texts: inside };
    const outside = promotion ? null : textOutside(roleName(role), box, (taken[index] ?? box).x1, frame, taken);
    if (!outside) {
      unnamed.push(role.id);
      return { ...base, texts: [] };
    }
    taken.push(outside.box);
    if (outside.tick) taken.push({ x0: outside.tick.x - 1, y0: outside.tick.y0, x1: outside.tick.x + 1, y1: outside.tick.y1 });
    return { ...base, texts: [outside.text], tick: outside.tick };
  });
  return { bars, twoLines: bars.some(({ texts }) => new Set(texts.map(({ y }) => y)).size > 1), unnamed };
}

function textsInside(role: Role, box: Box, frame: ArcFrame, promotion: boolean, count: string): readonly RoleText[] | null {
  const room = box.x1 - box.x0 - 2 * PAD;
  const left = box.x0 + PAD;
  const hasOrganization = role.organization !== null && !promotion;
  const name = hasOrganization ? roleName(role) : role.title;
  const nameTone: RoleTextTone = promotion ? "title" : "name";
  const nameWidth = width(name, nameTone);
  // The wash of a break is lighter than a bar: its name may come closer to the edge.
  if (nameWidth > room) return tightName(name, box, frame, promotion);
  const twoLines = frame.roleHeight >= 44;
  const y = twoLines ? box.y0 + 20 : box.y0 + 22;
  const at = (text: string, tone: RoleTextTone, x: Px, baseline = y, anchor: RoleText["anchor"] = "start"): RoleText => ({ text, tone, x, y: baseline, anchor });
  const texts = [at(name, nameTone, left)];
  let used = nameWidth;
  const add = (text: string, tone: RoleTextTone): boolean => {
    const next = used + GAP + width(text, tone);
    if (next > room) return false;
    texts.push(at(text, tone, left + used + GAP));
    used = next;
    return true;
  };
  if (frame.form === "narrow") {
    add(yearSpan(role.start, role.end), "note");
    return texts;
  }
  if (!twoLines) {
    if (!hasOrganization || !add(role.title, "title")) add(yearSpan(role.start, role.end), "note");
    return texts;
  }
  const dated = add(shortSpan(role.start, role.end), "note") || add(yearSpan(role.start, role.end), "note");
  if (dated && used + 2 * GAP + width(count, "note") <= room && role.kind !== "break") texts.push(at(count, "note", box.x1 - PAD, y, "end"));
  if (hasOrganization && width(role.title, "title") <= room) texts.push(at(role.title, "title", left, box.y0 + 38));
  return texts;
}

/** The name alone, a size smaller and closer to the edges; null where even that does not fit. */
function tightName(name: string, box: Box, frame: ArcFrame, promotion: boolean): readonly RoleText[] | null {
  const tone: RoleTextTone = promotion ? "title" : "tight";
  if (width(name, tone) > box.x1 - box.x0 - 2 * TIGHT_PAD) return null;
  return [{ text: name, tone, x: box.x0 + TIGHT_PAD, y: box.y0 + (frame.roleHeight >= 44 ? 20 : 22), anchor: "start" }];
}

interface OutsideText {
  readonly text: RoleText;
  readonly box: Box;
  readonly tick: RoleBar["tick"];
}

/** @param end where the bar ends as drawn, its open end included */
function textOutside(name: string, box: Box, end: Px, frame: ArcFrame, taken: readonly Box[]): OutsideText | null {
  const nameWidth = width(name, "note");
  const middle = (box.x0 + box.x1) / 2;
  const baseline = (box.y0 + box.y1) / 2 + 5;
  const beside: Box = { x0: end + 2, y0: box.y0, x1: end + 10 + nameWidth, y1: box.y1 };
  if (fits(beside, frame, taken)) {
    return { box: beside, tick: null, text: { text: name, tone: "note", x: end + 6, y: baseline, anchor: "start" } };
  }
  // Under the bar, as near to its middle as the neighbours allow; else in the last row, if nothing stands in between.
  for (const top of [box.y1 + 2, frame.height - 22 - UNDER_HEIGHT]) {
    for (const shift of [0, 0.25, -0.25, 0.5, -0.5]) {
      const centre = middle + shift * (nameWidth - 8);
      const under: Box = { x0: centre - nameWidth / 2 - 2, y0: top, x1: centre + nameWidth / 2 + 2, y1: top + UNDER_HEIGHT };
      const tick = { x: middle, y0: box.y1, y1: top + 4 };
      const way: Box = { x0: middle - 1, y0: box.y1 + 0.5, x1: middle + 1, y1: top };
      if (!fits(under, frame, taken) || (top > box.y1 + 2 && !fits(way, frame, taken))) continue;
      return { box: under, tick, text: { text: name, tone: "note", x: centre, y: top + 17, anchor: "middle" } };
    }
  }
  return null;
}

function fits(box: Box, frame: ArcFrame, taken: readonly Box[]): boolean {
  if (box.x0 < 0 || box.x1 > frame.width || box.y1 > frame.height - 22) return false;
  return taken.every((other) => box.x1 <= other.x0 || other.x1 <= box.x0 || box.y1 <= other.y0 || other.y1 <= box.y0);
}
