import { useMemo, useRef, type ReactNode } from "react";
import { formatCount } from "../lib/format.js";
import { careerExtent } from "../layout/timeDomain.js";
import type { Career } from "../model/career.js";
import { lastYearOf, yearOf } from "../model/dates.js";
import { emptyAdvice, matchTitle } from "../model/phrase.js";
import { isFiltered, type Filters } from "../model/select.js";
import type { TimelineStore } from "../state/store.js";
import { AchievementList } from "./AchievementList.js";
import { Announcer } from "./Announcer.js";
import { KnownSides, Marks, openSlots } from "./ArcLegend.js";
import { EmbedArc } from "./EmbedArc.js";
import { FilterBar } from "./FilterBar.js";
import { HowDrawn } from "./HowDrawn.js";
import { useDetails } from "./hooks/useDetails.js";
import { TimelineContext, useTimeline, useTimelineContext } from "./hooks/useTimeline.js";
import { useWidth } from "./hooks/useWidth.js";
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
  const at = useTimeline((state) => state.at);
  const { name, headline } = career.person;
  const filtered = isFiltered(filters);
  const nothing = filtered && found.size === 0 && career.achievements.length > 0;
  return (
    <div className="embedhead" part="header">
      <div>
        <h2 id={`${idPrefix}arc`} dir="auto">{[name, headline].filter(Boolean).join(", ")}</h2>
        <p dir="auto">{nothing ? emptyAdvice(career, filters, relaxations) : filtered ? matchTitle(career, filters, found) : countAndYears(career)}</p>
      </div>
      {pageHref === null ? null : <a href={pageHref + linkQuery(filters, at)} target="_blank" rel="noopener">Open <span className="sr">the whole page</span> <span aria-hidden="true">↗</span></a>}
    </div>
  );
}

/** What is shown, as the whole page's link says it: the parts of it that an embed has controls for. */
function linkQuery({ domains, skills, organizations, text }: Filters, at: string | null): string {
  const list = (ids: readonly string[]): string => ids.map(encodeURIComponent).join(",");
  const parts = [["domain", list(domains)], ["skill", list(skills)], ["org", list(organizations)], ["q", encodeURIComponent(text)], ["at", encodeURIComponent(at ?? "")]];
  const said = parts.filter(([, value]) => value !== "").map((part) => part.join("="));
  return said.length === 0 ? "" : `?${said.join("&")}`;
}

/** "9 achievements, 2018 to 2025". */
function countAndYears(career: Career): string {
  const count = formatCount(career.achievements.length, "achievement");
  const extent = careerExtent(career);
  if (!extent) return count;
  const [first, last] = [yearOf(extent.from), lastYearOf(extent)];
  return first === last ? `${count}, ${first}` : `${count}, ${first} to ${last}`;
}

function Arc({ width }: { readonly width: number | null }): ReactNode {
  const { idPrefix } = useTimelineContext();
  return (
    <section className="arcbox" aria-labelledby={`${idPrefix}arc`} part="arc">
      <EmbedArc room={width} />
    </section>
  );
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
      <div className="embedmore">
        <details className="how facts">
          <summary>As a list</summary>
          <AchievementList />
        </details>
        <HowDrawn><KnownSides career={career} /></HowDrawn>
      </div>
    </div>
  );
}
