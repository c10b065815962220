import type { Box, Px, Ratio } from "../lib/units.js";
import {
  cheapestFree,
  labelShape,
  leaderBox,
  nodeBox,
  type Candidate,
  type LabelForm,
  type LabelRequest,
  type LabelRun,
  type LabelShape,
  type Leader,
  type Surroundings,
} from "./labelCandidates.js";
import { topEdgeReader } from "./labelEdge.js";
import { createLabelField, LABEL_CLEARANCES, type LabelField, type TakenKind } from "./labelField.js";

export type { LabelRequest } from "./labelCandidates.js";

export interface LabelSpace {
  /** Nothing leaves it. */
  readonly bounds: Box;
  /** The arc's top edge: x ascending, y never increasing. */
  readonly edge: readonly (readonly [Px, Px])[];
  /** What else must not be covered: the title, tick labels, the total, dimmed marks. */
  readonly obstacles: readonly Box[];
  /** Marks that ask for no label and could be taken for the one that a label belongs to. */
  readonly marks?: readonly (Box & Pick<LabelRequest, "look">)[];
  readonly form: LabelForm;
  /** How much wider the drawing's font runs than Instrument Sans; 1 if not given. For a host page's own font. */
  readonly widthFactor?: Ratio;
  /** Ids that take the other form where there is no room in this one. */
  readonly either?: readonly string[];
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
  /** In the other form, where the request takes either. */
  readonly other: LabelShape | null;
}

interface Standing {
  readonly entry: Entry;
  readonly candidate: Candidate;
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
 * does not fit is dropped whole, and so is what would be read as another mark's: what stands nearer to it than to its own, ends
 * beside it, or hangs on a leader and ends as near to it as to its own; and a caption alone right under another label. First each takes its cheapest free place in order of importance; then each that found
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
  const around: Surroundings = { bounds, edgeAt: topEdgeReader(space.edge), maxLift: space.maxLift ?? MAX_LIFT };
  const entries = [...requests].sort(byImportance).map((request, rank): Entry => {
    const bare = { ...request, figure: withText(request.figure), caption: withText(request.caption) };
    const shapeIn = (one: LabelForm): LabelShape => labelShape(bare, one, space.widthFactor ?? 1);
    return { request: bare, rank, shape: shapeIn(form), other: space.either?.includes(request.id) ? shapeIn(form === "one-line" ? "two-line" : "one-line") : null };
  });
  if (!isFiniteBox(bounds)) return { placed: [], dropped: entries.map((entry) => entry.request.id) };

  const board: Board = { around, marks: createLabelField(bounds), names: createLabelField(bounds), standing: new Map() };
  const addMark = (kind: TakenKind, box: Box & Pick<LabelRequest, "look">, owner = -1): void => {
    if (isFiniteBox(box)) board.marks.add({ kind, box, owner, look: box.look });
  };
  for (const box of space.obstacles) addMark("obstacle", box);
  for (const box of space.marks ?? []) addMark("node", box);
  for (const { request, rank } of entries) addMark("node", nodeBox(request), rank);

  const nameable = entries.filter((entry) => isNameable(entry, bounds)).slice(0, MOST_ASKING);
  settle(first.flatMap((id) => nameable.filter(({ request }) => request.id === id)), board);
  settle(first.length === 0 ? nameable : nameable.filter(({ request }) => !first.includes(request.id)), board);

  return {
    placed: entries.flatMap(({ rank }) => {
      const found = board.standing.get(rank);
      return found ? [toPlacedLabel(found)] : [];
    }),
    dropped: entries.flatMap(({ request, rank }) => (board.standing.has(rank) ? [] : [request.id])),
  };
}

function byImportance(a: LabelRequest, b: LabelRequest): number {
  return compareNumbers(a.priority, b.priority) || compareNumbers(a.x, b.x) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** What is not a number comes last. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

function withText(run: LabelRun | null): LabelRun | null {
  return run !== null && run.text.trim() !== "" ? run : null;
}

function isFiniteBox({ x0, y0, x1, y1 }: Box): boolean {
  return Number.isFinite(x0 + y0 + x1 + y1) && x0 <= x1 && y0 <= y1;
}

function isNameable({ request, shape }: Entry, bounds: Box): boolean {
  return (
    (request.figure !== null || request.caption !== null) &&
    Number.isFinite(shape.width + shape.height + request.radius + request.reach) &&
    request.x >= bounds.x0 &&
    request.x <= bounds.x1 &&
    request.y >= bounds.y0 &&
    request.y <= bounds.y1
  );
}

function candidateFor({ request, rank, shape, other }: Entry, { around, marks, names }: Board, fields = [marks, names]): Candidate | null {
  const inForm = (asked: LabelShape): Candidate | null => cheapestFree(request, asked, rank, around, fields);
  return inForm(shape) ?? (other && inForm(other));
}

function occupy(entry: Entry, candidate: Candidate, { names, standing }: Board): void {
  const { rank: owner, request: { figure } } = entry;
  names.add({ kind: "label", box: candidate.box, owner, bare: figure === null });
  if (candidate.leader !== null) names.add({ kind: "leader", box: leaderBox(candidate.leader), owner });
  standing.set(owner, { entry, candidate });
}

function vacate({ rank }: Entry, { names, standing }: Board): void {
  names.remove(rank);
  standing.delete(rank);
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
  if (candidateFor(entry, board, [board.marks]) === null) return;
  if (stand(entry, board)) return;
  for (const neighbour of neighboursOf(entry, board)) {
    vacate(neighbour.entry, board);
    if (stand(entry, board)) {
      const moved = candidateFor(neighbour.entry, board);
      if (moved !== null && moved.cost - neighbour.candidate.cost <= MOVE_COST_MAX) {
        occupy(neighbour.entry, moved, board);
        return;
      }
      vacate(entry, board);
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
    y1: request.y + shape.height / 2,
  };
  const found = new Set<Standing>();
  names.near(column, LABEL_CLEARANCES, rank, ({ owner }) => {
    const label = standing.get(owner);
    if (label !== undefined) found.add(label);
  });
  const distance = (label: Standing): Px => Math.abs(label.entry.request.x - request.x);
  return [...found].sort((a, b) => distance(a) - distance(b) || a.entry.rank - b.entry.rank).slice(0, MOVES_TRIED);
}

function toPlacedLabel({ entry: { request }, candidate }: Standing): PlacedLabel {
  const { shape, box, leader } = candidate;
  // A label at the left bound may reach far to either side of its node: its words begin or end where the node is nearer.
  const anchor = box.x1 - request.x < request.x - box.x0 ? "end" : "start";
  const x = anchor === "end" ? box.x1 : box.x0;
  const run = (source: LabelRun | null, baseline: Px, inset: Px): PlacedRun | null =>
    source && {
      ...source,
      // Before its figure a caption is not what follows it: "100% of traffic", but "traffic 100%".
      text: inset > 0 && anchor === "end" ? source.text.replace(/^of /, "") : source.text,
      x: anchor === "end" ? x - inset : x + inset,
      y: box.y0 + baseline,
      anchor,
    };
  return {
    id: request.id,
    box,
    figure: run(request.figure, shape.figureBaseline, 0),
    caption: run(request.caption, shape.captionBaseline, shape.inset),
    leader,
  };
}
