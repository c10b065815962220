import { AbstractEventRenderer, Timeline, type TimelineEvent } from "@gravity-ui/timeline";
import type { BenchData } from "../contract.js";
import { chartHost } from "../pages/host.js";

const host = chartHost();
const canvas = host.appendChild(document.createElement("canvas"));
canvas.style.width = "100%";
canvas.style.height = "100%";

/** One for all dots, as its documentation has it for events of a shape of their own. */
class Dot extends AbstractEventRenderer {
  override render(ctx: CanvasRenderingContext2D, event: TimelineEvent, _selected: boolean, x: number, _end: number, y: number): void {
    ctx.beginPath();
    ctx.fillStyle = event.color ?? "#000";
    ctx.arc(x, y, 3, 0, 2 * Math.PI);
    ctx.fill();
  }
  override getHitbox(_event: TimelineEvent, start: number, end: number): typeof this.hitboxResult {
    return { ...this.hitboxResult, left: start - 3, right: end + 3 };
  }
}

let timeline: Timeline<TimelineEvent> | null = null;
let whole: readonly TimelineEvent[] = [];
let kept: ReadonlyMap<TimelineEvent, string> = new Map();

window.__bench = {
  notes: "One axis with two tracks per group, roles above events; dots by a renderer of our own, as it draws bars only.",
  render(data: BenchData) {
    const dot = new Dot();
    const colors = new Map(data.groups.map(({ id, color }) => [id, color]));
    const colorOf = (group: string): { color: string } => ({ color: colors.get(group) ?? "#000" });
    const pairs = [
      ...data.roles.map(({ id, start, end, group }): [TimelineEvent, string] => [{ id, from: start, to: end, axisId: group, trackIndex: 0, ...colorOf(group) }, group]),
      ...data.events.map(({ id, date, group }): [TimelineEvent, string] => [{ id, from: date, to: date, axisId: group, trackIndex: 1, renderer: dot, ...colorOf(group) }, group]),
    ];
    kept = new Map(pairs);
    whole = pairs.map(([event]) => event);
    const axes = data.groups.map(({ id }, at) => ({ id, tracksCount: 2, top: at * 80, height: 20 }));
    timeline = new Timeline<TimelineEvent>({ settings: { start: data.t0, end: data.t1, axes, events: [...whole] }, viewConfiguration: { axes: { trackHeight: 36 } } });
    timeline.init(canvas);
  },
  zoomTo(t0, t1) {
    timeline?.api.setRange(t0, t1);
  },
  setFilter(groupIds) {
    const ids = new Set(groupIds);
    timeline?.api.setEvents(whole.filter((event) => ids.has(kept.get(event) ?? "")));
  },
};
