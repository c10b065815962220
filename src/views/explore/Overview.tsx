import { memo, useMemo, useRef, type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject } from "react";
import { BEYOND, FRAME, GRIP } from "../../charts/paintWindow.js";
import { linePath, px } from "../../charts/paths.js";
import { indexOf, seriesIn } from "../../layout/arcIndex.js";
import { dragBrush, type BrushPart } from "../../layout/brush.js";
import { isDrag } from "../../layout/gestures.js";
import { createTimeScale, type TimeScale } from "../../layout/timeScale.js";
import { textWidth } from "../../layout/textWidth.js";
import { timeTicks } from "../../layout/timeTicks.js";
import type { ViewportBounds } from "../../layout/viewport.js";
import { DAY_MS, type EpochMs, type Interval, type Px } from "../../lib/units.js";
import { useTimeline } from "../hooks/useTimeline.js";
import { useWidth } from "../hooks/useWidth.js";
import { commandOf, viewportAfter } from "./keys.js";
import type { ViewportMover } from "./moveViewport.js";
import { rangeWords } from "./rangeWords.js";
import { useResting } from "../hooks/useSeen.js";

export interface OverviewProps {
  readonly mover: ViewportMover;
  readonly bounds: ViewportBounds;
  /** Over it, for while the viewport moves. */
  readonly canvas: RefObject<HTMLCanvasElement | null>;
}

const HEIGHT = 40;
/** The arc stands in it, its years above. */
const FOOT = HEIGHT - 1;
const TOP = 15;
const YEAR = { size: 12, weight: 420, air: 3 } as const;
/** An end can be taken hold of from this near, px. */
const REACH = 12;

const CURSORS: Readonly<Record<BrushPart, string>> = { from: "ew-resize", to: "ew-resize", whole: "grab", new: "crosshair" };

interface Held {
  readonly part: BrushPart;
  readonly start: Interval;
  readonly at: EpochMs;
  readonly x: Px;
  dragged: boolean;
}

/**
 * The whole career in small, and on it what is looked at: focus and context. The window is moved by its middle, made longer
 * or shorter at its ends, and drawn anew beside it.
 *
 *   2018   2019 |‾‾‾‾‾‾‾‾‾‾‾| 2023   2024
 *   ____-----___|__/‾‾‾‾‾‾‾‾|‾‾‾‾‾‾‾‾‾‾‾
 */
export function Overview({ mover, bounds, canvas }: OverviewProps): ReactNode {
  const viewport = useResting() ?? bounds.whole;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box) ?? 0;
  const held = useRef<Held | null>(null);
  const { whole } = bounds;
  const scale = useMemo(() => createTimeScale(whole, 0, width), [whole, width]);

  const instantOf = (event: PointerEvent): EpochMs => scale.toTime(event.clientX - (box.current?.getBoundingClientRect().left ?? 0));
  const partOf = (event: PointerEvent): BrushPart => {
    const x = event.clientX - (box.current?.getBoundingClientRect().left ?? 0);
    const { from, to } = mover.goal();
    const [x0, x1] = [scale.toPx(from), scale.toPx(to)];
    // Of a window that is narrower than a finger the middle is held.
    const reach = Math.min(REACH, Math.max(3, (x1 - x0) / 4));
    if (Math.abs(x - x0) <= REACH && x < x0 + reach) return "from";
    if (Math.abs(x - x1) <= REACH && x > x1 - reach) return "to";
    return x > x0 && x < x1 && x1 - x0 < width - 1 ? "whole" : "new";
  };
  const move = (event: PointerEvent): void => {
    const { current } = held;
    if (!current) {
      if (box.current) box.current.style.cursor = CURSORS[partOf(event)];
    } else if ((current.dragged ||= isDrag(current.x, event.clientX))) mover.jump(dragBrush(current.part, current.start, current.at, instantOf(event), bounds));
  };
  const release = (): void => {
    held.current = null;
  };
  /** It was the page's finger: what it has drawn on its way to that was not asked for. */
  const cancel = (): void => {
    if (held.current) mover.jump(held.current.start);
    release();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const command = commandOf(event);
    const goal = mover.goal();
    const next = command === null ? null : event.shiftKey && (command === "earlier" || command === "later")
      ? dragBrush("to", goal, 0, ((command === "later" ? 1 : -1) * (goal.to - goal.from)) / 10, bounds)
      : viewportAfter(command, goal, (goal.from + goal.to) / 2, bounds);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    mover.glide(next);
  };

  return (
    <div
      ref={box}
      className="overview"
      role="slider"
      tabIndex={0}
      aria-label="Time in view"
      aria-orientation="horizontal"
      aria-valuemin={Math.round(whole.from / DAY_MS)}
      aria-valuemax={Math.round(whole.to / DAY_MS)}
      aria-valuenow={Math.round((viewport.from + viewport.to) / 2 / DAY_MS)}
      aria-valuetext={rangeWords(viewport, "long")}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const part = partOf(event);
        held.current = { part, start: mover.goal(), at: instantOf(event), x: event.clientX, dragged: false };
        mover.stop();
      }}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={cancel}
      onDoubleClick={() => mover.glide(whole)}
    >
      {width > 0 ? (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          <Silhouette whole={whole} width={width} />
          <Window scale={scale} width={width} whole={whole} />
        </svg>
      ) : null}
      <canvas ref={canvas} className="onmove" aria-hidden="true" />
      {width > 0 ? <svg className="years" width={width} height={HEIGHT} aria-hidden="true"><Years scale={scale} width={width} whole={whole} /></svg> : null}
    </div>
  );
}

