import { indexOf, marksIn } from "../../layout/arcIndex.js";
import type { Interval } from "../../lib/units.js";
import type { Career } from "../../model/career.js";

/**
 * Why nothing stands in a range, where nothing does: the line may rise in it all the same. "" where a mark does.
 *
 * @param matches null = no filter
 */
export function emptyWords(career: Career, range: Interval, matches: ReadonlySet<string> | null): string {
  const index = indexOf(career);
  const { from, to } = marksIn(index, range);
  const seen = index.inTime.slice(from, to);
  if (matches === null ? seen.length > 0 : matches.size === 0 || seen.some(({ id }) => matches.has(id))) return "";
  const reaching = career.achievements.filter(({ id, window }) => window.from < range.to && window.to > range.from && (matches === null || matches.has(id)));
  if (matches !== null) {
    const where = reaching.length === 0 ? "in" : "marked in";
    return matches.size === 1 ? `The one that matches is not ${where} this range.` : `None of the ${matches.size} that match is ${where} this range.`;
  }
  if (reaching.length === 0) return "Nothing is dated to this range.";
  const spread = reaching.some(({ dating }) => dating !== "own") ? "undated work is spread over its role" : "work is spread over all of the time that is stated for it";
  return `No mark in this range: the line rises because ${spread}.`;
}
