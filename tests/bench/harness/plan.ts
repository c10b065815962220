import { createRandom } from "../generate.js";

/** One page, one size, one speed: what is measured in one fresh page. */
export interface Cell {
  readonly subject: string;
  readonly size: number;
  /** How many times slower the processor is made; 1 is plain. */
  readonly throttle: number;
}

/**
 * Every cell once. Subjects follow one another within a size and a speed, so that what the machine does meanwhile meets
 * all of them alike, in an order that is shuffled anew each round.
 */
export function planRound(round: number, seed: number, subjects: readonly string[], sizes: readonly number[], throttles: readonly number[]): Cell[] {
  const random = createRandom(seed + round);
  return sizes.flatMap((size) => throttles.flatMap((throttle) => shuffle(subjects, random).map((subject): Cell => ({ subject, size, throttle }))));
}

/** Fisher–Yates, on a copy. */
function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const left = [...items];
  const order: Item[] = [];
  while (left.length > 0) order.push(...left.splice(Math.floor(random() * left.length), 1));
  return order;
}

/** A window in time. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const ZOOM_FACTOR = 0.8;
/** Where the pointer would be, as a share of the width: not the middle, nor a round number of anything. */
const POINTER = 0.62;

/** Ten steps in at the pointer and the same ten out: the last is everything again. */
export function zoomSteps(t0: number, t1: number, steps = 20): Range[] {
  const pointer = t0 + POINTER * (t1 - t0);
  return Array.from({ length: steps }, (_, at) => {
    const depth = Math.min(at + 1, steps - at - 1);
    const share = ZOOM_FACTOR ** depth;
    return { from: pointer - (pointer - t0) * share, to: pointer + (t1 - pointer) * share };
  });
}

/** A quarter of the time, moved by a twentieth of itself at each step; the first is where it starts from. */
export function panSteps(t0: number, t1: number, steps = 20): Range[] {
  const length = (t1 - t0) / 4;
  const start = t0 + (t1 - t0) * 0.3;
  return Array.from({ length: steps + 1 }, (_, at) => ({ from: start + (length / 20) * at, to: start + length + (length / 20) * at }));
}
