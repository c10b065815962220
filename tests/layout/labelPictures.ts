import fc from "fast-check";
import { topEdgeReader } from "../../src/layout/labelEdge.js";
import type { LabelRequest, LabelSpace, PlacedLabel, PlacedLabels } from "../../src/layout/labels.js";
import { textWidth } from "../../src/layout/textWidth.js";
import type { Box, Px, Ratio } from "../../src/lib/units.js";

export function request(id: string, x: Px, y: Px, more: Partial<LabelRequest> = {}): LabelRequest {
  return {
    id,
    x,
    y,
    radius: 6,
    reach: 10,
    priority: 0,
    figure: { text: "5 projects", size: 17, weight: 660 },
    caption: { text: "service template", size: 13.5, weight: 440 },
    ...more,
  };
}

/**
 * A picture takes ten milliseconds, and one of 120 nodes shrinks slowly. A counterexample found by then is told; without one,
 * half a minute's pictures are enough on a slow machine, where the runs asked for would take far longer.
 */
export const WITHIN = { interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false };
/** Longer than that by what one picture and the last report may take. */
export const PATIENCE_MS = 90_000;

const overlaps = (a: Box, b: Box, dx: Px, dy: Px): boolean =>
  a.x0 < b.x1 + dx - 1e-5 && b.x0 < a.x1 + dx - 1e-5 && a.y0 < b.y1 + dy - 1e-5 && b.y0 < a.y1 + dy - 1e-5;
export const lineBox = ({ leader }: PlacedLabel): Box | null => (leader === null ? null : { x0: leader.x - 0.5, x1: leader.x + 0.5, y0: leader.y0, y1: leader.y1 });

/** Between two boxes, along the axis on which they are further apart; 0 where they meet. */
const gapBetween = (a: Box, b: Box): Px => Math.max(0, b.x0 - a.x1, a.x0 - b.x1, b.y0 - a.y1, a.y0 - b.y1);

/** As far from its mark as a label without a leader may stand: what is nearer than this to another seems to be its label. */
const OWN_PLACE: Px = 11;

/** Words that end so near to a mark that is level with them seem to name it. */
const AT_ITS_SIDE: Px = 12;
/** However far a label is lifted, this is far enough from others. */
const LED: Px = 40;

/**
 * Whether a label would be read as another mark's: it is nearer to that one, and no leader tells, or it stands at it, or ends
 * beside it, and its own mark is not between.
 */
export function isAstray({ box, leader, figure, caption }: Pick<PlacedLabel, "box" | "leader" | "figure" | "caption">, widthFactor: Ratio, own: Box, other: Box, radius: Px): boolean {
  const middle = ({ x0, y0, x1, y1 }: Box): readonly [Px, Px] => [(x0 + x1) / 2, (y0 + y1) / 2];
  const [[x, y], [otherX, otherY]] = [middle(own), middle(other)];
  // Marks that lie on each other are one to the eye.
  if (Math.hypot(otherX - x, otherY - y) < radius) return false;
  const between = own.x0 >= box.x1 && other.x0 >= own.x1;
  const aside = Math.max(other.x0 - box.x1, box.x0 - other.x1);
  if (otherY > box.y0 + 1e-5 && otherY < box.y1 - 1e-5 && aside < AT_ITS_SIDE - 1e-5 && !between) return true;
  const run = figure ?? caption;
  const lead = run ? textWidth(run.text, run.size, run.weight, run.tracking) * widthFactor : 0;
  // Far from its mark a label keeps from others, where its words end, as far as from its own.
  const led = leader === null ? 0 : Math.min(LED, gapBetween(box, own) - 2) - 1e-5;
  if (box.x1 - x < x - box.x0) {
    if (otherY > box.y0 && otherY < box.y1 && other.x0 >= box.x1 && other.x0 - box.x1 < led) return true;
    if (otherX < box.x1 + 14 && otherX > Math.min(box.x1 - 14, box.x1 - lead) + 1e-5 && other.y0 >= box.y1 && other.y0 - box.y1 < led) return true;
  } else if (otherY > box.y0 && otherY < box.y1 && other.x1 <= box.x0 && box.x0 - other.x1 < led) return true;
  return gapBetween(box, other) < (leader === null ? gapBetween(box, own) : OWN_PLACE) - 1e-5;
}

