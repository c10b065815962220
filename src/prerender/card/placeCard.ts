import type { Box, EpochMs, Interval, Px } from "../../lib/units.js";
import { toArcSeries, valueAt, type ArcSeries } from "../../layout/arcSeries.js";
import { placeNodes, type PlacedNode } from "../../layout/arcNodes.js";
import type { PlacedLabel } from "../../layout/labels.js";
import { stackBands, type StackedBand } from "../../layout/stackBands.js";
import { careerExtent } from "../../layout/timeDomain.js";
import { createTimeScale } from "../../layout/timeScale.js";
import { timeTicks } from "../../layout/timeTicks.js";
import type { Achievement, Career } from "../../model/career.js";
import { isFeatured } from "../../layout/emphasis.js";
import { cardFields, FIELD_LINE, placeFields, type PlacedField } from "./cardEnds.js";
import { labelCandidates, MOST_LABELS, placeCardLabels } from "./cardLabels.js";
import { placeStays, staysOf, type CardBar } from "./cardRoles.js";
import { fitHeading, HEADING_TRACKING, widthOf, type CardRun, type CardStyle } from "./cardText.js";
import type { CardWords } from "./cardWords.js";

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

export interface CardPlacement {
  readonly width: Px;
  readonly height: Px;
  readonly heading: readonly CardRun[];
  /** Under the heading: whose it is, where that is another, and what is counted. */
  readonly subtitle: readonly CardRun[];
  /** Time runs over its width; the arc's foot is its lower edge. */
  readonly plot: Box;
  readonly bars: readonly CardBar[];
  /** null where nothing is counted. */
  readonly arc: CardArc | null;
}

export interface CardSize {
  /** At least 1200 × 560: the words have their sizes in px, and need that room. */
  readonly width: Px;
  readonly height: Px;
}

const MARGIN: Px = 64;
const HEADING_TOP: Px = 60;
/** Of a font size: capitals over the baseline, all that is drawn over and under it. */
const CAPITALS = 0.72;
const ABOVE = 0.78;
const BELOW = 0.24;
const HEADING_LEADING = 1.06;
const SUBTITLE: CardStyle = { size: 30, weight: "text" };
const WHOSE: CardStyle = { size: 30, weight: "strong" };
const SUBTITLE_DROP: Px = 56;
const WHOSE_GAP: Px = 14;
/** Between the words above and the arc under them. */
const AIR: Px = 26;
/** Upper end of the arc at the least, of 630. */
const HEADROOM: Px = 150;
/** More headroom is tried where labels lack it; what a label, and one that says all, are worth of it. */
const MORE_HEADROOM: readonly Px[] = [0, 14, 28, 44, 66, 88, 132];
const LABEL_WORTH: Px = 400;
const WORDING_WORTH: Px = 48;
/** A label right beside the subtitle would be read on from it. */
const SUBTITLE_AIR: Px = 12;
/**
 * The more so where the card is small: on the subtitle's line a label stands well apart, or it stands on the next one. Where
 * that would take a label away it may stand nearer, which costs less than any label.
 */
const APARTS: readonly { readonly apart: Px; readonly cost: Px }[] = [{ apart: 64, cost: 0 }, { apart: SUBTITLE_AIR, cost: LABEL_WORTH / 2 }];
const LEAST_PLOT: Px = 120;
/** Heights that all lanes take together, by how many they are. */
const LANES: readonly Px[] = [91, 91, 131, 144, 160];
/** The same where no arc stands over them. */
const BARE_BARS: Px = 300;
const GUTTER_MAX: Px = 344;
const RIGHT_AIR: Px = 30;
/** Half the top edge's casing. */
const EDGE_REACH: Px = 2.5;
/** More marks than these would be a smear: then only those that may be named are drawn. */
const MOST_NODES = 150;

/**
 *   +--------------------------------------------------+
 *   | heading, one or two lines                        |
 *   | 9 achievements, 2018–2025                     /| Field 2
 *   |                      what it is  figure  ____/ | Field 4
 *   |   figure  what it is        ____________/     | Field 3
 *   |___________________________/____________________|
 *   | Employer 2018–22          | Employer 2022–25   |
 *   +--- bars bleed off ---------------------------- --+
 */
