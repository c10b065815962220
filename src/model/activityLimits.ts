/*
 * How much activity a career may have. Sums of all of it stay whole numbers that a double holds exactly: 1e5 × 1e9 < 2^53.
 */

/** Dates with a count, in all series together: ten years of every day in 27 series. */
export const MOST_COUNTS = 100_000;
/** On one date. */
export const MOST_AT_ONCE = 1_000_000_000;
