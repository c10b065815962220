import type { Px } from "../lib/units.js";
import type { ArcLook } from "./brush.js";

/** The overview's window is told apart by its grips, in from either end. */
export const GRIP = { inset: 4.5, from: 13, to: 27, width: 2 } as const;
export const FRAME = { inset: 0.75, width: 1.5 } as const;
/** What lies outside of the window shows through this much of the ground. */
export const BEYOND = 0.6;

/** The overview's window as a picture, for while it moves: what `Overview` draws when it rests. */
export function paintWindow(context: CanvasRenderingContext2D, { bg, ink }: Pick<ArcLook, "bg" | "ink">, { x0, x1, width, height }: { readonly x0: Px; readonly x1: Px; readonly width: Px; readonly height: Px }): void {
  context.globalAlpha = BEYOND;
  context.fillStyle = bg;
  context.fillRect(0, 0, x0, height);
  context.fillRect(x1, 0, width - x1, height);
  context.globalAlpha = 1;
  context.strokeStyle = ink;
  context.lineWidth = FRAME.width;
  context.strokeRect(x0 + FRAME.inset, FRAME.inset, Math.max(1, x1 - x0 - 2 * FRAME.inset), height - 2 * FRAME.inset);
  context.fillStyle = ink;
  for (const x of [x0 + GRIP.inset, x1 - GRIP.inset]) context.fillRect(x - GRIP.width / 2, GRIP.from, GRIP.width, GRIP.to - GRIP.from);
}