export function placeCard(career: Career, words: CardWords, matches: ReadonlySet<string> | null, { width, height }: CardSize): CardPlacement {
  const extent = careerExtent(career);
  const { heading, subtitle } = placeTitle(words, width - 2 * MARGIN, extent ? HEADING_TOP : height * 0.36);
  const stays = staysOf(career);
  const total = career.achievements.length;
  const lanes = stays.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  const below = LANES[Math.min(Math.max(1, lanes), LANES.length - 1)] ?? 0;
  // With no arc over them the roles are what there is to see.
  const foot = height - (total > 0 || lanes === 0 ? below : Math.max(below, BARE_BARS));
  const fields = cardFields(career, matches, GUTTER_MAX - RIGHT_AIR);
  const gutter = Math.max(MARGIN, ...fields.map((field) => field.width + RIGHT_AIR));
  const plot = { x0: MARGIN, y0: 0, x1: width - gutter, y1: foot };
  if (!extent) return { width, height, heading, subtitle, plot, bars: [], arc: null };

  const { toPx, toTime } = createTimeScale(extent, plot.x0, plot.x1);
  const bars = placeStays(stays, { x0: plot.x0, x1: plot.x1, edge: width - RIGHT_AIR, y0: foot + 3, y1: height, lanes }, toPx);
  if (total === 0) return { width, height, heading, subtitle, plot, bars, arc: null };

  const series = extendTo(toArcSeries(career.achievements, career.domains, matches), extent);
  const boxes = [...heading.map(lineBox), ...subtitle.map(lineBox).map((box) => ({ ...box, x1: box.x1 + SUBTITLE_AIR }))];
  const most = foot - LEAST_PLOT;
  const least = boxes.reduce((y0, box) => {
    const share = valueAt(series.times, series.total, toTime(Math.min(box.x1 + AIR, plot.x1 + 1))) / total;
    return share > 0 ? Math.max(y0, foot - (foot - box.y1 - AIR) / share) : y0;
  }, HEADROOM * (height / 630));
  const candidates = labelCandidates(career, matches);
  const wanted = Math.min(MOST_LABELS, candidates.length);
  let best: { readonly arc: CardArc; readonly y0: Px; readonly worth: number } | null = null;
  for (const more of MORE_HEADROOM) {
    const y0 = Math.min(most, least + more);
    let isFull = y0 >= most;
    for (const { apart, cost } of APARTS) {
      const obstacles = [...boxes, ...subtitle.map((run) => besideBox(run, apart))];
      const { arc, full } = placeArc(career, series, { plot: { ...plot, y0 }, extent, toPx, obstacles, candidates, matches });
      const worth = arc.labels.length * LABEL_WORTH + full * WORDING_WORTH - (y0 - least) - cost;
      if (best === null || worth > best.worth) best = { arc, y0, worth };
      if (cost === 0 && full >= wanted) isFull = true;
      if (arc.labels.length >= wanted) break;
    }
    if (isFull) break;
  }
  if (best === null) throw new Error("no arc was placed");
  const { arc, y0 } = best;
  const fieldsPlaced = placeFields(fields, arc.bands, plot.x1, { y0: y0 - FIELD_LINE / 2, y1: foot - 2 }, matches !== null);
  return { width, height, heading, subtitle, plot: { ...plot, y0 }, bars, arc: { ...arc, fields: fieldsPlaced } };
}

function placeTitle({ heading, whose, counted }: CardWords, room: Px, top: Px): Pick<CardPlacement, "heading" | "subtitle"> {
  const { lines, size } = fitHeading(heading, room);
  const style: CardStyle = { size, weight: "strong", tracking: HEADING_TRACKING };
  const baseline = (i: number): Px => top + size * (CAPITALS + i * HEADING_LEADING);
  // Large letters have air of their own on their left: their stems, not their boxes, stand on the margin.
  const placed = lines.map((text, i): CardRun => ({ ...style, text, x: MARGIN - size * 0.03, y: baseline(i) }));
  const y = lines.length === 0 ? top + SUBTITLE.size : baseline(lines.length - 1) + SUBTITLE_DROP;
  const runs: CardRun[] = [];
  let x = MARGIN;
  if (whose !== null && widthOf(whose, WHOSE) + WHOSE_GAP + widthOf(counted, SUBTITLE) <= room) {
    runs.push({ ...WHOSE, text: whose, x, y });
    x += widthOf(whose, WHOSE) + WHOSE_GAP;
  }
  runs.push({ ...SUBTITLE, text: counted, x, y });
  return { heading: placed, subtitle: runs };
}

function lineBox(run: CardRun): Box {
  return { x0: run.x, y0: run.y - run.size * ABOVE, x1: run.x + widthOf(run.text, run), y1: run.y + run.size * BELOW };
}

/** Right of a line, down to its baseline only: the words of a label under that are on a line of their own. */
function besideBox(run: CardRun, apart: Px): Box {
  const { y0, x1 } = lineBox(run);
  return { x0: x1, y0, x1: x1 + apart, y1: run.y };
}

interface ArcRoom {
  readonly plot: Box;
  readonly extent: Interval;
  readonly toPx: (time: EpochMs) => Px;
  /** What no label may cover. */
  readonly obstacles: readonly Box[];
  readonly candidates: readonly Achievement[];
  readonly matches: ReadonlySet<string> | null;
}

function placeArc(career: Career, series: ArcSeries, { plot, extent, toPx, obstacles, candidates, matches }: ArcRoom): { readonly arc: CardArc; readonly full: number } {
  const total = career.achievements.length;
  const toY = (value: number): Px => plot.y1 - (value / total) * (plot.y1 - plot.y0);
  const xs = series.times.map(toPx);
  const top = xs.map((x, i): readonly [Px, Px] => [x, toY(series.total[i] ?? 0)]);
  const nodes = sizeNodes(career, placeNodes(career, series, toPx, toY, { form: "wide", dense: false, state: { matches, selected: null } }), candidates);
  const { placed: labels, full } = placeCardLabels(career, candidates, nodes, {
    bounds: { x0: plot.x0, y0: HEADING_TOP - 20, x1: plot.x1 + 10, y1: plot.y1 },
    edge: [[0, plot.y1 - EDGE_REACH], ...top.map(([x, y]): readonly [Px, Px] => [x, y - EDGE_REACH])],
    obstacles,
  });
  const wanted = new Set(candidates.map(({ id }) => id));
  const arc: CardArc = {
    xs,
    bands: stackBands(career, series, toY),
    top,
    hairs: timeTicks(extent, plot.x1 - plot.x0).flatMap(({ time }) => {
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

/** The line starts and ends with the career, flat where nothing is counted. */
function extendTo(series: ArcSeries, extent: Interval): ArcSeries {
  const times = [...new Set([extent.from, ...series.times, extent.to])].sort((a, b) => a - b);
  const along = (values: readonly number[]): number[] => times.map((time) => valueAt(series.times, values, time));
  return {
    times,
    total: along(series.total),
    bands: series.bands.map((band) => {
      const all = along(band.all);
      return { ...band, all, matched: band.matched === band.all ? all : along(band.matched) };
    }),
  };
}
