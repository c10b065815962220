import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { ActivityDensity } from "../../charts/ActivityDensity.js";
import { px } from "../../charts/paths.js";
import { binAt } from "../../layout/activityDensity.js";
import type { PlacedDensity } from "../../layout/placeDensity.js";
import { DAY_MS, type EpochMs } from "../../lib/units.js";
import { capitalize } from "../../lib/format.js";

export interface ActivityReaderProps {
  /** Null where nothing can be asked of it yet. */
  readonly placement: PlacedDensity | null;
  readonly unit: string;
  readonly slot: number | null;
  /** One bar in words, by an instant in it. */
  readonly read: (at: EpochMs) => string;
  /** What the whole is. */
  readonly words: string;
  /** Beside the words. */
  readonly children: ReactNode;
}

/** Bars that a page of keys goes on by. */
const PAGE = 10;
const STEPS: ReadonlyMap<string, number> = new Map([["ArrowRight", 1], ["ArrowUp", 1], ["ArrowLeft", -1], ["ArrowDown", -1], ["PageUp", PAGE], ["PageDown", -PAGE], ["Home", -Infinity], ["End", Infinity]]);

/** Any bar can be read: by pointing, by touch, or by keys, as one stop. What is read stands in the place of the sentence, so that nothing moves. */
export function ActivityReader({ placement, unit, slot, read, words, children }: ActivityReaderProps): ReactNode {
  const [pointed, setPointed] = useState<EpochMs | null>(null);
  const [chosen, setChosen] = useState<EpochMs | null>(null);
  const [focused, setFocused] = useState(false);
  const at = placement && (pointed ?? (focused ? settle(placement, chosen) : null));
  const reading = at === null ? null : read(at);
  return (
    <>
      {placement ? (
        <Stop placement={placement} slot={slot} unit={unit} at={at} value={settle(placement, chosen)} read={read} onPoint={setPointed} onChoose={setChosen} onFocus={setFocused} />
      ) : null}
      <div className="legend">
        <div className="shown">
          <p className={reading === null ? undefined : "kept"} dir="auto">{words}</p>
          {reading === null ? null : <p dir="auto">{reading}</p>}
        </div>
        {children}
      </div>
    </>
  );
}

interface StopProps extends Pick<ActivityReaderProps, "slot" | "unit" | "read"> {
  readonly placement: PlacedDensity;
  readonly at: EpochMs | null;
  readonly value: EpochMs;
  readonly onPoint: (at: EpochMs | null) => void;
  readonly onChoose: (at: EpochMs) => void;
  readonly onFocus: (focused: boolean) => void;
}

function Stop({ placement, slot, unit, at, value, read, onPoint, onChoose, onFocus }: StopProps): ReactNode {
  const { viewport: { from, to }, bin, scale, width, height } = placement;
  const last = to - 1;
  const clamp = (time: EpochMs): EpochMs => Math.min(last, Math.max(from, time));
  const instantOf = (event: PointerEvent): EpochMs => {
    const box = event.currentTarget.getBoundingClientRect();
    return clamp(scale.toTime(((event.clientX - box.left) / box.width) * width));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = STEPS.get(event.key);
    if (steps === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (!Number.isFinite(steps)) return onChoose(steps > 0 ? last : from);
    let next = value;
    for (let i = 0; i < Math.abs(steps); i += 1) {
      const here = binAt(bin, next);
      next = clamp(steps > 0 ? here.to : here.from - 1);
    }
    onChoose(next);
  };
  const bar = at === null ? null : binAt(bin, at);
  return (
    <div
      className="density"
      role="slider"
      tabIndex={0}
      aria-label={`${capitalize(unit)} over time`}
      aria-orientation="horizontal"
      aria-valuemin={Math.floor(from / DAY_MS)}
      aria-valuemax={Math.floor(last / DAY_MS)}
      aria-valuenow={Math.floor(value / DAY_MS)}
      aria-valuetext={read(value)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button === 0) onChoose(instantOf(event));
      }}
      onPointerMove={(event) => {
        const time = instantOf(event);
        onPoint(time);
        if (event.buttons > 0) onChoose(time);
      }}
      onPointerLeave={() => onPoint(null)}
      onPointerCancel={() => onPoint(null)}
      onFocus={() => onFocus(true)}
      onBlur={() => onFocus(false)}
    >
      <ActivityDensity placement={placement} slot={slot} />
      {bar === null ? null : (
        <svg className="read" width="100%" height={height} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          <path d={`M${px(scale.toPx(Math.max(from, bar.from)))},0H${px(scale.toPx(Math.min(to, bar.to)))}V${height}H${px(scale.toPx(Math.max(from, bar.from)))}Z`} />
        </svg>
      )}
    </div>
  );
}

/** What is read before anybody has chosen, or where that is out of view: the highest bar. */
function settle({ viewport: { from, to }, bars }: PlacedDensity, chosen: EpochMs | null): EpochMs {
  if (chosen !== null && chosen >= from && chosen < to) return chosen;
  const highest = bars.reduce<PlacedDensity["bars"][number] | null>((best, bar) => (best === null || bar.perDay > best.perDay ? bar : best), null);
  return Math.max(from, highest?.from ?? from);
}
