/**
 * `career.json`, version 1, as its owner writes it. Every object may carry further keys: they are kept, never read.
 * These types describe a document that has passed `checkDocument`; before that it is `unknown`.
 */

/** YYYY, YYYY-MM or YYYY-MM-DD. The precision is part of the meaning. */
export type DateText = string;

export type Approx = "~" | ">" | "≥" | "<" | "≤";
export type Direction = "up" | "down";
export type Visibility = "public" | "private";
export type RoleKind = "role" | "break" | "service" | "freelance" | "founder" | "education";

/** An amount with a unit. `unit` is singular for the known time units ("day"), else as it should be read ("requests"). */
export interface Amount {
  readonly amount: number;
  readonly unit: string;
}

interface MetricBase {
  /** An exact piece of the text the metric stands in; the number can be read out of it. */
  readonly quote: string;
  /** What is measured or counted, in the words of a caption: "payment integration time", "users", "orders". */
  readonly of?: string;
  /** The circumstances, two to five words: "in one live event". */
  readonly note?: string;
  readonly featured?: boolean;
  readonly visibility?: Visibility;
}

export interface BeforeAfter extends MetricBase {
  readonly kind: "before_after";
  readonly from: number;
  readonly to: number;
  readonly unit: string;
  readonly of: string;
  readonly better?: Direction;
  /** What the owner typed as the change, in percent with its sign; checked against the ends, never drawn instead of them. */
  readonly percent?: number;
}
export interface PercentChange extends MetricBase {
  readonly kind: "percent_change";
  /** Size of the change, > 0; the sign is in `direction`. */
  readonly percent: number;
  readonly direction: Direction;
  readonly of: string;
  readonly better?: Direction;
  readonly baseline?: string;
  readonly approx?: Approx;
}
export interface FactorChange extends MetricBase {
  readonly kind: "factor_change";
  /** > 1; "down" divides. */
  readonly factor: number;
  readonly direction: Direction;
  readonly of: string;
  readonly better?: Direction;
  readonly approx?: Approx;
}
export interface AmountChange extends MetricBase, Amount {
  readonly kind: "amount_change";
  readonly direction: Direction;
  readonly per?: string;
  readonly better?: Direction;
  readonly approx?: Approx;
}
export interface Level extends MetricBase {
  readonly kind: "level";
  readonly value: number;
  /** "%" makes the 0–100 bar; else a unit or the thing counted ("s", "incidents"). */
  readonly unit: string;
  readonly approx?: Approx;
}
export interface Share extends MetricBase {
  readonly kind: "share";
  /** Both in the same unit; "65% of orders" is part 65, whole 100. */
  readonly part: number;
  readonly whole: number;
  /** The denominator, by name: "orders". */
  readonly of: string;
  readonly approx?: Approx;
}
export interface Count extends MetricBase {
  readonly kind: "count";
  readonly n?: number;
  /** Instead of `n`: an inclusive range "4–6". */
  readonly range?: readonly [number, number];
  readonly of: string;
  /** What each of them is: "4 vCPU, 2 GB". */
  readonly spec?: string;
  readonly approx?: Approx;
}
export interface Money extends MetricBase {
  readonly kind: "money";
  readonly amount: number;
  /** ISO 4217, "USD". */
  readonly currency: string;
  readonly per?: string;
  readonly approx?: Approx;
}
export interface Rate extends MetricBase, Amount {
  readonly kind: "rate";
  readonly per: string;
  readonly approx?: Approx;
}
export interface Duration extends MetricBase, Amount {
  readonly kind: "duration";
  readonly approx?: Approx;
}
export interface Deadline extends MetricBase {
  readonly kind: "deadline";
  readonly offset: Amount;
  readonly relation: "ahead_of" | "within" | "after";
  /** What the offset is counted from: "the regulatory deadlines", "joining". */
  readonly anchor: string;
  readonly anchorDate?: DateText;
}
export interface Rank extends MetricBase {
  readonly kind: "rank";
  readonly place: number;
  readonly of: string;
}

