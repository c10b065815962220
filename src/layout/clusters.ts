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
 * @param apart marks that are never gathered: the selected one
 * @param before the bin of the picture before, for a viewport that is being moved
 * Every mark of the viewport is in exactly one single or cluster. O(bins × log n).
 */
export function clusterMarks(centres: Float64Array, viewport: Interval, width: Px, { apart = null, before = null }: { readonly apart?: number | null; readonly before?: number | null } = {}): ClusteredMarks {
  const pxPerMs = width / (viewport.to - viewport.from);
  const bin = chooseBin(pxPerMs, before);
  const length = 2 ** bin * DAY_MS;
  const roomIn = (stretch: number): number => Math.floor((stretch * pxPerMs) / LEAST_PITCH);
  const end = bisectRight(centres, viewport.to);
  const bins: Bin[] = [];
  for (let first = bisectLeft(centres, viewport.from); first < end; ) {
    const place = Math.floor((centres[first] ?? 0) / length);
    const next = Math.min(end, bisectLeft(centres, (place + 1) * length, first + 1));
    // In what the viewport leaves of a bin, marks at the least pitch may stand on both ends: those never gather for being cut.
    const room = { from: Math.max(place * length, viewport.from), to: Math.min((place + 1) * length, viewport.to) };
    const most = Math.max(1, Math.min(roomIn(length), roomIn(room.to - room.from) + 1));
    bins.push({ place, first, next, room, crowded: next - first > most });
    first = next;
  }
  joinEnd(bins, 0, 1, pxPerMs);
  joinEnd(bins, bins.length - 1, bins.length - 2, pxPerMs);

  const singles: number[] = [];
  const clusters: Cluster[] = [];
  for (const { place, first, next, room, crowded } of bins) {
    if (crowded) gather(first, next, room, `${bin} ${place}`);
    else for (let i = first; i < next; i++) singles.push(i);
  }
  return { singles, clusters, bin };

  function gather(first: number, next: number, room: Interval, key: string): void {
    const between = apart === null ? null : (centres[apart] ?? null);
    if (apart !== null && between !== null && apart >= first && apart < next) {
      // It stands between what comes before it and what comes after.
      gather(first, apart, { from: room.from, to: between }, key);
      singles.push(apart);
      gather(apart + 1, next, { from: between, to: room.to }, `${key} after`);
    } else if (next - first === 1) singles.push(first);
    else if (next > first) clusters.push({ key, first, end: next, centre: centres[(first + next) >> 1] ?? 0, extent: { from: centres[first] ?? 0, to: centres[next - 1] ?? 0 }, room });
  }
}

/** The marks of one bin that are in view. */
interface Bin {
  readonly place: number;
  readonly first: number;
  readonly next: number;
  readonly room: Interval;
  readonly crowded: boolean;
}

/** What the viewport's end leaves of a crowded bin goes into its crowded neighbour where a number has no room in it. */
function joinEnd(bins: Bin[], end: number, beside: number, pxPerMs: number): void {
  const [cut, whole] = [bins[end], bins[beside]];
  if (!cut?.crowded || !whole?.crowded || Math.abs(cut.place - whole.place) !== 1 || (cut.room.to - cut.room.from) * pxPerMs >= KEEP.from) return;
  bins[beside] = {
    ...whole,
    first: Math.min(cut.first, whole.first),
    next: Math.max(cut.next, whole.next),
    room: { from: Math.min(cut.room.from, whole.room.from), to: Math.max(cut.room.to, whole.room.to) },
  };
  bins.splice(end, 1);
}
