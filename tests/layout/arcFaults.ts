import { NOW_ABOVE, type CareerArcPlacement } from "../../src/layout/careerArc.js";
import { nodeReach } from "../../src/layout/arcNodes.js";
import type { ArcRequest } from "../../src/layout/careerArc.js";
import { ROLE_SIZES, runsOf, type RoleBar, type RoleText } from "../../src/layout/roleBars.js";
import { textWidth } from "../../src/layout/textWidth.js";
import { TICK_SIZE } from "../../src/layout/timeTicks.js";
import type { Box, Px } from "../../src/lib/units.js";
import type { Career } from "../../src/model/career.js";
import { isAstray } from "./labelPictures.js";

/** What touches by rounding does not overlap. */
const TOUCH: Px = 0.01;
/** Drawn over the middle of a line of text: from its capitals to its descenders, in font sizes. */
const ABOVE = 0.75;
const BELOW = 0.22;

export const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 - TOUCH && b.x0 < a.x1 - TOUCH && a.y0 < b.y1 - TOUCH && b.y0 < a.y1 - TOUCH;

const inside = (a: Box, b: Box): boolean => a.x0 >= b.x0 - TOUCH && a.x1 <= b.x1 + TOUCH && a.y0 >= b.y0 - TOUCH && a.y1 <= b.y1 + TOUCH;

function textBox(text: string, x: Px, y: Px, anchor: "start" | "middle" | "end", size: Px, weight: number, factor = 1): Box {
  const width = textWidth(text, size, weight) * factor;
  const x0 = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { x0, y0: y - size * ABOVE, x1: x0 + width, y1: y + size * BELOW };
}

export const roleTextBox = ({ text, tone, x, y, anchor }: RoleText, factor = 1): Box => textBox(text, x, y, anchor, ROLE_SIZES[tone].size, ROLE_SIZES[tone].weight, factor);

/** Paths of all numbers in a placement that are none. */
function notFinite(value: unknown, path: string): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => notFinite(part, `${path}.${key}`));
}

/** y of a polyline at x; at a step any of its y will do, so the nearest to `near`. */
function edgeY(top: CareerArcPlacement["top"], x: Px, near: Px): Px {
  let best = Number.POSITIVE_INFINITY;
  top.slice(1).forEach(([x1, y1], i) => {
    const [x0, y0] = top[i] ?? [x1, y1];
    if (x < x0 - 1e-6 || x > x1 + 1e-6) return;
    const y = x1 - x0 < 1e-6 ? Math.max(Math.min(y0, y1), Math.min(Math.max(y0, y1), near)) : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
    if (Math.abs(y - near) < Math.abs(best - near)) best = y;
  });
  return best;
}

function pairs<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const));
}

interface Named {
  readonly name: string;
  readonly box: Box;
}

/** What is wrong with a picture; nothing may be. */
export function arcFaults(career: Career, request: ArcRequest, placement: CareerArcPlacement): string[] {
  return [
    ...notFinite(placement, "placement"),
    ...frameFaults(placement),
    ...bandFaults(placement),
    ...nodeFaults(career, placement),
    ...labelFaults(career, request, placement),
    ...endFaults(placement),
    ...axisFaults(placement),
    ...roleFaults(career, placement),
    ...laneFaults(placement),
  ];
}

function frameFaults({ frame }: CareerArcPlacement): string[] {
  const { plot, windowLane } = frame;
  const drawing: Box = { x0: 0, y0: 0, x1: frame.width, y1: frame.height };
  return [
    ...(inside(plot, drawing) && plot.x1 - plot.x0 > 100 && plot.y1 - plot.y0 >= 16 ? [] : [`plot is ${JSON.stringify(plot)}`]),
    ...(windowLane.y0 === plot.y1 && windowLane.y1 === frame.rolesTop ? [] : ["the window lane lies elsewhere"]),
  ];
}

