import { formatNumber } from "../lib/format.js";
import type { EpochMs, Interval, Px } from "../lib/units.js";
import type { Achievement, Career, Role } from "../model/career.js";
import { statedDate } from "../model/timeWords.js";
import type { CountOf } from "./arcEnds.js";
import { arcForm, plotSides } from "./arcFrame.js";
import { countIn, countMatches, cumulateMatches, marksIn, seriesIn, indexOf, type ArcIndex, type Cumulative, type MatchCounts } from "./arcIndex.js";
import { valueAt } from "./arcSeries.js";
import { CROWDED, placeCareerArc, type ArcRequest, type CareerArcPlacement } from "./careerArc.js";
import { cutInterval, cutToViewport } from "./cutToViewport.js";
import { clusterMarks, PATIENT_PITCH, type Cluster, type PlacedCluster } from "./clusters.js";
import { isFeatured } from "./emphasis.js";
import type { LabelRequest } from "./labelCandidates.js";
import { placeMarkWindows } from "./markWindows.js";
import { roleLanes } from "./roleBars.js";
import { textWidth } from "./textWidth.js";
import { zoomLevel, type ZoomLevel, type ZoomLevelName } from "./zoomLevels.js";

export interface ArcPartPlacement extends CareerArcPlacement {
  /** Marks in the viewport: those that stand alone and those in clusters. */
  readonly seen: number;
  readonly level: ZoomLevelName;
  readonly bin: number;
}

/** What does not change while a viewport is moved: made once for a career and a filter. */
interface ArcPartSource {
  readonly career: Career;
  readonly index: ArcIndex;
  readonly lanes: readonly number[];
  readonly laneCount: number;
  readonly matches: ReadonlySet<string> | null;
  readonly matchCounts: MatchCounts | null;
  readonly matched: readonly Cumulative[] | null;
  /** Where the marks of a role stand, ascending, and those of them that match. */
  readonly marksOf: ReadonlyMap<string, readonly EpochMs[]>;
  readonly matchesOf: ReadonlyMap<string, readonly EpochMs[]>;
  /** The place in time of what is selected. */
  readonly placeOf: (id: string | null) => number | null;
  /** What is written in a cluster of so many, and how wide that is. */
  readonly countWords: (count: number) => CountWords;
}

interface CountWords {
  readonly text: string;
  readonly width: Px;
}

/**
 * Places viewports of a career under a filter, one after the other. It remembers level and bin of the one before, so that
 * nothing flickers while a viewport trembles.
 */
export function createArcPlacer(career: Career, matches: ReadonlySet<string> | null): (request: ArcPartRequest) => ArcPartPlacement | null {
  const source = createSource(career, matches);
  let before: ArcPartPlacement | null = null;
  return (request) => {
    const placement = placeArcPart(source, request, before);
    before = placement ?? before;
    return placement;
  };
}

/** O(n). */
function createSource(career: Career, matches: ReadonlySet<string> | null): ArcPartSource {
  const index = indexOf(career);
  const lanes = roleLanes(career);
  return {
    career,
    index,
    lanes,
    laneCount: 1 + lanes.reduce((most, lane) => Math.max(most, lane), 0),
    matches,
    matchCounts: matches && countMatches(index, matches),
    matched: matches && cumulateMatches(index, matches),
    marksOf: marksByRole(index, null),
    matchesOf: marksByRole(index, matches),
    placeOf: createFinder(index),
    countWords: createCountWords(),
  };
}

/** The same mark is asked for at every step, and to look through all of them takes longer than all the rest. */
function createFinder({ inTime }: ArcIndex): ArcPartSource["placeOf"] {
  let last: { readonly id: string | null; readonly place: number | null } = { id: null, place: null };
  return (id) => {
    if (id !== last.id) {
      const place = inTime.findIndex((mark) => mark.id === id);
      last = { id, place: place < 0 ? null : place };
    }
    return last.place;
  };
}

