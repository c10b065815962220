import type { PlacedNode } from "../layout/arcNodes.js";
import { FIELD_SLOTS, shapePath } from "../layout/nodeShape.js";
import type { Px } from "../lib/units.js";

/** Colours as the browser resolves them, and the font. `c` and `f` are by slot, the last one neutral, as in theme.css. */
export interface ArcLook {
  readonly bg: string;
  readonly ink: string;
  readonly soft: string;
  readonly mute: string;
  readonly rule: string;
  readonly ground: string;
  readonly hatch: string;
  readonly dim: string;
  readonly dimFill: string;
  readonly dimEdge: string;
  readonly c: readonly string[];
  readonly f: readonly string[];
  readonly font: string;
}

/** What a canvas is painted with. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly look: ArcLook;
  /** As set last: to set it is to have it parsed. */
  font: string;
}

export const colour = (of: readonly string[], slot: number): string => of[slot < 0 || slot >= FIELD_SLOTS ? FIELD_SLOTS : slot] ?? "";

/** Outlines by shape and radius: a handful, however many marks. */
const outlines = new Map<string, Path2D>();
export function outlineOf(shape: PlacedNode["shape"], r: Px): Path2D {
  const key = `${shape} ${r}`;
  const known = outlines.get(key) ?? new Path2D(shapePath(shape, r));
  outlines.set(key, known);
  return known;
}

export function stroke({ context }: Brush, style: string, width: Px, draw: () => void): void {
  context.strokeStyle = style;
  context.lineWidth = width;
  context.beginPath();
  draw();
  context.stroke();
}

export function line(context: Pick<Path2D, "moveTo" | "lineTo">, x0: Px, y0: Px, x1: Px, y1: Px): void {
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
}

export function write(brush: Brush, text: string, x: Px, y: Px, style: string, size: Px, weight: number, align: CanvasTextAlign = "start"): void {
  const { context, look } = brush;
  const font = `${weight} ${size}px ${look.font}`;
  if (font !== brush.font) context.font = brush.font = font;
  context.fillStyle = style;
  context.textAlign = align;
  context.fillText(text, x, y);
}
