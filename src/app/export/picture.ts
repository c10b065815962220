import type { Px, Ratio } from "../../lib/units.js";

/*
 * A drawing as a list of marks with all their looks: what is written as SVG and what is painted as PNG is this same list, so
 * that the two cannot differ.
 */

/** "#rrggbb". */
export type Colour = string;

export interface Paint {
  readonly colour: Colour;
  readonly opacity: Ratio;
}

export interface Stroke extends Paint {
  readonly width: Px;
  /** Dash and gap; empty for a line without gaps. */
  readonly dash: readonly Px[];
  readonly cap: "butt" | "round" | "square";
  readonly join: "miter" | "round" | "bevel";
}

/** Slanted lines, as on a break. */
export interface Hatch {
  readonly hatch: Paint;
  readonly width: Px;
  readonly pitch: Px;
}

/** From a colour at `x0` to nothing at `x1`, which may lie to its left. */
export interface Fade {
  readonly fade: Paint;
  readonly x0: Px;
  readonly x1: Px;
}

export interface PathMark {
  readonly kind: "path";
  /** SVG path data, to be moved by `x` and `y`. */
  readonly d: string;
  readonly x: Px;
  readonly y: Px;
  readonly fill: Paint | Hatch | Fade | null;
  readonly stroke: Stroke | null;
  /** Path data, moved by the same, outside of which nothing is drawn. */
  readonly clip: string | null;
}

export interface Run {
  readonly text: string;
  /** Before it, after the run to its left. */
  readonly gap: Px;
  readonly size: Px;
  readonly weight: number;
  /** Between letters. */
  readonly tracking: Px;
  readonly fill: Paint;
}

/** One line of text. */
export interface TextMark {
  readonly kind: "text";
  readonly x: Px;
  /** Baseline. */
  readonly y: Px;
  readonly anchor: "start" | "middle" | "end";
  readonly runs: readonly Run[];
  /** Drawn under the letters, so that lines behind them do not disturb. */
  readonly halo: Stroke | null;
}

export type Mark = PathMark | TextMark;

export interface Picture {
  readonly width: Px;
  readonly height: Px;
  readonly ground: Colour;
  /** In the order in which they are drawn. */
  readonly marks: readonly Mark[];
  /** As the page names its fonts. */
  readonly fontFamily: string;
  readonly title: string;
  /** All facts of the drawing, in sentences. */
  readonly description: string;
}
