import type { Px } from "../lib/units.js";

export interface EndLabelItem {
  readonly id: string;
  /** Where the label would best stand: its band's middle at the right end. */
  readonly y: Px;
  /** What does not fit is dropped from the smallest weight up: the band's thickness, or its count. */
  readonly weight: number;
}

export interface EndLabelRoom {
  /** Least distance between two labels. */
  readonly min: Px;
  /** All labels stand within [y0, y1]. */
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

/** Labels whose best places have been merged: they stand `min` apart, as a whole where their mean wants to be. */
interface Block {
  sum: number;
  count: number;
}

/**
 * Sets the field names at the right end of the bands apart, moving them as little as possible.
 *
 *   anchor --. label      The sum of the squared moves is the least there is: with the min distances taken out, what is
 *   anchor -.`-label      left is an isotonic regression, solved by pooling adjacent violators and cut to the range.
 *   anchor ---label
 *
 * If not all fit into the range, the smallest are left out (of equals, the later one). Items without a finite place are
 * left out too. O(n log n).
 */
export function placeEndLabels(items: readonly EndLabelItem[], room: EndLabelRoom): EndLabels {
  const min = Math.max(0, room.min);
  const kept = fitting(items, min, room.y1 - room.y0);
  const sorted = kept.map((index) => items[index]).filter((item) => item !== undefined).sort((a, b) => a.y - b.y);

  const blocks: Block[] = [];
  sorted.forEach((item, i) => {
    blocks.push({ sum: item.y - i * min, count: 1 });
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
  const lowest = room.y1 - (sorted.length - 1) * min;
  const placed = sorted.map((item, i) => {
    const level = Math.max(room.y0, Math.min(lowest, levels[i] ?? item.y));
    return { id: item.id, y: Math.min(room.y1, level + i * min), anchorY: item.y };
  });
  const inside = new Set(kept);
  return { placed, dropped: items.filter((_, index) => !inside.has(index)).map((item) => item.id) };
}

/** Indices of what there is room for, in the order of the input. */
function fitting(items: readonly EndLabelItem[], min: Px, height: Px): number[] {
  if (!(height >= 0)) return [];
  // Eight fields at 19 px in exactly 133 px must not fail by a rounding error.
  const room = min === 0 ? items.length : Math.floor(height / min + 1e-9) + 1;
  return items
    .map(({ y, weight }, index) => ({ index, y, weight: Number.isNaN(weight) ? Number.NEGATIVE_INFINITY : weight }))
    .filter(({ y }) => Number.isFinite(y))
    .sort((a, b) => (a.weight === b.weight ? a.index - b.index : a.weight < b.weight ? 1 : -1))
    .slice(0, room)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}
