import type { Chrome } from "../../embed/options.js";
import type { Px } from "../../lib/units.js";

/** What somebody may decide about an embed. */
export interface Choices {
  readonly chrome: Chrome;
  readonly theme: EmbedTheme;
  readonly background: Background;
  /** The page's filters and selection go along. */
  readonly taken: boolean;
  /** The facts go along, as they are today. */
  readonly frozen: boolean;
  /** Of the place that it will stand in: what the preview shows, and what a fixed height is measured for. */
  readonly width: Px;
}

/** "host": whatever the page around it has. */
export type EmbedTheme = "host" | "light" | "dark";
export type Background = "paper" | "transparent";

/** CSS px. In a narrower window (as in late.css) the preview of a column would be too small to be read. */
const PHONE_BELOW: Px = 700;

/** @param room width of the window */
export const firstChoices = (room: Px): Choices => ({ chrome: "filters", theme: "host", background: "paper", taken: true, frozen: false, width: room < PHONE_BELOW ? 360 : 640 });

export interface Option<Value> {
  readonly value: Value;
  readonly label: string;
  /** Can be chosen, but there is only a reason to be read. */
  readonly faint?: boolean;
}

export const WIDTHS: readonly Option<Px>[] = [{ value: 360, label: "Phone" }, { value: 640, label: "Column" }, { value: 960, label: "Wide" }];
export const CHROMES: readonly Option<Chrome>[] = [{ value: "none", label: "Picture only" }, { value: "filters", label: "With filters" }, { value: "full", label: "Whole page" }];
export const THEMES: readonly Option<EmbedTheme>[] = [{ value: "host", label: "Match the page" }, { value: "light", label: "Light" }, { value: "dark", label: "Dark" }];
export const BACKGROUNDS: readonly Option<Background>[] = [{ value: "paper", label: "Paper" }, { value: "transparent", label: "Transparent" }];
/** true: frozen. */
export const FRESHNESS: readonly Option<boolean>[] = [{ value: false, label: "Follows my site" }, { value: true, label: "Frozen as of today" }];
