import type { EpochMs, Px, Ratio } from "../lib/units.js";
import type { Achievement, Career } from "../model/career.js";
import { leadMetric } from "../model/featured.js";
import { metricText } from "../model/metricText.js";
import type { ArcForm } from "./arcFrame.js";
import { leadingDomain, valueAt, type ArcSeries } from "./arcSeries.js";
import { emphasisOf, isFeatured, labelPriorities, labelSizes, type Emphasis, type EmphasisState } from "./emphasis.js";
import { slotOf } from "./fieldSlot.js";
import type { LabelRequest } from "./labelCandidates.js";
import { placeHits } from "./nodeHits.js";
import { shapeOfSlot, shapeReach, type NodeShape } from "./nodeShape.js";

export interface PlacedNode {
  readonly id: string;
  readonly domainId: string;
  readonly slot: number;
  readonly shape: NodeShape;
  readonly x: Px;
  readonly y: Px;
  readonly r: Px;
  readonly stroke: Px;
  /** Dated by its own words. */
  readonly filled: boolean;
  readonly emphasis: Emphasis;
  /** Path about the centre: where a pointer means this node and no other. */
  readonly hit: string;
}

/** Ground kept clear around a node, so that it reads as a station on the line. */
const CASING: Px = 2.4;

/** Nominal radii by how crowded the line is; `packed` is many on a phone, `tiny` more than can be told apart. */
const RADII: Readonly<Record<"loose" | "dense" | "packed" | "tiny", { readonly featured: Px; readonly other: Px }>> = {
  loose: { featured: 7, other: 6 },
  dense: { featured: 6, other: 4.6 },
  packed: { featured: 5.2, other: 3.8 },
  tiny: { featured: 2.8, other: 1.6 },
};
/** Stroke of a tiny mark, which has no casing: those of so many would erase the line that they stand on. */
export const UNCASED: Px = 1;

/**
 * Stations on the arc, from left to right.
 *
 * @param tiny they stand closer than they can be told apart: the line is seen first
 * @param untouched no pointer reaches them, so nothing has to be found out for it
 */
export function placeNodes(
  career: Career,
  series: ArcSeries,
  toPx: (time: EpochMs) => Px,
  toY: (value: number) => Px,
  { form, dense, tiny, state, untouched = false }: { readonly form: ArcForm; readonly dense: boolean; readonly tiny?: boolean | undefined; readonly state: EmphasisState; readonly untouched?: boolean | undefined },
): PlacedNode[] {
  const radii = tiny ? RADII.tiny : dense ? (form === "narrow" ? RADII.packed : RADII.dense) : RADII.loose;
  const inTime = [...career.achievements].sort((a, b) => a.centre - b.centre || a.index - b.index);
  const places = inTime.map(({ centre }) => ({ x: toPx(centre), y: toY(valueAt(series.times, series.total, centre)) }));
  const hits = untouched ? [] : placeHits(places);
  return inTime.map((achievement, at): PlacedNode => {
    const domainId = leadingDomain(achievement);
    const slot = slotOf(career, domainId);
    const emphasis = emphasisOf(achievement.id, state);
    const featured = isFeatured(achievement);
    const r = featured ? radii.featured : radii.other;
    return {
      id: achievement.id,
      domainId,
      slot,
      shape: shapeOfSlot(slot),
      x: places[at]?.x ?? 0,
      y: places[at]?.y ?? 0,
      r: emphasis === "dimmed" ? r - (dense ? 1 : 1.6) : r,
      stroke: tiny ? UNCASED : emphasis === "dimmed" ? 1.6 : dense && !featured ? 1.9 : featured ? 3.2 : 2.6,
      filled: achievement.dating === "own",
      emphasis,
      hit: `M${(hits[at] ?? []).map(([x, y]) => `${hundredth(x)},${hundredth(y)}`).join("L")}Z`,
    };
  });
}

/** Marks may stand less than a tenth of a pixel apart. */
const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** How much wider words run than in Instrument Sans; undefined where nobody has measured them. */
export type RatioOf = (text: string, weight: number) => Ratio | undefined;

/** What the arc would like to say beside its nodes; dimmed ones say nothing. */
export function labelRequests(
  career: Career,
  nodes: readonly PlacedNode[],
  form: ArcForm,
  dense: boolean,
  state: EmphasisState,
  ratioOf: RatioOf = () => undefined,
): LabelRequest[] {
  const priorities = labelPriorities(career, state);
  const sizes = labelSizes(form, dense, state);
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  return career.achievements.flatMap((achievement): LabelRequest[] => {
    const node = nodeOf.get(achievement.id);
    const priority = priorities.get(achievement.id);
    if (!node || priority === undefined) return [];
    const { figure, caption } = sizes(achievement);
    const words = labelWords(achievement);
    return [
      {
        id: achievement.id,
        x: node.x,
        y: node.y,
        radius: node.r,
        reach: nodeReach(node),
        priority,
        look: node.slot,
        figure: words.figure === "" ? null : { text: words.figure, size: figure, weight: 660, ratio: ratioOf(words.figure, 660) },
        caption: words.caption === "" ? null : { text: words.caption, size: caption, weight: 440, ratio: ratioOf(words.caption, 440) },
      },
    ];
  });
}

/** From a node's centre to the end of its casing. */
export function nodeReach(node: PlacedNode): Px {
  return shapeReach(node.shape, node.r) + node.stroke / 2 + CASING;
}

/** What an achievement says on the picture: its lead figure with its caption, else its short name. */
export function labelWords(achievement: Achievement): { readonly figure: string; readonly caption: string } {
  const metric = leadMetric(achievement);
  if (!metric) return { figure: "", caption: achievement.short };
  const { figure, caption } = metricText(metric);
  return { figure, caption: caption === "" ? achievement.short : caption };
}
