import type { ReactNode } from "react";
import type { Metric } from "../model/document.js";
import { metricText } from "../model/metricText.js";

/** "65% of orders on the new billing system": the figure stands out, its words say what it is. */
export function FigureWords({ metric }: { readonly metric: Metric }): ReactNode {
  const { figure, words } = metricText(metric);
  return <><b>{figure}</b>{words === "" ? "" : " "}{words}</>;
}
