/** Milliseconds since 1970-01-01T00:00Z. Whole numbers; always UTC. */
export type EpochMs = number;

/** A length of time in milliseconds. */
export type DurationMs = number;

/** CSS pixels, in the coordinate system of the drawing they belong to. y grows downwards. */
export type Px = number;

/** A share of a whole: 0 = none, 1 = all. */
export type Ratio = number;

/** Half-open stretch of time: `from` is inside, `to` is not. `from < to` always. */
export interface Interval {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** Axis-parallel rectangle; `x0 <= x1`, `y0 <= y1` (y0 is the upper edge). */
export interface Box {
  readonly x0: Px;
  readonly y0: Px;
  readonly x1: Px;
  readonly y1: Px;
}

export const DAY_MS: DurationMs = 86_400_000;
