import type { Box, Px, Ratio } from "../lib/units.js";

/**
 * How the arc is cut for the room it gets.
 * - narrow: a phone; no gutters, field names only in the chips
 * - medium: a tablet, or beside open details
 * - wide: a desk
 * - embed: a column of somebody else's page; no counts at the left, no title in the drawing, everything on one line
 */
export type ArcForm = "narrow" | "medium" | "wide" | "embed";

export interface ArcFrame {
  readonly form: ArcForm;
  readonly width: Px;
  readonly height: Px;
  /** Time runs over its width; the arc's foot is its lower edge, the arc's full height its upper edge. */
  readonly plot: Box;
  /** Between foot and role bars: the one place where uncertainty is drawn. */
  readonly windowLane: Box;
  /** Upper edge of the first role lane. */
  readonly rolesTop: Px;
  readonly roleHeight: Px;
  readonly roleGap: Px;
  /** Baseline of the time labels. */
  readonly axisBaseline: Px;
  /** How much wider the drawing's font runs than Instrument Sans; a host's may. */
  readonly widthFactor: Ratio;
}

export interface ArcCut {
  /** How many lanes the roles need, ≥ 0. */
  readonly lanes: number;
  readonly dense: boolean;
  /** Whether a row for names that fit into no bar is needed under the lanes. */
  readonly below: boolean;
  /** Least room over the arc, for a title that would else stand on it. */
  readonly headroom?: Px;
}

/** On a phone held sideways the arc does not grow past this. */
export const NARROW_MAX: Px = 520;
/** Page columns from these widths on take the next form; the style sheet changes at the same two. */
const MEDIUM_FROM: Px = 604;
const WIDE_FROM: Px = 1004;

/** Height over width; constant per form, so that a scaled still frame takes the room of the one that replaces it. */
const ASPECT: Record<ArcForm, number> = { narrow: 1.45, medium: 0.8, wide: 0.533, embed: 0.56 };
const HEADROOM: Record<ArcForm, Px> = { narrow: 66, medium: 50, wide: 50, embed: 26 };
const WINDOW_LANE: Px = 14;
const AXIS: Px = 24;
const UNDER_ROW: Px = 22;
const BARE_PLOT: Px = 24;
const LANE_GAP: Px = 4;
const GUTTER_FROM: Px = 780;
/** Columns from this width on have room for the field names; a wider one than the most does not make the arc higher. */
const EMBED = { from: 520, highest: 480, left: 24, right: 124 } as const;

export function arcForm(width: Px): ArcForm {
  return width < MEDIUM_FROM ? "narrow" : width < WIDE_FROM ? "medium" : "wide";
}

/** The form in a stranger's page, by the width of its column. */
export function embedForm(width: Px): ArcForm {
  return width < EMBED.from ? "narrow" : "embed";
}

/**
 * Room that the arc asks for at a page column of this width; more than one lane of roles asks for more.
 * Without any achievement there are only roles to draw.
 */
export function arcHeight(pageWidth: Px, lanes: number, achievements = 1, form = arcForm(pageWidth)): Px {
  const bar = roleHeight(form, false);
  const further = Math.max(0, lanes - 1) * (bar + LANE_GAP);
  const plot = achievements === 0 ? HEADROOM[form] + BARE_PLOT + WINDOW_LANE + bar + AXIS + UNDER_ROW : form === "embed" ? Math.min(EMBED.highest, pageWidth * ASPECT.embed) : pageWidth * ASPECT[form];
  return Math.round(plot + further);
}

function roleHeight(form: ArcForm, dense: boolean): Px {
  return form === "embed" ? 28 : form === "narrow" || dense ? 34 : 46;
}

/**
 *   +--------------------------------------------------+
 *   | title        headroom                            |
 *   |  left |                              /| right    |
 *   |  120  |  plot                  _____/ | 132      |
 *   |  y    |               ________/       | field    |
 *   |       |______________/________________| names    |
 *   |       |  window lane, 14                          |
 *   |       |  role bars, one lane each                 |
 *   |          2018    2019    2020         axis        |
 *   +--------------------------------------------------+
 *
 * @param size.pageWidth width of the page column with nothing open beside the arc; decides the form
 */
export function createArcFrame(
  size: { readonly width: Px; readonly height: Px; readonly form: ArcForm; readonly widthFactor?: Ratio },
  { lanes, dense, below, headroom = 0 }: ArcCut,
): ArcFrame {
  const { width, height, form, widthFactor = 1 } = size;
  const narrow = form === "narrow";
  const [left, right] = form === "embed" ? [EMBED.left, EMBED.right * Math.max(1, widthFactor)] : narrow ? [4, 2] : width >= GUTTER_FROM ? [120, 132] : [96, 116];
  const bar = roleHeight(form, dense);
  const axisBaseline = height - 8;
  const rolesBottom = height - AXIS - (below ? UNDER_ROW : 0);
  const rolesTop = rolesBottom - Math.max(1, lanes) * bar - (Math.max(1, lanes) - 1) * LANE_GAP;
  const foot = rolesTop - WINDOW_LANE;
  return {
    form,
    width,
    height,
    plot: { x0: left, y0: Math.min(Math.max(HEADROOM[form], headroom), foot - 16), x1: width - right, y1: foot },
    windowLane: { x0: left, y0: foot, x1: width - right, y1: rolesTop },
    rolesTop,
    roleHeight: bar,
    roleGap: LANE_GAP,
    axisBaseline,
    widthFactor,
  };
}