export type Metric =
  | BeforeAfter | PercentChange | FactorChange | AmountChange | Level | Share
  | Count | Money | Rate | Duration | Deadline | Rank;

export interface When {
  readonly from?: DateText;
  readonly to?: DateText;
  /** What the stretch says about: all of the work (default), its start, or its end. */
  readonly of?: "whole" | "start" | "end";
  /** An exact piece of the achievement's text. */
  readonly quote?: string;
}

export interface Evidence {
  readonly kind?: string;
  readonly url: string;
  readonly title?: string;
}

export interface AchievementDocument {
  readonly id: string;
  readonly title: string;
  /** Two or three words for tight places ("e-invoices"); the title stands in where there is none. */
  readonly short?: string;
  readonly text: string;
  readonly when?: When;
  readonly domains?: readonly string[];
  readonly skills?: readonly string[];
  readonly metrics?: readonly Metric[];
  readonly evidence?: readonly Evidence[];
  readonly visibility?: Visibility;
  /** Id of the achievement that states the same fact; this one is then not counted again. */
  readonly sameAs?: string | null;
}

export type OrganizationDocument = string | { readonly undisclosed: true; readonly label: string };

export interface RoleDocument {
  readonly id: string;
  readonly title: string;
  /** May be left out where there is none: a break, own practice. */
  readonly organization?: OrganizationDocument;
  readonly kind?: RoleKind;
  readonly location?: string;
  readonly start: DateText;
  /** null = ongoing. */
  readonly end: DateText | null;
  readonly achievements?: readonly AchievementDocument[];
  readonly visibility?: Visibility;
}

/** An achievement tied to no role: it has no window, so it is never on the arc. */
export interface ClaimDocument {
  readonly id: string;
  readonly text: string;
  readonly domains?: readonly string[];
  readonly skills?: readonly string[];
  readonly metrics?: readonly Metric[];
  readonly evidence?: readonly Evidence[];
  readonly visibility?: Visibility;
  readonly sameAs?: string | null;
}

export interface PersonDocument {
  readonly headline: string;
  readonly name?: string;
  readonly summary?: string;
  readonly location?: string;
  readonly links?: readonly { readonly label: string; readonly url: string }[];
  readonly claims?: readonly ClaimDocument[];
}

export interface DomainDocument {
  readonly id: string;
  readonly label: string;
}
export interface SkillDocument {
  readonly id: string;
  readonly label: string;
  readonly aliases?: readonly string[];
}

/** A named view of the owner's: the filter as `model/select` reads it, in the document's own ids. */
export interface ViewDocument {
  readonly slug: string;
  readonly title: string;
  readonly filter: {
    readonly domains?: readonly string[];
    readonly skills?: readonly string[];
    readonly organizations?: readonly string[];
    readonly text?: string;
  };
}

/** Counts of one skill, of one domain, or of a skill within a domain; at least one of the two is named. */
export interface ActivitySeriesDocument {
  readonly skill?: string;
  readonly domain?: string;
  /** How many on that day, or in that month or year: whole numbers from 0. */
  readonly counts: Readonly<Record<DateText, number>>;
  readonly visibility?: Visibility;
}

/** Dated counts that are no achievements: commits, publications. */
export interface ActivityDocument {
  /** What is counted, in the plural: "commits". */
  readonly unit: string;
  /** Where the counts come from, in words: "git log". */
  readonly source?: string;
  readonly series: readonly ActivitySeriesDocument[];
  readonly visibility?: Visibility;
}

export interface CareerDocument {
  readonly $schema?: string;
  readonly version: 1;
  /** BCP 47; the language of the owner's words. Default "en". */
  readonly lang?: string;
  /** Says on the page that the person is made up. */
  readonly fictional?: boolean;
  readonly person: PersonDocument;
  readonly domains?: readonly DomainDocument[];
  readonly skills?: readonly SkillDocument[];
  readonly roles: readonly RoleDocument[];
  readonly views?: readonly ViewDocument[];
  readonly activity?: ActivityDocument;
}
