import type { Interval, Px, Ratio } from "../lib/units.js";
import { textWidth } from "./textWidth.js";
import { timeTicks, TICK_SIZE } from "./timeTicks.js";

/** Narrowest page column in which a label is shown. */
export type TickFrom = 0 | 520 | 780 | 1004;

export interface SkillTick {
  readonly x: Ratio;
  readonly label: string;
  readonly from: TickFrom;
}

/** The career arc's plot at the wide form: its steps are the steps of the rows under it. */
const ARC_PLOT: Px = 930;
/** The rows' plot at each of these page columns, at its narrowest. */
const PLOTS: readonly (readonly [from: TickFrom, width: Px])[] = [[0, 181], [520, 308], [780, 528]];
/** From about this page column on the rows have their counts to the right of the plot, and labels have room there. */
const COUNTS_FROM: TickFrom = 780;
const GAP: Px = 8;
/** One in so many labels without a year, then of those with one. */
const PARTS = [1, 2, 3, 4, 6];
const YEARS = [1, 2, 5, 10, 20, 50, 100];
/** Less round, but of even years every fourth is there and of every fifth hardly any. */
const OTHER_YEARS = [4, 8, 3, 6];

interface Tick {
  readonly x: Ratio;
  readonly label: string;
  /** null where the label does not say it. */
  readonly year: number | null;
  /** How many ticks ago a label said the year. */
  readonly since: number;
}

/**
 * The time axis of the skill rows: the same steps as the arc over them. Nothing is measured there, so each label says
 * from which width on it is shown; what is left at any width stands apart, and no label waits for a year that is gone.
 *
 *   1004   2018  2019  2020  2021  2022
 *    780   2018  2019  2020  2021  2022
 *    520   2018        2020        2022
 */
export function skillTicks(domain: Interval): readonly SkillTick[] {
  let since = 0;
  const ticks = timeTicks(domain, ARC_PLOT).flatMap(({ time, label }): Tick[] => {
    if (label === null) return [];
    const year = /\d{4}$/.exec(label);
    since = year ? 0 : since + 1;
    return [{ x: (time - domain.from) / (domain.to - domain.from), label, year: year ? Number(year[0]) : null, since }];
  });
  // What a narrow page shows a wider one shows, too: the choice runs from wide to narrow.
  let left: readonly Tick[] = ticks;
  const from = new Map<Tick, TickFrom>(ticks.map((tick) => [tick, 1004]));
  for (const [least, width] of [...PLOTS].reverse()) {
    const inside = left.filter((tick) => least >= COUNTS_FROM || !reachesOver(tick, width));
    left = thinned(inside.length > 0 ? inside : left, width);
    for (const tick of left) from.set(tick, least);
  }
  return ticks.map((tick) => ({ x: tick.x, label: tick.label, from: from.get(tick) ?? 1004 }));
}

function thinned(ticks: readonly Tick[], width: Px): readonly Tick[] {
  const withYear = ticks.filter(({ year }) => year !== null);
  const choices = [
    ...PARTS.map((n) => ticks.filter(({ since }) => since % n === 0)),
    ...[...YEARS, ...OTHER_YEARS].map((n) => withYear.filter(({ year }) => (year ?? 0) % n === 0)),
    withYear.filter((_, i) => i === 0 || i === withYear.length - 1),
  ].filter((choice) => standApart(choice, width));
  return choices.find(({ length }) => length > 2) ?? choices.find(({ length }) => length > 1) ?? withYear.slice(0, 1);
}

function standApart(ticks: readonly Tick[], width: Px): boolean {
  return ticks.every(({ x, label }, i) => {
    const before = ticks[i - 1];
    return before === undefined || (x - before.x) * width >= (sizeOf(label) + sizeOf(before.label)) / 2 + GAP;
  });
}

/** Where the page is narrow the plot ends with its column: centred on that end, a label would be cut. */
const reachesOver = ({ x, label }: Tick, width: Px): boolean => (1 - x) * width < sizeOf(label) / 2;

const sizeOf = (label: string): Px => textWidth(label, TICK_SIZE, 400);
