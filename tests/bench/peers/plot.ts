import { axisX, barX, dotX, plot } from "@observablehq/plot";
import type { BenchData } from "../contract.js";
import { chartHost } from "../pages/host.js";

const host = chartHost();
let whole: BenchData = { t0: 0, t1: 1, groups: [], events: [], roles: [] };
let range = { t0: 0, t1: 1 };
let kept = new Set<string>();

function draw(): void {
  const { t0, t1 } = range;
  const labels = new Map(whole.groups.map(({ id, label }) => [id, label]));
  const labelOf = ({ group }: { readonly group: string }): string => labels.get(group) ?? group;
  const events = whole.events.filter(({ group, date }) => kept.has(group) && date >= t0 && date <= t1);
  const roles = whole.roles.filter(({ group, start, end }) => kept.has(group) && end >= t0 && start <= t1);
  host.replaceChildren(plot({
    width: host.clientWidth, height: host.clientHeight, marginLeft: 100,
    x: { type: "utc", domain: [new Date(t0), new Date(t1)] },
    y: { domain: whole.groups.map(({ label }) => label), label: null },
    color: { domain: whole.groups.map(({ label }) => label), range: whole.groups.map(({ color }) => color) },
    marks: [
      axisX({ anchor: "bottom" }),
      barX(roles, { x1: "start", x2: "end", y: labelOf, fill: labelOf, insetBottom: 60, clip: true }),
      dotX(events, { x: "date", y: labelOf, fill: labelOf, r: 3, clip: true }),
    ],
  }));
}

window.__bench = {
  notes: "Makes a still picture: zoom and filter draw a new one, of what is in view only.",
  render(data) {
    whole = data;
    range = data;
    kept = new Set(data.groups.map(({ id }) => id));
    draw();
  },
  zoomTo(t0, t1) {
    range = { t0, t1 };
    draw();
  },
  setFilter(groupIds) {
    kept = new Set(groupIds);
    draw();
  },
};
