import { utcDay, utcMonday, utcMonth, utcYear, type TimeInterval } from "d3-time";
import type { EpochMs, Interval, Px } from "../lib/units.js";
import { DAY_MS } from "../lib/units.js";
import { formatPartialDate, parsePartialDate } from "../model/dates.js";
import { textWidth } from "./textWidth.js";

export interface TimeTick {
  readonly time: EpochMs;
  /** null where its label would leave the drawing; its hairline stays. */
  readonly label: string | null;
}

/** Room for labels beyond the two ends of the axis. */
export interface AxisMargins {
  readonly left: Px;
  readonly right: Px;
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
  { interval: utcDay, ms: DAY_MS, unit: "day", sample: "30 Mar 2022" },
  { interval: utcMonday, ms: 7 * DAY_MS, unit: "day", sample: "30 Mar 2022" },
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

const AMPLE: AxisMargins = { left: Infinity, right: Infinity };

/**
 * Ticks inside the closed domain. The first label and the first of every year carry the year: "4 Nov 2024", "11 Nov".
 * A label that would reach beyond the margins is left out, and the year goes to the next.
 */
export function timeTicks(domain: Interval, width: Px, margins: AxisMargins = AMPLE): readonly TimeTick[] {
  const { interval, unit } = chooseTickStep(domain, width);
  const pxPerMs = width / (domain.to - domain.from);
  const fits = (time: EpochMs, label: string): boolean => {
    const [x, half] = [(time - domain.from) * pxPerMs, textWidth(label, TICK_SIZE, 400) / 2];
    return x - half >= -margins.left && x + half <= width + margins.right;
  };
  let said: number | null = null;
  // `range` is half-open; a tick on the domain's very end is wanted.
  return interval.range(new Date(domain.from), new Date(domain.to + 1)).map((date): TimeTick => {
    const time = date.getTime();
    const year = date.getUTCFullYear();
    const label = labelOf(date, unit, year !== said);
    if (!fits(time, label)) return { time, label: null };
    said = year;
    return { time, label };
  });
}

function labelOf(date: Date, unit: TickStep["unit"], withYear: boolean): string {
  const text = date.toISOString().slice(0, unit === "year" ? 4 : unit === "month" ? 7 : 10);
  const parsed = parsePartialDate(text);
  if (!parsed) return text;
  const label = formatPartialDate(parsed, "short");
  return unit === "year" || withYear ? label : label.replace(/ \d{4}$/, "");
}
