import type { Px } from "../lib/units.js";

/**
 * Field shapes by slot, so that colour never stands alone. All have the area of the circle of the same nominal radius.
 * Slots past the eighth share the last shape: they are told apart by their names.
 */
export type NodeShape = "circle" | "square" | "triangle" | "diamond" | "hexagon" | "star" | "cross" | "pentagon" | "plus";

const SHAPES: readonly NodeShape[] = ["circle", "square", "triangle", "diamond", "hexagon", "star", "cross", "pentagon"];

/** How many fields have a colour of their own; the rest are neutral. */
export const FIELD_SLOTS = SHAPES.length;

/** @param slot 0-based; −1 = names no field */
export function shapeOfSlot(slot: number): NodeShape {
  return SHAPES[slot] ?? "plus";
}

type Point = readonly [number, number];

/** Corner points of a regular polygon or star with the area π, pointing up. */
function regular(corners: number, turn = 0): readonly Point[] {
  const angle = (2 * Math.PI) / corners;
  const radius = Math.sqrt((2 * Math.PI) / (corners * Math.sin(angle)));
  return Array.from({ length: corners }, (_, i): Point => [radius * Math.sin(i * angle + turn), -radius * Math.cos(i * angle + turn)]);
}

function star(corners: number, inner: number): readonly Point[] {
  const angle = Math.PI / corners;
  // Area of the star with outer radius 1: corners × inner × sin(angle).
  const radius = Math.sqrt(Math.PI / (corners * inner * Math.sin(angle)));
  return Array.from({ length: 2 * corners }, (_, i): Point => {
    const r = i % 2 === 0 ? radius : radius * inner;
    return [r * Math.sin(i * angle), -r * Math.cos(i * angle)];
  });
}

/** Upright plus, arms a third of its width; turned by 45° it is the cross. */
function plus(turn: number): readonly Point[] {
  const a = Math.sqrt(Math.PI / 20);
  const arm = 3 * a;
  const corners: readonly Point[] = [[-a, -arm], [a, -arm], [a, -a], [arm, -a], [arm, a], [a, a], [a, arm], [-a, arm], [-a, a], [-arm, a], [-arm, -a], [-a, -a]];
  return corners.map(([x, y]): Point => [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)]);
}

const POINTS: Record<Exclude<NodeShape, "circle">, readonly Point[]> = {
  square: regular(4, Math.PI / 4),
  diamond: regular(4),
  // Lowered so that its centre of mass, not of its circle, sits on the arc.
  triangle: regular(3),
  hexagon: regular(6),
  star: star(5, 0.5),
  cross: plus(Math.PI / 4),
  pentagon: regular(5),
  plus: plus(0),
};

const round = (value: number): number => Math.round(value * 100) / 100;

/** SVG path of a shape about (0, 0). */
export function shapePath(shape: NodeShape, r: Px): string {
  if (shape === "circle") return `M${-r},0a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z`;
  return `M${POINTS[shape].map(([x, y]) => `${round(x * r)},${round(y * r)}`).join("L")}Z`;
}

/** How far a shape reaches up from its centre, stroke excluded. */
export function shapeReach(shape: NodeShape, r: Px): Px {
  if (shape === "circle") return r;
  return r * POINTS[shape].reduce((most, [, y]) => Math.max(most, -y), 0);
}