function bandFaults({ bands, top, xs, frame }: CareerArcPlacement): string[] {
  const found: string[] = [];
  xs.slice(1).forEach((x, i) => {
    if (x < (xs[i] ?? 0)) found.push("xs go back");
    if ((top[i + 1]?.[1] ?? 0) > (top[i]?.[1] ?? 0) + 1e-6) found.push("the top edge sinks");
  });
  let foot: readonly Px[] = xs.map(() => frame.plot.y1);
  for (const band of bands) {
    band.y1.forEach((y1, i) => {
      const [y0 = Number.NaN, matched = Number.NaN] = [band.y0[i], band.yMatched[i]];
      if (Math.abs(y0 - (foot[i] ?? Number.NaN)) > 1e-6) found.push(`${band.domainId} does not lie on the band below`);
      if (!(y0 + 1e-6 >= matched && matched + 1e-6 >= y1)) found.push(`${band.domainId} is out of order at ${i}`);
    });
    foot = band.y1;
  }
  if (!foot.every((y, i) => Math.abs(y - (top[i]?.[1] ?? Number.NaN)) < 1e-6)) found.push("the bands do not add up to the top edge");
  return found;
}

function nodeFaults(career: Career, { nodes, top, frame }: CareerArcPlacement): string[] {
  const found = nodes.flatMap(({ id, x, y, r, stroke }) => [
    ...(Math.abs(edgeY(top, x, y) - y) <= 0.5 ? [] : [`${id} is off the edge`]),
    ...(inside({ x0: x, y0: y, x1: x, y1: y }, frame.plot) ? [] : [`${id} is outside the plot`]),
    ...(r > 0 && stroke > 0 ? [] : [`${id} has no size`]),
  ]);
  if (nodes.length !== career.achievements.length || new Set(nodes.map(({ id }) => id)).size !== nodes.length) found.push("not every achievement has one node");
  if (nodes.some(({ x }, i) => x < (nodes[i - 1]?.x ?? x) - 1e-9)) found.push("nodes are not in time's order");
  return found;
}

export function labelFaults(career: Career, { title, emphasis }: ArcRequest, placement: CareerArcPlacement): string[] {
  const { labels, frame, yTicks, nodes, unnamed } = placement;
  const found: string[] = [];
  const boxes: Named[] = labels.map(({ id, box }) => ({ name: `label ${id}`, box }));
  for (const [a, b] of pairs(boxes)) if (overlap(a.box, b.box)) found.push(`${a.name} over ${b.name}`);
  for (const lower of labels) for (const upper of labels) {
    if (lower.figure === null && lower.box.y0 > upper.box.y0 && overlap(lower.box, { ...upper.box, y1: upper.box.y1 + 8 })) found.push(`label ${lower.id} as the next line of ${upper.id}`);
  }
  const ticks = frame.form === "narrow" ? [] : yTicks.map(({ y, label }): Named => ({ name: `tick ${label}`, box: textBox(label, frame.plot.x0 - 8, y + 4.5, "end", TICK_SIZE, 400, frame.widthFactor) }));
  for (const { name, box } of ticks) if (overlap(box, { x0: 0, y0: 0, x1: title.width, y1: title.height })) found.push(`${name} over the title`);
  const taken: Named[] = [{ name: "title", box: { x0: 0, y0: 0, x1: title.width, y1: title.height } }, ...ticks];
  for (const { name, box } of boxes) {
    if (!inside(box, { x0: 0, y0: 0, x1: frame.width, y1: frame.plot.y1 })) found.push(`${name} leaves the drawing`);
    for (const other of taken) if (overlap(box, other.box)) found.push(`${name} over ${other.name}`);
  }
  for (const { id, box, figure, caption } of labels) {
    const [a, b] = [figure, caption].map((run) => (run === null ? 0 : textWidth(run.text, run.size, run.weight, run.tracking) * frame.widthFactor)) as [number, number];
    const words = figure && caption && figure.y === caption.y ? a + b : Math.max(a, b);
    if (words > box.x1 - box.x0 + TOUCH) found.push(`the words of ${id} run out of their label`);
  }
  for (const node of nodes) {
    const reach = node.emphasis === "dimmed" ? node.r : nodeReach(node);
    const box = { x0: node.x - reach, y0: node.y - reach, x1: node.x + reach, y1: node.y + reach };
    for (const label of labels) if (label.id !== node.id && overlap(label.box, box)) found.push(`label ${label.id} over node ${node.id}`);
  }
  const own = new Map(nodes.map((node) => [node.id, node]));
  const markOf = (node: CareerArcPlacement["nodes"][number]): Box => ({ x0: node.x - nodeReach(node), y0: node.y - nodeReach(node), x1: node.x + nodeReach(node), y1: node.y + nodeReach(node) });
  const others: Named[] = [
    ...nodes.filter((node) => node.emphasis !== "dimmed").map((node) => ({ name: node.id, box: markOf(node) })),
    ...placement.clusters.map(({ key, x, y, width, height }) => ({ name: `cluster ${key}`, box: { x0: x - width / 2, y0: y - height / 2, x1: x + width / 2, y1: y + height / 2 } })),
  ];
  for (const label of labels) {
    const node = own.get(label.id);
    if (!node) found.push(`label ${label.id} has no node`);
    else for (const other of others) if (other.name !== label.id && isAstray(label, frame.widthFactor, markOf(node), other.box, node.r)) found.push(`label ${label.id} is nearer to ${other.name}`);
    // The line that says now.
    if (placement.nowX !== null && overlap(label.box, { x0: placement.nowX - 1, y0: frame.plot.y0 - NOW_ABOVE, x1: placement.nowX + 1, y1: frame.plot.y1 })) found.push(`label ${label.id} over the line of now`);
  }
  const wanted = career.achievements.filter(({ id }) => id === emphasis.selected || emphasis.matches === null || emphasis.matches.has(id)).map(({ id }) => id);
  const said = [...labels.map(({ id }) => id), ...unnamed];
  if (said.length !== wanted.length || !wanted.every((id) => said.includes(id))) found.push("named and unnamed are not all");
  return found;
}

