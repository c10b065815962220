import { formatCount } from "../lib/format.js";
import type { Box, EpochMs, Px } from "../lib/units.js";
import type { Career, Role } from "../model/career.js";
import type { ArcFrame } from "./arcFrame.js";
import { packLanes } from "./lanes.js";
import { nameOutside, type NameTick, type OutsideName } from "./roleNames.js";
import { roleName, wordsInside, type RoleCall, type RoleText, type RoleWords } from "./roleWords.js";

export { ROLE_SIZES, roleName, type RoleText } from "./roleWords.js";

export interface RoleBar {
  readonly roleId: string;
  readonly box: Box;
  /** A break is hatched and has no ink top. */
  readonly isBreak: boolean;
  /** Reaches to "now" and beyond: open end. */
  readonly ongoing: boolean;
  /** Past its box, where the viewport cuts it: so far it is drawn, fading. 0 at a start or end of its own. */
  readonly runsOn: { readonly before: Px; readonly after: Px };
  /** Another role holds what is selected. */
  readonly faded: boolean;
  readonly texts: readonly RoleText[];
  /** From the bar to a name that stands under it; null where the name is inside or beside. */
  readonly tick: NameTick | null;
}

export interface RoleBars {
  readonly bars: readonly RoleBar[];
  /** Whether any bar has its title on a line of its own. */
  readonly twoLines: boolean;
  /** Roles whose name found no room in, beside or under their bar. */
  readonly unnamed: readonly string[];
}

const UNCUT: RoleBar["runsOn"] = { before: 0, after: 0 };
const SEAM: Px = 1.5;
/** Past "now": the chevron and the fading end of an ongoing role. */
export const OPEN_END: Px = 16;
/** A bar that the viewport cuts is drawn so far past the plot, where the drawing goes on as far. */
const RUN_ON: Px = 12;
/** What rounding cuts off is no cut. */
const CUT_LEAST: Px = 0.01;

export function roleLanes(career: Career): readonly number[] {
  return packLanes(career.roles.map((role) => role.interval));
}

/** Role bars under the arc, as boxes and as drawn, and what a search for words needs of them. All by index of the role. */
interface Board {
  readonly roles: readonly Role[];
  readonly frame: ArcFrame;
  readonly boxes: readonly Box[];
  readonly drawn: readonly Box[];
  /** Whose achievement is selected; -1 = none. */
  readonly selected: number;
  readonly inside: (index: number, call: RoleCall) => RoleWords | null;
  /** What has been said so far. */
  readonly words: Map<number, RoleWords>;
  readonly outside: Map<number, OutsideName>;
}

/**
 * Role bars under the arc and their words; a role that goes on past the plot is cut there, and is known by its fade. What does not fit gives way whole: the count, the dates, the title; then the
 * name goes on two lines, beside its bar, or under it, or is reported.
 *
 *   | Acme        | Lead    | Head |     a run of promotions says its name once, in the first bar that can hold it, else
 *                                        across several, else outside
 *
 * @param countText what to say of how many achievements a role holds ("4 achievements", "1 of 4")
 * @param selected id of the selected achievement: its role is named before all others
 * @param lanes of the roles, where they are a part of more: they keep their places in the whole
 */
export function placeRoleBars(
  career: Career,
  frame: ArcFrame,
  toPx: (time: EpochMs) => Px,
  countText: (role: Role) => string = (role) => formatCount(role.achievementIds.length, "achievement"),
  selected: string | null = null,
  lanes: readonly number[] = roleLanes(career),
): RoleBars {
  const { roles } = career;
  const { plot, width } = frame;
  const cuts = roles.map(({ interval }): RoleBar["runsOn"] => ({
    before: toPx(interval.from) < plot.x0 - CUT_LEAST ? Math.min(RUN_ON, plot.x0) : 0,
    after: toPx(interval.to) > plot.x1 + CUT_LEAST ? Math.min(RUN_ON, width - plot.x1) : 0,
  }));
  const boxes = roles.map((role, index): Box => {
    const y0 = frame.rolesTop + (lanes[index] ?? 0) * (frame.roleHeight + frame.roleGap);
    const x0 = Math.max(plot.x0, toPx(role.interval.from));
    const x1 = cuts[index]?.after ? plot.x1 : toPx(role.interval.to) - SEAM;
    return { x0, y0, x1: Math.max(x0 + 2, x1), y1: y0 + frame.roleHeight };
  });
  const board: Board = {
    roles,
    frame,
    boxes,
    drawn: boxes.map((box, index) => {
      const { before, after } = cuts[index] ?? UNCUT;
      return { ...box, x0: box.x0 - before, x1: box.x1 + (after || (roles[index]?.end === null ? OPEN_END : 0)) };
    }),
    selected: selected === null ? -1 : roles.findIndex((role) => role.achievementIds.includes(selected)),
    inside: (index, call) => {
      const [role, box] = [roles[index], boxes[index]];
      return role && box ? wordsInside(role, box, frame, call, countText(role)) : null;
    },
    words: new Map(),
    outside: new Map(),
  };
  const runs = runsOf(roles);
  // Names inside first, so that none goes out that need not; the selected role's is the first to be looked for outside.
  // Where one works now matters most; there may not be room outside for all.
  const lastOf = (run: readonly number[]): number => Math.max(...run.map((index) => roles[index]?.interval.to ?? 0));
  const homeless = runs.filter((run) => !nameRunInside(run, board)).sort((a, b) => lastOf(b) - lastOf(a));
  nameSelected(runs.find((run) => run.includes(board.selected)), board);
  for (const run of homeless) nameRunOutside(run, board);

  const bars = roles.map((role, index): RoleBar => {
    const outside = board.outside.get(index);
    return {
      roleId: role.id,
      box: boxes[index] ?? { x0: 0, y0: 0, x1: 0, y1: 0 },
      isBreak: role.kind === "break",
      ongoing: role.end === null && !cuts[index]?.after,
      runsOn: cuts[index] ?? UNCUT,
      faded: selected !== null && index !== board.selected,
      texts: outside ? [outside.text] : (board.words.get(index)?.texts ?? []),
      tick: outside?.tick ?? null,
    };
  });
  return {
    bars,
    twoLines: [...board.words.values()].some(({ twoLines }) => twoLines),
    unnamed: bars.filter((_, index) => !board.words.has(index) && !board.outside.has(index)).map(({ roleId }) => roleId),
  };
}

