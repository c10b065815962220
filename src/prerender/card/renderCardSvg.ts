import type { Box, Px } from "../../lib/units.js";
import { shapePath } from "../../layout/nodeShape.js";
import type { PlacedNode } from "../../layout/arcNodes.js";
import type { PlacedLabel, PlacedRun } from "../../layout/labels.js";
import type { StackedBand } from "../../layout/stackBands.js";
import type { Career } from "../../model/career.js";
import { isFiltered, normalizeFilters, selectMatches, type Filters } from "../../model/select.js";
import type { CardArc } from "./cardArc.js";
import { NODE_CASING } from "./cardLabels.js";
import { areaUnder, lineCommands } from "./cardPaths.js";
import { OPEN_END, type CardBar } from "./cardRoles.js";
import { WEIGHTS, type CardRun, type CardWeight } from "./cardText.js";
import { createCardWords } from "./cardWords.js";
import { element, escapeXml } from "./markup.js";
import { fieldColours, PALETTES, type CardTheme, type Palette } from "./palette.js";
import { placeCard, type CardPlacement } from "./placeCard.js";

/**
 * - "named": the font is named only; for a renderer that has it (`createPngRenderer`)
 * - embedded: the drawing carries the font, so that it looks the same wherever it is shown as an image
 */
export type CardFont = "named" | {
  /** Base64 of `instrument-sans.woff2`, variable from 400 to 700. */
  readonly woff2: string;
};

export interface CardOptions {
  readonly theme: CardTheme;
  readonly font: CardFont;
  /** A view's title, instead of the career's headline. */
  readonly title?: string;
  /** What does not match is dimmed. */
  readonly filters?: Filters;
  /** Size at which it is shown; 1200 × 630 if not given. The drawing is fitted into it, so text may come out smaller than 23 px. */
  readonly width?: Px;
  readonly height?: Px;
}

const DESIGN = { width: 1200, height: 630, leastHeight: 560 };
/** Both of the files in `fonts/`, and what the embedded font is called. */
const FAMILY = "Instrument Sans Card";
/** The static files are named by the two weights that every reader of fonts knows; the variable one is set as drawn. */
const NAMED_WEIGHTS: Readonly<Record<CardWeight, number>> = { text: 400, strong: 700 };

/**
 * A career as one image: a complete SVG document that refers to nothing outside itself, for a link preview or a README.
 * Its title and description say what it shows. The same input gives the same bytes.
 */
export function renderCardSvg(career: Career, { theme, font, title, filters, width = DESIGN.width, height = DESIGN.height }: CardOptions): string {
  const asked = filters && normalizeFilters(filters, career);
  const matches = asked && isFiltered(asked) ? selectMatches(career, asked) : null;
  const words = createCardWords(career, title, matches);
  const design = { width: Math.max(DESIGN.width, (DESIGN.leastHeight * width) / height), height: Math.max(DESIGN.leastHeight, (DESIGN.width * height) / width) };
  const placement = placeCard(career, words, matches, design);
  const pen: Pen = { palette: PALETTES[theme], weights: font === "named" ? NAMED_WEIGHTS : WEIGHTS };
  const embedded = font === "named" ? "" : element("style", {}, fontFace(font.woff2));
  return element("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    width,
    height,
    viewBox: `0 0 ${Math.round(design.width)} ${Math.round(design.height)}`,
    role: "img",
    "font-family": `${FAMILY}, Instrument Sans, system-ui, Helvetica, Arial, sans-serif`,
  }, element("title", {}, escapeXml(words.heading)) + element("desc", {}, escapeXml(words.description)) + embedded + draw(placement, pen, matches !== null));
}

/** Tabular figures, as in the static files. */
const fontFace = (woff2: string): string =>
  `@font-face{font-family:"${FAMILY}";font-weight:400 700;src:url(data:font/woff2;base64,${woff2}) format("woff2")}text{font-variant-numeric:tabular-nums}`;

/** What everything is drawn with. */
interface Pen {
  readonly palette: Palette;
  readonly weights: Readonly<Record<CardWeight, number>>;
}

