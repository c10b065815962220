import type { Px, Ratio } from "../../lib/units.js";
import { toColour } from "./colour.js";
import type { Mark, Paint, PathMark, Run, Stroke, TextMark } from "./picture.js";

/** What a group hands down to what is in it. */
interface Place {
  readonly x: Px;
  readonly y: Px;
  readonly opacity: Ratio;
  readonly clip: string | null;
}

/** Definitions are read where they are referred to. */
const DEFINITIONS: ReadonlySet<string> = new Set(["clipPath", "pattern", "linearGradient", "defs", "title", "desc"]);

/**
 * Reads a drawing that stands in the page, with all its looks as the page's style sheets have them: so the picture is what is
 * seen, in its theme, and needs no second drawing.
 *
 * @param svg has as many px on the page as its viewBox says; may be out of sight, not `display: none`
 * @param x, y where its upper left comes to lie
 */
export function readMarks(svg: SVGSVGElement, x: Px, y: Px): readonly Mark[] {
  return readChildren(svg, { x, y, opacity: 1, clip: null });
}

const readChildren = (parent: Element, place: Place): readonly Mark[] => [...parent.children].flatMap((child) => readElement(child, place));

function readElement(element: Element, outer: Place): readonly Mark[] {
  const name = element.localName;
  if (DEFINITIONS.has(name)) return [];
  const style = getComputedStyle(element);
  if (style.display === "none") return [];
  const [x, y] = readTranslation(element.getAttribute("transform"));
  const place: Place = {
    x: outer.x + x,
    y: outer.y + y,
    opacity: outer.opacity * Number(style.opacity || "1"),
    clip: referred(element, element.getAttribute("clip-path"))?.querySelector("path")?.getAttribute("d") ?? outer.clip,
  };
  if (name === "g" || name === "a") return readChildren(element, place);
  if (style.visibility === "hidden") return [];
  if (name === "text") return readText(element, style, place);
  const d = outlineOf(element);
  return d === null || d === "" ? [] : readPath(element, d, style, place);
}

/** @throws where a drawing is moved in a way that no drawing of ours is */
function readTranslation(transform: string | null): readonly [Px, Px] {
  if (transform === null) return [0, 0];
  const [, x, y] = /^translate\((-?[\d.]+)[ ,]+(-?[\d.]+)\)$/.exec(transform) ?? [];
  if (x === undefined || y === undefined) throw new Error(`cannot export a mark with transform ${transform}: only translate is read`);
  return [Number(x), Number(y)];
}

const numberOf = (element: Element, name: string): number => Number(element.getAttribute(name) ?? "0");

/** The way round an element; null where it has none. */
export function outlineOf(element: Element): string | null {
  switch (element.localName) {
    case "path":
      return element.getAttribute("d");
    case "rect": {
      const [x, y, width, height, r] = ["x", "y", "width", "height", "rx"].map((name) => numberOf(element, name)) as [Px, Px, Px, Px, Px];
      if (r === 0) return `M${x},${y}h${width}v${height}h${-width}Z`;
      const corner = (right: Px, down: Px): string => `a${r},${r} 0 0 1 ${right},${down}`;
      return `M${x + r},${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}h${2 * r - width}${corner(-r, -r)}v${2 * r - height}${corner(r, -r)}Z`;
    }
    case "circle": {
      const [cx, cy, r] = [numberOf(element, "cx"), numberOf(element, "cy"), numberOf(element, "r")];
      return `M${cx - r},${cy}a${r},${r} 0 1 1 ${2 * r},0a${r},${r} 0 1 1 ${-2 * r},0Z`;
    }
    default:
      throw new Error(`cannot export a ${element.localName}: it is none of path, rect, circle, text`);
  }
}

function readPath(element: Element, d: string, style: CSSStyleDeclaration, { x, y, opacity, clip }: Place): readonly PathMark[] {
  const mark: PathMark = { kind: "path", d, x, y, fill: readFill(element, style, { x, opacity }), stroke: readStroke(style, opacity), clip };
  return mark.fill === null && mark.stroke === null ? [] : [mark];
}

