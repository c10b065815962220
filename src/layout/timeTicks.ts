import { utcDay, utcMonday, utcMonth, utcYear, type TimeInterval } from "d3-time";
import type { EpochMs, Interval, Px } from "../lib/units.js";
import { DAY_MS } from "../lib/units.js";
import { formatPartialDate, parsePartialDate } from "../model/dates.js";
import { textWidth } from "./textWidth.js";

export interface TimeTick {
  readonly time: EpochMs;
  readonly label: string;
}

interface TickStep {
  readonly interval: TimeInterval;
  /** Mean length. */
  readonly ms: number;
  readonly unit: "day" | "month" | "year";
  /** Widest label of this step. */
  readonly sample: string;
}

export const TICK_SIZE: Px = 13;
const GAP: Px = 10;
const YEAR_MS = 365.2425 * DAY_MS;

function every(interval: { every(step: number): TimeInterval | null }, n: number): TimeInterval {
  const step = interval.every(n);
  if (!step) throw new Error(`no such step: ${n}`);
  return step;
}

/** Fine to coarse. */
const STEPS: readonly TickStep[] = [
  { interval: utcDay, ms: DAY_MS, unit: "day", sample: "30 Mar" },
  { interval: utcMonday, ms: 7 * DAY_MS, unit: "day", sample: "30 Mar" },
  { interval: utcMonth, ms: YEAR_MS / 12, unit: "month", sample: "Mar 2022" },
  { interval: every(utcMonth, 3), ms: YEAR_MS / 4, unit: "month", sample: "Mar 2022" },
  { interval: utcYear, ms: YEAR_MS, unit: "year", sample: "2022" },
  ...[2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map((n): TickStep => ({ interval: every(utcYear, n), ms: n * YEAR_MS, unit: "year", sample: "2022" })),
];

/** The finest step whose labels stand apart at this width. */
export function chooseTickStep(domain: Interval, width: Px): TickStep {
  const pxPerMs = width / (domain.to - domain.from);
  const fits = STEPS.find((step) => step.ms * pxPerMs >= textWidth(step.sample, TICK_SIZE, 400) + GAP);
  const coarsest = STEPS[STEPS.length - 1];
  if (!coarsest) throw new Error("no tick steps");
  return fits ?? coarsest;
}

/** Ticks inside the closed domain, with labels that name the year wherever a reader could doubt it. */
export function timeTicks(domain: Interval, width: Px): readonly TimeTick[] {
  const { interval, unit } = chooseTickStep(domain, width);
  // `range` is half-open; a tick on the domain's very end is wanted.
  const dates = interval.range(new Date(domain.from), new Date(domain.to + 1));
  return dates.map((date, index) => ({ time: date.getTime(), label: labelOf(date, unit, index === 0) }));
}

function labelOf(date: Date, unit: TickStep["unit"], first: boolean): string {
  const text = date.toISOString().slice(0, unit === "year" ? 4 : unit === "month" ? 7 : 10);
  const parsed = parsePartialDate(text);
  if (!parsed) return text;
  const label = formatPartialDate(parsed, "short");
  if (unit === "year" || first || date.getUTCMonth() === 0) return unit === "day" ? dropYear(label) : label;
  return dropYear(label);
}

const dropYear = (label: string): string => label.replace(/ \d{4}$/, "");