function draw(placement: CardPlacement, pen: Pen, filtered: boolean): string {
  const { palette } = pen;
  const { plot, arc, bars, width, height } = placement;
  return [
    element("rect", { width, height, fill: palette.bg }),
    arc ? drawBands(arc, plot, palette) : "",
    drawBars(bars, pen),
    arc ? drawEdge(arc, palette.bg, 8) : "",
    element("rect", { x: plot.x0, y: plot.y1 - 1, width: plot.x1 - plot.x0, height: 4, fill: palette.ink }),
    arc ? drawEdge(arc, filtered ? palette.mute : palette.ink, 4.2) : "",
    arc ? drawFields(arc, pen) : "",
    arc ? drawLabels(arc, pen) : "",
    arc ? drawNodes(arc.nodes, palette) : "",
    drawRuns(placement.heading, palette.ink, pen),
    drawRuns(placement.subtitle, palette.soft, pen),
  ].join("");
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

function text({ text: words, x, y, size, weight, tracking = 0, anchor }: CardRun, pen: Pen, more: Readonly<Record<string, string>> = {}): string {
  return element("text", {
    x,
    y,
    "font-size": size,
    "font-weight": pen.weights[weight],
    "letter-spacing": tracking === 0 ? null : String(Math.round(tracking * size * 100) / 100),
    "text-anchor": anchor === "end" ? "end" : null,
    ...more,
  }, escapeXml(words));
}

const drawRuns = (runs: readonly CardRun[], fill: string, pen: Pen): string => (runs.length === 0 ? "" : element("g", { fill }, runs.map((run) => text(run, pen)).join("")));

/** So far each band reaches past its end before that is covered: the line round it shows on its upper edge alone. */
const OVER: Px = 4;

/**
 * From the top band down, each with all that lies under it: what is under it is then covered by the next. So every edge is
 * written once, and where a band has no thickness its edge is covered, too.
 */
function drawBands({ xs, bands, hairs }: CardArc, { x1, y0, y1: foot }: Box, palette: Palette): string {
  const layer = (ys: readonly Px[], fill: string, stroke: string): string => element("path", { d: areaUnder(xs.map((x, i) => [x, ys[i] ?? foot]), foot, OVER), fill, stroke });
  const drawn = [...bands].reverse().map(({ slot, y0: low, yMatched, y1: high }: StackedBand) => {
    const { colour, fill } = fieldColours(palette, slot);
    if (same(yMatched, high)) return layer(high, fill, colour);
    // Where a filter leaves something out, the whole takes the dim colour and what matches lies on it.
    return layer(high, palette.dimFill, palette.dimEdge) + (same(low, yMatched) ? "" : layer(yMatched, fill, colour));
  });
  const hairlines = hairs.map(({ x, y0: top }) => `M${tenth(x)},${tenth(top)}V${tenth(foot)}`).join("");
  return element("g", { "stroke-width": "1.5", "stroke-linejoin": "round" }, drawn.join(""))
    + element("rect", { x: x1, y: y0 - OVER, width: 2 * OVER, height: foot - y0 + 2 * OVER, fill: palette.bg })
    + (hairlines === "" ? "" : element("path", { d: hairlines, stroke: palette.bg, "stroke-opacity": "0.75" }));
}

const same = (a: readonly Px[], b: readonly Px[]): boolean => a === b || a.every((y, i) => Math.abs(y - (b[i] ?? y)) < 0.05);

function drawEdge({ top }: CardArc, stroke: string, width: Px): string {
  return element("path", { d: lineCommands(top), fill: "none", stroke, "stroke-width": width, "stroke-linejoin": "round" });
}

/** Every shape once, every look of it once, and then only places. */
function drawNodes(nodes: readonly PlacedNode[], palette: Palette): string {
  const shapes = new Map<string, string>();
  const looks = new Map<string, string>();
  const places = nodes.map(({ slot, shape, r, stroke, filled, emphasis, x, y }) => {
    const d = shapePath(shape, r);
    const shapeId = shapes.get(d) ?? `s${shapes.size}`;
    shapes.set(d, shapeId);
    const colour = emphasis === "dimmed" ? palette.dim : fieldColours(palette, slot).colour;
    const use = (fill: string, line: string, width: number): string => element("use", { "xlink:href": `#${shapeId}`, fill, stroke: line, "stroke-width": width });
    const look = use(palette.bg, palette.bg, stroke + 2 * NODE_CASING) + use(filled ? colour : palette.bg, colour, stroke);
    const lookId = looks.get(look) ?? `n${looks.size}`;
    looks.set(look, lookId);
    return element("use", { "xlink:href": `#${lookId}`, x, y });
  });
  const defs = [...shapes].map(([d, id]) => element("path", { id, d })).join("") + [...looks].map(([look, id]) => element("g", { id }, look)).join("");
  return element("defs", {}, defs) + element("g", { "stroke-linejoin": "round" }, places.join(""));
}

function drawFields({ fields }: CardArc, pen: Pen): string {
  const { palette } = pen;
  return fields.map(({ field, glyph, lines, note, join }) => {
    const colour = field.matched ? fieldColours(palette, field.slot).colour : palette.mute;
    return (join ? element("path", { d: `M${tenth(join.x0)},${tenth(join.y0)}L${tenth(join.x1)},${tenth(join.y1)}`, stroke: palette.mute, fill: "none" }) : "")
      + element("path", { d: shapePath(field.shape, 9), transform: `translate(${tenth(glyph.x)},${tenth(glyph.y)})`, fill: colour })
      + drawRuns(lines, colour, pen) + drawRuns([note], palette.mute, pen);
  }).join("");
}

function drawLabels({ labels, nodes }: CardArc, pen: Pen): string {
  const slots = new Map(nodes.map((node) => [node.id, node.slot]));
  const { palette } = pen;
  const halo = { "paint-order": "stroke", stroke: palette.bg, "stroke-width": "7", "stroke-linejoin": "round" };
  const run = (placed: PlacedRun | null, weight: CardWeight, fill: string): string => (placed ? text({ ...placed, weight }, pen, { fill, ...halo }) : "");
  return labels.map(({ id, figure, caption, leader }: PlacedLabel) =>
    (leader ? element("path", { d: `M${tenth(leader.x)},${tenth(leader.y0)}V${tenth(leader.y1)}`, stroke: palette.mute, "stroke-width": "1.5" }) : "")
    + run(caption, "text", palette.soft) + run(figure, "strong", fieldColours(palette, slots.get(id) ?? -1).colour)).join("");
}

function drawBars(bars: readonly CardBar[], pen: Pen): string {
  const { palette } = pen;
  const defs = (bars.some(({ isBreak }) => isBreak)
    ? element("pattern", { id: "hatch", width: 10, height: 10, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, element("path", { d: "M0,0V10", stroke: palette.edge, "stroke-width": 2 })) : "")
    + (bars.some(({ ongoing }) => ongoing)
      ? element("linearGradient", { id: "fade" }, element("stop", { "stop-color": palette.ground }) + element("stop", { offset: 1, "stop-color": palette.ground, "stop-opacity": 0 })) : "");
  const top = Math.min(...bars.map(({ box }) => box.y0));
  const drawn = bars.map(({ box, isBreak, ongoing, name, notes }) => {
    const size = { y: box.y0, height: box.y1 - box.y0 };
    const middle = box.y0 + Math.min(48, (box.y1 - box.y0) / 2) - 8;
    const halo = isBreak ? { "paint-order": "stroke", stroke: palette.bg, "stroke-width": "7", "stroke-linejoin": "round" } : {};
    return element("rect", { x: box.x0, ...size, width: box.x1 - box.x0, fill: isBreak ? "url(#hatch)" : palette.ground })
      // The first lane has the arc's foot over it.
      + (isBreak || box.y0 === top ? "" : element("rect", { x: box.x0, y: box.y0, width: box.x1 - box.x0, height: 3, fill: palette.ink }))
      + (ongoing ? element("rect", { x: box.x1, ...size, width: OPEN_END, fill: "url(#fade)" }) + element("path", { d: `M${tenth(box.x1 + 6)},${tenth(middle)}l8,8l-8,8`, fill: "none", stroke: palette.ink, "stroke-width": 3 }) : "")
      + name.map((run) => text(run, pen, { fill: palette.ink, ...halo })).join("")
      + notes.map((run) => text(run, pen, { fill: isBreak ? palette.soft : palette.mute, ...halo })).join("");
  }).join("");
  return (defs === "" ? "" : element("defs", {}, defs)) + drawn;
}
