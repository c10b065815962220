import { CHARACTERS } from "../../layout/fontMetrics.js";
import { textWidth } from "../../layout/textWidth.js";
import type { Colour, Mark, Paint, PathMark, Picture, Run, Stroke, TextMark } from "./picture.js";

/** Attributes by name; null is left out. */
type Attributes = Readonly<Record<string, string | number | null>>;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;" };
/** What no XML may hold, not even as an entity. */
const NOT_IN_XML = /[\p{Surrogate}\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/gu;

const escapeXml = (text: string): string => text.replace(NOT_IN_XML, "\ufffd").replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
const short = (value: number): number => Math.round(value * 100) / 100;

function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [` ${key}="${typeof value === "number" ? short(value) : escapeXml(value)}"`])).join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Fonts of the reader's machine, nearest in width first: a file that stands alone has none of its own. */
const FONTS = "Instrument Sans, Arial, Liberation Sans, Helvetica, system-ui, sans-serif";

/**
 * A complete SVG document: real text, its title and description, looks as presentation attributes, and nothing that it
 * refers to outside itself. Its ids come from what it holds, so that several can stand in one page.
 *
 * @param ground what it stands on; null for nothing
 */
export function writeSvg({ width, height, marks, title, description }: Picture, ground: Colour | null): string {
  const definitions = createDefinitions(hashOf([title, description, ...marks.flatMap((mark) => (mark.kind === "path" ? mark.d : mark.runs.map(({ text }) => text)))].join("\n")));
  const drawn = marks.map((mark) => writeMark(mark, definitions)).join("\n");
  return `${element("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width, height,
    viewBox: `0 0 ${short(width)} ${short(height)}`,
    role: "img",
    "font-family": FONTS,
    "font-variant": "tabular-nums",
  }, [
    "",
    element("title", {}, escapeXml(title)),
    element("desc", {}, escapeXml(description)),
    ...definitions.written(),
    ...(ground === null ? [] : [element("rect", { width, height, fill: ground })]),
    drawn,
    "",
  ].join("\n"))}\n`;
}

const writeMark = (mark: Mark, definitions: Definitions): string => (mark.kind === "path" ? writePath(mark, definitions) : writeText(mark));

function writePath({ d, x, y, fill, stroke, clip }: PathMark, definitions: Definitions): string {
  const moved = x === 0 && y === 0 ? null : `translate(${short(x)},${short(y)})`;
  const painted = fill === null ? { fill: "none" } : "hatch" in fill || "fade" in fill ? { fill: `url(#${definitions.idOf(fill)})` } : paintOf("fill", fill);
  return element("path", { d, transform: moved, ...painted, ...strokeOf(stroke), "clip-path": clip === null ? null : `url(#${definitions.idOf({ clip })})` });
}

const paintOf = (name: string, { colour, opacity }: Paint): Attributes => ({ [name]: colour, [`${name}-opacity`]: opacity === 1 ? null : opacity });

function strokeOf(stroke: Stroke | null): Attributes {
  if (stroke === null) return {};
  return {
    ...paintOf("stroke", stroke),
    "stroke-width": stroke.width,
    "stroke-dasharray": stroke.dash.length === 0 ? null : stroke.dash.map(short).join(" "),
    "stroke-linecap": stroke.cap === "butt" ? null : stroke.cap,
    "stroke-linejoin": stroke.join === "miter" ? null : stroke.join,
  };
}

function writeText({ x, y, anchor, runs, halo }: TextMark): string {
  const place: Attributes = { x, y, "text-anchor": anchor === "start" ? null : anchor, ...strokeOf(halo), "paint-order": halo === null ? null : "stroke" };
  const [only] = runs;
  if (only && runs.length === 1) return element("text", { ...place, ...lookOf(only) }, escapeXml(only.text));
  // Each has its own direction, as on the page: a figure beside Arabic words stays on its side.
  return element("text", place, runs.map((run) => element("tspan", { dx: run.gap === 0 ? null : run.gap, ...lookOf(run), "unicode-bidi": "isolate" }, escapeXml(run.text))).join(""));
}

/** All of its letters are such that their widths are known. */
const MEASURED: ReadonlySet<string> = new Set(CHARACTERS);
const isMeasured = (text: string): boolean => [...text].every((sign) => MEASURED.has(sign));

/** In another font the words are made as wide as they were laid out: a wider one would else run into its neighbour. */
function lookOf({ text, size, weight, tracking, fill }: Run): Attributes {
  const fitted = isMeasured(text) ? { textLength: textWidth(text, size, weight, tracking / size), lengthAdjust: "spacingAndGlyphs" } : {};
  return { "font-size": size, "font-weight": weight, "letter-spacing": tracking === 0 ? null : tracking, ...fitted, ...paintOf("fill", fill) };
}

type Definition = Exclude<PathMark["fill"], Paint | null> | { readonly clip: string };

interface Definitions {
  readonly idOf: (definition: Definition) => string;
  readonly written: () => readonly string[];
}

/** Each of them once. */
function createDefinitions(name: string): Definitions {
  const known = new Map<string, { readonly id: string; readonly definition: Definition }>();
  return {
    idOf: (definition) => {
      const key = JSON.stringify(definition);
      const found = known.get(key) ?? { id: `ct-${name}-${known.size}`, definition };
      known.set(key, found);
      return found.id;
    },
    written: () => (known.size === 0 ? [] : [element("defs", {}, [...known.values()].map(({ id, definition }) => define(id, definition)).join(""))]),
  };
}

function define(id: string, definition: Definition): string {
  if ("clip" in definition) return element("clipPath", { id }, element("path", { d: definition.clip }));
  if ("hatch" in definition) {
    const { hatch, width, pitch } = definition;
    return element("pattern", { id, width: pitch, height: pitch, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, element("path", { d: `M0,0V${pitch}`, ...paintOf("stroke", hatch), "stroke-width": width }));
  }
  const { fade, x0, x1 } = definition;
  // In shares of the box that it fills: that is as wide as the fade.
  return element("linearGradient", { id, ...(x1 < x0 ? { x1: 1, x2: 0 } : {}) }, element("stop", { "stop-color": fade.colour, "stop-opacity": fade.opacity === 1 ? null : fade.opacity }) + element("stop", { offset: 1, "stop-color": fade.colour, "stop-opacity": "0" }));
}

/** FNV-1a, 32 bits: short, and the same for the same drawing. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}
