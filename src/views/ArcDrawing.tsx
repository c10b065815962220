import { useCallback, useEffect, useMemo, useState, type ReactNode, type RefObject } from "react";
import { inOrder } from "../charts/ArcNodes.js";
import { CareerArc, type CareerArcProps } from "../charts/CareerArc.js";
import type { ArcForm } from "../layout/arcFrame.js";
import { CROWDED, placeCareerArc, type CareerArcPlacement } from "../layout/careerArc.js";
import type { RatioOf } from "../layout/arcNodes.js";
import type { PlacedCluster } from "../layout/clusters.js";
import { cutToViewport } from "../layout/cutToViewport.js";
import { placePointed } from "../layout/pointed.js";
import { titleBlock } from "../layout/titleBlock.js";
import { formatCount } from "../lib/format.js";
import type { Career } from "../model/career.js";
import { lastYearOf, yearOf } from "../model/dates.js";
import { achievementName } from "./achievementName.js";
import { ClusterWords } from "./ClusterWords.js";
import { useArcTween } from "./hooks/useArcTween.js";
import { useRoving, type Roving } from "./hooks/useRoving.js";
import { useInstrument, useResting } from "./hooks/useSeen.js";
import { useActions, useItemHref, useMatches, useTimeline, useTimelineContext, type DrawnArc } from "./hooks/useTimeline.js";

/** How many of the marks that match have their words beside them, and whether dots under the arc say when any was. */
export interface Named {
  readonly labelled: number;
  readonly marks: number;
  /** What those marks are, where others are drawn as clusters: " single marks that match"; else "". */
  readonly kind: string;
  readonly dotted: boolean;
}

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
  /** See `CareerArcProps`. */
  readonly roleLabel?: ((id: string) => string) | undefined;
  /** Takes what is otherwise said under the drawing, where not every mark has room for its words. */
  readonly onNamed?: (named: Named) => void;
  /** Is given what is drawn, for gestures on it. */
  readonly drawn?: RefObject<DrawnArc | null>;
}

/** The whole of a smaller career is drawn mark by mark. */
export const isCrowded = ({ achievements }: Career): boolean => achievements.length > CROWDED;

function useArcPlacement({ title, subtitle, width, height, form, printing, widthFactor = 1, ratioOf }: ArcDrawingProps): { readonly target: CareerArcPlacement | null; readonly at: DrawnArc["at"] } {
  const career = useTimeline((state) => state.career);
  const at = useTimeline((state) => state.at);
  const selected = printing ? null : at;
  const matches = useMatches();
  const viewport = useResting();
  const bounds = useTimeline((state) => state.selectors.bounds);
  const instrument = useInstrument();
  const place = useMemo(() => instrument?.createPlacer(career, matches) ?? null, [instrument, career, matches]);
  // Paper takes the whole, wherever the visitor looks.
  const shown = place && ((printing ? null : viewport) ?? (isCrowded(career) ? bounds()?.whole : null)) || null;
  const part = shown ? place : null;
  const request = useMemo(
    () => ({ width, height, form, widthFactor, ratioOf, emphasis: { matches, selected }, title: titleBlock(title, subtitle, form, widthFactor) }),
    [width, height, form, widthFactor, ratioOf, matches, selected, title, subtitle],
  );
  return {
    target: useMemo(() => (part && shown ? part({ ...request, viewport: shown }) : placeCareerArc(career, request)), [career, part, shown, request]),
    at: useCallback((seen) => place?.({ ...request, viewport: seen, wordless: true }) ?? null, [place, request]),
  };
}

/** The drawing before a script has measured the page. Complete, and the same for everybody. */
export function StillArc(props: ArcDrawingProps): ReactNode {
  const career = useTimeline((state) => state.career);
  const { idPrefix } = useTimelineContext();
  const { target: placement } = useArcPlacement(props);
  const nodeHref = useItemHref();
  // The list that a mark leads to has the rest.
  const titles = useMemo(() => new Map(career.achievements.map(({ id, title }) => [id, title])), [career]);
  const nodeLabel = useCallback((id: string) => titles.get(id) ?? id, [titles]);
  const clusterHref = useClusterHref();
  if (!placement) return null;
  return (
    <div className={`still ${props.form}`}>
      <CareerArc placement={placement} idPrefix={`${idPrefix}${props.form}-`} filtered={false} label={arcName(career.achievements.length)} tabStop={placement.nodes[0]?.id ?? null} nodeLabel={nodeLabel} nodeHref={nodeHref} clusterLabel={clusterName} clusterHref={clusterHref} roleLabel={props.roleLabel} />
      <NamedCount {...countNamed(placement)} />
    </div>
  );
}

