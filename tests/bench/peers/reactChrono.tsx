import { useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import { Chrono } from "react-chrono";
import "react-chrono/dist/style.css";
import type { BenchData } from "../contract.js";
import { chartHost } from "../pages/host.js";

const root = createRoot(chartHost());
let whole: BenchData = { t0: 0, t1: 1, groups: [], events: [], roles: [] };
let range = { t0: 0, t1: 1 };
let kept = new Set<string>();

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

function Shown({ items, drawn }: { readonly items: { readonly title: string; readonly cardTitle: string }[]; readonly drawn: () => void }): React.JSX.Element {
  useLayoutEffect(drawn);
  return <Chrono items={items} mode="HORIZONTAL" allowDynamicUpdate cardLess disableToolbar scrollable={false} itemWidth={100} />;
}

function draw(): Promise<void> {
  const inside = [
    ...whole.roles.filter(({ start, end, group }) => kept.has(group) && end >= range.t0 && start <= range.t1).map(({ title, start, end }) => ({ time: start, title: `${dayOf(start)} – ${dayOf(end)}`, cardTitle: title })),
    ...whole.events.filter(({ date, group }) => kept.has(group) && date >= range.t0 && date <= range.t1).map(({ title, date }) => ({ time: date, title: dayOf(date), cardTitle: title })),
  ];
  inside.sort((a, b) => a.time - b.time);
  const items = inside.map(({ title, cardTitle }) => ({ title, cardTitle }));
  return new Promise((resolve) => root.render(<Shown items={items} drawn={resolve} />));
}

window.__bench = {
  notes: "A list of cards along a line, not to scale in time. It has neither a zoom nor a filter: both draw the subset again. Horizontal and without cards, which makes the fewest elements.",
  render(data) {
    whole = data;
    range = data;
    kept = new Set(data.groups.map(({ id }) => id));
    return draw();
  },
  zoomTo(t0, t1) {
    range = { t0, t1 };
    return draw();
  },
  setFilter(groupIds) {
    kept = new Set(groupIds);
    return draw();
  },
};
