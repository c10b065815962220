import type { ReactNode } from "react";
import { useInstrument } from "./hooks/useSeen.js";

/** What the numbers on the arc are, where some marks are drawn as one. */
export function ClusterWords(): ReactNode {
  return <p className="named">{useInstrument()?.clusterWords}</p>;
}
