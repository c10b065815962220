/**
 * How long anything is waited for, ms. A guard against hanging, not a measure: what comes within a second on a quiet machine
 * takes many times as long on a busy one.
 */
export const WAIT_MS = 30_000;
