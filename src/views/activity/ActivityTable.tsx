import { memo, type ReactNode } from "react";
import { capitalize, formatNumber, NBSP } from "../../lib/format.js";
import { activityByYear, type Activity } from "../../model/activity.js";
import { useTimeline } from "../hooks/useTimeline.js";
import { seriesName } from "./activityWords.js";

/** Series that are named in a row; the smallest give way. */
const MOST_NAMED = 8;
/** Room for "2022" and "1,234,567" with some air, px. */
const [YEARS, COUNTS] = [64, 96];

/** All counts by year, whatever is shown or asked for: exact, and there without a script. Stays while what is beside it moves. */
export const ActivityTable = memo(function ActivityTable({ activity }: { readonly activity: Activity }): ReactNode {
  const career = useTimeline((state) => state.career);
  const names = activity.series.map((series) => seriesName(career, series));
  const partsOf = (counts: ReadonlyMap<number, number>): string => {
    const byName = new Map<string, number>();
    counts.forEach((count, i) => byName.set(names[i] ?? "", (byName.get(names[i] ?? "") ?? 0) + count));
    const sorted = [...byName].sort((a, b) => b[1] - a[1]);
    const rest = sorted.slice(MOST_NAMED).reduce((sum, [, count]) => sum + count, 0);
    return [...sorted.slice(0, MOST_NAMED).map(([name, count]) => `${name}${NBSP}${formatNumber(count)}`), ...(rest > 0 ? [`others${NBSP}${formatNumber(rest)}`] : [])].join(", ");
  };
  const all = new Map(activity.series.map(({ total }, i) => [i, total]));
  return (
    <details className="how">
      <summary>{capitalize(activity.unit)} by year</summary>
      <table>
        {/* Said here, not in a style sheet: without a script none is there, and a year would be cut in two. */}
        <colgroup><col width={YEARS} /><col width={COUNTS} /><col /></colgroup>
        <thead><tr><th scope="col">Year</th><th scope="col">{capitalize(activity.unit)}</th><th scope="col">Of which</th></tr></thead>
        <tbody>
          {activityByYear(activity).map(({ first, last, total, bySeries }) => (
            <tr key={first}><th scope="row">{first === last ? first : `${first} to ${last}`}</th><td>{formatNumber(total)}</td><td dir="auto">{partsOf(bySeries)}</td></tr>
          ))}
          <tr><th scope="row">All</th><td>{formatNumber(activity.total)}</td><td dir="auto">{partsOf(all)}</td></tr>
        </tbody>
      </table>
    </details>
  );
});
