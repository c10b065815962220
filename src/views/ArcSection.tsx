import { useMemo, useState, type ReactNode } from "react";
import { ArcPointed } from "../charts/ArcPointed.js";
import { CareerArc } from "../charts/CareerArc.js";
import { arcForm, arcHeight, type ArcForm } from "../layout/arcFrame.js";
import { placeCareerArc, type CareerArcPlacement } from "../layout/careerArc.js";
import { placePointed } from "../layout/pointed.js";
import { roleLanes } from "../layout/roleBars.js";
import { titleBlock } from "../layout/titleBlock.js";
import { matchSubtitle, matchTitle } from "../model/phrase.js";
import { achievementName } from "./achievementName.js";
import { ArcLegend } from "./ArcLegend.js";
import { useArcTween } from "./hooks/useArcTween.js";
import { useRoving } from "./hooks/useRoving.js";
import { useActions, useMatches, useTimeline, useTimelineContext } from "./hooks/useTimeline.js";

/** Width of the page column, and of the arc in it: narrower where details stand beside it. */
export interface ArcRoom {
  readonly page: number;
  readonly arc: number;
}

/**
 * The widths that a page without a script is drawn for, one per form; the style sheet shows the one that fits and scales
 * it to the page. With a script the arc is drawn for the very width there is.
 */
const STILLS: readonly number[] = [358, 672, 1184];

/** @param room null until the page has been measured, so also on the server */
export function ArcSection({ room }: { readonly room: ArcRoom | null }): ReactNode {
  const career = useTimeline((state) => state.career);
  const filters = useTimeline((state) => state.filters);
  const found = useTimeline((state) => state.selectors.matches(state.filters));
  const { idPrefix } = useTimelineContext();
  const title = matchTitle(career, filters, found);
  const subtitle = matchSubtitle(career, filters, found);
  const lanes = useMemo(() => 1 + Math.max(0, ...roleLanes(career)), [career]);
  return (
    <section className="arcbox" aria-labelledby={`${idPrefix}arc`}>
      <div className="arctitle">
        <h2 id={`${idPrefix}arc`} dir="auto">{title}</h2>
        {subtitle === "" ? null : <p className="sub" dir="auto">{subtitle}</p>}
      </div>
      {room
        ? <LiveArc title={title} subtitle={subtitle} width={room.arc} height={arcHeight(room.page, lanes, career.achievements.length)} form={arcForm(room.page)} />
        : STILLS.map((width) => <StillArc key={width} title={title} subtitle={subtitle} width={width} height={arcHeight(width, lanes, career.achievements.length)} form={arcForm(width)} />)}
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
}

function useArcPlacement({ title, subtitle, width, height, form }: ArcProps): CareerArcPlacement | null {
  const career = useTimeline((state) => state.career);
  const selected = useTimeline((state) => state.at);
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
  if (!placement) return null;
  // The list that a mark leads to has the rest.
  const nodeLabel = (id: string): string => career.achievements.find((achievement) => achievement.id === id)?.title ?? id;
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
  const [pointedId, setPointed] = useState<string | null>(null);
  const nodeLabel = useNodeLabel();
  const nodeHref = useNodeHref();
  const { stop, groupProps } = useRoving(target?.nodes.map(({ id }) => id) ?? []);
  const { placement, moving } = useArcTween(target);
  if (!placement) return null;
  const achievement = moving ? undefined : career.achievements.find(({ id }) => id === pointedId);
  const pointed = achievement ? placePointed(placement, achievement) : null;
  return (
    <div className={`live ${props.form}${moving ? " moving" : ""}`}>
      <CareerArc placement={placement} idPrefix={idPrefix} filtered={matches !== null} label={arcName(career.achievements.length)} tabStop={stop} nodeLabel={nodeLabel} nodeHref={nodeHref} onSelect={select} onPoint={setPointed} groupProps={groupProps}>
        {pointed ? <ArcPointed pointed={pointed} frame={placement.frame} /> : null}
      </CareerArc>
      <NamedCount placement={moving ? target : placement} />
    </div>
  );
}

/** Says so where not every mark has room for its words. */
function NamedCount({ placement }: { readonly placement: CareerArcPlacement | null }): ReactNode {
  if (!placement || placement.unnamed.length === 0) return null;
  const named = placement.labels.length;
  return <p className="named">{named} of {named + placement.unnamed.length} are named here. Point at a mark, or press it, for its words.</p>;
}

const arcName = (count: number): string => `Career arc: ${count} ${count === 1 ? "achievement" : "achievements"}, oldest first. Arrow keys move between them.`;

function useNodeLabel(): (id: string) => string {
  const career = useTimeline((state) => state.career);
  const names = useMemo(() => new Map(career.achievements.map((achievement) => [achievement.id, achievementName(career, achievement)])), [career]);
  return (id) => names.get(id) ?? id;
}

function useNodeHref(): (id: string) => string {
  const { idPrefix } = useTimelineContext();
  return (id) => `#${idPrefix}a-${id}`;
}
