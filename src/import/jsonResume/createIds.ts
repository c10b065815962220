import { slugOf } from "../../lib/slug.js";

/** UTF-16 code units; with a number behind it an id stays well under the hundred that are allowed. */
const LONGEST = 60;

/**
 * Gives out ids that stand in links: the words of a label, with a number where another has them already. The same labels
 * in the same order give the same ids.
 */
export function createIds(fallback: string): (label: string) => string {
  const taken = new Set<string>();
  // The next number to try: from 2 each time, thousands of equal labels would take minutes.
  const next = new Map<string, number>();
  return (label) => {
    const base = cut(slugOf(label.slice(0, 4 * LONGEST))) || fallback;
    let id = base;
    let n = next.get(base) ?? 2;
    for (; taken.has(id); n += 1) id = `${base}-${n}`;
    next.set(base, n);
    taken.add(id);
    return id;
  };
}

/** Between words where there is a place to cut. */
function cut(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const room = slug.slice(0, LONGEST + 1);
  const hyphen = room.lastIndexOf("-");
  return hyphen > LONGEST / 2 ? room.slice(0, hyphen) : room.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "");
}
