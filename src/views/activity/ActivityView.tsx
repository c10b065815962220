import { useMemo, useRef, type ReactNode } from "react";
import { ActivityDensity } from "../../charts/ActivityDensity.js";
import { binAt, countIn, toActivityIndex } from "../../layout/activityDensity.js";
import { placeDensity, type PlacedDensity } from "../../layout/placeDensity.js";
import type { Interval } from "../../lib/units.js";
import type { Activity } from "../../model/activity.js";
import { usePrinting } from "../hooks/usePrinting.js";
import { useTimeline } from "../hooks/useTimeline.js";
import { useWidth } from "../hooks/useWidth.js";
import { ActivityReader } from "./ActivityReader.js";
import { ActivityTable } from "./ActivityTable.js";
import { barWords } from "./activityWords.js";
import { askedCounts, countAsked, densityWords, slotAsked } from "./densityOf.js";

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
  const index = useMemo(() => toActivityIndex(activity), [activity]);
  const asked = useMemo(() => askedCounts(activity, index, filters), [activity, index, filters]);
  const width = printing ? SHEET : measured;
  const placements = useMemo((): readonly [PlacedDensity, ...PlacedDensity[]] => {
    const place = (room: number, first?: PlacedDensity): PlacedDensity => placeDensity({ index, asked, viewport, width: room, ...(first ? { bin: first.bin } : {}) });
    const first = place(width ?? STILLS[0] ?? 358);
    return width === null ? [first, ...STILLS.slice(1).map((room) => place(room, first))] : [first];
  }, [index, asked, viewport, width]);
  const [placement] = placements;
  const { bin } = placement;
  const slot = slotAsked(career, filters);
  const words = densityWords(placement, activity, index, asked, career, filters);
  const read = (at: number): string => {
    const stretch = binAt(bin, at);
    return barWords({ activity, bin }, stretch, countIn(index, stretch), countAsked(asked, stretch));
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
