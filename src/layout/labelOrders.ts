import { placeLabels, type LabelRequest, type LabelSpace, type PlacedLabel, type PlacedLabels } from "./labels.js";

/** More than these are not tried in other orders: the picture is then too full for an order to matter much. */
export const MOST_LEADING = 5;
/** Of five the most important keeps its place in front: no more than 4! = 24 orders are ever tried. */
const MOST_PERMUTED = 4;

export interface Leading {
  /** The labels that matter most, in order of importance, each once. */
  readonly ids: readonly string[];
  /** Whether the first of them is placed before the others, whatever that costs them: it is the selected one. */
  readonly firstStays: boolean;
}

/**
 * `placeLabels`, and where one of those that matter most finds no place, again in every other order among them, each with
 * all others placed after. Each label takes the place that is best for it alone, so in another order there may be room for
 * more. Of all outcomes the one with the most of them, then with the most labels, then the first; the plain one stays where
 * none has more of them. Same input, same result.
 *
 * At worst O(25 × placeLabels), and only for up to MOST_LEADING of them of which one is missing. The orders are first tried
 * without words on the other nodes, which makes a try cheap; only orders that come out best and different there, usually one
 * to three, are run in full.
 */
export function placeInBestOrder(requests: readonly LabelRequest[], space: LabelSpace, { ids, firstStays }: Leading): PlacedLabels {
  const plain = placeLabels(requests, space);
  const leading = ids.filter((id) => requests.some((request) => request.id === id));
  const least = countPlaced(plain, leading);
  if (least === leading.length || leading.length > MOST_LEADING) return plain;

  const bare = requests.map((request) => (leading.includes(request.id) ? request : { ...request, figure: null, caption: null }));
  const head = Math.max(firstStays ? 1 : 0, leading.length - MOST_PERMUTED);
  let most = least + 1;
  let distinct = new Map<string, readonly string[]>();
  for (const tail of permutations(leading.slice(head))) {
    const order = [...leading.slice(0, head), ...tail];
    const { placed } = placeLabels(bare, space, order);
    if (placed.length < most) continue;
    if (placed.length > most) [most, distinct] = [placed.length, new Map()];
    const key = placesOf(placed);
    if (!distinct.has(key)) distinct.set(key, order);
  }
  let best = plain;
  for (const order of distinct.values()) {
    const outcome = placeLabels(requests, space, order);
    if (isBetter(outcome, best, leading)) best = outcome;
  }
  return best;
}

/** More of those that matter most, then more of all. */
export function isBetter(a: PlacedLabels, b: PlacedLabels, leading: readonly string[]): boolean {
  return (countPlaced(a, leading) - countPlaced(b, leading) || a.placed.length - b.placed.length) > 0;
}

function countPlaced({ placed }: PlacedLabels, leading: readonly string[]): number {
  return placed.filter(({ id }) => leading.includes(id)).length;
}

const placesOf = (placed: readonly PlacedLabel[]): string => placed.map(({ id, box }) => `${id} ${box.x0} ${box.y0}`).join("\n");

/** In lexicographic order of places, the given one first. */
function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, i) => permutations(items.filter((_, k) => k !== i)).map((rest) => [item, ...rest]));
}
