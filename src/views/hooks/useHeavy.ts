import { useSyncExternalStore } from "react";
import { useTimeline } from "./useTimeline.js";

/** Up to so many achievements, what nobody has asked for yet costs a host's page no time that a reader notices. */
const MOST_UNASKED = 200;
const never = (): (() => void) => () => undefined;

/** Whether the career is so large that a guest draws only what is looked at. Never where no script runs: there, all of it has to be in the page. */
export function useHeavy(): boolean {
  const many = useTimeline(({ career }) => career.achievements.length > MOST_UNASKED);
  const scripted = useSyncExternalStore(never, () => true, () => false);
  return many && scripted;
}
