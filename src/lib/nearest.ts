/** Longer words are typed by no hand twice; comparing them would only cost time. */
const LONGEST = 60;

/**
 * Edits that turn one word into the other: insert, remove, replace, or swap two neighbours
 * (optimal string alignment, a restricted Damerau–Levenshtein distance).
 * @param limit gives up above it
 * @returns the number of edits, or `limit + 1` where it is more than `limit`. O(a·b) time, O(b) memory.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let twoBack: number[] = [];
  let oneBack = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((oneBack[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (oneBack[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (twoBack[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [twoBack, oneBack] = [oneBack, row];
  }
  return Math.min(oneBack[b.length] ?? 0, limit + 1);
}

/**
 * The candidate that was probably meant: within one edit for short words, a third of the length for longer ones, at most three.
 * Upper and lower case, hyphens and underscores count as the same.
 * @returns null where nothing is near; the first of several equally near
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length === 0 || word.length > LONGEST) return null;
  const wanted = fold(word);
  let best: string | null = null;
  let limit = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)));
  for (const candidate of candidates) {
    if (candidate.length > LONGEST) continue;
    const distance = editDistance(wanted, fold(candidate), limit);
    if (distance > limit || (best !== null && distance === limit)) continue;
    best = candidate;
    if (distance === 0) return best;
    limit = distance;
  }
  return best;
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll("-", "_");
}
