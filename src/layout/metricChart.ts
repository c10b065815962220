import { ticks } from "d3-array";
import { formatNumber } from "../lib/format.js";
import type { Px, Ratio } from "../lib/units.js";
import type { BeforeAfter, FactorChange, Level, Metric, PercentChange, Share } from "../model/document.js";
import { computePercent, formatAmount, formatPercentChange, metricText } from "../model/metricText.js";
import { textWidth } from "./textWidth.js";

export type ChangeMetric = BeforeAfter | PercentChange | FactorChange;
export type BarMetric = Share | Level;

/** Narrowest a chart is drawn; words that would touch at this width take another line. */
export const CHANGE_MIN_WIDTH: Px = 290;

export interface ChartWord {
  readonly text: string;
  readonly x: Ratio;
  readonly anchor: "start" | "middle" | "end";
}

/** A dumbbell. x is a share of the chart's width; zero is always at the left end. */
export interface ChangePlacement {
  /** True where both ends are stated; else the line is broken and both ends are open. */
  readonly stated: boolean;
  readonly before: Ratio;
  readonly after: Ratio;
  readonly ticks: readonly { readonly x: Ratio; readonly label: string }[];
  /** Above the line: the stated values, or the stated change. */
  readonly afterWord: ChartWord;
  readonly beforeWord: ChartWord;
  /** Percent worked out from two stated ends; shown with "computed". */
  readonly computed: ChartWord | null;
  /** For the open form: the change, over the line's middle. */
  readonly change: ChartWord | null;
  /** The words under or over the two ends would touch: the one for "before" goes a line lower. */
  readonly staggered: boolean;
}

/** Which of the three ways a figure is drawn in. */
export function metricForm(metric: Metric): "change" | "bar" | "figure" {
  switch (metric.kind) {
    case "before_after":
      return metric.from < 0 || metric.to < 0 ? "figure" : "change";
    case "percent_change":
      return metric.direction === "down" && metric.percent > 100 ? "figure" : "change";
    case "factor_change":
      return "change";
    case "share":
      return "bar";
    case "level":
      return metric.unit === "%" && metric.value >= 0 && metric.value <= 100 ? "bar" : "figure";
    default:
      return "figure";
  }
}

/** Where the value of a bar ends. A level in percent has its whole range, 0–100. */
export function barShare(metric: BarMetric): Ratio {
  return metric.kind === "share" ? metric.part / metric.whole : metric.value / 100;
}

/** The figure and what the bar's full length stands for. */
export function barWords(metric: BarMetric): { readonly figure: string; readonly denominator: string } {
  const { figure, number, rest, caption } = metricText(metric);
  return metric.kind === "level" ? { figure, denominator: caption } : { figure: number, denominator: rest };
}

export function placeChange(metric: ChangeMetric): ChangePlacement {
  return metric.kind === "before_after" ? placeStated(metric) : placeOpen(metric);
}

function anchorAt(x: Ratio): ChartWord["anchor"] {
  return x < 0.14 ? "start" : x > 0.86 ? "end" : "middle";
}

const word = (text: string, x: Ratio): ChartWord => ({ text, x, anchor: anchorAt(x) });

function extentOf({ text, x, anchor }: ChartWord, size: Px, weight: number): readonly [Px, Px] {
  const width = textWidth(text, size, weight);
  const at = x * CHANGE_MIN_WIDTH;
  const start = anchor === "start" ? at : anchor === "end" ? at - width : at - width / 2;
  return [start, start + width];
}

/**
 *     ½ day        −83%, computed         3 days
 *   ----●◀━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━●
 *   |           |            |              |
 *   0           1            2              3
 */
function placeStated(metric: BeforeAfter): ChangePlacement {
  const most = Math.max(metric.from, metric.to);
  const end = most === 0 ? 1 : most;
  const before = metric.from / end;
  const after = metric.to / end;
  const afterWord = word(formatAmount(metric.to, metric.unit), after);
  const beforeWord = word(formatAmount(metric.from, metric.unit), before);
  const [a0, a1] = extentOf(afterWord, 22, 660);
  const [b0, b1] = extentOf(beforeWord, 15, 500);
  const percent = computePercent(metric);
  const between: readonly [Px, Px] = a1 < b0 ? [a1, b0] : [b1, a0];
  const computed = percent === null || percent === 0 ? null : `${formatPercentChange(percent)}, computed`;
  const room = between[1] - between[0] - 16;
  return {
    stated: true,
    before,
    after,
    // A tick beyond the larger end would suggest room that nobody spoke of.
    ticks: ticks(0, end, 3).map((value) => ({ x: value / end, label: formatNumber(value) })),
    afterWord,
    beforeWord,
    computed: computed === null ? null : textWidth(computed, 13, 440) <= room
      ? { text: computed, x: (between[0] + between[1]) / 2 / CHANGE_MIN_WIDTH, anchor: "middle" }
      : { text: computed, x: 1, anchor: "end" },
    change: null,
    staggered: a0 < b1 + 8 && b0 < a1 + 8,
  };
}

/**
 *                −75%
 *   |----○◀┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄○        no value at either end: none is stated
 *   0  after               before
 */
function placeOpen(metric: PercentChange | FactorChange): ChangePlacement {
  const change = metric.kind === "percent_change" ? metric.percent / 100 : metric.factor - 1;
  const down = metric.direction === "down";
  const lower = metric.kind === "percent_change" ? (down ? 1 - change : 1 / (1 + change)) : 1 / metric.factor;
  const before = down ? 1 : lower;
  const after = down ? lower : 1;
  const afterWord = word("after", after);
  const beforeWord = word("before", before);
  const [a0, a1] = extentOf(afterWord, 13, 440);
  const [b0, b1] = extentOf(beforeWord, 13, 440);
  return {
    stated: false,
    before,
    after,
    ticks: [{ x: 0, label: "0" }],
    afterWord,
    beforeWord,
    computed: null,
    change: word(metricText(metric).figure, Math.min(0.8, Math.max(0.2, (before + after) / 2))),
    staggered: a0 < b1 + 8 && b0 < a1 + 8,
  };
}
