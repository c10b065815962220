import type { ReactNode } from "react";
import { slotClass } from "../charts/FieldGlyph.js";
import { px } from "../charts/paths.js";
import { leadingDomain } from "../layout/arcSeries.js";
import { slotOf } from "../layout/fieldSlot.js";
import { textWidth } from "../layout/textWidth.js";
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
  const words = placeWords(toPx(window.from), toPx(window.to), formatPartialDate(from, "short"), to ? formatPartialDate(to, "short") : "now");
  const yearEnd = (100 * textWidth(String(yearOf(domain.from)), 13, 420)) / NARROWEST;
  return (
    <svg className={`strip ${slotClass(slotOf(career, leadingDomain(achievement)))}`} height="36" aria-hidden="true">
      <line className="all" x1="0" x2="100%" y1="8" y2="8" />
      {known ? <line className="sure" x1={percent(known.interval.from)} x2={percent(known.interval.to)} y1="8" y2="8" /> : null}
      {known ? [known.interval.from, known.interval.to].map((at) => <line key={at} className="cap" x1={percent(at)} x2={percent(at)} y1="3" y2="13" />) : null}
      <line className="dots" x1={percent(dotsFrom)} x2={percent(dotsTo)} y1="8" y2="8" />
      {[window.from, window.to].map((at) => <line key={at} className="cap" x1={percent(at)} x2={percent(at)} y1="2" y2="14" />)}
      {words.every(({ left }) => left > yearEnd + 3) ? <text x="0" y="31">{yearOf(domain.from)}</text> : null}
      {words.map(({ text, x, anchor }) => <text key={x} x={`${px(x)}%`} y="31" textAnchor={anchor}>{text}</text>)}
    </svg>
  );
}

/** The panel is never narrower inside; what fits here fits everywhere. */
const NARROWEST = 270;

interface StripWord {
  readonly text: string;
  /** Percent of the strip, likewise `left`, the word's left end. */
  readonly x: number;
  readonly left: number;
  readonly anchor: "start" | "end";
}

/** The two ends of the window under their caps, or both in one where they would touch. */
function placeWords(x0: number, x1: number, from: string, to: string): readonly StripWord[] {
  const widthOf = (text: string): number => (100 * textWidth(text, 13, 420)) / NARROWEST;
  const [first, last] = [widthOf(from), widthOf(to)];
  if (x1 - x0 >= first + last + 4) return [{ text: from, x: x0, left: x0, anchor: "start" }, { text: to, x: x1, left: x1 - last, anchor: "end" }];
  const text = from === to ? from : `${from} – ${to}`;
  const both = widthOf(text);
  return x1 >= both ? [{ text, x: x1, left: x1 - both, anchor: "end" }] : [{ text, x: Math.min(x0, 100 - both), left: Math.min(x0, 100 - both), anchor: "start" }];
}