/** The drawing for the very room there is. */
export function LiveArc(props: ArcDrawingProps): ReactNode {
  const career = useTimeline((state) => state.career);
  const matches = useMatches();
  const { select } = useActions();
  const { idPrefix } = useTimelineContext();
  const { target, at } = useArcPlacement(props);
  const nodeLabel = useNodeLabel();
  const nodeHref = useItemHref();
  const clusterHref = useClusterHref();
  const ids = useMemo(() => (target ? inOrder(target.nodes, target.clusters).map((mark) => ("count" in mark ? `cluster ${mark.key}` : mark.id)) : []), [target]);
  const { stop, groupProps } = useRoving(ids);
  const { placement, moving } = useArcTween(target, props.printing);
  const { drawn, onNamed } = props;
  useEffect(() => {
    if (drawn) drawn.current = target && { placement: target, at };
  }, [drawn, target, at]);
  const { labelled, marks, kind, dotted } = countNamed(target);
  useEffect(() => onNamed?.({ labelled, marks, kind, dotted }), [onNamed, labelled, marks, kind, dotted]);
  if (!placement) return null;
  return (
    <div className={`live ${props.form}${moving ? " moving" : ""}`}>
      <PointableArc quiet={moving || props.printing} placement={placement} idPrefix={idPrefix} filtered={matches !== null} label={arcName(career.achievements.length)} tabStop={stop} nodeLabel={nodeLabel} nodeHref={nodeHref} clusterLabel={clusterName} clusterHref={clusterHref} roleLabel={props.roleLabel} onSelect={select} keys={groupProps} />
      {/* A sheet is taken at once, before any other part could hear of it. */}
      {onNamed && !props.printing ? null : <NamedCount {...countNamed(moving ? target : placement)} />}
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
    return achievement ? placePointed(placement, cutToViewport(achievement, placement.domain)) : null;
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

const countNamed = (placement: CareerArcPlacement | null): Named => ({
  labelled: placement?.labels.length ?? 0,
  marks: placement?.nodes.filter(({ emphasis }) => emphasis !== "dimmed").length ?? 0,
  kind: placement?.clusters.length ? ` single marks${placement.nodes.some(({ emphasis }) => emphasis === "dimmed") ? " that match" : ""}` : "",
  dotted: placement?.markWindows?.some(({ bar }) => !bar) === true,
});

/** Says so where not every mark has room for its words, or a mark of its own. What is there to be done is in a span: paper goes without. */
export function NamedCount({ labelled, marks, kind, dotted }: Named): ReactNode {
  const some = labelled < marks && marks > 1;
  return (
    <>
      {some || dotted ? (
        <p className="named">
          {some ? <>{labelled} of {kind && "the "}{marks}{kind} are labelled here. <span className="point">Point at any other mark, or press it, to read it.</span><span className="tap">Tap any other mark to read it.</span></> : null}
          {dotted ? " Dotted under the arc: when a mark was, as closely as is stated." : null}
        </p>
      ) : null}
      {kind ? <ClusterWords /> : null}
    </>
  );
}

const arcName = (count: number): string => `Career arc: ${count} ${count === 1 ? "achievement" : "achievements"}, oldest first. Arrow keys move between them.`;

function useNodeLabel(): (id: string) => string {
  const career = useTimeline((state) => state.career);
  const byId = useMemo(() => new Map(career.achievements.map((achievement) => [achievement.id, achievement])), [career]);
  return useCallback((id) => {
    const achievement = byId.get(id);
    return achievement ? achievementName(career, achievement) : id;
  }, [career, byId]);
}

/** Where a cluster's first mark leads: the words of the others follow there. */
function useClusterHref(): (cluster: PlacedCluster) => string {
  const nodeHref = useItemHref();
  return useCallback(({ firstId }) => nodeHref(firstId), [nodeHref]);
}

function clusterName({ count, matched, extent }: PlacedCluster): string {
  const [first, last] = [yearOf(extent.from), lastYearOf({ from: extent.from, to: extent.to + 1 })];
  const matching = matched === null ? "" : `, ${matched} of them match`;
  return `${formatCount(count, "achievement")} close together, ${first === last ? first : `${first} to ${last}`}${matching}. Press to come closer.`;
}
