import { bisectLeft, bisectRight } from "d3-array";
import type { EpochMs, Interval, Px } from "../lib/units.js";
import { DAY_MS } from "../lib/units.js";

/** Marks that stand too close to be told apart, drawn as one. */
export interface Cluster {
  /** Stays the same while the viewport moves: the bin's place on the calendar. */
  readonly key: string;
  /** Half-open range of the marks in it, in their order of time. */
  readonly first: number;
  readonly end: number;
  /** Where the middle one of its marks stands. */
  readonly centre: EpochMs;
  /** From its first mark to its last: what to look at to see them apart. */
  readonly extent: Interval;
  /** What is in view of its bin: its number stays in it, and off the next one's. */
  readonly room: Interval;
}

/** A cluster as it is drawn. */
export interface PlacedCluster {
  readonly key: string;
  readonly x: Px;
  readonly y: Px;
  readonly width: Px;
  readonly height: Px;
  readonly count: number;
  /** How many of them match; null = no filter. */
  readonly matched: number | null;
  /** What is written in it: the count, or with a filter the count of those that match. */
  readonly text: string;
  readonly dimmed: boolean;
  /** Id of the first of them. */
  readonly firstId: string;
  /** From its first mark to its last. */
  readonly extent: Interval;
}

export interface ClusteredMarks {
  /** Marks that are drawn themselves, ascending. */
  readonly singles: readonly number[];
  readonly clusters: readonly Cluster[];
  /** Length of a bin, as a power of two days; to be handed to the next call. */
  readonly bin: number;
}

/** Narrowest new bin: room for a cluster's count, four digits and a comma, and some air. */
const LEAST_BIN: Px = 52;
/** A new bin is 52 to 104 wide. One is kept while the count still has its room, or it is a fifth wider than that: a viewport that trembles changes nothing. */
const KEEP: { readonly from: Px; readonly to: Px } = { from: 48, to: 125 };
/** Closer than this on the average, marks of what is in view of a bin hide each other: of each less than half would be seen. */
const LEAST_PITCH: Px = 8;
/** The same for a career that is drawn whole without numbers: it is not to become coarser where one comes closer. */
export const PATIENT_PITCH: Px = 3;
/** From the middle of the mark that is apart to where a number beside it may begin. */
const APART: Px = 14;
/** A thousandth of a day, and a thousand years. */
const BINS = { least: -10, most: 18 } as const;

/** The smallest power of two days that is wide enough, or the one before where that still serves. */
export function chooseBin(pxPerMs: number, before: number | null = null): number {
  const widthOf = (bin: number): Px => 2 ** bin * DAY_MS * pxPerMs;
  if (before !== null && widthOf(before) >= KEEP.from && widthOf(before) < KEEP.to) return before;
  const bin = Math.ceil(Math.log2(LEAST_BIN / (DAY_MS * pxPerMs)));
  return Math.min(BINS.most, Math.max(BINS.least, Number.isFinite(bin) ? bin : BINS.most));
}

/**
 * Gathers marks that would hide each other. Bins lie on a calendar of their own, in powers of two days counted from 1970:
 * they stay where they are while the viewport moves, and each opens into exactly two. One that the viewport cuts is
 * judged by what is in view of it, and so gathers earlier; where that is too narrow for a number, it gathers with its neighbour.
 *
 *   |  o  o | (23) |   o   | (9)  |
 *
 * @param centres ascending
 * @param width of the time axis alone
 * @param viewport marks on its ends are in it
 * @param apart a mark that is never gathered: the selected one
 * @param pitch at which marks still stand alone, on the average
 * @param before the bin of the picture before, for a viewport that is being moved
 * Every mark of the viewport is in exactly one single or cluster. O(bins × log n).
 */
export function clusterMarks(centres: Float64Array, viewport: Interval, width: Px, { apart = null, before = null, pitch = LEAST_PITCH }: { readonly apart?: number | null; readonly before?: number | null; readonly pitch?: Px } = {}): ClusteredMarks {
  const pxPerMs = width / (viewport.to - viewport.from);
  const bin = chooseBin(pxPerMs, before);
  const length = 2 ** bin * DAY_MS;
  const roomIn = (stretch: number): number => Math.floor((stretch * pxPerMs) / pitch);
  const end = bisectRight(centres, viewport.to);
  const bins: Bin[] = [];
  for (let first = bisectLeft(centres, viewport.from); first < end; ) {
    const place = Math.floor((centres[first] ?? 0) / length);
    const next = Math.min(end, bisectLeft(centres, (place + 1) * length, first + 1));
    // In what the viewport leaves of a bin, marks at the least pitch may stand on both ends: those never gather for being cut.
    const room = { from: Math.max(place * length, viewport.from), to: Math.min((place + 1) * length, viewport.to) };
    const most = Math.max(1, Math.min(roomIn(length), roomIn(room.to - room.from) + 1));
    const whole = { key: `${bin} ${place}`, place, first, next, room, crowded: next - first > most };
    bins.push(...(whole.crowded && apart !== null && apart >= first && apart < next ? split(whole, apart, centres[apart] ?? 0, APART / pxPerMs) : [whole]));
    first = next;
  }
  // From the end, so that those before it keep their places.
  for (let i = bins.length - 1; i >= 0; i--) joinNarrow(bins, i, pxPerMs);

  const singles: number[] = [];
  const clusters: Cluster[] = [];
  for (const { key, first, next, room, crowded } of bins) {
    if (crowded) clusters.push({ key, first, end: next, centre: centres[(first + next) >> 1] ?? 0, extent: { from: centres[first] ?? 0, to: centres[next - 1] ?? 0 }, room });
    else for (let i = first; i < next; i++) singles.push(i);
  }
  return { singles, clusters, bin };
}

/** It stands between what comes before it and what comes after. */
function split({ key, place, first, next, room, crowded }: Bin, apart: number, centre: EpochMs, air: number): Bin[] {
  const before = { key, place, first, next: apart, room: { from: room.from, to: Math.max(room.from, centre - air) }, crowded: crowded && apart - first > 1 };
  const after = { key: `${key} after`, place, first: apart + 1, next, room: { from: Math.min(room.to, centre + air), to: room.to }, crowded: crowded && next - apart > 2 };
  return [before, { key: "", place, first: apart, next: apart + 1, room, crowded: false }, after].filter((bin) => bin.next > bin.first);
}

/** The marks of one bin that are in view. */
interface Bin {
  readonly key: string;
  readonly place: number;
  readonly first: number;
  readonly next: number;
  readonly room: Interval;
  readonly crowded: boolean;
}

/** What the viewport's end, or the mark that is apart, leaves of a crowded bin goes into its crowded neighbour where a number has no room in it. */
function joinNarrow(bins: Bin[], end: number, pxPerMs: number): void {
  const cut = bins[end];
  const beside = [end - 1, end + 1].find((i) => bins[i]?.crowded && Math.abs((bins[i]?.place ?? 0) - (cut?.place ?? 0)) === 1);
  const whole = beside === undefined ? undefined : bins[beside];
  if (!cut?.crowded || beside === undefined || !whole || (cut.room.to - cut.room.from) * pxPerMs >= KEEP.from) return;
  bins[beside] = {
    ...whole,
    first: Math.min(cut.first, whole.first),
    next: Math.max(cut.next, whole.next),
    room: { from: Math.min(cut.room.from, whole.room.from), to: Math.max(cut.room.to, whole.room.to) },
  };
  bins.splice(end, 1);
}
