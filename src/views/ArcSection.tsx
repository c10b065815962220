import { useCallback, useMemo, useState, type ReactNode } from "react";
import { CareerArc, type CareerArcProps } from "../charts/CareerArc.js";
import { arcForm, arcHeight, type ArcForm } from "../layout/arcFrame.js";
import { placeCareerArc, type CareerArcPlacement } from "../layout/careerArc.js";
import { placePointed } from "../layout/pointed.js";
import { roleLanes } from "../layout/roleBars.js";
import { titleBlock } from "../layout/titleBlock.js";
import { emptyAdvice, matchSubtitle, matchTitle } from "../model/phrase.js";
import { achievementName } from "./achievementName.js";
import { ArcLegend } from "./ArcLegend.js";
import { useArcTween } from "./hooks/useArcTween.js";
import { useRoving } from "./hooks/useRoving.js";
import { useActions, useMatches, useTimeline, useTimelineContext } from "./hooks/useTimeline.js";

/** Width of the page column, and of the arc in it: narrower where details stand beside it. */
export interface ArcRoom {
  readonly page: number;
  readonly arc: number;
  /** Where the room's height is set, as on paper. */
  readonly height?: number;
}

/**
 * The widths that a page without a script is drawn for, one per form; the style sheet shows the one that fits and scales
 * it to the page. With a script the arc is drawn for the very width there is.
 */
const STILLS: readonly number[] = [358, 672, 1184];

export interface ArcSectionProps {
  /** Null until the page has been measured, so also on the server. */
  readonly room: ArcRoom | null;
  /** On paper nothing is selected and nothing is on its way. */
  readonly printing?: boolean;
}

export function ArcSection({ room, printing = false }: ArcSectionProps): ReactNode {
  const career = useTimeline((state) => state.career);
  const filters = useTimeline((state) => state.filters);
  const found = useTimeline((state) => state.selectors.matches(state.filters));
  const { idPrefix } = useTimelineContext();
  const title = matchTitle(career, filters, found);
  const relaxations = useTimeline((state) => state.selectors.relaxations(state.filters));
  const subtitle = found.size === 0 && career.achievements.length > 0 ? emptyAdvice(career, filters, relaxations) : matchSubtitle(career, filters, found);
  const lanes = useMemo(() => 1 + Math.max(0, ...roleLanes(career)), [career]);
  return (
    <section className="arcbox" aria-labelledby={`${idPrefix}arc`}>
      <div className="arctitle">
        <h2 id={`${idPrefix}arc`} dir="auto">{title}</h2>
        {subtitle === "" ? null : <p className="sub" dir="auto">{subtitle}</p>}
      </div>
      {room
        ? <LiveArc title={title} subtitle={subtitle} width={room.arc} height={room.height ?? arcHeight(room.page, lanes, career.achievements.length)} form={arcForm(room.page)} printing={printing} />
        : STILLS.map((width) => <StillArc key={width} title={title} subtitle={subtitle} width={width} height={arcHeight(width, lanes, career.achievements.length)} form={arcForm(width)} printing={printing} />)}
      <ArcLegend />
    </section>
  );
}

interface ArcProps {
  readonly title: string;
  readonly subtitle: string;
  readonly width: number;
  readonly height: number;
  readonly form: ArcForm;
  readonly printing: boolean;
}

function useArcPlacement({ title, subtitle, width, height, form, printing }: ArcProps): CareerArcPlacement | null {
  const career = useTimeline((state) => state.career);
  const at = useTimeline((state) => state.at);
  const selected = printing ? null : at;
  const matches = useMatches();
  return useMemo(
    () => placeCareerArc(career, { width, height, form, emphasis: { matches, selected }, title: titleBlock(title, subtitle, form) }),
    [career, width, height, form, matches, selected, title, subtitle],
  );
}

/** The drawing before a script has measured the page. Complete, and the same for everybody. */
function StillArc(props: ArcProps): ReactNode {
  const career = useTimeline((state) => state.career);
  const { idPrefix } = useTimelineContext();
  const placement = useArcPlacement(props);
  const nodeHref = useNodeHref();
  // The list that a mark leads to has the rest.
  const titles = useMemo(() => new Map(career.achievements.map(({ id, title }) => [id, title])), [career]);
  const nodeLabel = useCallback((id: string) => titles.get(id) ?? id, [titles]);
  if (!placement) return null;
  return (
    <div className={`still ${props.form}`}>
      <CareerArc placement={placement} idPrefix={`${idPrefix}${props.form}-`} filtered={false} label={arcName(career.achievements.length)} tabStop={placement.nodes[0]?.id ?? null} nodeLabel={nodeLabel} nodeHref={nodeHref} />
      <NamedCount placement={placement} />
    </div>
  );
}

function LiveArc(props: ArcProps): ReactNode {
  const career = useTimeline((state) => state.career);
  const matches = useMatches();
  const { select } = useActions();
  const { idPrefix } = useTimelineContext();
  const target = useArcPlacement(props);
  const nodeLabel = useNodeLabel();
  const nodeHref = useNodeHref();
  const ids = useMemo(() => target?.nodes.map(({ id }) => id) ?? [], [target]);
  const { stop, groupProps } = useRoving(ids);
  const { placement, moving } = useArcTween(target, props.printing);
  if (!placement) return null;
  return (
    <div className={`live ${props.form}${moving ? " moving" : ""}`}>
      <PointableArc quiet={moving || props.printing} placement={placement} idPrefix={idPrefix} filtered={matches !== null} label={arcName(career.achievements.length)} tabStop={stop} nodeLabel={nodeLabel} nodeHref={nodeHref} onSelect={select} groupProps={groupProps} />
      <NamedCount placement={moving ? target : placement} />
    </div>
  );
}

/** The arc and what is pointed at on it. That changes far more often than anything else, so it has its own state. */
function PointableArc({ quiet, ...arc }: Omit<CareerArcProps, "pointed" | "focused" | "onPoint" | "onFocusNode"> & { readonly quiet: boolean }): ReactNode {
  const achievements = useTimeline((state) => state.career.achievements);
  const [hovered, setHovered] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const { placement } = arc;
  const id = quiet ? null : (hovered ?? focused);
  const pointed = useMemo(() => {
    const achievement = id === null ? undefined : achievements.find((other) => other.id === id);
    return achievement ? placePointed(placement, achievement) : null;
  }, [placement, achievements, id]);
  return <CareerArc {...arc} pointed={pointed} focused={focused} onPoint={setHovered} onFocusNode={setFocused} />;
}

/** Says so where not every mark has room for its words. */
function NamedCount({ placement }: { readonly placement: CareerArcPlacement | null }): ReactNode {
  if (!placement || placement.unnamed.length === 0) return null;
  const named = placement.labels.length;
  return <p className="named">{named} of {named + placement.unnamed.length} are labelled here. Point at a mark or press it to read it.</p>;
}

const arcName = (count: number): string => `Career arc: ${count} ${count === 1 ? "achievement" : "achievements"}, oldest first. Arrow keys move between them.`;

function useNodeLabel(): (id: string) => string {
  const career = useTimeline((state) => state.career);
  const names = useMemo(() => new Map(career.achievements.map((achievement) => [achievement.id, achievementName(career, achievement)])), [career]);
  return useCallback((id) => names.get(id) ?? id, [names]);
}

function useNodeHref(): (id: string) => string {
  const { idPrefix } = useTimelineContext();
  return useCallback((id) => `#${idPrefix}a-${id}`, [idPrefix]);
}
