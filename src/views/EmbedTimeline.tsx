import { useMemo, useRef, type ReactNode } from "react";
import { countWords } from "../layout/countWords.js";
import { roleName } from "../layout/roleBars.js";
import type { Career } from "../model/career.js";
import { emptyAdvice, matchTitle } from "../model/phrase.js";
import { isFiltered } from "../model/select.js";
import { yearSpan } from "../model/timeWords.js";
import type { TimelineStore } from "../state/store.js";
import { Announcer } from "./Announcer.js";
import { KnownSides, Marks, openSlots } from "./ArcLegend.js";
import { EmbedArc } from "./EmbedArc.js";
import { EmbedFacts } from "./EmbedFacts.js";
import { FilterBar } from "./FilterBar.js";
import { latestRoles } from "./Header.js";
import { HowDrawn } from "./HowDrawn.js";
import { useDetails } from "./hooks/useDetails.js";
import { TimelineContext, useTimeline, useTimelineContext } from "./hooks/useTimeline.js";
import { FICTIONAL } from "./placeWords.js";
import { useWidth } from "./hooks/useWidth.js";
import { LateDetails } from "./LateDetails.js";
import { linkQuery, withQuery } from "./pageLink.js";

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
      <Head says={!filters} />
      {filters ? <><FilterBar /><Shown /></> : null}
      <Announcer />
      <div ref={stage} className="stage">
        <Arc width={width} />
        <LateDetails open={achievement ? { achievement, onClose: close } : null} />
        <Foot />
      </div>
    </div>
  );
}

/** With chips under it nothing in it changes, so that these stay where they are pressed. */
function Head({ says }: { readonly says: boolean }): ReactNode {
  const career = useTimeline((state) => state.career);
  const filters = useTimeline((state) => state.filters);
  const { idPrefix, pageHref } = useTimelineContext();
  const at = useTimeline((state) => state.at);
  const { name, headline } = career.person;
  return (
    <div className="embedhead" part="header">
      <div>
        <h2 id={`${idPrefix}arc`} dir="auto">{name ? <bdi>{name}</bdi> : null}{name && headline ? ", " : ""}<bdi>{headline}</bdi></h2>
        {says && isFiltered(filters) ? <Shown /> : <Latest career={career} />}
      </div>
      {typeof pageHref !== "string" ? null : <a href={withQuery(pageHref, linkQuery(filters, at))} target="_blank" rel="noopener">Open <span className="sr">the whole page</span> <span aria-hidden="true">↗</span></a>}
    </div>
  );
}

/** "Carousell 2022–25"; no years where it goes on. "" without a role. */
export function latestName(career: Career): string {
  const [role] = latestRoles(career);
  return role ? roleName(role) + (role.end === null ? "" : ` ${yearSpan(role.start, role.end)}`) : "";
}

/** One line: where last, as what, and how much there is; what does not fit gives way whole. */
function Latest({ career }: { readonly career: Career }): ReactNode {
  const [role] = latestRoles(career);
  const counted = countWords(career, null, " to ");
  if (!role || career.achievements.length === 0) return <p dir="auto">{career.document.fictional ? `${FICTIONAL}. ` : ""}{counted}</p>;
  return (
    <p className="last">
      <b dir="auto">{latestName(career)}</b>
      {career.document.fictional ? <span>{FICTIONAL}</span> : null}
      {role.organization ? <span dir="auto">{role.title}</span> : null}
      <span>{counted}</span>
    </p>
  );
}

/** With a filter on: what is shown, or what to do where that is nothing. */
function Shown(): ReactNode {
  const career = useTimeline((state) => state.career);
  const filters = useTimeline((state) => state.filters);
  const found = useTimeline((state) => state.selectors.matches(state.filters));
  const relaxations = useTimeline((state) => state.selectors.relaxations(state.filters));
  if (!isFiltered(filters)) return null;
  return <p className="found" dir="auto">{career.document.fictional ? `${FICTIONAL}. ` : ""}{found.size === 0 && career.achievements.length > 0 ? emptyAdvice(career, filters, relaxations) : matchTitle(career, filters, found)}</p>;
}

function Arc({ width }: { readonly width: number | null }): ReactNode {
  const { idPrefix } = useTimelineContext();
  return (
    <section className="arcbox" aria-labelledby={`${idPrefix}arc`} part="arc">
      <EmbedArc room={width} />
    </section>
  );
}

/** "Open: only the job is dated. Press a mark to read it." One line in a column of 640 px, in any font. */
export function footWords(career: Career): string {
  return `${openSlots(career).length > 0 ? "Open: only the job is dated. " : ""}Press a mark to read it.`;
}

/** One line on what is drawn; the definition and all facts in words are one press away, and there without a script. */
function Foot(): ReactNode {
  const career = useTimeline((state) => state.career);
  const open = openSlots(career);
  const all = career.achievements.length;
  return (
    <div className="embedfoot" part="footer">
      {all === 0 ? null : (
        <p>
          {open.length > 0 ? <Marks slots={open.slice(0, 1)} className="" /> : null}
          <span>{footWords(career)}</span>
        </p>
      )}
      <div className="embedmore">
        <EmbedFacts />
        {all === 0 ? null : <HowDrawn><KnownSides career={career} /></HowDrawn>}
      </div>
    </div>
  );
}
