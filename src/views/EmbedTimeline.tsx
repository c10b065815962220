import { useMemo, useRef, type ReactNode } from "react";
import { formatCount } from "../lib/format.js";
import { arcHeight, embedForm, NARROW_MAX } from "../layout/arcFrame.js";
import { roleLanes } from "../layout/roleBars.js";
import { careerExtent } from "../layout/timeDomain.js";
import type { Career } from "../model/career.js";
import { lastYearOf, yearOf } from "../model/dates.js";
import { emptyAdvice, matchTitle } from "../model/phrase.js";
import { isFiltered } from "../model/select.js";
import type { TimelineStore } from "../state/store.js";
import { AchievementList } from "./AchievementList.js";
import { Announcer } from "./Announcer.js";
import { KnownSides, Marks, openSlots } from "./ArcLegend.js";
import { LiveArc, StillArc, type ArcDrawingProps } from "./ArcDrawing.js";
import { FilterBar } from "./FilterBar.js";
import { HowDrawn } from "./HowDrawn.js";
import { useDetails } from "./hooks/useDetails.js";
import { TimelineContext, useTimeline, useTimelineContext } from "./hooks/useTimeline.js";
import { useWidth } from "./hooks/useWidth.js";
import { GAUGE, useWidthFactor } from "./hooks/useWidthFactor.js";
import { LateDetails } from "./LateDetails.js";

export interface EmbedTimelineProps {
  readonly store: TimelineStore;
  /** Starts every id; unique on the page. */
  readonly idPrefix: string;
  readonly filters: boolean;
  /** Address of the whole page, or null where there is none. */
  readonly pageHref: string | null;
}

/** The picture in a stranger's page: a line that says who, the arc, one sentence, and the same facts as a list. */
export function EmbedTimeline({ store, idPrefix, filters, pageHref }: EmbedTimelineProps): ReactNode {
  const context = useMemo(() => ({ store, idPrefix, pageHref }), [store, idPrefix, pageHref]);
  return (
    <TimelineContext.Provider value={context}>
      <Body filters={filters} />
    </TimelineContext.Provider>
  );
}

function Body({ filters }: { readonly filters: boolean }): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const width = useWidth(stage);
  const { achievement, close, rootProps } = useDetails(root, false);
  return (
    <div ref={root} className="timeline embed" data-live={width === null ? undefined : ""} {...rootProps}>
      <Head />
      {filters ? <FilterBar /> : null}
      <Announcer />
      <div ref={stage} className="stage">
        <Arc width={width} />
        <LateDetails open={achievement ? { achievement, onClose: close } : null} />
        <Foot />
      </div>
    </div>
  );
}

function Head(): ReactNode {
  const career = useTimeline((state) => state.career);
  const filters = useTimeline((state) => state.filters);
  const found = useTimeline((state) => state.selectors.matches(state.filters));
  const relaxations = useTimeline((state) => state.selectors.relaxations(state.filters));
  const { idPrefix, pageHref } = useTimelineContext();
  const { name, headline } = career.person;
  const filtered = isFiltered(filters);
  const nothing = filtered && found.size === 0 && career.achievements.length > 0;
  return (
    <div className="embedhead" part="header">
      <h2 id={`${idPrefix}arc`} dir="auto">{[name, headline].filter(Boolean).join(", ")}</h2>
      <p dir="auto">{nothing ? emptyAdvice(career, filters, relaxations) : filtered ? matchTitle(career, filters, found) : countAndYears(career)}</p>
      {pageHref === null ? null : <a href={pageHref} target="_blank" rel="noopener">Open <span className="sr">the whole page</span> <span aria-hidden="true">↗</span></a>}
    </div>
  );
}

/** "9 achievements, 2018 to 2025". */
function countAndYears(career: Career): string {
  const count = formatCount(career.achievements.length, "achievement");
  const extent = careerExtent(career);
  if (!extent) return count;
  const [first, last] = [yearOf(extent.from), lastYearOf(extent)];
  return first === last ? `${count}, ${first}` : `${count}, ${first} to ${last}`;
}

/** The widths that are drawn before a script has measured; the style sheet shows the one that fits. */
const STILLS: readonly number[] = [326, 608];

function Arc({ width }: { readonly width: number | null }): ReactNode {
  const { idPrefix } = useTimelineContext();
  return (
    <section className="arcbox" aria-labelledby={`${idPrefix}arc`} part="arc">
      {width === null ? STILLS.map((room) => <Still key={room} room={room} />) : <Live room={width} />}
    </section>
  );
}

/** In a font that nobody has measured yet, words get as much room as the widest of the usual ones takes. */
const UNMEASURED = 1.2;

function Still({ room }: { readonly room: number }): ReactNode {
  return <StillArc {...useDrawing(room)} widthFactor={UNMEASURED} />;
}

/** For the width and the font that the host gives. The gauge is measured, never seen. */
function Live({ room }: { readonly room: number }): ReactNode {
  const gauge = useRef<HTMLSpanElement>(null);
  const widthFactor = useWidthFactor(gauge);
  return (
    <>
      <span ref={gauge} className="gauge sr" aria-hidden="true">{GAUGE.weights.map((weight) => <span key={weight}>{GAUGE.text}</span>)}</span>
      <LiveArc {...useDrawing(room)} widthFactor={widthFactor} />
    </>
  );
}

function useDrawing(room: number): ArcDrawingProps {
  const career = useTimeline((state) => state.career);
  const lanes = useMemo(() => 1 + Math.max(0, ...roleLanes(career)), [career]);
  const form = embedForm(room);
  const width = form === "narrow" ? Math.min(room, NARROW_MAX) : room;
  return { title: "", subtitle: "", width, height: arcHeight(width, lanes, career.achievements.length, form), form, printing: false };
}

/** One sentence on what is drawn; the definition and all facts in words are one press away, and there without a script. */
function Foot(): ReactNode {
  const career = useTimeline((state) => state.career);
  const open = openSlots(career);
  const dated = career.achievements.some(({ dating }) => dating === "own");
  const marks = open.length === 0 ? "" : dated ? "Filled marks: dated. Open: dated only to the role. " : "Open marks: dated only to the role. ";
  return (
    <div className="embedfoot" part="footer">
      <p>
        {open.length > 0 ? <Marks slots={open.slice(0, 1)} className="" /> : null}
        <span>{marks}{career.achievements.length > 0 ? "Height counts achievements so far." : ""}</span>
      </p>
      <details className="how facts">
        <summary>As a list</summary>
        <AchievementList />
      </details>
      <HowDrawn><KnownSides career={career} /></HowDrawn>
    </div>
  );
}
