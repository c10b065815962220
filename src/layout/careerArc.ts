import { formatCount, formatNumber } from "../lib/format.js";
import type { Box, EpochMs, Interval, Px, Ratio } from "../lib/units.js";
import type { Career, Role } from "../model/career.js";
import { END_GAP, endsRoom, placeEnds, type EndCounts, type PlacedEndLabel } from "./arcEnds.js";
import type { PlacedCluster } from "./clusters.js";
import { arcForm, createArcFrame, type ArcForm, type ArcFrame } from "./arcFrame.js";
import { labelRequests, placeNodes, type PlacedNode, type RatioOf } from "./arcNodes.js";
import { toArcSeries, valueAt, type ArcSeries } from "./arcSeries.js";
import { placeFlags, placeKnown, placeWindow, type PlacedFlag, type PlacedKnownSide, type PlacedWindow } from "./arcWindow.js";
import { isFeatured, labelPriorities, type EmphasisState } from "./emphasis.js";
import { nodeBox, type LabelForm, type LabelRequest } from "./labelCandidates.js";
import type { PlacedMarkWindow } from "./markWindows.js";
import { isBetter, placeInBestOrder, type Leading } from "./labelOrders.js";
import type { LabelSpace, PlacedLabel, PlacedLabels } from "./labels.js";
import { placeRoleBars, roleLanes, type RoleBars } from "./roleBars.js";
import { stackBands, type StackedBand } from "./stackBands.js";
import { textWidth } from "./textWidth.js";
import { createTimeScale, type TimeScale } from "./timeScale.js";
import { careerExtent, timeDomain } from "./timeDomain.js";
import { timeTicks, TICK_SIZE } from "./timeTicks.js";

export interface CareerArcPlacement {
  readonly frame: ArcFrame;
  readonly domain: Interval;
  readonly scale: TimeScale;
  /** Breakpoints in px. */
  readonly xs: readonly Px[];
  readonly bands: readonly StackedBand[];
  /** Top edge, point by point. */
  readonly top: readonly (readonly [Px, Px])[];
  /** y of the top edge at any time. */
  readonly topAt: (time: EpochMs) => Px;
  /** From left to right. */
  readonly nodes: readonly PlacedNode[];
  /** From left to right; none where the whole is drawn and every mark in it. */
  readonly clusters: readonly PlacedCluster[];
  readonly labels: readonly PlacedLabel[];
  /** Achievements that are on the arc but not named on it. */
  readonly unnamed: readonly string[];
  readonly ends: readonly PlacedEndLabel[];
  /** Domain ids of bands that found no room for their name at the right end. */
  readonly unnamedFields: readonly string[];
  readonly total: { readonly x: Px; readonly y: Px; readonly text: string } | null;
  readonly yTicks: readonly { readonly y: Px; readonly label: string }[];
  readonly xTicks: readonly { readonly x: Px; readonly label: string | null }[];
  readonly roles: RoleBars;
  readonly known: readonly PlacedKnownSide[];
  readonly window: PlacedWindow | null;
  /** Of all marks, where time is looked at closely enough to tell them apart. */
  readonly markWindows?: readonly PlacedMarkWindow[];
  /** Deadlines whose anchor is dated. */
  readonly flags: readonly PlacedFlag[];
  /** x of the dashed line where an ongoing career stands now; null where none is ongoing, or the only one is to begin. */
  readonly nowX: Px | null;
}

export interface ArcRequest {
  readonly width: Px;
  readonly height: Px;
  readonly form?: ArcForm;
  /** See `ArcFrame`. */
  readonly widthFactor?: Ratio;
  /** Of the labels' words; without it `widthFactor` stands for all of them. */
  readonly ratioOf?: RatioOf | undefined;
  readonly emphasis: EmphasisState;
  /** Size of the title block in the upper left: labels keep out of it. */
  readonly title: { readonly width: Px; readonly height: Px };
  /** Where a stretch of the career is drawn instead of the whole. */
  readonly part?: ArcPart;
  /** Marks only: for a step on the way, whose words nobody could read. */
  readonly wordless?: boolean;
}

