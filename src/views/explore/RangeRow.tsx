import { useEffect, useState, type ReactNode } from "react";
import { moveEnd } from "../../layout/brush.js";
import type { ViewportBounds } from "../../layout/viewport.js";
import type { Interval } from "../../lib/units.js";
import { parsePartialDate } from "../../model/dates.js";
import { useTimelineContext } from "../hooks/useTimeline.js";
import type { ViewportMover } from "./moveViewport.js";
import { daysOf, rangeWords } from "./rangeWords.js";
import { restingOf } from "./restingViewport.js";
import type { KeptRange } from "./useKeptRanges.js";

export interface RangeRowProps {
  readonly viewport: Interval;
  readonly bounds: ViewportBounds;
  readonly mover: ViewportMover;
  /** See `KeptRanges`. */
  readonly kept: readonly KeptRange[];
  readonly isKept: boolean;
  readonly onKeep: () => void;
  readonly onStep: (to: number) => void;
}

/** Where one is in time, by words and by dates, and the way back out. */
export function RangeRow({ viewport, bounds, mover, kept, isKept, onKeep, onStep }: RangeRowProps): ReactNode {
  const steps = isKept ? kept.slice(0, -1) : kept;
  return (
    <div className="ranges">
      <nav aria-label="Ranges">
        <ol>
          <li><button type="button" className="text" onClick={() => onStep(-1)}>Whole career</button></li>
          {steps.map(({ range, words }, i) => <li key={`${range.from} ${range.to}`}><button type="button" className="text" onClick={() => onStep(i)}>{words}</button></li>)}
          <li aria-current="true"><span>{(isKept ? kept[kept.length - 1]?.words : undefined) ?? rangeWords(viewport)}</span></li>
        </ol>
      </nav>
      <Dates viewport={viewport} bounds={bounds} mover={mover} />
      {isKept ? null : <button type="button" className="text" onClick={onKeep}>Show only this range below</button>}
    </div>
  );
}

/**
 * Plain dates: a change counts once it is a date in the career, and the other end gives way where it must. A year that is
 * being typed is a date long before, so that what lies outside counts when the field is left, as the nearest date there is.
 */
function Dates({ viewport, bounds, mover }: Pick<RangeRowProps, "viewport" | "bounds" | "mover">): ReactNode {
  const [first, last] = daysOf(viewport);
  // What is typed stands until its field is left: the viewport moves with the month, and the year is still to come.
  const [typed, setTyped] = useState<{ readonly end: End; readonly text: string; readonly goal: string } | null>(null);
  // Or until somebody else moves it elsewhere.
  const { store } = useTimelineContext();
  useEffect(() => restingOf(store).subscribe(() => setTyped((now) => (now && now.goal === daysOf(mover.goal()).join() ? now : null))), [store, mover]);
  // What was asked for stands until the viewport is there.
  const here = `${first} ${last}`;
  const [asked, setAsked] = useState<{ readonly at: string; readonly from: string; readonly to: string } | null>(null);
  if (asked && asked.at !== here) setAsked(null);
  const [least, most] = daysOf(bounds.whole);
  const show = (end: End, text: string): void => {
    const date = parsePartialDate(text);
    // The other date may be on its way yet.
    if (date?.precision === "day") mover.glide(moveEnd(end, mover.goal(), date[end], bounds));
  };
  const enter = (end: End, text: string): void => {
    if (text >= least && text <= most) show(end, text);
    setTyped({ end, text, goal: daysOf(mover.goal()).join() });
  };
  const leave = (end: End): void => {
    if (typed?.end !== end) return;
    setTyped(null);
    // Years of more than four digits are none of ours, and less than all others as text.
    const [before, after] = [typed.text !== "" && typed.text < least, typed.text > most || typed.text.length > most.length];
    if (before || after) show(end, after ? most : least);
    const [from, to] = daysOf(mover.goal());
    setAsked({ at: here, from, to });
  };
  const field = (end: End, shown: string): ReactNode => (
    <input type="date" min={least} max={most} value={typed?.end === end ? typed.text : (asked?.[end] ?? shown)} onChange={(event) => enter(end, event.target.value)} onBlur={() => leave(end)} />
  );
  return <p className="ends"><label>From {field("from", first)}</label>{" "}<label>to {field("to", last)}</label></p>;
}

type End = "from" | "to";
