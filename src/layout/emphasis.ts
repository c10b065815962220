import type { Px } from "../lib/units.js";
import type { Achievement, Career } from "../model/career.js";
import { leadMetric } from "../model/featured.js";
import type { ArcForm } from "./arcFrame.js";

/** What the visitor's question does to one achievement's marks. */
export type Emphasis = "plain" | "matched" | "dimmed" | "selected";

/** What the arc is asked to stress. */
export interface EmphasisState {
  /** Ids that match; null = no filter is on. */
  readonly matches: ReadonlySet<string> | null;
  readonly selected: string | null;
}

export function emphasisOf(id: string, { matches, selected }: EmphasisState): Emphasis {
  if (id === selected) return "selected";
  if (matches === null) return "plain";
  return matches.has(id) ? "matched" : "dimmed";
}

/** Most matches that are all shown at the size of a featured figure. */
const LARGE_MATCHES = 6;

/** Figure and caption sizes by room; the numbers are the design's. */
export function labelSizes(
  form: ArcForm,
  dense: boolean,
  { matches, selected }: EmphasisState,
): (achievement: Achievement) => { readonly figure: Px; readonly caption: Px } {
  const narrow = form === "narrow";
  const small = dense || form === "embed";
  const caption = narrow ? 13 : 13.5;
  const featured = narrow || small ? 20 : 24;
  const other = narrow ? 15.5 : small ? 16 : 17;
  return (achievement) => {
    if (selected !== null) return { figure: achievement.id === selected ? Math.max(form === "embed" ? 20 : 22, featured) : narrow ? 15.5 : 16, caption };
    if (matches !== null) return { figure: matches.size <= LARGE_MATCHES ? featured : other, caption };
    return { figure: isFeatured(achievement) ? featured : other, caption };
  };
}

export function isFeatured(achievement: Achievement): boolean {
  return achievement.metrics.some((metric) => metric.featured);
}

/**
 * Rank for a place on the picture, 0 first: the selected one, then the featured, then those with a figure, then the
 * rest; ties in résumé order. Dimmed ones have no label and are not in the result.
 */
export function labelPriorities(career: Career, state: EmphasisState): ReadonlyMap<string, number> {
  const rank = (achievement: Achievement): number => {
    if (achievement.id === state.selected) return 0;
    if (isFeatured(achievement)) return 1;
    return leadMetric(achievement) ? 2 : 3;
  };
  const named = career.achievements.filter(({ id }) => emphasisOf(id, state) !== "dimmed");
  return new Map(
    named
      .map((achievement) => ({ achievement, rank: rank(achievement) }))
      .sort((a, b) => a.rank - b.rank || a.achievement.index - b.achievement.index)
      .map(({ achievement }, priority) => [achievement.id, priority]),
  );
}
