import { CustomChart, ScatterChart } from "echarts/charts";
import { DataZoomComponent, GridComponent, LegendComponent } from "echarts/components";
import { init, use as register } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { BenchData } from "../contract.js";
import { chartHost } from "../pages/host.js";

register([CustomChart, ScatterChart, DataZoomComponent, GridComponent, LegendComponent, CanvasRenderer]);

const chart = init(chartHost());
let groups: BenchData["groups"] = [];

/** Long series are drawn in parts, frame by frame; `finished` says when the last has been. */
function finished(change: () => void): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      chart.off("finished", done);
      resolve();
    };
    chart.on("finished", done);
    change();
  });
}

window.__bench = {
  notes: "Canvas, a scatter series in `large` mode per group with its dates in a typed array, roles as a custom series, animation off; a filter is its legend's action.",
  render(data) {
    ({ groups } = data);
    const index = new Map(groups.map(({ id }, at) => [id, at]));
    const roles = groups.map(({ id, label, color }, row) => ({
      type: "custom" as const, name: label, color, encode: { x: [0, 1], y: 2 }, clip: true,
      data: data.roles.filter(({ group }) => group === id).map(({ start, end }) => [start, end, row]),
      renderItem: (_: unknown, api: { value: (dimension: number) => number | string; coord: (point: (number | string)[]) => number[]; style: () => object }) => {
        const [x = 0, y = 0] = api.coord([api.value(0), api.value(2)]);
        const [end = 0] = api.coord([api.value(1), api.value(2)]);
        return { type: "rect" as const, shape: { x, y: y - 26, width: end - x, height: 16 }, style: { fill: color } };
      },
    }));
    const events = groups.map(({ id, label, color }) => {
      const own = data.events.filter(({ group }) => group === id);
      const points = new Float64Array(own.length * 2);
      own.forEach(({ date }, at) => points.set([date, index.get(id) ?? 0], at * 2));
      return { type: "scatter" as const, name: label, color, symbolSize: 6, large: true, largeThreshold: 1, dimensions: ["date", "row"], data: points };
    });
    return finished(() => chart.setOption({
      animation: false, useUTC: true,
      grid: { left: 100, right: 20, top: 20, bottom: 40 },
      legend: { show: false },
      xAxis: { type: "time", min: data.t0, max: data.t1 },
      yAxis: { type: "category", data: groups.map(({ label }) => label) },
      dataZoom: [{ type: "inside", xAxisIndex: 0, filterMode: "weakFilter" }],
      series: [...roles, ...events],
    }));
  },
  zoomTo(t0, t1) {
    return finished(() => chart.dispatchAction({ type: "dataZoom", startValue: t0, endValue: t1 }));
  },
  setFilter(groupIds) {
    const kept = new Set(groupIds);
    return finished(() => {
      chart.dispatchAction({ type: "legendUnSelect", batch: groups.filter(({ id }) => !kept.has(id)).map(({ label }) => ({ name: label })) });
      chart.dispatchAction({ type: "legendSelect", batch: groups.filter(({ id }) => kept.has(id)).map(({ label }) => ({ name: label })) });
    });
  },
};
