import type { Box, Px } from "../../lib/units.js";
import { toArcSeries, valueAt } from "../../layout/arcSeries.js";
import { extendTo } from "../../layout/careerArc.js";
import { careerExtent } from "../../layout/timeDomain.js";
import { createTimeScale } from "../../layout/timeScale.js";
import type { Career } from "../../model/career.js";
import { placeArc, type CardArc } from "./cardArc.js";
import { cardFields, FIELD_LINE, placeFields } from "./cardEnds.js";
import { LABEL_SIZES, labelCandidates, MOST_LABELS, type LabelSizes } from "./cardLabels.js";
import { placeStays, staysOf, type CardBar } from "./cardRoles.js";
import { besideBox, lineBox, placeTitle, type CardTitle } from "./cardTitle.js";
import type { CardWords } from "./cardWords.js";

export interface CardPlacement extends CardTitle {
  readonly width: Px;
  readonly height: Px;
  /** Time runs over its width; the arc's foot is its lower edge. */
  readonly plot: Box;
  readonly bars: readonly CardBar[];
  /** null where nothing is counted. */
  readonly arc: CardArc | null;
}

export interface CardSize {
  /** At least 1200 × 560: the words have their sizes in px, and need that room. */
  readonly width: Px;
  readonly height: Px;
}

interface Placed {
  readonly arc: CardArc;
  readonly y0: Px;
  /** How good it is among those of one size of label, and how much it says. */
  readonly worth: number;
  readonly said: number;
}

const MARGIN: Px = 64;
const HEADING_TOP: Px = 60;
/** Between the words above and the arc under them. */
const AIR: Px = 26;
/** Upper end of the arc at the least, of 630. */
const HEADROOM: Px = 150;
/** More headroom is tried where labels lack it; what a label, and one that says all, are worth of it. */
const MORE_HEADROOM: readonly Px[] = [0, 14, 28, 44, 66, 88, 132];
const LABEL_WORTH: Px = 400;
const WORDING_WORTH: Px = 48;
/** A label right beside the subtitle would be read on from it. */
const SUBTITLE_AIR: Px = 12;
/**
 * The more so where the card is small: on the subtitle's line a label stands well apart, or it stands on the next one. Where
 * that would take a label away it may stand nearer, which costs less than any label.
 */
const APARTS: readonly { readonly apart: Px; readonly cost: Px }[] = [{ apart: 64, cost: 0 }, { apart: SUBTITLE_AIR, cost: LABEL_WORTH / 2 }];
const LEAST_PLOT: Px = 120;
/** Heights that all lanes take together, by how many they are. */
const LANES: readonly Px[] = [91, 91, 131, 144, 160];
/** The same where no arc stands over them. */
const BARE_BARS: Px = 300;
const GUTTER_MAX: Px = 344;
const RIGHT_AIR: Px = 30;
/**
 *   +--------------------------------------------------+
 *   | heading, one or two lines                        |
 *   | 9 achievements, 2018–2025                     /| Field 2
 *   |                      what it is  figure  ____/ | Field 4
 *   |   figure  what it is        ____________/     | Field 3
 *   |___________________________/____________________|
 *   | Employer 2018–22          | Employer 2022–25   |
 *   +--- bars bleed off ---------------------------- --+
 */
export function placeCard(career: Career, words: CardWords, matches: ReadonlySet<string> | null, { width, height }: CardSize): CardPlacement {
  const extent = careerExtent(career);
  const stays = staysOf(career);
  const total = career.achievements.length;
  const { heading, subtitle } = placeTitle(words, { left: MARGIN, top: extent ? HEADING_TOP : height * 0.36, width: width - 2 * MARGIN, below: total === 0 });
  const lanes = stays.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  const below = LANES[Math.min(Math.max(1, lanes), LANES.length - 1)] ?? 0;
  // With no arc over them the roles are what there is to see, under as many lines of words as there are.
  const bare = Math.max(height - Math.max(below, BARE_BARS), ...subtitle.map((run) => lineBox(run).y1 + AIR));
  const foot = total > 0 || lanes === 0 ? height - below : Math.min(bare, height - below);
  const fields = cardFields(career, matches, GUTTER_MAX - RIGHT_AIR);
  const gutter = Math.max(MARGIN, ...fields.map((field) => field.width + RIGHT_AIR));
  const plot = { x0: MARGIN, y0: 0, x1: width - gutter, y1: foot };
  if (!extent) return { width, height, heading, subtitle, plot, bars: [], arc: null };

  const { toPx, toTime } = createTimeScale(extent, plot.x0, plot.x1);
  const bars = placeStays(stays, { x0: plot.x0, x1: plot.x1, edge: width - RIGHT_AIR, y0: foot + 3, y1: height, lanes }, toPx);
  if (total === 0) return { width, height, heading, subtitle, plot, bars, arc: null };

  const series = extendTo(toArcSeries(career.achievements, career.domains, matches), extent);
  const boxes = [...heading.map(lineBox), ...subtitle.map(lineBox).map((box) => ({ ...box, x1: box.x1 + SUBTITLE_AIR }))];
  const most = foot - LEAST_PLOT;
  const least = boxes.reduce((y0, box) => {
    const share = valueAt(series.times, series.total, toTime(Math.min(box.x1 + AIR, plot.x1 + 1))) / total;
    return share > 0 ? Math.max(y0, foot - (foot - box.y1 - AIR) / share) : y0;
  }, HEADROOM * (height / 630));
  const candidates = labelCandidates(career, matches);
  const wanted = Math.min(MOST_LABELS, candidates.length);
  const placeWith = (sizes: LabelSizes): Placed => {
    let best: Placed | null = null;
    for (const more of MORE_HEADROOM) {
      const y0 = Math.min(most, least + more);
      let isFull = y0 >= most;
      for (const { apart, cost } of APARTS) {
        const obstacles = [...boxes, ...subtitle.map((run) => besideBox(run, apart))];
        const { arc, full } = placeArc(career, series, { plot: { ...plot, y0 }, extent, toPx, obstacles, candidates, matches, sizes });
        const said = arc.labels.length * LABEL_WORTH + full * WORDING_WORTH;
        const worth = said - (y0 - least) - cost;
        if (best === null || worth > best.worth) best = { arc, y0, worth, said };
        if (cost === 0 && full >= wanted) isFull = true;
        if (arc.labels.length >= wanted) break;
      }
      if (isFull) break;
    }
    if (best === null) throw new Error("no arc was placed");
    return best;
  };
  // Smaller only where more is said then.
  const [largest, ...smaller] = LABEL_SIZES;
  const { arc, y0 } = smaller.reduce((best, sizes) => {
    if (best.said >= wanted * (LABEL_WORTH + WORDING_WORTH)) return best;
    const next = placeWith(sizes);
    return next.said > best.said ? next : best;
  }, placeWith(largest));
  const fieldsPlaced = placeFields(fields, arc.bands, plot.x1, { y0: y0 - FIELD_LINE / 2, y1: foot - 2 }, matches !== null);
  return { width, height, heading, subtitle, plot: { ...plot, y0 }, bars, arc: { ...arc, fields: fieldsPlaced } };
}
