import { NOW_ABOVE, type CareerArcPlacement } from "../layout/careerArc.js";
import { OPEN_END } from "../layout/roleBars.js";
import { ROLE_SIZES } from "../layout/roleWords.js";
import type { Px } from "../lib/units.js";
import { inOrder } from "./ArcNodes.js";
import { colour, line, outlineOf, stroke, write, type ArcLook, type Brush } from "./brush.js";
import { followTop, paintBands } from "./paintBands.js";
import { paintLane } from "./paintLane.js";
import { paintCluster, paintNode } from "./paintMarks.js";
import { FADE_IN } from "./RoleBarsLayer.js";

export interface PaintArc {
  readonly placement: CareerArcPlacement;
  readonly look: ArcLook;
  readonly filtered: boolean;
  /** `data-item` of the mark that shows the focus. */
  readonly focused: string | null;
}

/**
 * The career arc as a picture without words beside its marks, for while the viewport moves: then what counts is that
 * every step is there with the next frame, and no words that slide could be read. The same layers in the same order as
 * `CareerArc` draws, which takes over as soon as it rests; its words for those who do not see it stay where they are. Left
 * out, beside the words at marks with their leaders: what the mouse points at. Lines are as smooth as `paintBands` says.
 *
 * @param context in px of the drawing, cleared
 */
export function paintArc(context: CanvasRenderingContext2D, { placement, look, filtered, focused }: PaintArc): void {
  const brush: Brush = { context, look, font: "" };
  // The cheapest: at these angles no eye tells it from a round one.
  context.lineJoin = "bevel";
  paintGrid(brush, placement);
  paintBands(brush, placement);
  paintHairs(brush, placement);
  paintOutside(brush, placement);
  paintRoles(brush, placement);
  paintLane(brush, placement);
  if (placement.bands.length > 0) paintLine(brush, placement, filtered);
  paintEnds(brush, placement, filtered);
  for (const mark of inOrder(placement.nodes, placement.clusters)) {
    if ("count" in mark) paintCluster(brush, mark, `cluster ${mark.key}` === focused);
    else paintNode(brush, mark);
  }
  for (const node of placement.nodes) {
    const [selected, inFocus] = [node.emphasis === "selected", node.id === focused];
    if (selected || inFocus || (filtered && node.emphasis === "matched")) paintNode(brush, node, selected && inFocus ? 3 : selected || inFocus ? 2 : 0);
  }
}

function paintGrid(brush: Brush, { frame, yTicks }: CareerArcPlacement): void {
  if (frame.form === "narrow") return;
  const { context, look } = brush;
  for (const { y, label } of yTicks) {
    context.globalAlpha = 0.6;
    stroke(brush, look.rule, 1, () => line(context, frame.plot.x0, y, frame.plot.x1, y));
    context.globalAlpha = 1;
    write(brush, label, frame.plot.x0 - 8, y + 4.5, look.mute, 13, 400, "end");
  }
}

/** Only inside the bands. */
function paintHairs(brush: Brush, { frame: { plot }, xTicks, topAt, scale }: CareerArcPlacement): void {
  const { context, look } = brush;
  context.globalAlpha = 0.75;
  stroke(brush, look.bg, 1, () => {
    for (const { x } of xTicks) line(context, x, topAt(scale.toTime(x)), x, plot.y1);
  });
  context.globalAlpha = 1;
}

/** With a selection, what lies outside its window fades, and lines bound it. */
function paintOutside(brush: Brush, { window, top, frame: { plot } }: CareerArcPlacement): void {
  if (!window) return;
  const { context, look } = brush;
  const { x0, x1, top0, top1 } = window;
  context.globalAlpha = 0.66;
  context.fillStyle = look.bg;
  context.beginPath();
  for (const [side, x, y] of [[top.filter((point) => point[0] < x0), x0, top0], [top.filter((point) => point[0] > x1).reverse(), x1, top1]] as const) {
    context.moveTo(side[0]?.[0] ?? x, plot.y1);
    for (const point of side) context.lineTo(...point);
    context.lineTo(x, y);
    context.lineTo(x, plot.y1);
  }
  context.fill();
  context.globalAlpha = 1;
  stroke(brush, colour(look.c, window.slot), 1.5, () => {
    line(context, x0, top0, x0, plot.y1);
    line(context, x1, top1, x1, plot.y1);
  });
}

const TONES = ["name", "tight", "title", "note"] as const;

