import { useCallback, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore, type ComponentType, type CSSProperties, type ReactNode, type RefObject } from "react";
import { arcForm, arcHeight, plotSides } from "../layout/arcFrame.js";
import { roleLanes } from "../layout/roleBars.js";
import type { Px } from "../lib/units.js";
import { isFiltered } from "../model/select.js";
import { emptyAdvice, matchSubtitle, matchTitle } from "../model/phrase.js";
import { isCrowded, LiveArc, NamedCount, StillArc, type ArcDrawingProps, type Named } from "./ArcDrawing.js";
import { rangeWords } from "./explore/rangeWords.js";
import { useInstrument, useResting } from "./hooks/useSeen.js";
import { useTimeline, useTimelineContext, type ArcRoom, type DrawnArc } from "./hooks/useTimeline.js";

/**
 * The widths that a page without a script is drawn for, one per form; the style sheet shows the one that fits and scales
 * it to the page. With a script the arc is drawn for the very width there is.
 */
const STILLS: readonly number[] = [358, 672, 1184];

const never = (): (() => void) => () => undefined;

export interface ArcSectionProps {
  /** Null until the page has been measured, so also on the server. */
  readonly room: ArcRoom | null;
  /** On paper nothing is selected and nothing is on its way. */
  readonly printing?: boolean;
  /** See `TimelineProps`. */
  readonly arc?: ComponentType<ArcDrawingProps> | undefined;
  /** See `TimelineProps`. */
  readonly activity?: ReactNode;
  /** See `TimelineProps`. */
  readonly legend: ReactNode;
}

export function ArcSection({ room, printing = false, arc: Arc = LiveArc, activity, legend }: ArcSectionProps): ReactNode {
  const career = useTimeline((state) => state.career);
  const filters = useTimeline((state) => state.filters);
  const found = useTimeline((state) => state.selectors.matches(state.filters));
  const { idPrefix, exploring } = useTimelineContext();
  const relaxations = useTimeline((state) => state.selectors.relaxations(state.filters));
  const seen = useResting();
  const instrument = useInstrument();
  const zoomed = seen !== null && exploring !== undefined && !printing;
  const title = zoomed && !isFiltered(filters) ? rangeWords(seen) : matchTitle(career, filters, found);
  // What matches is counted over the whole career, not over what is looked at.
  const said = zoomed ? (isFiltered(filters) ? `In view: ${rangeWords(seen)}.` : "") : matchSubtitle(career, filters, found);
  const subtitle = found.size === 0 && career.achievements.length > 0 ? emptyAdvice(career, filters, relaxations)
    : [zoomed ? "Height: achievements since the left edge." : "", said].filter(Boolean).join(" ");
  const lanes = useMemo(() => 1 + Math.max(0, ...roleLanes(career)), [career]);
  const arcbox = useRef<HTMLElement>(null);
  const drawn = useRef<DrawnArc | null>(null);
  const say = useRef<((named: Named) => void) | null>(null);
  const onNamed = useCallback((named: Named) => say.current?.(named), []);
  // What was sent still is taken over as it was sent; where nothing was, nothing is drawn for a width that is not yet known.
  const [sent] = useState(useSyncExternalStore(never, () => !exploring, () => true));
  const ready = room !== null && (!exploring || instrument !== null || (seen === null && !isCrowded(career)));
  return (
    <section ref={arcbox} className="arcbox" aria-labelledby={`${idPrefix}arc`}>
      <div className="arctitle">
        <h2 id={`${idPrefix}arc`} dir="auto">{title}</h2>
        {subtitle === "" ? null : <p className="sub" dir="auto">{subtitle}</p>}
      </div>
      {ready
        ? <Arc title={title} subtitle={subtitle} width={room.arc} height={room.height ?? arcHeight(room.page, lanes, career.achievements.length)} form={arcForm(room.page)} printing={printing} drawn={drawn} onNamed={onNamed} />
        : !sent ? null : STILLS.map((width) => <StillArc key={width} title={title} subtitle={subtitle} width={width} height={arcHeight(width, lanes, career.achievements.length)} form={arcForm(width)} printing={printing} />)}
      {career.document.activity && activity}
      {/* Its room is kept from the beginning: nothing moves when it comes. */}
      {exploring && career.achievements.length > 0 ? <div className="explore" style={room ? sidesStyle(plotSides(arcForm(room.page), room.arc)) : undefined}>{room ? <exploring.Tools arcbox={arcbox} drawn={drawn} /> : null}</div> : null}
      {ready ? <NamedLine say={say} /> : null}
      {legend}
    </section>
  );
}

/** What is under the arc stands under its plot. */
const sidesStyle = ([before, after]: readonly [Px, Px]): CSSProperties => ({ "--before": `${before}px`, "--after": `${after}px` }) as CSSProperties;

/** Under all that can be pressed: it comes and goes, and they stay where they are. What it says changes nothing else. */
function NamedLine({ say }: { readonly say: RefObject<((named: Named) => void) | null> }): ReactNode {
  const [named, setNamed] = useState<Named | null>(null);
  // Before the arc says it for the first time.
  useLayoutEffect(() => {
    say.current = setNamed;
  }, [say]);
  return named && <NamedCount {...named} />;
}
