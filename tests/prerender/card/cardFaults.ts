import type { Box, Px } from "../../../src/lib/units.js";
import { reachOf } from "../../../src/prerender/card/cardLabels.js";
import { LEAST_SIZE, widthOf, type CardRun, type CardWeight } from "../../../src/prerender/card/cardText.js";
import type { CardPlacement } from "../../../src/prerender/card/placeCard.js";

/** What touches by rounding does not overlap. */
const TOUCH: Px = 0.01;
/** Drawn over the middle of a line of text: from its capitals to its descenders, in font sizes. */
const ABOVE = 0.73;
const BELOW = 0.22;

export interface NamedBox {
  readonly name: string;
  readonly box: Box;
  readonly size: Px;
}

const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 - TOUCH && b.x0 < a.x1 - TOUCH && a.y0 < b.y1 - TOUCH && b.y0 < a.y1 - TOUCH;
const inside = (a: Box, b: Box): boolean => a.x0 >= b.x0 - TOUCH && a.x1 <= b.x1 + TOUCH && a.y0 >= b.y0 - TOUCH && a.y1 <= b.y1 + TOUCH;

function runBox(name: string, run: CardRun): NamedBox {
  const width = widthOf(run.text, run);
  const x0 = run.anchor === "end" ? run.x - width : run.x;
  return { name: `${name} "${run.text}"`, box: { x0, y0: run.y - run.size * ABOVE, x1: x0 + width, y1: run.y + run.size * BELOW }, size: run.size };
}

const STRONG_FROM = 500;

/** Every line of text on a card. */
export function textBoxes({ heading, subtitle, bars, arc }: CardPlacement): readonly NamedBox[] {
  return [
    ...heading.map((run) => runBox("heading", run)),
    ...subtitle.map((run) => runBox("subtitle", run)),
    ...bars.flatMap(({ name, notes }) => [...name, ...notes].map((run) => runBox("role", run))),
    ...(arc?.labels ?? []).flatMap(({ id, figure, caption }) => [figure, caption].flatMap((run) => {
      const weight: CardWeight = run && run.weight >= STRONG_FROM ? "strong" : "text";
      return run ? [runBox(`label ${id}`, { ...run, weight })] : [];
    })),
    ...(arc?.fields ?? []).flatMap(({ lines, note }) => [...lines, note].map((run) => runBox("field", run))),
  ];
}

/** y of the top edge at its highest over a stretch; it only rises, so that is its right end. */
function edgeOver(top: readonly (readonly [Px, Px])[], x: Px): Px {
  let best = Number.POSITIVE_INFINITY;
  top.forEach(([x1, y1], i) => {
    const [x0, y0] = top[i - 1] ?? [x1, y1];
    if (x1 <= x) best = Math.min(best, y1);
    else if (x0 <= x) best = Math.min(best, y0 + ((y1 - y0) * (x - x0)) / (x1 - x0));
  });
  return best;
}

/** What is wrong with a card; nothing may be. */
export function cardFaults(card: CardPlacement): string[] {
  const found: string[] = [];
  const texts = textBoxes(card);
  const drawing: Box = { x0: 0, y0: 0, x1: card.width, y1: card.height };
  for (const { name, box, size } of texts) {
    if (!Object.values(box).every(Number.isFinite)) found.push(`${name} is nowhere`);
    if (!inside(box, { ...drawing, x0: 24, x1: card.width - 24 })) found.push(`${name} leaves the card: ${JSON.stringify(box)}`);
    if (size < LEAST_SIZE) found.push(`${name} is set in ${size} px`);
  }
  const foot = { x0: card.plot.x0, y0: card.plot.y1 - 1, x1: card.plot.x1, y1: card.plot.y1 + 3 };
  for (const { name, box } of texts) if (overlap(box, foot)) found.push(`${name} over the arc's foot`);
  texts.forEach((a, i) => {
    for (const b of texts.slice(i + 1)) if (overlap(a.box, b.box)) found.push(`${a.name} over ${b.name}`);
  });
  for (const { box, name } of card.bars) {
    if (!inside(box, { x0: card.plot.x0, y0: card.plot.y1, x1: card.plot.x1, y1: card.height })) found.push("a bar leaves its place");
    const own = new Set(name.map((run) => runBox("role", run).name));
    for (const text of texts) {
      if (!text.name.startsWith("role") || own.has(text.name) || !overlap(text.box, box)) continue;
      if (!inside(text.box, box)) found.push(`${text.name} over another's bar`);
    }
  }
  const { arc } = card;
  if (!arc) return found;
  const { top, nodes, labels, fields } = arc;
  for (const label of labels) {
    for (const node of nodes) {
      if (node.id === label.id) continue;
      const [half, reach] = [node.r, reachOf(node)];
      if (overlap(label.box, { x0: node.x - half, y0: node.y - reach, x1: node.x + half, y1: node.y + reach })) found.push(`label ${label.id} over node ${node.id}`);
    }
    if (label.box.x1 < card.plot.x1 && label.box.y1 > edgeOver(top, label.box.x1)) found.push(`label ${label.id} over the arc`);
    const { leader } = label;
    const line = leader && { x0: leader.x - 0.7, y0: leader.y0, x1: leader.x + 0.7, y1: leader.y1 };
    for (const text of texts) if (line && !text.name.startsWith(`label ${label.id} `) && overlap(line, text.box)) found.push(`the line of ${label.id} through ${text.name}`);
  }
  for (const text of texts) {
    // Words over the arc's left part stand on no band.
    if (/^(?:heading|subtitle)/.test(text.name) && text.box.x0 < card.plot.x1 && text.box.y1 > edgeOver(top, Math.min(text.box.x1, card.plot.x1))) found.push(`${text.name} over the arc`);
  }
  for (const { glyph } of fields) if (glyph.x - 12 < card.plot.x1 || glyph.y > card.plot.y1) found.push("a field's mark stands in the plot");
  if (top[0]?.[1] !== card.plot.y1) found.push("the arc does not begin at its foot");
  if (Math.abs((top[top.length - 1]?.[1] ?? 0) - card.plot.y0) > 0.01) found.push("the arc does not end at its full height");
  return found;
}
