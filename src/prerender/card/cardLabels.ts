import type { Box, Px } from "../../lib/units.js";
import { placeLabels, type LabelRequest, type LabelSpace, type PlacedLabel } from "../../layout/labels.js";
import type { PlacedNode } from "../../layout/arcNodes.js";
import { shapeReach } from "../../layout/nodeShape.js";
import type { Achievement, Career } from "../../model/career.js";
import type { Metric } from "../../model/document.js";
import { leadMetric, selectFeatured } from "../../model/featured.js";
import { metricText } from "../../model/metricText.js";
import { toLine, WEIGHTS } from "./cardText.js";

/** A card names four, as the page's header does. */
export const MOST_LABELS = 4;
/** So many are tried before the rest is left unnamed. */
const MOST_TRIED = 24;
const MAX_LIFT: Px = 150;
const FIGURE = { weight: WEIGHTS.strong, tracking: -0.02 } as const;
const CAPTION = { weight: WEIGHTS.text } as const;

export interface LabelSizes {
  readonly figure: Px;
  readonly caption: Px;
  /** Words without a figure. */
  readonly lone: Px;
}

/** The last is the design's; in a chat a card is shown at a third of its size, so it is better seen larger, where that leaves nothing out. */
export const LABEL_SIZES: readonly [LabelSizes, ...LabelSizes[]] = [
  { figure: 40, caption: 30, lone: 30 },
  { figure: 38, caption: 27, lone: 28 },
  { figure: 36, caption: 25, lone: 27 },
  { figure: 36, caption: 23, lone: 27 },
];
/** Ground kept clear round a node. */
export const NODE_CASING: Px = 3;

const CHANGES: ReadonlySet<Metric["kind"]> = new Set(["before_after", "percent_change", "factor_change", "amount_change"]);

/** What one achievement could say, the fullest first. */
interface Wording {
  readonly figure: string;
  readonly caption: string;
}

/**
 * Whose labels are wanted, the most important first: the featured ones; where there are none, one of each field before any
 * second. With a filter on, those that match: featured, with a figure, and the rest.
 */
export function labelCandidates(career: Career, matches: ReadonlySet<string> | null): readonly Achievement[] {
  const featured = selectFeatured(career).map(({ achievement }) => achievement);
  if (matches === null) return unique(featured.length > 0 ? featured : oneOfEachField(career)).slice(0, MOST_TRIED);
  const matching = career.achievements.filter(({ id }) => matches.has(id));
  return unique([...featured.filter(({ id }) => matches.has(id)), ...matching.filter((each) => leadMetric(each)), ...matching]).slice(0, MOST_TRIED);
}

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

function oneOfEachField({ achievements }: Career): readonly Achievement[] {
  const latest = [...achievements].sort((a, b) => b.centre - a.centre || a.index - b.index);
  const seen = new Set<string>();
  const first = latest.filter(({ domains: [field = ""] }) => !seen.has(field) && seen.add(field));
  return [...first, ...latest];
}

export interface CardLabels {
  readonly placed: readonly PlacedLabel[];
  /** How many of them say all that they have to say. */
  readonly full: number;
}

/**
 * One label after the other, as long as it finds a place beside those before it. Each has one line: what it measures, then
 * the figure. Where that is too long, what is counted goes into the words; or the achievement's short name takes their place,
 * but not beside a change: "payment interface −75%" would say that the interface had shrunk.
 */
export function placeCardLabels(career: Career, candidates: readonly Achievement[], nodes: readonly PlacedNode[], sizes: LabelSizes, space: Omit<LabelSpace, "form" | "maxLift">): CardLabels {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  let chosen: readonly LabelRequest[] = [];
  let placed: readonly PlacedLabel[] = [];
  let full = 0;
  for (const achievement of candidates) {
    if (chosen.length >= MOST_LABELS) break;
    const node = nodeOf.get(achievement.id);
    if (!node) continue;
    // Clear of what could be taken for its mark; where no words are, at least not on it.
    const ways = [true, false].flatMap((clear) => wordingsOf(career, achievement).map((wording, i) => ({ clear, wording, isFull: i === 0 })));
    for (const { clear, wording, isFull } of ways) {
      const trial = [...chosen, toRequest(wording, node, nodes, sizes, chosen.length)];
      const others = nodes.filter((other) => !trial.some((asked) => isOnePlace(other, asked, asked.radius))).map(nodeBox);
      const result = placeLabels(trial, { ...space, ...(clear ? { marks: others } : { obstacles: [...space.obstacles, ...others] }), form: "one-line", maxLift: MAX_LIFT });
      if (result.dropped.length > 0) continue;
      [chosen, placed] = [trial, result.placed];
      if (isFull) full++;
      break;
    }
  }
  return { placed, full };
}

/** Achievements of one date stand at one place: the label of one keeps clear of all, and its line leads to all. */
const isOnePlace = (a: { readonly x: Px; readonly y: Px }, b: { readonly x: Px; readonly y: Px }, radius: Px): boolean => Math.hypot(a.x - b.x, a.y - b.y) < radius / 2;

function wordingsOf(career: Career, achievement: Achievement): readonly Wording[] {
  const short = toLine(achievement.short);
  const metric = selectFeatured(career).find((each) => each.achievement === achievement)?.metric ?? leadMetric(achievement);
  if (!metric) return [{ figure: "", caption: short }];
  const text = metricText(metric);
  const [figure, number, rest, caption] = [text.figure, text.number, text.rest, text.caption].map(toLine);
  return [
    { figure: figure ?? "", caption: caption === "" || caption === undefined ? short : caption },
    ...(rest === "" || rest === undefined ? [] : [{ figure: number ?? "", caption: rest }]),
    ...(CHANGES.has(metric.kind) ? [] : [{ figure: figure ?? "", caption: short }]),
  ];
}

function toRequest({ figure, caption }: Wording, node: PlacedNode, nodes: readonly PlacedNode[], sizes: LabelSizes, priority: number): LabelRequest {
  return {
    id: node.id,
    x: node.x,
    y: node.y,
    radius: node.r,
    reach: nodes.reduce((most, other) => (isOnePlace(other, node, node.r) ? Math.max(most, reachOf(other) + Math.abs(node.y - other.y)) : most), reachOf(node)),
    priority,
    figure: figure === "" ? null : { ...FIGURE, size: sizes.figure, text: figure },
    caption: caption === "" ? null : { ...CAPTION, size: figure === "" ? sizes.lone : sizes.caption, text: caption },
  };
}

export const reachOf = ({ shape, r, stroke }: PlacedNode): Px => shapeReach(shape, r) + stroke / 2 + NODE_CASING;

/** Of a mark without a label. Its sides are taken without their casing: in a crowd no leader would else find its way down. */
function nodeBox(node: PlacedNode): Box {
  const [half, reach] = [node.r + node.stroke / 2, reachOf(node)];
  return { x0: node.x - half, y0: node.y - reach, x1: node.x + half, y1: node.y + reach };
}
