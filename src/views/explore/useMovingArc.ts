import { useCallback, useDeferredValue, useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import type { ArcLook } from "../../charts/brush.js";
import { paintArc } from "../../charts/paintArc.js";
import { paintWindow } from "../../charts/paintWindow.js";
import { createTimeScale } from "../../layout/timeScale.js";
import type { ViewportBounds } from "../../layout/viewport.js";
import type { Interval, Px, Ratio } from "../../lib/units.js";
import { isFiltered } from "../../model/select.js";
import type { TimelineState } from "../../state/store.js";
import { useTimelineContext, type DrawnArc, type ExploreProps } from "../hooks/useTimeline.js";
import { useResting } from "../hooks/useSeen.js";
import { restingOf } from "./restingViewport.js";

/** A viewport that has not moved for so long rests: then the words come back. */
const REST_MS = 150;

export interface MovingArc extends ExploreProps {
  readonly bounds: ViewportBounds;
  /** Over the arc, and over the overview. */
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly strip: RefObject<HTMLCanvasElement | null>;
}

/**
 * While the viewport moves, a canvas over the arc shows each step, and all that React draws waits until it rests. Where
 * nothing can be painted (no canvas, colours that the visitor has set) each step is a rest.
 *
 * @returns ends the movement now: where it is known to be over; always the same function
 */
export function useMovingArc({ arcbox, drawn, bounds, canvas, strip }: MovingArc): () => void {
  const { store } = useTimelineContext();
  const resting = restingOf(store);
  const moving = useRef(false);
  const end = useRef<() => void>(() => undefined);

  useEffect(() => {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let painter: Painter | null = null;
    let last = store.getState();
    const rest = (): void => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      frame = 0;
      painter = null;
      moving.current = false;
      // Back where it began: React has nothing to draw.
      if (resting.get() === store.getState().viewport) arcbox.current?.removeAttribute("data-moving");
      resting.rest();
    };
    const paint = (): void => {
      frame = 0;
      const state = store.getState();
      painter?.(state, state.viewport ?? bounds.whole);
    };
    resting.hold(() => {
      const state = store.getState();
      const before = last;
      last = state;
      const moves = state.viewport !== before.viewport && state.career === before.career && state.filters === before.filters && state.at === before.at;
      if (!moves) {
        // What else has changed is drawn by React, so all of it is.
        if (moving.current) rest();
        return false;
      }
      painter ??= createPainter({ box: arcbox.current, canvas: canvas.current, strip: strip.current, drawn, whole: bounds.whole });
      if (!painter) return false;
      moving.current = true;
      if (frame === 0) frame = requestAnimationFrame(paint);
      clearTimeout(timer);
      timer = setTimeout(rest, REST_MS);
      return true;
    });
    end.current = rest;
    return () => {
      resting.hold(null);
      rest();
    };
  }, [store, resting, arcbox, drawn, bounds, canvas, strip]);

  // Together with what React has drawn of it, never before.
  const seen = useDeferredValue(useResting());
  useLayoutEffect(() => {
    if (!moving.current) arcbox.current?.removeAttribute("data-moving");
  }, [seen, arcbox]);

  return useCallback(() => end.current(), []);
}

type Painter = (state: TimelineState, viewport: Interval) => void;

interface PainterParts {
  readonly box: HTMLElement | null;
  readonly canvas: HTMLCanvasElement | null;
  readonly strip: HTMLCanvasElement | null;
  readonly drawn: RefObject<DrawnArc | null>;
  readonly whole: Interval;
}

/** Takes the drawing's place, with its colours and its font. @returns null where that cannot be done */
function createPainter({ box, canvas, strip, drawn, whole }: PainterParts): Painter | null {
  const svg = box?.querySelector(".live svg.arc");
  // Asked first: a browser that has no canvas would complain.
  if (!box || !canvas || !strip?.parentElement || !svg || !drawn.current || typeof Path2D === "undefined" || matchMedia("(forced-colors: active)").matches) return null;
  const [outer, inner, under] = [box.getBoundingClientRect(), svg.getBoundingClientRect(), strip.parentElement.getBoundingClientRect()];
  const context = sized(canvas, inner.width, inner.height, inner.width / drawn.current.placement.frame.width);
  const thin = sized(strip, under.width, under.height, 1);
  if (!context || !thin) return null;
  Object.assign(canvas.style, { left: `${inner.left - outer.left}px`, top: `${inner.top - outer.top}px` });
  const look = readLook(canvas);
  const focused = document.activeElement?.getAttribute("data-item") ?? null;
  const { toPx } = createTimeScale(whole, 0, under.width);
  return (state, viewport) => {
    const placement = drawn.current?.at(viewport);
    if (!placement) return;
    context.clearRect(0, 0, placement.frame.width, placement.frame.height);
    paintArc(context, { placement, look, filtered: isFiltered(state.filters), focused });
    thin.clearRect(0, 0, under.width, under.height);
    paintWindow(thin, look, { x0: toPx(viewport.from), x1: toPx(viewport.to), width: under.width, height: under.height });
    if (!box.hasAttribute("data-moving")) box.setAttribute("data-moving", "");
  };
}

/** As large as what it covers, in pixels of the screen. */
function sized(canvas: HTMLCanvasElement, width: Px, height: Px, scale: Ratio): CanvasRenderingContext2D | null {
  const ratio = devicePixelRatio || 1;
  const [across, down] = [Math.ceil(width * ratio), Math.ceil(height * ratio)];
  // To set a size makes a new bitmap, be it the same size.
  if (canvas.width !== across || canvas.height !== down) [canvas.width, canvas.height] = [across, down];
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  const context = canvas.getContext("2d");
  context?.setTransform(scale * ratio, 0, 0, scale * ratio, 0, 0);
  return context;
}

/** As `explore.css` lists them: a gradient's colours are the one list of colours that a browser gives back as it shows them. */
function readLook(canvas: HTMLCanvasElement): ArcLook {
  const { borderImageSource, fontFamily } = getComputedStyle(canvas);
  const colours = borderImageSource.match(/(?:rgba?|color|oklch|oklab|lab|lch|hsla?)\([^)]*\)/g) ?? [];
  const [bg = "", ink = "", soft = "", mute = "", rule = "", ground = "", hatch = "", dim = "", dimFill = "", dimEdge = "", ...slots] = colours;
  return { bg, ink, soft, mute, rule, ground, hatch, dim, dimFill, dimEdge, c: slots.slice(0, slots.length / 2), f: slots.slice(slots.length / 2), font: fontFamily };
}
