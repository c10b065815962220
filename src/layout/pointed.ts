import type { Box } from "../lib/units.js";
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
}

const FIGURE = 17;

/** @returns null where there is no such node */
export function placePointed(placement: CareerArcPlacement, achievement: Achievement): PlacedPointed | null {
  const node = placement.nodes.find(({ id }) => id === achievement.id);
  if (!node) return null;
  const named = placement.labels.some(({ id }) => id === node.id);
  return { node, window: placeWindow(achievement, node, placement.scale.toPx, placement.topAt), label: named ? null : placeAlone(placement, achievement, node) };
}

function placeAlone({ frame, top }: CareerArcPlacement, achievement: Achievement, node: PlacedNode): PlacedLabel | null {
  const { figure, caption } = labelWords(achievement);
  const bounds: Box = { x0: 0, y0: 0, x1: frame.width, y1: frame.height };
  const request = {
    id: node.id, x: node.x, y: node.y, radius: node.r, reach: nodeReach(node) + 3, priority: 0,
    figure: figure === "" ? null : { text: figure, size: FIGURE, weight: 660 },
    caption: caption === "" ? null : { text: caption, size: frame.form === "narrow" ? 13 : 13.5, weight: 440 },
  };
  const over = placeLabels([request], { bounds, edge: top, obstacles: [], form: "two-line" }).placed[0];
  // On a steep stretch there may be no room above the edge: then the label may lie on the bands.
  return over ?? placeLabels([request], { bounds, edge: [], obstacles: [], form: "two-line" }).placed[0] ?? null;
}
