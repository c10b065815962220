import { scaleOrdinal } from "d3-scale";
import TimelinesChart from "timelines-chart";
import type { BenchData } from "../contract.js";
import { chartHost } from "../pages/host.js";

const host = chartHost();
let chart: InstanceType<typeof TimelinesChart> | null = null;
let range = { t0: 0, t1: 1 };
let whole: BenchData = { t0: 0, t1: 1, groups: [], events: [], roles: [] };

/** Half a day to each side: it draws spans, no points. */
const HALF_DAY_MS = 43_200_000;

function rowsOf(kept: ReadonlySet<string>): { group: string; data: { label: string; data: { timeRange: [Date, Date]; val: string }[] }[] }[] {
  return whole.groups.filter(({ id }) => kept.has(id)).map(({ id, label }) => ({
    group: label,
    data: [
      { label: "roles", data: whole.roles.filter(({ group }) => group === id).map(({ start, end }) => ({ timeRange: [new Date(start), new Date(end)], val: label })) },
      { label: "events", data: whole.events.filter(({ group }) => group === id).map(({ date }) => ({ timeRange: [new Date(date - HALF_DAY_MS), new Date(date + HALF_DAY_MS)], val: label })) },
    ],
  }));
}

window.__bench = {
  notes: "Draws spans, no points: an event is a day. Animations are off. A filter is new data.",
  render(data) {
    whole = data;
    range = data;
    const colors = scaleOrdinal(data.groups.map(({ label }) => label), data.groups.map(({ color }) => color));
    chart = new TimelinesChart(host)
      .width(host.clientWidth).maxHeight(host.clientHeight).useUtc(true).enableAnimations(false)
      .zQualitative(true).zColorScale(colors).data(rowsOf(new Set(data.groups.map(({ id }) => id)))).zoomX([new Date(data.t0), new Date(data.t1)]);
    return settled();
  },
  zoomTo(t0, t1) {
    range = { t0, t1 };
    chart?.zoomX([new Date(t0), new Date(t1)]);
    return settled();
  },
  setFilter(groupIds) {
    // New data show everything again.
    chart?.data(rowsOf(new Set(groupIds))).zoomX([new Date(range.t0), new Date(range.t1)]);
    return settled();
  },
};

/** It draws a millisecond after the last change of a property, and its transitions, of no length here, end with the frame after that. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve())), 1));
