import type { ReactNode } from "react";
import type { TimelineStore } from "../state/store.js";
import { EmbedTimeline } from "../views/EmbedTimeline.js";
import { ArcLegend } from "../views/ArcLegend.js";
import { Below } from "../views/Below.js";
import { MeasuredArc } from "../views/EmbedArc.js";
import { Timeline } from "../views/Timeline.js";
import type { Chrome } from "./options.js";

export interface WidgetProps {
  readonly store: TimelineStore;
  readonly idPrefix: string;
  readonly chrome: Chrome;
  readonly pageHref: string | null;
}

/** What a host gets to see: the compact picture, or the whole instrument. */
export function Widget({ store, idPrefix, chrome, pageHref }: WidgetProps): ReactNode {
  if (chrome === "full") return <Timeline store={store} idPrefix={idPrefix} pageHref={pageHref} below={<Below />} legend={<ArcLegend />} arc={MeasuredArc} />;
  return <EmbedTimeline store={store} idPrefix={idPrefix} filters={chrome === "filters"} pageHref={pageHref} />;
}