const END_SIZE = 13.5;
const END_LINE = 15;

function endFaults({ ends, frame, total, top }: CareerArcPlacement): string[] {
  const found: string[] = [];
  const boxes = ends.map((end): Named => {
    const rows = Math.max(end.lines.length, end.noteLine + 1);
    const widthOf = (text: string, weight: number): Px => textWidth(text, END_SIZE, weight) * frame.widthFactor;
    const widths = end.lines.map((line, i) => widthOf(line, 600) + (i === end.noteLine ? 7 + widthOf(end.note, 420) : 0));
    const note = end.noteLine === end.lines.length ? widthOf(end.note, 420) : 0;
    const y0 = end.y + 4.6 - END_SIZE * ABOVE;
    return { name: `end ${end.domainId}`, box: { x0: end.x, y0, x1: end.x + 16 + Math.max(note, ...widths), y1: end.y + 4.6 + (rows - 1) * END_LINE + END_SIZE * BELOW } };
  });
  const lastX = top[top.length - 1]?.[0] ?? 0;
  for (const { name, box } of boxes) {
    if (!inside(box, { x0: lastX, y0: 0, x1: frame.width, y1: frame.rolesTop })) found.push(`${name} leaves its room: ${JSON.stringify(box)}`);
    if (total && overlap(box, textBox(total.text, total.x, total.y, "start", 15, 650))) found.push(`${name} over the total`);
  }
  for (const [a, b] of pairs(boxes)) if (overlap(a.box, b.box)) found.push(`${a.name} over ${b.name}`);
  return found;
}

function axisFaults({ xTicks, frame, yTicks, total }: CareerArcPlacement): string[] {
  const found: string[] = [];
  const labels = xTicks.flatMap(({ x, label }): Named[] => (label === null ? [] : [{ name: `tick ${label}`, box: textBox(label, x, frame.axisBaseline, "middle", TICK_SIZE, 400, frame.widthFactor) }]));
  for (const { name, box } of labels) if (!inside(box, { x0: 0, y0: 0, x1: frame.width, y1: frame.height })) found.push(`${name} leaves the drawing`);
  for (const [a, b] of pairs(labels)) if (overlap(a.box, b.box)) found.push(`${a.name} over ${b.name}`);
  for (const { x } of xTicks) if (x < frame.plot.x0 - 0.5 || x > frame.plot.x1 + 0.5) found.push("a time tick outside the plot");
  for (const { y, label } of yTicks) {
    if (y < frame.plot.y0 - TOUCH || y > frame.plot.y1 + TOUCH) found.push(`tick ${label} outside the plot`);
    if (total && Number(label.replaceAll(",", "")) >= Number(total.text.replaceAll(",", ""))) found.push(`tick ${label} of ${total.text}`);
  }
  return found;
}

