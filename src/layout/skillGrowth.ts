import { max, min } from "d3-array";
import type { EpochMs, Interval, Px } from "../lib/units.js";
import type { Achievement, Career, Skill } from "../model/career.js";
import { yearOf } from "../model/dates.js";
import { within } from "./arcIndex.js";
import { toArcSeries, valueAt, type ArcSeries } from "./arcSeries.js";
import { stackBands, type StackedBand } from "./stackBands.js";
import { createTimeScale } from "./timeScale.js";
import { careerExtent, timeDomain } from "./timeDomain.js";

export const SKILL_ROW_HEIGHT: Px = 44;
/** Rows are stretched to the page's width, so their x runs over a fixed range; y is px. */
export const SKILL_X_RANGE = 1000;
/** Room above the highest row's line. */
const HEADROOM: Px = 14;
const MOST_STARTS = 4;

export interface SkillRow {
  readonly skill: Skill;
  /** Achievements that name it, and those among them that match. None only where a stretch of time has none of them. */
  readonly count: number;
  readonly matched: number;
  /** First and last year in which any window of those lies. */
  readonly years: readonly [number, number];
  readonly xs: readonly number[];
  readonly bands: readonly StackedBand[];
  /** From the end of its last window to the end of the career: nothing later names it. null where it ends with the career. */
  readonly level: { readonly x0: number; readonly x1: number; readonly y: Px } | null;
}

export interface SkillGrowthPlacement {
  readonly domain: Interval;
  readonly rows: readonly SkillRow[];
  /** Where roles begin: a stronger hairline. None for many roles, whose lines would be a fence. */
  readonly roleStarts: readonly number[];
}

/**
 * One small arc per skill, over the achievements that name it, all with the same px per achievement; it ends with the last of them.
 * Sorted by how many name it, then as the owner listed them. A skill that none names has no row.
 *
 * @returns null where no skill is listed, or nothing is dated
 * @param viewport a stretch of time: then every row counts from its left edge on, and what reaches into it; the order stays
 */
export function placeSkillGrowth(career: Career, matches: ReadonlySet<string> | null, viewport: Interval | null = null): SkillGrowthPlacement | null {
  const extent = career.skills.length === 0 ? null : careerExtent(career);
  if (!extent) return null;
  const domain = viewport ?? timeDomain(extent);
  const inView = ({ window }: Achievement): boolean => viewport === null || (window.from < viewport.to && window.to > viewport.from);
  const { toPx } = createTimeScale(domain, 0, SKILL_X_RANGE);
  const named = career.skills
    .map((skill) => ({ skill, achievements: career.achievements.filter((achievement) => achievement.skills.includes(skill.id)) }))
    .filter(({ achievements }) => achievements.length > 0)
    .sort((a, b) => b.achievements.length - a.achievements.length);
  const growth = named.map(({ skill, achievements }) => {
    const whole = toArcSeries(achievements, career.domains, matches);
    const last = achievements.map(({ window }) => window).reduce((latest, window) => (window.to > latest.to ? window : latest));
    return { skill, achievements, last, series: viewport ? cutSeries(whole, within(viewport, { from: extent.from, to: last.to }), viewport.from) : whole };
  });
  // Of a stretch of time the unit is its own, as the arc's is; the little that may have been done in it does not fill a row.
  const most = viewport ? Math.max(1, ...growth.map(({ series }) => endOf(series))) : Math.max(2, ...named.map(({ achievements }) => achievements.length));
  const unit = (SKILL_ROW_HEIGHT - HEADROOM) / most;
  const toY = (value: number): Px => SKILL_ROW_HEIGHT - value * unit;

  const placeLevel = (from: EpochMs, to: EpochMs, value: number): SkillRow["level"] => (from < to && value > 0 ? { x0: toPx(from), x1: toPx(to), y: toY(value) } : null);
  const rows = growth.map(({ skill, achievements, last, series }): SkillRow => {
    const seen = achievements.filter(inView);
    return {
      skill,
      count: seen.length,
      matched: matches === null ? seen.length : seen.filter(({ id }) => matches.has(id)).length,
      years: yearsOf(seen.length > 0 ? seen : achievements),
      xs: series.times.map(toPx),
      bands: stackBands(career, series, toY),
      level: placeLevel(Math.max(last.to, domain.from), Math.min(extent.to, domain.to), endOf(series)),
    };
  });
  const starts = career.roles.length > MOST_STARTS ? [] : career.roles.map(({ interval }) => interval.from).filter((time) => time >= domain.from && time <= domain.to).map(toPx);
  return { domain, rows, roleStarts: [...new Set(starts)] };
}

const yearsOf = (achievements: readonly Achievement[]): readonly [number, number] => [yearOf(min(achievements, ({ window }) => window.from) ?? 0), yearOf((max(achievements, ({ window }) => window.to) ?? 0) - 1)];

const endOf = ({ total }: ArcSeries): number => total[total.length - 1] ?? 0;

/** The series of a stretch of time, counted from a moment on. */
function cutSeries({ times, bands, total }: ArcSeries, { from, to }: Interval, since: EpochMs): ArcSeries {
  const inside = [from, ...times.filter((time) => time > from && time < to), to];
  const along = (values: readonly number[]): number[] => {
    const base = valueAt(times, values, since);
    return inside.map((time) => valueAt(times, values, time) - base);
  };
  return { times: inside, bands: bands.map((band) => ({ ...band, all: along(band.all), matched: along(band.matched) })), total: along(total) };
}
