import type { ReactNode } from "react";
import { slotClass } from "../charts/FieldGlyph.js";
import { px } from "../charts/paths.js";
import { leadingDomain } from "../layout/arcSeries.js";
import { slotOf } from "../layout/fieldSlot.js";
import { createTimeScale } from "../layout/timeScale.js";
import { careerExtent, timeDomain } from "../layout/timeDomain.js";
import type { Achievement, Career } from "../model/career.js";
import { formatPartialDate, yearOf } from "../model/dates.js";

/** The whole career as a line, and on it the stretch in which this was done. */
export function WindowStrip({ career, achievement }: { readonly career: Career; readonly achievement: Achievement }): ReactNode {
  const extent = careerExtent(career);
  const role = career.roles.find(({ id }) => id === achievement.roleId);
  if (!extent || !role) return null;
  const domain = timeDomain(extent);
  const { toPx } = createTimeScale(domain, 0, 100);
  const { window, known, stated } = achievement;
  const percent = (time: number): string => `${px(toPx(time))}%`;
  // Of a known start only the start is known: the other end is the role's.
  const from = known ? (known.side === "start" ? known.from : role.start) : (stated?.from ?? role.start);
  const to = known ? (known.side === "end" ? known.to : role.end) : (stated?.to ?? role.end);
  const dotsFrom = known?.side === "start" ? known.interval.to : window.from;
  const dotsTo = known?.side === "end" ? known.interval.from : window.to;
  const wide = toPx(window.to) - toPx(window.from) > 34;
  return (
    <svg className={`strip ${slotClass(slotOf(career, leadingDomain(achievement)))}`} height="36" aria-hidden="true">
      <line className="all" x1="0" x2="100%" y1="8" y2="8" />
      {known ? <line className="sure" x1={percent(known.interval.from)} x2={percent(known.interval.to)} y1="8" y2="8" /> : null}
      {known ? [known.interval.from, known.interval.to].map((at) => <line key={at} className="cap" x1={percent(at)} x2={percent(at)} y1="3" y2="13" />) : null}
      <line className="dots" x1={percent(dotsFrom)} x2={percent(dotsTo)} y1="8" y2="8" />
      {[window.from, window.to].map((at) => <line key={at} className="cap" x1={percent(at)} x2={percent(at)} y1="2" y2="14" />)}
      {toPx(window.from) > 14 ? <text x="0" y="31">{yearOf(domain.from)}</text> : null}
      {wide ? <text x={percent(window.from)} y="31">{formatPartialDate(from, "short")}</text> : null}
      <text x={percent(window.to)} y="31" textAnchor={toPx(window.to) > 20 ? "end" : "start"}>{to ? formatPartialDate(to, "short") : "now"}</text>
    </svg>
  );
}
