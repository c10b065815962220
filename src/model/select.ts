/** What a visitor asks to see. OR inside a facet, AND across facets; every facet empty = everything. */
export interface Filters {
  /** Ids, sorted, without repeats; likewise below. */
  readonly domains: readonly string[];
  readonly skills: readonly string[];
  readonly organizations: readonly string[];
  /** Free text, as typed; matching trims it. */
  readonly text: string;
  readonly hasNumber: boolean;
  readonly hasLink: boolean;
}

export type SetFacet = "domains" | "skills" | "organizations";
export type Facet = SetFacet | "text" | "hasNumber" | "hasLink";

export const NO_FILTERS: Filters = Object.freeze({
  domains: Object.freeze([]), skills: Object.freeze([]), organizations: Object.freeze([]),
  text: "", hasNumber: false, hasLink: false,
});
