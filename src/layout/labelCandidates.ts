import type { Box, Px, Ratio } from "../lib/units.js";
import { FONT_ASCENT, FONT_DESCENT } from "./fontMetrics.js";
import { LABEL_CLEARANCES, LEADER_CLEARANCES, TOUCH, type LabelField } from "./labelField.js";
import { textWidth } from "./textWidth.js";

export interface LabelRun {
  readonly text: string;
  readonly size: Px;
  readonly weight: number;
  /** Letter-spacing in em. */
  readonly tracking?: number;
  /** How much wider these very words run than in Instrument Sans, where somebody has measured them. */
  readonly ratio?: Ratio | undefined;
}

export interface LabelRequest {
  readonly id: string;
  /** Centre of the node, on the arc's top edge. */
  readonly x: Px;
  readonly y: Px;
  /** Nominal radius of the node's shape. */
  readonly radius: Px;
  /** How far the node really reaches from its centre, stroke and casing included; never taken below `radius`. */
  readonly reach: Px;
  /** Smaller = more important. */
  readonly priority: number;
  readonly figure: LabelRun | null;
  readonly caption: LabelRun | null;
  /** Marks of one look, such as one field's colour, are the more easily taken for each other. */
  readonly look?: number;
}

/** two-line: figure above caption. one-line: the figure stands at the node's end of the line, the caption away from it. */
export type LabelForm = "two-line" | "one-line";

/**
 * Where a label may stand.
 *
 *     left  ______       right   ______     flush  |______      beside ______ |                        level ______ o
 *                 o             o                  |   :               ______ o   <- a step of the edge       ______/
 *                                                  |   o                      |                                    /
 */
interface Side {
  /** Left edge of the label; NaN where that side makes no sense. */
  readonly x0: Px;
  /** What it costs to stand there instead of to the left, comparable to px of lift. */
  readonly sideCost: number;
  readonly maxLift: Px;
  /** From its mark, where the label is to stand level with it: else it stands over it. */
  readonly gap?: Px;
}

/** The surroundings that do not change while labels are placed. */
export interface Surroundings {
  readonly bounds: Box;
  readonly edgeAt: (x: Px) => Px;
  readonly maxLift: Px;
}

/** Size of a label; baselines are counted from its top. */
export interface LabelShape {
  readonly width: Px;
  readonly height: Px;
  /** Of the figure, or of the caption where there is none. */
  readonly lead: Px;
  /** From the label's end at the node to the caption: past the figure where both are on one line. */
  readonly inset: Px;
  readonly figureBaseline: Px;
  readonly captionBaseline: Px;
}

export interface Leader {
  readonly x: Px;
  /** Upper end, at the label. */
  readonly y0: Px;
  /** Lower end, at the node. */
  readonly y1: Px;
}

export interface Candidate {
  readonly shape: LabelShape;
  readonly box: Box;
  readonly leader: Leader | null;
  /** How far from ideal, comparable to px of lift. */
  readonly cost: number;
}

/** Baseline to baseline, in caption sizes. */
const LEADING = 1.2;
/** Between figure and caption on one line. */
export const RUN_GAP: Px = 8;
/** A label's end reaches over its node's centre by this. */
const OVERHANG: Px = 2;
/** Between a node's casing and the label's line box, which has air of its own. */
const NODE_GAP: Px = 2;
/** Half the edge's casing, and a bit. */
const EDGE_GAP: Px = 3;
/** Beside an upright edge, whose stroke would else read as a letter of the label. */
const BESIDE_GAP: Px = 7;
/** Lifted by more than this, a label needs a line to its node. */
const LEADER_FROM: Px = 9;
const LEADER_GAP: Px = 2;
const LEADER_MIN: Px = 4;

const LEADER_COST = 12;

/** Words that end this near to a mark, level with it, are read as its own, whatever hangs under them. */
const LEVEL_GAP: Px = 12;
/** And up to so far away they may still seem to be, in sizes of the figure, or from a mark of the same look: the nearer, the more it costs. */
const LEVEL_SEEN: Ratio = 1.1;
const ALIKE_SEEN: Px = 36;
/** With a leader, the figure's end keeps from other marks beside and under it as far as its own is, up to this; a caption after it as far as one may seem to be. */
const LED_SEEN: Px = 40;
/** Words that end so near to a mark's middle are over it. */
const OVER: Px = 14;
/** Per px nearer. */
const SEEN_COST = 1.5;
/** From a label to its own mark, where both are level. */
const LEVEL_GAPS: readonly Px[] = [4, 7, 10, 13];
/** How far up off the mark's middle, in heights of the label: of two lines, one is then level with it. */
const LEVEL_LIFT: Ratio = 0.22;

