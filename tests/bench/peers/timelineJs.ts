import { Timeline } from "@knight-lab/timelinejs";
import type { BenchData } from "../contract.js";
import { chartHost } from "../pages/host.js";

const host = chartHost();
/** Screen widths that the whole timeline is wide; its own sequence, which is of Fibonacci numbers. */
const ZOOMS = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];

let timeline: Timeline | null = null;
let shown: BenchData | null = null;
let range = { t0: 0, t1: 1 };

function dateOf(time: number): Record<string, number> {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function draw(data: BenchData): Promise<void> {
  shown = data;
  const labels = new Map(data.groups.map(({ id, label }) => [id, label]));
  host.replaceChildren();
  const events = [
    ...data.roles.map(({ id, title, start, end, group }) => ({ unique_id: id, start_date: dateOf(start), end_date: dateOf(end), text: { headline: title }, group: labels.get(group) })),
    ...data.events.map(({ id, title, date, group }) => ({ unique_id: id, start_date: dateOf(date), text: { headline: title }, group: labels.get(group) })),
  ];
  return new Promise((resolve) => {
    const made = new Timeline(host, { events }, { font: null, hash_bookmark: false, scale_factor: 1, zoom_sequence: ZOOMS, duration: 1, width: host.clientWidth, height: host.clientHeight });
    made.on("loaded", () => resolve());
    timeline = made;
  });
}

/** The event nearest to a time; all are sorted. */
function nearest({ events }: BenchData, time: number): string | undefined {
  let best = events[0];
  for (const event of events) if (best && Math.abs(event.date - time) < Math.abs(best.date - time)) best = event;
  return best?.id;
}

let whole: BenchData | null = null;

window.__bench = {
  notes: "Has no window in time: a zoom is the nearest level of its sequence, then the event nearest to the middle; animations are set to 1 ms. It has no filter either: the timeline is made again with the subset.",
  render(data) {
    whole = data;
    range = data;
    return draw(data);
  },
  zoomTo(t0, t1) {
    if (!timeline || !shown) return;
    const widths = (range.t1 - range.t0) / (t1 - t0);
    const level = ZOOMS.reduce((best, value, at) => (Math.abs(value - widths) < Math.abs((ZOOMS[best] ?? 1) - widths) ? at : best), 0);
    timeline.setZoom(level);
    const id = nearest(shown, (t0 + t1) / 2);
    if (id !== undefined) timeline.goToId(id);
  },
  setFilter(groupIds) {
    if (!whole) return undefined;
    const kept = new Set(groupIds);
    return draw({ ...whole, events: whole.events.filter(({ group }) => kept.has(group)), roles: whole.roles.filter(({ group }) => kept.has(group)) });
  },
};
