import type { Box, EpochMs, Interval, Px } from "../../lib/units.js";
import { placeNodes, type PlacedNode } from "../../layout/arcNodes.js";
import { valueAt, type ArcSeries } from "../../layout/arcSeries.js";
import { isFeatured } from "../../layout/emphasis.js";
import type { PlacedLabel } from "../../layout/labels.js";
import { stackBands, type StackedBand } from "../../layout/stackBands.js";
import type { Achievement, Career } from "../../model/career.js";
import { yearOf } from "../../model/dates.js";
import type { PlacedField } from "./cardEnds.js";
import { placeCardLabels, type LabelSizes } from "./cardLabels.js";

export interface CardArc {
  readonly xs: readonly Px[];
  readonly bands: readonly StackedBand[];
  readonly top: readonly (readonly [Px, Px])[];
  /** Hairlines of the years, inside the bands only. */
  readonly hairs: readonly { readonly x: Px; readonly y0: Px }[];
  /** In the order in which they are drawn. */
  readonly nodes: readonly PlacedNode[];
  readonly labels: readonly PlacedLabel[];
  readonly fields: readonly PlacedField[];
}

/** No label stands higher. */
const LABELS_TOP: Px = 40;
/** Least distance of two hairlines. */
const LEAST_YEAR: Px = 24;
const YEAR_STEPS: readonly number[] = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const MOST_YEARS = 1000;
/** Half the top edge's casing. */
const EDGE_REACH: Px = 2.5;
/** More marks than these would be a smear: then only those that may be named are drawn. */
const MOST_NODES = 150;

export interface ArcRoom {
  readonly plot: Box;
  readonly extent: Interval;
  readonly toPx: (time: EpochMs) => Px;
  /** What no label may cover. */
  readonly obstacles: readonly Box[];
  readonly candidates: readonly Achievement[];
  readonly matches: ReadonlySet<string> | null;
  readonly sizes: LabelSizes;
}

export function placeArc(career: Career, series: ArcSeries, { plot, extent, toPx, obstacles, candidates, matches, sizes }: ArcRoom): { readonly arc: CardArc; readonly full: number } {
  const total = career.achievements.length;
  const toY = (value: number): Px => plot.y1 - (value / total) * (plot.y1 - plot.y0);
  const xs = series.times.map(toPx);
  const top = xs.map((x, i): readonly [Px, Px] => [x, toY(series.total[i] ?? 0)]);
  const nodes = sizeNodes(career, placeNodes(career, series, toPx, toY, { form: "wide", dense: false, state: { matches, selected: null } }), candidates);
  const { placed: labels, full } = placeCardLabels(career, candidates, nodes, sizes, {
    bounds: { x0: plot.x0, y0: LABELS_TOP, x1: plot.x1 + 10, y1: plot.y1 },
    edge: [[0, plot.y1 - EDGE_REACH], ...top.map(([x, y]): readonly [Px, Px] => [x, y - EDGE_REACH])],
    obstacles,
  });
  const wanted = new Set(candidates.map(({ id }) => id));
  const arc: CardArc = {
    xs,
    bands: stackBands(career, series, toY),
    top,
    hairs: yearsIn(extent, plot.x1 - plot.x0).flatMap((time) => {
      const [x, y0] = [toPx(time), toY(valueAt(series.times, series.total, time))];
      return x > plot.x0 + 2 && x < plot.x1 - 2 && y0 < plot.y1 - 1 ? [{ x, y0 }] : [];
    }),
    // What is named, or could be, is not hidden under what is not.
    nodes: [...nodes].sort((a, b) => rankOf(a, wanted) - rankOf(b, wanted)),
    labels,
    fields: [],
  };
  return { arc, full };
}

/** A card names no tick, so a hairline is a year's beginning and nothing else: every one, or every fifth, tenth … of many. */
function yearsIn(extent: Interval, width: Px): readonly EpochMs[] {
  const [first, last] = [yearOf(extent.from), yearOf(extent.to)];
  const step = YEAR_STEPS.find((years) => ((last - first) / years) * LEAST_YEAR <= width) ?? MOST_YEARS;
  const from = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - from) / step) + 1 }, (_, i) => new Date(0).setUTCFullYear(from + i * step));
}

const rankOf = ({ id, emphasis }: PlacedNode, wanted: ReadonlySet<string>): number => (wanted.has(id) ? 2 : emphasis === "dimmed" ? 0 : 1);

interface NodeSize {
  readonly r: Px;
  readonly stroke: Px;
}

/** By how many there are: alone they are stations, in a crowd they must not hide each other. */
function nodeSizes(total: number): { readonly featured: NodeSize; readonly other: NodeSize } {
  if (total <= 16) return { featured: { r: 11, stroke: 4.4 }, other: { r: 11, stroke: 4.4 } };
  if (total <= 36) return { featured: { r: 10, stroke: 4.2 }, other: { r: 8, stroke: 3.4 } };
  return { featured: { r: 9, stroke: 4 }, other: { r: 6, stroke: 2.6 } };
}

const DIMMED = { r: 0.76, stroke: 0.6 };

function sizeNodes(career: Career, nodes: readonly PlacedNode[], candidates: readonly Achievement[]): readonly PlacedNode[] {
  const sizes = nodeSizes(nodes.length);
  const wanted = new Set(candidates.map(({ id }) => id));
  const featured = new Set(career.achievements.filter(isFeatured).map(({ id }) => id));
  return nodes
    .filter(({ id }) => nodes.length <= MOST_NODES || wanted.has(id))
    .map((node): PlacedNode => {
      const { r, stroke } = featured.has(node.id) || wanted.has(node.id) ? sizes.featured : sizes.other;
      return node.emphasis === "dimmed" ? { ...node, r: r * DIMMED.r, stroke: stroke * DIMMED.stroke } : { ...node, r, stroke };
    });
}
