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
  /** Whether an embed's bars are as high as a phone's, for names on two lines. */
  readonly wrapped?: boolean;
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
/**
 * Columns from this width on have room for the field names; a wider one than the most does not make the arc higher, and a
 * narrower one than the widest phone does not make it lower. What is to the right of the plot is as wide as the names,
 * within these bounds: for the last year and for the open end of an ongoing role at the least.
 */
const EMBED = { from: 520, lowest: 330, highest: 480, left: 24, right: 40, mostRight: 0.42 } as const;
/** From this width on a host's column is no phone, and the arc in it gets lower the wider it is, down to `EMBED.lowest`. */
const PHONE_MAX: Px = 340;

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
  const plot = achievements === 0 ? HEADROOM[form] + BARE_PLOT + WINDOW_LANE + bar + AXIS + UNDER_ROW : form === "embed" ? Math.min(EMBED.highest, Math.max(EMBED.lowest, pageWidth * ASPECT.embed)) : pageWidth * ASPECT[form];
  // A host's column shows a still of another width scaled to its own: whole px would be off by one then.
  return form === "embed" ? plot + further : Math.round(plot + further);
}

/**
 * The same in a stranger's column, where a reader should see all of the arc at once: as on a phone while it is as narrow as
 * one, and from there evenly on to the height of the next form. A column that is dragged wider never makes it jump.
 *
 *   480 |   __
 *       |  /  `--.__
 *   330 | /         `--.________/---    (one lane of roles)
 *        320  340     520    590
 */
export function embedHeight(width: Px, lanes: number, achievements = 1): Px {
  if (embedForm(width) === "embed") return arcHeight(width, lanes, achievements, "embed");
  const highest = EMBED.highest + Math.max(0, lanes - 1) * (roleHeight("narrow", false) + LANE_GAP);
  const phone = Math.min(highest, arcHeight(Math.min(width, PHONE_MAX), lanes, achievements, "narrow"));
  const share = Math.max(0, width - PHONE_MAX) / (EMBED.from - PHONE_MAX);
  return Math.round(phone + share * (arcHeight(EMBED.from, lanes, achievements, "embed") - phone));
}

/** What is before the plot and after it: for counts, and for the names of fields. */
export function plotSides(form: ArcForm, width: Px, names: Px = 0): readonly [before: Px, after: Px] {
  if (form === "embed") return [EMBED.left, Math.min(Math.max(EMBED.right, names), width * EMBED.mostRight)];
  return form === "narrow" ? [4, 2] : width >= GUTTER_FROM ? [120, 132] : [96, 116];
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
 * @param size.names what the field names at the right end ask for; an embed gives it, the page has one axis for all it shows
 */
export function createArcFrame(
  size: { readonly width: Px; readonly height: Px; readonly form: ArcForm; readonly widthFactor?: Ratio; readonly names?: Px },
  { lanes, dense, below, wrapped, headroom = 0 }: ArcCut,
): ArcFrame {
  const { width, height, form, widthFactor = 1, names = 0 } = size;
  const [left, right] = plotSides(form, width, names);
  const bar = roleHeight(wrapped ? "narrow" : form, dense);
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
