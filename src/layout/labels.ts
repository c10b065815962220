import type { Box, Px, Ratio } from "../lib/units.js";
import {
  cheapestFree,
  labelShape,
  leaderBox,
  nodeBox,
  RUN_GAP,
  type Candidate,
  type LabelForm,
  type LabelRequest,
  type LabelRun,
  type LabelShape,
  type Leader,
  type Surroundings,
} from "./labelCandidates.js";
import { topEdgeReader } from "./labelEdge.js";
import { createLabelField, LABEL_CLEARANCES, type LabelField, type Taken } from "./labelField.js";

export type { LabelRequest } from "./labelCandidates.js";

export interface LabelSpace {
  /** Nothing leaves it. */
  readonly bounds: Box;
  /** The arc's top edge: x ascending, y never increasing. */
  readonly edge: readonly (readonly [Px, Px])[];
  /** What else must not be covered: the title, tick labels, the total, marks that ask for no label. */
  readonly obstacles: readonly Box[];
  readonly form: LabelForm;
  /** How much wider the drawing's font runs than Instrument Sans; 1 if not given. For a host page's own font. */
  readonly widthFactor?: Ratio;
  /** A label lifted further than this from its node is dropped; 96 if not given. */
  readonly maxLift?: Px;
}

export interface PlacedRun {
  readonly text: string;
  /** Where the text ends (anchor end) or begins (anchor start). */
  readonly x: Px;
  /** Baseline. */
  readonly y: Px;
  readonly size: Px;
  readonly weight: number;
  readonly tracking?: number;
  readonly anchor: "start" | "end";
}

export interface PlacedLabel {
  readonly id: string;
  /** Both runs' line boxes, without any clearance. */
  readonly box: Box;
  readonly figure: PlacedRun | null;
  readonly caption: PlacedRun | null;
  readonly leader: Leader | null;
}

export interface PlacedLabels {
  /** Most important first. */
  readonly placed: readonly PlacedLabel[];
  /** Ids of what found no room, most important first. */
  readonly dropped: readonly string[];
}

const MAX_LIFT: Px = 96;
/** Moving a label out of another's way may cost it this much more, in px of lift. */
const MOVE_COST_MAX = 48;
/** Labels that are asked to move for one that was dropped, the nearest ones. */
const MOVES_TRIED = 8;
/** The widest arc has room for about sixty. Who comes after so many more important ones does not ask: with thousands that would take seconds. */
const MOST_ASKING = 200;

/** A request with what follows from it alone; `rank` is its place in order of importance. */
interface Entry {
  readonly request: LabelRequest;
  readonly rank: number;
  readonly shape: LabelShape;
}

interface Standing {
  readonly entry: Entry;
  readonly candidate: Candidate;
  readonly taken: readonly Taken[];
}

/** What is placed so far. Marks never move; names do, and are kept apart so that a search can leave them out. */
interface Board {
  readonly around: Surroundings;
  readonly marks: LabelField;
  readonly names: LabelField;
  /** By rank. */
  readonly standing: Map<number, Standing>;
}

/**
 * Names as many nodes of the arc as fit beside it, the most important first.
 *
 *             -75%          right-aligned over the node; lifted, with a leader, where that is taken;
 *    payment time o         else over the node to the right, or flush with the left bound
 *     0 incidents /
 *   after launch o
 *
 * No label covers another, a node, an obstacle, a leader or the arc; none leaves the bounds, is shortened or turned. What
 * does not fit is dropped whole. First each takes its cheapest free place in order of importance; then each that found
 * none may move one neighbour aside, which stays in the picture (6 % more names over 600 random careers). Same input,
 * same result; the order of the requests does not matter (equal priorities go by x, then id).
 *
 * At worst O(n² m) for n requests and m things in one column of the picture: each of n may ask MOVES_TRIED neighbours to
 * move, and each search goes up past at most n + m things. Usually far less, since only one column is looked at.
 *
 * A request is dropped at once if its node lies outside the bounds, a number in it is not finite, or it has no text.
 *
 * @param first ids that are placed before all others, in this order, and have moved aside for each other before any other
 *   asks; see `placeInBestOrder`
 */
export function placeLabels(requests: readonly LabelRequest[], space: LabelSpace, first: readonly string[] = []): PlacedLabels {
  const { bounds, form } = space;
  const around: Surroundings = { bounds, form, edgeAt: topEdgeReader(space.edge), maxLift: space.maxLift ?? MAX_LIFT };
  const entries = [...requests].sort(byImportance).map((request, rank): Entry => {
    const bare = { ...request, figure: withText(request.figure), caption: withText(request.caption) };
    return { request: bare, rank, shape: labelShape(bare, form, space.widthFactor ?? 1) };
  });
  if (!isFiniteBox(bounds)) return { placed: [], dropped: entries.map((entry) => entry.request.id) };

  const board: Board = { around, marks: createLabelField(bounds), names: createLabelField(bounds), standing: new Map() };
  for (const box of space.obstacles) if (isFiniteBox(box)) board.marks.add({ kind: "obstacle", box, owner: -1 });
  for (const { request, rank } of entries) {
    const box = nodeBox(request);
    if (isFiniteBox(box)) board.marks.add({ kind: "node", box, owner: rank });
  }

  const nameable = entries.filter((entry) => isNameable(entry, bounds)).slice(0, MOST_ASKING);
  settle(first.flatMap((id) => nameable.filter(({ request }) => request.id === id)), board);
  settle(first.length === 0 ? nameable : nameable.filter(({ request }) => !first.includes(request.id)), board);

  const placed: PlacedLabel[] = [];
  const dropped: string[] = [];
  for (const entry of entries) {
    const found = board.standing.get(entry.rank);
    if (found === undefined) dropped.push(entry.request.id);
    else placed.push(toPlacedLabel(found, form));
  }
  return { placed, dropped };
}

