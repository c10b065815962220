// Reading and checking. `parseDocument` and `checkDocument` say all there is to say, as `career-timeline check` does;
// `readDocumentText` and `readDocument` only what keeps a document from being drawn, in a tenth of the bytes.
export { checkDocument, parseDocument, type CheckOptions } from "../model/parseCareer.js";
export { readDocument, readDocumentText } from "../model/readDocument.js";
export type { Issue, Result, Severity } from "../lib/result.js";

// The document as its owner writes it, and as others may see it.
export { publishedDocument } from "../model/publish.js";
export { redactDocument } from "../model/redact.js";
export type * from "../model/document.js";

// The career: ids resolved, dates read, private parts gone.
export { createCareer } from "../model/createCareer.js";
export type { Achievement, Career, Claim, Dating, Domain, KnownSide, Organization, Person, Role, Skill, StatedDates } from "../model/career.js";
export { formatPartialDate, parsePartialDate, type PartialDate, type Precision } from "../model/dates.js";
export type { EpochMs, Interval } from "../lib/units.js";

// What is asked for, and what matches.
export { clearFilters, createMatcher, filtersOfView, isFiltered, NO_FILTERS, normalizeFilters, selectMatches, toggleOption } from "../model/select.js";
export type { Facet, FacetCounts, Filters, Matcher, Relaxation, SetFacet } from "../model/select.js";
export type { Period } from "../model/period.js";

// In words.
export { announce, emptyAdvice, matchSubtitle, matchTitle } from "../model/phrase.js";
export { metricText, type MetricText } from "../model/metricText.js";
export { leadMetric, selectFeatured, type FeaturedMetric } from "../model/featured.js";

// As a link.
export { formatQuery, parseQuery, type FormatOptions, type ParsedQuery } from "../state/urlCodec.js";
export { DEFAULT_VIEW_STATE, type ListForm, type Theme, type ViewState } from "../state/viewState.js";
export type { Sort } from "../model/order.js";