function readFill(element: Element, style: CSSStyleDeclaration, place: { readonly x: Px; readonly opacity: Ratio }): PathMark["fill"] {
  const source = referred(element, style.fill);
  if (source?.localName === "pattern") {
    const line = source.querySelector("path");
    const look = line && readStroke(getComputedStyle(line), place.opacity);
    return look ? { hatch: look, width: look.width, pitch: numberOf(source, "width") } : null;
  }
  if (source) {
    const from = source.querySelector("stop");
    const look = from && readPaint(getComputedStyle(from).stopColor, place.opacity);
    const x0 = numberOf(element, "x") + place.x;
    const x1 = x0 + numberOf(element, "width");
    // Ours run along the whole of what they fill, to the right or to the left.
    return look ? { fade: look, ...(numberOf(source, "x1") === 1 ? { x0: x1, x1: x0 } : { x0, x1 }) } : null;
  }
  return readPaint(style.fill, place.opacity * Number(style.fillOpacity || "1"));
}

/** What `url(#…)` stands for, in the same drawing. */
function referred(element: Element, value: string | null): Element | null {
  const [, id] = /^url\("?#(.+?)"?\)$/.exec(value ?? "") ?? [];
  return id === undefined ? null : (element.closest("svg")?.querySelector(`#${CSS.escape(id)}`) ?? null);
}

function readPaint(value: string, opacity: Ratio): Paint | null {
  const read = toColour(value);
  return read === null || read.opacity * opacity === 0 ? null : { colour: read.colour, opacity: read.opacity * opacity };
}

const CAPS = { butt: "butt", round: "round", square: "square" } as const;
const JOINS = { miter: "miter", round: "round", bevel: "bevel" } as const;
const pick = <T>(of: Readonly<Record<string, T>>, name: string, usual: T): T => of[name] ?? usual;

function readStroke(style: CSSStyleDeclaration, opacity: Ratio): Stroke | null {
  const paint = readPaint(style.stroke, opacity * Number(style.strokeOpacity || "1"));
  const width = Number.parseFloat(style.strokeWidth);
  if (paint === null || !(width > 0)) return null;
  const dash = style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[\s,]+/).map(Number.parseFloat).filter(Number.isFinite);
  return { ...paint, width, dash, cap: pick(CAPS, style.strokeLinecap, "butt"), join: pick(JOINS, style.strokeLinejoin, "miter") };
}

/** Its lines: a tspan with an x of its own begins a new one. */
function readText(text: Element, style: CSSStyleDeclaration, { x, y, opacity }: Place): readonly TextMark[] {
  const lines: { x: Px; y: Px; runs: Run[] }[] = [{ x: numberOf(text, "x"), y: numberOf(text, "y"), runs: [] }];
  for (const node of text.childNodes) {
    const words = node.textContent ?? "";
    const span = node instanceof Element ? node : null;
    let line = lines[lines.length - 1];
    if (span?.hasAttribute("x") === true && line) {
      const next = { x: numberOf(span, "x"), y: line.y + numberOf(span, "dy"), runs: [] };
      if (line.runs.length === 0) lines.pop();
      lines.push(next);
      line = next;
    }
    const run = readRun(words, span ? getComputedStyle(span) : style, span ? numberOf(span, "dx") : 0, opacity);
    if (run) line?.runs.push(run);
  }
  const anchor = style.textAnchor === "end" || style.textAnchor === "middle" ? style.textAnchor : "start";
  const halo = style.paintOrder.startsWith("stroke") ? readStroke(style, opacity) : null;
  return lines.filter(({ runs }) => runs.length > 0).map((line): TextMark => ({ kind: "text", x: x + line.x, y: y + line.y, anchor, runs: line.runs, halo }));
}

function readRun(text: string, style: CSSStyleDeclaration, gap: Px, opacity: Ratio): Run | null {
  const fill = readPaint(style.fill, opacity * Number(style.fillOpacity || "1"));
  if (text.trim() === "" || fill === null) return null;
  return { text, gap, size: Number.parseFloat(style.fontSize), weight: Number(style.fontWeight), tracking: Number.parseFloat(style.letterSpacing) || 0, fill };
}