function byImportance(a: LabelRequest, b: LabelRequest): number {
  // What is not a number comes last.
  return compareNumbers(a.priority, b.priority) || compareNumbers(a.x, b.x) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

function withText(run: LabelRun | null): LabelRun | null {
  return run !== null && run.text.trim() !== "" ? run : null;
}

function isFiniteBox({ x0, y0, x1, y1 }: Box): boolean {
  return Number.isFinite(x0) && Number.isFinite(y0) && Number.isFinite(x1) && Number.isFinite(y1) && x0 <= x1 && y0 <= y1;
}

function isNameable({ request, shape }: Entry, bounds: Box): boolean {
  return (
    (request.figure !== null || request.caption !== null) &&
    Number.isFinite(shape.width + shape.height) &&
    Number.isFinite(request.radius + request.reach) &&
    request.x >= bounds.x0 &&
    request.x <= bounds.x1 &&
    request.y >= bounds.y0 &&
    request.y <= bounds.y1
  );
}

function candidateFor(entry: Entry, { around, marks, names }: Board): Candidate | null {
  return cheapestFree(entry.request, entry.shape, entry.rank, around, [marks, names]);
}

function occupy(entry: Entry, candidate: Candidate, { names, standing }: Board): void {
  const { rank: owner } = entry;
  const taken: Taken[] = [{ kind: "label", box: candidate.box, owner }];
  if (candidate.leader !== null) taken.push({ kind: "leader", box: leaderBox(candidate.leader), owner });
  for (const item of taken) names.add(item);
  standing.set(owner, { entry, candidate, taken });
}

function vacate(label: Standing, { names, standing }: Board): void {
  for (const item of label.taken) names.remove(item);
  standing.delete(label.entry.rank);
}

function stand(entry: Entry, board: Board): boolean {
  const candidate = candidateFor(entry, board);
  if (candidate === null) return false;
  occupy(entry, candidate, board);
  return true;
}

function settle(entries: readonly Entry[], board: Board): void {
  for (const entry of entries) stand(entry, board);
  for (const entry of entries) if (!board.standing.has(entry.rank)) squeezeIn(entry, board);
  // Who moved aside may have left a place for one that had been given up before.
  for (const entry of entries) if (!board.standing.has(entry.rank)) stand(entry, board);
}

/**
 * Places a dropped label where one neighbour can move aside for it without leaving the picture.
 * At most 2 × MOVES_TRIED + 2 searches, each O(k²) at worst for k things in the columns that the label spans.
 */
function squeezeIn(entry: Entry, board: Board): void {
  // Between marks alone there is no place: no neighbour could make one.
  if (cheapestFree(entry.request, entry.shape, entry.rank, board.around, [board.marks]) === null) return;
  if (stand(entry, board)) return;
  for (const neighbour of neighboursOf(entry, board)) {
    vacate(neighbour, board);
    if (stand(entry, board)) {
      const moved = candidateFor(neighbour.entry, board);
      if (moved !== null && moved.cost - neighbour.candidate.cost <= MOVE_COST_MAX) {
        occupy(neighbour.entry, moved, board);
        return;
      }
      const tried = board.standing.get(entry.rank);
      if (tried !== undefined) vacate(tried, board);
    }
    occupy(neighbour.entry, neighbour.candidate, board);
  }
}

/** The labels that stand where this one could, the nearest node first. O(k log k), k the labels in the columns it spans. */
function neighboursOf({ request, rank, shape }: Entry, { around, names, standing }: Board): Standing[] {
  const column: Box = {
    x0: request.x - shape.width,
    x1: request.x + shape.width,
    y0: request.y - shape.height - around.maxLift,
    y1: request.y,
  };
  const found = new Set<Standing>();
  names.near(column, LABEL_CLEARANCES, rank, ({ owner }) => {
    const label = standing.get(owner);
    if (label !== undefined) found.add(label);
  });
  const distance = (label: Standing): Px => Math.abs(label.entry.request.x - request.x);
  return [...found].sort((a, b) => distance(a) - distance(b) || a.entry.rank - b.entry.rank).slice(0, MOVES_TRIED);
}

function toPlacedLabel({ entry, candidate }: Standing, form: LabelForm): PlacedLabel {
  const { request, shape } = entry;
  const { box, leader } = candidate;
  const anchor = anchorFor(candidate, request.x);
  const x = anchor === "end" ? box.x1 : box.x0;
  const run = (source: LabelRun | null, baseline: Px, inset: Px): PlacedRun | null =>
    source === null ? null : { ...source, x: anchor === "end" ? x - inset : x + inset, y: box.y0 + baseline, anchor };
  const inset = form === "one-line" && request.figure !== null ? shape.figureWidth + RUN_GAP : 0;
  return {
    id: request.id,
    box,
    figure: run(request.figure, shape.figureBaseline, 0),
    caption: run(request.caption, shape.captionBaseline, inset),
    leader,
  };
}

/** A label at the left bound may reach far to either side of its node: its words begin or end where the node is nearer. */
function anchorFor({ side, box }: Candidate, x: Px): PlacedRun["anchor"] {
  if (side === "flush") return box.x1 - x < x - box.x0 ? "end" : "start";
  return side === "right" ? "start" : "end";
}