function paintRoles(brush: Brush, { roles, frame, xTicks }: CareerArcPlacement): void {
  const { context, look } = brush;
  for (const { box, isBreak, ongoing, runsOn: [before, after], tick, faded } of roles.bars) {
    const { y0, y1 } = box;
    const [x0, x1] = [box.x0 - before, box.x1 + after];
    context.globalAlpha = faded ? 0.5 : 1;
    if (isBreak) paintHatch(brush, { x0, y0, x1, y1 });
    else {
      context.fillStyle = look.ground;
      context.fillRect(x0, y0, x1 - x0 + (ongoing ? OPEN_END : 0), y1 - y0);
      context.fillStyle = look.ink;
      context.fillRect(x0, y0, x1 - x0, 3);
    }
    if (tick) stroke(brush, look.mute, 1, () => line(context, tick.x, tick.y0, tick.x, tick.y1));
    context.globalAlpha = 1;
    if (before) fade(brush, box.x0 + FADE_IN, x0, box);
    if (after) fade(brush, box.x1 - FADE_IN, x1, box);
    if (!ongoing) continue;
    fade(brush, x1, x1 + OPEN_END, box);
    const middle = (y0 + y1) / 2;
    stroke(brush, look.ink, 2, () => [[3, -5], [8, 0], [3, 5]].forEach(([dx = 0, dy = 0]) => context.lineTo(x1 + dx, middle + dy)));
  }
  // Tone by tone, as a font is set far more slowly than a word is written.
  for (const tone of TONES) for (const { texts, faded } of roles.bars) for (const word of texts) {
    if (word.tone !== tone) continue;
    const style = faded || tone === "note" ? look.mute : tone === "title" ? look.soft : look.ink;
    write(brush, word.text, word.x, word.y, style, ROLE_SIZES[tone].size, ROLE_SIZES[tone].weight, word.anchor === "middle" ? "center" : word.anchor);
  }
  for (const { x, label } of xTicks) if (label !== null) write(brush, label, x, frame.axisBaseline, look.mute, 13, 400, "center");
}

/** Takes away what is painted, little by little: under it is the page's own ground. */
function fade({ context }: Brush, from: Px, to: Px, { y0, y1 }: { readonly y0: Px; readonly y1: Px }): void {
  const away = context.createLinearGradient(from, 0, to, 0);
  away.addColorStop(0, "#0000");
  away.addColorStop(1, "#000");
  context.globalCompositeOperation = "destination-out";
  context.fillStyle = away;
  context.fillRect(from, y0, to - from, y1 - y0);
  context.globalCompositeOperation = "source-over";
}

/** Lines at 45°, 7 px apart, as the pattern has them. */
function paintHatch(brush: Brush, { x0, y0, x1, y1 }: { readonly x0: Px; readonly y0: Px; readonly x1: Px; readonly y1: Px }): void {
  const { context, look } = brush;
  const height = y1 - y0;
  context.save();
  context.beginPath();
  context.rect(x0, y0, x1 - x0, height);
  context.clip();
  stroke(brush, look.hatch, 1.2, () => {
    for (let x = x0; x < x1 + height; x += 7 * Math.SQRT2) line(context, x, y0, x - height, y1);
  });
  context.restore();
}

function paintLine(brush: Brush, { frame: { plot, rolesTop }, top, nowX }: CareerArcPlacement, filtered: boolean): void {
  const { context, look } = brush;
  stroke(brush, look.ink, 1.5, () => line(context, plot.x0, plot.y1, plot.x1, plot.y1));
  const edge = new Path2D();
  followTop(edge, top);
  for (const [style, width] of [[look.bg, 5], [filtered ? look.mute : look.ink, 2.5]] as const) {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.stroke(edge);
  }
  if (nowX === null) return;
  context.setLineDash([2, 4]);
  stroke(brush, look.ink, 1.5, () => line(context, nowX, plot.y0 - NOW_ABOVE, nowX, rolesTop));
  context.setLineDash([]);
}

function paintEnds(brush: Brush, { ends, total }: CareerArcPlacement, filtered: boolean): void {
  const { context, look } = brush;
  if (total) write(brush, total.text, total.x, total.y, filtered ? look.mute : look.ink, 15, 660);
  for (const { x, y, anchorY, slot, shape, lines, note, noteLine, matched } of ends) {
    const style = matched ? colour(look.c, slot) : look.mute;
    if (Math.abs(y - anchorY) > 2) stroke(brush, look.mute, 1, () => line(context, x - 10, anchorY, x - 2, y));
    context.fillStyle = style;
    context.translate(x + 5, y);
    context.fill(outlineOf(shape, 5.2));
    context.translate(-x - 5, -y);
    lines.forEach((text, i) => write(brush, text, x + 16, y + 4.6 + 15 * i, style, 13.5, 600));
    // Of a part of the career nothing is said.
    if (note === "") continue;
    const behind = noteLine === lines.length ? 0 : context.measureText(lines[lines.length - 1] ?? "").width + 7;
    write(brush, note, x + 16 + behind, y + 4.6 + 15 * noteLine, look.mute, 13.5, 420);
  }
}