function roleFaults(career: Career, { roles, frame, xTicks }: CareerArcPlacement): string[] {
  const found: string[] = [];
  const texts = roles.bars.flatMap(({ roleId, texts: own }) => own.map((text) => ({ roleId, name: `"${text.text}" of ${roleId}`, box: roleTextBox(text, frame.widthFactor) })));
  const ticks = xTicks.flatMap(({ x, label }): Named[] => (label === null ? [] : [{ name: `tick ${label}`, box: textBox(label, x, frame.axisBaseline, "middle", TICK_SIZE, 400, frame.widthFactor) }]));
  const runs = runsOf(career.roles).map((run) => run.flatMap((index) => career.roles[index]?.id ?? []));
  // Bars of one run may say its name together: then the others of them say nothing else.
  const isOneName = (roleId: string, bar: RoleBar): boolean => bar.texts.length === 0 && runs.some((run) => run.includes(roleId) && run.includes(bar.roleId));
  for (const { name, roleId, box } of texts) {
    if (!inside(box, { x0: 0, y0: frame.rolesTop, x1: frame.width, y1: frame.height })) found.push(`${name} leaves the drawing`);
    for (const bar of roles.bars) if (bar.roleId !== roleId && !isOneName(roleId, bar) && overlap(box, bar.box)) found.push(`${name} over the bar of ${bar.roleId}`);
    for (const tick of ticks) if (overlap(box, tick.box)) found.push(`${name} over ${tick.name}`);
  }
  for (const [a, b] of pairs(texts)) if (overlap(a.box, b.box)) found.push(`${a.name} over ${b.name}`);
  for (const { roleId, box } of roles.bars) {
    // A bar is drawn 2 px wide at least, be its role however short.
    if (!inside(box, { x0: frame.plot.x0, y0: frame.rolesTop, x1: frame.plot.x1 + 2, y1: frame.height })) found.push(`the bar of ${roleId} leaves the drawing`);
  }
  for (const [a, b] of pairs(roles.bars)) if (overlap(a.box, { ...b.box, x0: b.box.x0 + 2, x1: b.box.x1 - 2 }) && b.box.x1 - b.box.x0 > 4) found.push(`the bars of ${a.roleId} and ${b.roleId} overlap`);
  for (const { roleId, tick } of roles.bars) {
    if (tick === null) continue;
    const line = { x0: tick.x - 0.5, y0: tick.y0, x1: tick.x + 0.5, y1: tick.y1 };
    for (const text of texts) if (text.roleId !== roleId && overlap(line, text.box)) found.push(`the line of ${roleId} through ${text.name}`);
    for (const bar of roles.bars) if (bar.roleId !== roleId && overlap(line, bar.box)) found.push(`the line of ${roleId} through the bar of ${bar.roleId}`);
  }
  for (const { roleId, box, tick, texts: [own] } of roles.bars) {
    if (tick === null || !own) continue;
    const name = roleTextBox(own, frame.widthFactor);
    if (tick.x < name.x0 || tick.x > name.x1) found.push(`the line of ${roleId} misses its name`);
    for (const bar of roles.bars) if (bar.box.y0 > box.y0 && name.x0 < bar.box.x1 && bar.box.x0 < name.x1) found.push(`the name of ${roleId} stands at the bar of ${bar.roleId}`);
  }
  for (const bar of roles.bars) {
    const { box, roleId } = bar;
    // A name keeps 10 px from both ends of what it is written across, and more from the last one of these bars.
    const air = roles.unnamed.includes(roleId) ? 0 : 20;
    const isNamed = bar.texts.length > 0 || texts.some((text) => isOneName(text.roleId, bar) && overlap(text.box, { ...box, x0: box.x0 - air, x1: box.x1 + air }));
    if (isNamed === roles.unnamed.includes(roleId)) found.push(`${roleId} is named and unnamed, or neither`);
  }
  return found;
}

function laneFaults({ known, window, nowX, flags, frame }: CareerArcPlacement): string[] {
  const { x0, x1 } = frame.plot;
  const within = (x: Px): boolean => x >= x0 - 0.5 && x <= x1 + 0.5;
  return [
    ...known.flatMap((side) => (within(side.x0) && within(side.x1) && side.x0 <= side.x1 ? [] : [`the bracket of ${side.id} is outside`])),
    ...(window === null || (within(window.x0) && within(window.x1) && window.dots.x0 <= window.dots.x1 + 1e-6 && window.dots.x0 >= window.x0 && window.dots.x1 <= window.x1) ? [] : ["the window is outside"]),
    ...(nowX === null || within(nowX) ? [] : ["now is outside"]),
    ...flags.flatMap((flag) => (within(flag.x) ? [] : [`the flag of ${flag.id} is outside`])),
  ];
}
