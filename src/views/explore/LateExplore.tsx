import type { ReactNode } from "react";
import { useInstrument } from "../hooks/useSeen.js";
import type { ExploreProps } from "../hooks/useTimeline.js";

/** The tools that move the viewport are no part of the first picture. Without them all of time is shown. */
export function LateExplore(props: ExploreProps): ReactNode {
  const instrument = useInstrument();
  return instrument ? <instrument.Explore {...props} /> : null;
}
