import type { Paint, PathMark, Picture, Run, Stroke, TextMark } from "./picture.js";

/** "#rrggbb" and how opaque, as canvases have it. */
const cssColour = ({ colour, opacity }: Paint): string => colour + Math.round(opacity * 255).toString(16).padStart(2, "0");

/**
 * Paints a picture on a canvas, which gets its size from it. The fonts have arrived.
 *
 * @param scale px of the canvas for one of the picture
 * @param ground what it stands on; null for nothing
 */
export function paintPicture(canvas: HTMLCanvasElement, picture: Picture, scale: number, ground: string | null): void {
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext("2d");
  if (!context) return;
  context.scale(scale, scale);
  if (ground !== null) {
    context.fillStyle = ground;
    context.fillRect(0, 0, picture.width, picture.height);
  }
  // Each run keeps to its own direction; the drawing is left to right, as on the page.
  context.direction = "ltr";
  context.textAlign = "left";
  for (const mark of picture.marks) {
    context.save();
    if (mark.kind === "path") paintPath(context, mark);
    else paintText(context, mark, picture.fontFamily);
    context.restore();
  }
}

function paintPath(context: CanvasRenderingContext2D, { d, x, y, fill, stroke, clip }: PathMark): void {
  context.translate(x, y);
  if (clip !== null) context.clip(new Path2D(clip));
  const path = new Path2D(d);
  if (fill !== null) paintFill(context, path, fill, x);
  if (stroke === null) return;
  takeStroke(context, stroke);
  context.stroke(path);
}

function paintFill(context: CanvasRenderingContext2D, path: Path2D, fill: NonNullable<PathMark["fill"]>, moved: number): void {
  if ("hatch" in fill) {
    paintHatch(context, path, fill);
    return;
  }
  if ("fade" in fill) {
    const gradient = context.createLinearGradient(fill.x0 - moved, 0, fill.x1 - moved, 0);
    gradient.addColorStop(0, cssColour(fill.fade));
    gradient.addColorStop(1, cssColour({ ...fill.fade, opacity: 0 }));
    context.fillStyle = gradient;
  } else context.fillStyle = cssColour(fill);
  context.fill(path);
}

/** As long as any picture is wide; in the turned plane the lines run past it on either side. */
const FAR = 4000;

/** Lines at 45°, one each `pitch`, inside the path; a pattern of pixels would be blurred at other scales. */
function paintHatch(context: CanvasRenderingContext2D, path: Path2D, { hatch, width, pitch }: Extract<PathMark["fill"], { readonly pitch: number }>): void {
  context.save();
  context.clip(path);
  context.rotate(Math.PI / 4);
  context.beginPath();
  // A pattern's tile shows only the half of its line that lies in it.
  for (let x = -FAR; x <= FAR; x += pitch) context.rect(x, -FAR, width / 2, 2 * FAR);
  context.fillStyle = cssColour(hatch);
  context.fill();
  context.restore();
}

function takeStroke(context: CanvasRenderingContext2D, stroke: Stroke): void {
  context.strokeStyle = cssColour(stroke);
  context.lineWidth = stroke.width;
  context.lineCap = stroke.cap;
  context.lineJoin = stroke.join;
  context.setLineDash([...stroke.dash]);
}

function paintText(context: CanvasRenderingContext2D, { x, y, anchor, runs, halo }: TextMark, family: string): void {
  const widths = runs.map((run) => {
    takeFont(context, run, family);
    return context.measureText(run.text).width;
  });
  const whole = runs.reduce((sum, { gap }, i) => sum + gap + (widths[i] ?? 0), 0);
  let left = x - (anchor === "end" ? whole : anchor === "middle" ? whole / 2 : 0);
  runs.forEach((run, i) => {
    takeFont(context, run, family);
    left += run.gap;
    if (halo !== null) {
      takeStroke(context, halo);
      context.strokeText(run.text, left, y);
    }
    context.fillStyle = cssColour(run.fill);
    context.fillText(run.text, left, y);
    left += widths[i] ?? 0;
  });
}

function takeFont(context: CanvasRenderingContext2D, { size, weight, tracking }: Run, family: string): void {
  context.font = `${weight} ${size}px ${family}`;
  context.letterSpacing = `${tracking}px`;
}
