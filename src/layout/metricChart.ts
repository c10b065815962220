import { ticks } from "d3-array";
import { formatNumber } from "../lib/format.js";
import type { Px, Ratio } from "../lib/units.js";
import type { BeforeAfter, FactorChange, Level, Metric, PercentChange, Share } from "../model/document.js";
import { computePercent, formatAmount, formatPercentChange, metricText } from "../model/metricText.js";
import { textWidth } from "./textWidth.js";

export type ChangeMetric = BeforeAfter | PercentChange | FactorChange;
export type BarMetric = Share | Level;

/** Narrowest a chart is drawn, on a phone of 320 px; words that would touch at this width take another line. */
export const CHANGE_MIN_WIDTH: Px = 264;
/** Least distance between two words on a line. */
const WORD_GAP: Px = 8;
/** What the page's style sheet sets the words in. */
const SIZES: Readonly<Record<"after" | "before" | "change" | "note", readonly [size: Px, weight: number]>> = { after: [22, 660], before: [15, 500], change: [22, 660], note: [13, 440] };
type Size = keyof typeof SIZES;
/** Beside the line's ends, in the page's style sheet: a word may reach into it. */
const BESIDE: Px = 9;

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
  readonly ticks: readonly ChartWord[];
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
      return metric.from < 0 || metric.to < 0 || metric.from === metric.to || !wordsFit(metric) ? "figure" : "change";
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

/** Drawn as a change: `placeChange` takes it. */
export const isChange = (metric: Metric): metric is ChangeMetric => metricForm(metric) === "change";

/** Drawn as a bar: `barShare` and `barWords` take it. */
export const isBar = (metric: Metric): metric is BarMetric => metricForm(metric) === "bar";

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

const sizeOf = (text: string, size: Size): Px => textWidth(text, ...SIZES[size]);

const wordsFit = ({ from, to, unit }: BeforeAfter): boolean =>
  Math.max(sizeOf(formatAmount(to, unit), "after"), sizeOf(formatAmount(from, unit), "before")) <= CHANGE_MIN_WIDTH;

/** A word over or under its place on the line; where it would leave the chart, flush with that end. */
function wordAt(text: string, x: Ratio, size: Size): ChartWord {
  const word: ChartWord = { text, x, anchor: "middle" };
  const [start, end] = extentOf(word, size);
  return start < -BESIDE ? { text, x: 0, anchor: "start" } : end > CHANGE_MIN_WIDTH + BESIDE ? { text, x: 1, anchor: "end" } : word;
}

/** From where to where a word runs in the narrowest chart. */
function extentOf({ text, x, anchor }: ChartWord, size: Size): readonly [Px, Px] {
  const width = sizeOf(text, size);
  const at = x * CHANGE_MIN_WIDTH;
  const start = anchor === "start" ? at : anchor === "end" ? at - width : at - width / 2;
  return [start, start + width];
}

const near = ([a0, a1]: readonly [Px, Px], [b0, b1]: readonly [Px, Px]): boolean => a0 < b1 + WORD_GAP && b0 < a1 + WORD_GAP;

/** Values along the axis, as far as their labels stand clear of the ends, of `taken` and of each other. */
function valueTicks(end: number, taken: readonly (readonly [Px, Px])[]): ChangePlacement["ticks"] {
  const shown = [...taken];
  // A tick beyond the larger end would suggest room that nobody spoke of.
  return ticks(0, end, 3).flatMap((value) => {
    const word = wordAt(formatNumber(value), value / end, "note");
    const extent = extentOf(word, "note");
    // A value flush with an end that is not its own would stand at the wrong place.
    if (word.x !== value / end || shown.some((other) => near(extent, other))) return [];
    shown.push(extent);
    return [word];
  });
}

/** The computed percent in the first room beside the words above the line that is wide enough; between them at best. */
function placeComputed(text: string, extents: readonly (readonly [Px, Px])[]): ChartWord | null {
  const sorted = [...extents].sort((a, b) => a[0] - b[0]);
  const edges: readonly Px[] = [-WORD_GAP, ...sorted.flat(), CHANGE_MIN_WIDTH + WORD_GAP];
  const rooms = Array.from({ length: edges.length / 2 }, (_, i) => ({ from: edges[2 * i] ?? 0, to: edges[2 * i + 1] ?? 0, between: i > 0 && i < sorted.length }));
  const wide = rooms.filter(({ from, to }) => to - from - 2 * WORD_GAP >= sizeOf(text, "note"));
  const room = wide.find(({ between }) => between) ?? wide.sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  return room ? { text, x: (room.from + room.to) / 2 / CHANGE_MIN_WIDTH, anchor: "middle" } : null;
}

/**
 *     ½ day        −83%, computed         3 days
 *   ----●◀━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━●
 *   |           |            |              |
 *   0           1            2              3
 */
function placeStated(metric: BeforeAfter): ChangePlacement {
  const end = Math.max(metric.from, metric.to);
  const before = metric.from / end;
  const after = metric.to / end;
  const afterWord = wordAt(formatAmount(metric.to, metric.unit), after, "after");
  const beforeWord = wordAt(formatAmount(metric.from, metric.unit), before, "before");
  const [above, beside] = [extentOf(afterWord, "after"), extentOf(beforeWord, "before")];
  const staggered = near(above, beside);
  const percent = computePercent(metric);
  return {
    stated: true,
    before,
    after,
    // The lower line is the one that the ticks' labels stand on.
    ticks: valueTicks(end, staggered ? [beside] : []),
    afterWord,
    beforeWord,
    computed: percent === null || percent === 0 ? null : placeComputed(`${formatPercentChange(percent)}, computed`, staggered ? [above] : [above, beside]),
    change: null,
    staggered,
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
  const zero = wordAt("0", 0, "note");
  const [, zeroEnd] = extentOf(zero, "note");
  // Clear of the axis's zero, which stands at the same height.
  const clear = (text: string, x: Ratio): ChartWord => wordAt(text, Math.max(x, (zeroEnd + WORD_GAP + sizeOf(text, "note") / 2) / CHANGE_MIN_WIDTH), "note");
  const afterWord = clear("after", after);
  const beforeWord = clear("before", before);
  return {
    stated: false,
    before,
    after,
    ticks: [zero],
    afterWord,
    beforeWord,
    computed: null,
    change: wordAt(metricText(metric).figure, Math.min(0.8, Math.max(0.2, (before + after) / 2)), "change"),
    staggered: near(extentOf(afterWord, "note"), extentOf(beforeWord, "note")),
  };
}
