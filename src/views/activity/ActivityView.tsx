import { useMemo, useRef, type ReactNode } from "react";
import { ActivityDensity } from "../../charts/ActivityDensity.js";
import { binAt, countIn, spreadOver, toActivityIndex, type ActivityIndex } from "../../layout/activityDensity.js";
import { slotOf } from "../../layout/fieldSlot.js";
import { cut, placeDensity, type PlacedDensity } from "../../layout/placeDensity.js";
import type { Interval } from "../../lib/units.js";
import { isAsked, type Activity } from "../../model/activity.js";
import { periodInterval } from "../../model/period.js";
import { usePrinting } from "../hooks/usePrinting.js";
import { useTimeline } from "../hooks/useTimeline.js";
import { useWidth } from "../hooks/useWidth.js";
import { ActivityReader } from "./ActivityReader.js";
import { ActivityTable } from "./ActivityTable.js";
import { activityWords, barWords, narrowsActivity } from "./activityWords.js";

/** As `ArcSection` has them; the bins of the narrowest, so that one sentence is true of all. */
const STILLS: readonly number[] = [358, 672, 1184];
/** On paper: see `Timeline`. */
const SHEET = 1120;

/**
 * What happened often, as a quiet density on the arc's time axis, its sentence, and all of it as a table.
 */
export function ActivityView({ activity }: { readonly activity: Activity }): ReactNode {
  const whole = useTimeline((state) => state.selectors.bounds())?.whole ?? null;
  return whole ? <Density activity={activity} whole={whole} /> : <div className="legend"><ActivityTable activity={activity} /></div>;
}

function Density({ activity, whole }: { readonly activity: Activity; readonly whole: Interval }): ReactNode {
  const career = useTimeline((state) => state.career);
  const filters = useTimeline((state) => state.filters);
  const seen = useTimeline((state) => state.viewport);
  const box = useRef<HTMLDivElement>(null);
  const measured = useWidth(box);
  const printing = usePrinting();
  const viewport = printing ? whole : (seen ?? whole);
  const { domains, skills } = filters;
  const index = useMemo(() => toActivityIndex(activity), [activity]);
  const asked = useMemo((): { readonly index: ActivityIndex; readonly period: Interval | null } | null => {
    if (!narrowsActivity(filters)) return null;
    return { index: domains.length + skills.length === 0 ? index : toActivityIndex(activity, (series) => isAsked(series, filters)), period: periodInterval(filters.period) };
  }, [activity, index, filters, domains, skills]);
  const width = printing ? SHEET : measured;
  const placements = useMemo((): readonly [PlacedDensity, ...PlacedDensity[]] => {
    const place = (room: number, first?: PlacedDensity): PlacedDensity => placeDensity({ index, asked, viewport, width: room, ...(first ? { bin: first.bin } : {}) });
    const first = place(width ?? STILLS[0] ?? 358);
    return width === null ? [first, ...STILLS.slice(1).map((room) => place(room, first))] : [first];
  }, [index, asked, viewport, width]);
  const [placement] = placements;
  const { bin, bars } = placement;
  const [chosen] = domains;
  const slot = chosen !== undefined && domains.length === 1 ? slotOf(career, chosen) : null;
  const askedIn = (stretch: Interval): ReturnType<typeof countIn> | null => {
    const part = asked && cut(stretch, asked.period);
    return asked === null ? null : part ? countIn(asked.index, part) : { count: 0, spread: null };
  };
  const words = activityWords({
    activity, career, filters, bin, shown: countIn(index, viewport), asked: askedIn(viewport), spread: spreadOver(index, bin, viewport),
    most: bars.reduce((most, { from, to }) => Math.max(most, countIn(index, { from, to }).count), 0),
  });
  const read = (at: number): string => {
    const stretch = binAt(bin, at);
    return barWords({ activity, bin }, stretch, countIn(index, stretch), askedIn(stretch));
  };
  return (
    <div ref={box}>
      {width === null
        ? placements.map((each) => <div key={each.form} className={`still ${each.form}`}><ActivityDensity placement={each} slot={slot} /></div>)
        : null}
      <ActivityReader placement={width === null ? null : placement} unit={activity.unit} slot={slot} read={read} words={words}>
        <ActivityTable activity={activity} />
      </ActivityReader>
    </div>
  );
}
