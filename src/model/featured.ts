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
  const inTime = [...career.achievements].sort((a, b) => a.centre - b.centre || a.index - b.index);
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

/** The figure that stands for an achievement: its featured one, else its first. */
export function leadMetric(achievement: Achievement): Metric | null {
  return achievement.metrics.find((metric) => metric.featured) ?? achievement.metrics[0] ?? null;
}
