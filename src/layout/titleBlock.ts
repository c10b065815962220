import type { Px, Ratio } from "../lib/units.js";
import type { ArcForm } from "./arcFrame.js";
import { textWidth, wrapText } from "./textWidth.js";

/** The same numbers stand in the style sheet: the title is text on the page, not in the drawing. */
export const TITLE_SIZES = {
  title: { size: 22, narrowSize: 20, weight: 620, leading: 1.2 },
  subtitle: { size: 14.5, weight: 420, leading: 1.45, gap: 6 },
  /** Widest the block gets. */
  room: 410,
  mediumRoom: 300,
  narrowRoom: 168,
} as const;

/**
 * How much of the drawing's upper left the title and its line take.
 * On a phone the line stands under the drawing, so only the title counts.
 * @param widthFactor see `ArcFrame`
 */
export function titleBlock(title: string, subtitle: string, form: ArcForm, widthFactor: Ratio = 1): { readonly width: Px; readonly height: Px } {
  const narrow = form === "narrow";
  const room = narrow ? TITLE_SIZES.narrowRoom : form === "medium" ? TITLE_SIZES.mediumRoom : TITLE_SIZES.room;
  const { size, narrowSize, weight, leading } = TITLE_SIZES.title;
  const titleSize = narrow ? narrowSize : size;
  const lines = wrapText(title, titleSize * widthFactor, weight, room);
  const below = narrow || subtitle === "" ? [] : wrapText(subtitle, TITLE_SIZES.subtitle.size * widthFactor, TITLE_SIZES.subtitle.weight, room);
  const widths = [
    ...lines.map((line) => widthFactor * textWidth(line, titleSize, weight)),
    ...below.map((line) => widthFactor * textWidth(line, TITLE_SIZES.subtitle.size, TITLE_SIZES.subtitle.weight)),
  ];
  const height = lines.length * titleSize * leading + (below.length > 0 ? TITLE_SIZES.subtitle.gap + below.length * TITLE_SIZES.subtitle.size * TITLE_SIZES.subtitle.leading : 0);
  return { width: Math.min(room, Math.max(0, ...widths)) + 12, height: height + 4 };
}
