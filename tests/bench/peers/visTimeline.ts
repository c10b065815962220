import { DataSet } from "vis-data/esnext";
import { Timeline } from "vis-timeline/esnext";
import "vis-timeline/styles/vis-timeline-graph2d.min.css";
import type { BenchData } from "../contract.js";
import { chartHost } from "../pages/host.js";

interface Item {
  readonly id: string;
  readonly content: string;
  readonly start: number;
  readonly end?: number;
  readonly group: string;
  readonly type: "range" | "point";
  readonly style: string;
}

const host = chartHost();
let timeline: Timeline | null = null;
let items: readonly Item[] = [];
let rows: { id: string; content: string }[] = [];
let range = { t0: 0, t1: 1 };
let limits = range;

/** Drawing is put off to a later frame; `changed` says when it has been done. */
const changed = (chart: Timeline): Promise<void> => new Promise((resolve) => {
  const done = (): void => {
    chart.off("changed", done);
    resolve();
  };
  chart.on("changed", done);
});

function itemsOf({ events, roles, groups }: BenchData): Item[] {
  const colors = new Map(groups.map(({ id, color }) => [id, color]));
  return [
    ...roles.map(({ id, title, start, end, group }): Item => ({ id, content: title, start, end, group, type: "range", style: `border-color:${colors.get(group)}` })),
    ...events.map(({ id, title, date, group }): Item => ({ id, content: title, start: date, group, type: "point", style: `border-color:${colors.get(group)}` })),
  ];
}

function draw(kept: ReadonlySet<string>): Promise<void> {
  timeline?.destroy();
  timeline = new Timeline(host, new DataSet(items.filter(({ group }) => kept.has(group))), rows, {
    start: range.t0, end: range.t1, min: limits.t0, max: limits.t1, height: "720px", stack: false, showCurrentTime: false, selectable: false,
    cluster: { maxItems: 1, clusterCriteria: (first, second) => first.type === "point" && second.type === "point" },
  });
  return changed(timeline);
}

window.__bench = {
  notes: "Items are not stacked and points are gathered by its `cluster` option, both of which its documentation names for many items. A filter makes the timeline anew with the subset: with clusters, a filtered DataView and other items each took the better part of a minute at 10,000, and groups once hidden did not come back.",
  render(data) {
    items = itemsOf(data);
    rows = data.groups.map(({ id, label }) => ({ id, content: label }));
    range = data;
    limits = data;
    return draw(new Set(data.groups.map(({ id }) => id)));
  },
  zoomTo(t0, t1) {
    if (!timeline) return undefined;
    range = { t0, t1 };
    const done = changed(timeline);
    timeline.setWindow(t0, t1, { animation: false });
    return done;
  },
  setFilter(groupIds) {
    return draw(new Set(groupIds));
  },
};
