import type { Issue } from "../../lib/result.js";
import type { Filters } from "../../model/select.js";

/*
 * What the package's components take. Types only: nobody who reads them comes to what they are made of.
 */

/**
 * A `career.json`: its text, or what a JSON parser or an import of the file has made of it. Any object is taken, because the
 * compiler sees an imported file's `"kind": "share"` as some string; what it holds is checked where it comes in.
 */
export type CareerSource = string | object;

/** What every component takes. */
export interface CareerProps {
  /** A document with another identity is read anew: keep it outside the component, or remember it. */
  readonly career: CareerSource;
  /**
   * The day that ongoing roles reach to, YYYY-MM-DD. Today (UTC) without it: a page that a server has drawn on another day
   * is then taken over as it stands and brought up to date at once.
   */
  readonly asOf?: string | undefined;
  /** What keeps the career from being drawn, a fault of ours (`drawing`) too. The component shows one sentence instead. */
  readonly onError?: ((issues: readonly Issue[]) => void) | undefined;
}

/** How every component looks and is found. */
export interface LookProps {
  /** "auto", the default, follows the page: its own sign (`data-theme`, `data-bs-theme`, class "dark"), then its `color-scheme`, then the system. */
  readonly theme?: "auto" | "light" | "dark" | undefined;
  /** A card of its own, the default, or only what is drawn, on whatever the page has there. */
  readonly background?: "card" | "transparent" | undefined;
  /** Of the component's outermost element. There is no `style`: from a server it would break a strict content security policy. */
  readonly className?: string | undefined;
}

/** What a visitor has set. */
export interface CareerTimelineState {
  readonly filters: Filters;
  /** Id of the selected achievement. */
  readonly at: string | null;
}

/** The same as a host says it: a filter that is left out keeps nothing out. */
export interface CareerTimelineStateInput {
  readonly filters?: Partial<Filters> | undefined;
  readonly at?: string | null | undefined;
}

/** Controlled or not, key by key. */
export interface StateProps {
  /** Each key that is there is the host's: it changes only when the host changes it. The rest is the component's own. */
  readonly state?: CareerTimelineStateInput | undefined;
  /** What the component begins with. */
  readonly defaultState?: CareerTimelineStateInput | undefined;
  /** What the visitor, or a method, asks for. Not called for what `state` has brought about. */
  readonly onStateChange?: ((state: CareerTimelineState) => void) | undefined;
  /** The selected achievement, or none any more. */
  readonly onSelect?: ((id: string | null) => void) | undefined;
}
