import type { EpochMs, Interval } from "../lib/units.js";
import type { Dating, KnownSide, StatedDates } from "./career.js";
import { parsePartialDate, type PartialDate } from "./dates.js";
import type { When } from "./document.js";

export interface ReadWindow {
  readonly window: Interval;
  readonly dating: Dating;
  readonly known: KnownSide | null;
}

/**
 * The stretch in which an achievement was done.
 *
 *   role            |------------------------|
 *   when whole           |=======|                 the window is the stated stretch
 *   when of start        [===]···············|     begun in here, done any time after: window to the role's end
 *   when of end     |···············[===]          done by here: window from the role's start
 *
 * A date that is coarser than the role's edge in it is cut there: "2018" in a role from March 2018 begins with the role.
 * With only one side stated the role gives the other. A stretch outside the role is believed as it stands (work is
 * sometimes finished after its role); then the role says nothing of its other side. A window is never empty.
 */
export function readWindow(when: When | undefined, role: Interval): ReadWindow {
  const from = when?.from === undefined ? null : parsePartialDate(when.from);
  const to = when?.to === undefined ? null : parsePartialDate(when.to);
  const first = from ?? to;
  const last = to ?? from;
  if (!when || !first || !last) return { window: role, dating: "role", known: null };
  const of = when.of ?? "whole";
  const starts = first.from;
  const ends = last.to;
  const begun = ends > role.from && straddles(first, role.from) ? role.from : starts;
  const done = starts < role.to && straddles(last, role.to) ? role.to : ends;
  if (of === "whole") {
    const since = from ? begun : role.from < ends ? role.from : starts;
    const until = to ? done : role.to > starts ? role.to : ends;
    return { window: nonEmpty(since, until), dating: from && to ? "own" : "role", known: null };
  }
  // A tick inside the role starts with the role at the earliest: half of a hand-over month was the role before's.
  const interval = nonEmpty(ends > role.from ? Math.max(starts, role.from) : starts, done);
  const known: KnownSide = {
    side: of,
    from: first,
    to: last,
    interval,
    ...(when.quote === undefined ? {} : { quote: when.quote }),
  };
  const window = of === "start" ? nonEmpty(interval.from, Math.max(role.to, interval.to)) : nonEmpty(Math.min(role.from, begun), interval.to);
  return { window, dating: "role", known };
}

/** Whether an edge lies inside the stretch that a date leaves open. */
const straddles = (date: PartialDate, edge: EpochMs): boolean => date.from < edge && edge < date.to;

/** The dates as written, for sentences that must not be closer than they are. */
export function readStated(when: When | undefined): StatedDates | null {
  const from = when?.from === undefined ? null : parsePartialDate(when.from);
  const to = when?.to === undefined ? null : parsePartialDate(when.to);
  return from || to ? { from, to, ...(when?.quote === undefined ? {} : { quote: when.quote }) } : null;
}

const nonEmpty = (from: number, to: number): Interval => ({ from, to: Math.max(to, from + 1) });