/** @param widthFactor how much wider the drawing's font runs than Instrument Sans */
export function labelShape(request: LabelRequest, form: LabelForm, widthFactor: Ratio): LabelShape {
  const { figure, caption } = request;
  const widthOf = (run: LabelRun | null): Px => (run === null ? 0 : textWidth(run.text, run.size, run.weight, run.tracking) * (run.ratio ?? widthFactor));
  const figureWidth = widthOf(figure);
  const captionWidth = widthOf(caption);
  const lead = figureWidth || captionWidth;
  const figureSize = figure?.size ?? 0;
  const captionSize = caption?.size ?? 0;
  if (form === "one-line" || figure === null || caption === null) {
    const size = Math.max(figureSize, captionSize);
    const baseline = size * FONT_ASCENT;
    const inset = figure !== null && caption !== null ? figureWidth + RUN_GAP : 0;
    return { width: inset === 0 ? figureWidth + captionWidth : inset + captionWidth, height: size * (FONT_ASCENT + FONT_DESCENT), lead, inset, figureBaseline: baseline, captionBaseline: baseline };
  }
  const figureBaseline = figureSize * FONT_ASCENT;
  const captionBaseline = figureBaseline + captionSize * LEADING;
  return { width: Math.max(figureWidth, captionWidth), height: captionBaseline + captionSize * FONT_DESCENT, lead, inset: 0, figureBaseline, captionBaseline };
}

/** The square that the node's mark takes. */
export function nodeBox(request: Pick<LabelRequest, "x" | "y" | "radius" | "reach" | "look">): Box & Pick<LabelRequest, "look"> {
  const r = Math.max(request.radius, request.reach);
  return { x0: request.x - r, y0: request.y - r, x1: request.x + r, y1: request.y + r, ...(request.look === undefined ? {} : { look: request.look }) };
}

/**
 * The lowest free place from a left edge on. Instead of fixed steps, the label goes up just past what is in its way, again
 * and again, until it is free or too high: the least lift there is on that side. Null also where it would not be cheaper
 * than `costBelow`, or where there is no left edge (NaN).
 */
function lowestFree({ x0, sideCost, maxLift, gap }: Side, request: LabelRequest, shape: LabelShape, owner: number, around: Surroundings, fields: readonly LabelField[], costBelow: number): Candidate | null {
  const { bounds } = around;
  const x1 = x0 + shape.width;
  if (!(x0 >= bounds.x0 && x1 <= bounds.x1)) return null;
  const mark = nodeBox(request);
  const foot = Math.min(mark.y0, around.edgeAt(request.x));
  const start = gap ? request.y + shape.height / 2 : mark.y0 - NODE_GAP;
  let bottom = Math.min(start, bounds.y1, around.edgeAt(gap ? x1 + EDGE_GAP : x1) - EDGE_GAP);
  for (;;) {
    const top = bottom - shape.height;
    const lift = start - bottom;
    if (!(top >= bounds.y0) || lift > maxLift) return null;
    // Going up only makes a leader longer: once it is blocked, every higher place is.
    const leader = lift > LEADER_FROM ? leaderTo(request.x, bottom, foot) : null;
    if (leader !== null && !isLeaderFree(leader, owner, fields)) return null;
    const cost = lift + sideCost + (lift > LEADER_FROM ? LEADER_COST : 0);
    if (cost >= costBelow) return null;
    const box = { x0, y0: top, x1, y1: bottom };
    // Words are read as those of the mark that they are nearest to; with a leader, unless they seem to stand at another.
    const own = gap ?? (leader === null ? lift : LEADER_FROM) + NODE_GAP;
    const seenFrom = Math.max(LEVEL_GAP, LEVEL_SEEN * (request.figure?.size ?? 0));
    const led = leader === null ? 0 : Math.min(LED_SEEN, lift);
    const endsRight = x1 - request.x < request.x - x0;
    let free = bottom;
    let dear = 0;
    for (const field of fields) {
      field.near(box, LABEL_CLEARANCES, owner, (_, clear) => {
        free = Math.min(free, clear);
      }, request.figure === null);
      field.near(box, { ...LABEL_CLEARANCES, node: [Math.max(own, led, ALIKE_SEEN), Math.max(own, led)] }, owner, ({ kind, box: other, look }) => {
        if (kind !== "node" || isOne(request, other)) return;
        const beside = Math.max(other.x0 - x1, x0 - other.x1);
        const middle = (other.y0 + other.y1) / 2;
        const isNear = beside < own && other.y0 < bottom + own - TOUCH && other.y1 > top - own;
        // Under the figure, as its own mark is wherever it needs no leader.
        const across = (other.x0 + other.x1) / 2 - x1;
        const isUnder = led > 0 && endsRight && other.y0 >= bottom && other.y0 < bottom + led - TOUCH && across < OVER && across > Math.min(-OVER, -shape.lead);
        // What lies beyond a mark that is level with the label has that mark between.
        const isLevel = middle > top && middle < bottom - TOUCH && !(gap && other.x0 >= mark.x1);
        const isAtEnd = endsRight ? other.x0 >= x1 : other.x1 <= x0;
        const isTooLevel = isLevel && beside < Math.max(LEVEL_GAP, isAtEnd ? led : led && shape.inset ? seenFrom : 0);
        // Going up takes the words from their own mark, too, and so never clears them of another before a leader does.
        if (isNear) free = Math.min(free, other.y0 - (gap ?? LEADER_FROM + NODE_GAP), leader === null && lift > LEADER_FROM ? foot - LEADER_GAP - LEADER_MIN - TOUCH : free);
        if (isUnder) free = Math.min(free, other.y0 - LED_SEEN);
        if (isTooLevel) free = Math.min(free, middle);
        if (isLevel && led === 0) dear = Math.max(dear, (look !== undefined && look === request.look ? Math.max(seenFrom, ALIKE_SEEN) : seenFrom) - beside);
      });
    }
    if (free >= bottom) {
      const paid = cost + SEEN_COST * dear;
      return paid < costBelow ? { shape, box, leader, cost: paid } : null;
    }
    bottom = free;
  }
}

