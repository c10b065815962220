/** What is measured, in the order of the tables. Less is better in each. */
export const MEASURES = ["complete", "zoomWork", "panWork", "zoomFrame", "panFrame", "filterFrame", "nodes", "heap", "zoomCpu", "panCpu", "longestTask"] as const;
export type Measure = (typeof MEASURES)[number];

export type Values = Readonly<Partial<Record<Measure, number>>>;

/** What came of one page in one round. */
export interface Sample {
  readonly values: Values;
  /** Why something is missing: "zoom did not finish in 60 s". */
  readonly stopped: string | null;
  /** An error that the page threw, whether it went on or not. */
  readonly fault: string | null;
  /** What the page says about itself. */
  readonly notes: string | null;
}

/** How the reason begins where a smaller size did not finish. */
export const NOT_RUN = "not run";

export interface Row {
  readonly subject: string;
  readonly size: number;
  readonly throttle: number;
  readonly medians: Values;
  readonly stopped: string | null;
  readonly fault: string | null;
  readonly samples: readonly Values[];
}

export interface Bytes {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
  readonly files: number;
}

export interface SubjectInfo {
  readonly name: string;
  readonly label: string;
  readonly version: string;
  readonly bytes: Bytes | null;
  readonly notes: string | null;
}

export interface Results {
  readonly browser: string;
  readonly node: string;
  readonly system: string;
  readonly cores: number;
  readonly seed: number;
  readonly rounds: number;
  readonly limitSeconds: number;
  readonly sizes: readonly number[];
  readonly throttles: readonly number[];
  readonly subjects: readonly SubjectInfo[];
  readonly rows: readonly Row[];
}

/** @param values at least one; the mean of the middle two where there is an even number of them */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error("median of no values");
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Of every measure, the median of the rounds that have it. */
export function toRow(subject: string, size: number, throttle: number, samples: readonly Sample[]): Row {
  const medians = Object.fromEntries(MEASURES.flatMap((measure) => {
    const known = samples.map(({ values }) => values[measure]).filter((value) => value !== undefined);
    return known.length === 0 ? [] : [[measure, median(known)]];
  }));
  const first = (key: "stopped" | "fault"): string | null => samples.find((sample) => sample[key] !== null)?.[key] ?? null;
  return { subject, size, throttle, medians, stopped: first("stopped"), fault: first("fault"), samples: samples.map(({ values }) => values) };
}

export const findRow = (rows: readonly Row[], subject: string, size: number, throttle: number): Row | undefined =>
  rows.find((row) => row.subject === subject && row.size === size && row.throttle === throttle);

/** How many times the floor's. @returns null where either is missing, or the floor is nothing */
export function ratioTo(floor: Row | undefined, row: Row | undefined, measure: Measure): number | null {
  const below = floor?.medians[measure];
  const value = row?.medians[measure];
  return below === undefined || value === undefined || below === 0 ? null : value / below;
}
