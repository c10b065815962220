import { formatCount, formatNumber } from "../lib/format.js";
import type { Career } from "../model/career.js";
import { lastYearOf, yearOf } from "../model/dates.js";
import { emptyAdvice } from "../model/phrase.js";
import { NO_FILTERS } from "../model/select.js";
import { careerExtent } from "./timeDomain.js";

/**
 * The line under a name, in an embed and on a card: "9 achievements, 2018 to 2025", "3 of 9 achievements, 2018–2025". Where
 * none is written down the roles are counted, and it says so: "4 roles, 2009 to 2026. No achievements are written down yet."
 *
 * @param matches ids that match the filters; null = no filter is on
 * @param to between the first and the last year
 */
export function countWords(career: Career, matches: ReadonlySet<string> | null, to: string): string {
  const all = career.achievements.length;
  // Of what matches, the years that it lies in.
  const extent = careerExtent(matches === null || matches.size === 0 ? career : { ...career, roles: [], achievements: career.achievements.filter(({ id }) => matches.has(id)) });
  const years = extent ? `, ${[...new Set([yearOf(extent.from), lastYearOf(extent)])].join(to)}` : "";
  if (all > 0) return (matches === null ? "" : `${formatNumber(matches.size)} of `) + formatCount(all, "achievement") + years;
  const nothing = emptyAdvice(career, NO_FILTERS, []);
  return career.roles.length === 0 ? nothing : `${formatCount(career.roles.length, "role")}${years}. ${nothing}`;
}
