import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { BenchData } from "../contract.js";
import { chartHost } from "../pages/host.js";

const host = chartHost();
let view: View | null = null;

function specOf({ t0, t1, groups, events, roles }: BenchData): TopLevelSpec {
  const kept = { filter: "indexof(kept, datum.group) >= 0" };
  const color = { field: "group", type: "nominal", scale: { domain: groups.map(({ id }) => id), range: groups.map((group) => group.color) }, legend: null } as const;
  const y = { field: "group", type: "nominal", scale: { domain: groups.map(({ id }) => id) }, title: null } as const;
  const scale = { domainMin: { expr: "from" }, domainMax: { expr: "to" }, type: "utc", nice: false } as const;
  return {
    width: host.clientWidth - 120, height: host.clientHeight - 60,
    params: [{ name: "from", value: t0 }, { name: "to", value: t1 }, { name: "kept", value: groups.map(({ id }) => id) }],
    layer: [
      { data: { values: [...roles] }, transform: [kept], mark: { type: "bar", clip: true, height: 16, yOffset: -26 }, encoding: { x: { field: "start", type: "temporal", scale, title: null }, x2: { field: "end" }, y, color } },
      { data: { values: [...events] }, transform: [kept], mark: { type: "circle", clip: true, size: 28, opacity: 1 }, encoding: { x: { field: "date", type: "temporal", scale, title: null }, y, color } },
    ],
  };
}

window.__bench = {
  notes: "Vega's canvas renderer, no tooltips; the window and the groups are parameters.",
  render(data) {
    const { spec } = compile(specOf(data));
    view = new View(parse(spec), { renderer: "canvas", container: host, hover: false });
    return view.runAsync();
  },
  zoomTo(t0, t1) {
    return view?.signal("from", t0).signal("to", t1).runAsync();
  },
  setFilter(groupIds) {
    return view?.signal("kept", [...groupIds]).runAsync();
  },
};
