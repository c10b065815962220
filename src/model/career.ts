import type { EpochMs, Interval } from "../lib/units.js";
import type { PartialDate } from "./dates.js";
import type { CareerDocument, Evidence, Metric, RoleKind, ViewDocument } from "./document.js";

/**
 * A career as the program uses it: ids resolved, dates read, every achievement with its window. Immutable.
 * Built by `createCareer` from a checked document; private parts are already gone.
 */
export interface Career {
  /** The file as it was read, unknown keys and all. Export gives this back. */
  readonly document: CareerDocument;
  /** What "now" means for ongoing roles. Always passed in, never read from a clock. */
  readonly asOf: EpochMs;
  readonly person: Person;
  /** Document order. */
  readonly domains: readonly Domain[];
  readonly skills: readonly Skill[];
  /** In order of first appearance among the roles. */
  readonly organizations: readonly Organization[];
  /** Document order. */
  readonly roles: readonly Role[];
  /** Résumé order: role by role, as written. Those that only repeat another (`sameAs`) are left out. */
  readonly achievements: readonly Achievement[];
  readonly claims: readonly Claim[];
  readonly views: readonly ViewDocument[];
}

export interface Person {
  readonly headline: string;
  readonly name?: string;
  readonly summary?: string;
  readonly location?: string;
  /** Only http, https and mailto survive. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

export interface Domain {
  readonly id: string;
  readonly label: string;
  /** 0-based place in the document; picks colour and shape. */
  readonly slot: number;
}
export interface Skill {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
}
export interface Organization {
  /** Readable and unique: "carousell". */
  readonly id: string;
  readonly label: string;
  readonly undisclosed: boolean;
}

export interface Role {
  readonly id: string;
  readonly title: string;
  /** null for a break or own practice without a name. */
  readonly organization: Organization | null;
  readonly kind: RoleKind;
  readonly location?: string;
  readonly start: PartialDate;
  /** null = ongoing at `asOf`. */
  readonly end: PartialDate | null;
  /** As drawn: month ends inclusive, hand-over months met in their middle, `asOf` where ongoing. */
  readonly interval: Interval;
  readonly achievementIds: readonly string[];
}

/**
 * How well an achievement is dated.
 * - "own": from its own words, both sides. Drawn filled.
 * - "role": some time in the role, or with one side known. Drawn open.
 */
export type Dating = "own" | "role";

export interface Achievement {
  readonly id: string;
  readonly title: string;
  /** For tight places. */
  readonly short: string;
  readonly text: string;
  readonly roleId: string;
  /** 0-based place in the career's résumé order. */
  readonly index: number;
  /** Ids; the first leads and decides the band. May be empty. */
  readonly domains: readonly string[];
  readonly skills: readonly string[];
  readonly metrics: readonly Metric[];
  readonly evidence: readonly Evidence[];
  readonly window: Interval;
  readonly dating: Dating;
  /** The dates its own words give, as precise as written; null = none. For sentences: what is drawn is `window`. */
  readonly stated: StatedDates | null;
  /** A start or an end that is known while the rest is not; drawn as a tick in the window lane. */
  readonly known: KnownSide | null;
  /**
   * Where its node stands: the window's centre; the k-th in résumé order of n that have the very same window, in whatever roles,
   * at its (k − ½)/n. So no two of one window stand on one spot, and none stands outside its window.
   */
  readonly centre: EpochMs;
}

/** At least one side is there. */
export interface StatedDates {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  /** The words of the text that say so. */
  readonly quote?: string;
}

export interface KnownSide {
  readonly side: "start" | "end";
  readonly from: PartialDate;
  readonly to: PartialDate;
  readonly interval: Interval;
  readonly quote?: string;
}

export interface Claim {
  readonly id: string;
  readonly text: string;
  readonly domains: readonly string[];
  readonly skills: readonly string[];
  readonly metrics: readonly Metric[];
  readonly evidence: readonly Evidence[];
  /** The achievement that states the same fact: then the claim is shown there, not twice. */
  readonly sameAs: string | null;
}
