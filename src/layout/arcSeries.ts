import { bisectRight } from "d3-array";
import type { EpochMs } from "../lib/units.js";
import type { Achievement, Domain } from "../model/career.js";

/** One field of the arc. All arrays run along `ArcSeries.times`. */
export interface ArcBand {
  /** Domain id; "" gathers the achievements that name none. */
  readonly domainId: string;
  /** Achievements led by this domain. */
  readonly count: number;
  /** Expected number done by each time, this band alone. */
  readonly all: readonly number[];
  /** The same, for those that match the filters only. */
  readonly matched: readonly number[];
}

export interface ArcSeries {
  /** Breakpoints, ascending, without repeats: between two of them every band is a straight line. */
  readonly times: readonly EpochMs[];
  /** Bottom to top. */
  readonly bands: readonly ArcBand[];
  /** Sum of the bands. */
  readonly total: readonly number[];
}

/**
 * arc(t): how many achievements are expected to be done by t, each spread evenly over its window, split by the leading domain.
 *
 *   total |            ____/      dated to the day: a step; dated to its role only: a rise across the role
 *         |      _____/
 *         |_____/
 *          from  to
 *
 * The largest field lies at the bottom, where it gets the flat base; ties keep the document's order.
 * @param matches ids that match the filters; null = all
 * O(b × a), b breakpoints and a windows open at once.
 */
export function toArcSeries(
  achievements: readonly Achievement[],
  domains: readonly Domain[],
  matches: ReadonlySet<string> | null,
): ArcSeries {
  const times = [...new Set(achievements.flatMap(({ window }) => [window.from, window.to]))].sort((a, b) => a - b);
  const byDomain = new Map<string, Achievement[]>(domains.map((domain) => [domain.id, []]));
  for (const achievement of achievements) {
    const id = leadingDomain(achievement);
    const band = byDomain.get(id);
    if (band) band.push(achievement);
    else byDomain.set(id, [achievement]);
  }
  const bands = [...byDomain]
    .filter(([, members]) => members.length > 0)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([domainId, members]): ArcBand => {
      const all = cumulate(members, times);
      const matched = matches === null ? all : cumulate(members.filter((member) => matches.has(member.id)), times);
      return { domainId, count: members.length, all, matched };
    });
  return { times, bands, total: times.map((_, i) => bands.reduce((sum, band) => sum + (band.all[i] ?? 0), 0)) };
}

/** The domain whose band an achievement counts in; "" where it names none. */
export function leadingDomain(achievement: Achievement): string {
  return achievement.domains[0] ?? "";
}

/** Values at ascending `times`. Those done are counted whole, so that a finished sum is exact. */
function cumulate(achievements: readonly Achievement[], times: readonly EpochMs[]): number[] {
  const pending = [...achievements].sort((a, b) => a.window.from - b.window.from);
  let next = 0;
  let done = 0;
  let open: Achievement[] = [];
  return times.map((time) => {
    while (next < pending.length) {
      const achievement = pending[next];
      if (!achievement || achievement.window.from > time) break;
      open.push(achievement);
      next++;
    }
    const still = open.filter(({ window }) => window.to > time);
    done += open.length - still.length;
    open = still;
    return done + open.reduce((sum, { window }) => sum + (time - window.from) / (window.to - window.from), 0);
  });
}

/** Value of a piecewise linear series at any time: 0 before it begins, its last value after it ends. */
export function valueAt(times: readonly EpochMs[], values: readonly number[], time: EpochMs): number {
  const right = bisectRight(times, time);
  const v1 = values[right];
  const t1 = times[right];
  if (right === 0) return 0;
  const v0 = values[right - 1] ?? 0;
  const t0 = times[right - 1];
  if (v1 === undefined || t1 === undefined || t0 === undefined) return v0;
  return v0 + ((v1 - v0) * (time - t0)) / (t1 - t0);
}
