import type { Px } from "../lib/units.js";

export interface EndLabelItem {
  readonly id: string;
  /** Where the label would best stand: its band's middle at the right end. */
  readonly y: Px;
  /** What does not fit is dropped from the smallest weight up: the band's thickness, or its count. */
  readonly weight: number;
  /** How far the label reaches over and under its y; never taken below 0. */
  readonly above: Px;
  readonly below: Px;
}

export interface EndLabelRoom {
  /** Least distance between one label's lower end and the next one's upper end. */
  readonly gap: Px;
  /** All labels lie within [y0, y1], from their upper to their lower ends. */
  readonly y0: Px;
  readonly y1: Px;
}

export interface EndLabel {
  readonly id: string;
  readonly y: Px;
  /** Where it would have stood; a connector joins the two where they differ. */
  readonly anchorY: Px;
}

export interface EndLabels {
  /** From the top down, in the order of their anchors; equal anchors keep the order of the input. */
  readonly placed: readonly EndLabel[];
  readonly dropped: readonly string[];
}

/** Labels whose best places have been merged: they stand as near as they may, as a whole where their mean wants to be. */
interface Block {
  sum: number;
  count: number;
}

/**
 * Sets the field names at the right end of the bands apart, moving them as little as possible.
 *
 *   anchor --. label      The sum of the squared moves is the least there is: with the least distances taken out, what is
 *   anchor -.`-label      left is an isotonic regression, solved by pooling adjacent violators and cut to the range.
 *   anchor ---label       Labels may differ in height: two neighbours' distance is what their ends need.
 *
 * If not all fit into the range, they take their room in order of weight (of equals, the earlier one first), and one
 * too tall for what is left is dropped. Items without a finite place are dropped too. O(n log n).
 */
export function placeEndLabels(items: readonly EndLabelItem[], room: EndLabelRoom): EndLabels {
  const gap = Math.max(0, room.gap);
  const kept = fitting(items, gap, room.y1 - room.y0);
  const sorted = items.filter((_, index) => kept.has(index)).sort((a, b) => a.y - b.y);

  // How far each stands under the first at the least.
  const offsets: Px[] = [];
  sorted.forEach((item, i) => {
    const before = sorted[i - 1];
    offsets.push(before === undefined ? 0 : (offsets[i - 1] ?? 0) + below(before) + gap + above(item));
  });
  const blocks: Block[] = [];
  sorted.forEach((item, i) => {
    blocks.push({ sum: item.y - (offsets[i] ?? 0), count: 1 });
    for (;;) {
      const last = blocks.at(-1);
      const before = blocks.at(-2);
      if (last === undefined || before === undefined || before.sum / before.count <= last.sum / last.count) break;
      before.sum += last.sum;
      before.count += last.count;
      blocks.pop();
    }
  });
  const levels = blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  const [first, last] = [sorted[0], sorted.at(-1)];
  const highest = room.y0 + (first ? above(first) : 0);
  const lowest = room.y1 - (last ? below(last) : 0) - (offsets.at(-1) ?? 0);
  const placed = sorted.map((item, i) => {
    const level = Math.max(highest, Math.min(lowest, levels[i] ?? item.y));
    return { id: item.id, y: Math.min(room.y1 - below(item), level + (offsets[i] ?? 0)), anchorY: item.y };
  });
  return { placed, dropped: items.filter((_, index) => !kept.has(index)).map((item) => item.id) };
}

const above = (item: EndLabelItem): Px => Math.max(0, item.above);
const below = (item: EndLabelItem): Px => Math.max(0, item.below);

/** Indices of what there is room for. */
function fitting(items: readonly EndLabelItem[], gap: Px, height: Px): ReadonlySet<number> {
  const byWeight = items
    .map((item, index) => ({ index, item, weight: Number.isNaN(item.weight) ? Number.NEGATIVE_INFINITY : item.weight }))
    .filter(({ item }) => Number.isFinite(item.y + item.above + item.below))
    .sort((a, b) => (a.weight === b.weight ? a.index - b.index : a.weight < b.weight ? 1 : -1));
  const kept = new Set<number>();
  let used = -gap;
  for (const { index, item } of byWeight) {
    const next = used + gap + above(item) + below(item);
    // Eight fields of 15 px, 4 px apart, in exactly 148 px must not fail by a rounding error.
    if (!(next <= height + 1e-9)) continue;
    kept.add(index);
    used = next;
  }
  return kept;
}
