import type { Box, Px } from "../lib/units.js";

export type TakenKind = "label" | "leader" | "node" | "obstacle";

/** Something that is drawn and must not be covered. */
export interface Taken {
  readonly kind: TakenKind;
  readonly box: Box;
  /** The request it belongs to; -1 for what belongs to none. */
  readonly owner: number;
  /** Of a node: see `LabelRequest`. */
  readonly look?: number | undefined;
  /** A label without a figure: right under another one it would be read as that one's next line. */
  readonly bare?: boolean;
}

/** Room kept on either side, horizontally then vertically, between what is to be placed and what is there. */
type Clearances = Readonly<Record<TakenKind, readonly [Px, Px]>> & {
  /** Between a label and a bare one under it. */
  readonly overBare?: Px;
};

export const LABEL_CLEARANCES: Clearances = { label: [4, 2], leader: [8, 2], node: [1, 1], obstacle: [4, 2], overBare: 8 };
export const LEADER_CLEARANCES: Clearances = { label: [8, 2], leader: [8, 2], node: [2, 1], obstacle: [2, 2] };
const WIDEST: Px = 8;
/** What only touches by rounding does not overlap. */
export const TOUCH: Px = 1e-6;

/** What is taken so far, sorted into columns so that a look touches only neighbours. */
export interface LabelField {
  readonly add: (taken: Taken) => void;
  /** Takes away all that belongs to a request. */
  readonly remove: (owner: number) => void;
  /**
   * Calls back once or more for each thing that is nearer to `box` than its clearance, but not for `owner`'s own, and says how
   * high the foot of the box has to be to stand clear over it.
   *
   * @param bare whether the box is that of a label without a figure
   */
  readonly near: (box: Box, clearances: Clearances, owner: number, found: (taken: Taken, foot: Px) => void, bare?: boolean) => void;
}

/** @param bounds finite; what lies outside it is kept in the column nearest to it */
export function createLabelField(bounds: Box): LabelField {
  const step = Math.max(64, (bounds.x1 - bounds.x0) / 256);
  const columnOf = (x: Px): number =>
    Math.floor((Math.min(bounds.x1, Math.max(bounds.x0, x)) - bounds.x0) / step);
  const last = columnOf(bounds.x1);
  let columns: Taken[][] = Array.from({ length: last + 1 }, () => []);
  return {
    add: (taken) => {
      for (let i = columnOf(taken.box.x0); i <= columnOf(taken.box.x1); i += 1) columns[i]?.push(taken);
    },
    remove: (owner) => {
      columns = columns.map((column) => column.filter((taken) => taken.owner !== owner));
    },
    near: (box, clearances, owner, found, bare = false) => {
      const margin = Math.max(WIDEST, clearances.node[0]);
      const end = columnOf(box.x1 + margin);
      for (let i = columnOf(box.x0 - margin); i <= end; i += 1) {
        for (const taken of columns[i] ?? []) {
          if (taken.owner === owner) continue;
          // Asked thousands of times for each picture: no pairs taken apart here.
          const clearance = clearances[taken.kind];
          const dx = clearance[0];
          const dy = clearance[1];
          const other = taken.box;
          const { overBare = dy } = clearances;
          const foot = other.y0 - (taken.bare ? overBare : dy);
          const clear =
            other.y1 + (bare && taken.kind === "label" ? overBare : dy) - box.y0 <= TOUCH ||
            box.y1 - foot <= TOUCH ||
            other.x1 + dx - box.x0 <= TOUCH ||
            box.x1 + dx - other.x0 <= TOUCH;
          if (!clear) found(taken, foot);
        }
      }
    },
  };
}
