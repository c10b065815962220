import type { Interval } from "../lib/units.js";
import type { Dating, KnownSide, StatedDates } from "./career.js";
import { parsePartialDate } from "./dates.js";
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
  if (of === "whole") {
    const since = from ? from.from : role.from < last.to ? role.from : first.from;
    const until = to ? to.to : role.to > first.from ? role.to : last.to;
    return { window: nonEmpty(since, until), dating: from && to ? "own" : "role", known: null };
  }
  // A tick inside the role starts with the role at the earliest: half of a hand-over month was the role before's.
  const begins = last.to > role.from ? Math.max(first.from, role.from) : first.from;
  const known: KnownSide = {
    side: of,
    from: first,
    to: last,
    interval: nonEmpty(begins, last.to),
    ...(when.quote === undefined ? {} : { quote: when.quote }),
  };
  const window = of === "start" ? nonEmpty(begins, Math.max(role.to, last.to)) : nonEmpty(Math.min(role.from, first.from), last.to);
  return { window, dating: "role", known };
}

/** The dates as written, for sentences that must not be closer than they are. */
export function readStated(when: When | undefined): StatedDates | null {
  const from = when?.from === undefined ? null : parsePartialDate(when.from);
  const to = when?.to === undefined ? null : parsePartialDate(when.to);
  return from || to ? { from, to, ...(when?.quote === undefined ? {} : { quote: when.quote }) } : null;
}

const nonEmpty = (from: number, to: number): Interval => ({ from, to: Math.max(to, from + 1) });