/** Marks of which one lies on the other's middle are one to the eye. */
function isOne({ x, y, radius }: LabelRequest, { x0, y0, x1, y1 }: Box): boolean {
  return Math.hypot((x0 + x1) / 2 - x, (y0 + y1) / 2 - y) < radius;
}

/** Null where the edge itself, rising steeply past the node, leads up to the label: a line there would run along it. */
function leaderTo(x: Px, labelBottom: Px, foot: Px): Leader | null {
  const y0 = labelBottom + LEADER_GAP;
  return foot - y0 >= LEADER_MIN ? { x, y0, y1: foot } : null;
}

export function leaderBox(leader: Leader): Box {
  return { x0: leader.x - 0.5, y0: leader.y0, x1: leader.x + 0.5, y1: leader.y1 };
}

function isLeaderFree(leader: Leader, owner: number, fields: readonly LabelField[]): boolean {
  let free = true;
  for (const field of fields)
    field.near(leaderBox(leader), LEADER_CLEARANCES, owner, () => {
      free = false;
    });
  return free;
}

/** The cheapest free place over all sides; null if there is none. Ties go to the side named first. */
export function cheapestFree(request: LabelRequest, shape: LabelShape, owner: number, around: Surroundings, fields: readonly LabelField[]): Candidate | null {
  let best: Candidate | null = null;
  let costBelow = Number.POSITIVE_INFINITY;
  const { bounds, maxLift } = around;
  const left = request.x + OVERHANG - shape.width;
  const sides: readonly Side[] = [
    { x0: left, sideCost: 0, maxLift },
    { x0: left - OVERHANG - BESIDE_GAP, sideCost: 2, maxLift: Math.min(maxLift, LEADER_FROM) },
    // Only for what would stand over the left bound; its leader then meets it from below.
    { x0: left < bounds.x0 ? bounds.x0 : Number.NaN, sideCost: 8, maxLift },
    { x0: request.x - OVERHANG, sideCost: 16, maxLift },
    // On a steep climb, where what stands over one mark stands beside the next.
    ...LEVEL_GAPS.map((gap) => ({ x0: nodeBox(request).x0 - gap - shape.width, sideCost: gap - 2, maxLift: Math.min(LEADER_FROM, LEVEL_LIFT * shape.height), gap })),
  ];
  for (const side of sides) {
    const found = lowestFree(side, request, shape, owner, around, fields, costBelow);
    if (found === null) continue;
    best = found;
    costBelow = found.cost;
  }
  return best;
}