/** Indices of roles that follow each other directly at one organization, first to last; every other role is a run of one. */
export function runsOf(roles: readonly Role[]): readonly (readonly number[])[] {
  const following = new Set<number>();
  const next = roles.map((role) => {
    const index = roles.findIndex((other, i) => other !== role && !following.has(i) && role.organization !== null && other.organization === role.organization && other.interval.from === role.interval.to);
    if (index >= 0) following.add(index);
    return index;
  });
  return roles.flatMap((_, head) => {
    if (following.has(head)) return [];
    const run: number[] = [];
    for (let i = head; i >= 0; i = next[i] ?? -1) run.push(i);
    return [run];
  });
}

/** The selected one, one that goes on, then the widest. */
function byFitness(run: readonly number[], { selected, roles, boxes }: Board): readonly number[] {
  const rank = (index: number): number => (index === selected ? 2 : roles[index]?.end === null ? 1 : 0);
  const width = (index: number): Px => (boxes[index]?.x1 ?? 0) - (boxes[index]?.x0 ?? 0);
  return [...run].sort((a, b) => rank(b) - rank(a) || width(b) - width(a));
}

/**
 * The first bar that can hold the run's name says it, those after it their titles. One before it says nothing: a title alone
 * would be read as one at the organization that is named beside it.
 *
 * @returns whether one of the bars says the run's name, or several together
 */
function nameRunInside(run: readonly number[], board: Board): boolean {
  const { words, inside } = board;
  const named = run.findIndex((index) => {
    const own = inside(index, "name");
    if (own) words.set(index, own);
    return own;
  });
  const last = named < 0 ? nameRunAcross(run, board) : named;
  if (last < 0) return false;
  addTitles(run.slice(last + 1), board);
  return true;
}

function addTitles(promotions: readonly number[], { words, outside, inside }: Board): void {
  for (const index of promotions) {
    const own = words.has(index) || outside.has(index) ? null : inside(index, "title");
    if (own) words.set(index, own);
  }
}

/**
 * Bars that follow each other without a gap may say together what none can say alone.
 *
 *   | Tern Valley|Water        |
 *
 * @returns place in the run of the last bar that says it; -1 = there is no room for it
 */
function nameRunAcross(run: readonly number[], { words, roles, boxes, frame }: Board): number {
  for (let first = 0; first < run.length; first++) {
    for (let last = first + 1; last < run.length; last++) {
      const together = run.slice(first, last + 1);
      const [start, end, role] = [boxes[run[first] ?? -1], boxes[run[last] ?? -1], roles[run[first] ?? -1]];
      if (!start || !end || !role || start.y0 !== end.y0) break;
      const found = wordsInside(role, { ...start, x1: end.x1 }, frame, "name", "");
      if (!found) continue;
      const texts = found.texts.filter(({ tone }) => tone === "name" || tone === "tight");
      // The bar that is drawn last has the words: no other one lies on them.
      for (const index of together) words.set(index, { texts: index === Math.max(...together) ? texts : [], titled: false, twoLines: false });
      return last;
    }
  }
  return -1;
}

/** The bar of what is selected is not left empty while there is any room for its words. */
function nameSelected(run: readonly number[] | undefined, board: Board): void {
  const { selected, words, outside, roles, inside } = board;
  const role = roles[selected];
  if (!role || !run || words.has(selected)) return;
  const after = run.slice(0, run.indexOf(selected)).some((index) => words.has(index) || outside.has(index));
  const own = inside(selected, "name") ?? (after ? inside(selected, "title") : null);
  if (own) words.set(selected, own);
  else if (!after || !placeOutside(selected, role.title, board)) placeOutside(selected, roleName(role), board);
}

function nameRunOutside(run: readonly number[], board: Board): void {
  const { words, outside, roles } = board;
  const silent = byFitness(run, board).filter((index) => !words.has(index));
  const found = silent.find((index) => outside.has(index) || placeOutside(index, roleNameAt(index, roles), board));
  if (found !== undefined) addTitles(run.slice(run.indexOf(found) + 1), board);
}

const roleNameAt = (index: number, roles: readonly Role[]): string => {
  const role = roles[index];
  return role ? roleName(role) : "";
};

function placeOutside(index: number, name: string, { boxes, drawn, frame, outside }: Board): boolean {
  const [box, bar] = [boxes[index], drawn[index]];
  if (!box || !bar) return false;
  const names = [...outside.values()].flatMap(({ box: taken, tick }): Box[] => [taken, ...(tick ? [{ x0: tick.x - 1, y0: tick.y0, x1: tick.x + 1, y1: tick.y1 }] : [])]);
  const found = nameOutside(name, bar, box, { frame, bars: drawn, names });
  if (found) outside.set(index, found);
  return found !== null;
}
