import { useSyncExternalStore } from "react";
import { DAY_MS, type EpochMs } from "../../lib/units.js";
import { parsePartialDate } from "../../model/dates.js";

const never = (): (() => void) => () => undefined;

/** Whole days: whoever draws twice on one day draws the same. UTC. */
const readToday = (): EpochMs => Math.floor(Date.now() / DAY_MS) * DAY_MS;

/** The day that a server has written on the root which it drew; null on the server itself and where nothing was drawn yet. */
function readDrawn(rootId: string): EpochMs | null {
  if (typeof document === "undefined") return null;
  return parsePartialDate(document.getElementById(rootId)?.dataset["asOf"] ?? "")?.from ?? null;
}

/**
 * The day that ongoing roles reach to. Without one given it is today; but a page may be taken over on a later day than it
 * was drawn on, so it is first taken over as it stands, then brought up to date.
 *
 * @param stated YYYY-MM-DD, as precise as the host likes: its first day counts
 * @returns null where that cannot be read
 */
export function useAsOf(stated: unknown, rootId: string): EpochMs | null {
  const today = useSyncExternalStore(never, readToday, () => readDrawn(rootId) ?? readToday());
  if (stated === undefined || stated === null) return today;
  return typeof stated === "string" ? (parsePartialDate(stated)?.from ?? null) : null;
}
