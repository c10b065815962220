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
  readonly runsOn: readonly [before: Px, after: Px];
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
  /** @param head where the words may begin before the bar: in that one's */
  readonly inside: (index: number, call: RoleCall, head?: number) => RoleWords | null;
  /** What has been said so far. */
  readonly words: Map<number, RoleWords>;
  readonly outside: Map<number, OutsideName>;
}

/**
 * Role bars under the arc and their words. A role that goes on past the plot is cut there, and is known by its fade. Of words,
 * what does not fit gives way whole: the count, the dates, the title; then the name goes on two lines, beside its bar, or
 * under it, or is reported.
 *
 *   | Acme        | Lead    | Head |     a run of promotions says its name once, in the first bar that can hold it, else
 *                                        across several, else outside
 *
 * @param countTexts what to say of how many achievements a role holds ("4 achievements", "1 of 4"), the longest first
 * @param selected id of the selected achievement: its role is named before all others
 * @param lanes of the roles, where they are a part of more: they keep their places in the whole
 */
export function placeRoleBars(
  career: Career,
  frame: ArcFrame,
  toPx: (time: EpochMs) => Px,
  countTexts: (role: Role) => readonly string[] = (role) => [formatCount(role.achievementIds.length, "achievement")],
  selected: string | null = null,
  lanes: readonly number[] = roleLanes(career),
): RoleBars {
  const { roles } = career;
  const { plot, width } = frame;
  const places = roles.map(({ interval, end }, index) => {
    const y0 = frame.rolesTop + (lanes[index] ?? 0) * (frame.roleHeight + frame.roleGap);
    const [from, to] = [toPx(interval.from), toPx(interval.to)];
    const before = from < plot.x0 - CUT_LEAST ? Math.min(RUN_ON, plot.x0) : 0;
    const after = to > plot.x1 + CUT_LEAST ? Math.min(RUN_ON, width - plot.x1) : 0;
    const x0 = Math.max(plot.x0, from);
    const box: Box = { x0, y0, x1: Math.max(x0 + 2, Math.min(plot.x1, to - SEAM)), y1: y0 + frame.roleHeight };
    const ongoing = end === null && !after;
    return { box, ongoing, runsOn: [before, after] as const, drawn: { ...box, x0: x0 - before, x1: box.x1 + (ongoing ? OPEN_END : after) } };
  });
  const boxes = places.map(({ box }) => box);
  const board: Board = {
    roles,
    frame,
    boxes,
    drawn: places.map(({ drawn }) => drawn),
    selected: selected === null ? -1 : roles.findIndex((role) => role.achievementIds.includes(selected)),
    inside: (index, call, head = index) => {
      const [role, box, start] = [roles[index], boxes[index], boxes[head]];
      return role && box && start ? wordsInside(role, { ...box, x0: start.x0 }, frame, call, countTexts(role)) : null;
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

  const bars = places.flatMap(({ box, ongoing, runsOn }, index): RoleBar[] => {
    const [role, outside] = [roles[index], board.outside.get(index)];
    return role ? [{
      roleId: role.id,
      box,
      isBreak: role.kind === "break",
      ongoing,
      runsOn,
      faded: selected !== null && index !== board.selected,
      texts: outside ? [outside.text] : (board.words.get(index)?.texts ?? []),
      tick: outside?.tick ?? null,
    }] : [];
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
function nameRunAcross(run: readonly number[], { words, boxes, inside }: Board): number {
  const head = run[0] ?? -1;
  for (let i = 1; i < run.length && boxes[run[i] ?? -1]?.y0 === boxes[head]?.y0; i++) {
    const together = run.slice(0, i + 1);
    const found = inside(run[i] ?? -1, "name", head);
    if (!found) continue;
    const texts = found.texts.filter(({ tone }) => tone === "name" || tone === "tight");
    // The bar that is drawn last has the words: no other one lies on them.
    for (const index of together) words.set(index, { ...found, texts: index === Math.max(...together) ? texts : [], twoLines: false });
    return i;
  }
  return -1;
}

/** The bar of what is selected is not left empty while there is any room for its words. */
function nameSelected(run: readonly number[] | undefined, board: Board): void {
  const { selected, words, roles, inside } = board;
  const role = roles[selected];
  if (!role || !run || words.has(selected)) return;
  const own = inside(selected, "name");
  if (own) words.set(selected, own);
  else {
    const isAfter = run.slice(0, run.indexOf(selected)).some((index) => words.has(index));
    if (!isAfter || !placeOutside(selected, role.title, board)) placeOutside(selected, roleName(role), board);
  }
}

/** The first bar that has room beside or under it, and what it means for those after it. */
function nameRunOutside(run: readonly number[], board: Board): void {
  const { words, outside, roles } = board;
  const found = run.findIndex((index) => outside.has(index) || (!words.has(index) && placeOutside(index, roleNameAt(index, roles), board)));
  if (found >= 0) addTitles(run.slice(found + 1), board);
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