/** A stretch of a career. Its career holds the roles that reach into it and the achievements that have a mark of their own. */
export interface ArcPart {
  readonly domain: Interval;
  /** Counted from the left edge on. */
  readonly series: ArcSeries;
  /** What the plot is high enough for. */
  readonly most: number;
  /** Lanes of its career's roles, and how many lanes the whole has. */
  readonly lanes: readonly number[];
  readonly laneCount: number;
  /** How many of a role's marks are in it, the longest way to say so first; null where all are, which is said as of the whole. */
  readonly inView: (role: Role) => readonly string[] | null;
  /** Of the achievements whose windows reach into it. Said where it is all of them. */
  readonly counts: EndCounts;
  /** What is drawn besides marks: labels keep off it. */
  readonly obstacles: (toPx: (time: EpochMs) => Px, toY: (value: number) => Px) => readonly Box[];
  /** Of what would like to be said, what is, and how. */
  readonly worded: (requests: readonly LabelRequest[]) => readonly LabelRequest[];
}

/** Of more marks than these, those that hide each other are drawn as clusters where there are any, else tiny. */
export const CROWDED = 150;
/** Px per achievement under which labels are thinned and marks shrink. */
const DENSE_PITCH: Px = 24;
const ONE_LINE_PITCH: Px = 40;
/** There is one of it, and all else is told apart from it. */
const SELECTED_LIFT: Px = 240;
const TITLE_AIR: Px = 24;
const TICK_AIR: Px = 10;
/** The line that says now begins so far over the plot. */
export const NOW_ABOVE: Px = 16;

/** Places everything that the career arc draws. Null for a career without a single dated moment. */
export function placeCareerArc(career: Career, request: ArcRequest): CareerArcPlacement | null {
  const { part } = request;
  const extent = part ? part.domain : careerExtent(career);
  if (!extent) return null;
  const form = request.form ?? arcForm(request.width);
  const domain = part ? extent : timeDomain(extent);
  const { matches } = request.emphasis;
  const series = part ? part.series : extendTo(toArcSeries(career.achievements, career.domains, matches), extent);
  const total = part ? part.most : career.achievements.length;

  const lanes = part ? part.laneCount : 1 + Math.max(0, ...roleLanes(career));
  const widthFactor = request.widthFactor ?? 1;
  const size = { width: request.width, height: request.height, form, widthFactor, names: form === "embed" ? endsRoom(career, request.width, widthFactor) : 0 };
  const loose = createArcFrame(size, { lanes, dense: false, below: false });
  const dense = (loose.plot.y1 - loose.plot.y0) / Math.max(1, total) < DENSE_PITCH;
  const ticks = form === "embed" ? [] : part && total < 2 ? [1] : countTicks(total);
  const headroom = titleHeadroom(series, domain, loose, total, form === "narrow" ? 0 : Math.max(0, ...ticks), request.title);
  const { frame, roles } = placeRoles(career, domain, ({ oneLine, ...cut }) => createArcFrame(size, { lanes, dense: dense || oneLine, ...cut, headroom }), request.emphasis, part);

  const scale = createTimeScale(domain, frame.plot.x0, frame.plot.x1);
  const toY = (value: number): Px => frame.plot.y1 - (value / Math.max(1, total)) * (frame.plot.y1 - frame.plot.y0);
  const xs = series.times.map(scale.toPx);
  const bands = stackBands(career, series, toY);
  const top = xs.map((x, i): readonly [Px, Px] => [x, toY(series.total[i] ?? 0)]);
  const nodes = placeNodes(career, series, scale.toPx, toY, { form, dense, tiny: !part && total > CROWDED, state: request.emphasis, untouched: request.wordless });
  const topAt = (time: EpochMs): Px => toY(valueAt(series.times, series.total, time));
  const selected = career.achievements.find(({ id }) => id === request.emphasis.selected);
  const selectedNode = nodes.find(({ id }) => id === request.emphasis.selected);
  const lastX = xs[xs.length - 1] ?? frame.plot.x1;
  const ends = form === "narrow" ? { placed: [], dropped: [] } : placeEnds(career, bands, lastX, frame, matches, part?.counts);
  // Of a part the end is an expectation, no number that anybody could count.
  const totalMark = total > 0 && part?.counts.said !== false && form !== "narrow" && form !== "embed" ? { x: lastX + END_GAP, y: toY(total) - 7, text: formatNumber(Math.round(total)) } : null;
  const yTicks = ticks.map((value) => ({ y: toY(value), label: formatNumber(value) }));
  const tight = (frame.plot.y1 - frame.plot.y0) / Math.max(1, total) < ONE_LINE_PITCH && !dense && form !== "narrow";
  const labelForms: readonly LabelForm[] = form === "embed" || tight ? ["one-line", "two-line"] : ["two-line"];
  const nowX = career.roles.some((role) => role.end === null) && career.asOf >= domain.from && career.asOf <= domain.to ? scale.toPx(career.asOf) : null;
  const asked = request.wordless ? [] : labelRequests(career, nodes, form, dense, request.emphasis, request.ratioOf);
  const worded = part ? part.worded(asked) : asked;
  const unworded = part ? asked.filter(({ id }) => !worded.some((one) => one.id === id)) : [];
  const { placed, dropped } = request.wordless ? { placed: [], dropped: [] } : placeInBestForm(labelForms, worded, leadingLabels(career, request.emphasis), {
    bounds: { x0: 0, y0: 0, x1: form === "narrow" ? frame.width : lastX + END_GAP - 4, y1: frame.plot.y1 },
    edge: [[0, frame.plot.y1], [xs[0] ?? 0, frame.plot.y1], ...top],
    obstacles: [
      { x0: 0, y0: 0, x1: request.title.width, y1: request.title.height },
      ...(form === "narrow" ? [] : yTicks.map(({ y, label }) => tickBox(frame, y, label))),
      ...(nowX === null ? [] : [{ x0: nowX, y0: frame.plot.y0 - NOW_ABOVE, x1: nowX, y1: frame.plot.y1 }]),
      ...nodes.filter((node) => node.emphasis === "dimmed").map((node) => nodeBox({ ...node, radius: node.r, reach: 0 })),
    ],
    marks: [...(part?.obstacles(scale.toPx, toY) ?? []), ...unworded.map(nodeBox)],
    widthFactor: frame.widthFactor,
  });

  return {
    frame,
    domain,
    scale,
    xs,
    bands,
    top,
    nodes,
    clusters: [],
    labels: placed,
    unnamed: dropped,
    ends: ends.placed,
    unnamedFields: ends.dropped,
    total: totalMark,
    yTicks,
    xTicks: placeTimeTicks(domain, scale.toPx, frame),
    roles,
    known: placeKnown(career, scale.toPx, frame, request.emphasis),
    window: selected && selectedNode ? placeWindow(selected, selectedNode, scale.toPx, topAt) : null,
    topAt,
    flags: placeFlags(career, domain, scale.toPx, request.emphasis),
    nowX,
  };
}

