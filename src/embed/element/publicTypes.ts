import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { Issue } from "../../lib/result.js";
import type { Filters } from "../../model/select.js";

/** What `<career-timeline>` is to scripts, TypeScript and React. Importing this file does nothing. */
export interface CareerTimelineElement extends HTMLElement {
  /** Address of a `career.json`, http or https; relative to the page. Reflects the attribute, as do all up to `background`. */
  src: string;
  /** Ids of fields, commas between them. */
  domain: string;
  skill: string;
  org: string;
  /** Free text. */
  q: string;
  /** "number", "link". */
  has: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD; inclusive. */
  from: string;
  to: string;
  /** Slug of one of the owner's named views. The other filters win over it. */
  view: string;
  /** Id of the achievement whose details are open. */
  at: string;
  /** "light", "dark"; anything else obeys the host. */
  theme: string;
  /** "none", "filters" (default), "full". */
  chrome: string;
  /** Address of the whole page, which "Open" leads to. */
  page: string;
  /** A name under which the state stands in the page's own address; without it nothing is written there. */
  link: string;
  /** "eager" does not wait until the element comes near the window. */
  loading: string;
  /** YYYY-MM-DD: the day that ongoing roles reach to; today without it. */
  asOf: string;
  /** "transparent" lets the host's own ground through. */
  background: string;

  /** A career as text or object; comes before `src` and the JSON inside. null takes it back. */
  career: string | object | null;

  /** What is filtered now, whoever did it; null before `career-ready`. */
  readonly filters: Filters | null;
  /** Id of the achievement whose details are open now. */
  readonly selected: string | null;

  /** Opens an achievement's details; null closes them. An id that is not there does nothing. Before `career-ready` it is remembered. */
  select(id: string | null): void;
  /** Changes some filters and leaves the others. Before `career-ready` it is remembered. */
  filter(some: Partial<Filters>): void;
  /** Everything again: no filters, no details. */
  fit(): void;
  /** Takes the timeline away, with all that it listens to; what stands inside the element shows again. */
  destroy(): void;
}

export interface CareerSelectDetail {
  /** null when the details were closed. */
  readonly id: string | null;
  readonly title: string | null;
}

export interface CareerFilterDetail {
  readonly filters: Filters;
  /** How many achievements match. */
  readonly matches: number;
}

export interface CareerErrorDetail {
  /** Stable: no-source, address, network, not-found, http, timeout, too-large, encoding, html, career, too-many, drawing, style, link. */
  readonly code: string;
  /** The sentence that the reader sees, but for "link". */
  readonly message: string;
  /** What is wrong with the career, and where; empty where it is not that. */
  readonly issues: readonly Issue[];
}

/** All of them bubble and leave shadow roots; none can be cancelled. */
export interface CareerTimelineEventMap {
  /** The first picture is there. */
  readonly "career-ready": CustomEvent<null>;
  /** Whenever another achievement is selected, whoever did it. */
  readonly "career-select": CustomEvent<CareerSelectDetail>;
  readonly "career-filter": CustomEvent<CareerFilterDetail>;
  readonly "career-error": CustomEvent<CareerErrorDetail>;
}

/** Attributes in React's JSX. Events are written `oncareer-select`. */
export interface CareerTimelineAttributes extends HTMLAttributes<CareerTimelineElement> {
  src?: string | undefined;
  domain?: string | undefined;
  skill?: string | undefined;
  org?: string | undefined;
  q?: string | undefined;
  has?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  view?: string | undefined;
  at?: string | undefined;
  theme?: "auto" | "light" | "dark" | undefined;
  chrome?: "none" | "filters" | "full" | undefined;
  page?: string | undefined;
  link?: string | undefined;
  loading?: "lazy" | "eager" | undefined;
  "as-of"?: string | undefined;
  background?: "transparent" | undefined;
  career?: string | object | null | undefined;
  "oncareer-ready"?: (event: CareerTimelineEventMap["career-ready"]) => void;
  "oncareer-select"?: (event: CareerTimelineEventMap["career-select"]) => void;
  "oncareer-filter"?: (event: CareerTimelineEventMap["career-filter"]) => void;
  "oncareer-error"?: (event: CareerTimelineEventMap["career-error"]) => void;
}

/** Named here, because declarations of a module of others' can only name what is exported. */
export type CareerTimelineJsx = DetailedHTMLProps<CareerTimelineAttributes, CareerTimelineElement>;

declare global {
  interface HTMLElementTagNameMap {
    "career-timeline": CareerTimelineElement;
  }
  interface HTMLElementEventMap extends CareerTimelineEventMap {}
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "career-timeline": CareerTimelineJsx;
    }
  }
}
