import type { Achievement, Career } from "./career.js";

export type SortKey = "when" | "title" | "organization" | "figure";
export type SortDirection = "ascending" | "descending";

export interface Sort {
  readonly by: SortKey;
  readonly direction: SortDirection;
}

type Compare = (a: Achievement, b: Achievement) => number;

/** "Version 9" before "version 10"; the same order on every machine, whatever its language. */
const words = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Newest node first; those at one instant in résumé order. Never 0 for two different achievements. */
export const newestFirst: Compare = (a, b) => b.centre - a.centre || a.index - b.index;

/**
 * The achievements in the order a list asks for; ties stand newest first in either direction.
 *
 * By figure: those without a number, with one, with a featured one. Sizes are never compared, since a percentage, a
 * head count and a number of weeks have no common order. Those without an organization stand last, ascending or not.
 * @returns a new array
 */
export function sortAchievements(career: Career, achievements: readonly Achievement[], sort: Sort): readonly Achievement[] {
  const compare = createCompare(career, sort);
  return [...achievements].sort((a, b) => compare(a, b) || newestFirst(a, b));
}

function createCompare(career: Career, { by, direction }: Sort): Compare {
  const turn = direction === "ascending" ? 1 : -1;
  switch (by) {
    case "when":
      return (a, b) => turn * (a.centre - b.centre);
    case "title":
      return (a, b) => turn * words.compare(a.title, b.title);
    case "organization": {
      const labels = new Map(career.roles.map((role) => [role.id, role.organization?.label]));
      return (a, b) => {
        const [first, second] = [labels.get(a.roleId), labels.get(b.roleId)];
        if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
        return turn * words.compare(first, second);
      };
    }
    case "figure":
      return (a, b) => turn * (figureRank(a) - figureRank(b));
  }
}

function figureRank(achievement: Achievement): number {
  if (achievement.metrics.some((metric) => metric.featured)) return 2;
  return achievement.metrics.length > 0 ? 1 : 0;
}
