import type { BenchData, BenchEvent, BenchGroup, BenchRole } from "./contract.js";

const FIRST = Date.UTC(1995, 0, 1);
const LAST = Date.UTC(2025, 0, 1);
const DAY_MS = 86_400_000;

/** The project's own field colours on a light page, so that every subject paints the same ones. */
const GROUPS: readonly BenchGroup[] = [
  ["product", "Product", "#c93200"],
  ["platform", "Platform", "#003d89"],
  ["data", "Data", "#177863"],
  ["people", "People", "#834dd2"],
  ["research", "Research", "#524430"],
  ["writing", "Writing", "#481330"],
].map(([id = "", label = "", color = ""]) => ({ id, label, color }));

const VERBS = ["Led", "Built", "Cut", "Shipped", "Taught", "Wrote", "Moved", "Halved", "Opened", "Found"];
const OBJECTS = ["the release train", "search", "the billing service", "first-page time", "an on-call rota", "the style guide", "a survey", "the data platform", "hiring", "exports"];
const PLACES = ["in Lisbon", "for schools", "with two teams", "from scratch", "across regions", "in one quarter", ""];
const TITLES = ["Developer", "Senior developer", "Staff engineer", "Tech lead", "Head of engineering", "Advisor", "Researcher"];

/** mulberry32: small, fast, good enough for pictures, and the same everywhere. @returns numbers in [0, 1) */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A career of thirty years. The same seed and size give the same career.
 *
 *   roles   |=====| |========|
 *              |==|      |=======|          some overlap, some leave a gap
 *   events  . .:.. . :::.  .  ..::: .       half of them spread evenly, half in bursts of a few weeks
 *
 * The number of roles grows with the logarithm of the events: a busy life has more in its roles, hardly more of them.
 *
 * @param size number of events, at least 1
 */
export function generateCareer(size: number, seed: number): BenchData {
  const random = createRandom(seed ^ Math.imul(size, 0x9e3779b1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error(`nothing to pick from: items ${items.length}`);
    return item;
  };

  const roles: BenchRole[] = [];
  const count = Math.round(3 + 3 * Math.log10(size));
  const mean = (LAST - FIRST) / count;
  for (let at = 0; at < count; at += 1) {
    const start = toDay(FIRST + mean * (at + (at === 0 ? 0 : 0.5 * (random() - 0.5))));
    const end = Math.min(LAST, toDay(start + mean * (0.7 + 0.8 * random())));
    roles.push({ id: `role-${at}`, title: pick(TITLES), start, end, group: pick(GROUPS).id });
  }
  roles.sort((a, b) => a.start - b.start);

  const bursts = Array.from({ length: Math.max(1, Math.round(Math.sqrt(size))) }, () => ({ middle: FIRST + random() * (LAST - FIRST), group: pick(GROUPS).id }));
  const drafts = Array.from({ length: size }, () => {
    const title = [pick(VERBS), pick(OBJECTS), pick(PLACES)].join(" ").trim();
    if (random() < 0.5) return { title, date: FIRST + random() * (LAST - FIRST), group: pick(GROUPS).id };
    const { middle, group } = pick(bursts);
    // The sum of three is near enough to a bell, about two months wide.
    return { title, date: middle + (random() + random() + random() - 1.5) * 40 * DAY_MS, group };
  });
  const events: BenchEvent[] = drafts
    .map((draft) => ({ ...draft, date: toDay(Math.min(LAST, Math.max(FIRST, draft.date))) }))
    .sort((a, b) => a.date - b.date)
    .map((draft, at) => ({ id: `event-${at}`, ...draft }));
  return { t0: FIRST, t1: LAST, groups: GROUPS, events, roles };
}

/** What happened in a career is known to the day. */
const toDay = (time: number): number => Math.floor(time / DAY_MS) * DAY_MS;
