import type { Ratio } from "../../lib/units.js";
import type { Colour } from "./picture.js";

export interface ReadColour {
  readonly colour: Colour;
  readonly opacity: Ratio;
}

/**
 * A colour as a browser computes it: `rgb(250, 247, 240)`, `rgba(0, 0, 0, 0.5)`, `color(srgb 0.1 0.2 0.3 / 0.5)`.
 * @returns null for "none", and for anything that is no such colour
 */
export function toColour(computed: string): ReadColour | null {
  const [, form, inside = ""] = /^(rgba?|color)\(([^()]*)\)$/.exec(computed.trim()) ?? [];
  if (form === undefined) return null;
  const wide = form === "color";
  const parts = (wide ? inside.replace(/^srgb /, "") : inside).split(/[\s,/]+/).filter(Boolean).map(Number);
  const [red, green, blue, opacity = 1] = parts;
  if (red === undefined || green === undefined || blue === undefined || parts.some(Number.isNaN)) return null;
  const hex = [red, green, blue].map((part) => Math.min(255, Math.max(0, Math.round(wide ? part * 255 : part))).toString(16).padStart(2, "0"));
  return { colour: `#${hex.join("")}`, opacity };
}
