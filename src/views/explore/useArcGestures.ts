import { useEffect, type RefObject } from "react";
import { dragTo, instantAt, isDrag, pinchTo, wheelFactor, type PlotSpan } from "../../layout/gestures.js";
import { fitTo, isWhole, zoomAt, type ViewportBounds } from "../../layout/viewport.js";
import type { Interval, Px } from "../../lib/units.js";
import type { Career } from "../../model/career.js";
import type { DrawnArc } from "../hooks/useTimeline.js";
import type { ViewportMover } from "./moveViewport.js";

export interface ArcGestures {
  readonly arcbox: RefObject<HTMLElement | null>;
  readonly drawn: RefObject<DrawnArc | null>;
  readonly career: Career;
  readonly bounds: ViewportBounds;
  readonly mover: ViewportMover;
}

/**
 * Wheel, mouse and fingers on the arc. The page's own scrolling is never taken: a plain wheel and a finger that moves up
 * or down are the page's, and what is shown whole cannot be dragged.
 */
export function useArcGestures({ arcbox, drawn, career, bounds, mover }: ArcGestures): void {
  useEffect(() => {
    const box = arcbox.current;
    if (!box) return;
    const pointers = new Map<number, Px>();
    let start: { readonly viewport: Interval; readonly at: readonly Px[]; readonly plot: PlotSpan } | null = null;
    let dragged = false;

    const drawing = (event: Event): SVGSVGElement | null => (event.target instanceof Element ? event.target.closest<SVGSVGElement>(".live svg.arc") : null);
    const plotOf = (svg: SVGSVGElement): PlotSpan & { readonly scale: number; readonly top: Px } => {
      const { left, top, width } = svg.getBoundingClientRect();
      const { frame } = drawn.current?.placement ?? {};
      const scale = width / (frame?.width ?? width);
      return { x0: left + (frame?.plot.x0 ?? 0) * scale, x1: left + (frame?.plot.x1 ?? width) * scale, scale, top };
    };
    const begin = (svg: SVGSVGElement): void => {
      start = { viewport: mover.goal(), at: [...pointers.values()], plot: plotOf(svg) };
      mover.stop();
    };

    const onWheel = (event: WheelEvent): void => {
      const svg = drawing(event);
      // With Ctrl or ⌘ alone: so does a trackpad report two fingers that part.
      if (!svg || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      const viewport = mover.goal();
      mover.jump(zoomAt(viewport, wheelFactor(event), instantAt(viewport, plotOf(svg), event.clientX), bounds));
    };
    const onPointerDown = (event: PointerEvent): void => {
      // A finger's drag has no click after it.
      dragged = false;
      const svg = drawing(event);
      if (!svg || event.button !== 0) return;
      pointers.set(event.pointerId, event.clientX);
      begin(svg);
    };
    const onPointerMove = (event: PointerEvent): void => {
      if (!start || !pointers.has(event.pointerId)) return;
      // Released where nobody heard of it.
      if (event.buttons === 0) return onPointerEnd(event);
      pointers.set(event.pointerId, event.clientX);
      const now = [...pointers.values()];
      const [[from0 = 0, from1], [to0 = 0, to1]] = [start.at, now];
      if (!dragged && !isDrag(from0, to0) && !isDrag(from1 ?? 0, to1 ?? 0)) return;
      const next = from1 !== undefined && to1 !== undefined ? pinchTo(start.viewport, bounds, start.plot, [from0, from1], [to0, to1]) : dragTo(start.viewport, bounds, start.plot, from0, to0);
      if (next === start.viewport && !dragged) return;
      if (!dragged) box.setPointerCapture(event.pointerId);
      dragged = true;
      mover.jump(next);
    };
    const onPointerEnd = (event: PointerEvent): void => {
      if (!pointers.delete(event.pointerId)) return;
      // The finger that stays goes on from where it is.
      start = start && pointers.size > 0 ? { viewport: mover.goal(), at: [...pointers.values()], plot: start.plot } : null;
    };
    /** The press that ends a drag is none; one on a cluster opens it. */
    const onClick = (event: MouseEvent): void => {
      const key = event.target instanceof Element ? event.target.closest("[data-cluster]")?.getAttribute("data-cluster") : null;
      const cluster = key === null ? undefined : drawn.current?.placement.clusters.find((each) => each.key === key);
      // A key has no drag to end.
      const ends = dragged && event.detail > 0;
      dragged = false;
      if (!ends && !cluster) return;
      event.preventDefault();
      event.stopPropagation();
      if (!ends && cluster) mover.glide(fitTo(cluster.extent, bounds));
    };
    const onDoubleClick = (event: MouseEvent): void => {
      const svg = drawing(event);
      const place = drawn.current?.placement;
      if (!svg || !place) return;
      const { scale, top } = plotOf(svg);
      const [x, y] = [(event.clientX - svg.getBoundingClientRect().left) / scale, (event.clientY - top) / scale];
      const bar = place.roles.bars.find(({ box: { x0, x1, y0, y1 } }) => x >= x0 && x <= x1 && y >= y0 && y <= y1);
      const role = career.roles.find(({ id }) => id === bar?.roleId);
      if (role) mover.glide(fitTo(role.interval, bounds));
    };

    /** What is dragged is time: no words are marked on the way, and no link is carried off. Where all is shown, both are the browser's. */
    const onOwnDrag = (event: Event): void => {
      if (start && !isWhole(start.viewport, bounds)) event.preventDefault();
    };

    const listeners = new AbortController();
    const { signal } = listeners;
    box.addEventListener("wheel", onWheel, { signal, passive: false });
    box.addEventListener("pointerdown", onPointerDown, { signal });
    box.addEventListener("pointermove", onPointerMove, { signal });
    // A press that is not yet a drag may end anywhere.
    window.addEventListener("pointerup", onPointerEnd, { signal });
    window.addEventListener("pointercancel", onPointerEnd, { signal });
    box.addEventListener("selectstart", onOwnDrag, { signal });
    box.addEventListener("dragstart", onOwnDrag, { signal });
    box.addEventListener("dblclick", onDoubleClick, { signal });
    box.addEventListener("click", onClick, { signal, capture: true });
    return () => listeners.abort();
  }, [arcbox, drawn, career, bounds, mover]);
}
