import type { EpochMs, Interval, Px } from "../lib/units.js";
import type { Achievement, Career } from "../model/career.js";
import type { ArcFrame } from "./arcFrame.js";
import { leadingDomain } from "./arcSeries.js";
import { cutInterval } from "./cutToViewport.js";
import { emphasisOf, type EmphasisState } from "./emphasis.js";
import { slotOf } from "./fieldSlot.js";

/** One stretch of time in the window lane, of all the marks that have this very window. */
export interface PlacedMarkWindow {
  /** Of the first of them. */
  readonly id: string;
  /** Their field's; −1 where they are of several, or of none. */
  readonly slot: number;
  readonly dimmed: boolean;
  readonly x0: Px;
  readonly x1: Px;
  readonly y: Px;
  /** Too short for dots between caps. */
  readonly bar: boolean;
  /** Whether it ends here, or goes on outside of what is drawn. */
  readonly cap0: boolean;
  readonly cap1: boolean;
}

/** More would be a texture. */
const MOST = 100;
/** Above one another in the lane, the middle one first: a bracket stands there. */
const ROWS: readonly Px[] = [0, -4, 4];
/** Between two windows in a row. */
const APART: Px = 6;
/** Less than `arcWindow` asks for: here the caps are lower, and the two dots 2 px large and 5 px apart. */
const SHORTEST_FINELY_DOTTED: Px = 16;
/** A window is a mark, be it ever so short. */
const LEAST: Px = 4;

/**
 * The windows of marks, each once, no two of them on each other as long as there are rows; beyond that they share the
 * last row, so that none is left out. Where a side is known, the window begins or ends with its bracket.
 *
 * @param marks as they are in the career, not cut
 * @returns none where there are more marks than can be told apart
 */
export function placeMarkWindows(career: Career, marks: readonly Achievement[], viewport: Interval, toPx: (time: EpochMs) => Px, frame: ArcFrame, state: EmphasisState): readonly PlacedMarkWindow[] {
  if (marks.length > MOST) return [];
  const middle = (frame.windowLane.y0 + frame.windowLane.y1) / 2;
  const taken = ROWS.map((): { readonly x0: Px; readonly x1: Px }[] => []);
  return [...bySameWindow(marks)]
    .flatMap(([, members]) => {
      const first = members[0];
      const open = first && openPart(first);
      const seen = open && cutInterval(open, viewport);
      return first && open && seen ? [{ members, first, open, seen }] : [];
    })
    // Those whose row is given come first.
    .sort((a, b) => Number(b.first.known !== null) - Number(a.first.known !== null) || a.seen.from - b.seen.from || b.seen.to - a.seen.to || a.first.index - b.first.index)
    .map(({ members, first, open, seen }): PlacedMarkWindow => {
      const [from, to] = [toPx(seen.from), toPx(seen.to)];
      const half = Math.max(LEAST, to - from) / 2;
      const [x0, x1] = [(from + to) / 2 - half, (from + to) / 2 + half];
      const free = taken.findIndex((row) => row.every((other) => other.x1 + APART <= x0 || x1 + APART <= other.x0));
      const row = first.known ? 0 : free < 0 ? ROWS.length - 1 : free;
      taken[row]?.push({ x0, x1 });
      const lit = members.filter(({ id }) => emphasisOf(id, state) !== "dimmed");
      const slots = new Set((lit.length > 0 ? lit : members).map((member) => slotOf(career, leadingDomain(member))));
      return {
        id: first.id,
        slot: slots.size === 1 ? ([...slots][0] ?? -1) : -1,
        dimmed: lit.length === 0,
        x0,
        x1,
        y: middle + (ROWS[row] ?? 0),
        bar: x1 - x0 < SHORTEST_FINELY_DOTTED,
        cap0: seen.from === open.from && first.known?.side !== "start",
        cap1: seen.to === open.to && first.known?.side !== "end",
      };
    });
}

function bySameWindow(marks: readonly Achievement[]): ReadonlyMap<string, readonly Achievement[]> {
  const groups = new Map<string, Achievement[]>();
  for (const mark of marks) {
    const { from, to } = openPart(mark);
    const key = `${from} ${to} ${mark.known?.side ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), mark]);
  }
  return groups;
}

/** What is not known of it: past the bracket of a known side. */
const openPart = ({ window, known }: Achievement): Interval => ({
  from: known?.side === "start" ? known.interval.to : window.from,
  to: known?.side === "end" ? known.interval.from : window.to,
});
