import type { Achievement, Career } from "./career.js";
import type { Metric } from "./document.js";

export interface FeaturedMetric {
  readonly achievement: Achievement;
  readonly metric: Metric;
}

/** The header has room for four. */
export const FEATURED_LIMIT = 4;

/**
 * The figures that stand in the header.
 *
 * 1. Those the owner marked `featured`, in résumé order of their roles oldest first, four at the most.
 * 2. If none is marked: the first figure of each achievement; one achievement per leading domain before any
 *    second, the latest first. No figure is judged "better" than another: size does not enter.
 */
export function selectFeatured(career: Career): readonly FeaturedMetric[] {
  const inTime = inTimeOf(career.achievements);
  const marked = inTime.flatMap((achievement) =>
    achievement.metrics.filter((metric) => metric.featured).map((metric) => ({ achievement, metric })),
  );
  if (marked.length > 0) return marked.slice(0, FEATURED_LIMIT);

  const seen = new Set<string>();
  const first: FeaturedMetric[] = [];
  const further: FeaturedMetric[] = [];
  for (const achievement of inTime.reverse()) {
    const metric = achievement.metrics[0];
    if (!metric) continue;
    const field = achievement.domains[0] ?? "";
    (seen.has(field) ? further : first).push({ achievement, metric });
    seen.add(field);
  }
  return [...first, ...further].slice(0, FEATURED_LIMIT);
}

/**
 * The same under a filter, so that nobody takes another achievement's figure for one of those that are shown: the featured
 * ones of those that match, then their first figures, then their others, the latest first. Where they have fewer than the
 * header shows without a filter, featured ones of the rest follow.
 */
export function featuredUnder(career: Career, matches: ReadonlySet<string>): readonly FeaturedMetric[] {
  const usual = selectFeatured(career);
  const found = inTimeOf(career.achievements.filter(({ id }) => matches.has(id))).reverse();
  const own = found.flatMap((achievement) => achievement.metrics.map((metric, i) => ({ achievement, metric, i })));
  const ranked = [
    ...usual.filter(({ achievement }) => matches.has(achievement.id)),
    ...own.filter(({ i }) => i === 0),
    ...own,
    ...usual,
  ];
  const byMetric = new Map<Metric, FeaturedMetric>();
  for (const { achievement, metric } of ranked) if (!byMetric.has(metric)) byMetric.set(metric, { achievement, metric });
  return [...byMetric.values()].slice(0, usual.length);
}

const inTimeOf = (achievements: readonly Achievement[]): Achievement[] => [...achievements].sort((a, b) => a.centre - b.centre || a.index - b.index);

/** The figure that stands for an achievement: its featured one, else its first. */
export function leadMetric(achievement: Achievement): Metric | null {
  return achievement.metrics.find((metric) => metric.featured) ?? achievement.metrics[0] ?? null;
}
