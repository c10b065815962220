import type { Filters } from "../model/select.js";

/** How much of the instrument an embed shows: the picture, the picture with its filters, or the whole page. */
export type Chrome = "none" | "filters" | "full";

const CHROMES: ReadonlyMap<string, Chrome> = new Map([["none", "none"], ["filters", "filters"], ["full", "full"]]);

/** What cannot be read is the default. */
export function parseChrome(text: string | null | undefined): Chrome {
  return CHROMES.get(text ?? "") ?? "filters";
}

/** What a host's script can have an embed do, the same for the element and the React component. Never throws. */
export interface Commands {
  /** Opens an achievement's details; null closes them. An id that is not there does nothing. */
  readonly select: (id: string | null) => void;
  /** Changes some filters and leaves the others. */
  readonly filter: (some: Partial<Filters>) => void;
  /** Everything again: no filters, no details, all of the time. One change. */
  readonly fit: () => void;
}
