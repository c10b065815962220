/** How much of the instrument an embed shows: the picture, the picture with its filters, or the whole page. */
export type Chrome = "none" | "filters" | "full";

const CHROMES: ReadonlyMap<string, Chrome> = new Map([["none", "none"], ["filters", "filters"], ["full", "full"]]);

/** What cannot be read is the default. */
export function parseChrome(text: string | null | undefined): Chrome {
  return CHROMES.get(text ?? "") ?? "filters";
}
