import * as d3 from "d3";
import eventDrops from "event-drops";
import "event-drops/dist/style.css";
import english from "d3-time-format/locale/en-US";
import type { BenchData } from "../contract.js";
import { chartHost } from "../pages/host.js";

interface Drop {
  readonly date: Date;
}

const host = chartHost();
let whole: BenchData = { t0: 0, t1: 1, groups: [], events: [], roles: [] };
let range = { t0: 0, t1: 1 };
let chart: ReturnType<typeof eventDrops> | null = null;

/** `draw` wants everything that it would else fill in by itself; but for what a comment is at, these are its own defaults. */
const configuration = () => ({
  d3,
  locale: english,
  // A blur over every line of drops.
  metaballs: false,
  bound: { format: d3.timeFormat("%d %B %Y") },
  axis: { formats: { milliseconds: "%L", seconds: ":%S", minutes: "%I:%M", hours: "%I %p", days: "%a %d", weeks: "%b %d", months: "%B", year: "%Y" } },
  drops: (row: { readonly data: readonly Drop[] }) => row.data,
  drop: { color: null, radius: 5, date: ({ date }: Drop) => date, onClick: nothing, onMouseOver: nothing, onMouseOut: nothing },
  label: { padding: 20, text: (row: { readonly name: string }) => row.name, width: 200 },
  indicator: { previousText: "◀", nextText: "▶" },
  line: { color: (_: unknown, index: number) => whole.groups[index]?.color, height: 40 },
  margin: { top: 20, right: 10, bottom: 20, left: 10 },
  range: { start: new Date(range.t0), end: new Date(range.t1) },
  zoom: { onZoomStart: null, onZoom: null, onZoomEnd: null, minimumScale: 0, maximumScale: Infinity },
  numberDisplayedTicks: { small: 3, medium: 5, large: 7, extra: 12 },
  breakpoints: { small: 576, medium: 768, large: 992, extra: 1200 },
});

function nothing(): void {
  return undefined;
}

function draw(kept: ReadonlySet<string>): void {
  const rows = whole.groups.filter(({ id }) => kept.has(id)).map(({ id, label }) => ({
    name: label,
    data: [
      ...whole.roles.filter(({ group }) => group === id).flatMap(({ start, end }): Drop[] => [{ date: new Date(start) }, { date: new Date(end) }]),
      ...whole.events.filter(({ group }) => group === id).map(({ date }): Drop => ({ date: new Date(date) })),
    ],
  }));
  chart?.destroy();
  chart = eventDrops(configuration());
  d3.select(host).data([rows]).call(chart);
}

window.__bench = {
  notes: "Knows no spans: a role is a drop at its start and one at its end. Its blur (`metaballs`) is off. Of drops on the same pixel it draws one. A filter is new data.",
  render(data) {
    whole = data;
    range = data;
    draw(new Set(data.groups.map(({ id }) => id)));
  },
  zoomTo(t0, t1) {
    range = { t0, t1 };
    if (!chart) return;
    const scale = chart.scale().copy().domain([new Date(t0), new Date(t1)]);
    d3.select(host).select("svg").call(chart.draw(configuration(), scale));
  },
  setFilter(groupIds) {
    draw(new Set(groupIds));
  },
};
