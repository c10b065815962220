import { useEffect, useMemo, useRef, useState } from "react";
import { clampViewport, isWhole, type ViewportBounds } from "../../layout/viewport.js";
import type { Interval } from "../../lib/units.js";
import { periodInterval } from "../../model/period.js";
import { periodLabel } from "../../model/timeWords.js";
import { useResting } from "../hooks/useSeen.js";
import { useTimeline, useTimelineContext } from "../hooks/useTimeline.js";
import type { ViewportMover } from "./moveViewport.js";
import { daysOf, rangeWords } from "./rangeWords.js";

/** A range that was made the period of all that the page shows. */
export interface KeptRange {
  readonly range: Interval;
  readonly words: string;
}

export interface KeptRanges {
  /** Outermost first, one inside the other. */
  readonly kept: readonly KeptRange[];
  /** Whether what is looked at is the last of them. */
  readonly isKept: boolean;
  /** Makes what is looked at, or is on its way, the period; the whole career is none. */
  readonly keep: () => void;
  /** Back out to one of them; −1 = the whole career. */
  readonly step: (to: number) => void;
  /** One step back out, from where the viewport is on its way to. @returns whether there was one */
  readonly back: () => boolean;
}

export function useKeptRanges(bounds: ViewportBounds, mover: ViewportMover): KeptRanges {
  const { store } = useTimelineContext();
  const viewport = useResting() ?? bounds.whole;
  const period = useTimeline((state) => state.filters.period);
  const [trail, setTrail] = useState<readonly Interval[]>([]);
  const inner = useMemo((): KeptRange | null => {
    const asked = periodInterval(period);
    if (!asked) return null;
    const range = clampViewport(asked, bounds);
    // What cannot all be looked at, or was not asked for by its days, is called what it was asked for as.
    return { range, words: [period?.from, period?.to].join() === daysOf(range).join() ? rangeWords(range) : periodLabel(period) };
  }, [period, bounds]);
  // Set by a link or cleared with all filters: then the trail is of others. It keeps what was left, for Back.
  const kept = inner === null ? [] : [...trail.slice(0, Math.max(0, trail.findIndex((range) => sameDays(range, inner.range)))).map((range) => ({ range, words: rangeWords(range) })), inner];
  const isLast = (range: Interval): boolean => inner !== null && sameDays(range, inner.range);
  const set = (range: Interval | null): void => {
    const { filters } = store.getState();
    const [from, to] = range ? daysOf(range) : [null, null];
    store.actions.setFilters({ ...filters, period: from === null ? null : { from, to } });
  };
  const step = (to: number): void => {
    const next = kept[to] ?? null;
    if (next === null || next !== inner) set(next && next.range);
    mover.glide(next ? next.range : bounds.whole);
  };
  const first = useRef(true);
  useEffect(() => {
    // A link that names a period and nothing else opens on it.
    if (first.current && inner && store.getState().viewport === null) mover.glide(inner.range);
    first.current = false;
  });
  return {
    kept,
    isKept: isLast(viewport),
    keep: () => {
      const { from, to } = mover.goal();
      if (isWhole({ from, to }, bounds)) return set(null);
      // A step out is one that shows more, and less than all.
      setTrail([...kept.map(({ range }) => range).filter((range) => range.from <= from && range.to >= to && !isWhole(range, bounds)), { from, to }]);
      set({ from, to });
    },
    step,
    back: () => {
      const goal = mover.goal();
      const atWhole = isWhole(goal, bounds);
      if (atWhole && kept.length === 0) return false;
      if (isLast(goal)) step(kept.length - 2);
      // Further out there is nothing but what is no longer asked for.
      else step(atWhole ? -1 : kept.length - 1);
      return true;
    },
  };
}

const sameDays = (a: Interval, b: Interval): boolean => daysOf(a).join() === daysOf(b).join();
