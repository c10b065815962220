import type { BenchData } from "../contract.js";
import { chartHost } from "./host.js";

/*
 * The floor: what drawing the picture costs with nothing around it. Roles as bars, every event in view as a dot in its
 * group's colour, an axis. No names, focus, hover, or layout of labels. Dots stand on whole pixels, and of those that
 * stand on the same one, one is drawn: the picture is the same, and no honest drawing of it is cheaper. One path per
 * colour was the fastest of several ways (stamped images took five times as long).
 */

const LANE_PX = 28;
const ROLES_TOP = 44;
const DOT_RADIUS = 3;
const FULL_TURN = 2 * Math.PI;
const YEARS_EVERY = [1, 2, 5, 10];

interface Row {
  readonly dates: Float64Array;
  readonly color: string;
}

const host = chartHost();
const canvas = host.appendChild(document.createElement("canvas"));
const context = canvas.getContext("2d");
if (!context) throw new Error("no 2d context");
const ctx = context;
const width = host.clientWidth;
const height = host.clientHeight;
const ratio = window.devicePixelRatio;
canvas.width = width * ratio;
canvas.height = height * ratio;
canvas.style.width = `${width}px`;
canvas.style.height = `${height}px`;

let data: BenchData = { t0: 0, t1: 1, groups: [], events: [], roles: [] };
let rows = new Map<string, Row>();
let lanes: readonly number[] = [];
let kept = new Set<string>();
let from = 0;
let to = 1;

function draw(): void {
  const perMs = width / (to - from);
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, height);

  ctx.font = "13px system-ui, sans-serif";
  ctx.fillStyle = "#5e656e";
  const first = new Date(from).getUTCFullYear();
  const last = new Date(to).getUTCFullYear();
  const every = YEARS_EVERY.find((years) => (last - first) / years <= 15) ?? 10;
  for (let year = Math.ceil(first / every) * every; year <= last; year += every) {
    const x = (Date.UTC(year, 0, 1) - from) * perMs;
    ctx.fillRect(x, 0, 1, height);
    ctx.fillText(String(year), x + 4, 16);
  }

  data.roles.forEach(({ start, end, group, title }, at) => {
    if (!kept.has(group) || end < from || start > to) return;
    const x = (start - from) * perMs;
    const y = ROLES_TOP + (lanes[at] ?? 0) * LANE_PX;
    ctx.fillStyle = rows.get(group)?.color ?? "#000";
    ctx.fillRect(x, y, (end - start) * perMs, LANE_PX - 8);
    ctx.fillStyle = "#fff";
    ctx.fillText(title, Math.max(x, 0) + 4, y + 15);
  });

  const top = ROLES_TOP + (Math.max(0, ...lanes) + 2) * LANE_PX;
  let index = 0;
  for (const [id, { dates, color }] of rows) {
    const y = top + index * LANE_PX;
    index += 1;
    if (!kept.has(id)) continue;
    ctx.beginPath();
    ctx.fillStyle = color;
    let before = -Infinity;
    for (let at = lowerBound(dates, from); at < dates.length; at += 1) {
      const date = dates[at] ?? Infinity;
      if (date > to) break;
      const x = Math.round((date - from) * perMs);
      if (x === before) continue;
      before = x;
      ctx.moveTo(x + DOT_RADIUS, y);
      ctx.arc(x, y, DOT_RADIUS, 0, FULL_TURN);
    }
    ctx.fill();
  }
}

/** The first index whose date is not before `time`. */
function lowerBound(dates: Float64Array, time: number): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dates[middle] ?? Infinity) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The lowest lane that is free, role by role. */
function lanesOf({ roles }: BenchData): number[] {
  const ends: number[] = [];
  return roles.map(({ start, end }) => {
    const free = ends.findIndex((busyUntil) => busyUntil <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    return lane;
  });
}

window.__bench = {
  notes: "Roles as bars, events as dots, an axis, and nothing else. Of dots on the same pixel it draws one.",
  render(next) {
    data = next;
    lanes = lanesOf(next);
    rows = new Map(next.groups.map(({ id, color }) => [id, { color, dates: Float64Array.from(next.events.filter(({ group }) => group === id), ({ date }) => date) }]));
    kept = new Set(rows.keys());
    from = next.t0;
    to = next.t1;
    draw();
  },
  zoomTo(t0, t1) {
    from = t0;
    to = t1;
    draw();
  },
  setFilter(groupIds) {
    kept = new Set(groupIds);
    draw();
  },
};