/** The same counts come back at every step, and to write a number takes longer than to place its cluster. */
function createCountWords(): (count: number) => CountWords {
  const known = new Map<number, CountWords>();
  const measure = (count: number): CountWords => {
    const text = formatNumber(count);
    return { text, width: Math.max(CLUSTER_HEIGHT, Math.ceil(textWidth(text, CLUSTER_TEXT.size, CLUSTER_TEXT.weight)) + 2 * CLUSTER_PAD) };
  };
  return (count) => {
    const words = known.get(count) ?? measure(count);
    known.set(count, words);
    return words;
  };
}

function marksByRole({ inTime }: ArcIndex, matches: ReadonlySet<string> | null): ReadonlyMap<string, readonly EpochMs[]> {
  const marks = new Map<string, EpochMs[]>();
  for (const { id, roleId, centre } of inTime) {
    if (matches !== null && !matches.has(id)) continue;
    const own = marks.get(roleId) ?? [];
    own.push(centre);
    marks.set(roleId, own);
  }
  return marks;
}

export interface ArcPartRequest extends Omit<ArcRequest, "part"> {
  readonly viewport: Interval;
}

/** So many times coarser is a crowded arc on the way: it is drawn exactly as soon as it rests. */
const ROUGH = 3;
const CLUSTER_HEIGHT: Px = 22;
const CLUSTER_PAD: Px = 7;
const CLUSTER_TEXT = { size: 12.5, weight: 640 } as const;

/**
 * The arc of a stretch of time, counted from its left edge. Marks that would hide each other are drawn as one; so the cost
 * follows from the room there is, not from the length of the career.
 */
function placeArcPart(source: ArcPartSource, request: ArcPartRequest, before: Pick<ArcPartPlacement, "level" | "bin"> | null): ArcPartPlacement | null {
  const { career, index, matches, matchCounts, matched } = source;
  const { viewport, ...rest } = request;
  const { selected } = rest.emphasis;
  const countSeen = (centres: ArrayLike<EpochMs>): number => {
    const { from, to } = marksIn({ centres }, viewport);
    return to - from;
  };
  const [left, right] = plotSides(rest.form ?? arcForm(rest.width), rest.width);
  const axis = rest.width - left - right;
  const { singles, clusters, bin } = clusterMarks(index.centres, viewport, axis, { apart: source.placeOf(selected), before: before?.bin ?? null, ...(career.achievements.length > CROWDED ? {} : { pitch: PATIENT_PITCH }) });
  const level = zoomLevel(viewport, axis, before?.level ?? null);
  const series = seriesIn(index, matched, viewport, rest.wordless ? rest.width / ROUGH : rest.width);
  const most = Math.max(1, series.total[series.total.length - 1] ?? 0);
  const whole = singles.flatMap((i) => index.inTime[i] ?? []);
  const marks = whole.map((achievement) => cutToViewport(achievement, viewport));
  const inResumeOrder = [...marks].sort((a, b) => a.index - b.index);

  const countOf: CountOf = (domainId) => {
    const band = index.bands.findIndex((each) => each.domainId === domainId);
    const [all, own] = [index.bands[band]?.all, matched?.[band]];
    const count = all ? countIn(all, viewport) : 0;
    return { count, matched: matched === null ? count : own ? countIn(own, viewport) : 0 };
  };
  const place = (cluster: Cluster, toPx: (time: EpochMs) => Px, toY: (value: number) => Px): PlacedCluster => {
    const count = cluster.end - cluster.first;
    const own = matchCounts === null ? null : (matchCounts[cluster.end] ?? 0) - (matchCounts[cluster.first] ?? 0);
    const { text, width } = source.countWords(own === null || own === 0 ? count : own);
    const { room } = cluster;
    const [from, to] = [toPx(room.from), toPx(room.to)];
    const keepIn = (at: Px, x0: Px, x1: Px): Px => (x1 - x0 < width ? (x0 + x1) / 2 : Math.min(x1 - width / 2, Math.max(x0 + width / 2, at)));
    const x = keepIn(keepIn(toPx(cluster.centre), from, to), toPx(viewport.from), toPx(viewport.to));
    return {
      key: cluster.key,
      x,
      // Where it stands on the line, be it beside the middle one of its marks.
      y: toY(valueAt(series.times, series.total, to > from ? room.from + ((x - from) / (to - from)) * (room.to - room.from) : cluster.centre)),
      width,
      height: CLUSTER_HEIGHT,
      count,
      matched: own,
      text,
      dimmed: own === 0,
      firstId: index.inTime[cluster.first]?.id ?? "",
      extent: cluster.extent,
    };
  };

  const inside = rolesIn(career, source.lanes, viewport);
  const placement = placeCareerArc({ ...career, roles: inside.roles, achievements: inResumeOrder }, {
    ...rest,
    part: {
      domain: viewport,
      series,
      most,
      lanes: inside.lanes,
      laneCount: source.laneCount,
      inView: ({ id, achievementIds: { length } }) => {
        const [seen, own] = [source.marksOf, source.matchesOf].map((of) => countSeen(of.get(id) ?? []));
        const match = matches === null ? "" : " match";
        return seen === length ? null : [`${formatNumber(own ?? 0)} of ${formatNumber(length)}${match} in view`, `${formatNumber(own ?? 0)}${match} in view`];
      },
      counts: { of: countOf, said: isAll(index, viewport) },
      // As in the whole, which has no level: all as long as each has a mark.
      worded: (requests) => wordsAt(clusters.length > 0 ? level : { ...level, labels: "all" }, requests, career, whole, matches, selected),
      obstacles: (toPx, toY) => clusters.map((cluster) => {
        const { x, y, width, height } = place(cluster, toPx, toY);
        return { x0: x - width / 2, y0: y - height / 2, x1: x + width / 2, y1: y + height / 2 };
      }),
    },
  });
  if (!placement) return null;
  const { plot } = placement.frame;
  const toY = (value: number): Px => plot.y1 - (value / most) * (plot.y1 - plot.y0);
  const markWindows = level.windows === "all" && selected === null ? placeMarkWindows(career, whole, viewport, placement.scale.toPx, placement.frame, rest.emphasis) : [];
  return { ...placement, markWindows, clusters: clusters.map((cluster) => place(cluster, placement.scale.toPx, toY)), seen: countSeen(index.centres), level: level.name, bin };
}

