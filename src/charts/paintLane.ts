import type { CareerArcPlacement } from "../layout/careerArc.js";
import type { PlacedWindow } from "../layout/arcWindow.js";
import type { Px } from "../lib/units.js";
import { colour, line, outlineOf, stroke, type Brush } from "./brush.js";
import { FLAG, SIGN_AFTER, SIGN_R, STEM_UNDER } from "./WindowLane.js";
import { AFTER_CAP, AFTER_LOW_CAP, BEFORE_CAP } from "./WindowMarks.js";

/** The lane between the arc and the roles on its way: what `WindowLane` draws when it rests, in the sizes that its style sheets give. */
export function paintLane(brush: Brush, { known, flags, window, markWindows = [], frame }: Pick<CareerArcPlacement, "known" | "flags" | "window" | "markWindows" | "frame">): void {
  const { context, look } = brush;
  const { y0, y1 } = frame.windowLane;
  const y = (y0 + y1) / 2;
  const styleOf = (slot: number, dimmed: boolean): string => (dimmed ? look.dim : colour(look.c, slot));
  if (window) paintSelected(brush, window, y);
  else for (const { slot, dimmed, x0, x1, y: at, bar, cap0, cap1 } of markWindows) {
    const style = styleOf(slot, dimmed);
    if (bar) stroke(brush, style, 3, () => line(context, x0, at, x1, at));
    else {
      dots(brush, style, { size: 2, apart: 5, x0: x0 + AFTER_LOW_CAP, x1: x1 - BEFORE_CAP, y: at });
      stroke(brush, style, 1.5, () => {
        if (cap0) line(context, x0, at - 2, x0, at + 2);
        if (cap1) line(context, x1, at - 2, x1, at + 2);
      });
    }
  }
  for (const { x0, x1, slot, shape, dimmed, selected } of known) {
    if (window && !selected) continue;
    const style = styleOf(slot, dimmed);
    stroke(brush, style, 2, () => {
      for (const x of [x0, x1]) line(context, x, y - 4.5, x, y + 4.5);
      line(context, x0, y, x1, y);
    });
    if (!window && frame.form !== "narrow") outlined(brush, outlineOf(shape, SIGN_R), x1 + SIGN_AFTER, y, look.bg, style);
  }
  for (const { x, slot, dimmed, selected } of flags) {
    const style = styleOf(slot, dimmed);
    if (!window || selected) outlined(brush, new Path2D(`M0,0${FLAG}`), x, y1, style, style);
  }
}

function paintSelected(brush: Brush, { slot, node, x0, x1, bar, dots: { x0: from, x1: to } }: PlacedWindow, y: Px): void {
  const { context, look } = brush;
  const style = colour(look.c, slot);
  context.setLineDash([2, 3]);
  stroke(brush, look.ink, 1.5, () => line(context, node.x, node.y + node.r + STEM_UNDER, node.x, y));
  context.setLineDash([]);
  if (bar) return stroke(brush, style, 4, () => line(context, bar.x0, y, bar.x1, y));
  stroke(brush, style, 2, () => {
    for (const x of [x0, x1]) line(context, x, y - 6, x, y + 6);
  });
  dots(brush, style, { size: 4, apart: 8, x0: from + AFTER_CAP, x1: to - BEFORE_CAP, y });
}

function dots(brush: Brush, style: string, { size, apart, x0, x1, y }: { readonly size: Px; readonly apart: Px; readonly x0: Px; readonly x1: Px; readonly y: Px }): void {
  if (x0 >= x1) return;
  const { context } = brush;
  context.lineCap = "round";
  context.setLineDash([0, apart]);
  stroke(brush, style, size, () => line(context, x0, y, x1, y));
  context.setLineDash([]);
  context.lineCap = "butt";
}

function outlined({ context }: Brush, outline: Path2D, x: Px, y: Px, fill: string, style: string): void {
  context.translate(x, y);
  context.fillStyle = fill;
  context.fill(outline);
  context.strokeStyle = style;
  context.lineWidth = 1.5;
  context.stroke(outline);
  context.translate(-x, -y);
}
