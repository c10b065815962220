import { useState, type ReactNode } from "react";
import { moveEnd } from "../../layout/brush.js";
import type { ViewportBounds } from "../../layout/viewport.js";
import type { Interval } from "../../lib/units.js";
import { parsePartialDate } from "../../model/dates.js";
import type { ViewportMover } from "./moveViewport.js";
import { daysOf, rangeWords } from "./rangeWords.js";

export interface RangeRowProps {
  readonly viewport: Interval;
  readonly bounds: ViewportBounds;
  readonly mover: ViewportMover;
  /** Ranges that were kept, outermost first. */
  readonly kept: readonly Interval[];
  /** Whether what is looked at is the last of them. */
  readonly isKept: boolean;
  readonly onKeep: () => void;
  /** Back out to one of them; −1 = the whole career. */
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
          {steps.map((range, i) => <li key={`${range.from} ${range.to}`}><button type="button" className="text" onClick={() => onStep(i)}>{rangeWords(range)}</button></li>)}
          <li aria-current="true"><span>{rangeWords(viewport)}</span></li>
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
  // What is typed stands until the viewport moves, by it or by other means.
  const here = `${first} ${last}`;
  const [{ at, ...kept }, setTyped] = useState<{ readonly at: string; readonly from?: string; readonly to?: string }>({ at: here });
  const typed = at === here ? kept : {};
  const [least, most] = daysOf(bounds.whole);
  const enter = (end: "from" | "to", text: string): void => {
    setTyped({ ...typed, at: here, [end]: text });
    if (text >= least && text <= most) show(end, text);
  };
  const leave = (end: "from" | "to"): void => {
    const text = typed[end];
    if (text === undefined) return;
    if (text < least || text > most) show(end, text);
    const [from, to] = daysOf(mover.goal());
    setTyped({ at: here, from, to });
  };
  const show = (end: "from" | "to", text: string): void => {
    const date = parsePartialDate(text);
    // The other date may be on its way yet.
    if (date?.precision === "day") mover.glide(moveEnd(end, mover.goal(), date[end], bounds));
  };
  return (
    <p className="ends">
      <label>From <input type="date" min={least} max={most} value={typed.from ?? first} onChange={(event) => enter("from", event.target.value)} onBlur={() => leave("from")} /></label>{" "}
      <label>to <input type="date" min={least} max={most} value={typed.to ?? last} onChange={(event) => enter("to", event.target.value)} onBlur={() => leave("to")} /></label>
    </p>
  );
}