/** Every way in which a picture could be wrong, as sentences; independent of how places are found. */
export function faults(requests: readonly LabelRequest[], space: LabelSpace, { placed, dropped }: PlacedLabels): string[] {
  const found: string[] = [];
  const { bounds } = space;
  const edgeAt = topEdgeReader(space.edge);
  if ([...placed.map(({ id }) => id), ...dropped].sort().join() !== requests.map(({ id }) => id).sort().join()) found.push("placed and dropped are not the requests");
  for (const label of placed) {
    const { box, id, leader } = label;
    const line = lineBox(label);
    if (![box.x0, box.y0, box.x1, box.y1].every(Number.isFinite)) found.push(`${id} has no finite place`);
    if (box.x0 < bounds.x0 - 1e-6 || box.x1 > bounds.x1 + 1e-6 || box.y0 < bounds.y0 - 1e-6 || box.y1 > bounds.y1 + 1e-6) found.push(`${id} leaves the bounds`);
    for (let k = 0; k <= 20; k += 1) if (box.y1 > edgeAt(box.x0 + (k / 20) * (box.x1 - box.x0)) - 2.5) found.push(`${id} meets the edge`);
    if (leader !== null && !(leader.y0 < leader.y1 && leader.y0 >= box.y1 && leader.x >= box.x0 && leader.x <= box.x1)) found.push(`${id} has a leader that does not hang from it`);
    if (leader !== null && leader.y1 - leader.y0 < 4) found.push(`${id} has a stub for a leader`);
    const own = requests.find((one) => one.id === id);
    if (leader === null && own !== undefined && Math.min(own.y - own.reach, edgeAt(own.x)) - box.y1 > 9 + 2 + 1e-6) found.push(`${id} is lifted without a leader`);
    if (leader !== null && leader.y1 > edgeAt(leader.x) + 1e-6) found.push(`${id} has a leader through the edge`);
    for (const obstacle of space.obstacles) {
      if (overlaps(box, obstacle, 0, 0)) found.push(`${id} covers an obstacle`);
      if (line !== null && overlaps(line, obstacle, 0, 0)) found.push(`${id} has a leader through an obstacle`);
    }
    const markOf = ({ x, y, reach }: LabelRequest): Box => ({ x0: x - reach, y0: y - reach, x1: x + reach, y1: y + reach });
    const strangers = [...requests.filter((one) => one !== own).map(markOf), ...(space.marks ?? [])];
    if (own && strangers.some((other) => isAstray(label, space.widthFactor ?? 1, markOf(own), other, own.radius))) found.push(`${id} would be read as another's`);
    for (const mark of space.marks ?? []) if (overlaps(box, mark, 0, 0) || (line !== null && overlaps(line, mark, 0, 0))) found.push(`${id} covers a mark`);
    for (const node of requests) {
      const mark = markOf(node);
      if (overlaps(box, mark, 0, 0)) found.push(`${id} covers node ${node.id}`);
      if (line !== null && node.id !== id && overlaps(line, mark, 0, 0)) found.push(`${id} has a leader through node ${node.id}`);
    }
    for (const other of placed) {
      if (other === label) continue;
      if (label.figure === null && overlaps(box, other.box, 4, 8) && box.y0 > other.box.y0) found.push(`${id} would be read as the next line of ${other.id}`);
      const otherLine = lineBox(other);
      if (overlaps(box, other.box, 4, 2)) found.push(`${id} is too near to ${other.id}`);
      if (otherLine !== null && overlaps(box, otherLine, 8, 0)) found.push(`${id} is too near to the leader of ${other.id}`);
      if (line !== null && otherLine !== null && overlaps(line, otherLine, 0, 0)) found.push(`${id} and ${other.id} cross leaders`);
    }
    for (const run of [label.figure, label.caption]) {
      if (run === null) continue;
      const width = textWidth(run.text, run.size, run.weight, run.tracking) * (space.widthFactor ?? 1);
      const start = run.anchor === "end" ? run.x - width : run.x;
      if (start < box.x0 - 1e-6 || start + width > box.x1 + 1e-6) found.push(`${id} has text outside its box`);
      if (run.y > box.y1 || run.y - run.size * 0.73 < box.y0) found.push(`${id} has a line outside its box`);
    }
  }
  return found;
}

const TEXTS = ["3M users", "−75%", "0 incidents", "99.95%", "3 → ½ day", "支付平台重建", "2.1M riders", "a", "×4"] as const;
const CAPTIONS = ["in one live event", "review time", "of self-billed e-invoices automated", "首個事件", "λ", "on the new billing system, all orders of it"] as const;

/** Evenly spread, unlike fc.double, whose values crowd about zero. */
const share = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);

/** An arc of flat, sloping and upright stretches with a node on its edge for every achievement. */
export const pictures = fc
  .record({
    width: fc.integer({ min: 300, max: 1800 }),
    height: fc.integer({ min: 120, max: 600 }),
    steps: fc.array(
      fc.record({
        gap: share,
        run: fc.oneof(fc.constant(0), share),
        reach: share.map((s) => 5 + 11 * s),
        figure: fc.option(fc.constantFrom(...TEXTS)),
        caption: fc.option(fc.constantFrom(...CAPTIONS)),
        size: fc.constantFrom(15.5, 17, 20, 24),
      }),
      { maxLength: 120, size: "max" },
    ),
    obstacles: fc.array(fc.tuple(share, share, fc.integer({ min: 5, max: 260 }), fc.integer({ min: 5, max: 80 })), { maxLength: 3 }),
    form: fc.constantFrom("two-line" as const, "one-line" as const),
    widthFactor: fc.constantFrom(0.9, 1, 1.3),
  })
  .map(({ width, height, steps, obstacles, form, widthFactor }) => {
    const total = steps.reduce((sum, { gap, run }) => sum + gap + run, 0.001);
    const rise = (height - 60) / Math.max(1, steps.length);
    const edge: [Px, Px][] = [[20, height]];
    let x = 20;
    let y = height;
    const requests = steps.map(({ gap, run, reach, figure, caption, size }, i): LabelRequest => {
      x += (gap / total) * (width - 40);
      edge.push([x, y]);
      const over = (run / total) * (width - 40);
      const node = request(`n${i}`, x + over / 2, y - rise / 2, {
        reach,
        radius: Math.min(5, reach),
        look: i % 3,
        // Distinct, and unrelated to the order along the arc.
        priority: (i * 61) % 127,
        figure: figure === null ? null : { text: figure, size, weight: 660 },
        caption: caption === null ? null : { text: caption, size: 13.5, weight: 440 },
      });
      x += over;
      y -= rise;
      edge.push([x, y]);
      return node;
    });
    edge.push([width, y]);
    const space: LabelSpace = {
      bounds: { x0: 0, y0: 0, x1: width, y1: height },
      edge,
      obstacles: obstacles.map(([left, top, w, h]): Box => ({ x0: left * width, y0: top * height, x1: left * width + w, y1: top * height + h })),
      form,
      widthFactor,
    };
    return { requests, space };
  });