/** What is looked at. While it moves the canvas over it shows each step. */
function Window({ scale, width, whole }: { readonly scale: TimeScale; readonly width: number; readonly whole: Interval }): ReactNode {
  const { from, to } = useResting() ?? whole;
  const [x0, x1] = [scale.toPx(from), scale.toPx(to)];
  return (
    <g className="seen">
      <path className="beyond" fillOpacity={BEYOND} d={`M0,0H${px(x0)}V${HEIGHT}H0ZM${px(x1)},0H${px(width)}V${HEIGHT}H${px(x1)}Z`} />
      <rect className="window" strokeWidth={FRAME.width} x={px(x0 + FRAME.inset)} y={FRAME.inset} width={px(Math.max(1, x1 - x0 - 2 * FRAME.inset))} height={HEIGHT - 2 * FRAME.inset} />
      <path className="grip" strokeWidth={GRIP.width} d={[x0 + GRIP.inset, x1 - GRIP.inset].map((x) => `M${px(x)},${GRIP.from}V${GRIP.to}`).join("")} />
    </g>
  );
}

/** The arc's outline: the same while the window moves. */
const Silhouette = memo(function Silhouette({ whole, width }: { readonly whole: Interval; readonly width: number }): ReactNode {
  const index = indexOf(useTimeline((state) => state.career));
  const outline = useMemo(() => {
    const { times, total } = seriesIn(index, null, whole, width);
    const most = Math.max(1, total[total.length - 1] ?? 0);
    const { toPx } = createTimeScale(whole, 0, width);
    return linePath(times.map((time, i) => [toPx(time), FOOT - ((total[i] ?? 0) / most) * (FOOT - TOP)]));
  }, [index, whole, width]);
  return <path className="shape" d={`${outline}V${FOOT}H0Z`} />;
});

/** Each centred at its beginning, as on the axis above; one that the window's edge would run through is left out. */
function Years({ scale, width, whole }: { readonly scale: TimeScale; readonly width: number; readonly whole: Interval }): ReactNode {
  const { from, to } = useResting() ?? whole;
  const ticks = useMemo(() => timeTicks(whole, width).flatMap(({ time, label }) => (label === null ? [] : [{ x: scale.toPx(time), label, half: textWidth(label, YEAR.size, YEAR.weight) / 2 + YEAR.air }])), [scale, width, whole]);
  const edges = [0, width, scale.toPx(from), scale.toPx(to)];
  return ticks.map(({ x, label, half }) => (edges.every((edge) => Math.abs(edge - x) > half) ? <text key={x} className="tick" x={px(x)} y="12">{label}</text> : null));
}