/** The selected one and the featured ones, which the picture should not lack while it names others. */
function leadingLabels(career: Career, emphasis: EmphasisState): Leading {
  const featured = new Set(career.achievements.filter(isFeatured).map(({ id }) => id));
  const ids = [...labelPriorities(career, emphasis).keys()].filter((id) => id === emphasis.selected || featured.has(id));
  return { ids, firstStays: ids[0] === emphasis.selected };
}

/**
 * In the first form, or in a later one that names more of those that matter most, or as many of them and more in all. Where
 * all forms leave one of them out, those that matter most may each take another form than the rest; and where what is
 * selected still finds no place, its figure alone may, further up.
 */
function placeInBestForm(forms: readonly LabelForm[], requests: readonly LabelRequest[], leading: Leading, space: Omit<LabelSpace, "form">): PlacedLabels {
  const bestOf = (asked: readonly LabelRequest[], more: Partial<LabelSpace>): PlacedLabels => forms
    .map((form) => placeInBestOrder(asked, { ...space, form, ...more }, leading))
    .reduce((best, next) => (isBetter(next, best, leading.ids) ? next : best));
  const alike = bestOf(requests, {});
  const either = leading.ids;
  if (!alike.dropped.some((id) => either.includes(id))) return alike;
  const mixed = bestOf(requests, { either });
  const best = isBetter(mixed, alike, either) ? mixed : alike;
  const [selected] = either;
  if (!leading.firstStays || !selected || !best.dropped.includes(selected)) return best;
  const brief = bestOf(requests.map((one) => (one.id === selected && one.figure ? { ...one, caption: null } : one)), { either, maxLift: SELECTED_LIFT });
  return brief.dropped.includes(selected) ? best : brief;
}