/** Whether every window lies in the viewport. */
const isAll = ({ bands }: ArcIndex, { from, to }: Interval): boolean => bands.every(({ all: { times } }) => (times[0] ?? from) >= from && (times[times.length - 1] ?? to) <= to);

/** What is said at a level. What is selected or asked for by a filter is named at every one. @param marks not cut: their dates are told in full */
function wordsAt({ labels, dates }: ZoomLevel, requests: readonly LabelRequest[], career: Career, marks: readonly Achievement[], matches: ReadonlySet<string> | null, selected: string | null): readonly LabelRequest[] {
  if (requests.length === 0) return requests;
  const markOf = new Map(marks.map((mark) => [mark.id, mark]));
  const roleOf = new Map(career.roles.map((role) => [role.id, role]));
  return requests.flatMap((request) => {
    const mark = markOf.get(request.id);
    if (!mark) return [];
    if (labels === "featured" && matches === null && mark.id !== selected && !isFeatured(mark)) return [];
    const role = roleOf.get(mark.roleId);
    const { caption } = request;
    return [dates && role && caption ? { ...request, caption: { ...caption, text: `${caption.text}, ${statedDate(mark, role)}` } } : request];
  });
}

/** Roles that reach into the viewport, each with the lane it has in the whole. */
function rolesIn({ roles }: Career, lanes: readonly number[], viewport: Interval): { readonly roles: readonly Role[]; readonly lanes: readonly number[] } {
  const inside = roles.flatMap((role, i) => (cutInterval(role.interval, viewport) ? [{ role, lane: lanes[i] ?? 0 }] : []));
  return { roles: inside.map(({ role }) => role), lanes: inside.map(({ lane }) => lane) };
}
