import { useCallback, useMemo, useState, type ReactNode } from "react";
import { CareerArc, type CareerArcProps } from "../charts/CareerArc.js";
import type { ArcForm } from "../layout/arcFrame.js";
import { placeCareerArc, type CareerArcPlacement } from "../layout/careerArc.js";
import type { RatioOf } from "../layout/arcNodes.js";
import { placePointed } from "../layout/pointed.js";
import { titleBlock } from "../layout/titleBlock.js";
import { achievementName } from "./achievementName.js";
import { useArcTween } from "./hooks/useArcTween.js";
import { useRoving, type Roving } from "./hooks/useRoving.js";
import { useActions, useItemHref, useMatches, useTimeline, useTimelineContext } from "./hooks/useTimeline.js";

/** What the arc is drawn for. */
export interface ArcDrawingProps {
  /** What stands in the drawing's upper left, and is kept clear of; "" for nothing. */
  readonly title: string;
  readonly subtitle: string;
  readonly width: number;
  readonly height: number;
  readonly form: ArcForm;
  readonly printing: boolean;
  /** See `ArcFrame`. */
  readonly widthFactor?: number;
  /** See `ArcRequest`. */
  readonly ratioOf?: RatioOf;
}

function useArcPlacement({ title, subtitle, width, height, form, printing, widthFactor = 1, ratioOf }: ArcDrawingProps): CareerArcPlacement | null {
  const career = useTimeline((state) => state.career);
  const at = useTimeline((state) => state.at);
  const selected = printing ? null : at;
  const matches = useMatches();
  return useMemo(
    () => placeCareerArc(career, { width, height, form, widthFactor, ratioOf, emphasis: { matches, selected }, title: titleBlock(title, subtitle, form) }),
    [career, width, height, form, widthFactor, ratioOf, matches, selected, title, subtitle],
  );
}

/** The drawing before a script has measured the page. Complete, and the same for everybody. */
export function StillArc(props: ArcDrawingProps): ReactNode {
  const career = useTimeline((state) => state.career);
  const { idPrefix } = useTimelineContext();
  const placement = useArcPlacement(props);
  const nodeHref = useItemHref();
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

/** The drawing for the very room there is. */
export function LiveArc(props: ArcDrawingProps): ReactNode {
  const career = useTimeline((state) => state.career);
  const matches = useMatches();
  const { select } = useActions();
  const { idPrefix } = useTimelineContext();
  const target = useArcPlacement(props);
  const nodeLabel = useNodeLabel();
  const nodeHref = useItemHref();
  const ids = useMemo(() => target?.nodes.map(({ id }) => id) ?? [], [target]);
  const { stop, groupProps } = useRoving(ids);
  const { placement, moving } = useArcTween(target, props.printing);
  if (!placement) return null;
  return (
    <div className={`live ${props.form}${moving ? " moving" : ""}`}>
      <PointableArc quiet={moving || props.printing} placement={placement} idPrefix={idPrefix} filtered={matches !== null} label={arcName(career.achievements.length)} tabStop={stop} nodeLabel={nodeLabel} nodeHref={nodeHref} onSelect={select} keys={groupProps} />
      <NamedCount placement={moving ? target : placement} />
    </div>
  );
}

/** The arc and what is pointed at on it. That changes far more often than anything else, so it has its own state. */
function PointableArc({ quiet, keys, ...arc }: Omit<CareerArcProps, "pointed" | "focused" | "onPoint"> & { readonly quiet: boolean; readonly keys: Roving["groupProps"] }): ReactNode {
  const achievements = useTimeline((state) => state.career.achievements);
  const [hovered, setHovered] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const { placement } = arc;
  const id = quiet ? null : (hovered ?? focused);
  const pointed = useMemo(() => {
    const achievement = id === null ? undefined : achievements.find((other) => other.id === id);
    return achievement ? placePointed(placement, achievement) : null;
  }, [placement, achievements, id]);
  // On an element of HTML: one of SVG that listens for the focus would be a stop of its own for the Tab key.
  return (
    <div
      role="presentation"
      onKeyDown={keys.onKeyDown}
      onFocus={(event) => {
        keys.onFocus(event);
        // A focus that comes back after a press of the mouse is not shown: nobody is asking for it.
        if (event.target.matches(":focus-visible")) setFocused(event.target.closest("[data-item]")?.getAttribute("data-item") ?? null);
      }}
      onBlur={() => setFocused(null)}
    >
      <CareerArc {...arc} pointed={pointed} focused={focused} onPoint={setHovered} />
    </div>
  );
}

/** Says so where not every mark has room for its words. */
function NamedCount({ placement }: { readonly placement: CareerArcPlacement | null }): ReactNode {
  if (!placement || placement.unnamed.length === 0) return null;
  const named = placement.labels.length;
  return <p className="named">{named} of {named + placement.unnamed.length} are labelled here. Point at any other mark, or press it, to read it.</p>;
}

const arcName = (count: number): string => `Career arc: ${count} ${count === 1 ? "achievement" : "achievements"}, oldest first. Arrow keys move between them.`;

function useNodeLabel(): (id: string) => string {
  const career = useTimeline((state) => state.career);
  const names = useMemo(() => new Map(career.achievements.map((achievement) => [achievement.id, achievementName(career, achievement)])), [career]);
  return useCallback((id) => names.get(id) ?? id, [names]);
}
