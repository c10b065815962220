import { FIELD_SLOTS } from "../../layout/nodeShape.js";

export type CardTheme = "light" | "dark";

/** Colours as "#rrggbb": an image has no style sheet. The names are those of the tokens in `charts/theme.css`, whose values these are. */
export interface Palette {
  readonly bg: string;
  /** Role bars. */
  readonly ground: string;
  readonly ink: string;
  readonly soft: string;
  readonly mute: string;
  /** Lines of the hatch on a break. */
  readonly edge: string;
  /** Marks that do not match a filter, and their part of the bands. */
  readonly dim: string;
  readonly dimFill: string;
  readonly dimEdge: string;
  /** By field slot, then the neutral one: text and marks, and fills. */
  readonly colours: readonly string[];
  readonly fills: readonly string[];
}

export const PALETTES: Readonly<Record<CardTheme, Palette>> = {
  light: {
    bg: "#faf7f0",
    ground: "#efeade",
    ink: "#16191d",
    soft: "#3d444d",
    mute: "#5e656e",
    edge: "#8a8678",
    dim: "#8d8f90",
    dimFill: "#ece8de",
    dimEdge: "#d3cec2",
    colours: ["#c93200", "#003d89", "#177863", "#834dd2", "#524430", "#481330", "#021e00", "#605a78", "#5e656e"],
    fills: ["#fab19f", "#9dbbe6", "#abdacb", "#dac6ff", "#c7b8a3", "#cca4b5", "#cbcf90", "#b8b8cc", "#e1ded8"],
  },
  dark: {
    bg: "#111418",
    ground: "#20252c",
    ink: "#f2f0ea",
    soft: "#cbced2",
    mute: "#9ba2ab",
    edge: "#6f7782",
    dim: "#727a84",
    dimFill: "#1c2127",
    dimEdge: "#333a43",
    colours: ["#f05c3e", "#458fde", "#7beac2", "#d8bbfc", "#fccd63", "#cc84a2", "#8cac82", "#d8f6fc", "#9ba2ab"],
    fills: ["#662518", "#1d3f63", "#275b49", "#5c4e6d", "#543f0a", "#482735", "#445632", "#34444c", "#33383f"],
  },
};

/** A field's colours; those past the last slot, and "none" (−1), are neutral. */
export function fieldColours({ colours, fills, mute, dimFill }: Palette, slot: number): { readonly colour: string; readonly fill: string } {
  const at = slot < 0 || slot >= FIELD_SLOTS ? FIELD_SLOTS : slot;
  return { colour: colours[at] ?? mute, fill: fills[at] ?? dimFill };
}