/** The line starts and ends with the career, flat where nothing is counted. */
export function extendTo(series: ArcSeries, extent: Interval): ArcSeries {
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

/** Where the arc is already high in the upper left, or a count stands there, all of it moves down under the title. */
function titleHeadroom(series: ArcSeries, domain: Interval, frame: ArcFrame, total: number, highestTick: number, title: ArcRequest["title"]): Px {
  const { plot } = frame;
  const toY = (count: number): Px => plot.y1 - (count / Math.max(1, total)) * (plot.y1 - plot.y0);
  const time = createTimeScale(domain, plot.x0, plot.x1).toTime(title.width + TITLE_AIR);
  const isUnder = toY(valueAt(series.times, series.total, time)) >= title.height + TITLE_AIR && toY(highestTick) >= title.height + TICK_AIR;
  return isUnder ? 0 : title.height + TITLE_AIR;
}

function placeRoles(
  career: Career,
  domain: Interval,
  cut: (rows: { readonly oneLine: boolean; readonly below: boolean; readonly wrapped: boolean }) => ArcFrame,
  { matches, selected }: EmphasisState,
  part: ArcPart | undefined,
): { readonly frame: ArcFrame; readonly roles: RoleBars } {
  const countTexts = (role: Role): readonly string[] => {
    const all = role.achievementIds.length;
    return part?.inView(role) ?? [matches === null ? formatCount(all, "achievement") : `${formatNumber(role.achievementIds.filter((id) => matches.has(id)).length)} of ${formatNumber(all)}`];
  };
  const placeIn = (frame: ArcFrame): { readonly frame: ArcFrame; readonly roles: RoleBars } => {
    const { toPx } = createTimeScale(domain, frame.plot.x0, frame.plot.x1);
    return { frame, roles: placeRoleBars(career, frame, toPx, countTexts, selected, part?.lanes) };
  };
  const place = (oneLine: boolean, below = false, wrapped = false): ReturnType<typeof placeIn> => placeIn(cut({ oneLine, below, wrapped }));
  // Bars are no taller than their words need, and names that fit into none get a second line or a row of their own.
  const tall = place(false);
  const oneLine = !tall.roles.twoLines;
  const low = cut({ oneLine, below: false, wrapped: false });
  // Where bars are low anyway, that was it.
  let best = low.roleHeight === tall.frame.roleHeight ? tall : placeIn(low);
  for (const wrapped of best.frame.form === "embed" ? [false, true] : [false]) {
    for (const below of wrapped ? [false, true] : [true]) {
      if (best.roles.unnamed.length === 0) return best;
      const next = place(oneLine, below, wrapped);
      if (next.roles.unnamed.length < best.roles.unnamed.length) best = next;
    }
  }
  return best;
}

/** Two quiet ticks at about a third and two thirds; none where they would say nothing. */
function countTicks(total: number): readonly number[] {
  if (total < 2) return [];
  const nice = [1, 2, 3, 4, 5].flatMap((n) => [1, 10, 100, 1000, 10000].map((power) => n * power));
  const third = total / 3;
  const step = nice.reduce((best, n) => (Math.abs(n - third) < Math.abs(best - third) ? n : best), 1);
  return [step, 2 * step].filter((value) => value < total * 0.92);
}

function tickBox(frame: ArcFrame, y: Px, label: string): Box {
  const x1 = frame.plot.x0 - 6;
  return { x0: x1 - textWidth(label, TICK_SIZE, 400) * frame.widthFactor - 4, y0: y - 9, x1, y1: y + 9 };
}

/** Every tick has its hairline; one whose label would leave the drawing has no label. */
function placeTimeTicks(domain: Interval, toPx: (time: EpochMs) => Px, { plot, width, widthFactor }: ArcFrame): CareerArcPlacement["xTicks"] {
  // Words that run wider in a plot are words as they are in a plot that much narrower.
  return timeTicks(domain, (plot.x1 - plot.x0) / widthFactor, { left: plot.x0 / widthFactor, right: (width - plot.x1) / widthFactor }).map(({ time, label }) => ({ x: toPx(time), label }));
}
