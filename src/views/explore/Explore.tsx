import "./explore.css";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { indexOf, marksIn } from "../../layout/arcIndex.js";
import { revealInstant, type ViewportBounds } from "../../layout/viewport.js";
import { formatCount, formatNumber } from "../../lib/format.js";
import type { Interval } from "../../lib/units.js";
import { useMatches, useTimeline, useTimelineContext, type ExploreProps } from "../hooks/useTimeline.js";
import { emptyWords } from "./emptyWords.js";
import { createViewportMover } from "./moveViewport.js";
import { Overview } from "./Overview.js";
import { RangeRow } from "./RangeRow.js";
import { rangeWords } from "./rangeWords.js";
import { useResting } from "../hooks/useSeen.js";
import { useArcGestures } from "./useArcGestures.js";
import { useArcKeys } from "./useArcKeys.js";
import { useKeptFocus } from "./useKeptFocus.js";
import { useKeptRanges } from "./useKeptRanges.js";
import { useMovingArc } from "./useMovingArc.js";
import { ZoomTools } from "./ZoomTools.js";

/** What moves the viewport: the overview, its tools, gestures and keys on the arc. */
export function Explore(props: ExploreProps): ReactNode {
  const bounds = useTimeline((state) => state.selectors.bounds());
  return bounds ? <Tools {...props} bounds={bounds} /> : null;
}

function Tools({ arcbox, drawn, bounds }: ExploreProps & { readonly bounds: ViewportBounds }): ReactNode {
  const { store } = useTimelineContext();
  const career = useTimeline((state) => state.career);
  const viewport = useResting();
  const at = useTimeline((state) => state.at);
  const [canvas, strip] = [useRef<HTMLCanvasElement>(null), useRef<HTMLCanvasElement>(null)];
  const ended = useMovingArc({ arcbox, drawn, bounds, canvas, strip });
  const mover = useMemo(() => createViewportMover(store, bounds, { ended }), [store, bounds, ended]);
  const { kept, isKept, keep, step, back } = useKeptRanges(bounds, mover);
  useArcGestures({ arcbox, drawn, career, bounds, mover });
  useArcKeys({ arcbox, bounds, mover, back: () => store.getState().at === null && back() });
  useKeptFocus(arcbox);
  useEffect(() => {
    // Back may lead to where the viewport has not yet left from.
    addEventListener("popstate", mover.stop);
    return () => {
      removeEventListener("popstate", mover.stop);
      mover.stop();
    };
  }, [mover]);

  // What is selected is in view, however it was selected.
  useEffect(() => {
    const centre = career.achievements.find(({ id }) => id === at)?.centre;
    const goal = mover.goal();
    const next = centre === undefined ? goal : revealInstant(goal, centre, bounds);
    if (next !== goal) mover.glide(next);
  }, [at, career, bounds, mover]);

  return (
    <>
      <canvas ref={canvas} className="onmove" aria-hidden="true" />
      <InView viewport={viewport ?? bounds.whole} whole={viewport === null} />
      <Overview mover={mover} bounds={bounds} canvas={strip} />
      <ZoomTools viewport={viewport ?? bounds.whole} mover={mover} bounds={bounds} />
      {viewport ? <Empty viewport={viewport} /> : null}
      {viewport === null && kept.length === 0 ? null : <RangeRow viewport={viewport ?? bounds.whole} bounds={bounds} mover={mover} kept={kept} isKept={isKept} onKeep={keep} onStep={step} />}
    </>
  );
}

function Empty({ viewport }: { readonly viewport: Interval }): ReactNode {
  const career = useTimeline((state) => state.career);
  const words = emptyWords(career, viewport, useMatches());
  return words && <p className="empty">{words}</p>;
}

/** A viewport that has rested for so long is read out. */
const SAID_AFTER_MS = 600;

function InView({ viewport, whole }: { readonly viewport: Interval; readonly whole: boolean }): ReactNode {
  const index = indexOf(useTimeline((state) => state.career));
  const { from, to } = marksIn(index, viewport);
  const all = index.inTime.length;
  const words = `${whole ? "Whole career" : rangeWords(viewport, "long")}: ${formatNumber(to - from)} of ${formatCount(all, "mark")} in view`;
  const [said, setSaid] = useState("");
  const first = useRef(words);
  useEffect(() => {
    // What the page begins with is no news.
    if (words === first.current) return;
    first.current = "";
    const later = setTimeout(() => setSaid(words), SAID_AFTER_MS);
    return () => clearTimeout(later);
  }, [words]);
  return (
    <p className="inview">
      {whole ? "Whole career" : <>{formatNumber(to - from)} of {formatNumber(all)} marks</>}
      <span className="sr" aria-live="polite">{said}</span>
    </p>
  );
}
