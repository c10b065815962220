import type { Box, Px } from "../lib/units.js";
import type { Achievement } from "../model/career.js";
import { labelWords, nodeReach, type PlacedNode } from "./arcNodes.js";
import { placeWindow, type PlacedWindow } from "./arcWindow.js";
import type { CareerArcPlacement } from "./careerArc.js";
import { placeLabels, type PlacedLabel } from "./labels.js";

/** What pointing at a node adds to the picture: the whisker of its window, and its label if it has none. */
export interface PlacedPointed {
  readonly node: PlacedNode;
  readonly window: PlacedWindow;
  /** Over everything else: it may cover other labels while it is shown. */
  readonly label: PlacedLabel | null;
  /** Ground under that label. */
  readonly plate: Box | null;
  /** Labels that the plate meets: they give way whole. */
  readonly covered: ReadonlySet<string>;
}

const PLATE_PAD: { readonly x: Px; readonly y: Px } = { x: 6, y: 3 };

const FIGURE = 17;

/** @returns null where there is no such node */
export function placePointed(placement: CareerArcPlacement, achievement: Achievement): PlacedPointed | null {
  const node = placement.nodes.find(({ id }) => id === achievement.id);
  if (!node) return null;
  const named = placement.labels.some(({ id }) => id === node.id);
  const label = named ? null : placeAlone(placement, achievement, node);
  const plate = label ? { x0: label.box.x0 - PLATE_PAD.x, y0: label.box.y0 - PLATE_PAD.y, x1: label.box.x1 + PLATE_PAD.x, y1: label.box.y1 + PLATE_PAD.y } : null;
  const covered = new Set(plate ? placement.labels.filter((other) => meets(other, plate)).map(({ id }) => id) : []);
  return { node, window: placeWindow(achievement, node, placement.scale.toPx, placement.topAt), label, plate, covered };
}

/** Whether a label, its leader included, lies under the plate anywhere. */
function meets({ box, leader }: PlacedLabel, plate: Box): boolean {
  const over = (other: Box): boolean => other.x0 < plate.x1 && plate.x0 < other.x1 && other.y0 < plate.y1 && plate.y0 < other.y1;
  return over(box) || (leader !== null && over({ x0: leader.x - 0.5, y0: Math.min(leader.y0, leader.y1), x1: leader.x + 0.5, y1: Math.max(leader.y0, leader.y1) }));
}

function placeAlone({ frame, top }: CareerArcPlacement, achievement: Achievement, node: PlacedNode): PlacedLabel | null {
  const { figure, caption } = labelWords(achievement);
  const bounds: Box = { x0: 0, y0: 0, x1: frame.width, y1: frame.height };
  const request = {
    id: node.id, x: node.x, y: node.y, radius: node.r, reach: nodeReach(node) + 3, priority: 0,
    figure: figure === "" ? null : { text: figure, size: FIGURE, weight: 660 },
    caption: caption === "" ? null : { text: caption, size: frame.form === "narrow" ? 13 : 13.5, weight: 440 },
  };
  const over = placeLabels([request], { bounds, edge: top, obstacles: [], form: "two-line", widthFactor: frame.widthFactor }).placed[0];
  // On a steep stretch there may be no room above the edge: then the label may lie on the bands.
  return over ?? placeLabels([request], { bounds, edge: [], obstacles: [], form: "two-line", widthFactor: frame.widthFactor }).placed[0] ?? null;
}
