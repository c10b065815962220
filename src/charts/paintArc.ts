import type { CareerArcPlacement } from "../layout/careerArc.js";
import { OPEN_END } from "../layout/roleBars.js";
import { ROLE_SIZES } from "../layout/roleWords.js";
import type { Px } from "../lib/units.js";
import { inOrder } from "./ArcNodes.js";
import { colour, outlineOf, stroke, write, type ArcLook, type Brush } from "./brush.js";
import { followTop, paintBands } from "./paintBands.js";
import { paintCluster, paintNode } from "./paintMarks.js";

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
 * `CareerArc` draws, which takes over as soon as it rests; its words for those who do not see it stay where they are.
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
  paintRoles(brush, placement);
  paintLane(brush, placement);
  if (placement.bands.length > 0) paintLine(brush, placement, filtered);
  paintEnds(brush, placement, filtered);
  for (const mark of inOrder(placement.nodes, placement.clusters)) {
    if ("count" in mark) paintCluster(brush, mark, `cluster ${mark.key}` === focused);
    else paintNode(brush, mark, mark.emphasis === "selected" || mark.id === focused);
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

function line(context: CanvasRenderingContext2D, x0: Px, y0: Px, x1: Px, y1: Px): void {
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
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
      context.fillRect(x0, y0, x1 - x0 + (ongoing ? OPEN_END / 2 : 0), y1 - y0);
      context.fillStyle = look.ink;
      context.fillRect(x0, y0, x1 - x0, 3);
    }
    const middle = (y0 + y1) / 2;
    if (ongoing) stroke(brush, look.ink, 2, () => [[3, -5], [8, 0], [3, 5]].forEach(([dx = 0, dy = 0]) => context.lineTo(x1 + dx, middle + dy)));
    if (tick) stroke(brush, look.mute, 1, () => line(context, tick.x, tick.y0, tick.x, tick.y1));
    context.globalAlpha = 1;
  }
  // Tone by tone, as a font is set far more slowly than a word is written.
  for (const tone of TONES) for (const { texts, faded } of roles.bars) for (const word of texts) {
    if (word.tone !== tone) continue;
    const style = faded || tone === "note" ? look.mute : tone === "title" ? look.soft : look.ink;
    write(brush, word.text, word.x, word.y, style, ROLE_SIZES[tone].size, ROLE_SIZES[tone].weight, word.anchor === "middle" ? "center" : word.anchor);
  }
  for (const { x, label } of xTicks) if (label !== null) write(brush, label, x, frame.axisBaseline, look.mute, 13, 400, "center");
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

function paintLane(brush: Brush, { known, flags, window, frame }: CareerArcPlacement): void {
  const { context, look } = brush;
  const y = (frame.windowLane.y0 + frame.windowLane.y1) / 2;
  for (const { x0, x1, slot, dimmed, selected } of known) {
    if (window && !selected) continue;
    stroke(brush, dimmed ? look.dim : colour(look.c, slot), 2, () => {
      for (const x of [x0, x1]) line(context, x, y - 4.5, x, y + 4.5);
      line(context, x0, y, x1, y);
    });
  }
  for (const { x, slot, dimmed, selected } of flags) {
    if (window && !selected) continue;
    context.fillStyle = dimmed ? look.dim : colour(look.c, slot);
    context.fillRect(x, frame.windowLane.y1 - 13, 9, 7);
    context.fillRect(x - 0.75, frame.windowLane.y1 - 13, 1.5, 13);
  }
  if (!window) return;
  const style = colour(look.c, window.slot);
  if (window.bar) {
    const { x0, x1 } = window.bar;
    stroke(brush, style, 4, () => line(context, x0, y, x1, y));
    return;
  }
  stroke(brush, style, 2, () => {
    for (const x of [window.x0, window.x1]) line(context, x, y - 6, x, y + 6);
  });
  context.fillStyle = style;
  for (let x = window.dots.x0 + 6; x <= window.dots.x1 - 4; x += 8) {
    context.beginPath();
    context.arc(x, y, 2, 0, 7);
    context.fill();
  }
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
  stroke(brush, look.ink, 1.5, () => line(context, nowX, plot.y0 - 16, nowX, rolesTop));
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
